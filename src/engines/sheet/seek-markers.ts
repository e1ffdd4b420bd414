import { cellsIn, type SeenMarker } from './find-markers.ts';
import type { Grey, Point } from './grey.ts';
import { placeOf } from './identity.ts';
import type { SheetLayout } from './layout-json.ts';
import { likenessOf } from './likeness.ts';
import { markersOn } from './locate.ts';
import type { Pyramid } from './patch.ts';
import { homographyOf, mapped } from './plane.ts';
import { type Quad, sharpened } from './quads.ts';

/** So many of a layout's markers tell roughly where its others must be. */
const FEWEST = 2;
/** How far from there one is looked for, in sizes of a marker, in so many steps to each side. */
const REACH = 0.9;
const STEPS = 7;
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
  const plane = homographyOf(
    best.own.flatMap(({ seen: { corners }, corners: printed }) =>
      printed.map((from, at) => ({ from, to: corners[at] as Point })),
    ),
  );
  if (!plane) return [];
  const known = new Set(best.own.map(({ seen: { id } }) => id));
  return best.layout.markers
    .filter(({ id }) => !known.has(id))
    .flatMap((marker) => soughtAround(pyramid[0] as Grey, marker, (x, y) => mapped(plane, { x, y })) ?? []);
}

function soughtAround(
  grey: Grey,
  { id, x, y, size }: SheetLayout['markers'][number],
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
  for (let down = -STEPS; down <= STEPS; down += 1)
    for (let right = -STEPS; right <= STEPS; right += 1)
      look(quadAt((right * REACH * size) / STEPS, (down * REACH * size) / STEPS));
  const found = best as { readonly quad: Quad; readonly alike: number } | null;
  if (!found) return null;
  look(sharpened(grey, found.quad));
  const { quad, alike } = best as unknown as { readonly quad: Quad; readonly alike: number };
  return { id, corners: quad, wrong: 5 - alike, sure: false, twice: false };
}
