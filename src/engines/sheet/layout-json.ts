import type { PlacedMarker, Rect, SheetPage } from './layout.ts';

/** A printed page as the file beside its PDF says it: all that reading needs. Millimetres from the upper left corner. */
export interface SheetLayout {
  readonly layout: string;
  /** The number that the markers carry. */
  readonly sheet: number;
  readonly page: { readonly w: number; readonly h: number };
  readonly boxes: readonly Named[];
  readonly notes: readonly Named[];
  readonly fields: readonly Named[];
  readonly markers: readonly PlacedMarker[];
  readonly qr: Rect & { readonly content: string };
}

export type Named = { readonly id: string } & Rect;

export function layoutOf(page: SheetPage, layout: string, content: string): SheetLayout {
  return {
    layout,
    sheet: page.sheet,
    page: page.page,
    boxes: page.boxes.map(named),
    notes: page.notes.map(named),
    fields: page.fields.map(named),
    markers: page.markers,
    qr: { ...page.qr, content },
  };
}

function named({ id, x, y, w, h }: Named): Named {
  return { id, x, y, w, h };
}
