import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Holding, Link, TableName, Voucher } from '../../../platform/privacy/holdings.ts';
import { columnsOf, type Whose } from '../rules/whose.ts';

export type Condition = RawBuilder<boolean>;
export type ByTable = ReadonlyMap<TableName, Holding>;

export function byTable(holdings: readonly Holding[]): ByTable {
  return new Map(holdings.map((one) => [one.table, one]));
}

export function ids(whose: Pick<Whose, 'ids'>): RawBuilder<string[]> {
  return sql`${[...whose.ids]}::uuid[]`;
}

/**
 * Is the row (called `alias`) the person's: theirs by number; by e-mail or telephone where nobody is named; or because
 * the row that it hangs on is. Anybody can type an address: where the row also has a name, it must be the person's, or what
 * a stranger wrote with their address would be in their copy, and be forgotten with them.
 */
export function belongsTo(tx: TenantDb, tables: ByTable, one: Holding, alias: string, whose: Whose): Condition {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const subjects = columnsOf(one, (meaning) => meaning === 'subject');
  const ways: Condition[] = subjects.map((name) => sql<boolean>`${column(name)} = any(${ids(whose)})`);
  const contacts = contactColumns(one);
  if (contacts.length > 0 && whose.contacts.length > 0 && one.table !== 'person') {
    const unnamed = subjects.map((name) => sql<boolean>`${column(name)} is null`);
    const theirs = contacts.map((name) => sql<boolean>`lower(${column(name)}) = any(${[...whose.contacts]}::text[])`);
    const named = namesIn(one).map((name) => isCalled(column(name), whose));
    ways.push(sql`(${sql.join([...unnamed, either(theirs), ...named], sql` and `)})`);
  }
  const above = one.through && tables.get(one.through.table);
  if (one.through && above) {
    const inner = `${alias}_`;
    ways.push(sql`${column(one.through.own)} in (
      select ${sql.ref(`${inner}.${one.through.theirs}`)} from ${sql.table(above.table)} as ${sql.ref(inner)}
      where ${ofTenant(tx, inner)} and ${belongsTo(tx, tables, above, inner, whose)}
    )`);
  }
  return ways.length > 0 ? either(ways) : sql<boolean>`false`;
}

/** Does the person's address stand there in a row that is a guest's, and not theirs by what the guest is called? */
export function isStray(one: Holding, alias: string, contact: string, whose: Whose): Condition | null {
  const names = namesIn(one);
  if (names.length === 0 || whose.contacts.length === 0 || one.table === 'person') return null;
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const unnamed = columnsOf(one, (meaning) => meaning === 'subject').map(
    (name) => sql<boolean>`${column(name)} is null`,
  );
  const theirs = sql<boolean>`lower(${column(contact)}) = any(${[...whose.contacts]}::text[])`;
  const others = names.map((name) => sql<boolean>`not ${isCalled(column(name), whose)}`);
  return sql`(${sql.join([...unnamed, theirs, either(others)], sql` and `)})`;
}

/** Columns in which somebody who wrote without an account typed an e-mail or a telephone. */
export function contactColumns(one: Holding): readonly string[] {
  return columnsOf(one, (meaning) => meaning === 'email' || meaning === 'phone');
}

const namesIn = (one: Holding): readonly string[] => columnsOf(one, (meaning) => meaning === 'name').slice(0, 1);

function isCalled(name: RawBuilder<unknown>, { called }: Whose): Condition {
  return sql`coalesce(lower(regexp_replace(btrim(${name}), '[[:space:]]+', ' ', 'g')) = any(${[...called]}::text[]), false)`;
}

export function ofTenant(tx: TenantDb, alias: string): Condition {
  return sql`${sql.ref(`${alias}.tenant_id`)} = ${tx.tenant.id}`;
}

/** Has the row (called `alias`) one of these? Of vouchers only those whose years run, when `since` is given. */
export function has(tx: TenantDb, alias: string, link: Link | Voucher, since: string | null): Condition {
  const day = 'day' in link && since ? sql`and l.${sql.ref(link.day)} >= ${since}::date` : sql``;
  const given = 'given' in link && link.given ? sql`and l.${sql.ref(link.given)} is not null` : sql``;
  return sql`exists (
    select from ${sql.table(link.table)} l
    where ${ofTenant(tx, 'l')} and l.${sql.ref(link.theirs)} = ${sql.ref(`${alias}.${link.own}`)} ${day} ${given}
  )`;
}

export function either(conditions: readonly Condition[]): Condition {
  return sql`(${sql.join(conditions, sql` or `)})`;
}
