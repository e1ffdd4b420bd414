import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, ZERO_ORE } from '../../../../kernel/money.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { REFERENCE } from '../../fund/public.ts';
import { type FiguresByKind, HAPPENINGS, type HappeningKind, type Span } from '../rules/status.ts';
import { outcomeOf, type SpanFigures, type YearProject, type YearRow } from '../rules/year.ts';
import { AMOUNT, happened } from './happened.ts';

export interface FiguresOfFund {
  /** Null: all funds together. */
  readonly fundId: Id<'fund'> | null;
  readonly figures: SpanFigures;
}

/** Each fund in which something happened, and all of them together. Two questions, however many funds and rows. */
export async function spanFigures(tx: TenantDb, span: Span): Promise<readonly FiguresOfFund[]> {
  const { rows: sums } = await sql<SumRow>`
    select a.fund_id as "fundId", h.kind, count(*)::int as count, sum(${AMOUNT})::bigint as amount,
      coalesce(sum(h.came) filter (where h.came >= ${FEWEST}::int), 0)::int as people,
      (count(*) filter (where h.came >= ${FEWEST}::int))::int as counted,
      (count(*) filter (where h.came < ${FEWEST}::int))::int as few
    from (${happened(tx, span, null)}) h
    join fund_application a on a.tenant_id = ${tx.tenant.id} and a.id = h.application_id
    group by grouping sets ((a.fund_id, h.kind), (h.kind))`.execute(tx.sql);
  const answers = await answerTimes(tx, span);
  const funds = [...new Set(sums.map(({ fundId }) => fundId))];
  return funds.map((fundId) => ({
    fundId,
    figures: figuresOf(
      sums.filter((row) => row.fundId === fundId),
      answers.find((row) => row.fundId === fundId),
    ),
  }));
}

interface SumRow {
  readonly fundId: Id<'fund'> | null;
  readonly kind: HappeningKind;
  readonly count: number;
  readonly amount: Ore;
  readonly people: number;
  readonly counted: number;
  readonly few: number;
}

interface AnswerRow {
  readonly fundId: Id<'fund'> | null;
  readonly answered: number;
  readonly medianDays: number | null;
  readonly kept: number;
}

