import type pg from 'pg';

/** What a backup says of itself. */
export interface Manifest {
  /** ISO 8601. */
  readonly madeAt: string;
  /** PostgreSQL it was made from, for the curious: rows are text, so any can read them. */
  readonly server: string;
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly sha256: string }[];
}

/** A table in a backup. */
export interface BackupTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

export interface TableEnd {
  readonly rows: number;
  readonly sha256: string;
}

export interface BackupEnd {
  readonly tables: number;
  readonly rows: number;
  readonly sequences: readonly { readonly name: string; readonly value: number | null }[];
}

/** Every table that holds something worth keeping, with the columns that can be written. */
export async function tablesToKeep(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(`
    select n.nspname as schema, c.relname as name, json_agg(a.attname order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where (n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration')
      or (n.nspname = 'pgboss' and c.relname = 'job')
    group by 1, 2
    order by 1 desc, 2`);
  return rows;
}

/** A name as SQL wants it. */
export function quoted(...names: string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.');
}
