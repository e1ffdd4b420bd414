import type { Point } from './grey.ts';

/** A patch of dark pixels that hang together: its extent, and the outermost pixels of its rows. */
export interface Blob {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly pixels: number;
  /** Corners of pixels on its left and right edges, from the top. */
  readonly outline: readonly Point[];
}

export interface Size {
  /** Pixels along the shorter and the longer side of the extent. */
  readonly least: number;
  readonly most: number;
}

/** The patches of `dark` whose extent has the size of a marker. Runs of a row are joined with those they touch above. */
export function blobsOf(dark: Uint8Array, w: number, h: number, { least, most }: Size): readonly Blob[] {
  const { rows, starts, ends, parents } = runsOf(dark, w, h);
  const extents = extentsOf(rows, starts, ends, parents);
  const wanted = new Map<number, Point[]>();
  for (const [root, { left, top, right, bottom }] of extents) {
    const [low, high] = [Math.min(right - left, bottom - top), Math.max(right - left, bottom - top)];
    if (low >= least && high <= most && high <= 4 * low) wanted.set(root, []);
  }
  for (let run = 0; run < starts.length; run += 1) {
    const outline = wanted.get(rootOf(parents, run));
    const [y, x, end] = [rows[run] as number, starts[run] as number, ends[run] as number];
    outline?.push({ x, y }, { x, y: y + 1 }, { x: end, y }, { x: end, y: y + 1 });
  }
  return [...wanted].map(([root, outline]) => ({ ...(extents.get(root) as Extent), outline }));
}

interface Runs {
  readonly rows: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly parents: number[];
}

function runsOf(dark: Uint8Array, w: number, h: number): Runs {
  const rows: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const parents: number[] = [];
  let above = 0;
  for (let y = 0; y < h; y += 1) {
    const first = starts.length;
    for (let x = 0, at = y * w; x < w; x += 1) {
      if (dark[at + x] === 0) continue;
      const start = x;
      while (x < w && dark[at + x] === 1) x += 1;
      const run = starts.length;
      rows.push(y);
      starts.push(start);
      ends.push(x);
      parents.push(run);
      // Runs of the row above that touch this one, also by a corner.
      while (above < first && (ends[above] as number) < start) above += 1;
      for (let other = above; other < first && (starts[other] as number) <= x; other += 1) join(parents, run, other);
    }
    above = first;
  }
  return { rows, starts, ends, parents };
}

interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
  pixels: number;
}

function extentsOf(
  rows: readonly number[],
  starts: readonly number[],
  ends: readonly number[],
  parents: number[],
): ReadonlyMap<number, Extent> {
  const extents = new Map<number, Extent>();
  for (let run = 0; run < starts.length; run += 1) {
    const [y, start, end] = [rows[run] as number, starts[run] as number, ends[run] as number];
    const root = rootOf(parents, run);
    const extent = extents.get(root);
    if (extent) {
      extent.left = Math.min(extent.left, start);
      extent.right = Math.max(extent.right, end);
      extent.bottom = y + 1;
      extent.pixels += end - start;
    } else extents.set(root, { left: start, top: y, right: end, bottom: y + 1, pixels: end - start });
  }
  return extents;
}

function rootOf(parents: number[], run: number): number {
  let root = run;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root] as number] as number;
    root = parents[root] as number;
  }
  return root;
}

function join(parents: number[], one: number, other: number): void {
  const [a, b] = [rootOf(parents, one), rootOf(parents, other)];
  parents[Math.max(a, b)] = Math.min(a, b);
}
