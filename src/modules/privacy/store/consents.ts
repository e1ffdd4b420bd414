import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Consent, Topic } from '../rules/consents.ts';

const MOST = 200;

/** Every yes and no, the newest first. */
export async function consentsOf(tx: TenantDb, personId: Id<'person'>): Promise<readonly Consent[]> {
  return tx.sql
    .selectFrom('privacy_consent')
    .select(['topic', 'given', 'at', 'channel', 'registered_by as registeredBy'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
}

export async function insertConsents(
  tx: TenantDb,
  personId: Id<'person'>,
  said: readonly { readonly topic: Topic; readonly given: boolean }[],
  how: Pick<Consent, 'channel' | 'registeredBy'>,
): Promise<void> {
  if (said.length === 0) return;
  await tx.sql
    .insertInto('privacy_consent')
    .values(
      said.map((one) => ({
        tenant_id: tx.tenant.id,
        person_id: personId,
        topic: one.topic,
        given: one.given,
        at: tx.now,
        channel: how.channel,
        registered_by: how.registeredBy,
      })),
    )
    .execute();
}
