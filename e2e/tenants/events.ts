import { newKey } from '../../src/modules/act/events/commands/telling.ts';
import type { TenantDb } from '../../src/platform/db/tenant-db.ts';

/** A code for somebody's own sign-up to the event of the story that is nearly full. */
export async function eventCodeOf(tx: TenantDb): Promise<string> {
  const { id } = await tx.sql
    .selectFrom('event_sign_up as s')
    .innerJoin('event as e', 'e.id', 's.event_id')
    .select('s.id')
    .where('s.tenant_id', '=', tx.tenant.id)
    .where('e.tenant_id', '=', tx.tenant.id)
    .where('e.title', 'like', 'Julelys%')
    .orderBy('s.id')
    .executeTakeFirstOrThrow();
  return newKey(tx, id);
}
