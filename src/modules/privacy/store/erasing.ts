import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Holding, Voucher } from '../../../platform/privacy/holdings.ts';
import { emptied, fileColumns, type Whose, wordsThatStay } from '../rules/whose.ts';
import {
  type ByTable,
  belongsTo,
  type Condition,
  contactColumns,
  either,
  has,
  ids,
  isStray,
  ofTenant,
} from './belonging.ts';
import { emptyValue, type Natures, type Placeholders } from './columns.ts';

/** How many of a person's rows go, lose their name, and stay; and the day of the latest voucher among those that stay. */
export interface Fate {
  readonly table: string;
  readonly rows: number;
  /** Never handed in: they go. */
  readonly drafts: number;
  /** Rows that keep a name, because book-keeping needs it. */
  readonly named: number;
  readonly voucher: Day | null;
}

/** What is there of a person, table by table: one question, whatever the number of tables. */
export async function fatesOf(tx: TenantDb, tables: ByTable, whose: Whose): Promise<readonly Fate[]> {
  const parts = [...tables.values()]
    .filter((one) => one.erased !== 'nobody')
    .map((one) => {
      const vouchers = one.stays?.vouchers ?? [];
      const draft = one.draftWithout ? sql`not ${has(tx, 't', one.draftWithout, null)}` : sql`false`;
      const named = vouchers.length > 0 ? either(vouchers.map((link) => has(tx, 't', link, null))) : sql`false`;
      return sql`
        select ${one.table}::text as table, count(*)::integer as rows, (count(*) filter (where ${draft}))::integer as drafts,
          (count(*) filter (where ${named}))::integer as named, max(${latestVoucher(tx, vouchers)}) as voucher
        from ${sql.table(one.table)} t where ${ofTenant(tx, 't')} and ${belongsTo(tx, tables, one, 't', whose)}`;
    });
  const { rows } = await sql<Fate>`${sql.join(parts, sql` union all `)}`.execute(tx.sql);
  return rows.filter((one) => one.rows > 0);
}

function latestVoucher(tx: TenantDb, vouchers: readonly Voucher[]) {
  if (vouchers.length === 0) return sql`null::date`;
  const days = vouchers.map(
    (link) => sql`(
      select max(l.${sql.ref(link.day)}) from ${sql.table(link.table)} l
      where ${ofTenant(tx, 'l')} and l.${sql.ref(link.theirs)} = ${sql.ref(`t.${link.own}`)}
    )`,
  );
  return sql`greatest(${sql.join(days)})`;
}

/** The files that go with the person's rows of a table. */
export async function filesIn(tx: TenantDb, tables: ByTable, one: Holding, whose: Whose): Promise<Id<'file'>[]> {
  const columns = fileColumns(one);
  if (columns.length === 0 || one.erased !== 'goes') return [];
  const each = columns.map((name) => sql.ref(`t.${name}`));
  const { rows } = await sql<{ id: Id<'file'> | null }>`
    select unnest(array[${sql.join(each)}]) as id from ${sql.table(one.table)} t
    where ${ofTenant(tx, 't')} and ${belongsTo(tx, tables, one, 't', whose)}
  `.execute(tx.sql);
  return rows.flatMap(({ id }) => (id ? [id] : []));
}

/** Deletes the person's rows of a table: all of them, or the drafts. Answers how many. */
export async function deleteRows(
  tx: TenantDb,
  tables: ByTable,
  one: Holding,
  whose: Whose,
  which: 'all' | 'drafts',
): Promise<number> {
  const draft = which === 'drafts' && one.draftWithout ? sql`and not ${has(tx, 't', one.draftWithout, null)}` : sql``;
  const { numAffectedRows } = await sql`
    delete from ${sql.table(one.table)} t
    where ${ofTenant(tx, 't')} and ${belongsTo(tx, tables, one, 't', whose)} ${draft}
  `.execute(tx.sql);
  return Number(numAffectedRows ?? 0);
}

/** Empties what the person's rows say of them. Rows that book-keeping needs keep the columns that it needs. */
export async function emptyRows(
  tx: TenantDb,
  { tables, natures, put }: { readonly tables: ByTable; readonly natures: Natures; readonly put: Placeholders },
  one: Holding,
  whose: Whose,
): Promise<number> {
  const theirs = belongsTo(tx, tables, one, 't', whose);
  const stays = one.stays;
  if (!stays) return emptyColumns(tx, { natures, put }, one, emptied(one), theirs);
  const needed = either(stays.vouchers.map((link) => has(tx, 't', link, null)));
  const fewer = emptied(one).filter((name) => !stays.columns.includes(name));
  const free = await emptyColumns(tx, { natures, put }, one, emptied(one), sql`${theirs} and not ${needed}`);
  return free + (await emptyColumns(tx, { natures, put }, one, fewer, sql`${theirs} and ${needed}`));
}

