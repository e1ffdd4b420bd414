import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { FigureSpan } from '../../../../platform/figures/figures.ts';
import type { HappeningKind } from '../rules/status.ts';
import { AMOUNT, happened } from './happened.ts';

/** What happened to an application, on the day that it is counted on. */
export interface CountedHappening {
  readonly kind: HappeningKind;
  readonly id: Id<'fund_application'>;
  readonly title: string;
  readonly on: Day;
  readonly amount: number;
  /** How many came, where somebody told. */
  readonly came: number | null;
  /** Days from it was sent in until the day itself. */
  readonly days: number;
  readonly inTime: boolean;
  readonly tooLate: boolean;
  readonly supported: boolean;
  readonly departmentIds: readonly Id<'department'>[];
}

const COUNTED: readonly HappeningKind[] = ['sought', 'committed', 'refused', 'paid', 'told'];

/** Everything in the span that figures are read from, in all funds. */
export async function happenedIn(tx: TenantDb, { from, until }: FigureSpan): Promise<readonly CountedHappening[]> {
  const { rows } = await sql<CountedHappening>`
    select h.kind, a.id, a.title, h.on_day as "on", ${AMOUNT} as amount, h.came, h.on_day - s.on_day as days,
      h.on_day <= s.answer_by as "inTime", h.kind = 'refused' and coalesce(d.reason = 'too_late', false) as "tooLate",
      coalesce(d.result = 'commit', false) and not exists (
        select from fund_end e where e.tenant_id = a.tenant_id and e.application_id = a.id and e.result <> 'completed'
      ) as supported,
      array(
        select x.department_id from fund_application_department x
        where x.tenant_id = a.tenant_id and x.application_id = a.id
        order by x.department_id
      ) as "departmentIds"
    from (${happened(tx, { from, to: until }, null, COUNTED)}) h
    join fund_application a on a.tenant_id = ${tx.tenant.id} and a.id = h.application_id
    join fund_submission s on s.tenant_id = a.tenant_id and s.application_id = a.id
    left join lateral (
      select d.result, d.reason from fund_decision d
      where d.tenant_id = a.tenant_id and d.application_id = a.id
      order by d.id desc limit 1
    ) d on true
    order by h.on_day, a.id, amount
  `.execute(tx.sql);
  return rows;
}

/** Did anybody apply by that day? Before, nothing was measured. */
export async function anySoughtBy(tx: TenantDb, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from fund_submission s where s.tenant_id = ${tx.tenant.id} and s.on_day <= ${day} limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}
