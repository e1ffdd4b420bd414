import { markers } from '../../engines/sheet/dictionary.ts';
import type { PlacedMarker, Rect, SheetPage } from '../../engines/sheet/layout.ts';
import type { Language } from '../../kernel/language.ts';
import type { Palette } from './palette.ts';
import { qrSvgIn, streetSvg } from './pictures.ts';
import { placematWords } from './placemat-words.ts';

/** Paper placemats for a workshop, one page each: boxes for V and X, fields to write in, and markers that a camera finds. */
export interface PlacematSpec {
  readonly kind: 'placemat';
  /** Of title and occasion; all that one fills in is in `lang` of each page. */
  readonly language: Language;
  readonly title: string;
  /** Under the house's name: the workshop and its day. */
  readonly occasion: string;
  readonly pages: readonly PlacematPage[];
}

export interface PlacematPage {
  readonly layout: SheetPage;
  /** Short, best in capitals: the square code is a help, the markers say which sheet it is. */
  readonly qr: string;
  /** The table that it is for, as it stands beside the number of the sheet. */
  readonly whose?: string;
}

/** Everything the template draws, in millimetres and words. */
export function preparePlacemat({ occasion, pages }: PlacematSpec, palette: Palette): Record<string, unknown> {
  return { occasion, street: streetSvg(palette), pages: pages.map(preparePage) };
}

function preparePage({ layout, qr, whose = '' }: PlacematPage): Record<string, unknown> {
  const { sheet, ...says } = placematWords(layout.lang);
  return {
    ...layout,
    ...tongueOf(layout.lang),
    says,
    markers: layout.markers.map(darkCells),
    fields: layout.fields.map((field) => ({ ...field, label: says[field.id] })),
    number: [sheet(layout.sheet), whose].filter(Boolean).join(' · '),
    qr: squareCode(layout, qr),
  };
}

/** As the typesetter takes it. Text alone runs from the right: every box stands where the layout has it. */
function tongueOf(tag: string): { readonly lang: string; readonly rtl: boolean } {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return { lang: language.length <= 3 ? language : 'en', rtl: script === 'Arab' };
  } catch {
    return { lang: 'en', rtl: false };
  }
}

/** In the upper right of its room. The white around it is the page's own, so the code itself may be as large as the room. */
function squareCode({ qr, markers: [corner] }: SheetPage, content: string): Rect & { readonly svg: string } {
  const above = corner ? qr.y - corner.y - corner.size : 0;
  const { svg, side } = qrSvgIn(content, qr.w, above);
  return { x: qr.x + qr.w - side, y: qr.y, w: side, h: side, svg };
}

/** A marker as a black square with the white cells cut out of it. */
function darkCells({ id, x, y, size }: PlacedMarker): Rect & { readonly white: readonly Rect[] } {
  const cell = size / 8;
  const white = (markers[id] ?? []).flatMap((dark, at) =>
    dark ? [] : [{ x: (1 + (at % 6)) * cell, y: (1 + Math.floor(at / 6)) * cell, w: cell, h: cell }],
  );
  return { x, y, w: size, h: size, white };
}
