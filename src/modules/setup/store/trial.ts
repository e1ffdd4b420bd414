import { sql } from 'kysely';
import type { Outcome } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** What was refused in the middle has not been done, and is not told in the journal. */
export async function allOrNothing<T, R>(tx: TenantDb, work: () => Promise<Outcome<T, R>>): Promise<Outcome<T, R>> {
  const told = tx.unwritten.length;
  await sql`savepoint trial`.execute(tx.sql);
  const outcome = await work();
  if (!outcome.ok) {
    await sql`rollback to savepoint trial`.execute(tx.sql);
    tx.unwritten.splice(told);
  }
  return outcome;
}
