import { blobsOf } from './blobs.ts';
import { CELLS, markers, turned } from './dictionary.ts';
import { darkerThanAround, type Grey, greyAt, integralOf, type Point, smoothed } from './grey.ts';
import { type MarkerId, PLACES } from './identity.ts';
import { likenessOf, WIDE } from './likeness.ts';
import type { Pyramid } from './picture.ts';
import { homographyOf, mapped } from './plane.ts';
import { type Quad, quadOf, sharpened } from './quads.ts';

/** A marker in a picture: its corners in pixels, from its own upper left corner clockwise, however it lies. */
export interface SeenMarker {
  readonly id: MarkerId;
  readonly corners: Quad;
  /** Cells that were read otherwise than printed. */
  readonly wrong: number;
  /** Read cell by cell; otherwise only likelier than any other, through blur. */
  readonly sure: boolean;
  /** The same marker was read in another place as well: there are two sheets. */
  readonly twice: boolean;
}

/** Most cells that may be misread: with eleven between any two, a marker with three wrong is surely itself. */
const MOST_WRONG = 3;
/** The longer side, in pixels, at which markers are sought: a marker is then some 60 pixels wide on a sheet that fills the picture. */
const SEARCH_AT = 1_600;
/** With so many, the picture need not be searched larger or smaller as well. */
const ENOUGH = 6;
/** Neighbourhood as a share of the longer side, and how much darker than it: for even light, for deep shadow, for blur. */
const WAYS = [
  { reach: 0.02, share: 0.2 },
  { reach: 0.045, share: 0.12 },
  { reach: 0.012, share: 0.08 },
] as const;

/** Every marker that can be read, each id once: where it was read best. In a smaller picture first, which is quicker. */
export function findMarkers(pyramid: Pyramid): readonly SeenMarker[] {
  const fit = pyramid.findIndex(({ w, h }) => Math.max(w, h) <= SEARCH_AT);
  const level = fit < 0 ? pyramid.length - 1 : fit;
  const best = new Map<MarkerId, SeenMarker>();
  const levels = [level, level + 1, level - 1].filter((at) => at >= 0 && at < pyramid.length);
  for (const at of levels) {
    if (best.size >= ENOUGH) break;
    const grey = pyramid[at] as Grey;
    const calm = smoothed(grey);
    const sums = integralOf(calm);
    const unread: Square[] = [];
    for (const { reach, share } of WAYS) {
      for (const quad of quadsIn(calm, sums, reach, share)) {
        const square = squareOf(pyramid[0] as Grey, grey, quad, 2 ** at);
        const seen = square && read(square);
        if (seen) keepBest(best, seen);
        else if (square) unread.push(square);
      }
      if ([...best.values()].filter(({ sure }) => sure).length >= PLACES) return [...best.values()];
    }
    for (const square of unread) {
      const seen = likened(square);
      if (seen) keepBest(best, seen);
    }
  }
  return [...best.values()];
}

function keepBest(best: Map<MarkerId, SeenMarker>, seen: SeenMarker): void {
  const before = best.get(seen.id);
  const twice = before !== undefined && (before.twice || (before.sure && seen.sure && areApart(before, seen)));
  const better = before && before.wrong <= seen.wrong ? before : seen;
  best.set(seen.id, { ...better, twice });
}

function areApart({ corners: [one, , across] }: SeenMarker, { corners: [other] }: SeenMarker): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) > Math.hypot(one.x - across.x, one.y - across.y);
}

/** What may be a marker: its corners, and the greys of its cells. */
interface Square {
  readonly quad: Quad;
  readonly cells: readonly number[];
}

function squareOf(picture: Grey, grey: Grey, quad: Quad, scale: number): Square | null {
  const found = sharpened(grey, quad).map(({ x, y }) => ({ x: x * scale, y: y * scale })) as unknown as Quad;
  const fine = scale > 1 ? sharpened(picture, found) : found;
  const cells = cellsIn(picture, fine);
  return cells && { quad: fine, cells };
}

function quadsIn(grey: Grey, sums: Float64Array, reach: number, share: number): readonly Quad[] {
  const long = Math.max(grey.w, grey.h);
  const dark = darkerThanAround(grey, sums, Math.round(reach * long), share);
  const blobs = blobsOf(dark, grey.w, grey.h, { least: 10, most: long / 5 });
  return blobs.map(quadOf).filter((quad) => quad !== null);
}

const UNIT: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];
const SIDE = CELLS + 2;

/** As it is seen; and when that says nothing, as it would be seen without the blur that mixes each cell with its neighbours. */
function read({ quad, cells }: Square): SeenMarker | null {
  return named(cells, quad) ?? named(unmixed(cells), quad);
}

const [RIM, EDGE] = [0, 1].map((around) =>
  Array.from({ length: WIDE * WIDE }, (_, at) => at).filter((at) => {
    const [x, y] = [at % WIDE, Math.floor(at / WIDE)];
    return Math.min(x, y, WIDE - 1 - x, WIDE - 1 - y) === around;
  }),
) as [number[], number[]];

/** Measured on blurred photos: what is no marker is seldom so like one, seldomer so much more than another, and has no dark edge. */
const [ALIKE, AHEAD, PALEST_EDGE] = [0.84, 0.07, 0.92];

