import type pg from 'pg';

/**
 * Names what can be seen in the database at this moment: two equal names mean that not one row differs, whatever process
 * asked. Null where the server cannot tell. The name is PostgreSQL's own snapshot (which transactions had ended): it
 * changes with every commit that wrote something, of whatever tenant, table or program, and never comes back.
 */
export type Edition = () => Promise<string | null>;

/** Servers that speak as PostgreSQL but keep rows on several machines have no one snapshot. */
const CAN_TELL = `
  select version() like 'PostgreSQL %' and version() not like '%-YB-%'
    and not exists (select from pg_extension where extname = 'citus') as can`;
const NOW = { name: 'grobund_edition', text: 'select pg_current_snapshot()::text as edition' };

/** One question at a time: whoever comes while it is asked shares the next, which is asked after all of them came. */
export function editionsOf(pool: pg.Pool): Edition {
  let asking: Promise<unknown> = Promise.resolve();
  let next: Promise<string | null> | null = null;
  let canTell: boolean | undefined;
  const ask = async (): Promise<string | null> => {
    canTell ??= (await pool.query<{ can: boolean }>(CAN_TELL)).rows[0]?.can ?? false;
    return canTell ? ((await pool.query<{ edition: string }>(NOW)).rows[0]?.edition ?? null) : null;
  };
  return () => {
    next ??= asking.then(() => {
      next = null;
      const answer = ask().catch(() => null);
      asking = answer;
      return answer;
    });
    return next;
  };
}
