import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Holding } from '../../../platform/privacy/holdings.ts';

/** What the database says of a column: how it can be emptied. */
export interface ColumnNature {
  readonly nullable: boolean;
  readonly type: string;
  /** The database refuses an empty text there. */
  readonly wantsWords: boolean;
  /** The program may change it. */
  readonly changeable: boolean;
}

export type Natures = ReadonlyMap<string, ColumnNature>;

/** Of every column of these, by `table.column`; one question, in which each demand is read once and not once a column. */
export async function columnNatures(tx: TenantDb, holdings: readonly Holding[]): Promise<Natures> {
  const tables = holdings.map(({ table }) => table);
  const { rows } = await sql<ColumnNature & { name: string }>`
    with asked as materialized (
      select oid, relname from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname = any(${tables}::text[])
    ), demand as materialized (
      select d.conrelid, string_agg(pg_get_constraintdef(d.oid), ' ') as words
      from asked c
      join pg_constraint d on d.conrelid = c.oid and d.contype = 'c'
      group by d.conrelid
    )
    select c.relname || '.' || a.attname as name, not a.attnotnull as nullable, format_type(a.atttypid, null) as type,
      has_column_privilege(c.oid, a.attnum, 'update') as changeable,
      coalesce(d.words like '%(' || a.attname || ' <> ''''::text%', false) as "wantsWords"
    from asked c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join demand d on d.conrelid = c.oid
  `.execute(tx.sql);
  return new Map(rows.map(({ name, ...nature }) => [name, nature]));
}

/** What stands where something stood: "En beboer", and "Slettet" where a text is demanded. */
export interface Placeholders {
  readonly name: string;
  readonly words: string;
}

/** The value of an emptied column. A name is put in the place of a name, so that every page reads well. */
export function emptyValue(one: Holding, column: string, natures: Natures, put: Placeholders): RawBuilder<unknown> {
  const nature = natures.get(`${one.table}.${column}`);
  if (!nature) throw new Error(`Cannot empty ${one.table}.${column}: there is no such column`);
  if (one.columns[column] === 'name') return sql`${put.name}::text`;
  if (nature.nullable) return sql`null`;
  if (nature.type.endsWith('[]')) return sql`'{}'`;
  if (nature.type === 'jsonb') return sql`'{}'::jsonb`;
  return nature.wantsWords ? sql`${put.words}::text` : sql`''`;
}
