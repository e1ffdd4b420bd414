import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Application, ApplicationId } from '../rules/application.ts';
import {
  CASES_A_PAGE,
  type CaseCard,
  type CaseFilter,
  MOST_COUNTED,
  type Supported,
  type WaitingCard,
} from '../rules/cases.ts';
import { referenceOf } from '../rules/reference.ts';
import type { Status } from '../rules/status.ts';
import { SOUGHT } from './sought.ts';

/** A page of cases that were sent in, the newest number first, and how many there are in all (counted no further than MOST_COUNTED). */
export async function casePage(
  tx: TenantDb,
  filter: CaseFilter,
  page = 1,
): Promise<{ readonly cases: readonly CaseCard[]; readonly total: number }> {
  const [count, cases] = await Promise.all([
    tx.sql
      .selectFrom(chosen(tx, filter).select('c.number').limit(MOST_COUNTED).as('c'))
      .select((row) => row.fn.countAll<number>().as('total'))
      .executeTakeFirst(),
    cards(tx, filter)
      .orderBy('c.number', 'desc')
      .orderBy('c.application_id', 'desc')
      .limit(CASES_A_PAGE)
      .offset((page - 1) * CASES_A_PAGE)
      .execute(),
  ]);
  return { cases: cases as CaseCard[], total: count?.total ?? 0 };
}

/** So many cases, the newest first: for a file. */
export async function manyCases(tx: TenantDb, filter: CaseFilter, most: number): Promise<readonly CaseCard[]> {
  return cards(tx, filter).orderBy('c.number', 'desc').limit(most).execute() as Promise<CaseCard[]>;
}

/** Those that wait for money in the fund, the one who has waited longest first. */
export async function waitingCards(tx: TenantDb, fundId: Id<'fund'>, most: number): Promise<readonly WaitingCard[]> {
  return cards(tx, { fundId })
    .select(['c.since', 'a.initiative_id as initiativeId'])
    .where('c.status', '=', 'waiting_list')
    .orderBy('c.since')
    .orderBy('c.number')
    .limit(most)
    .execute() as Promise<WaitingCard[]>;
}

/** The reference of the first case that came before this one and waits for us; null when there is none. */
export async function earlierUndecided(
  tx: TenantDb,
  { fundId, submission }: Pick<Application, 'fundId' | 'submission'>,
): Promise<string | null> {
  if (!submission) return null;
  const row = await tx.sql
    .selectFrom('fund_standing as c')
    .innerJoin('fund as f', (join) => join.onRef('f.tenant_id', '=', 'c.tenant_id').onRef('f.id', '=', 'c.fund_id'))
    .select(['c.number', 'f.prefix'])
    .where('c.tenant_id', '=', tx.tenant.id)
    .where('c.fund_id', '=', fundId)
    .where('c.status', 'in', ['submitted', 'under_review', 'recommended'])
    .where('c.number', '<', submission.number)
    .orderBy('c.number')
    .limit(1)
    .executeTakeFirst();
  return row ? referenceOf(row, row.number) : null;
}

/** Which cases of a fund stand so, the first number first; at most MOST_AT_ONCE. */
export async function casesIn(
  tx: TenantDb,
  fundId: Id<'fund'>,
  statuses: readonly Status[],
): Promise<readonly ApplicationId[]> {
  const rows = await chosen(tx, { fundId, statuses })
    .select('c.application_id')
    .orderBy('c.number')
    .limit(MOST_AT_ONCE)
    .execute();
  return rows.map((row) => row.application_id);
}
const MOST_AT_ONCE = 500;

