import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Wish } from '../rules.ts';

/** What this person has asked to read in the weekly mail, each with the day on which it last stood there. */
export async function wishesOf(tx: TenantDb, personId: Id<'person'>): Promise<ReadonlyMap<Wish, Day | null>> {
  const rows = await tx.sql
    .selectFrom('digest_wish')
    .select(['topic', 'told_on'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .execute();
  return new Map(rows.map(({ topic, told_on }) => [topic, told_on]));
}

/** Those who have asked for it and have not read it since that day. */
export async function wishersOf(tx: TenantDb, topic: Wish, since: Day): Promise<Id<'person'>[]> {
  const rows = await tx.sql
    .selectFrom('digest_wish')
    .select('person_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('topic', '=', topic)
    .where((where) => where.or([where('told_on', 'is', null), where('told_on', '<=', since)]))
    .execute();
  return rows.map((row) => row.person_id);
}

/** Asks for it, or no more. What was asked for before keeps the day on which it last stood there. */
export async function saveWish(tx: TenantDb, personId: Id<'person'>, topic: Wish, wanted: boolean): Promise<void> {
  if (wanted) {
    await tx.sql
      .insertInto('digest_wish')
      .values({ tenant_id: tx.tenant.id, person_id: personId, topic, told_on: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
  await tx.sql
    .deleteFrom('digest_wish')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('topic', '=', topic)
    .execute();
}

/** It stands in the mail of today. */
export async function saveTold(tx: TenantDb, personId: Id<'person'>, topic: Wish): Promise<void> {
  await tx.sql
    .updateTable('digest_wish')
    .set({ told_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('topic', '=', topic)
    .execute();
}
