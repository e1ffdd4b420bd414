import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId, EndingCase } from '../rules/case.ts';
import { LACKS, type Lack } from '../rules/closing.ts';
import { USUAL_DAYS } from '../rules/reminders.ts';

/** How many cases the morning looks at in one breath. */
const CASES_A_BREATH = 500;
export const CASES_A_PAGE = 50;

/** One case as far as its end is concerned. Null when there is none, or it was never sent in. */
export async function endingCase(tx: TenantDb, id: ApplicationId): Promise<EndingCase | null> {
  const { rows } = await sql<EndingCase>`
    select ${COLUMNS} ${FROM(tx)} and a.id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

/**
 * Cases in which something may have come due: those without an answer that begin soon, or began lately (then nobody need
 * answer any more), and those that are over and stand open.
 */
export async function casesToRemind(tx: TenantDb, after: ApplicationId | null): Promise<readonly EndingCase[]> {
  const { today } = tx;
  const { rows } = await sql<EndingCase>`
    select ${COLUMNS} ${FROM(tx)}
      and e.result is null
      and (
        (d.result = 'commit' and coalesce(a.ends_on, a.starts_on) < ${today}::date)
        or (d.result is distinct from 'commit' and d.result is distinct from 'refuse'
          and a.starts_on between ${today}::date - 30 and ${today}::date + 90)
      )
      and ${after ? sql`a.id > ${after}` : sql`true`}
    order by a.id
    limit ${CASES_A_BREATH}`.execute(tx.sql);
  return rows;
}

/** A page of what is lacking, what has waited longest first, and how many there are of each kind. */
export async function lackingPage(
  tx: TenantDb,
  fundIds: readonly Id<'fund'>[],
  lack: Lack,
  page: number,
): Promise<{ readonly cases: readonly EndingCase[]; readonly counts: Readonly<Record<Lack, number>> }> {
  const lacking = lackingIn(tx, fundIds);
  const [{ rows: counted }, { rows: ids }] = await Promise.all([
    sql<{ lack: Lack; count: number }>`
      select l as lack, count(*)::int as count from (${lacking}) c, unnest(c.lacks) l group by l`.execute(tx.sql),
    sql<{ id: ApplicationId }>`
      select c.id from (${lacking}) c where ${lack} = any(c.lacks)
      order by c.last_day, c.id
      limit ${CASES_A_PAGE} offset ${(page - 1) * CASES_A_PAGE}`.execute(tx.sql),
  ]);
  const { rows } = await sql<EndingCase>`
    select ${COLUMNS} ${FROM(tx)} and a.id = any(${ids.map(({ id }) => id)}::uuid[])
    order by coalesce(a.ends_on, a.starts_on), a.id`.execute(tx.sql);
  const counts = Object.fromEntries(LACKS.map((one) => [one, counted.find((row) => row.lack === one)?.count ?? 0]));
  return { cases: rows, counts: counts as Record<Lack, number> };
}

/** What each case lacks that has begun or begins soon, and is not over: the others lack nothing, and are not looked at. */
function lackingIn(tx: TenantDb, fundIds: readonly Id<'fund'>[]): RawBuilder<unknown> {
  const notOver = sql`
    x.tenant_id = ${tx.tenant.id} and x.fund_id = any(${[...fundIds]}::uuid[])
      and x.status not in ('refused', 'withdrawn', 'cancelled', 'lapsed', 'completed')`;
  const undecided = sql`coalesce(n.undecided_days, ${USUAL_DAYS.undecided}::int)`;
  return sql`
    select a.id, coalesce(a.ends_on, a.starts_on) as last_day, ${lacksIn(tx.today)} as lacks
    from (
      select x.* from fund_standing x
      where ${notOver} and x.committed_ore is not null and x.starts_on < ${tx.today}::date
      union all
      select x.* from fund_standing x
      left join fund_reminder_days n on n.tenant_id = x.tenant_id and n.fund_id = x.fund_id
      where ${notOver} and x.committed_ore is null
        and x.starts_on > ${tx.today}::date and x.starts_on <= ${tx.today}::date + ${undecided}
    ) s
    join fund_application a on a.tenant_id = s.tenant_id and a.id = s.application_id
    cross join lateral (
      select case when s.committed_ore is not null then 'commit' when s.status = 'waiting_list' then 'wait' end as result,
        s.committed_ore as amount_ore
    ) d
    cross join lateral (select s.paid_ore as paid) p
    cross join lateral (select s.released_ore as released) r
    cross join lateral (${CLAIMS}) c
    left join lateral (${WAIT}) w on true
    left join fund_reminder_days n on n.tenant_id = a.tenant_id and n.fund_id = a.fund_id`;
}

/** Who is part of a case: may tell how it went, and is told what is lacking. */
export async function peopleOf(tx: TenantDb, id: ApplicationId): Promise<readonly Id<'person'>[]> {
  const { rows } = await sql<{ id: Id<'person'> }>`
    select x.id from (
      select a.applicant_id as id from fund_application a where a.tenant_id = ${tx.tenant.id} and a.id = ${id}
      union select a.created_by from fund_application a
      where a.tenant_id = ${tx.tenant.id} and a.id = ${id} and a.registered_by is null
      union select c.person_id from fund_co_applicant c
      where c.tenant_id = ${tx.tenant.id} and c.application_id = ${id}
      union select t.to_person_id from fund_take_over t
      where t.tenant_id = ${tx.tenant.id} and t.application_id = ${id}
    ) x where x.id is not null`.execute(tx.sql);
  return rows.map((row) => row.id);
}

/** How a case ended, if it did. */
export async function endOf(
  tx: TenantDb,
  id: ApplicationId,
): Promise<'withdrawn' | 'cancelled' | 'lapsed' | 'completed' | null> {
  const row = await tx.sql
    .selectFrom('fund_end')
    .select('result')
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', id)
    .executeTakeFirst();
  return (row?.result ?? null) as 'withdrawn' | 'cancelled' | 'lapsed' | 'completed' | null;
}

const ofCase = (table: string): RawBuilder<unknown> =>
  sql`${sql.table(table)} x where x.tenant_id = a.tenant_id and x.application_id = a.id`;

const INVOICED = sql`exists (
  select from journal_entry x
  where x.tenant_id = a.tenant_id and x.subject_id = a.id::text and x.kind = 'invoice.received'
)`;
const HAS_FEEDBACK = sql`exists (select from ${ofCase('fund_feedback')})`;
const HAS_WAIVER = sql`exists (select from ${ofCase('fund_feedback_waiver')})`;

const COLUMNS = sql`
  a.id, a.fund_id as "fundId", f.prefix, s.number, a.title, a.initiative_id as "initiativeId",
  a.starts_on as "startsOn", coalesce(a.ends_on, a.starts_on) as "lastDay", d.result as "decided",
  exists (
    select from fund_recommendation x where x.tenant_id = a.tenant_id and x.application_id = a.id
  ) as "recommended",
  coalesce(d.amount_ore, 0)::bigint as "committed", r.released as "released", p.paid as "paid", c.claimed as "claimed",
  c.credited as "credited",
  ${INVOICED} as "invoiced", d.expires_on as "expiresOn",
  (e.result is not null) as "ended", y.report_due_days as "reportDueDays", y.deciding_role as "decidingRole",
  ${HAS_FEEDBACK} as "feedback", ${HAS_WAIVER} as "waived", w.until_day as "waitUntil",
  coalesce(t.to_person_id, a.applicant_id) as "carrierId", a.applicant_email as "email", a.applicant_phone as "phone",
  a.language`;

/** The money of a case that is on its way: of invoices that were accepted, and of credit notes. */
const CLAIMS = sql`
  select coalesce(sum(greatest(x.amount_ore, 0)), 0)::bigint as claimed,
    coalesce(-sum(least(x.amount_ore, 0)), 0)::bigint as credited
  from ${ofCase('fund_claim')} and (
    select count(*) filter (where z.result <> 'bounced') - count(*) filter (where z.result = 'bounced')
    from fund_claim_end z where z.tenant_id = x.tenant_id and z.claim_id = x.id
  ) = 0`;
const WAIT = sql`select x.until_day from ${ofCase('fund_release_wait')} order by x.until_day desc limit 1`;

/** Every sent case with the policy it is decided by, its money, and how it ended. */
const FROM = (tx: TenantDb): RawBuilder<unknown> => sql`
  from fund_application a
  join fund f on f.tenant_id = a.tenant_id and f.id = a.fund_id
  join fund_submission s on s.tenant_id = a.tenant_id and s.application_id = a.id
  left join lateral (
    select x.result, x.amount_ore, x.expires_on, x.policy_id from ${ofCase('fund_decision')} order by x.id desc limit 1
  ) d on true
  join fund_policy y on y.tenant_id = a.tenant_id and y.id = coalesce(d.policy_id, s.policy_id)
  left join fund_end e on e.tenant_id = a.tenant_id and e.application_id = a.id
  cross join lateral (
    select coalesce(sum(x.amount_ore), 0)::bigint as released from ${ofCase('fund_release')}
  ) r
  cross join lateral (
    select coalesce(sum(x.amount_ore), 0)::bigint as paid from ${ofCase('fund_payment')}
  ) p
  cross join lateral (${CLAIMS}) c
  left join lateral (${WAIT}) w on true
  left join lateral (
    select x.to_person_id from ${ofCase('fund_take_over')} order by x.id desc limit 1
  ) t on true
  where a.tenant_id = ${tx.tenant.id}`;

/** The same as `lacksOf` in rules, for many at once. */
function lacksIn(today: Day): RawBuilder<readonly Lack[]> {
  const now = sql`${today}::date`;
  const last = sql`coalesce(a.ends_on, a.starts_on)`;
  const left = sql`(coalesce(d.amount_ore, 0) - r.released - p.paid - c.claimed)`;
  const days = {
    undecided: sql`coalesce(n.undecided_days, ${USUAL_DAYS.undecided}::int)`,
    invoice: sql`coalesce(n.invoice_days, ${USUAL_DAYS.invoice}::int)`,
    release: sql`coalesce(n.release_days, ${USUAL_DAYS.release}::int)`,
  };
  const moving = sql`(c.claimed <> 0 or c.credited <> 0)`;
  const told = sql`(${HAS_FEEDBACK} or ${HAS_WAIVER})`;
  const conditions: Readonly<Record<Lack, RawBuilder<unknown>>> = {
    undecided: sql`(d.result is null or d.result = 'wait') and a.starts_on > ${now}
      and a.starts_on - ${days.undecided} <= ${now}`,
    no_invoice: sql`d.result = 'commit' and p.paid = 0 and not ${moving} and not ${INVOICED}
      and ${last} + ${days.invoice} <= ${now} and ${last} + ${days.release} > ${now}`,
    feedback: sql`d.result = 'commit' and ${last} < ${now} and not ${told}`,
    release: sql`d.result = 'commit' and not ${moving} and ${left} > 0
      and greatest(${last} + ${days.release}, w.until_day) <= ${now}`,
    close: sql`d.result = 'commit' and ${last} < ${now} and ${told} and not ${moving}
      and (${left} <= 0 or p.paid > 0)`,
  };
  const each = LACKS.map((lack) => sql`case when ${conditions[lack]} then ${lack}::text end`);
  return sql<readonly Lack[]>`array_remove(array[${sql.join(each)}], null)`;
}

/** What cases are called that no initiative stands behind; one with an initiative is known by that. */
export const titlesWithoutInitiative = (tx: TenantDb, cases: readonly string[]): RawBuilder<unknown> => sql`
  select id, title as words from fund_application
  where tenant_id = ${tx.tenant.id} and id = any(${cases}::uuid[]) and initiative_id is null`;
