import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { type MarkerId, markersOf } from './identity.ts';
import type { SheetTemplate, Theme } from './template.ts';

/** All lengths are millimetres on the paper, from its upper left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type Paper = 'a4' | 'a3' | 'a2';

/** A printed page: what a printer draws and a reader looks for. */
export interface SheetPage {
  readonly paper: Paper;
  readonly lang: string;
  readonly page: { readonly w: number; readonly h: number };
  /** Its number, which the markers carry. */
  readonly sheet: number;
  readonly markers: readonly PlacedMarker[];
  readonly heading: { readonly text: string } & Rect;
  /** Where the house and its workshop are named: between the markers along the upper edge. */
  readonly strip: Rect;
  /** Along the lower edge: the number of the sheet. */
  readonly foot: Rect;
  readonly legend: Rect;
  readonly qr: Rect;
  readonly fields: readonly ({ readonly id: 'organisation' | 'name' } & Rect)[];
  /** A theme's title, where the page holds more than one. */
  readonly titles: readonly ({ readonly text: string } & Rect)[];
  readonly boxes: readonly PlacedBox[];
  readonly notes: readonly PlacedNote[];
}

/** A field to write in. `text` is the question that it answers; null: whatever there is to say. */
export interface PlacedNote extends Rect {
  readonly id: string;
  readonly text: string | null;
}