/** How many sent cases there are of each status; those without any are left out. */
export async function caseCounts(tx: TenantDb, fundId: Id<'fund'>): Promise<Partial<Record<Status, number>>> {
  const rows = await tx.sql
    .selectFrom('fund_standing as c')
    .select((row) => ['c.status', row.fn.countAll<number>().as('count')])
    .where('c.tenant_id', '=', tx.tenant.id)
    .where('c.fund_id', '=', fundId)
    .groupBy('c.status')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

/** The cases that an initiative has sent in, the newest first, each with who carries it. */
export async function casesOfInitiative(
  tx: TenantDb,
  id: Id<'initiative'>,
): Promise<readonly (CaseCard & { readonly carrierId: Id<'person'> | null })[]> {
  return cards(tx, {})
    .select('c.carrier_id as carrierId')
    .where('a.tenant_id', '=', tx.tenant.id)
    .where('a.initiative_id', '=', id)
    .orderBy('c.number', 'desc')
    .limit(CASES_A_PAGE)
    .execute() as Promise<(CaseCard & { readonly carrierId: Id<'person'> | null })[]>;
}

function chosen(tx: TenantDb, filter: CaseFilter) {
  let rows = tx.sql.selectFrom('fund_standing as c').where('c.tenant_id', '=', tx.tenant.id);
  if (filter.fundId) rows = rows.where('c.fund_id', '=', filter.fundId);
  if (filter.statuses) rows = rows.where('c.status', 'in', filter.statuses);
  if (filter.periodId) rows = rows.where('c.period_id', '=', filter.periodId);
  if (filter.personId) rows = rows.where('c.carrier_id', '=', filter.personId);
  if (filter.ids) rows = rows.where('c.application_id', '=', sql<ApplicationId>`any(${[...filter.ids]}::uuid[])`);
  const { departmentId } = filter;
  if (!departmentId) return rows;
  return rows.where((row) =>
    row.exists(
      row
        .selectFrom('fund_application_department as m')
        .select('m.department_id')
        .whereRef('m.tenant_id', '=', 'c.tenant_id')
        .whereRef('m.application_id', '=', 'c.application_id')
        .where('m.department_id', '=', departmentId),
    ),
  );
}

function cards(tx: TenantDb, filter: CaseFilter) {
  return chosen(tx, filter)
    .innerJoin('fund_application as a', (join) =>
      join.onRef('a.tenant_id', '=', 'c.tenant_id').onRef('a.id', '=', 'c.application_id'),
    )
    .innerJoin('fund as f', (join) => join.onRef('f.tenant_id', '=', 'c.tenant_id').onRef('f.id', '=', 'c.fund_id'))
    .select([
      'a.id',
      'f.prefix',
      'c.number',
      'a.title',
      'c.status',
      'a.applicant_name as applicantName',
      'c.sought_ore as sought',
    ])
    .select(['c.committed_ore as committed', 'c.answer_by as answerBy', 'c.starts_on as startsOn']);
}

/** What the fund has said yes to, the newest first; nobody is named. */
export async function supported(tx: TenantDb, fundId: Id<'fund'>, limit: number): Promise<Supported[]> {
  const { rows } = await sql<Supported>`
    select a.id, a.title, a.initiative_id as "initiativeId", a.starts_on as "startsOn", c.since as "on",
      c.committed_ore as "amount", a.participants, array(
        select m.department_id from fund_application_department m
        where m.tenant_id = a.tenant_id and m.application_id = a.id order by m.department_id
      ) as "departmentIds"
    from (
      select application_id, since, number, committed_ore
      from fund_standing
      where tenant_id = ${tx.tenant.id} and fund_id = ${fundId} and ${IS_SUPPORTED}
      order by since desc, number desc
      limit ${limit}
    ) c
    join fund_application a on a.tenant_id = ${tx.tenant.id} and a.id = c.application_id
    order by c.since desc, c.number desc`.execute(tx.sql);
  return rows;
}

/** Promised, and not ended without being carried through. Word for word as the index `fund_standing_supported` says. */
const IS_SUPPORTED = sql`status in ('committed', 'partly_committed', 'on_terms', 'settled', 'completed')`;

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

/** What `fund_standing` holds of each case that was sent in, read from its rows; a condition may follow. */
export function standing(today: Day): RawBuilder<unknown> {
  return sql`
    select a.tenant_id, a.id, a.fund_id, y.period_id, s.number, ${statusIn(today)}, d.on_day,
      coalesce((
        select x.to_person_id from fund_take_over x
        where x.tenant_id = a.tenant_id and x.application_id = a.id order by x.id desc limit 1
      ), a.applicant_id),
      ${SOUGHT}, d.amount_ore, s.answer_by, a.starts_on, p.paid, r.released
    from fund_application a
    join fund_submission s on s.tenant_id = a.tenant_id and s.application_id = a.id
    join fund_policy y on y.tenant_id = s.tenant_id and y.id = s.policy_id
    left join fund_end e on e.tenant_id = a.tenant_id and e.application_id = a.id and e.on_day <= ${today}::date
    left join lateral (
      select x.result, x.amount_ore, x.terms, x.on_day from fund_decision x
      where x.tenant_id = a.tenant_id and x.application_id = a.id and x.on_day <= ${today}::date
      order by x.id desc limit 1
    ) d on true
    cross join lateral (
      select coalesce(sum(x.amount_ore), 0)::bigint as paid from fund_payment x
      where x.tenant_id = a.tenant_id and x.application_id = a.id and x.on_day <= ${today}::date
    ) p
    cross join lateral (
      select coalesce(sum(x.amount_ore), 0)::bigint as released from fund_release x
      where x.tenant_id = a.tenant_id and x.application_id = a.id and x.on_day <= ${today}::date
    ) r
    where true`;
}
