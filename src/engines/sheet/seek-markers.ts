import { cellsIn, type SeenMarker } from './find-markers.ts';
import type { Grey, Point } from './grey.ts';
import { placeOf } from './identity.ts';
import type { SheetLayout } from './layout-json.ts';
import { likenessOf } from './likeness.ts';
import { markersOn, type OwnMarker } from './locate.ts';
import type { Pyramid } from './picture.ts';
import { homographyOf, mapped } from './plane.ts';
import { type Quad, sharpened } from './quads.ts';

/** So many of a layout's markers tell roughly where its others must be. */
const FEWEST = 2;
/** How far from there one is looked for, in sizes of a marker, and how far a step is. */
const REACH = 0.9;
const STEP = 0.13;
/** While too few are known to say which sheet it is, where the others lie is known less well. */
const [FAR, FEW] = [2.6, 4];
/** It must be so like itself, and so much more than the other thirty that could stand in its place. */
const [ALIKE, AHEAD] = [0.8, 0.1];

/**
 * Markers that nobody found because their outline is lost in blur or noise, sought where the others say that they are. What the
 * eye knows it sees better: each is held against the one marker that belongs there.
 */
export function soughtMarkers(
  pyramid: Pyramid,
  seen: readonly SeenMarker[],
  layouts: readonly SheetLayout[],
): readonly SeenMarker[] {
  const [best] = layouts
    .map((layout) => ({ layout, own: markersOn(layout, seen) }))
    .sort((one, other) => other.own.length - one.own.length);
  if (!best || best.own.length < FEWEST || best.own.length === best.layout.markers.length) return [];
  const known = [...best.own];
  const grey = pyramid[0] as Grey;
  for (let next = nextOf(grey, best.layout, known); next; next = nextOf(grey, best.layout, known)) known.push(next);
  return known.slice(best.own.length).map((own) => own.seen);
}

/** The nearest to those that are known: where it lies is known best, and it says more exactly where the next one does. */
function nextOf(grey: Grey, layout: SheetLayout, known: readonly OwnMarker[]): OwnMarker | null {
  const plane = homographyOf(
    known.flatMap(({ seen, corners }) => corners.map((from, at) => ({ from, to: seen.corners[at] as Point }))),
  );
  if (!plane) return null;
  const far = ({ x, y }: Point) =>
    Math.min(...known.map(({ corners: [own] }) => Math.hypot(x - (own?.x ?? 0), y - (own?.y ?? 0))));
  const missing = layout.markers
    .filter(({ id }) => !known.some(({ seen }) => seen.id === id))
    .sort((one, other) => far(one) - far(other));
  for (const reach of known.length < FEW ? [REACH, FAR] : [REACH])
    for (const marker of missing) {
      const seen = soughtAround(grey, marker, reach, (x, y) => mapped(plane, { x, y }));
      if (seen) return markersOn(layout, [seen])[0] ?? null;
    }
  return null;
}

function soughtAround(
  grey: Grey,
  { id, x, y, size }: SheetLayout['markers'][number],
  reach: number,
  placed: (x: number, y: number) => Point,
): SeenMarker | null {
  const place = placeOf(id);
  const belongs = (other: number, turns: number) => turns === 0 && placeOf(other) === place;
  const quadAt = (dx: number, dy: number): Quad => [
    placed(x + dx, y + dy),
    placed(x + dx + size, y + dy),
    placed(x + dx + size, y + dy + size),
    placed(x + dx, y + dy + size),
  ];
  if (quadAt(0, 0).some((corner) => corner.x < 0 || corner.y < 0 || corner.x > grey.w || corner.y > grey.h))
    return null;
  let best: { readonly quad: Quad; readonly alike: number } | null = null;
  const look = (quad: Quad) => {
    const cells = cellsIn(grey, quad);
    const like = cells && likenessOf(cells, belongs);
    if (like?.id === id && like.ahead >= AHEAD && like.alike > Math.max(ALIKE, best?.alike ?? 0))
      best = { quad, alike: like.alike };
  };
  const steps = Math.round(reach / STEP);
  for (let down = -steps; down <= steps; down += 1)
    for (let right = -steps; right <= steps; right += 1) look(quadAt(right * STEP * size, down * STEP * size));
  const found = best as { readonly quad: Quad; readonly alike: number } | null;
  if (!found) return null;
  look(sharpened(grey, found.quad));
  const { quad, alike } = best as unknown as { readonly quad: Quad; readonly alike: number };
  return { id, corners: quad, wrong: 5 - alike, sure: false, twice: false };
}
