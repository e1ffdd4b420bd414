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

function layoutIn(json: unknown): SheetLayout {
  const file = objectAt('', json);
  const page = objectAt('page', file.page);
  const marks = listAt('markers', file.markers).map((marker, at) => markerAt(`markers[${at}]`, marker));
  const named = sheetOf(marks.map(({ id }) => id));
  if (!named) throw new Misplaced('markers');
  const qr = file.qr === undefined ? null : objectAt('qr', file.qr);
  return {
    layout: textAt('layout', file.layout),
    sheet: named.sheet,
    page: { w: lengthAt('page.w', page.w), h: lengthAt('page.h', page.h) },
    boxes: listAt('boxes', file.boxes).map((box, at) => namedAt(`boxes[${at}]`, box)),
    notes: listAt('notes', file.notes ?? []).map((note, at) => namedAt(`notes[${at}]`, note)),
    fields: listAt('fields', file.fields ?? []).map((field, at) => namedAt(`fields[${at}]`, field)),
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

function namedAt(at: string, json: unknown): Named {
  const place = objectAt(at, json);
  return { id: textAt(`${at}.id`, place.id), ...rectAt(at, place) };
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
  if (Array.isArray(json)) return json;
  throw new Misplaced(at);
}

function textAt(at: string, json: unknown): string {
  if (typeof json === 'string' && json !== '') return json;
  throw new Misplaced(at);
}

function lengthAt(at: string, json: unknown): number {
  if (typeof json === 'number' && json >= 0 && json < 10_000) return json;
  throw new Misplaced(at);
}
