import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Stay } from '../rules/merging.ts';

/** The record that a merged one became; null for one that was never merged. */
export async function mergedInto(tx: TenantDb, id: Id<'person'>): Promise<Id<'person'> | null> {
  const row = await tx.sql
    .selectFrom('person_merge')
    .select('into_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', id)
    .executeTakeFirst();
  return row?.into_id ?? null;
}

/** Both records held until the transaction ends, always in the same order, so that two mergings do not wait for each other. */
export async function lockPair(tx: TenantDb, ids: readonly [Id<'person'>, Id<'person'>]): Promise<void> {
  await tx.sql
    .selectFrom('person')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The devices of a record that is no more used are signed out: nobody wakes up as somebody else. */
export async function endSessionsOf(tx: TenantDb, id: Id<'person'>): Promise<void> {
  await tx.sql.deleteFrom('session').where('tenant_id', '=', tx.tenant.id).where('person_id', '=', id).execute();
}

/** Everything that points at one record points at the other. What the other has already, and what can only be added, stays. */
export async function moveRows(tx: TenantDb, from: Id<'person'>, into: Id<'person'>): Promise<void> {
  await sql`select move_to_person(${from}, ${into})`.execute(tx.sql);
}

/** Writes stays of one home as one: those that are kept with their new last day, and without those that went into them. */
export async function joinStays(
  tx: TenantDb,
  { kept, gone }: { readonly kept: readonly Stay[]; readonly gone: readonly Stay['id'][] },
): Promise<void> {
  if (gone.length === 0) return;
  await tx.sql.deleteFrom('residency').where('tenant_id', '=', tx.tenant.id).where('id', 'in', gone).execute();
  for (const { id, until } of kept) {
    await tx.sql
      .updateTable('residency')
      .set({ until_day: until })
      .where('tenant_id', '=', tx.tenant.id)
      .where('id', '=', id)
      .execute();
  }
}

export async function insertMerge(
  tx: TenantDb,
  merge: { readonly from: Id<'person'>; readonly into: Id<'person'>; readonly by: Id<'person'> | null },
): Promise<void> {
  await tx.sql
    .insertInto('person_merge')
    .values({
      tenant_id: tx.tenant.id,
      person_id: merge.from,
      into_id: merge.into,
      merged_at: tx.now,
      merged_by: merge.by,
    })
    .execute();
}
