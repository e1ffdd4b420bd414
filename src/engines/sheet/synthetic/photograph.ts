import type { Point } from '../grey.ts';
import { mapped } from '../plane.ts';
import { type Canvas, clouds, tooth } from './canvas.ts';
import { develop } from './develop.ts';
import type { Dice } from './dice.ts';
import type { Scene } from './scene.ts';
import { type Surface, surfaceOf } from './surface.ts';
import { type Thing, throwThings } from './things.ts';

export interface Shot {
  readonly canvas: Canvas;
  /** Where a millimetre of the print is seen. */
  seen(place: Point): Point;
  /** Is this place of the print hidden by a hand or a cup? */
  hidden(place: Point): boolean;
}

/** Takes a photo of a page (so many pixels a millimetre) lying on a table. */
export function photograph(page: Canvas, pixelsPerMillimetre: number, scene: Scene, dice: Dice): Shot {
  const paper = { w: page.w / pixelsPerMillimetre, h: page.h / pixelsPerMillimetre };
  const surface = surfaceOf(paper, scene, dice);
  const light = new Float32Array(surface.w * surface.h * 3);
  layTable(light, surface, dice);
  const things = throwThings(paper, scene, dice);
  layPaper(light, surface, shrunk(page), pixelsPerMillimetre, paper, scene, things, dice);
  layThings(light, surface, things, dice);
  const onPaper = ({ x, y }: Point): Point => ({
    x: paper.w / 2 + (x - paper.w / 2) * scene.print,
    y: paper.h / 2 + (y - paper.h / 2) * scene.print,
  });
  return {
    canvas: develop(light, surface.w, surface.h, scene, dice),
    seen: (place) => surface.seen(onPaper(place)),
    hidden: (place) => {
      const { x, y } = mapped(surface.table, surface.seen(onPaper(place)));
      return things.some((thing) => thing.solid && thing.inside(x, y) > 0.2);
    },
  };
}

/** Wood, cloth or a plain top, dark or light. */
function layTable(light: Float32Array, { w, h, table }: Surface, dice: Dice): void {
  const grain = dice.under(1 << 20);
  const base = dice.between(0.12, 0.75);
  const warm = dice.between(-0.05, 0.18);
  const [long, fine, deep] = [dice.between(0.004, 0.02), dice.between(0.1, 0.6), dice.between(0.02, 0.25)];
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      const place = mapped(table, { x, y });
      const grey = base * (1 - deep / 2 + deep * clouds(place.x * long, place.y * fine, grain));
      const at = (y * w + x) * 3;
      light[at] = grey * (1 + warm);
      light[at + 1] = grey;
      light[at + 2] = grey * (1 - warm);
    }
}

/** The page in half its size and again, so that what is small in the photo does not sparkle. */
function shrunk(page: Canvas): readonly Canvas[] {
  const levels = [page];
  for (let level = page; level.w > 400; ) {
    const [w, h] = [level.w >> 1, level.h >> 1];
    const data = new Uint8Array(w * h * 3);
    for (let y = 0; y < h; y += 1)
      for (let at = y * w * 3, from = y * 2 * level.w * 3, end = at + w * 3; at < end; from += 6)
        for (let channel = 0; channel < 3; channel += 1, at += 1) {
          const one = from + channel;
          const below = one + level.w * 3;
          data[at] =
            ((level.data[one] as number) +
              (level.data[one + 3] as number) +
              (level.data[below] as number) +
              (level.data[below + 3] as number) +
              2) >>
            2;
        }
    level = { data, w, h };
    levels.push(level);
  }
  return levels;
}

const MESH = 6;

