import type { SheetTemplate } from '../../../../engines/sheet/template.ts';
import { type Answer, answerOfTable } from './checking.ts';
import type { Table } from './sheets.ts';
import { type Field, fieldsOf } from './template.ts';

/** What one settled sheet of a table answers to one box. */
export interface Answered {
  readonly tableId: string;
  readonly field: string;
  readonly answer: Answer;
}

/** One option, and how many answered V (it is done) and X (it could be). */
export interface Cell {
  readonly field: string;
  readonly text: string;
  readonly theme: string;
  readonly does: number;
  readonly could: number;
}

/** Those who answered an option, also with nothing: all voices, and of them the organisations. */
export interface Heard {
  readonly voices: number;
  readonly organisations: number;
}

/** What a room of people wants. */
export interface Result {
  readonly themes: readonly { readonly id: string; readonly title: string; readonly cells: readonly Cell[] }[];
  /** Those who count as one: an organisation with all its tables, or a table that is mixed. */
  readonly voices: number;
  /** Of them, the organisations. */
  readonly organisations: number;
  /** By the field of each option. A theme may have come from a few, when another has come from all. */
  readonly heard: ReadonlyMap<string, Heard>;
  /** Options that are left out, since too few have answered them. */
  readonly heldBack: number;
}

type Seated = Pick<Table, 'id' | 'organisationId'>;

/** Whom a table speaks for: its organisation, together with the organisation's other tables, or itself. */
export function voiceOf({ id, organisationId }: Seated): string {
  return organisationId ?? id;
}

/**
 * Adds up all settled sheets. `templates`: the editions, in the order of `lastWordLast`; an option that is only on an older
 * one still counts, under the theme it had. Options alone: what is behind "andet" differs from table to table.
 */
export function resultOf(
  templates: readonly SheetTemplate[],
  tables: readonly Seated[],
  answers: readonly Answered[],
): Result {
  const voices = new Map(tables.map((table) => [table.id as string, voiceOf(table)]));
  const houses = new Set(tables.flatMap(({ organisationId }) => organisationId ?? []) as string[]);
  const heard = new Set<string>();
  const said = new Map<string, Map<string, Answer[]>>();
  for (const { tableId, field, answer } of answers) {
    const voice = voices.get(tableId);
    if (!voice) continue;
    heard.add(voice);
    const of = said.get(field) ?? new Map<string, Answer[]>();
    said.set(field, of.set(voice, [...(of.get(voice) ?? []), answer]));
  }
  const cellOf = ({ id, text, theme }: Field): Cell => {
    const each = [...(said.get(id)?.values() ?? [])].map(answerOfTable);
    const count = (wanted: 'V' | 'X') => each.filter((answer) => answer === wanted).length;
    return { field: id, text, theme, does: count('V'), could: count('X') };
  };
  const options = optionsOf(templates);
  const heardOf = (those: Iterable<string>): Heard => {
    const all = [...those];
    return { voices: all.length, organisations: all.filter((voice) => houses.has(voice)).length };
  };
  return {
    themes: themesOf(templates).map(({ id, title }) => ({
      id,
      title,
      cells: options.filter(({ theme }) => theme === id).map(cellOf),
    })),
    ...heardOf(heard),
    heard: new Map(options.map(({ id }) => [id, heardOf(said.get(id)?.keys() ?? [])])),
    heldBack: 0,
  };
}

/**
 * The editions (the newest last) with those in the workshop's first language after the others: what is asked in several
 * languages stands in the words of the last one.
 */
export function lastWordLast(editions: readonly SheetTemplate[]): readonly SheetTemplate[] {
  const own = editions[0]?.lang;
  return editions.toSorted((one, other) => Number(one.lang === own) - Number(other.lang === own));
}

