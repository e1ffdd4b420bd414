import { sql } from 'kysely';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Standing } from '../rules/steps.ts';

/** How the house stands, in one query. `usualColour` is the one that a house has before anybody chooses. */
export async function readStanding(tx: TenantDb, usualColour: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    with held as (
      select person_id, role, department_id from role_grant
      where tenant_id = ${tx.tenant.id} and from_day <= ${tx.today} and (until_day is null or until_day >= ${tx.today})
    ),
    own as (select * from organisation where tenant_id = ${tx.tenant.id} and own),
    act as (select step, facts from setup_act where tenant_id = ${tx.tenant.id} and undone_at is null),
    policy as (
      select p.id, p.fund_id, p.allocation
      from fund_policy p
      join fund_period d on d.tenant_id = p.tenant_id and d.id = p.period_id
      where p.tenant_id = ${tx.tenant.id} and d.ends_on >= ${tx.today}
      order by p.recorded_at desc, p.id desc
      limit 1
    ),
    invitation as (
      select printed_at from setup_invitation where tenant_id = ${tx.tenant.id} and withdrawn_at is null
    )
    select
      exists (select from own where cvr is not null) as cvr,
      exists (select from own where street_line <> '' and postcode <> '' and city <> '') as address,
      exists (select from own where phone <> '' or email <> '') as contact,
      t.settings ? 'logo' as logo,
      t.colour <> ${usualColour} or exists (select from act where step = 'look') as "colourChosen",
      (select count(*) from tenancy where tenant_id = t.id and absent_since is null)::int as homes,
      coalesce((
        select refused from tenancy_import
        where tenant_id = t.id and finished_at is not null and taken_back_at is null
        order by finished_at desc limit 1
      ), 0) as "refusedRows",
      (select count(distinct person_id) from held where role in ('secretariat', 'consultant', 'finance', 'operations'))::int
        as staff,
      (select count(distinct person_id) from held where role = 'organisation_board')::int as deciders,
      (select count(distinct person_id) from held where role in ('finance', 'secretariat'))::int as approvers,
      (select count(*) from department d
        where d.tenant_id = t.id and d.has_board
          and not exists (select from held h where h.role = 'board_member' and h.department_id = d.id))::int
        as "boardsLacking",
      (select fund_id from policy) as "fundId",
      (select min(r.closes_on) from fund_round r join policy p on p.id = r.policy_id
        where r.tenant_id = t.id and r.closes_on >= ${tx.today}) as "closesOn",
      coalesce((select allocation <> 'rounds' from policy), false) as running,
      exists (select from invitation) as invitation,
      exists (select from invitation where printed_at is not null) as printed,
      exists (select from setup_mail_test where tenant_id = t.id and arrived_at is not null) as "mailArrived",
      exists (select from act where step = 'checks' and facts->>'seen' = 'ways') as "waysSeen",
      exists (select from act where step = 'checks' and facts->>'seen' = 'backup') as "backupNoted",
      coalesce((select array_agg(step) from setup_skip where tenant_id = t.id), '{}') as skipped,
      coalesce((select array_agg(distinct step) from act), '{}')
        || case when exists (
          select from tenancy_import i
          where i.tenant_id = t.id and i.finished_at is not null and i.taken_back_at is null
            and exists (select from tenancy_import_made m where m.tenant_id = i.tenant_id and m.import_id = i.id)
        ) then array['homes'] else '{}' end
        || case when exists (select from invitation) then array['invitation'] else '{}' end
        || case when exists (select from setup_mail_test where tenant_id = t.id) then array['checks'] else '{}' end
        as undoable
    from tenant t
    where t.id = ${tx.tenant.id}
  `.execute(tx.sql);
  return rows[0] as Standing;
}
