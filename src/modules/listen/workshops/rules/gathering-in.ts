import type { SheetTemplate } from '../../../../engines/sheet/template.ts';
import type { Sheet, SheetStanding, Table } from './sheets.ts';
import { themesOn } from './template.ts';

/** A table that is not all in yet. */
export interface Lacking {
  readonly number: number;
  /** The themes that have not come, by their place in the set, from 0. */
  readonly left: readonly number[];
  /** Nothing of it has come. */
  readonly all: boolean;
}

type Standing = Pick<SheetStanding, 'tableId' | 'paper' | 'page' | 'photoId' | 'checks' | 'confirmed' | 'changed'> & {
  /** Which of the table's themes stand on it (`coveredBy`); those of its place in the set where it is of the same edition. */
  readonly covers?: readonly number[];
};

/** The sheet is here: a picture of it could be read, or somebody has typed it in. */
export function isHere({ photoId, checks, confirmed }: Standing): boolean {
  return photoId !== null || checks > 0 || confirmed;
}

/** The sheet is settled, and nothing new has come since. */
export function isSettled({ confirmed, changed }: Standing): boolean {
  return confirmed && !changed;
}

/**
 * What a table is asked: the newest edition that it has on paper of its own. A spare that somebody used there says nothing of
 * it, unless the table has none of its own; without any paper, the newest of all. `editions`: the newest last.
 */
export function askedAt<E extends { readonly id: Sheet['editionId'] }>(
  editions: readonly E[],
  sheets: readonly Pick<Sheet, 'tableId' | 'editionId' | 'serial' | 'spare'>[],
  table: Table['id'],
): E | undefined {
  const onPaper = sheets.filter(({ tableId, serial }) => tableId === table && serial !== null);
  const own = onPaper.filter(({ spare }) => !spare);
  const ids = new Set((own.length > 0 ? own : onPaper).map(({ editionId }) => editionId));
  return editions.findLast(({ id }) => ids.has(id)) ?? editions.at(-1);
}

/**
 * Who is missing: tables of which some theme has not come (`counts`), by their numbers. A theme has come when one of the
 * table's sheets with it has, on paper or on a telephone; a sheet of A2 has them all. `asks`: how many a table is asked.
 */
export function whoIsMissing(
  tables: readonly (Pick<Table, 'id' | 'number'> & { readonly asks: number })[],
  sheets: readonly Standing[],
  counts: (sheet: Standing) => boolean,
): readonly Lacking[] {
  const asked = new Map(tables.map(({ id, asks }) => [id, asks]));
  const come = new Map<string, Set<number>>();
  for (const sheet of sheets.filter(counts)) {
    const all = sheet.tableId && asked.get(sheet.tableId);
    if (!sheet.tableId || !all) continue;
    const pages = (sheet.covers ?? themesOf(sheet, all)).filter((at) => at < all);
    come.set(sheet.tableId, new Set([...(come.get(sheet.tableId) ?? []), ...pages]));
  }
  return tables.flatMap(({ id, number, asks }) => {
    const left = Array.from({ length: asks }, (_, at) => at).filter((at) => !come.get(id)?.has(at));
    return left.length > 0 ? [{ number, left, all: left.length === asks }] : [];
  });
}

/** Which themes stand on a sheet, by their place in the set. */
export function themesOf({ paper, page }: Pick<Standing, 'paper' | 'page'>, themes: number): readonly number[] {
  return paper === 'a2' ? Array.from({ length: themes }, (_, at) => at) : [page];
}

/** Which of what a table is asked stands on a sheet of another edition: by its name, else by its place in the set. */
export function coveredBy(
  { paper, page }: Pick<Standing, 'paper' | 'page'>,
  edition: SheetTemplate,
  asked: SheetTemplate,
): readonly number[] {
  return themesOn(edition, paper, page).map(({ id }, at) => {
    const known = asked.themes.findIndex((theme) => theme.id === id);
    return known >= 0 ? known : page + at;
  });
}

/** The room is done: there are tables, and nobody is missing. */
export function isAllIn(tables: readonly unknown[], missing: readonly Lacking[]): boolean {
  return tables.length > 0 && missing.length === 0;
}

/** How long after the last sheet the wall shows what to go on with: time to look up from the table. */
export const CLOSING_MS = 60_000;
