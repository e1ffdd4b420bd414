import { type Placing, placingOf } from './bend.ts';
import { findMarkers } from './find-markers.ts';
import { type Frame, frameOf } from './frames.ts';
import type { Grey } from './grey.ts';
import type { Named, SheetLayout } from './layout-json.ts';
import { type Location, locate } from './locate.ts';
import { type Patch, patchOf } from './patch.ts';
import type { Picture } from './picture.ts';
import type { Pair } from './plane.ts';
import { soughtMarkers } from './seek-markers.ts';

/** A sheet found in a picture, with every box laid flat, or why there is none. */
export type Survey = Exclude<Location, { kind: 'found' }> | Surveyed;

export interface Surveyed {
  readonly kind: 'found';
  readonly layout: SheetLayout;
  readonly placing: Placing;
  readonly boxes: readonly SurveyedBox[];
  readonly picture: Picture;
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
/** Where a frame is sought, as shares of the box: first with the markers alone, then with what its neighbours say. */
const [FAR, NEAR] = [0.34, 0.16];
/** Neighbours are asked, and a frame that lies so much farther off than they do is a stroke that looks like one. */
const NEIGHBOURS = 5;
const STRAY = 0.12;

/** So far from every marker that was read, in widths of the page, bent paper may lie anywhere: what looks like the box may be another. */
const BEYOND = 0.4;
const UNSEEN: Frame = { dx: 0, dy: 0, contrast: 0, sides: 0 };

/**
 * Finds the sheet, and then each box by its own printed frame: twice, since frames that were found pull the next ones into
 * place. This matters more than the plane through the markers.
 */
export function survey(picture: Picture, layouts: readonly SheetLayout[]): Survey {
  const { pyramid } = picture;
  const grey = pyramid[0] as Grey;
  const found = findMarkers(pyramid);
  const location = locate([...found, ...soughtMarkers(pyramid, found, layouts)], layouts);
  if (location.kind !== 'found') return location;
  const { layout, pairs } = location;
  const near = layout.boxes.filter((box) => isNear(box, pairs, layout));
  const first = near.map((box) => ({ box, frame: frameOf(grey, location.placing, box, FAR) }));
  const knots = [...pairs, ...knotsOf(location.placing, first)];
  const placing = placingOf(knots, STIFFNESS) ?? location.placing;
  const boxes = layout.boxes.map((box) => {
    const frame = near.includes(box) ? frameOf(grey, placing, box, NEAR) : UNSEEN;
    return { box, frame, patch: patchOf(picture, placing, box, { x: frame.dx, y: frame.dy }) };
  });
  return { kind: 'found', layout, placing, boxes, picture, knots, markers: pairs.length / 4 };
}

function isNear({ x, y, w, h }: Named, markers: readonly Pair[], { page }: SheetLayout): boolean {
  return markers.some(({ from }) => Math.hypot(from.x - x - w / 2, from.y - y - h / 2) < BEYOND * page.w);
}

interface Framed {
  readonly box: Named;
  readonly frame: Frame;
}

function knotsOf(placing: Placing, all: readonly Framed[]): readonly Pair[] {
  const found = all.filter(({ frame }) => frame.sides >= SIDES);
  return found
    .filter((one) => !isStray(one, found))
    .map(({ box, frame }) => {
      const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
      return { from: middle, to: placing({ x: middle.x + frame.dx, y: middle.y + frame.dy }) };
    });
}

function isStray({ box, frame }: Framed, found: readonly Framed[]): boolean {
  const near = found
    .filter((other) => other.box !== box)
    .map((other) => ({ ...other.frame, far: Math.hypot(other.box.x - box.x, other.box.y - box.y) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, NEIGHBOURS);
  const middle = (values: readonly number[]) => [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
  const off = Math.hypot(frame.dx - middle(near.map(({ dx }) => dx)), frame.dy - middle(near.map(({ dy }) => dy)));
  return off > STRAY * box.w;
}
