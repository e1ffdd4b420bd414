import type { Blob } from './blobs.ts';
import { type Grey, greyAt, type Point } from './grey.ts';

/** Four corners in turn, clockwise as the eye sees them. */
export type Quad = readonly [Point, Point, Point, Point];

/** The four corners of a patch that looks like a square seen from the side; null for every other shape. */
export function quadOf(blob: Blob): Quad | null {
  const hull = hullOf(blob.outline);
  if (hull.length < 4) return null;
  const quad = largestQuad(hull);
  if (!quad) return null;
  const [area, whole] = [areaOf(quad), areaOf(hull)];
  const sides = quad.map((corner, at) => Math.hypot(corner.x - at4(quad, at + 1).x, corner.y - at4(quad, at + 1).y));
  const square = Math.min(...sides) > 0.25 * Math.max(...sides) && area > 0.72 * whole;
  // The black edge and the dark cells are more than half of a marker's 64 cells, the light ones at least a tenth.
  return square && blob.pixels > 0.4 * area && blob.pixels < 1.3 * area ? quad : null;
}

function at4(quad: Quad, at: number): Point {
  return quad[(at + 4) % 4] as Point;
}

/** Andrew's monotone chain; clockwise on the screen. */
function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((one, other) => one.x - other.x || one.y - other.y);
  const half = (from: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of from) {
      while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Positive when the way from `a` by `b` to `c` bends to the right on the screen. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function areaOf(polygon: readonly Point[]): number {
  const doubled = polygon.reduce((sum, point, at) => {
    const next = polygon[(at + 1) % polygon.length] as Point;
    return sum + point.x * next.y - next.x * point.y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** Begins with the two points farthest apart and the farthest on both sides, then moves each corner to where the area grows. */
function largestQuad(hull: readonly Point[]): Quad | null {
  const [a, c] = farthestPair(hull);
  const b = farthestFrom(hull, a, c, 1);
  const d = farthestFrom(hull, a, c, -1);
  if (!b || !d) return null;
  let quad: Quad = [a, d, c, b];
  for (let round = 0; round < 3; round += 1)
    quad = quad.map((_, at) => {
      const [before, after] = [at4(quad, at - 1), at4(quad, at + 1)];
      return farthestFrom(hull, before, after, -1) ?? at4(quad, at);
    }) as unknown as Quad;
  return quad;
}

function farthestPair(hull: readonly Point[]): readonly [Point, Point] {
  let best: readonly [Point, Point] = [hull[0] as Point, hull[1] as Point];
  let most = 0;
  for (const [at, one] of hull.entries())
    for (const other of hull.slice(at + 1)) {
      const apart = (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
      if (apart > most) [most, best] = [apart, [one, other]];
    }
  return best;
}

function farthestFrom(hull: readonly Point[], a: Point, b: Point, side: 1 | -1): Point | null {
  let best: Point | null = null;
  let most = 0;
  for (const point of hull) {
    const off = turn(a, b, point) * side;
    if (off > most) [most, best] = [off, point];
  }
  return best;
}

const SAMPLES = 12;

/** Corners to a fraction of a pixel: along each side the steepest step from dark to light is sought, and lines laid through. */
export function sharpened(grey: Grey, quad: Quad): Quad {
  const lines = quad.map((corner, at) => sideLine(grey, corner, at4(quad, at + 1)));
  const corners = quad.map((corner, at) => {
    const met = crossing(lines[(at + 3) % 4] as Line, lines[at] as Line);
    const reach = 0.15 * Math.hypot(corner.x - at4(quad, at + 1).x, corner.y - at4(quad, at + 1).y) + 2;
    return met && Math.hypot(met.x - corner.x, met.y - corner.y) < reach ? met : corner;
  });
  return corners as unknown as Quad;
}

/** Points (x, y) with nx * x + ny * y = c. */
interface Line {
  readonly nx: number;
  readonly ny: number;
  readonly c: number;
}

function sideLine(grey: Grey, from: Point, to: Point): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  // The square lies to the right of its clockwise sides: (nx, ny) points out of it.
  const [nx, ny] = [(to.y - from.y) / length, -(to.x - from.x) / length];
  const reach = Math.max(2, length / 12);
  const edge: Point[] = [];
  for (let at = 0; at < SAMPLES; at += 1) {
    const share = 0.12 + (0.76 * at) / (SAMPLES - 1);
    const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
    const off = steepest(grey, x, y, nx, ny, reach);
    if (off !== null) edge.push({ x: x + nx * off, y: y + ny * off });
  }
  return lineThrough(edge) ?? { nx, ny, c: nx * from.x + ny * from.y };
}

/** How far along (nx, ny) the grey rises most; null when it hardly rises. */
function steepest(grey: Grey, x: number, y: number, nx: number, ny: number, reach: number): number | null {
  const step = reach / 8;
  let [best, most] = [0, 8];
  const rise = (off: number) =>
    greyAt(grey, x + nx * (off + step * 2), y + ny * (off + step * 2)) -
    greyAt(grey, x + nx * (off - step * 2), y + ny * (off - step * 2));
  for (let off = -reach; off <= reach; off += step) {
    const rises = rise(off);
    if (rises > most) [most, best] = [rises, off];
  }
  if (most === 8) return null;
  const [before, after] = [rise(best - step), rise(best + step)];
  const bend = before - 2 * most + after;
  return best + (bend < 0 ? (step * (before - after)) / (2 * bend) : 0);
}

/** Least squares, once more without the worst third. */
function lineThrough(points: readonly Point[]): Line | null {
  if (points.length < 5) return null;
  const first = fit(points);
  const off = (point: Point) => Math.abs(first.nx * point.x + first.ny * point.y - first.c);
  return fit([...points].sort((one, other) => off(one) - off(other)).slice(0, Math.ceil((points.length * 2) / 3)));
}

function fit(points: readonly Point[]): Line {
  const n = points.length;
  const mx = points.reduce((sum, { x }) => sum + x, 0) / n;
  const my = points.reduce((sum, { y }) => sum + y, 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  const along = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [nx, ny] = [-Math.sin(along), Math.cos(along)];
  return { nx, ny, c: nx * mx + ny * my };
}

function crossing(one: Line, other: Line): Point | null {
  const across = one.nx * other.ny - one.ny * other.nx;
  if (Math.abs(across) < 1e-6) return null;
  return { x: (one.c * other.ny - one.ny * other.c) / across, y: (one.nx * other.c - one.c * other.nx) / across };
}
