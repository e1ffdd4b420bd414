import { sql } from 'kysely';
import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Interest, type Joining, MOST_SHOWN } from '../rules/interest.ts';

/** Those who have not been called first. */
export async function interestsIn(tx: TenantDb, initiative: Id<'initiative'>): Promise<Interest[]> {
  return tx.sql
    .selectFrom('initiative_interest')
    .select(['id', 'person_name as personName', 'email', 'phone', sql<boolean>`called_at is not null`.as('called')])
    .where('tenant_id', '=', tx.tenant.id)
    .where('initiative_id', '=', initiative)
    .orderBy(sql`called_at is not null`)
    .orderBy('id')
    .limit(MOST_SHOWN)
    .execute();
}

/** False: the same address stands there. The caller holds the initiative. */
export async function insertInterest(tx: TenantDb, initiative: Id<'initiative'>, who: Joining): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into initiative_interest (tenant_id, initiative_id, person_name, email, phone, agreed_at)
    select ${tx.tenant.id}, ${initiative}, ${who.personName}, ${who.email}, ${who.phone}, ${tx.now}
    where not exists (
      select from initiative_interest o
      where o.tenant_id = ${tx.tenant.id} and o.initiative_id = ${initiative}
        and ((${who.email}::text is not null and o.email = ${who.email})
          or (${who.phone}::text is not null and o.phone = ${who.phone})))
    returning id`.execute(tx.sql);
  return rows.length > 0;
}

/** False when there is none, or somebody has called already. */
export async function markCalled(
  tx: TenantDb,
  initiative: Id<'initiative'>,
  id: Id<'initiative_interest'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('initiative_interest')
    .set({ called_at: tx.now, called_by: personIdOf(tx.actor) })
    .where('tenant_id', '=', tx.tenant.id)
    .where('initiative_id', '=', initiative)
    .where('id', '=', id)
    .where('called_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False when there is none. */
export async function deleteInterest(
  tx: TenantDb,
  initiative: Id<'initiative'>,
  id: Id<'initiative_interest'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('initiative_interest')
    .where('tenant_id', '=', tx.tenant.id)
    .where('initiative_id', '=', initiative)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** By their addresses. How many went? */
export async function deleteInterests(
  tx: TenantDb,
  initiative: Id<'initiative'>,
  people: readonly Pick<Joining, 'email' | 'phone'>[],
): Promise<number> {
  const emails = people.flatMap(({ email }) => email ?? []);
  const phones = people.flatMap(({ phone }) => phone ?? []);
  const { rows } = await sql`
    delete from initiative_interest
    where tenant_id = ${tx.tenant.id} and initiative_id = ${initiative}
      and (email = any(${emails}::text[]) or phone = any(${phones}::text[]))
    returning id`.execute(tx.sql);
  return rows.length;
}
