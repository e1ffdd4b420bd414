import type { Activity, Holding } from '../../../platform/privacy/holdings.ts';
import { authors, type Whose } from './whose.ts';

type Row = Readonly<Record<string, unknown>>;

/** One table of the copy. */
export interface Section {
  readonly activity: Activity;
  readonly holding: Holding;
  readonly rows: readonly Row[];
  /** What the person wrote in rows of others. */
  readonly written: readonly Row[];
}

/**
 * A row as it is handed out: who else had to do with it is left out, since that is their data and not the person's; the
 * person's own number stays.
 */
export function handedOut(one: Holding, row: Row, whose: Pick<Whose, 'ids'>): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([column, value]) => {
      if (value === null) return false;
      if (one.columns[column] !== 'actor') return true;
      return typeof value === 'string' && (whose.ids as readonly string[]).includes(value);
    }),
  );
}

/** Of a row of somebody else: the words that the person wrote, the row's own number, and its days. */
export function ownWords(one: Holding, row: Row, whose: Pick<Whose, 'ids'>): Row {
  const kept = new Set(['id']);
  for (const [author, columns] of authors(one)) {
    if ((whose.ids as readonly string[]).includes(String(row[author]))) for (const column of columns) kept.add(column);
  }
  return Object.fromEntries(
    Object.entries(row).filter(([column, value]) => value !== null && (kept.has(column) || isTime(column, value))),
  );
}

const TIME = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** A day or an instant, by its value and its name (`on_day`, `asked_at`, `since`). */
export function isTime(column: string, value: unknown): boolean {
  return typeof value === 'string' && TIME.test(value) && /(_on|_at|_day|^since|^at|^week)$/.test(column);
}

/**
 * What of a row a person reads on paper: their details and words in the order they were told of, then from and until, else
 * the one day that says when. Codes and numbers stand in the JSON.
 */
export function readableFields(one: Holding, row: Row): readonly (readonly [column: string, value: string])[] {
  const told = Object.keys(one.columns).flatMap((column) => {
    const meaning = one.columns[column] ?? 'plain';
    const shown = TOLD_ON_PAPER.has(column) || !HIDDEN.has(meaning);
    const text = shown ? textsIn(row[column]).join(' · ') : '';
    return text === '' ? [] : [[column, text] as const];
  });
  const role = typeof row.role === 'string' ? [['role', row.role] as const] : [];
  const times = Object.keys(row).filter((column) => isTime(column, row[column]));
  const span = times.filter((column) => column === 'from_day' || column === 'until_day');
  const when = span.length > 0 ? span : times.slice(0, 1);
  return [...told, ...role, ...when.map((column) => [column, String(row[column])] as const)];
}

const HIDDEN: ReadonlySet<string> = new Set(['plain', 'actor', 'subject', 'secret', 'file']);
/** A home's parts say nothing of anybody by themselves, but where one has lived is read with pleasure. */
const TOLD_ON_PAPER: ReadonlySet<string> = new Set(['street', 'house_number', 'floor', 'door', 'postcode', 'city']);

/** The texts of a message that is kept as JSON. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [`${value}`];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'kind' ? [] : textsIn(inner)));
}
