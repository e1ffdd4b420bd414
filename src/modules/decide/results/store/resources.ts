import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Asked, pageOf } from '../../../../platform/resources/resource.ts';
import { REFERENCE } from '../../fund/public.ts';
import type { ApplicationId } from '../rules/case.ts';
import type { Supported } from '../rules/supported.ts';

interface Told {
  readonly id: ApplicationId;
  readonly reference: string;
  readonly fundId: Id<'fund'>;
  readonly title: string;
  readonly decidedOn: Day;
  readonly startsOn: Day | null;
  readonly grounds: Supported['grounds'][number][];
  readonly committedOre: Ore;
  readonly paidOre: Ore;
  readonly releasedOre: Ore;
  readonly came: number | null;
  readonly closed: boolean;
  readonly departmentIds: Id<'department'>[];
}

/** What was supported, as other systems read it, by id. */
export async function resultsAfter(tx: TenantDb, asked: Asked): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select c.application_id as id, ${REFERENCE} as reference, c.fund_id as "fundId", a.title, c.since as "decidedOn",
      c.starts_on as "startsOn", a.grounds, c.committed_ore as "committedOre", c.paid_ore as "paidOre",
      c.released_ore as "releasedOre", (
        select case when b.came >= ${FEWEST}::int then b.came end from fund_feedback b
        where b.tenant_id = c.tenant_id and b.application_id = c.application_id order by b.id desc limit 1
      ) as came,
      c.status = 'completed' as closed,
      array(
        select d.department_id from fund_application_department d
        where d.tenant_id = c.tenant_id and d.application_id = c.application_id order by d.department_id
      ) as "departmentIds"
    from fund_standing c
    join fund f on f.tenant_id = c.tenant_id and f.id = c.fund_id
    join fund_submission s on s.tenant_id = c.tenant_id and s.application_id = c.application_id
    join fund_application a on a.tenant_id = c.tenant_id and a.id = c.application_id
    where c.tenant_id = ${tx.tenant.id}
      and c.status in ('committed', 'partly_committed', 'on_terms', 'settled', 'completed')
      ${pageOf(asked, sql`c.application_id`)}
  `.execute(tx.sql);
  return rows;
}
