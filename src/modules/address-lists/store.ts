import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import type { ListedHome } from './rules.ts';

/** Every home of the house, of a department, or of one stairwell in it, in one query. Protected names never come along. */
export async function homesToPrint(
  tx: TenantDb,
  departmentId: Id<'department'> | null,
  buildingId: Id<'building'> | null,
): Promise<ListedHome[]> {
  const { rows } = await sql<ListedHome>`
    with living as (
      select r.tenancy_id,
        array_agg(p.name order by r.from_day, p.name) filter (where not p.protected) as names,
        bool_or(coalesce(c.digital_exempt, false) or c.channel = 'paper') as paper,
        bool_or(
          not coalesce(c.digital_exempt, false) and coalesce(c.channel, 'mail') in ('mail', 'sms')
          and (p.email is not null or p.phone is not null)
        ) as digital,
        bool_or(c.channel = 'never') as never,
        bool_or(c.large_print) as large
      from residency r
      join tenancy t on t.tenant_id = r.tenant_id and t.id = r.tenancy_id
        and (${departmentId}::uuid is null or t.department_id = ${departmentId}::uuid)
      join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
      left join contact_preference c on c.tenant_id = p.tenant_id and c.person_id = p.id
      where r.tenant_id = ${tx.tenant.id}
        and r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})
      group by r.tenancy_id
    )
    select t.id, t.number, t.street, t.house_number as "houseNumber", t.floor, t.door, t.postcode, t.city,
      d.name as department, t.building_id as "stairwellId",
      coalesce(l.names, '{}') as names,
      coalesce(l.paper, false) or not coalesce(l.digital, false) as "needsPaper",
      coalesce(l.large, false) as large,
      coalesce(l.never, false)
        or exists (
          select from no_contact n
          where n.tenant_id = t.tenant_id and n.tenancy_id = t.id and n.lifted_on is null
        ) as "leaveAlone"
    from tenancy t
    join department d on d.tenant_id = t.tenant_id and d.id = t.department_id
    left join living l on l.tenancy_id = t.id
    where t.tenant_id = ${tx.tenant.id} and t.absent_since is null
      and (${departmentId}::uuid is null or t.department_id = ${departmentId}::uuid)
      and (${buildingId}::uuid is null or t.building_id = ${buildingId}::uuid)
  `.execute(tx.sql);
  return rows;
}
