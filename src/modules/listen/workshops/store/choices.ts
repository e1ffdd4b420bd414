import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Choice, MOST_NAMES, type Onward, type SignUp } from '../rules/after.ts';

/** What the room may join in, in its order, with how many have. */
export async function choicesOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select c.id, c.field, c.title, c.position, c.initiative_id as "initiativeId",
      (select count(*) from workshop_signup s where s.tenant_id = c.tenant_id and s.choice_id = c.id)::int as names
    from workshop_choice c
    where c.tenant_id = ${tx.tenant.id} and c.workshop_id = ${workshop}
    order by c.position`.execute(tx.sql);
  return rows;
}

export async function insertChoice(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  choice: Pick<Choice, 'field' | 'title' | 'position' | 'initiativeId'>,
): Promise<void> {
  await tx.sql
    .insertInto('workshop_choice')
    .values({
      tenant_id: tx.tenant.id,
      workshop_id: workshop,
      field: choice.field,
      title: choice.title,
      position: choice.position,
      initiative_id: choice.initiativeId,
      chosen_at: tx.now,
      chosen_by: personIdOf(tx.actor),
    })
    .execute();
}

/** With the names that hang on it. False when there is none. */
export async function deleteChoice(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_choice'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('workshop_choice')
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The choices that grew from this box are this initiative now. */
export async function tieChoices(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  field: string,
  initiative: Id<'initiative'>,
): Promise<void> {
  await tx.sql
    .updateTable('workshop_choice')
    .set({ initiative_id: initiative })
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('field', '=', field)
    .where('initiative_id', 'is', null)
    .execute();
}

/** Who wants to join what. For staff. */
export async function signUpsOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<SignUp[]> {
  return tx.sql
    .selectFrom('workshop_signup as s')
    .innerJoin('workshop_choice as c', (join) =>
      join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.id', '=', 's.choice_id'),
    )
    .select(['s.id', 's.choice_id as choiceId', 's.person_name as personName', 's.email', 's.phone', 's.shared'])
    .where('s.tenant_id', '=', tx.tenant.id)
    .where('c.workshop_id', '=', workshop)
    .orderBy('s.choice_id')
    .orderBy('s.id')
    .limit(MOST_NAMES)
    .execute();
}

/** Answers those who were taken off, with what they had chosen. */
export async function deleteSignUps(
  tx: TenantDb,
  choice: Id<'workshop_choice'>,
  ids: readonly Id<'workshop_signup'>[],
): Promise<Pick<SignUp, 'email' | 'phone'>[]> {
  return tx.sql
    .deleteFrom('workshop_signup')
    .where('tenant_id', '=', tx.tenant.id)
    .where('choice_id', '=', choice)
    .where('id', 'in', [...ids])
    .returning(['email', 'phone'])
    .execute();
}

/** Somebody's name on what they want to join. The same address on the same choice stands there once; a yes stays. */
export async function keepSignUp(tx: TenantDb, choice: Id<'workshop_choice'>, who: NewSignUp): Promise<void> {
  const hears = who.hearsResult ?? false;
  const same = sql`s.tenant_id = ${tx.tenant.id} and s.choice_id = ${choice}
    and ((${who.email}::text is not null and s.email = ${who.email})
      or (${who.phone}::text is not null and s.phone = ${who.phone}))`;
  await sql`
    with said_before as (
      update workshop_signup s set shared = s.shared or ${who.shared}, hears_result = s.hears_result or ${hears}
      where ${same} returning s.id)
    insert into workshop_signup (tenant_id, choice_id, person_name, email, phone, shared, hears_result, signed_at)
    select ${tx.tenant.id}, ${choice}, ${who.personName}, ${who.email}, ${who.phone}, ${who.shared}, ${hears}, ${tx.now}
    where not exists (select from said_before)`.execute(tx.sql);
}

export type NewSignUp = Omit<SignUp, 'id' | 'choiceId'> & {
  /** They asked to hear when the result can be seen. */
  readonly hearsResult?: boolean;
};

/** This choice is this initiative now. False when it is one already. */
export async function tieChoice(
  tx: TenantDb,
  id: Id<'workshop_choice'>,
  initiative: Id<'initiative'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('workshop_choice')
    .set({ initiative_id: initiative })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('initiative_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Who said yes to being called about something that is this initiative now, in the order they came. */
export async function sharedSignUps(tx: TenantDb, initiative: Id<'initiative'>): Promise<SignUp[]> {
  return tx.sql
    .selectFrom('workshop_choice as c')
    .innerJoin('workshop_signup as s', (join) =>
      join.onRef('s.tenant_id', '=', 'c.tenant_id').onRef('s.choice_id', '=', 'c.id'),
    )
    .select(['s.id', 's.choice_id as choiceId', 's.person_name as personName', 's.email', 's.phone', 's.shared'])
    .where('c.tenant_id', '=', tx.tenant.id)
    .where('c.initiative_id', '=', initiative)
    .where('s.shared', '=', true)
    .orderBy('s.id')
    .limit(MOST_NAMES)
    .execute();
}

/** What has gone onward already, with the title that an initiative has now. */
export async function onwardOf(
  tx: TenantDb,
  workshop: Id<'workshop'>,
): Promise<(Onward & { readonly title: string | null })[]> {
  return tx.sql
    .selectFrom('workshop_onward as o')
    .leftJoin('initiative as i', (join) =>
      join.onRef('i.tenant_id', '=', 'o.tenant_id').onRef('i.id', '=', 'o.initiative_id'),
    )
    .select(['o.field', 'o.words_id as wordsId', 'o.initiative_id as initiativeId', 'o.idea_id as ideaId', 'i.title'])
    .where('o.tenant_id', '=', tx.tenant.id)
    .where('o.workshop_id', '=', workshop)
    .orderBy('o.id')
    .limit(MOST_NAMES)
    .execute();
}

export async function insertOnward(tx: TenantDb, workshop: Id<'workshop'>, onward: Onward): Promise<void> {
  await tx.sql
    .insertInto('workshop_onward')
    .values({
      tenant_id: tx.tenant.id,
      workshop_id: workshop,
      field: onward.field,
      words_id: onward.wordsId,
      initiative_id: onward.initiativeId,
      idea_id: onward.ideaId,
      made_at: tx.now,
      made_by: personIdOf(tx.actor),
    })
    .execute();
}
