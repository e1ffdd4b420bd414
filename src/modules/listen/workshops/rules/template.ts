import type { Paper } from '../../../../engines/sheet/layout.ts';
import type { SheetTemplate, Theme } from '../../../../engines/sheet/template.ts';
import { plainLetters } from '../../../../kernel/plain-letters.ts';

/** A theme as it is edited: a line for each option and question, and no ids. */
export interface ThemeWords {
  /** Empty for a new one. */
  readonly id: string;
  readonly title: string;
  readonly options: readonly string[];
  readonly questions: readonly string[];
  readonly other: number;
  readonly notes: number;
}

export interface TemplateWords {
  readonly name: string;
  readonly lang: string;
  readonly themes: readonly ThemeWords[];
}

export const MOST_THEMES = 12;
export const MOST_OPTIONS = 40;
export const MOST_QUESTIONS = 4;
export const MOST_OTHER = 6;
export const MOST_NOTES = 4;
export const LONGEST_OPTION = 200;
export const LONGEST_TITLE = 120;

/** What is asked, as it was before, for the form. */
export function wordsOf({ name, lang, themes }: SheetTemplate): TemplateWords {
  return {
    name,
    lang,
    themes: themes.map(({ id, title, options, questions = [], other, notes }) => ({
      id,
      title,
      options: options.map(({ text }) => text),
      questions: questions.map(({ text }) => text),
      other,
      notes,
    })),
  };
}

/**
 * The template that was meant. What is asked in the same words as before keeps its id, so that answers to an earlier edition
 * still count together; whatever is new has a fresh one. In another language, as many lines as before are the same ones
 * translated, and count together too.
 */
export function templateFrom({ name, lang, themes }: TemplateWords, before: SheetTemplate): SheetTemplate {
  const taken = new Set<string>();
  return {
    name,
    lang,
    themes: themes.map((words) => {
      const known = before.themes.find(({ id }) => id === words.id);
      return themeFrom(words, known ?? null, lang !== before.lang, unused(known?.id ?? slugOf(words.title), taken));
    }),
  };
}

function themeFrom(
  { title, options, questions, other, notes }: ThemeWords,
  known: Theme | null,
  translated: boolean,
  id: string,
): Theme {
  const taken = new Set(RESERVED);
  const all = (texts: readonly string[], before: Theme['options'], prefix: string) => {
    const inPlace = translated && texts.length === before.length;
    return texts.map((text, at) => {
      const same = inPlace ? before[at] : before.find((one) => one.text === text);
      return { id: unused(same?.id ?? prefix + slugOf(text), taken), text };
    });
  };
  return {
    id,
    title,
    options: all(options, known?.options ?? [], ''),
    other,
    notes,
    ...(questions.length > 0 ? { questions: all(questions, known?.questions ?? [], 'sp-') } : {}),
  };
}

/** What the layout itself calls lines for one's own words and fields for notes. */
const RESERVED = [
  ...Array.from({ length: MOST_OTHER }, (_, at) => `other${at + 1}`),
  ...Array.from({ length: MOST_NOTES }, (_, at) => `note${at + 1}`),
];

function unused(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let next = 2; taken.has(id); next += 1) id = `${wanted}-${next}`;
  taken.add(id);
  return id;
}

/** "Bænke og bålsteder" → "baenke-og-baalsteder". Other alphabets have no letters left, and are numbered. */
function slugOf(text: string): string {
  const bare = plainLetters(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return bare.slice(0, 30).replace(/-+$/, '') || 'x';
}

/** Something to fill in: a box for V or X (`option`, `other`), with a line beside it (`other`), or a field to write in. */
export interface Field {
  /** "rammer.legepladser", as the layout and the reader call it. */
  readonly id: string;
  readonly kind: 'option' | 'other' | 'note' | 'question';
  /** Empty where the people at the table find the words themselves. */
  readonly text: string;
  readonly theme: string;
}

/** Everything that a template asks, in the order of the sheets. */
export function fieldsOf({ themes }: Pick<SheetTemplate, 'themes'>): readonly Field[] {
  return themes.flatMap(fieldsOfTheme);
}

/** The themes on one page of a set. On a telephone (null) each has a page of its own. */
export function themesOn({ themes }: SheetTemplate, paper: Paper | null, page: number): readonly Theme[] {
  return paper === 'a2' ? themes : themes.slice(page, page + 1);
}

export function pagesIn({ themes }: SheetTemplate, paper: Paper | null): number {
  return paper === 'a2' ? 1 : themes.length;
}

function fieldsOfTheme({ id, options, questions = [], other, notes }: Theme): readonly Field[] {
  const numbered = (kind: 'other' | 'note', count: number) =>
    Array.from({ length: count }, (_, at): Field => ({ id: `${id}.${kind}${at + 1}`, kind, text: '', theme: id }));
  return [
    ...options.map(({ id: own, text }): Field => ({ id: `${id}.${own}`, kind: 'option', text, theme: id })),
    ...numbered('other', other),
    ...questions.map(({ id: own, text }): Field => ({ id: `${id}.${own}`, kind: 'question', text, theme: id })),
    ...numbered('note', notes),
  ];
}

export function isBox({ kind }: Pick<Field, 'kind'>): boolean {
  return kind === 'option' || kind === 'other';
}

export function hasWords({ kind }: Pick<Field, 'kind'>): boolean {
  return kind !== 'option';
}

/** Do two templates ask the same? Then what is printed is no new edition. */
export function isSame(one: SheetTemplate, other: SheetTemplate): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** The database keeps the keys of an object in an order of its own. */
function inOrder({ name, lang, themes }: SheetTemplate): unknown {
  return [
    name,
    lang,
    themes.map(({ id, title, options, questions = [], other, notes }) => [
      id,
      title,
      other,
      notes,
      options.map((one) => [one.id, one.text]),
      questions.map((one) => [one.id, one.text]),
    ]),
  ];
}

/** What the parts of a field are called in a form: the box, the words, and that they cannot be read. */
export const boxName = ({ id }: Pick<Field, 'id'>): string => `b-${id}`;
export const wordsName = ({ id }: Pick<Field, 'id'>): string => `w-${id}`;
export const illegibleName = ({ id }: Pick<Field, 'id'>): string => `u-${id}`;
