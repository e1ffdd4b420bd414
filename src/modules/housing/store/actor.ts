import { sql } from 'kysely';
import type { Actor, Grant } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { mayBeUnder15 } from '../rules.ts';

/**
 * Who a person is when they act: name, roles of today, and "resident" of each department they live in. One query.
 * Who never lived or worked here and came as a guest is `guest` of what they are invited to, and nobody when that is over.
 * Null when there is no such person, or when a guardian has yet to say yes to an account.
 */
export async function loadActor(tx: TenantDb, personId: Id<'person'>): Promise<Actor | null> {
  const { rows } = await sql<ActorRow>`
    select p.name, p.birth_year as "birthYear",
      exists (
        select from guardian_approval a where a.tenant_id = p.tenant_id and a.person_id = p.id
      ) as approved,
      given.grants, given.guest, lives.homes, lives.anywhere, came.invited, came.anew,
      exists (
        select from house_tie h
        where h.tenant_id = p.tenant_id and h.person_id = p.id and h.tied_at is not null
      ) as tied,
      (
        select c.large_print from contact_preference c where c.tenant_id = p.tenant_id and c.person_id = p.id
      ) as large
    from person p
    cross join lateral (
      select
        json_agg(json_build_object(
          'role', g.role, 'organisationId', g.organisation_id, 'departmentId', g.department_id))
          filter (where g.from_day <= ${tx.today} and (g.until_day is null or g.until_day >= ${tx.today})) as grants,
        bool_and(g.role = 'guest') as guest
      from role_grant g
      where g.tenant_id = p.tenant_id and g.person_id = p.id
    ) given
    cross join lateral (
      select
        jsonb_agg(distinct jsonb_build_object(
          'role', 'resident', 'organisationId', d.organisation_id, 'departmentId', d.id))
          filter (where r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})) as homes,
        count(*) > 0 as anywhere
      from residency r
      join tenancy t on t.tenant_id = r.tenant_id and t.id = r.tenancy_id
      join department d on d.tenant_id = t.tenant_id and d.id = t.department_id
      where r.tenant_id = p.tenant_id and r.person_id = p.id
    ) lives
    cross join lateral (
      select
        jsonb_agg(distinct jsonb_build_object(
          'role', 'guest', 'organisationId', c.organisation_id, 'departmentId', null))
          filter (where c.ended_at is null and e.until_day + e.grace_days >= ${tx.today}) as invited,
        bool_or(c.new_here) as anew
      from gathering_guest c
      join gathering e on e.tenant_id = c.tenant_id and e.id = c.gathering_id
      where c.tenant_id = p.tenant_id and c.person_id = p.id
    ) came
    where p.tenant_id = ${tx.tenant.id} and p.id = ${personId}
      and not exists (select from person_merge m where m.tenant_id = p.tenant_id and m.person_id = p.id)
  `.execute(tx.sql);
  const row = rows[0];
  if (!row || (mayBeUnder15(row.birthYear, tx.today) && !row.approved)) return null;
  const guestAlone = (row.guest ?? row.anew ?? false) && !row.anywhere;
  const grants = [...(row.grants ?? []), ...(row.homes ?? []), ...((guestAlone && row.invited) || [])];
  if (guestAlone && grants.length === 0) return null;
  const more = { ...(row.tied ? { tied: true } : {}), ...(row.large ? { largePrint: true } : {}) };
  return { kind: 'person', personId, name: row.name, grants, ...more };
}

interface ActorRow {
  readonly name: string;
  readonly birthYear: number | null;
  readonly approved: boolean;
  readonly grants: Grant[] | null;
  /** Every role they ever had was a guest's; null when they never had any. */
  readonly guest: boolean | null;
  readonly homes: Grant[] | null;
  /** They live here or have done. */
  readonly anywhere: boolean;
  readonly invited: Grant[] | null;
  /** They were not known before they were invited. */
  readonly anew: boolean | null;
  readonly tied: boolean;
  readonly large: boolean | null;
}
