import { type RawBuilder, sql } from 'kysely';
import type { Channel } from '../../../kernel/actor.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../platform/secret/code.ts';
import { ANSWER_DAYS, CODE_DAYS, DAYS_BETWEEN_ASKS, type QuietAnswer, type Silence } from '../rules/quiet.ts';

const LOOKED_AT = 500;

const HEARD_ON = sql<Day>`(coalesce(h.people_heard_at, i.created_at) at time zone 'Europe/Copenhagen')::date`;

/**
 * What is under way and has heard nobody for `days`, longest first: not asked in this silence, without help on its way, and
 * none of its drivers asked about anything this week. Standing by standing in an index, then its thread by key.
 */
export async function silences(tx: TenantDb, days: number): Promise<readonly Silence[]> {
  const { rows } = await sql<Silence>`
    select c.* from (
      select s.tenant_id, s.initiative_id as "initiativeId", ${HEARD_ON} as since, array(
        select d.person_id from initiative_driver d
        where d.tenant_id = s.tenant_id and d.initiative_id = s.initiative_id and ${drives(tx)}
        order by d.person_id
      ) as drivers
      from initiative_standing s
      join initiative i on i.tenant_id = s.tenant_id and i.id = s.initiative_id
      left join thread_heard h on h.tenant_id = s.tenant_id and h.thread_id = s.initiative_id
      where s.tenant_id = ${tx.tenant.id} and s.status = 'under_way'
        and s.from_day <= ${tx.today} and s.before_day > ${tx.today}
        and ${HEARD_ON} <= ${addDays(tx.today, -days)}
    ) c
    where not exists (
      select from initiative_question q
      where q.tenant_id = ${tx.tenant.id} and q.initiative_id = c."initiativeId"
        and (q.settled_on is null or q.quiet_since >= c.since or (q.answer = 'help' and q.helped_on is null))
    ) and not exists (
      select from initiative_question_code k
      where k.tenant_id = ${tx.tenant.id} and k.person_id = any(c.drivers)
        and k.asked_on > ${addDays(tx.today, -DAYS_BETWEEN_ASKS)}
    )
    order by c.since, c."initiativeId" limit ${sql.lit(LOOKED_AT)}
  `.execute(tx.sql);
  return rows;
}

function drives(tx: TenantDb): RawBuilder<unknown> {
  return sql`d.from_day <= ${tx.today} and (d.stopped_on is null or d.stopped_on > ${tx.today})`;
}

/** Null: it was asked in this silence already. */
export async function insertQuestion(tx: TenantDb, silence: Silence): Promise<Id<'initiative_question'> | null> {
  const row = await tx.sql
    .insertInto('initiative_question')
    .values({
      tenant_id: tx.tenant.id,
      initiative_id: silence.initiativeId,
      quiet_since: silence.since,
      asked_on: tx.today,
    })
    .onConflict((clash) => clash.columns(['tenant_id', 'initiative_id', 'quiet_since']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return null;
  await tx.sql
    .insertInto('initiative_question_code')
    .values(
      silence.drivers.map((personId) => ({
        tenant_id: tx.tenant.id,
        question_id: row.id,
        person_id: personId,
        asked_on: tx.today,
        expires_on: addDays(tx.today, CODE_DAYS),
      })),
    )
    .execute();
  return row.id;
}

/** The open question of an initiative gets a code for one who was asked. False: that person was not asked. */
export async function saveCode(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
  personId: Id<'person'>,
  code: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update initiative_question_code k set code_hash = ${hashOfCode(code)}
    from initiative_question q
    where k.tenant_id = ${tx.tenant.id} and k.person_id = ${personId}
      and q.tenant_id = k.tenant_id and q.id = k.question_id
      and q.initiative_id = ${initiativeId} and q.settled_on is null
  `.execute(tx.sql);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Which question a code opens, and for whom. */
export interface Opened {
  readonly questionId: Id<'initiative_question'>;
  readonly initiativeId: Id<'initiative'>;
  readonly personId: Id<'person'>;
}

export async function openedBy(tx: TenantDb, code: string): Promise<Opened | null> {
  const row = await tx.sql
    .selectFrom('initiative_question_code as k')
    .innerJoin('initiative_question as q', (join) =>
      join.onRef('q.tenant_id', '=', 'k.tenant_id').onRef('q.id', '=', 'k.question_id'),
    )
    .select(['q.id as questionId', 'q.initiative_id as initiativeId', 'k.person_id as personId'])
    .where('k.tenant_id', '=', tx.tenant.id)
    .where('k.code_hash', '=', hashOfCode(code))
    .where('k.expires_on', '>=', tx.today)
    .executeTakeFirst();
  return row ?? null;
}

export async function saveAnswer(
  tx: TenantDb,
  id: Id<'initiative_question'>,
  said: {
    readonly answer: QuietAnswer;
    readonly words: string;
    readonly by: Id<'person'> | null;
    readonly channel: Channel;
    readonly registeredBy: Id<'person'> | null;
  },
): Promise<void> {
  await tx.sql
    .updateTable('initiative_question')
    .set({
      settled_on: tx.today,
      answer: said.answer,
      words: said.words,
      answered_by: said.by,
      channel: said.channel,
      registered_by: said.registeredBy,
    })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Questions that wait for nobody any more, since people were heard or it no longer is under way. Answers whose they are. */
export async function settleOvertaken(tx: TenantDb): Promise<readonly Id<'initiative'>[]> {
  const { rows } = await sql<{ initiative_id: Id<'initiative'> }>`
    update initiative_question q set settled_on = ${tx.today}
    where q.tenant_id = ${tx.tenant.id} and q.settled_on is null and (
      exists (
        select from thread_heard h
        where h.tenant_id = q.tenant_id and h.thread_id = q.initiative_id
          and (h.people_heard_at at time zone 'Europe/Copenhagen')::date > q.quiet_since
      ) or not exists (
        select from initiative_standing s
        where s.tenant_id = q.tenant_id and s.initiative_id = q.initiative_id and s.status = 'under_way'
          and s.from_day <= ${tx.today} and s.before_day > ${tx.today}
      )
    )
    returning q.initiative_id`.execute(tx.sql);
  return rows.map((row) => row.initiative_id);
}

/** Nobody has answered for two weeks: each is passed on once. */
export async function passOnUnanswered(tx: TenantDb): Promise<readonly Id<'initiative'>[]> {
  const rows = await tx.sql
    .updateTable('initiative_question')
    .set({ passed_on_day: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('settled_on', 'is', null)
    .where('passed_on_day', 'is', null)
    .where('asked_on', '<=', addDays(tx.today, -ANSWER_DAYS))
    .returning('initiative_id')
    .execute();
  return rows.map((row) => row.initiative_id);
}

/** False: nobody waits for help there. */
export async function saveHelped(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('initiative_question')
    .set({ helped_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('initiative_id', '=', initiativeId)
    .where('answer', '=', 'help')
    .where('helped_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function forgetCodes(tx: TenantDb): Promise<void> {
  await tx.sql
    .deleteFrom('initiative_question_code')
    .where('tenant_id', '=', tx.tenant.id)
    .where('expires_on', '<', tx.today)
    .execute();
}
