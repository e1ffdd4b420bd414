import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { HeldDuty, PublicDuty, RoleGrant, RoleSettings, WantedRole } from '../rules.ts';
import { ROLE_SETTINGS } from '../rules.ts';

/** All that a person was given, now and before, the newest first. */
export async function rolesOf(tx: TenantDb, personId: Id<'person'>): Promise<RoleGrant[]> {
  return tx.sql
    .selectFrom('role_grant')
    .select([
      'id',
      'role',
      'organisation_id as organisationId',
      'department_id as departmentId',
      'from_day as from',
      'until_day as until',
    ])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Whose it is and what it gives; null when there is no such grant. */
export async function roleById(
  tx: TenantDb,
  id: Id<'role_grant'>,
): Promise<(RoleGrant & { personId: Id<'person'> }) | null> {
  const row = await tx.sql
    .selectFrom('role_grant')
    .select([
      'id',
      'person_id as personId',
      'role',
      'organisation_id as organisationId',
      'department_id as departmentId',
      'from_day as from',
      'until_day as until',
    ])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertRole(
  tx: TenantDb,
  personId: Id<'person'>,
  role: WantedRole,
  by: Id<'person'> | null,
): Promise<Id<'role_grant'>> {
  const row = await tx.sql
    .insertInto('role_grant')
    .values({
      tenant_id: tx.tenant.id,
      person_id: personId,
      role: role.role,
      organisation_id: role.organisationId,
      department_id: role.departmentId,
      from_day: role.from,
      until_day: role.until,
      granted_at: tx.now,
      granted_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The role's last day; a role that had not begun is as if never given. */
export async function endRole(tx: TenantDb, id: Id<'role_grant'>, lastDay: Day): Promise<void> {
  const early = tx.sql.deleteFrom('role_grant').where('tenant_id', '=', tx.tenant.id).where('id', '=', id);
  await early.where('from_day', '>', lastDay).execute();
  await tx.sql
    .updateTable('role_grant')
    .set({ until_day: lastDay })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Holds a person until the transaction ends, so that what is decided about them is decided one at a time. False: there is none. */
export async function lockPerson(tx: TenantDb, id: Id<'person'>): Promise<boolean> {
  const row = await tx.sql.selectFrom('person').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return row !== undefined;
}

export async function dutiesOf(
  tx: TenantDb,
  personId: Id<'person'>,
): Promise<(HeldDuty & { id: Id<'public_duty'> })[]> {
  return tx.sql
    .selectFrom('public_duty')
    .select(['id', 'duty', 'organisation_id as organisationId', 'from_day as from', 'until_day as until'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .orderBy('from_day', 'desc')
    .execute();
}

export async function insertDuty(
  tx: TenantDb,
  personId: Id<'person'>,
  duty: { duty: PublicDuty; organisationId: Id<'organisation'>; from: Day; until: Day | null },
): Promise<void> {
  await tx.sql
    .insertInto('public_duty')
    .values({
      tenant_id: tx.tenant.id,
      person_id: personId,
      duty: duty.duty,
      organisation_id: duty.organisationId,
      from_day: duty.from,
      until_day: duty.until,
    })
    .execute();
}

export async function endDuty(tx: TenantDb, id: Id<'public_duty'>, lastDay: Day): Promise<void> {
  await tx.sql
    .updateTable('public_duty')
    .set({ until_day: sql<Day>`greatest(from_day, ${lastDay}::date)` })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** What the organisation has decided about staff on boards. */
export async function roleSettings(tx: TenantDb): Promise<RoleSettings> {
  const row = await tx.sql
    .selectFrom('role_setting')
    .select(['staff_in_organisation_board', 'staff_in_department_board'])
    .executeTakeFirst();
  if (!row) return ROLE_SETTINGS;
  return {
    staffInOrganisationBoard: row.staff_in_organisation_board,
    staffInDepartmentBoard: row.staff_in_department_board,
  };
}

export async function saveRoleSettings(tx: TenantDb, settings: RoleSettings): Promise<void> {
  const row = {
    staff_in_organisation_board: settings.staffInOrganisationBoard,
    staff_in_department_board: settings.staffInDepartmentBoard,
  };
  await tx.sql
    .insertInto('role_setting')
    .values({ tenant_id: tx.tenant.id, ...row })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
    .execute();
}

/** A role in the whole organisation, with the one who gave it (null: the system did) and when. */
export interface Given {
  readonly personId: Id<'person'>;
  readonly role: Role;
  readonly by: Id<'person'> | null;
  readonly at: Date;
}

/** Who was given one of these roles since that instant, and by whom, of those people; the newest first. One query. */
export async function rolesGivenSince(
  tx: TenantDb,
  since: Date,
  roles: readonly Role[],
  people: readonly Id<'person'>[],
): Promise<readonly Given[]> {
  if (people.length === 0) return [];
  return tx.sql
    .selectFrom('role_grant')
    .select(['person_id as personId', 'role', 'granted_by as by', 'granted_at as at'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', 'in', people)
    .where('role', 'in', roles)
    .where('granted_at', '>=', since)
    .orderBy('granted_at', 'desc')
    .execute();
}

/**
 * Who stands behind each of these people: themselves; whoever, since that instant, registered them, gave them one of these
 * roles, corrected what is known of them (an address is a way in), or merged another record into theirs; and who stands
 * behind those in turn. The system, and whoever works on the command line, stand behind nobody. One query.
 */
export async function standingBehind(
  tx: TenantDb,
  people: readonly Id<'person'>[],
  roles: readonly Role[],
  since: Date,
): Promise<ReadonlyMap<Id<'person'>, readonly Id<'person'>[]>> {
  const here = sql`x.tenant_id = ${tx.tenant.id}`;
  const { rows } = await sql<{ id: Id<'person'>; behind: Id<'person'>[] }>`
    with recursive made (person_id, by_id) as (
      select p.id, p.id from unnest(${[...new Set(people)]}::uuid[]) p (id)
      union
      select m.person_id, coalesce(k.into_id, b.by_id)
      from made m
      cross join lateral (
        select x.granted_by as by_id from role_grant x
        where ${here} and x.person_id = m.by_id and x.role = any(${[...roles]}::text[]) and x.granted_at >= ${since}
        union all
        select x.registered_by from person x where ${here} and x.id = m.by_id and x.registered_at >= ${since}
        union all
        select x.merged_by from person_merge x where ${here} and x.into_id = m.by_id and x.merged_at >= ${since}
        union all
        select x.actor_id from journal_entry x
        where ${here} and x.subject_id = m.by_id::text and x.kind = 'housing.person_corrected' and x.at >= ${since}
      ) b
      left join person_merge k on k.tenant_id = ${tx.tenant.id} and k.person_id = b.by_id
      where b.by_id is not null
    )
    select person_id as id, array_agg(by_id order by by_id) as behind from made group by person_id`.execute(tx.sql);
  return new Map(rows.map(({ id, behind }) => [id, behind]));
}

/** Grants that hold today, each with its person: the last day is included. */
function heldToday(tx: TenantDb) {
  return tx.sql
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 'g.tenant_id').onRef('p.id', '=', 'g.person_id'))
    .where('g.tenant_id', '=', tx.tenant.id)
    .where('g.from_day', '<=', tx.today)
    .where((where) => where.or([where('g.until_day', 'is', null), where('g.until_day', '>=', tx.today)]));
}

/** Those who hold a role today: in that department, or (null) in the organisation as a whole. */
export async function peopleHolding(
  tx: TenantDb,
  role: Role,
  departmentId: Id<'department'> | null,
): Promise<{ id: Id<'person'>; name: string }[]> {
  return heldToday(tx)
    .select(['p.id', 'p.name'])
    .distinct()
    .where('g.role', '=', role)
    .where('g.department_id', departmentId ? '=' : 'is', departmentId)
    .orderBy('p.name')
    .execute();
}

/** A person and a role held today, in a department or (null) in the whole organisation. */
export interface Holder {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly role: Role;
  readonly departmentId: Id<'department'> | null;
}

/** Departments by their ids, or by a question whose answer they are (`array(select …)`); or all of them. */
type Where = readonly Id<'department'>[] | RawBuilder<readonly Id<'department'>[]> | 'any';

/**
 * Those who hold one of these roles today, in one of these departments (or in `any`) or in the whole organisation; one
 * query. Each name is looked up by itself: joined, some two hundred roles had all people of a large house read.
 */
export async function holdersOf(tx: TenantDb, roles: readonly Role[], where: Where): Promise<readonly Holder[]> {
  const ids = where === 'any' || 'execute' in where ? where : sql`${where}::uuid[]`;
  const there = ids === 'any' ? sql`` : sql`and (g.department_id is null or g.department_id = any(${ids}))`;
  const { rows } = await sql<Holder>`
    select distinct g.person_id as id,
      (select p.name from person p where p.tenant_id = g.tenant_id and p.id = g.person_id) as name,
      g.role, g.department_id as "departmentId"
    from role_grant g
    where g.tenant_id = ${tx.tenant.id} and g.role = any(${roles}::text[])
    and g.from_day <= ${tx.today} and (g.until_day is null or g.until_day >= ${tx.today}) ${there}
    order by name
  `.execute(tx.sql);
  return rows;
}
