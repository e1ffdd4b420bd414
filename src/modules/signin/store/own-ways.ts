import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** Has the person something that is theirs alone to sign in by? */
export async function hasOwnWay(tx: TenantDb, personId: Id<'person'>): Promise<boolean> {
  const person = await tx.sql
    .selectFrom('person')
    .select(['email', 'phone'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', personId)
    .executeTakeFirst();
  if (person?.email || person?.phone) return true;
  for (const way of ['passkey', 'sign_in_identity'] as const) {
    const own = await tx.sql
      .selectFrom(way)
      .select('id')
      .where('tenant_id', '=', tx.tenant.id)
      .where('person_id', '=', personId)
      .where('on_paper', '=', false)
      .executeTakeFirst();
    if (own) return true;
  }
  return false;
}