/** Small squares of paper, each seen as a quadrangle, from the far ones to the near. */
function layPaper(
  light: Float32Array,
  surface: Surface,
  levels: readonly Canvas[],
  pixelsPerMillimetre: number,
  paper: { readonly w: number; readonly h: number },
  scene: Scene,
  things: readonly Thing[],
  dice: Dice,
): void {
  const fibre = dice.under(1 << 20);
  const [across, down] = [Math.ceil(paper.w / MESH), Math.ceil(paper.h / MESH)];
  const knots = Array.from({ length: (across + 1) * (down + 1) }, (_, at) => {
    const place = {
      x: Math.min(paper.w, (at % (across + 1)) * MESH),
      y: Math.min(paper.h, Math.floor(at / (across + 1)) * MESH),
    };
    return { place, seen: surface.seen(place), bright: surface.bright(place) };
  });
  const stains = things.filter(({ solid }) => !solid);
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      const at = row * (across + 1) + column;
      const [a, b, c, d] = [knots[at], knots[at + 1], knots[at + across + 1], knots[at + across + 2]];
      if (!a || !b || !c || !d) continue;
      const size = Math.sqrt(
        Math.abs((d.seen.x - a.seen.x) * (c.seen.y - b.seen.y) - (d.seen.y - a.seen.y) * (c.seen.x - b.seen.x)) / 2,
      );
      const level = Math.max(
        0,
        Math.min(levels.length - 1, Math.round(Math.log2((MESH * pixelsPerMillimetre) / Math.max(0.5, size)) - 0.2)),
      );
      const [page, scale] = [levels[level] as Canvas, pixelsPerMillimetre / 2 ** level];
      for (const [one, two, three] of [
        [a, b, c],
        [d, c, b],
      ] as const)
        triangle(surface, one.seen, two.seen, three.seen, (u, v, pixel) => {
          const k = 1 - u - v;
          const x = one.place.x * k + two.place.x * u + three.place.x * v;
          const y = one.place.y * k + two.place.y * u + three.place.y * v;
          let shade =
            (one.bright * k + two.bright * u + three.bright * v) * (0.985 + 0.015 * tooth(pixel, fibre, fibre));
          const px = paper.w / 2 + (x - paper.w / 2) / scene.print;
          const py = paper.h / 2 + (y - paper.h / 2) / scene.print;
          const printed = px > 0 && py > 0 && px < paper.w && py < paper.h;
          for (let channel = 0; channel < 3; channel += 1) {
            let value = printed ? sample(page, px * scale, py * scale, channel) / 255 : 1;
            for (const stain of stains) {
              const much = stain.inside(x, y);
              if (much > 0) value *= 1 - much * (1 - (stain.colour[channel] as number));
            }
            // Black print is not black, and paper not white.
            light[pixel * 3 + channel] = (0.06 + 0.88 * value) * shade;
          }
          shade = 0;
        });
    }
}

function triangle(
  { w, h }: Surface,
  a: Point,
  b: Point,
  c: Point,
  paint: (u: number, v: number, pixel: number) => void,
): void {
  const whole = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  if (Math.abs(whole) < 1e-9) return;
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(a.y, b.y, c.y))),
    Math.min(h - 1, Math.ceil(Math.max(a.y, b.y, c.y))),
  ];
  const [left, right] = [
    Math.max(0, Math.floor(Math.min(a.x, b.x, c.x))),
    Math.min(w - 1, Math.ceil(Math.max(a.x, b.x, c.x))),
  ];
  for (let y = top; y <= bottom; y += 1)
    for (let x = left; x <= right; x += 1) {
      const [px, py] = [x + 0.5 - a.x, y + 0.5 - a.y];
      const u = (px * (c.y - a.y) - py * (c.x - a.x)) / whole;
      const v = (py * (b.x - a.x) - px * (b.y - a.y)) / whole;
      if (u >= -1e-6 && v >= -1e-6 && u + v <= 1 + 1e-6) paint(u, v, y * w + x);
    }
}

function sample({ data, w, h }: Canvas, x: number, y: number, channel: number): number {
  const left = Math.min(Math.max(x - 0.5, 0), w - 1.001);
  const top = Math.min(Math.max(y - 0.5, 0), h - 1.001);
  const at = ((top | 0) * w + (left | 0)) * 3 + channel;
  const [fx, fy] = [left - (left | 0), top - (top | 0)];
  const upper = (data[at] as number) * (1 - fx) + (data[at + 3] as number) * fx;
  const lower = (data[at + w * 3] as number) * (1 - fx) + (data[at + w * 3 + 3] as number) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** Hands and cups lie over all, and throw a soft shadow. */
function layThings(light: Float32Array, { w, h, table }: Surface, things: readonly Thing[], dice: Dice): void {
  const solid = things.filter((thing) => thing.solid);
  if (solid.length === 0) return;
  const grain = dice.under(1 << 20);
  const [sx, sy] = [dice.between(-9, 9), dice.between(-9, 9)];
  for (let pixel = 0; pixel < w * h; pixel += 1) {
    const { x, y } = mapped(table, { x: pixel % w, y: Math.floor(pixel / w) });
    for (const thing of solid) {
      const shadow = thing.inside(x + sx, y + sy);
      const much = thing.inside(x, y);
      for (let channel = 0; channel < 3; channel += 1) {
        const at = pixel * 3 + channel;
        if (shadow > 0) light[at] = (light[at] as number) * (1 - 0.35 * shadow);
        if (much > 0)
          light[at] =
            (light[at] as number) * (1 - much) +
            much * (thing.colour[channel] as number) * (0.85 + 0.3 * clouds(x / 6, y / 6, grain));
      }
    }
  }
}
