import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** Somebody with a role today, by name; protected people stay unnamed here. */
export interface RoleHolder {
  readonly name: string;
  /** `chair`: of the board whose newest constitution says so. */
  readonly roles: readonly { readonly role: Role; readonly department: string | null; readonly chair: boolean }[];
}

export async function roleHolders(tx: TenantDb, limit: number): Promise<readonly RoleHolder[]> {
  const { rows } = await sql<RoleHolder>`
    select p.name, json_agg(
      json_build_object('role', g.role, 'department', d.name, 'chair', coalesce(t.office = 'chair', false))
      order by g.role, d.name
    ) as roles
    from role_grant g
    join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
    left join department d on d.tenant_id = g.tenant_id and d.id = g.department_id
    left join lateral (
      select term.office
      from board_term term
      join board b on b.tenant_id = term.tenant_id and b.id = term.board_id
      where term.tenant_id = g.tenant_id and term.role_grant_id = g.id and b.constituted_on <= ${tx.today}
      order by b.constituted_on desc, b.id desc
      limit 1
    ) t on true
    where g.tenant_id = ${tx.tenant.id} and not p.protected
      and g.from_day <= ${tx.today} and (g.until_day is null or g.until_day >= ${tx.today})
    group by p.id, p.name
    order by p.name collate "da-x-icu", p.id
    limit ${limit}
  `.execute(tx.sql);
  return rows;
}

/** One person of each role today, rather somebody who has no other, for a house to practise in. */
export async function onePerRole(
  tx: TenantDb,
  limit: number,
): Promise<readonly { readonly id: Id<'person'>; readonly name: string; readonly role: Role }[]> {
  const { rows } = await sql<{ id: Id<'person'>; name: string; role: Role }>`
    select distinct on (h.role) p.id, p.name, h.role
    from (
      select person_id, role, count(*) over (partition by person_id) as held from (
        select person_id, role from role_grant
        where tenant_id = ${tx.tenant.id} and from_day <= ${tx.today} and (until_day is null or until_day >= ${tx.today})
        union all
        select person_id, 'resident' from residency where tenant_id = ${tx.tenant.id} and until_day is null
      ) each
    ) h
    join person p on p.tenant_id = ${tx.tenant.id} and p.id = h.person_id
    order by h.role, h.held, p.id
    limit ${limit}
  `.execute(tx.sql);
  return rows;
}
