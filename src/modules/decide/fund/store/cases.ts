import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { CaseCard, CaseFilter, Supported } from '../rules/cases.ts';
import { CASES_A_PAGE } from '../rules/cases.ts';
import type { Status } from '../rules/status.ts';

/** A page of cases that were sent in, the newest number first, and how many there are in all. */
export async function casePage(
  tx: TenantDb,
  filter: CaseFilter,
  page = 1,
): Promise<{ readonly cases: readonly CaseCard[]; readonly total: number }> {
  let rows = tx.sql
    .selectFrom(standing(tx, filter.fundId).as('c'))
    .select(['c.id', 'c.number', 'c.title', 'c.status', 'c.applicantName', 'c.sought', 'c.committed', 'c.answerBy'])
    .select(['c.startsOn', sql<number>`count(*) over ()`.as('total')]);
  if (filter.statuses) rows = rows.where('c.status', 'in', filter.statuses);
  if (filter.personId) rows = rows.where('c.applicantId', '=', filter.personId);
  const found = await rows
    .orderBy('c.number', 'desc')
    .limit(CASES_A_PAGE)
    .offset((page - 1) * CASES_A_PAGE)
    .execute();
  return { cases: found.map(({ total: _, ...one }) => one), total: found[0]?.total ?? 0 };
}

/** How many sent cases there are of each status; those without any are left out. */
export async function caseCounts(tx: TenantDb, fundId: Id<'fund'>): Promise<Partial<Record<Status, number>>> {
  const rows = await tx.sql
    .selectFrom(standing(tx, fundId).as('c'))
    .select((row) => ['c.status', row.fn.countAll<number>().as('count')])
    .groupBy('c.status')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

/** What the fund has said yes to, the newest first; nobody is named. */
export async function supported(tx: TenantDb, fundId: Id<'fund'>, limit: number): Promise<Supported[]> {
  return tx.sql
    .selectFrom('fund_decision as d')
    .innerJoin('fund_application as a', (join) =>
      join.onRef('a.tenant_id', '=', 'd.tenant_id').onRef('a.id', '=', 'd.application_id'),
    )
    .select(['a.id', 'a.title', 'a.initiative_id as initiativeId', 'a.starts_on as startsOn', 'd.on_day as on'])
    .select(['d.amount_ore as amount', 'a.participants'])
    .select((row) =>
      row
        .selectFrom('fund_application_department as m')
        .select(sql<Id<'department'>[]>`coalesce(array_agg(m.department_id), '{}')`.as('ids'))
        .whereRef('m.tenant_id', '=', 'a.tenant_id')
        .whereRef('m.application_id', '=', 'a.id')
        .as('departmentIds'),
    )
    .where('d.tenant_id', '=', tx.tenant.id)
    .where('d.result', '=', 'commit')
    .where('a.fund_id', '=', fundId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('fund_end as e')
            .select('e.result')
            .whereRef('e.tenant_id', '=', 'a.tenant_id')
            .whereRef('e.application_id', '=', 'a.id')
            .where('e.result', '!=', 'completed'),
        ),
      ),
    )
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute() as Promise<Supported[]>;
}

/** The same reading as `statusOf` in rules, for many at once; a property test holds the two together. */
export function statusIn(today: Day): RawBuilder<Status> {
  const of = (table: string) => sql`${sql.table(table)} x where x.tenant_id = a.tenant_id and x.application_id = a.id`;
  const past = sql`x.on_day <= ${today}::date`;
  return sql<Status>`case
    when e.result is not null then e.result
    when s.number is null then 'draft'
    when d.result = 'refuse' then 'refused'
    when d.result = 'wait' then 'waiting_list'
    when d.result = 'commit' then case
      when p.paid > 0 and p.paid + r.released = d.amount_ore then 'settled'
      when d.terms <> '' then 'on_terms'
      when d.amount_ore < ${SOUGHT} then 'partly_committed'
      else 'committed' end
    when exists (
      select from fund_question x
      left join fund_answer b on b.tenant_id = x.tenant_id and b.question_id = x.id and b.on_day <= ${today}::date
      where x.tenant_id = a.tenant_id and x.application_id = a.id and ${past} and b.question_id is null
    ) then 'needs_information'
    when exists (select from ${of('fund_recommendation')} and ${past}) then 'recommended'
    when exists (select from ${of('fund_question')} and ${past}) then 'under_review'
    when exists (select from ${of('fund_review')} and ${past}) then 'under_review'
    else 'submitted' end`;
}

const SOUGHT = sql<Ore>`greatest(0, coalesce((
  select sum(l.amount_ore) from fund_budget_line l where l.tenant_id = a.tenant_id and l.application_id = a.id
), 0) - a.other_money_ore)::bigint`;

function standing(tx: TenantDb, fundId: Id<'fund'>) {
  const { today } = tx;
  return tx.sql
    .selectFrom('fund_application as a')
    .innerJoin('fund_submission as s', (join) =>
      join.onRef('s.tenant_id', '=', 'a.tenant_id').onRef('s.application_id', '=', 'a.id').on('s.on_day', '<=', today),
    )
    .leftJoin('fund_end as e', (join) =>
      join.onRef('e.tenant_id', '=', 'a.tenant_id').onRef('e.application_id', '=', 'a.id').on('e.on_day', '<=', today),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('fund_decision as y')
          .select(['y.result', 'y.amount_ore', 'y.terms'])
          .whereRef('y.tenant_id', '=', 'a.tenant_id')
          .whereRef('y.application_id', '=', 'a.id')
          .where('y.on_day', '<=', today)
          .orderBy('y.id', 'desc')
          .limit(1)
          .as('d'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('fund_payment as y')
          .select(sql<Ore>`coalesce(sum(y.amount_ore), 0)::bigint`.as('paid'))
          .whereRef('y.tenant_id', '=', 'a.tenant_id')
          .whereRef('y.application_id', '=', 'a.id')
          .where('y.on_day', '<=', today)
          .as('p'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('fund_release as y')
          .select(sql<Ore>`coalesce(sum(y.amount_ore), 0)::bigint`.as('released'))
          .whereRef('y.tenant_id', '=', 'a.tenant_id')
          .whereRef('y.application_id', '=', 'a.id')
          .where('y.on_day', '<=', today)
          .as('r'),
      (join) => join.onTrue(),
    )
    .select(['a.id', 'a.title', 'a.applicant_name as applicantName', 'a.applicant_id as applicantId', 's.number'])
    .select(['s.answer_by as answerBy', 'a.starts_on as startsOn', 'd.amount_ore as committed'])
    .select([SOUGHT.as('sought'), statusIn(today).as('status')])
    .where('a.tenant_id', '=', tx.tenant.id)
    .where('a.fund_id', '=', fundId);
}
