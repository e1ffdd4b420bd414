import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { REFERENCE, SOUGHT } from '../../fund/public.ts';
import type { Happening, Span } from '../rules/status.ts';

/** Everything that happened in a fund in a span, oldest first. One question, whatever the span. */
export async function happenings(tx: TenantDb, fundId: Id<'fund'>, { from, to }: Span): Promise<readonly Happening[]> {
  const within = sql`between ${from}::date and ${to}::date`;
  const here = sql`x.tenant_id = ${tx.tenant.id}`;
  const { rows } = await sql<Happening>`
    select h.kind, h.on_day as "on", case when h.amount is null then ${SOUGHT} else h.amount end as "amount",
      a.id as "applicationId", ${REFERENCE} as "reference",
      a.title, a.grounds, i.category, s.on_day as "sentOn", s.answer_by as "answerBy", h.came,
      array(
        select y.department_id from fund_application_department y
        where y.tenant_id = a.tenant_id and y.application_id = a.id order by y.department_id
      ) as "departmentIds"
    from (
      select 'sought' as kind, x.application_id, x.on_day, null::bigint as amount, null::int as came
      from fund_submission x where ${here} and x.fund_id = ${fundId} and x.on_day ${within}
      union all
      select case x.result when 'commit' then 'committed' when 'refuse' then 'refused' else 'waited' end,
        x.application_id, x.on_day, x.amount_ore, null
      from fund_decision x where ${here} and x.on_day ${within}
      union all
      select 'paid', x.application_id, x.on_day, x.amount_ore, null
      from fund_payment x where ${here} and x.on_day ${within}
      union all
      select 'released', x.application_id, x.on_day, x.amount_ore, null
      from fund_release x where ${here} and x.on_day ${within}
      union all
      select 'told', n.application_id, n.first_on, 0, n.came
      from (
        select x.application_id, min(x.on_day) as first_on, (array_agg(x.came order by x.id desc))[1] as came
        from fund_feedback x where ${here} group by x.application_id
      ) n where n.first_on ${within}
    ) h
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
