import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/**
 * Somebody who was registered by mistake goes, with their roles. False, and nothing is changed, when they have signed in,
 * live here, or anything else points at them.
 */
export async function deleteUnknownPerson(tx: TenantDb, id: Id<'person'>): Promise<boolean> {
  await sql`savepoint forgetting`.execute(tx.sql);
  try {
    const { numAffectedRows } = await sql`
      delete from person p
      where p.tenant_id = ${tx.tenant.id} and p.id = ${id}
        and not exists (select from residency r where r.tenant_id = p.tenant_id and r.person_id = p.id)
        and not exists (
          select from journal_entry j
          where j.tenant_id = p.tenant_id and j.subject_id = ${id} and j.kind = 'signin.signed_in'
        )
    `.execute(tx.sql);
    return (numAffectedRows ?? 0n) > 0n;
  } catch (error) {
    const FOREIGN_KEY_VIOLATION = '23503';
    if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error;
    await sql`rollback to savepoint forgetting`.execute(tx.sql);
    return false;
  }
}

/** A constitution that was written by mistake; its members keep their roles. */
export async function deleteBoard(tx: TenantDb, id: Id<'board'>): Promise<void> {
  await tx.sql.deleteFrom('board').where('tenant_id', '=', tx.tenant.id).where('id', '=', id).execute();
}
