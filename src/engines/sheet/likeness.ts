import { CELLS, markers, turned } from './dictionary.ts';
import type { MarkerId } from './identity.ts';

/**
 * Which marker a blurred square shows: not cell by cell, but all of it held against each marker as it would look through as much
 * blur. Any two differ in 11 of 36 cells, so that a picture too soft for any single cell still names its marker.
 */
export interface Likeness {
  readonly id: MarkerId;
  /** Quarter turns clockwise from how it is printed. */
  readonly turns: number;
  /** From -1 to 1: how alike the two pictures are (the correlation of their cells). */
  readonly alike: number;
  /** How much more alike than any other marker. */
  readonly ahead: number;
}

/** The marker's own cells, its black edge, and one cell of paper around. */
export const WIDE = CELLS + 4;
/** Spread of the blur, in cells. */
const BLURS = [0.35, 0.6, 0.85, 1.1] as const;
const INSIDE = CELLS * CELLS;

interface Template {
  readonly id: MarkerId;
  readonly turns: number;
  /** For each blur, the cells as one looks for them: their mean is 0, and the sum of their squares 1. */
  readonly looks: readonly Float64Array[];
}

let made: readonly Template[] | null = null;

function templates(): readonly Template[] {
  made ??= markers.flatMap((cells, id) => {
    let now = cells;
    return [0, 1, 2, 3].map((turns): Template => {
      if (turns > 0) now = turned(now);
      return { id, turns, looks: MIXINGS.map((shares) => normal(blurred(withEdge(now), shares))) };
    });
  });
  return made;
}

/** `wide` is the grey of `WIDE` x `WIDE` cells. `only` are the markers and turns that may be meant; null: all. */
export function likenessOf(
  wide: readonly number[],
  only: ((id: MarkerId, turns: number) => boolean) | null,
): Likeness | null {
  const seen = normal(insideOf(wide));
  let best: { id: MarkerId; turns: number; alike: number } | null = null;
  let second = -1;
  for (const { id, turns, looks } of templates()) {
    if (only && !only(id, turns)) continue;
    let alike = -1;
    for (const look of looks) alike = Math.max(alike, product(look, seen));
    if (!best || alike > best.alike) {
      if (best && best.id !== id) second = Math.max(second, best.alike);
      best = { id, turns, alike };
    } else if (best.id !== id) second = Math.max(second, alike);
  }
  return best && { ...best, ahead: best.alike - second };
}

/** 1 is paper, 0 is print. */
function withEdge(cells: readonly boolean[]): Float64Array {
  return Float64Array.from({ length: WIDE * WIDE }, (_, at) => {
    const [x, y] = [(at % WIDE) - 2, Math.floor(at / WIDE) - 2];
    if (Math.min(x, y) < -1 || Math.max(x, y) > CELLS) return 1;
    if (Math.min(x, y) < 0 || Math.max(x, y) >= CELLS) return 0;
    return cells[y * CELLS + x] ? 0 : 1;
  });
}

/** How much of each cell in the marker's own row (or column) there is in each cell inside, through so much blur: `CELLS` x `WIDE`. */
function mixing(blur: number): readonly (readonly number[])[] {
  return Array.from({ length: CELLS }, (_, inside) => {
    const shares = Array.from({ length: WIDE }, (_, at) => Math.exp(-((at - inside - 2) ** 2) / (2 * blur * blur)));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => share / total);
  });
}

const MIXINGS = BLURS.map(mixing);

/** The cells inside, each mixed with those around it as blur mixes them. */
function blurred(cells: Float64Array, shares: readonly (readonly number[])[]): Float64Array {
  const across = new Float64Array(CELLS * WIDE);
  for (let y = 0; y < WIDE; y += 1)
    for (let x = 0; x < CELLS; x += 1) {
      const own = shares[x] as readonly number[];
      let sum = 0;
      for (let at = 0; at < WIDE; at += 1) sum += (own[at] as number) * (cells[y * WIDE + at] as number);
      across[y * CELLS + x] = sum;
    }
  const out = new Float64Array(INSIDE);
  for (let y = 0; y < CELLS; y += 1)
    for (let x = 0; x < CELLS; x += 1) {
      const own = shares[y] as readonly number[];
      let sum = 0;
      for (let at = 0; at < WIDE; at += 1) sum += (own[at] as number) * (across[at * CELLS + x] as number);
      out[y * CELLS + x] = sum;
    }
  return out;
}

function insideOf(wide: ArrayLike<number>): Float64Array {
  return Float64Array.from(
    { length: INSIDE },
    (_, at) => wide[(Math.floor(at / CELLS) + 2) * WIDE + (at % CELLS) + 2] as number,
  );
}

function normal(cells: Float64Array): Float64Array {
  const mean = cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
  const spread = Math.sqrt(cells.reduce((sum, cell) => sum + (cell - mean) ** 2, 0)) || 1;
  return cells.map((cell) => (cell - mean) / spread);
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < INSIDE; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
