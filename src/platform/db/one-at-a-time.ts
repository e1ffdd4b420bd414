import { sql } from 'kysely';
import type { TenantDb } from './tenant-db.ts';

/**
 * Waits until nobody else of the house is at `what`, and holds it until the transaction ends: what is counted after this is
 * still so when it is written. `what` is a name of our own ("keys"), with an id where there are many.
 */
export async function oneAtATime(tx: TenantDb, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${what} ${tx.tenant.id}`}, 0))`.execute(tx.sql);
}
