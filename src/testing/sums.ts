import type { Database } from '../platform/db/database.ts';

/** A sum over every row of every table, and over the waiting jobs. */
export async function sumOf(db: Database): Promise<Record<string, string>> {
  const { rows: tables } = await db.pool.query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await db.pool.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from "${name}" as t`,
    );
    sums[name] = rows[0].sum;
  }
  const { rows } = await db.pool.query(
    `select count(*) || md5(string_agg(j::text, '|' order by id)) as sum from pgboss.job j where state < 'completed'`,
  );
  return { ...sums, jobs: rows[0].sum };
}