/** What it is most like, as long as it has an edge. */
function likened({ quad, cells }: Square): SeenMarker | null {
  const [paper, edge] = [RIM, EDGE].map((places) =>
    places.map((at) => cells[at] ?? 0).sort((one, other) => one - other),
  );
  const [dark, light] = [edge?.[Math.floor(EDGE.length * 0.85)] ?? 255, paper?.[Math.floor(RIM.length * 0.22)] ?? 0];
  if (dark > PALEST_EDGE * light) return null;
  const like = likenessOf(cells, null);
  if (!like || like.alike < ALIKE || like.ahead < AHEAD) return null;
  return {
    id: like.id,
    corners: turnedBack(quad, like.turns),
    wrong: MOST_WRONG + 1 + (1 - like.alike),
    sure: false,
    twice: false,
  };
}

/** Turned clockwise n times, the marker's own upper left corner lies n corners on. */
function turnedBack(quad: Quad, turns: number): Quad {
  return UNIT.map((_, at) => quad[(at + turns) % 4]) as unknown as Quad;
}

/** The greys of the marker that `quad` would be, cell by cell, with one cell of paper around. */
export function cellsIn(grey: Grey, quad: Quad): readonly number[] | null {
  const plane = homographyOf(quad.map((to, at) => ({ from: UNIT[at] as Point, to })));
  if (!plane) return null;
  return Array.from({ length: WIDE * WIDE }, (_, at) => {
    let sum = 0;
    for (let part = 0; part < 9; part += 1) {
      const x = ((at % WIDE) - 0.7 + 0.2 * (part % 3)) / SIDE;
      const y = (Math.floor(at / WIDE) - 0.7 + 0.2 * Math.floor(part / 3)) / SIDE;
      const place = mapped(plane, { x, y });
      sum += greyAt(grey, place.x, place.y);
    }
    return sum / 9;
  });
}

function unmixed(cells: readonly number[]): readonly number[] {
  return cells.map((cell, at) => {
    const around = [at - 1, at + 1, at - WIDE, at + WIDE].map((near) => cells[near] ?? cell);
    return cell + 0.9 * (cell - around.reduce((sum, near) => sum + near, 0) / 4);
  });
}

function named(wide: readonly number[], quad: Quad): SeenMarker | null {
  const rim = (at: number) => at % WIDE === 0 || at % WIDE === WIDE - 1 || at < WIDE || at >= WIDE * (WIDE - 1);
  const cells = wide.filter((_, at) => !rim(at));
  const middle = thresholdOf(cells);
  if (middle === null) return null;
  const edge = cells.filter((_, at) => isEdge(at));
  if (edge.filter((grey) => grey >= middle).length > 2) return null;
  return recognised(
    cells.filter((_, at) => !isEdge(at)).map((grey) => grey < middle),
    quad,
  );
}

function isEdge(at: number): boolean {
  const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
  return x === 0 || y === 0 || x === SIDE - 1 || y === SIDE - 1;
}

/** Otsu: the grey that parts dark cells from light ones best; null when they are all alike. */
function thresholdOf(cells: readonly number[]): number | null {
  const sorted = [...cells].sort((one, other) => one - other);
  const total = sorted.reduce((sum, grey) => sum + grey, 0);
  let [below, best, most] = [0, 0, 0];
  for (let count = 1; count < sorted.length; count += 1) {
    below += sorted[count - 1] as number;
    const apart = (total - below) / (sorted.length - count) - below / count;
    const between = count * (sorted.length - count) * apart * apart;
    if (between > most) [most, best] = [between, ((sorted[count - 1] as number) + (sorted[count] as number)) / 2];
  }
  const light = sorted[sorted.length - 3] as number;
  const dark = sorted[2] as number;
  return light - dark < 12 ? null : best;
}

interface Word {
  readonly id: MarkerId;
  readonly turns: number;
  readonly high: number;
  readonly low: number;
}

/** All markers in their four turns, as two halves of 18 bits. */
const WORDS: readonly Word[] = markers.flatMap((cells, id) => {
  let now = cells;
  return [0, 1, 2, 3].map((turns) => {
    if (turns > 0) now = turned(now);
    return { id, turns, ...halvesOf(now) };
  });
});

function halvesOf(cells: readonly boolean[]): { readonly high: number; readonly low: number } {
  const bits = (from: number) => cells.slice(from, from + 18).reduce((sum, dark) => sum * 2 + (dark ? 1 : 0), 0);
  return { high: bits(0), low: bits(18) };
}

function recognised(inside: readonly boolean[], quad: Quad): SeenMarker | null {
  const { high, low } = halvesOf(inside);
  for (const word of WORDS) {
    const wrong = ones(word.high ^ high) + ones(word.low ^ low);
    if (wrong > MOST_WRONG) continue;
    return { id: word.id, corners: turnedBack(quad, word.turns), wrong, sure: true, twice: false };
  }
  return null;
}

function ones(bits: number): number {
  let [left, count] = [bits, 0];
  for (; left !== 0; count += 1) left &= left - 1;
  return count;
}
