import { type Placing, placingOf } from './bend.ts';
import type { SeenMarker } from './find-markers.ts';
import type { Point } from './grey.ts';
import { sheetOf } from './identity.ts';
import type { SheetLayout } from './layout-json.ts';
import { homographyOf, mapped, type Pair } from './plane.ts';

/** Which sheet a picture shows, and where on it every millimetre lies; or why that cannot be said. */
export type Location =
  | { readonly kind: 'found'; readonly layout: SheetLayout; readonly placing: Placing; readonly pairs: readonly Pair[] }
  | { readonly kind: 'no-markers' | 'several-sheets' }
  /** Some markers, too few to say which sheet it is. */
  | { readonly kind: 'hidden'; readonly seen: number }
  /** A sheet of ours, but none of those that were asked for. */
  | { readonly kind: 'other-sheet'; readonly sheet: number };

const FEWEST = 4;
/** So many markers of another sheet, or of the same once more, are no accident. */
const FOREIGN = 3;
/** Millimetres that a marker may lie off the plane of the others: paper curls, but a marker read in the wrong place is farther off. */
const CURL = 25;
const STIFFNESS = 1e-4;

export function locate(seen: readonly SeenMarker[], layouts: readonly SheetLayout[]): Location {
  if (seen.length === 0) return { kind: 'no-markers' };
  const counted = layouts
    .map((layout) => ({ layout, own: markersOn(layout, seen) }))
    .sort((one, other) => other.own.length - one.own.length);
  const [best] = counted;
  const sure = seen.filter((marker) => marker.sure);
  const foreign = sure.filter(({ id }) => !best?.layout.markers.some((own) => own.id === id)).length;
  if (best && best.own.length >= FEWEST) {
    const twice = best.own.filter((own) => own.seen.twice).length;
    if (Math.max(foreign, twice) >= FOREIGN) return { kind: 'several-sheets' };
    return placed(best.layout, best.own) ?? { kind: 'hidden', seen: seen.length };
  }
  // One that is only likelier than any other may be anything: a pattern on a cloth, a corner of print.
  if (sure.length === 0 && (best?.own.length ?? 0) < 2) return { kind: 'no-markers' };
  const named = sheetOf(sure.map(({ id }) => id));
  return named ? { kind: 'other-sheet', sheet: named.sheet } : { kind: 'hidden', seen: seen.length };
}

/** A marker that was seen, and belongs to the sheet. */
export interface OwnMarker {
  readonly seen: SeenMarker;
  /** Its corners on the paper, as `seen.corners` goes round. */
  readonly corners: readonly Point[];
}

export function markersOn(layout: SheetLayout, seen: readonly SeenMarker[]): readonly OwnMarker[] {
  return seen.flatMap((marker) => {
    const place = layout.markers.find(({ id }) => id === marker.id);
    if (!place) return [];
    const { x, y, size } = place;
    const corners = [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
    ] as const;
    return [{ seen: marker, corners: corners.map(([cx, cy]) => ({ x: cx, y: cy })) }];
  });
}

function placed(layout: SheetLayout, own: readonly OwnMarker[]): Location | null {
  const fitting = withoutStrays(own);
  if (fitting.length < FEWEST) return null;
  const pairs = fitting.flatMap(({ seen, corners }) =>
    corners.map((from, at) => ({ from, to: seen.corners[at] as Point })),
  );
  const placing = placingOf(pairs, STIFFNESS);
  return placing && { kind: 'found', layout, placing, pairs };
}

/** Leaves out, one by one, the marker farthest from where the others say that it is. */
function withoutStrays(own: readonly OwnMarker[]): readonly OwnMarker[] {
  const back = homographyOf(
    own.flatMap(({ seen, corners }) => corners.map((to, at) => ({ from: seen.corners[at] as Point, to }))),
  );
  if (!back) return [];
  const off = own.map(({ seen, corners }) =>
    Math.max(
      ...corners.map((corner, at) => {
        const place = mapped(back, seen.corners[at] as Point);
        return Math.hypot(place.x - corner.x, place.y - corner.y);
      }),
    ),
  );
  const worst = off.indexOf(Math.max(...off));
  return (off[worst] ?? 0) <= CURL ? own : withoutStrays(own.filter((_, at) => at !== worst));
}
