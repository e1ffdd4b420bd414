import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { REFERENCE } from '../../fund/public.ts';
import type { Happening, Span } from '../rules/status.ts';
import { AMOUNT, happened } from './happened.ts';

/** Everything that happened in a fund in a span, oldest first. One question, whatever the span. */
export async function happenings(tx: TenantDb, fundId: Id<'fund'>, span: Span): Promise<readonly Happening[]> {
  const { rows } = await sql<Happening>`
    select h.kind, h.on_day as "on", ${AMOUNT} as "amount",
      a.id as "applicationId", ${REFERENCE} as "reference",
      a.title, a.grounds, i.category, s.on_day as "sentOn", s.answer_by as "answerBy", h.came,
      array(
        select y.department_id from fund_application_department y
        where y.tenant_id = a.tenant_id and y.application_id = a.id order by y.department_id
      ) as "departmentIds"
    from (${happened(tx, span, fundId)}) h
    join fund_application a on a.tenant_id = ${tx.tenant.id} and a.id = h.application_id and a.fund_id = ${fundId}
    join fund f on f.tenant_id = a.tenant_id and f.id = a.fund_id
    join fund_submission s on s.tenant_id = a.tenant_id and s.application_id = a.id
    left join initiative i on i.tenant_id = a.tenant_id and i.id = a.initiative_id
    order by h.on_day, s.number, h.kind`.execute(tx.sql);
  return rows;
}

/** How many stood on the waiting list when the day was over. */
export async function waitingOn(tx: TenantDb, fundId: Id<'fund'>, on: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from fund_application a
    cross join lateral (
      select x.result from fund_decision x
      where x.tenant_id = a.tenant_id and x.application_id = a.id and x.on_day <= ${on}::date order by x.id desc limit 1
    ) d
    where a.tenant_id = ${tx.tenant.id} and a.fund_id = ${fundId} and d.result = 'wait' and not exists (
      select from fund_end e where e.tenant_id = a.tenant_id and e.application_id = a.id and e.on_day <= ${on}::date
    )`.execute(tx.sql);
  return rows[0]?.count ?? 0;
}

/** The periods of a fund, the newest first. */
export async function periodsOf(tx: TenantDb, fundId: Id<'fund'>): Promise<readonly Span[]> {
  return tx.sql
    .selectFrom('fund_period')
    .select(['starts_on as from', 'ends_on as to'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('fund_id', '=', fundId)
    .orderBy('starts_on', 'desc')
    .limit(12)
    .execute();
}
