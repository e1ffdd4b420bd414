import { householdKeys } from '../../engines/sortition/households.ts';
import { type PoolMember, partsOf, type Quota, TIMES } from '../../engines/sortition/pool.ts';
import { readTable } from '../../engines/table/read-table.ts';
import type { TableRow } from '../../engines/table/rows.ts';
import { WrongUse } from '../command.ts';

const MOST_PEOPLE = 20_000;
const MOST_SEATS = 60_000;

interface Sheet {
  readonly name: string;
  readonly heading: TableRow;
  readonly rows: readonly TableRow[];
}

/** A row and a column of a file, as a spreadsheet counts rows and as the file names columns. */
function wrong(sheet: Sheet, row: number, column: string, complaint: string): never {
  throw new WrongUse(`${sheet.name}, row ${row}, column "${column}": ${complaint}.`);
}

async function sheetFrom(name: string, bytes: Uint8Array): Promise<Sheet> {
  const table = await readTable(bytes);
  if (!table.ok) {
    const why = { empty: 'there is nothing in it', unreadable: 'it is no table', too_big: 'it is too large' }[
      table.refusal
    ];
    throw new WrongUse(`${name}, row 1, column 1: ${why}.`);
  }
  const [heading, ...rows] = table.value.rows.map(({ number, cells }) => ({
    number,
    cells: cells.map((cell) => cell.normalize('NFC')),
  }));
  if (!heading || rows.length === 0)
    throw new WrongUse(`${name}, row 2, column 1: there are no rows below the heading.`);
  const sheet = { name, heading, rows };
  const long = rows.find((row) => row.cells.slice(heading.cells.length).some((cell) => cell !== ''));
  if (long)
    wrong(sheet, long.number, String(heading.cells.length + 1), 'there are more cells than columns in the heading');
  return sheet;
}

function columnOf(sheet: Sheet, names: readonly string[], exact: boolean): number {
  const fits = (cell: string) => (exact ? names.includes(cell) : names.includes(cell.toLowerCase()));
  const places = sheet.heading.cells.flatMap((cell, at) => (fits(cell) ? [at] : []));
  const [first, second] = places;
  const name = names[0] as string;
  if (first === undefined) wrong(sheet, sheet.heading.number, name, 'there is no such column');
  if (second !== undefined) wrong(sheet, sheet.heading.number, name, 'there are two such columns');
  return first;
}

/** Quotas: columns feature, value, min and max; or, with a column `category`, that is the feature and `feature` the value. */
export async function readQuotas(
  name: string,
  bytes: Uint8Array,
): Promise<{ quotas: Quota[]; rows: number[]; sheet: Sheet }> {
  const sheet = await sheetFrom(name, bytes);
  const older = sheet.heading.cells.some((cell) => cell.toLowerCase() === 'category');
  const [featureName, valueName] = older ? ['category', 'feature'] : ['feature', 'value'];
  const places = [featureName, valueName, 'min', 'max'].map((column) => columnOf(sheet, [column as string], false));
  const seen = new Set<string>();
  const quotas = sheet.rows.map((row) => {
    const [feature = '', value = '', least = '', most = ''] = places.map((at) => row.cells[at] ?? '');
    if (feature === '') wrong(sheet, row.number, featureName as string, 'the feature is missing');
    if (value === '') wrong(sheet, row.number, valueName as string, 'the value is missing');
    const min = wholeIn(sheet, row.number, 'min', least);
    const max = wholeIn(sheet, row.number, 'max', most);
    if (min > max) wrong(sheet, row.number, 'max', `the maximum ${max} is below the minimum ${min}`);
    const quota = { feature: tidy(feature), value: tidy(value), min, max };
    const key = JSON.stringify([quota.feature, quota.value]);
    if (seen.has(key)) wrong(sheet, row.number, valueName as string, `"${value}" of "${feature}" stands twice`);
    seen.add(key);
    return quota;
  });
  return { quotas, rows: sheet.rows.map(({ number }) => number), sheet };
}

