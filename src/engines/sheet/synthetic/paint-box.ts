import { evened, PATCH, PATCH_WIDTHS } from '../own-frame.ts';
import { againstPaper } from '../patch.ts';
import { type Dice, diceOf } from './dice.ts';
import type { Stroke } from './drawn.ts';
import type { Mark } from './marks.ts';
import { narrowed, type Pen } from './pens.ts';

/** Finer than the patch, so that lines have soft edges. */
const FINE = 2;
const SIDE = PATCH * FINE;
const BOX = SIDE / PATCH_WIDTHS;

/** A box as the reader meets it after a photo of some quality: the patch that the network learns from. */
export function paintBox(mark: Mark, pen: Pen, dice: Dice): Float32Array {
  const box = dice.oneOf([14, 16, 16, 18]);
  const millimetre = BOX / box;
  const { width } = narrowed(pen, mark, box);
  const view = viewOf(dice);
  const ink = new Float32Array(SIDE * SIDE);
  drawFrame(ink, view, millimetre, dice.between(0.22, 0.5));
  for (const stroke of mark.strokes) drawStroke(ink, stroke.map(view), (width * millimetre) / 2, pen, dice);
  drawTrouble(ink, dice);
  if (mark.trouble === 'covered') layOver(ink, dice);
  return degraded(ink, dice);
}

/** Noise is thrown once, and read from anywhere: throwing it takes longer than all else. */
const thrower = diceOf(1);
const NOISE = Float32Array.from({ length: 65_521 }, () => thrower.bell());

type View = (point: readonly [number, number]) => readonly [number, number];

/** The box is never quite where it is thought to be: shifted, turned, a little larger or smaller, seen from the side. */
function viewOf(dice: Dice): View {
  const loose = dice.chance(0.12) ? 3.5 : 1;
  const [dx, dy] = [dice.bell() * 0.018 * loose, dice.bell() * 0.018 * loose];
  const turn = dice.bell() * 0.03;
  const [wide, high] = [1 + dice.bell() * 0.02 * loose, 1 + dice.bell() * 0.02 * loose];
  const [shear, depth] = [dice.bell() * 0.03, dice.bell() * 0.03];
  return ([x, y]) => {
    const far = 1 + depth * y;
    const u = (x * wide * Math.cos(turn) - y * (Math.sin(turn) + shear) + dx) / far;
    const v = (x * Math.sin(turn) + y * high * Math.cos(turn) + dy) / far;
    return [SIDE / 2 + u * BOX, SIDE / 2 + v * BOX];
  };
}

function drawFrame(ink: Float32Array, view: View, millimetre: number, dark: number): void {
  const edge = 0.5 - (0.3 * millimetre) / BOX;
  const corners: Stroke = [
    [-edge, -edge],
    [edge, -edge],
    [edge, edge],
    [-edge, edge],
    [-edge, -edge],
  ];
  const line = corners.map(view);
  for (let at = 1; at < line.length; at += 1)
    cover(
      ink,
      line[at - 1] as readonly [number, number],
      line[at] as readonly [number, number],
      0.3 * millimetre,
      () => dark,
    );
}

/** Roughness is that of the paper under the pen: it skips the same places however often one goes over them. */
function drawStroke(ink: Float32Array, line: Stroke, half: number, pen: Pen, dice: Dice): void {
  const grain = dice.under(1_000_000);
  const darkness = (x: number, y: number) => {
    const skipped =
      ((Math.imul((x * 73_856_093) ^ (y * 19_349_663) ^ grain, 0x9e3779b1) >>> 8) & 0xffff) / 0xffff < pen.rough;
    return skipped ? pen.ink * 0.25 : pen.ink;
  };
  const [first] = line;
  if (line.length === 1 && first) cover(ink, first, first, half, darkness);
  for (let at = 1; at < line.length; at += 1) {
    const pressed = half * dice.between(0.85, 1.15);
    cover(ink, line[at - 1] as readonly [number, number], line[at] as readonly [number, number], pressed, darkness);
  }
}

