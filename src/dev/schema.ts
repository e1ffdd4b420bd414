import type { Database } from '../platform/db/database.ts';

/** Makes what the developer's rooms keep, in a schema of their own. Processes that start at once do it one after the other. */
export async function makeDevTables(database: Database, tables: string): Promise<void> {
  await database.pool.query(`
    select pg_advisory_xact_lock(hashtext('dev'));
    create schema if not exists dev;
    ${tables}`);
}