/** Takes the person's address out of what guests by other names wrote. The rest is the guest's, and stays. */
export async function emptyAddresses(
  tx: TenantDb,
  { natures, put }: { readonly natures: Natures; readonly put: Placeholders },
  one: Holding,
  whose: Whose,
): Promise<number> {
  let emptied = 0;
  for (const name of contactColumns(one)) {
    const stray = isStray(one, 't', name, whose);
    if (stray) emptied += await emptyColumns(tx, { natures, put }, one, [name], stray);
  }
  return emptied;
}

/** Empties columns where they are not empty yet. What can only be added to is left. */
export async function emptyColumns(
  tx: TenantDb,
  { natures, put }: { readonly natures: Natures; readonly put: Placeholders },
  one: Holding,
  columns: readonly string[],
  which: Condition,
): Promise<number> {
  const free = columns.filter((name) => natures.get(`${one.table}.${name}`)?.changeable);
  if (free.length === 0) return 0;
  const values = free.map((name) => ({ name: sql.ref(name), value: emptyValue(one, name, natures, put) }));
  const full = either(free.map((name) => hasSomething(one, name, natures, put)));
  const { numAffectedRows } = await sql`
    update ${sql.table(one.table)} t set ${sql.join(values.map(({ name, value }) => sql`${name} = ${value}`))}
    where ${ofTenant(tx, 't')} and ${full} and ${which}
  `.execute(tx.sql);
  return Number(numAffectedRows ?? 0);
}

function hasSomething(one: Holding, column: string, natures: Natures, put: Placeholders): Condition {
  const here = sql.ref(`t.${column}`);
  const type = natures.get(`${one.table}.${column}`)?.type ?? '';
  const empty = type === 'text' ? sql`and ${here} <> ''` : sql``;
  return sql`(${here} is not null ${empty} and ${here} is distinct from ${emptyValue(one, column, natures, put)})`;
}

/** Strikes a person's names and ways out of all words that stay in a table, whoever wrote them. */
export async function strikeOut(
  tx: TenantDb,
  natures: Natures,
  one: Holding,
  { pattern, put }: { readonly pattern: string; readonly put: string },
): Promise<number> {
  const columns = wordsThatStay(one).filter((name) => {
    const nature = natures.get(`${one.table}.${name}`);
    return nature?.changeable && (nature.type === 'text' || nature.type === 'jsonb');
  });
  if (columns.length === 0) return 0;
  const said = columns.map((name) => {
    const json = natures.get(`${one.table}.${name}`)?.type === 'jsonb';
    const text = json ? sql`${sql.ref(`t.${name}`)}::text` : sql`${sql.ref(`t.${name}`)}`;
    const struck = sql`regexp_replace(${text}, ${pattern}, ${put}, 'g')`;
    return {
      name: sql.ref(name),
      found: sql<boolean>`${text} ~ ${pattern}`,
      // A figure in data may happen to be the telephone number: what would be no data any more is left.
      struck: json
        ? sql`case when pg_input_is_valid(${struck}, 'jsonb') then (${struck})::jsonb else ${sql.ref(`t.${name}`)} end`
        : struck,
    };
  });
  const { numAffectedRows } = await sql`
    update ${sql.table(one.table)} t set ${sql.join(said.map(({ name, struck }) => sql`${name} = ${struck}`))}
    where ${ofTenant(tx, 't')} and ${either(said.map(({ found }) => found))}
  `.execute(tx.sql);
  return Number(numAffectedRows ?? 0);
}

/** What can only be added to, but is the person's own words and no voucher: the database empties it, for whoever is being erased. */
export async function forgetOwnAnswers(tx: TenantDb, whose: Whose): Promise<void> {
  await sql`select forget_own_answers(${ids(whose)})`.execute(tx.sql);
}

/** From now on the person is a number. */
export async function markErased(tx: TenantDb, whose: Whose): Promise<void> {
  await tx.sql
    .updateTable('person')
    .set({ erased_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', 'in', whose.ids)
    .execute();
}