/** A black square with its cells, `size` along the side. */
export interface PlacedMarker {
  readonly id: MarkerId;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface PlacedBox extends Rect {
  readonly id: string;
  /** Null: a line for one's own words. */
  readonly text: string | null;
  readonly words: Rect;
}

export interface LayoutProblem {
  readonly code: 'too-many-options';
  readonly theme: string;
  readonly paper: Paper;
}

interface Measures {
  readonly w: number;
  readonly h: number;
  readonly marker: number;
  readonly box: number;
  readonly head: number;
  readonly qr: number;
  readonly title: number;
  /** The least height of a field to write in. */
  readonly note: number;
  /** All themes on one page, or one on each. */
  readonly themes: 'all' | 'one';
}

/** A sheet lies across the table. A box has at least 14 mm, and 8 mm free to the next. */
const PAPERS: Record<Paper, Measures> = {
  a4: { w: 297, h: 210, marker: 12, box: 14, head: 34, qr: 34, title: 12, note: 20, themes: 'one' },
  a3: { w: 420, h: 297, marker: 16, box: 16, head: 40, qr: 40, title: 14, note: 30, themes: 'one' },
  a2: { w: 594, h: 420, marker: 22, box: 18, head: 46, qr: 46, title: 18, note: 28, themes: 'all' },
};

/** From the edge of the paper to a marker: printers leave some 5 mm white. */
const EDGE = 9;
const FREE = 8.5;
const GAP = 6;
const NARROWEST_COLUMN = 80;
const WIDEST_COLUMN = 185;

/** The pages of one set, in order; `numberOf` gives each its sheet number by its place in the set, from 0. */
export function layOut(
  template: SheetTemplate,
  paper: Paper,
  numberOf: (at: number) => number,
): Outcome<readonly SheetPage[], readonly LayoutProblem[]> {
  const groups =
    PAPERS[paper].themes === 'all' ? [template.themes] : template.themes.map((theme): readonly Theme[] => [theme]);
  const pages = groups.map((themes, at) => layPage(template, themes, paper, numberOf(at)));
  const problems = pages.flatMap((page) => ('problems' in page ? page.problems : []));
  return problems.length > 0 ? refused(problems) : ok(pages.flatMap((page) => ('problems' in page ? [] : [page])));
}

function layPage(
  template: SheetTemplate,
  themes: readonly Theme[],
  paper: Paper,
  sheet: number,
): SheetPage | { readonly problems: readonly LayoutProblem[] } {
  const measures = PAPERS[paper];
  const inside = insideOf(measures);
  const below: Rect = { ...inside, y: inside.y + measures.head + GAP, h: inside.h - measures.head - GAP };
  const w = (below.w - GAP * 2 * (themes.length - 1)) / themes.length;
  const panels = themes.map((theme, at) => {
    const panel = { ...below, x: below.x + at * (w + GAP * 2), w };
    return {
      theme,
      at: panel,
      laid: layPanel(theme, themes.length > 1 ? lower(panel, measures.title) : panel, measures),
    };
  });
  const problems = panels.flatMap(({ theme, laid }) =>
    laid ? [] : [{ code: 'too-many-options' as const, theme: theme.id, paper }],
  );
  if (problems.length > 0) return { problems };
  return {
    paper,
    lang: template.lang,
    page: { w: measures.w, h: measures.h },
    sheet,
    markers: markersAround(measures, sheet),
    ...headOf(template, themes, measures),
    titles: themes.length > 1 ? panels.map(({ theme, at }) => ({ text: theme.title, ...at, h: measures.title })) : [],
    boxes: panels.flatMap(({ laid }) => laid?.boxes ?? []),
    notes: panels.flatMap(({ laid }) => laid?.notes ?? []),
  };
}

function insideOf({ w, h, marker }: Measures): Rect {
  const inset = EDGE + marker + marker / 8 + 3;
  return { x: inset, y: inset, w: w - 2 * inset, h: h - 2 * inset };
}

function lower(rect: Rect, by: number): Rect {
  return { ...rect, y: rect.y + by, h: rect.h - by };
}

/** Clockwise from the upper left: corners and the middles of all four sides, since folds mostly go through the middle. */
function markersAround({ w, h, marker }: Measures, sheet: number): readonly PlacedMarker[] {
  const [left, centre, right] = [EDGE, (w - marker) / 2, w - EDGE - marker];
  const [top, middle, bottom] = [EDGE, (h - marker) / 2, h - EDGE - marker];
  const places = [
    [left, top],
    [centre, top],
    [right, top],
    [right, middle],
    [right, bottom],
    [centre, bottom],
    [left, bottom],
    [left, middle],
  ] as const;
  return markersOf(sheet).map((id, place) => {
    const [x, y] = places[place] ?? [left, top];
    return { id, x, y, size: marker };
  });
}

function headOf(
  template: SheetTemplate,
  themes: readonly Theme[],
  measures: Measures,
): Pick<SheetPage, 'heading' | 'strip' | 'foot' | 'legend' | 'qr' | 'fields'> {
  const { w, h, marker, head, qr } = measures;
  const inside = insideOf(measures);
  const legend = inside.w * 0.32;
  const left = inside.w - qr - legend - 2 * GAP;
  const field = { y: inside.y + head - 13, w: (left - GAP) / 2, h: 13 };
  const alongEdge = { x: inside.x, w: w / 2 - marker / 2 - GAP - inside.x, h: marker };
  return {
    heading: { text: themes.length === 1 ? (themes[0]?.title ?? '') : template.name, ...inside, w: left, h: head - 15 },
    strip: { ...alongEdge, y: EDGE },
    foot: { ...alongEdge, y: h - EDGE - marker },
    legend: { x: inside.x + left + GAP, y: inside.y, w: legend, h: head },
    qr: { x: inside.x + inside.w - qr, y: inside.y, w: qr, h: qr },
    fields: [
      { id: 'organisation', x: inside.x, ...field },
      { id: 'name', x: inside.x + field.w + GAP, ...field },
    ],
  };
}

interface Panel {
  readonly boxes: readonly PlacedBox[];
  readonly notes: readonly PlacedNote[];
}

/** A theme's boxes in as few columns as leave room to write below; null when they cannot be held. */
function layPanel(theme: Theme, room: Rect, measures: Measures): Panel | null {
  const labels = [
    ...theme.options.map(({ id, text }) => ({ id: `${theme.id}.${id}`, text })),
    ...Array.from({ length: theme.other }, (_, at) => ({ id: `${theme.id}.other${at + 1}`, text: null })),
  ];
  const toWriteIn = notesOf(theme);
  const sideBySide = room.w / toWriteIn.length >= NARROWEST_COLUMN;
  const least = toWriteIn.length === 0 ? 0 : GAP + (sideBySide ? 1 : toWriteIn.length) * measures.note;
  const pitch = measures.box + FREE;
  const most = Math.floor((room.h - least) / pitch);
  const widest = Math.floor(room.w / NARROWEST_COLUMN);
  for (let columns = Math.ceil(room.w / WIDEST_COLUMN); columns <= widest; columns += 1) {
    const rows = Math.ceil(labels.length / columns);
    if (rows > most) continue;
    // What is left goes to the fields below and, within reason, to more air between the boxes.
    const step = rows === 0 ? 0 : Math.min(pitch * 1.25, (room.h - least) / rows);
    const notes = lower(room, rows * step + (toWriteIn.length > 0 ? GAP : 0));
    return {
      boxes: labels.map((label, at) => placeBox(label, at, rows, columns, step, room, measures.box)),
      notes: placeNotes(toWriteIn, notes, sideBySide),
    };
  }
  return null;
}

function placeBox(
  label: { readonly id: string; readonly text: string | null },
  at: number,
  rows: number,
  columns: number,
  step: number,
  room: Rect,
  box: number,
): PlacedBox {
  const column = room.w / columns;
  const x = room.x + Math.floor(at / rows) * column + FREE / 2;
  const y = room.y + (at % rows) * step + (step - box) / 2;
  const words = { x: x + box + FREE, y: y - 2, w: column - box - FREE * 1.5 - GAP, h: box + 4 };
  return { ...label, ...rounded({ x, y, w: box, h: box }), words: rounded(words) };
}

/** The questions first, since they are what is asked. */
function notesOf({ id, notes, questions = [] }: Theme): readonly Pick<PlacedNote, 'id' | 'text'>[] {
  return [
    ...questions.map((question) => ({ id: `${id}.${question.id}`, text: question.text })),
    ...Array.from({ length: notes }, (_, at) => ({ id: `${id}.note${at + 1}`, text: null })),
  ];
}

function placeNotes(
  notes: readonly Pick<PlacedNote, 'id' | 'text'>[],
  room: Rect,
  sideBySide: boolean,
): Panel['notes'] {
  const gaps = GAP * (notes.length - 1);
  const share = sideBySide
    ? { w: (room.w - gaps) / notes.length, h: room.h }
    : { w: room.w, h: (room.h - gaps) / notes.length };
  return notes.map((note, at) => ({
    ...note,
    ...rounded({
      x: room.x + (sideBySide ? at * (share.w + GAP) : 0),
      y: room.y + (sideBySide ? 0 : at * (share.h + GAP)),
      ...share,
    }),
  }));
}

/** To a hundredth of a millimetre: what is written in the file is what is printed. */
function rounded({ x, y, w, h }: Rect): Rect {
  const round = (value: number) => Math.round(value * 100) / 100;
  return { x: round(x), y: round(y), w: round(w), h: round(h) };
}
