import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type CheckItem, type Invitation, type Item, MOST_INVITED, MOST_ITEMS } from '../rules/plan.ts';

export async function itemsOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<Item[]> {
  return tx.sql
    .selectFrom('workshop_item')
    .select(['id', 'starts_at as startsAt', 'title', 'who', 'place'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(MOST_ITEMS)
    .execute();
}

export async function insertItem(tx: TenantDb, workshop: Id<'workshop'>, item: Omit<Item, 'id'>): Promise<void> {
  await tx.sql
    .insertInto('workshop_item')
    .values({
      tenant_id: tx.tenant.id,
      workshop_id: workshop,
      starts_at: item.startsAt,
      title: item.title,
      who: item.who,
      place: item.place,
    })
    .execute();
}

/** False when there is none. */
export async function deleteItem(tx: TenantDb, workshop: Id<'workshop'>, id: Id<'workshop_item'>): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('workshop_item')
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function invitations(tx: TenantDb) {
  return tx.sql
    .selectFrom('workshop_invitation')
    .select([
      'id',
      'person_name as personName',
      'email',
      'phone',
      'person_id as personId',
      'organisation_id as organisationId',
      'table_id as tableId',
      'part',
      'answer',
      'came',
    ])
    .where('tenant_id', '=', tx.tenant.id);
}

/** In the order in which a list at the door is read: by name. */
export async function invitationsOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<Invitation[]> {
  return invitations(tx)
    .where('workshop_id', '=', workshop)
    .orderBy('person_name')
    .orderBy('id')
    .limit(MOST_INVITED)
    .execute();
}

export async function invitationById(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_invitation'>,
): Promise<Invitation | null> {
  return (await invitations(tx).where('workshop_id', '=', workshop).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The invitations of somebody with an account to a workshop. */
export async function invitationsFor(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  person: Id<'person'>,
): Promise<Invitation[]> {
  return invitations(tx).where('workshop_id', '=', workshop).where('person_id', '=', person).execute();
}

/** What a letter's code opens: the invitation, and which workshop it is to. */
export async function invitationByCode(
  tx: TenantDb,
  hash: Buffer,
): Promise<(Invitation & { readonly workshopId: Id<'workshop'> }) | null> {
  const query = invitations(tx).select('workshop_id as workshopId').where('code_hash', '=', hash);
  return (await query.executeTakeFirst()) ?? null;
}

export async function insertInvitation(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  one: Omit<Invitation, 'id' | 'answer'> & { readonly codeHash: Buffer | null },
): Promise<Id<'workshop_invitation'>> {
  const row = await tx.sql
    .insertInto('workshop_invitation')
    .values({
      tenant_id: tx.tenant.id,
      workshop_id: workshop,
      person_name: one.personName,
      email: one.email,
      phone: one.phone,
      person_id: one.personId,
      organisation_id: one.organisationId,
      table_id: one.tableId,
      part: one.part,
      code_hash: one.codeHash,
      invited_at: tx.now,
      invited_by: personIdOf(tx.actor),
      came: one.came,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function setAnswer(tx: TenantDb, id: Id<'workshop_invitation'>, answer: 'yes' | 'no'): Promise<void> {
  await tx.sql
    .updateTable('workshop_invitation')
    .set({ answer, answered_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Those named came; the others of the same workshop did not. */
export async function setAttendance(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  came: readonly Id<'workshop_invitation'>[],
): Promise<void> {
  await tx.sql
    .updateTable('workshop_invitation')
    .set({ came: sql<boolean>`id = any(${[...came]}::uuid[])` })
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .execute();
}

export async function setSeat(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  { id, tableId }: Pick<Invitation, 'id' | 'tableId'>,
): Promise<void> {
  await tx.sql
    .updateTable('workshop_invitation')
    .set({ table_id: tableId })
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('id', '=', id)
    .execute();
}

export async function deleteInvitation(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_invitation'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('workshop_invitation')
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function ticksOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<ReadonlySet<string>> {
  const rows = await tx.sql
    .selectFrom('workshop_tick')
    .select('item')
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .execute();
  return new Set(rows.map(({ item }) => item));
}

/** The list as it stands from now on. Who ticked something off before still stands beside it. */
export async function setTicks(tx: TenantDb, workshop: Id<'workshop'>, done: readonly CheckItem[]): Promise<void> {
  const at = { tenant_id: tx.tenant.id, workshop_id: workshop };
  await tx.sql
    .deleteFrom('workshop_tick')
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where(sql<boolean>`item <> all(${[...done]}::text[])`)
    .execute();
  if (done.length === 0) return;
  await tx.sql
    .insertInto('workshop_tick')
    .values(done.map((item) => ({ ...at, item, ticked_at: tx.now, ticked_by: personIdOf(tx.actor) })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'workshop_id', 'item']).doNothing())
    .execute();
}

/** Tables that have been given their own sheet. */
export async function returnsOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<ReadonlySet<string>> {
  const rows = await tx.sql
    .selectFrom('workshop_return as r')
    .innerJoin('workshop_table as t', (join) =>
      join.onRef('t.tenant_id', '=', 'r.tenant_id').onRef('t.id', '=', 'r.table_id'),
    )
    .select('r.table_id as id')
    .where('r.tenant_id', '=', tx.tenant.id)
    .where('t.workshop_id', '=', workshop)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function insertReturns(tx: TenantDb, tables: readonly Id<'workshop_table'>[]): Promise<void> {
  if (tables.length === 0) return;
  await tx.sql
    .insertInto('workshop_return')
    .values(
      tables.map((id) => ({
        tenant_id: tx.tenant.id,
        table_id: id,
        returned_at: tx.now,
        returned_by: personIdOf(tx.actor),
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'table_id']).doNothing())
    .execute();
}

/** Their letter's link from now on; the one before does not work any more. */
export async function setInvitationCode(tx: TenantDb, id: Id<'workshop_invitation'>, codeHash: Buffer): Promise<void> {
  await tx.sql
    .updateTable('workshop_invitation')
    .set({ code_hash: codeHash })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** The participants may see the total from now on. False when they could already. */
export async function insertRelease(tx: TenantDb, workshop: Id<'workshop'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('workshop_release')
    .values({
      tenant_id: tx.tenant.id,
      workshop_id: workshop,
      released_at: tx.now,
      released_by: personIdOf(tx.actor),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'workshop_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