/** Darkens the pixels within `half` of the way from one point to another. */
function cover(
  ink: Float32Array,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  half: number,
  darkness: (x: number, y: number) => number,
): void {
  const reach = Math.max(half, 0.35) + 1;
  // A line thinner than a pixel is a paler one.
  const share = Math.min(1, half / 0.35);
  const squared = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  for (
    let y = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
    y <= Math.min(SIDE - 1, Math.max(y0, y1) + reach);
    y += 1
  )
    for (
      let x = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
      x <= Math.min(SIDE - 1, Math.max(x0, x1) + reach);
      x += 1
    ) {
      const along =
        squared === 0
          ? 0
          : Math.max(0, Math.min(1, ((x + 0.5 - x0) * (x1 - x0) + (y + 0.5 - y0) * (y1 - y0)) / squared));
      const off = Math.hypot(x + 0.5 - x0 - along * (x1 - x0), y + 0.5 - y0 - along * (y1 - y0));
      const covered = Math.max(0, Math.min(1, Math.max(half, 0.35) + 0.5 - off)) * share;
      if (covered > 0) ink[y * SIDE + x] = Math.max(ink[y * SIDE + x] as number, covered * darkness(x, y));
    }
}

/** Coffee, a fold, a shadow's edge, light that glares. */
function drawTrouble(ink: Float32Array, dice: Dice): void {
  const darken = (by: (x: number, y: number) => number) => {
    for (let at = 0; at < ink.length; at += 1) {
      const more = by(at % SIDE, Math.floor(at / SIDE));
      ink[at] = 1 - (1 - (ink[at] as number)) * (1 - more);
    }
  };
  if (dice.chance(0.12)) {
    const [x, y, size, dark] = [
      dice.between(0, SIDE),
      dice.between(0, SIDE),
      dice.between(8, 50),
      dice.between(0.03, 0.22),
    ];
    darken((px, py) => {
      const far = Math.hypot(px - x, py - y) / size;
      return far > 1 ? 0 : dark * (far > 0.85 ? 1.4 : 0.8);
    });
  }
  if (dice.chance(0.1)) {
    const [angle, off, wide, dark] = [
      dice.between(0, Math.PI),
      dice.between(0, SIDE),
      dice.between(1, 4),
      dice.between(0.03, 0.2),
    ];
    darken((x, y) => dark * Math.exp(-(((x * Math.cos(angle) + y * Math.sin(angle) - off) / wide) ** 2)));
  }
  if (dice.chance(0.2)) {
    const [angle, off, wide, dark] = [
      dice.between(0, 2 * Math.PI),
      dice.between(0, SIDE),
      dice.between(2, 30),
      dice.between(0.1, 0.5),
    ];
    darken((x, y) => dark / (1 + Math.exp(-(x * Math.cos(angle) + y * Math.sin(angle) - off) / wide)));
  }
}

/** A hand, a cup, a napkin: whatever it is, it has an edge through the box, and hides what lies under it. */
function layOver(ink: Float32Array, dice: Dice): void {
  const angle = dice.between(0, 2 * Math.PI);
  const off = dice.between(-0.35, 0.3) * BOX;
  const round = dice.chance(0.5) ? dice.between(0.6, 3) * BOX : 1e6;
  const [dark, rough] = [dice.chance(0.3) ? dice.between(0, 0.08) : dice.between(0.15, 0.9), dice.between(0, 0.08)];
  const [cx, cy] = [SIDE / 2 + Math.cos(angle) * (off + round), SIDE / 2 + Math.sin(angle) * (off + round)];
  for (let at = 0; at < ink.length; at += 1) {
    const far = Math.hypot((at % SIDE) - cx, Math.floor(at / SIDE) - cy);
    if (far < round) ink[at] = Math.max(0, Math.min(1, dark + rough * dice.bell()));
    else if (far < round + 4) ink[at] = Math.min(1, (ink[at] as number) + 0.12);
  }
}

