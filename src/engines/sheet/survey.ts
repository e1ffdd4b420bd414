import { type Placing, placingOf } from './bend.ts';
import { findMarkers } from './find-markers.ts';
import { type Frame, frameOf } from './frames.ts';
import type { Grey } from './grey.ts';
import type { Named, SheetLayout } from './layout-json.ts';
import { type Location, locate } from './locate.ts';
import { type Patch, type Pyramid, patchOf, pyramidOf } from './patch.ts';
import type { Pair } from './plane.ts';

/** A sheet found in a picture, with every box laid flat, or why there is none. */
export type Survey = Exclude<Location, { kind: 'found' }> | Surveyed;

export interface Surveyed {
  readonly kind: 'found';
  readonly layout: SheetLayout;
  readonly placing: Placing;
  readonly boxes: readonly SurveyedBox[];
  readonly pyramid: Pyramid;
  /** Where `placing` was measured: corners of markers, and middles of boxes. */
  readonly knots: readonly Pair[];
  readonly markers: number;
}

export interface SurveyedBox {
  readonly box: Named;
  readonly frame: Frame;
  /** Null when it lies outside the picture. */
  readonly patch: Patch | null;
}

const STIFFNESS = 3e-4;
/** A frame seen on so many sides tells how the paper bends there. */
const SIDES = 3;

/**
 * Finds the sheet, and then each box by its own printed frame: twice, since frames that were found pull the next ones into
 * place. This matters more than the plane through the markers.
 */
export function survey(picture: Grey, layouts: readonly SheetLayout[]): Survey {
  const pyramid = pyramidOf(picture);
  const location = locate(findMarkers(pyramid), layouts);
  if (location.kind !== 'found') return location;
  const { layout, pairs } = location;
  const first = layout.boxes.map((box) => ({ box, frame: frameOf(picture, location.placing, box) }));
  const knots = [...pairs, ...first.flatMap((seen) => knotOf(location.placing, seen))];
  const placing = placingOf(knots, STIFFNESS) ?? location.placing;
  const boxes = layout.boxes.map((box) => {
    const frame = frameOf(picture, placing, box);
    return { box, frame, patch: patchOf(pyramid, placing, box, { x: frame.dx, y: frame.dy }) };
  });
  return { kind: 'found', layout, placing, boxes, pyramid, knots, markers: pairs.length / 4 };
}

function knotOf(placing: Placing, { box, frame }: { readonly box: Named; readonly frame: Frame }): readonly Pair[] {
  if (frame.sides < SIDES) return [];
  const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
  return [{ from: middle, to: placing({ x: middle.x + frame.dx, y: middle.y + frame.dy }) }];
}