/** In the last one's order, and with its words; what is gone from it stands last. */
function themesOf(templates: readonly SheetTemplate[]): readonly { id: string; title: string }[] {
  const known = new Map<string, { id: string; title: string }>();
  for (const { id, title } of templates.toReversed().flatMap(({ themes }) => themes))
    if (!known.has(id)) known.set(id, { id, title });
  return [...known.values()];
}

/** In the last one's order; what is gone from it stands last. */
function optionsOf(templates: readonly SheetTemplate[]): readonly Field[] {
  const newestFirst = templates.toReversed().flatMap((template) => fieldsOf(template));
  const known = new Map<string, Field>();
  for (const field of newestFirst) if (field.kind === 'option' && !known.has(field.id)) known.set(field.id, field);
  return [...known.values()];
}

export function cellsOf({ themes }: Pick<Result, 'themes'>): readonly Cell[] {
  return themes.flatMap(({ cells }) => cells);
}

/** How much further it is wanted than done: many X and few V is a gap. */
export function gapScore({ does, could }: Pick<Cell, 'does' | 'could'>): number {
  return could - does;
}

/** The largest gaps first; where two are alike, the one that more could do, and then the order of the sheet. */
export function gapsOf(result: Pick<Result, 'themes'>, most = Number.POSITIVE_INFINITY): readonly Cell[] {
  return cellsOf(result)
    .filter((cell) => gapScore(cell) > 0)
    .toSorted((one, other) => gapScore(other) - gapScore(one) || other.could - one.could)
    .slice(0, most);
}

export const GAPS_ON_WALL = 5;

/** Fewer than these, and an organisation could work out what another answered by taking its own away. */
export const FEWEST_ORGANISATIONS = 5;

/** May organisations be held up against each other, also as "the others"? */
export function mayCompare({ organisations }: Pick<Heard, 'organisations'>): boolean {
  return organisations >= FEWEST_ORGANISATIONS;
}

/**
 * May the sums be shown to others than staff? From the first sheet on where the tables belong to nobody in particular; where
 * organisations sit at them, not before so many have answered that none can be worked out.
 */
export function maySeeSums({ voices }: Pick<Heard, 'voices'>, tables: readonly Seated[]): boolean {
  return areBetween(tables) ? voices >= FEWEST_ORGANISATIONS : voices > 0;
}

/** Do organisations sit at the tables? Then nobody is to be worked out. */
export function areBetween(tables: readonly Seated[]): boolean {
  return tables.some(({ organisationId }) => organisationId);
}

/**
 * What others than staff may see of it: where organisations sit at the tables, the options that enough have answered. Sheets
 * come one theme at a time, so that many have answered the one says nothing of the other.
 */
export function openPart(result: Result, tables: readonly Seated[]): Result {
  if (!areBetween(tables)) return result;
  const isOpen = ({ field }: Cell) => (result.heard.get(field)?.voices ?? 0) >= FEWEST_ORGANISATIONS;
  const themes = result.themes.map((theme) => ({ ...theme, cells: theme.cells.filter(isOpen) }));
  const open = { ...result, themes: themes.filter(({ cells }) => cells.length > 0) };
  return { ...open, heldBack: cellsOf(result).length - cellsOf(open).length };
}

/** How strongly a cell of the heat map is coloured, 0 (nobody) to 4 (more than three in four). */
export function heatOf(count: number, voices: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || voices <= 0) return 0;
  return Math.min(4, Math.ceil((count / voices) * 4)) as 1 | 2 | 3 | 4;
}

/** What one voice answers to each option. */
export function answersOfVoice(
  tables: readonly Seated[],
  answers: readonly Answered[],
  voice: string,
): ReadonlyMap<string, 'V' | 'X' | null> {
  const own = new Set(tables.filter((table) => voiceOf(table) === voice).map(({ id }) => id as string));
  const said = new Map<string, Answer[]>();
  for (const { tableId, field, answer } of answers)
    if (own.has(tableId)) said.set(field, [...(said.get(field) ?? []), answer]);
  return new Map([...said].map(([field, all]) => [field, answerOfTable(all)]));
}
