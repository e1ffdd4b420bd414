import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { markers } from './dictionary.ts';
import { sheetOf } from './identity.ts';
import type { Rect } from './layout.ts';
import type { Named, SheetLayout } from './layout-json.ts';

/** A layout file as `print-sheet` wrote it, or the first place where it is none. */
export function readLayout(json: unknown): Outcome<SheetLayout, { readonly at: string }> {
  try {
    return ok(layoutIn(json));
  } catch (error) {
    if (error instanceof Misplaced) return refused({ at: error.at });
    throw error;
  }
}

class Misplaced extends Error {
  readonly at: string;
  constructor(at: string) {
    super(at);
    this.at = at;
  }
}

/** Millimetres; A0 is 1189. A file from somebody else must not have us lay pictures flat by the gigabyte. */
const LONGEST_PAGE = 1_200;
const MOST_PLACES = 1_000;
/** Millimetres that a place may reach over the edge of its page, for who rounds. */
const OVER = 1;

function layoutIn(json: unknown): SheetLayout {
  const file = objectAt('', json);
  const page = objectAt('page', file.page);
  const marks = listAt('markers', file.markers).map((marker, at) => markerAt(`markers[${at}]`, marker));
  const named = sheetOf(marks.map(({ id }) => id));
  if (!named) throw new Misplaced('markers');
  const size = { w: edgeAt('page.w', page.w), h: edgeAt('page.h', page.h) };
  const placesAt = (at: string, places: unknown) =>
    listAt(at, places).map((place, nth) => placedAt(`${at}[${nth}]`, place, size));
  const qr = file.qr === undefined ? null : objectAt('qr', file.qr);
  return {
    layout: nameAt('layout', file.layout),
    sheet: named.sheet,
    page: size,
    boxes: placesAt('boxes', file.boxes),
    notes: placesAt('notes', file.notes ?? []),
    fields: placesAt('fields', file.fields ?? []),
    markers: marks,
    qr: qr
      ? { ...rectAt('qr', qr), content: typeof qr.content === 'string' ? qr.content : '' }
      : { x: 0, y: 0, w: 0, h: 0, content: '' },
  };
}

function markerAt(at: string, json: unknown): SheetLayout['markers'][number] {
  const marker = objectAt(at, json);
  const id = marker.id;
  if (typeof id !== 'number' || !markers[id]) throw new Misplaced(`${at}.id`);
  return {
    id,
    x: lengthAt(`${at}.x`, marker.x),
    y: lengthAt(`${at}.y`, marker.y),
    size: lengthAt(`${at}.size`, marker.size),
  };
}

function placedAt(at: string, json: unknown, page: SheetLayout['page']): Named {
  const place = objectAt(at, json);
  const rect = rectAt(at, place);
  if (rect.x + rect.w > page.w + OVER || rect.y + rect.h > page.h + OVER) throw new Misplaced(at);
  return { id: textAt(`${at}.id`, place.id), ...rect };
}

function rectAt(at: string, place: Readonly<Record<string, unknown>>): Rect {
  return {
    x: lengthAt(`${at}.x`, place.x),
    y: lengthAt(`${at}.y`, place.y),
    w: lengthAt(`${at}.w`, place.w),
    h: lengthAt(`${at}.h`, place.h),
  };
}

function objectAt(at: string, json: unknown): Readonly<Record<string, unknown>> {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  throw new Misplaced(at);
}

function listAt(at: string, json: unknown): readonly unknown[] {
  if (Array.isArray(json) && json.length <= MOST_PLACES) return json;
  throw new Misplaced(at);
}

function textAt(at: string, json: unknown): string {
  if (typeof json === 'string' && json !== '') return json;
  throw new Misplaced(at);
}

/** Crops are called by it: nothing that leads to another folder. */
function nameAt(at: string, json: unknown): string {
  const name = textAt(at, json);
  if (/^[^/\\\0]{1,120}$/.test(name)) return name;
  throw new Misplaced(at);
}

function edgeAt(at: string, json: unknown): number {
  const length = lengthAt(at, json);
  if (length > 0 && length <= LONGEST_PAGE) return length;
  throw new Misplaced(at);
}

function lengthAt(at: string, json: unknown): number {
  if (typeof json === 'number' && json >= 0 && json < 10_000) return json;
  throw new Misplaced(at);
}
