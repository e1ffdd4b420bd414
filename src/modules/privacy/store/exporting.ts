import { sql } from 'kysely';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Holding } from '../../../platform/privacy/holdings.ts';
import { authors, columnsOf, type Whose } from '../rules/whose.ts';
import { type ByTable, belongsTo, contactColumns, either, has, ids, isStray, ofTenant } from './belonging.ts';

/** A row as the database has it, as JSON: days and instants as text. */
export type Row = Readonly<Record<string, unknown>>;

const MOST_ROWS = 20_000;

/** The person's rows of a table, without secrets and without the content of files. */
export async function rowsOf(tx: TenantDb, tables: ByTable, one: Holding, whose: Whose): Promise<readonly Row[]> {
  if (one.erased === 'nobody') return [];
  const open = one.copiedWith ? has(tx, 't', one.copiedWith, null) : sql`true`;
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) - ${hidden(one)}::text[] as row from ${sql.table(one.table)} t
    where ${ofTenant(tx, 't')} and ${belongsTo(tx, tables, one, 't', whose)} and ${open}
    limit ${sql.lit(MOST_ROWS)}
  `.execute(tx.sql);
  return [...rows.map(({ row }) => row), ...(await addressesIn(tx, one, whose))];
}

/** Where the person's address stands in what a guest by another name wrote: the address alone is theirs. */
async function addressesIn(tx: TenantDb, one: Holding, whose: Whose): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const name of contactColumns(one)) {
    const stray = isStray(one, 't', name, whose);
    if (!stray) continue;
    const { rows } = await sql<{ row: Row }>`
      select jsonb_build_object(${sql.lit(name)}, ${sql.ref(`t.${name}`)}) as row from ${sql.table(one.table)} t
      where ${ofTenant(tx, 't')} and ${stray}
      limit ${sql.lit(MOST_ROWS)}
    `.execute(tx.sql);
    found.push(...rows.map(({ row }) => row));
  }
  return found;
}

/** What the person wrote in rows that are not theirs; only the words, and when. */
export async function writtenIn(tx: TenantDb, tables: ByTable, one: Holding, whose: Whose): Promise<readonly Row[]> {
  const by = [...authors(one).keys()];
  if (by.length === 0) return [];
  const wrote = either(by.map((name) => sql<boolean>`${sql.ref(`t.${name}`)} = any(${ids(whose)})`));
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) - ${hidden(one)}::text[] as row from ${sql.table(one.table)} t
    where ${ofTenant(tx, 't')} and ${wrote} and not coalesce(${belongsTo(tx, tables, one, 't', whose)}, false)
    limit ${sql.lit(MOST_ROWS)}
  `.execute(tx.sql);
  return rows.map(({ row }) => row);
}

function hidden(one: Holding): readonly string[] {
  return [
    'tenant_id',
    ...columnsOf(one, (meaning) => meaning === 'secret' || (one.table === 'file_blob' && meaning === 'file')),
  ];
}

/** The person's files of a table: what they are called, and their bytes. */
export async function fileBytes(
  tx: TenantDb,
  fileIds: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string; readonly content: Uint8Array }[]> {
  if (fileIds.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string; content: Uint8Array }>`
    select f.id, f.name, b.content from file f
    join file_blob b on b.tenant_id = f.tenant_id and b.sha256 = f.sha256
    where f.tenant_id = ${tx.tenant.id} and f.id = any(${[...fileIds]}::uuid[])
    order by f.id
  `.execute(tx.sql);
  return rows;
}
