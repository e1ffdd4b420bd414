import type { Point } from './grey.ts';

/** A plane seen from the side: maps (x, y) to ((a x + b y + c) / (g x + h y + 1), (d x + e y + f) / (g x + h y + 1)). */
export type Homography = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
];

export interface Pair {
  readonly from: Point;
  readonly to: Point;
}

export function mapped(plane: Homography, { x, y }: Point): Point {
  const depth = plane[6] * x + plane[7] * y + 1;
  return { x: (plane[0] * x + plane[1] * y + plane[2]) / depth, y: (plane[3] * x + plane[4] * y + plane[5]) / depth };
}

/** The plane that takes `from` to `to` with the least squared error over four pairs or more; null when they lie on a line. */
export function homographyOf(pairs: readonly Pair[]): Homography | null {
  if (pairs.length < 4) return null;
  const [here, there] = [frameOf(pairs.map(({ from }) => from)), frameOf(pairs.map(({ to }) => to))];
  const normal = Array.from({ length: 8 }, () => new Array<number>(9).fill(0));
  for (const { from, to } of pairs) {
    const [x, y, u, v] = [
      (from.x - here.x) / here.size,
      (from.y - here.y) / here.size,
      (to.x - there.x) / there.size,
      (to.y - there.y) / there.size,
    ];
    addEquation(normal, [x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    addEquation(normal, [0, 0, 0, x, y, 1, -v * x, -v * y], v);
  }
  const solved = solve(normal);
  return solved && undoFrames(solved as unknown as Homography, here, there);
}

interface Frame extends Point {
  readonly size: number;
}

/** Where the points lie and how far they spread: the equations are solved in units of that, else they lose figures. */
function frameOf(points: readonly Point[]): Frame {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const size = points.reduce((sum, point) => sum + Math.hypot(point.x - x, point.y - y), 0) / points.length || 1;
  return { x, y, size };
}

function addEquation(normal: number[][], row: readonly number[], value: number): void {
  for (const [i, left] of row.entries()) {
    const target = normal[i] as number[];
    for (const [j, right] of row.entries()) target[j] = (target[j] as number) + left * right;
    target[8] = (target[8] as number) + left * value;
  }
}

function undoFrames([a, b, c, d, e, f, g, h]: Homography, here: Frame, there: Frame): Homography | null {
  const s = 1 / here.size;
  const [p, q] = [g * s, h * s];
  const depth = 1 - p * here.x - q * here.y;
  if (Math.abs(depth) < 1e-12) return null;
  const row = (k: number, l: number, m: number, size: number, shift: number) => {
    const [kx, ly] = [k * s * size + shift * p, l * s * size + shift * q];
    return [kx / depth, ly / depth, ((m - k * s * here.x - l * s * here.y) * size + shift * depth) / depth] as const;
  };
  return [...row(a, b, c, there.size, there.x), ...row(d, e, f, there.size, there.y), p / depth, q / depth];
}

/** Gauss with the largest pivot; the last column holds the values. Null when the equations do not say enough. */
export function solve(rows: number[][]): number[] | null {
  const n = rows.length;
  for (let column = 0; column < n; column += 1) {
    let best = column;
    for (let row = column + 1; row < n; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    const pivot = rows[best] as number[];
    if (Math.abs(pivot[column] as number) < 1e-12) return null;
    rows[best] = rows[column] as number[];
    rows[column] = pivot;
    for (let row = column + 1; row < n; row += 1) {
      const other = rows[row] as number[];
      const factor = (other[column] as number) / (pivot[column] as number);
      if (factor !== 0)
        for (let at = column; at <= n; at += 1) other[at] = (other[at] as number) - factor * (pivot[at] as number);
    }
  }
  const values = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row -= 1) {
    const own = rows[row] as number[];
    let value = own[n] as number;
    for (let at = row + 1; at < n; at += 1) value -= (own[at] as number) * (values[at] as number);
    values[row] = value / (own[row] as number);
  }
  return values;
}