/** `a × b` is `a×b`. */
function tidy(text: string): string {
  return text
    .split(TIMES)
    .map((part) => part.trim())
    .join(TIMES);
}

function wholeIn(sheet: Sheet, row: number, column: string, text: string): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) > MOST_SEATS) {
    wrong(
      sheet,
      row,
      column,
      text === '' ? 'the number is missing' : `"${text}" is no whole number from 0 to ${MOST_SEATS}`,
    );
  }
  return Number(text);
}

export interface Reading {
  /** The column of ids; without it the first person is 1, and so on. */
  readonly id: string | null;
  /** The column of addresses or households, or several with a comma between. */
  readonly household: string | null;
}

/** The pool, with an answer to all that the quotas ask of. */
export async function readPool(
  name: string,
  bytes: Uint8Array,
  asked: Awaited<ReturnType<typeof readQuotas>>,
  reading: Reading,
): Promise<PoolMember[]> {
  const sheet = await sheetFrom(name, bytes);
  if (sheet.rows.length > MOST_PEOPLE)
    wrong(sheet, sheet.rows[MOST_PEOPLE]?.number ?? 0, '1', `there are more than ${MOST_PEOPLE} people`);
  const features = featuresOf(asked, sheet);
  const ids = idsIn(sheet, reading.id);
  const homes = homesIn(sheet, reading.household);
  return sheet.rows.map((row, at) => {
    const values = features.map(({ feature, place, known }) => {
      const value = row.cells[place] ?? '';
      if (value === '') wrong(sheet, row.number, feature, 'the answer is missing');
      if (known.size > 0 && !known.has(value))
        wrong(sheet, row.number, feature, `"${value}" is not among the quotas: ${[...known].join(', ')}`);
      return [feature, value] as const;
    });
    return { id: ids[at] as string, values: Object.fromEntries(values), household: homes[at] as string };
  });
}

/** Each feature with its column, and the values that quotas name; none where it only stands in combinations. */
function featuresOf(asked: Awaited<ReturnType<typeof readQuotas>>, pool: Sheet) {
  const known = new Map<string, Set<string>>();
  for (const [at, quota] of asked.quotas.entries()) {
    const row = asked.rows[at] as number;
    if (quota.feature.split(TIMES).length !== quota.value.split(TIMES).length) {
      wrong(asked.sheet, row, 'value', `"${quota.value}" has not as many parts as "${quota.feature}"`);
    }
    const parts = partsOf(quota);
    for (const [feature, value] of parts) {
      if (!pool.heading.cells.includes(feature))
        wrong(asked.sheet, row, 'feature', `${pool.name} has no column "${feature}"`);
      const values = known.get(feature) ?? new Set();
      if (parts.length === 1) values.add(value);
      known.set(feature, values);
    }
  }
  return [...known].map(([feature, values]) => ({ feature, place: columnOf(pool, [feature], true), known: values }));
}

function idsIn(sheet: Sheet, column: string | null): string[] {
  if (column === null) return sheet.rows.map((_, at) => String(at + 1));
  const place = columnOf(sheet, [column.normalize('NFC')], true);
  const seen = new Map<string, number>();
  return sheet.rows.map((row) => {
    const id = row.cells[place] ?? '';
    if (id === '') wrong(sheet, row.number, column, 'the id is missing');
    const before = seen.get(id);
    if (before !== undefined) wrong(sheet, row.number, column, `"${id}" stands in row ${before} already`);
    seen.set(id, row.number);
    return id;
  });
}

function homesIn(sheet: Sheet, columns: string | null): string[] {
  if (columns === null) return sheet.rows.map(() => '');
  const whole = columns.normalize('NFC');
  const names = sheet.heading.cells.includes(whole) ? [whole] : whole.split(',').map((column) => column.trim());
  const places = names.map((column) => columnOf(sheet, [column], true));
  return householdKeys(
    sheet.rows.map((row) =>
      places
        .map((at) => row.cells[at] ?? '')
        .filter((part) => part !== '')
        .join(', '),
    ),
  );
}
