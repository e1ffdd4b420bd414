import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/application.ts';
import type { Meeting, MeetingCase } from '../rules/meetings.ts';

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
export async function meetingCases(tx: TenantDb, meetingId: Id<'fund_meeting'>): Promise<readonly MeetingCase[]> {
  const { rows } = await sql<MeetingCase>`
    select a.id, s.number, a.title, a.applicant_name as "applicantName", a.purpose, a.participants,
      a.starts_on as "startsOn", s.status, s.sought_ore as "sought",
      array(
        select m.department_id from fund_application_department m
        where m.tenant_id = a.tenant_id and m.application_id = a.id order by m.department_id
      ) as "departmentIds",
      array(
        select m.person_id from fund_co_applicant m
        where m.tenant_id = a.tenant_id and m.application_id = a.id and m.person_id is not null
        union select s.carrier_id where s.carrier_id is not null
        union select a.applicant_id where a.applicant_id is not null
      ) as "applicantIds",
      (
        select jsonb_build_object('advice', r.advice, 'amount', r.amount_ore, 'words', r.words)
        from fund_recommendation r
        where r.tenant_id = a.tenant_id and r.application_id = a.id order by r.id desc limit 1
      ) as "advice",
      coalesce((
        select jsonb_agg(jsonb_build_object('personId', r.person_id, 'reason', r.reason) order by r.person_id)
        from fund_recusal r where r.tenant_id = a.tenant_id and r.application_id = a.id
      ), '[]') as "recusals",
      (
        select jsonb_build_object(
          'result', d.result, 'amount', d.amount_ore, 'terms', d.terms, 'reason', d.reason, 'words', d.words,
          'reference', d.decision_reference, 'on', d.on_day)
        from fund_decision d
        where d.tenant_id = a.tenant_id and d.application_id = a.id and d.meeting_id = c.meeting_id
        order by d.id desc limit 1
      ) as "decision"
    from fund_meeting_case c
    join fund_application a on a.tenant_id = c.tenant_id and a.id = c.application_id
    join fund_standing s on s.tenant_id = c.tenant_id and s.application_id = c.application_id
    where c.tenant_id = ${tx.tenant.id} and c.meeting_id = ${meetingId}
    order by s.number
  `.execute(tx.sql);
  return rows;
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
