import type { Placing } from './bend.ts';
import type { Grey, Point } from './grey.ts';
import { judgeBox, type Reader } from './judge.ts';
import type { SheetLayout } from './layout-json.ts';
import type { Location } from './locate.ts';
import type { Photo } from './photo.ts';
import { type Picture, pictureOf } from './picture.ts';
import type { BoxReading, Reason, SeenSheet, SheetReading } from './reading.ts';
import { type Survey, type Surveyed, survey } from './survey.ts';

/** A box of fewer pixels shows no mark plainly. */
const FEWEST_PIXELS = 20;
/** What the gate asks of the photo as a whole; see docs/sheet-reading.md for where the figures come from. */
const FAINTEST_FRAMES = 0.055;
const DARK = 45;
const MOST_HIDDEN = 0.25;

/**
 * Reads one photo: which of the layouts it shows, and what stands in each box. Pure: pixels in, plain data out;
 * `reader` is `trained()`.
 */
export function readSheet(photo: Photo, layouts: readonly SheetLayout[], reader: Reader): SheetReading {
  const picture = pictureOf(photo);
  return readSurvey(survey(picture, layouts), picture, reader);
}

/** The same, for one who needs the survey as well. */
export function readSurvey(seen: Survey, { pyramid }: Picture, reader: Reader): SheetReading {
  const grey = pyramid[0] as Grey;
  if (seen.kind !== 'found') return { ...refusalOf(seen, grey), layout: null, sheet: null, boxes: [] };
  const boxes = seen.boxes.map((box): BoxReading => judgeBox(seen, box, reader));
  const complaint = complaintOf(
    seen.boxes.map(({ patch, frame }, at) => ({
      pixels: patch?.pixels ?? 0,
      contrast: frame.contrast,
      seen: boxes[at]?.seen === true,
    })),
  );
  // Noise of a picture without light hides the frames as blur does, and may look like marks.
  const light = brightest(grey);
  const dark = light < DARK || (complaint === 'blurred' && light < DARK * 2);
  const reason: Reason | null = dark ? 'dark' : complaint;
  return {
    status: reason ? 'retake' : 'read',
    reason,
    layout: seen.layout.layout,
    sheet: sheetIn(seen),
    boxes,
  };
}

function refusalOf(seen: Exclude<Location, { kind: 'found' }>, grey: Grey): Pick<SheetReading, 'status' | 'reason'> {
  switch (seen.kind) {
    case 'hidden':
      return { status: 'retake', reason: 'hidden' };
    case 'other-sheet':
      return { status: 'reject', reason: 'unknown-sheet' };
    case 'several-sheets':
      return { status: 'reject', reason: 'several-sheets' };
    default:
      return brightest(grey) < DARK ? { status: 'retake', reason: 'dark' } : { status: 'reject', reason: 'not-found' };
  }
}

/** A box as the gate of the whole photo sees it. */
export interface GateBox {
  readonly pixels: number;
  readonly contrast: number;
  readonly seen: boolean;
}

/** What is wrong with a photo on which the sheet was found; null when it will do. */
export function complaintOf(boxes: readonly GateBox[]): 'too-small' | 'blurred' | 'hidden' | null {
  if (medianOf(boxes.map(({ pixels }) => pixels)) < FEWEST_PIXELS) return 'too-small';
  // A box that was not looked for has no contrast at all: that says nothing about the others.
  const contrasts = boxes.map(({ contrast }) => contrast).filter((contrast) => contrast > 0);
  if (medianOf(contrasts) < FAINTEST_FRAMES) return 'blurred';
  return boxes.filter(({ seen }) => !seen).length > MOST_HIDDEN * boxes.length ? 'hidden' : null;
}

function sheetIn({ layout, placing, boxes, knots, markers }: Surveyed): SeenSheet {
  return {
    number: layout.sheet,
    markers,
    corners: cornersOf(layout, placing),
    boxPixels: Math.round(medianOf(boxes.map(({ patch }) => patch?.pixels ?? 0))),
    knots,
  };
}

function cornersOf({ page }: SheetLayout, placing: Placing): readonly Point[] {
  return [
    { x: 0, y: 0 },
    { x: page.w, y: 0 },
    { x: page.w, y: page.h },
    { x: 0, y: page.h },
  ].map(placing);
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
}

/** The grey that only the brightest twentieth of the picture exceeds. */
function brightest({ data }: Grey): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 17) counts[data[at] as number] = (counts[data[at] as number] as number) + 1;
  let left = data.length / 17 / 20;
  for (let grey = 255; grey > 0; grey -= 1) {
    left -= counts[grey] as number;
    if (left <= 0) return grey;
  }
  return 0;
}
