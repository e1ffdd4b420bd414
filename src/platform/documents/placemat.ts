import { markers } from '../../engines/sheet/dictionary.ts';
import type { PlacedMarker, Rect, SheetPage } from '../../engines/sheet/layout.ts';
import { defineText, type Language } from '../../kernel/language.ts';
import type { Palette } from './palette.ts';
import { qrSvgIn, streetSvg } from './pictures.ts';

/** Paper placemats for a workshop, one page each: boxes for V and X, fields to write in, and markers that a camera finds. */
export interface PlacematSpec {
  readonly kind: 'placemat';
  /** Of the words that every sheet brings; the questions are in `lang` of each page. */
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

const text = defineText({
  da: {
    organisation: 'Organisation',
    name: 'Jeres navne',
    legend: 'Sæt V eller X i felterne',
    does: 'Det gør vi',
    could: 'Det kunne vi',
    empty: 'Lad feltet stå tomt, hvis det ikke er noget for jer.',
    regret: 'Fortrudt? Fyld feltet helt ud.',
    other: 'Andet:',
    note: 'Skriv gerne her',
    sheet: (number: number) => `Ark ${number}`,
    photograph: 'Læg arket fladt, og tag billedet med alle otte mærker i kanten.',
    qr: 'Koden fører til workshoppen',
  },
  en: {
    organisation: 'Organisation',
    name: 'Your names',
    legend: 'Write V or X in the boxes',
    does: 'We do this',
    could: 'We could do this',
    empty: 'Leave the box empty if it is not for you.',
    regret: 'Changed your mind? Fill the whole box.',
    other: 'Other:',
    note: 'Write here',
    sheet: (number: number) => `Sheet ${number}`,
    photograph: 'Lay the sheet flat, and take the picture with all eight marks along the edge.',
    qr: 'The code leads to the workshop',
  },
});

/** Everything the template draws, in millimetres and words. */
export function preparePlacemat(
  { language, occasion, pages }: PlacematSpec,
  palette: Palette,
): Record<string, unknown> {
  const words = text(language);
  return {
    occasion,
    street: streetSvg(palette),
    says: { ...words, sheet: undefined },
    pages: pages.map(({ layout, qr, whose = '' }) => ({
      ...layout,
      markers: layout.markers.map(darkCells),
      fields: layout.fields.map((field) => ({ ...field, label: words[field.id] })),
      number: [words.sheet(layout.sheet), whose].filter(Boolean).join(' · '),
      qr: squareCode(layout, qr),
    })),
  };
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