async function answerTimes(tx: TenantDb, { from, to }: Span): Promise<readonly AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select s.fund_id as "fundId", count(*)::int as answered,
      percentile_cont(0.5) within group (order by d.on_day - s.on_day) as "medianDays",
      (count(*) filter (where d.on_day <= s.answer_by))::int as kept
    from fund_decision d
    join fund_submission s on s.tenant_id = d.tenant_id and s.application_id = d.application_id
    where d.tenant_id = ${tx.tenant.id} and d.result in ('commit', 'refuse')
      and d.on_day between ${from}::date and ${to}::date
    group by grouping sets ((s.fund_id), ())`.execute(tx.sql);
  return rows;
}

function figuresOf(sums: readonly SumRow[], answers: AnswerRow | undefined): SpanFigures {
  const money = HAPPENINGS.map((kind) => {
    const sum = sums.find((row) => row.kind === kind);
    return [kind, { count: sum?.count ?? 0, amount: sum?.amount ?? ZERO_ORE }];
  });
  const told = sums.find(({ kind }) => kind === 'told');
  return {
    money: Object.fromEntries(money) as FiguresByKind,
    answers: {
      answered: answers?.answered ?? 0,
      medianDays: answers?.medianDays ?? null,
      kept: answers?.kept ?? 0,
    },
    came: { people: told?.people ?? 0, counted: told?.counted ?? 0, few: told?.few ?? 0 },
  };
}

type Ended = 'withdrawn' | 'cancelled' | 'lapsed' | 'completed' | null;
type ProjectRow = Omit<YearProject, 'outcome' | 'best'> & {
  readonly end: Ended;
  readonly told: boolean;
  readonly lastDay: Day | null;
  readonly best: string | null;
  readonly feedbackId: Id<'fund_feedback'> | null;
  readonly total: number;
};

/** What was promised money in the span, or told of in it, by fund and number, as it stood on the last day of the span. */
export async function yearProjects(
  tx: TenantDb,
  { from, to }: Span,
  most: number,
): Promise<{ readonly projects: readonly YearProject[]; readonly count: number }> {
  const last = sql`${to}::date`;
  const ofCase = sql`x.tenant_id = a.tenant_id and x.application_id = a.id`;
  const { rows } = await sql<ProjectRow>`
    select a.id, a.fund_id as "fundId",
      ${REFERENCE} as "reference",
      a.title, d.amount_ore as "committed", coalesce(a.ends_on, a.starts_on) as "lastDay", e.result as "end",
      (b.id is not null) as "told", b.id as "feedbackId",
      case when b.came < ${FEWEST}::int then to_jsonb('few'::text) else to_jsonb(b.came) end as "came",
      case when b.best <> '' and (
        select x.shown from fund_showing x
        where x.tenant_id = a.tenant_id and x.feedback_id = b.id order by x.id desc limit 1
      ) then b.best end as "best",
      (select coalesce(sum(x.amount_ore), 0)::bigint from fund_payment x where ${ofCase} and x.on_day <= ${last}) as "paid",
      array(
        select p.name from fund_application_department x
        join department p on p.tenant_id = x.tenant_id and p.id = x.department_id
        where ${ofCase} order by p.number, p.id
      ) as "places",
      (count(*) over ())::int as "total"
    from fund_decision d
    join fund_application a on a.tenant_id = d.tenant_id and a.id = d.application_id
    join fund f on f.tenant_id = a.tenant_id and f.id = a.fund_id
    join fund_submission s on s.tenant_id = a.tenant_id and s.application_id = a.id
    left join fund_end e on e.tenant_id = a.tenant_id and e.application_id = a.id and e.on_day <= ${last}
    left join lateral (
      select x.id, x.came, x.best, (select min(z.on_day) from fund_feedback z
        where z.tenant_id = a.tenant_id and z.application_id = a.id) as first_on
      from fund_feedback x where ${ofCase} order by x.id desc limit 1
    ) b on b.first_on <= ${last}
    where d.tenant_id = ${tx.tenant.id} and d.result = 'commit' and d.on_day <= ${last}
      and (d.on_day >= ${from}::date or b.first_on >= ${from}::date)
    order by f.name, f.id, s.number
    limit ${most}`.execute(tx.sql);
  const projects = rows.map(({ end, told, lastDay, best, feedbackId, total: _, ...one }) => ({
    ...one,
    outcome: outcomeOf({ end, told, lastDay }, to),
    best: best !== null && feedbackId ? { feedbackId, words: best } : null,
  }));
  return { projects, count: rows[0]?.total ?? 0 };
}

/** The rows behind one figure, of a fund or of all, oldest first; how many there are, and what they come to. */
export async function yearRows(
  tx: TenantDb,
  span: Span,
  asked: { readonly kind: HappeningKind; readonly fundId: Id<'fund'> | null },
  cut: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly YearRow[]; readonly count: number; readonly amount: Ore }> {
  const found = sql`
    from (${happened(tx, span, asked.fundId, [asked.kind])}) h
    join fund_application a on a.tenant_id = ${tx.tenant.id} and a.id = h.application_id
      ${asked.fundId ? sql`and a.fund_id = ${asked.fundId}` : sql``}`;
  const { rows: sums } = await sql<{ count: number; amount: Ore }>`
    select count(*)::int as count, coalesce(sum(${AMOUNT}), 0)::bigint as amount ${found}`.execute(tx.sql);
  const { rows } = await sql<YearRow>`
    select a.id as "applicationId", a.fund_id as "fundId", f.name as "fundName",
      ${REFERENCE} as "reference",
      a.title, h.on_day as "on", ${AMOUNT} as "amount",
      (exists (
        select from fund_decision d where d.tenant_id = a.tenant_id and d.application_id = a.id and d.result = 'commit'
      ) and not exists (
        select from fund_end e where e.tenant_id = a.tenant_id and e.application_id = a.id and e.result <> 'completed'
      )) as "supported"
    ${found}
    join fund f on f.tenant_id = a.tenant_id and f.id = a.fund_id
    join fund_submission s on s.tenant_id = a.tenant_id and s.application_id = a.id
    order by h.on_day, f.name, s.number, "amount"
    limit ${cut.limit} offset ${cut.offset}`.execute(tx.sql);
  return { rows, count: sums[0]?.count ?? 0, amount: sums[0]?.amount ?? ZERO_ORE };
}

/** Which of these answers' words are shown to everybody today. */
export async function wordsShown(
  tx: TenantDb,
  ids: readonly Id<'fund_feedback'>[],
): Promise<ReadonlySet<Id<'fund_feedback'>>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: Id<'fund_feedback'> }>`
    select b.id from fund_feedback b
    where b.tenant_id = ${tx.tenant.id} and b.id = any(${[...ids]}::uuid[]) and (
      select x.shown from fund_showing x where x.tenant_id = b.tenant_id and x.feedback_id = b.id order by x.id desc limit 1
    )`.execute(tx.sql);
  return new Set(rows.map(({ id }) => id));
}
