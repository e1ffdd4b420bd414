import { addressLines, formatAddress } from '../../kernel/address.ts';
import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Block, LetterSpec, LettersSpec, ListSpec } from '../../platform/documents/spec.ts';
import { byStairwell, type ListColumn, type ListedHome, merge, type Purpose } from './rules.ts';
import { text } from './text.ts';

export interface ListWish {
  readonly language: Language;
  readonly department: string;
  readonly day: Day;
  readonly purpose: Purpose;
  readonly columns: readonly ListColumn[];
  readonly boxes: readonly string[];
}

/** Addresses by stairwell, with empty boxes after them. */
export function addressList(homes: readonly ListedHome[], wish: ListWish): ListSpec {
  const words = text(wish.language);
  return {
    kind: 'list',
    language: wish.language,
    title: words.listTitle(wish.department),
    day: wish.day,
    note: words.note[wish.purpose],
    columns: headings(wish).map((title) => ({ title })),
    checkboxes: wish.boxes,
    groups: byStairwell(homes).map(({ heading, homes: inside }) => ({
      heading,
      rows: inside.map((home) => cells(home, wish)),
    })),
  };
}

/** The same as rows of a sheet, first the heading. */
export function addressRows(homes: readonly ListedHome[], wish: ListWish): string[][] {
  const rows = byStairwell(homes).flatMap(({ homes: inside }) => inside);
  return [
    [...headings(wish), ...wish.boxes],
    ...rows.map((home) => [...cells(home, wish), ...wish.boxes.map(() => '')]),
  ];
}

function headings(wish: ListWish): string[] {
  const words = text(wish.language);
  return [words.address, ...wish.columns.map((column) => words.columnNames[column])];
}

function cells(home: ListedHome, wish: ListWish): string[] {
  const of: Readonly<Record<ListColumn, string>> = {
    number: home.number,
    names: home.names.join(', '),
    paper: home.needsPaper ? text(wish.language).yes : '',
  };
  return [formatAddress(home), ...wish.columns.map((column) => of[column])];
}

export interface Written {
  readonly language: Language;
  readonly day: Day;
  readonly subject: string;
  readonly body: string;
  readonly signer: string;
  /** Below what is written: a square code. */
  readonly below?: readonly Block[];
}

/** One letter for each home, joined for the printer. */
export function lettersTo(homes: readonly ListedHome[], written: Written): LettersSpec {
  const letters = byStairwell(homes).flatMap(({ homes: inside }) => inside.map((home) => letterTo(home, written)));
  return { kind: 'letters', language: written.language, title: written.subject, letters };
}

function letterTo(home: ListedHome, written: Written): LetterSpec {
  const { resident, residents } = text(written.language);
  return {
    kind: 'letter',
    language: written.language,
    large: home.large,
    title: merge(written.subject, home, residents),
    recipient: [...(home.names.length > 0 ? home.names.slice(0, 3) : [resident]), ...addressLines(home)],
    day: written.day,
    caseNumber: null,
    body: [...paragraphs(merge(written.body, home, residents)), ...(written.below ?? [])],
    greeting: null,
    signatures: written.signer ? [{ name: written.signer, role: '' }] : [],
  };
}

function paragraphs(body: string): Block[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => ({ kind: 'paragraph', text: paragraph }));
}
