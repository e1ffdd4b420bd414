import { type RawBuilder, sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/application.ts';
import type { Meeting, MeetingCase } from '../rules/meetings.ts';
import type { Round } from '../rules/rounds.ts';
import { UNDECIDED } from '../rules/status.ts';

/** The fund's meetings, the newest first. */
export async function meetingsOf(tx: TenantDb, fundId: Id<'fund'>, most: number): Promise<readonly Meeting[]> {
  return meetings(tx)
    .where('m.fund_id', '=', fundId)
    .orderBy('m.on_day', 'desc')
    .orderBy('m.id', 'desc')
    .limit(most)
    .execute();
}

export async function meetingById(tx: TenantDb, id: Id<'fund_meeting'>): Promise<Meeting | null> {
  return (await meetings(tx).where('m.id', '=', id).executeTakeFirst()) ?? null;
}

/** The last meeting that has the case before it; null when none has. */
export async function meetingOfCase(tx: TenantDb, id: ApplicationId): Promise<Meeting | null> {
  const found = await meetings(tx)
    .innerJoin('fund_meeting_case as c', (join) =>
      join.onRef('c.tenant_id', '=', 'm.tenant_id').onRef('c.meeting_id', '=', 'm.id'),
    )
    .where('c.application_id', '=', id)
    .orderBy('m.on_day', 'desc')
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

export async function insertMeeting(
  tx: TenantDb,
  meeting: { readonly fundId: Id<'fund'>; readonly on: Day; readonly reference: string },
): Promise<Id<'fund_meeting'>> {
  const { id } = await tx.sql
    .insertInto('fund_meeting')
    .values({
      tenant_id: tx.tenant.id,
      fund_id: meeting.fundId,
      on_day: meeting.on,
      reference: meeting.reference,
      called_by: personIdOf(tx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Which cases the meeting has before it, instead of those it had. Those it has decided stay. */
export async function replaceCases(
  tx: TenantDb,
  meetingId: Id<'fund_meeting'>,
  ids: readonly ApplicationId[],
): Promise<void> {
  await sql`
    delete from fund_meeting_case c
    where c.tenant_id = ${tx.tenant.id} and c.meeting_id = ${meetingId} and not exists (
      select from fund_decision d
      where d.tenant_id = c.tenant_id and d.application_id = c.application_id and d.meeting_id = c.meeting_id
    )`.execute(tx.sql);
  if (ids.length === 0) return;
  await tx.sql
    .insertInto('fund_meeting_case')
    .values(ids.map((application_id) => ({ tenant_id: tx.tenant.id, meeting_id: meetingId, application_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The cases before a meeting in the order of their numbers, with the last advice and what the meeting decided; one query. */
export function meetingCases(tx: TenantDb, meetingId: Id<'fund_meeting'>): Promise<readonly MeetingCase[]> {
  return casesAmong(
    tx,
    sql`select c.application_id, c.meeting_id from fund_meeting_case c
      where c.tenant_id = ${tx.tenant.id} and c.meeting_id = ${meetingId}`,
    sql`d.meeting_id = c.meeting_id`,
  );
}

/** The cases that came in a round, in the order of their numbers, with the last advice and the last decision; one query. */
export function roundCases(tx: TenantDb, fundId: Id<'fund'>, closesOn: Day): Promise<readonly MeetingCase[]> {
  return casesAmong(
    tx,
    sql`select m.application_id, null::uuid as meeting_id
      from fund_policy y
      join fund_round r on r.tenant_id = y.tenant_id and r.policy_id = y.id and r.closes_on = ${closesOn}::date
      join fund_submission m on m.tenant_id = r.tenant_id and m.round_id = r.id
      where y.tenant_id = ${tx.tenant.id} and y.fund_id = ${fundId}`,
    sql`true`,
  );
}

/** The fund's rounds that somebody applied in, the newest first. Versions of a policy that close on one day are one round. */
export async function roundsOf(tx: TenantDb, fundId: Id<'fund'>, most: number): Promise<readonly Round[]> {
  const { rows } = await sql<Round>`
    select r.closes_on as "closesOn", max(r.answers_on) as "answersOn", count(*)::integer as "count",
      (count(*) filter (where c.status = any(${[...UNDECIDED]}::text[])))::integer as "open"
    from fund_policy y
    join fund_round r on r.tenant_id = y.tenant_id and r.policy_id = y.id
    join fund_submission m on m.tenant_id = r.tenant_id and m.round_id = r.id
    join fund_standing c on c.tenant_id = m.tenant_id and c.application_id = m.application_id
    where y.tenant_id = ${tx.tenant.id} and y.fund_id = ${fundId}
    group by r.closes_on
    order by r.closes_on desc
    limit ${most}`.execute(tx.sql);
  return rows;
}

/** `among`: rows with application_id and meeting_id. `own`: which decision (d) of a case (c) counts here. */
async function casesAmong(
  tx: TenantDb,
  among: RawBuilder<unknown>,
  own: RawBuilder<unknown>,
): Promise<readonly MeetingCase[]> {
  const { rows } = await sql<MeetingCase>`
    select a.id, s.number, a.title, a.applicant_name as "applicantName", a.purpose, a.participants,
      a.starts_on as "startsOn", s.status, s.sought_ore as "sought",
      array(
        select m.department_id from fund_application_department m
        where m.tenant_id = a.tenant_id and m.application_id = a.id order by m.department_id
      ) as "departmentIds",
      array(
        select m.person_id from fund_naming m
        left join fund_naming_answer b
          on b.tenant_id = m.tenant_id and b.application_id = m.application_id and b.person_id = m.person_id
        where m.tenant_id = a.tenant_id and m.application_id = a.id and b.result is distinct from 'rejected'
        union select s.carrier_id where s.carrier_id is not null
        union select a.applicant_id where a.applicant_id is not null
      ) as "applicantIds",
      (
        select jsonb_build_object(
          'advice', r.advice, 'amount', r.amount_ore, 'terms', r.terms, 'reason', r.reason, 'words', r.words)
        from fund_recommendation r
        where r.tenant_id = a.tenant_id and r.application_id = a.id order by r.id desc limit 1
      ) as "advice",
      coalesce((
        select jsonb_agg(jsonb_build_object('personId', r.person_id, 'reason', r.reason) order by r.person_id)
        from fund_recusal r where r.tenant_id = a.tenant_id and r.application_id = a.id
      ), '[]') as "recusals",
      coalesce((
        select jsonb_agg(jsonb_build_object('personId', r.person_id, 'words', r.words) order by r.person_id)
        from fund_naming_answer r
        where r.tenant_id = a.tenant_id and r.application_id = a.id and r.result = 'rejected'
      ), '[]') as "rejected",
      (
        select jsonb_build_object(
          'result', d.result, 'amount', d.amount_ore, 'terms', d.terms, 'reason', d.reason, 'words', d.words,
          'reference', d.decision_reference, 'on', d.on_day)
        from fund_decision d
        where d.tenant_id = a.tenant_id and d.application_id = a.id and ${own}
        order by d.id desc limit 1
      ) as "decision"
    from (${among}) c
    join fund_application a on a.tenant_id = ${tx.tenant.id} and a.id = c.application_id
    join fund_standing s on s.tenant_id = a.tenant_id and s.application_id = a.id
    order by s.number
    limit ${MOST_BEFORE_ONE}
  `.execute(tx.sql);
  return rows;
}
/** More than this nobody decides together. */
const MOST_BEFORE_ONE = 500;

/** Who took part, as the one who makes the minutes has written. Empty: nobody has said. */
export async function presentAt(tx: TenantDb, meetingId: Id<'fund_meeting'>): Promise<readonly Id<'person'>[]> {
  const rows = await tx.sql
    .selectFrom('fund_meeting_present')
    .select('person_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('meeting_id', '=', meetingId)
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

export async function replacePresent(
  tx: TenantDb,
  meetingId: Id<'fund_meeting'>,
  people: readonly Id<'person'>[],
): Promise<void> {
  await tx.sql
    .deleteFrom('fund_meeting_present')
    .where('tenant_id', '=', tx.tenant.id)
    .where('meeting_id', '=', meetingId)
    .execute();
  await tx.sql
    .insertInto('fund_meeting_present')
    .values(people.map((person_id) => ({ tenant_id: tx.tenant.id, meeting_id: meetingId, person_id })))
    .execute();
}

function meetings(tx: TenantDb) {
  return tx.sql
    .selectFrom('fund_meeting as m')
    .select(['m.id', 'm.fund_id as fundId', 'm.on_day as on', 'm.reference'])
    .select((row) =>
      row
        .selectFrom('fund_meeting_case as k')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('k.tenant_id', '=', 'm.tenant_id')
        .whereRef('k.meeting_id', '=', 'm.id')
        .$asScalar()
        .$notNull()
        .as('count'),
    )
    .where('m.tenant_id', '=', tx.tenant.id);
}
