import type { Point } from './grey.ts';
import { type Homography, homographyOf, mapped, type Pair, solve } from './plane.ts';

/** From millimetres on the sheet to pixels in the picture: a plane seen from the side, and how the paper bends out of it. */
export type Placing = (point: Point) => Point;

/**
 * The placing that takes every `from` (millimetres) near its `to` (pixels): the best plane, and a thin-plate spline
 * (Bookstein 1989) for what is left. `stiffness` lets it pass by points that are a little wrong. Null for fewer than four pairs.
 */
export function placingOf(pairs: readonly Pair[], stiffness: number): Placing | null {
  const plane = homographyOf(pairs);
  if (!plane) return null;
  const bend = bendOf(plane, pairs, stiffness);
  if (!bend) return (point) => mapped(plane, point);
  return (point) => {
    const flat = mapped(plane, point);
    const [x, y] = bend(point);
    return { x: flat.x + x, y: flat.y + y };
  };
}

/** Millimetres in a unit of the spline, so that its equations keep their figures. */
const UNIT = 100;

function bendOf(
  plane: Homography,
  pairs: readonly Pair[],
  stiffness: number,
): ((point: Point) => readonly [number, number]) | null {
  const knots = pairs.map(({ from }) => ({ x: from.x / UNIT, y: from.y / UNIT }));
  const left = pairs.map(({ from, to }) => {
    const flat = mapped(plane, from);
    return { x: to.x - flat.x, y: to.y - flat.y };
  });
  const rows = (value: (at: number) => number) => [
    ...knots.map((knot, at) => [
      ...knots.map((other, column) => kernel(knot, other) + (column === at ? stiffness : 0)),
      1,
      knot.x,
      knot.y,
      value(at),
    ]),
    [...knots.map(() => 1), 0, 0, 0, 0],
    [...knots.map(({ x }) => x), 0, 0, 0, 0],
    [...knots.map(({ y }) => y), 0, 0, 0, 0],
  ];
  const across = solve(rows((at) => left[at]?.x ?? 0));
  const down = solve(rows((at) => left[at]?.y ?? 0));
  if (!across || !down) return null;
  return ({ x, y }) => {
    const place = { x: x / UNIT, y: y / UNIT };
    const n = knots.length;
    let dx = (across[n] as number) + (across[n + 1] as number) * place.x + (across[n + 2] as number) * place.y;
    let dy = (down[n] as number) + (down[n + 1] as number) * place.x + (down[n + 2] as number) * place.y;
    for (let at = 0; at < n; at += 1) {
      const weight = kernel(knots[at] as Point, place);
      dx += weight * (across[at] as number);
      dy += weight * (down[at] as number);
    }
    return [dx, dy];
  };
}

function kernel(one: Point, other: Point): number {
  const squared = (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
  return squared < 1e-12 ? 0 : squared * Math.log(squared);
}