/** What light, lens and telephone make of it. */
function degraded(ink: Float32Array, dice: Dice): Float32Array {
  let soft = blurred(ink, dice.chance(0.3) ? dice.between(1, 4) : dice.between(0.2, 1.2));
  if (dice.chance(0.12)) soft = dragged(soft, dice);
  if (dice.chance(0.35)) soft = sharper(soft, dice.between(0.2, 1.2), dice.between(0.8, 2.5));
  const paper = dice.between(110, 260);
  const black = dice.chance(0.1) ? dice.between(0.15, 0.4) : dice.between(0, 0.18);
  // Mostly little, seldom much.
  const [noise, grain] = [dice.next() ** 3 * 12, dice.chance(0.2) ? dice.next() ** 2 * 7 : 0];
  const from = dice.under(NOISE.length);
  const clouds =
    grain > 0
      ? blurred(
          ink.map((_, at) => NOISE[(from + at) % NOISE.length] as number),
          dice.between(1, 3),
        )
      : ink;
  const gain = grain * 6;
  const slope = [dice.bell() * 0.1, dice.bell() * 0.1] as const;
  const glare = dice.chance(0.06) ? dice.between(0.1, 0.5) : 0;
  const [gx, gy, wide] = [dice.between(0, PATCH), dice.between(0, PATCH), dice.between(8, 30)];
  const seen = new Float32Array(PATCH * PATCH);
  for (let y = 0; y < PATCH; y += 1)
    for (let x = 0; x < PATCH; x += 1) {
      let dark = 0;
      for (let part = 0; part < FINE * FINE; part += 1)
        dark += soft[(y * FINE + Math.floor(part / FINE)) * SIDE + x * FINE + (part % FINE)] as number;
      const shine = glare === 0 ? 0 : glare * Math.exp(-(((x - gx) / wide) ** 2) - ((y - gy) / wide) ** 2);
      const light = 1 - (dark / FINE ** 2) * (1 - black) * (1 - shine) + 0.5 * shine;
      const even = 1 + slope[0] * (x / PATCH - 0.5) + slope[1] * (y / PATCH - 0.5);
      const cloud = grain > 0 ? (clouds[y * FINE * SIDE + x * FINE] as number) * gain : 0;
      seen[y * PATCH + x] = Math.max(
        0,
        Math.min(
          255,
          Math.round(paper * light * even + noise * (NOISE[(from + y * 83 + x) % NOISE.length] as number) + cloud),
        ),
      );
    }
  return evened(againstPaper(seen));
}

/** The hand shook: smeared along a line. */
function dragged(field: Float32Array, dice: Dice): Float32Array {
  const angle = dice.between(0, Math.PI);
  const half = dice.between(1, 4.5);
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  return field.map((_, at) => {
    let sum = 0;
    for (let step = -4; step <= 4; step += 1) {
      const x = Math.round((at % SIDE) + (dx * half * step) / 4);
      const y = Math.round(Math.floor(at / SIDE) + (dy * half * step) / 4);
      sum += field[Math.max(0, Math.min(SIDE - 1, y)) * SIDE + Math.max(0, Math.min(SIDE - 1, x))] as number;
    }
    return sum / 9;
  });
}

/** As telephones do: edges are overdone. */
function sharper(field: Float32Array, much: number, spread: number): Float32Array {
  const soft = blurred(field, spread);
  return field.map((value, at) => Math.max(-0.15, Math.min(1, value + much * (value - (soft[at] as number)))));
}

/** Gauss in two passes; `spread` in fine pixels. */
export function blurred(field: Float32Array, spread: number): Float32Array {
  const reach = Math.ceil(spread * 2.5);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * spread * spread)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const across = new Float32Array(field.length);
  softened(
    field,
    across,
    weights.map((weight) => weight / total),
    1,
    SIDE,
  );
  const both = new Float32Array(field.length);
  softened(
    across,
    both,
    weights.map((weight) => weight / total),
    SIDE,
    1,
  );
  return both;
}

/** One pass along lines whose points lie `step` apart, and whose beginnings lie `cross` apart; the edge goes on outside. */
function softened(from: Float32Array, to: Float32Array, weights: Float64Array, step: number, cross: number): void {
  const reach = weights.length >> 1;
  const line = new Float64Array(SIDE + 2 * reach);
  for (let begin = 0; begin < SIDE * cross; begin += cross) {
    for (let at = 0; at < line.length; at += 1)
      line[at] = from[begin + Math.max(0, Math.min(SIDE - 1, at - reach)) * step] as number;
    for (let at = 0; at < SIDE; at += 1) {
      let sum = 0;
      for (let tap = 0; tap < weights.length; tap += 1) sum += (weights[tap] as number) * (line[at + tap] as number);
      to[begin + at * step] = sum;
    }
  }
}
