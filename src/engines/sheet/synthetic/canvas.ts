import type { Dice } from './dice.ts';
import type { Stroke } from './drawn.ts';

/** A picture in red, green and blue, row by row. */
export interface Canvas {
  readonly data: Uint8Array;
  readonly w: number;
  readonly h: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** What is drawn with on paper, in pixels of the canvas. */
export interface Nib {
  readonly width: number;
  readonly colour: Colour;
  /** How much of the paper it hides, 0 to 1. */
  readonly cover: number;
  /** The share of the line that stays paper, as crayons leave it. */
  readonly rough: number;
}

/** Draws a line as a pen does: pixel by pixel the paper is dyed once for all lines of one mark, so crossings do not darken. */
export function drawMark(canvas: Canvas, strokes: readonly Stroke[], nib: Nib, dice: Dice): void {
  const all = strokes.flat();
  if (all.length === 0) return;
  const reach = nib.width + 3;
  const left = Math.max(0, Math.floor(Math.min(...all.map(([x]) => x)) - reach));
  const top = Math.max(0, Math.floor(Math.min(...all.map(([, y]) => y)) - reach));
  const right = Math.min(canvas.w, Math.ceil(Math.max(...all.map(([x]) => x)) + reach));
  const bottom = Math.min(canvas.h, Math.ceil(Math.max(...all.map(([, y]) => y)) + reach));
  if (right <= left || bottom <= top) return;
  const [w, h] = [right - left, bottom - top];
  const covered = new Float32Array(w * h);
  for (const stroke of strokes) {
    const points = stroke.length === 1 ? [stroke[0], stroke[0]] : stroke;
    for (let at = 1; at < points.length; at += 1) {
      const [from, to] = [points[at - 1], points[at]];
      if (from && to)
        segment(
          covered,
          w,
          h,
          from[0] - left,
          from[1] - top,
          to[0] - left,
          to[1] - top,
          (nib.width / 2) * dice.between(0.88, 1.12),
        );
    }
  }
  const grain = dice.under(1 << 20);
  // The tooth of the paper is about a quarter of a millimetre wide, whatever the canvas: 8 pixels a millimetre.
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      const much = covered[y * w + x] as number;
      if (much > 0)
        dye(
          canvas,
          left + x,
          top + y,
          nib,
          much * (tooth((left + x) >> 1, (top + y) >> 1, grain) < nib.rough ? 0.2 : 1),
        );
    }
}

function segment(
  covered: Float32Array,
  w: number,
  h: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  half: number,
): void {
  const squared = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  const reach = half + 1;
  for (
    let y = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
    y <= Math.min(h - 1, Math.max(y0, y1) + reach);
    y += 1
  )
    for (
      let x = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
      x <= Math.min(w - 1, Math.max(x0, x1) + reach);
      x += 1
    ) {
      const along =
        squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / squared));
      const off = Math.hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0));
      const much = Math.max(0, Math.min(1, half + 0.5 - off));
      if (much > (covered[y * w + x] as number)) covered[y * w + x] = much;
    }
}

function dye({ data, w }: Canvas, x: number, y: number, { colour, cover }: Nib, much: number): void {
  const at = (y * w + x) * 3;
  for (let channel = 0; channel < 3; channel += 1)
    data[at + channel] = Math.round(
      (data[at + channel] as number) * (1 - cover * much * (1 - (colour[channel] as number) / 255)),
    );
}

/** A number from 0 to 1 that belongs to a place. */
export function tooth(x: number, y: number, grain: number): number {
  let mixed = Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663) ^ grain;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

/** Even noise, smooth between places one unit apart. */
export function clouds(x: number, y: number, grain: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - left, y - top];
  const [u, v] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)];
  const upper = tooth(left, top, grain) * (1 - u) + tooth(left + 1, top, grain) * u;
  const lower = tooth(left, top + 1, grain) * (1 - u) + tooth(left + 1, top + 1, grain) * u;
  return upper * (1 - v) + lower * v;
}
