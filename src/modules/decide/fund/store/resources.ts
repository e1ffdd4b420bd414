import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Asked, pageOf } from '../../../../platform/resources/resource.ts';
import type { ApplicationId } from '../rules/application.ts';
import type { Status } from '../rules/status.ts';

interface ToldFund {
  readonly id: Id<'fund'>;
  readonly name: string;
  readonly prefix: string;
  readonly organisationId: Id<'organisation'>;
  readonly openedOn: Day;
  readonly periodStartsOn: Day | null;
  readonly periodEndsOn: Day | null;
  readonly totalOre: Ore | null;
  readonly projectMaxOre: Ore | null;
}

/** Funds as other systems read them, by id, with the newest policy of the period that holds today. */
export async function fundsAfter(tx: TenantDb, asked: Asked): Promise<readonly ToldFund[]> {
  const { rows } = await sql<ToldFund>`
    select f.id, f.name, f.prefix, f.organisation_id as "organisationId", f.opened_on as "openedOn",
      p.starts_on as "periodStartsOn", p.ends_on as "periodEndsOn", p.total_ore as "totalOre",
      p.project_max_ore as "projectMaxOre"
    from fund f
    left join lateral (
      select y.starts_on, y.ends_on, o.total_ore, o.project_max_ore
      from fund_period y
      join fund_policy o on o.tenant_id = y.tenant_id and o.period_id = y.id
      where y.tenant_id = f.tenant_id and y.fund_id = f.id and y.starts_on <= ${tx.today} and y.ends_on >= ${tx.today}
      order by y.starts_on desc, o.number desc limit 1
    ) p on true
    where f.tenant_id = ${tx.tenant.id} ${pageOf(asked, sql`f.id`)}
  `.execute(tx.sql);
  return rows;
}

interface ToldApplication {
  readonly id: ApplicationId;
  readonly prefix: string;
  readonly number: number;
  readonly fundId: Id<'fund'>;
  readonly initiativeId: Id<'initiative'> | null;
  readonly title: string;
  readonly status: Status;
  readonly soughtOre: Ore;
  readonly committedOre: Ore | null;
  readonly paidOre: Ore;
  readonly releasedOre: Ore;
  readonly answerBy: Day;
  readonly startsOn: Day | null;
  readonly departmentIds: Id<'department'>[];
}

/** Applications that were sent in, by id. */
export async function applicationsAfter(tx: TenantDb, asked: Asked): Promise<readonly ToldApplication[]> {
  const { rows } = await sql<ToldApplication>`
    select c.application_id as id, f.prefix, c.number, c.fund_id as "fundId", a.initiative_id as "initiativeId", a.title,
      c.status, c.sought_ore as "soughtOre", c.committed_ore as "committedOre", c.paid_ore as "paidOre",
      c.released_ore as "releasedOre", c.answer_by as "answerBy", c.starts_on as "startsOn",
      array(
        select d.department_id from fund_application_department d
        where d.tenant_id = c.tenant_id and d.application_id = c.application_id order by d.department_id
      ) as "departmentIds"
    from fund_standing c
    join fund f on f.tenant_id = c.tenant_id and f.id = c.fund_id
    join fund_application a on a.tenant_id = c.tenant_id and a.id = c.application_id
    where c.tenant_id = ${tx.tenant.id} ${pageOf(asked, sql`c.application_id`)}
  `.execute(tx.sql);
  return rows;
}
