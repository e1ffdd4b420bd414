import type { Placing } from './bend.ts';
import { type Grey, greyAt, type Point } from './grey.ts';
import type { Named } from './layout-json.ts';
import { type Homography, homographyOf, mapped } from './plane.ts';

/** The printed frame of a box as it is seen: how far it lies from where it was expected, and how plainly. */
export interface Frame {
  /** Millimetres to the right and down. */
  readonly dx: number;
  readonly dy: number;
  /** How much darker than the paper the frame is, 0 to 1: the mean of its sides. */
  readonly contrast: number;
  /** Sides that were found, of four. */
  readonly sides: number;
}

/** Half of the frame's width, which the layout counts to the box. */
const HALF_LINE = 0.3;
/** A side is sought in so many steps to both sides of its place. */
const STEPS = 22;
const ALONG = 14;
/** Of the points along a side so many count, the palest: a frame is dark all along, a stroke that crosses it is not. */
const COUNTED = 8;
const FAINTEST = 0.03;
/** Opposite sides move together, but for so many steps: the box may be seen a little larger or smaller. */
const SLACK = 2;

/** `reach` is how far from its place the frame is sought, as a share of the box. */
export function frameOf(grey: Grey, bent: Placing, box: Named, reach: number): Frame {
  const plane = planeOf(bent, box);
  if (!plane) return { dx: 0, dy: 0, contrast: 0, sides: 0 };
  const profile = (middle: Point, step: Point) => profileOf(grey, plane, box, middle, step, reach * box.w);
  const [right, down] = [
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ] as const;
  const across = together(
    profile({ x: HALF_LINE, y: box.h / 2 }, right),
    profile({ x: box.w - HALF_LINE, y: box.h / 2 }, right),
  );
  const upright = together(
    profile({ x: box.w / 2, y: HALF_LINE }, down),
    profile({ x: box.w / 2, y: box.h - HALF_LINE }, down),
  );
  const seen = [across, upright].map(({ one, other }) => [one, other].filter((side) => side >= FAINTEST).length);
  const step = (reach * box.w) / STEPS;
  return {
    dx: seen[0] ? across.at * step : 0,
    dy: seen[1] ? upright.at * step : 0,
    contrast: (across.one + across.other + upright.one + upright.other) / 4,
    sides: seen[0] && seen[1] ? seen[0] + seen[1] : Math.min((seen[0] ?? 0) + (seen[1] ?? 0), 1),
  };
}

/** Over a box and its surroundings even bent paper is as good as flat, and a plane is quickly reckoned. */
function planeOf(placing: Placing, { x, y, w, h }: Named): Homography | null {
  const corners = [
    { x: x - w / 2, y: y - h / 2 },
    { x: x + 1.5 * w, y: y - h / 2 },
    { x: x + 1.5 * w, y: y + 1.5 * h },
    { x: x - w / 2, y: y + 1.5 * h },
  ];
  return homographyOf(corners.map((from) => ({ from, to: placing(from) })));
}

interface Together {
  /** Steps from the place where they were expected; between two steps, too. */
  readonly at: number;
  /** How much darker than paper each of the two is. */
  readonly one: number;
  readonly other: number;
}

/** Where two opposite sides are both dark, the nearer the rather. */
function together(one: Float64Array, other: Float64Array): Together {
  const score = (at: number) => {
    const own = one[at] ?? 0;
    let most = 0;
    for (let off = -SLACK; off <= SLACK; off += 1)
      most = Math.max(most, (other[at + off] ?? 0) * (1 - 0.05 * Math.abs(off)));
    // The paler of the two says more than the darker: that may be a stroke.
    return (Math.min(own, most) + 0.25 * Math.max(own, most)) * (1 - 0.5 * Math.abs(at / STEPS - 1));
  };
  let [best, most] = [STEPS, 0];
  for (let at = 0; at <= 2 * STEPS; at += 1) {
    const value = score(at);
    if (value > most) [best, most] = [at, value];
  }
  const [before, after] = [score(best - 1), score(best + 1)];
  const bend = before - 2 * most + after;
  const between = bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
  let near = best;
  for (let off = -SLACK; off <= SLACK; off += 1) if ((other[best + off] ?? 0) > (other[near] ?? 0)) near = best + off;
  // The middle between the two, where they lie a little farther apart or nearer than printed.
  return { at: best - STEPS + between + (near - best) / 2, one: one[best] ?? 0, other: other[near] ?? 0 };
}

/** Sweeps a line as long as most of the side over its place: how much darker than paper it is there, step by step. */
function profileOf(grey: Grey, plane: Homography, box: Named, middle: Point, step: Point, reach: number): Float64Array {
  const values = Float64Array.from({ length: 2 * STEPS + 1 }, (_, at) => {
    const off = reach * (at / STEPS - 1);
    return palestAlong(grey, plane, box, { x: middle.x + step.x * off, y: middle.y + step.y * off }, step);
  });
  const paper = values.slice().sort()[Math.floor(values.length * 0.75)] as number;
  return values.map((value) => Math.max(0, 1 - value / Math.max(1, paper)));
}

function palestAlong(grey: Grey, plane: Homography, box: Named, middle: Point, step: Point): number {
  const seen = new Float64Array(ALONG);
  for (let at = 0; at < ALONG; at += 1) {
    const share = 0.8 * (at / (ALONG - 1) - 0.5);
    const place = mapped(plane, {
      x: box.x + middle.x + share * box.w * step.y,
      y: box.y + middle.y + share * box.h * step.x,
    });
    seen[at] = greyAt(grey, place.x, place.y);
  }
  seen.sort();
  let sum = 0;
  for (let at = ALONG - COUNTED; at < ALONG; at += 1) sum += seen[at] as number;
  return sum / COUNTED;
}
