import type { Day } from '../../kernel/day.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import type { FigureSpan } from './figures.ts';

type Read<Row> = (tx: TenantDb, span: FigureSpan) => Promise<readonly Row[]>;
type Ask = (tx: TenantDb, day: Day) => Promise<boolean>;

/** What was asked for in one look, by the function that asks. */
interface Look {
  readonly rows: Map<unknown, { readonly span: FigureSpan; readonly found: Promise<readonly unknown[]> }[]>;
  readonly answers: Map<Ask, { readonly day: Day; readonly found: Promise<boolean> }[]>;
}

const looks = new WeakMap<TenantDb, Look>();

/**
 * The transaction for one look at many figures: rows that several of them are read from are asked for once. Nothing that
 * is written meanwhile is seen, so it is for pages and papers that only read.
 */
export function oneLook(tx: TenantDb): TenantDb {
  if (looks.has(tx)) return tx;
  const looking = { ...tx };
  looks.set(looking, { rows: new Map(), answers: new Map() });
  return looking;
}

/** Rows by their day. In one look the same function asks once: a part of what it has read is taken from there. */
export async function rowsOnce<Row extends { readonly on: Day }>(
  tx: TenantDb,
  read: Read<Row>,
  span: FigureSpan,
): Promise<readonly Row[]> {
  const look = looks.get(tx);
  if (!look) return read(tx, span);
  const { from, until } = span;
  const known = look.rows.get(read) ?? [];
  const wider = known.find((one) => one.span.from <= from && one.span.until >= until);
  if (!wider) {
    const found = read(tx, span);
    look.rows.set(read, [...known, { span, found }]);
    return found;
  }
  // What this function has read before are rows of its own.
  const rows = (await wider.found) as readonly Row[];
  if (wider.span.from === from && wider.span.until === until) return rows;
  return rows.filter(({ on }) => on >= from && on <= until);
}

/** Was there anything by that day? In one look the same function asks once for a day. */
export async function askedOnce(tx: TenantDb, ask: Ask, day: Day): Promise<boolean> {
  const look = looks.get(tx);
  if (!look) return ask(tx, day);
  const known = look.answers.get(ask) ?? [];
  const same = known.find((one) => one.day === day);
  if (same) return same.found;
  const found = ask(tx, day);
  look.answers.set(ask, [...known, { day, found }]);
  return found;
}
