import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Question } from '../rules/voices.ts';

/** A question with its answers, the oldest first. */
export async function questionById(tx: TenantDb, id: Question['id']): Promise<Question | null> {
  const { rows } = await sql<Question>`
    select q.id, q.card_id as "cardId", q.initiative_id as "initiativeId", q.words, q.asked_by as "askedBy",
      (q.asked_at at time zone 'Europe/Copenhagen')::date as "askedOn", q.closed_on as "closedOn", coalesce((
        select jsonb_agg(jsonb_build_object(
          'words', a.words, 'named', a.named, 'answeredBy', a.answered_by,
          'on', (a.answered_at at time zone 'Europe/Copenhagen')::date
        ) order by a.id)
        from catalogue_answer a where a.tenant_id = q.tenant_id and a.question_id = q.id
      ), '[]'::jsonb) as answers
    from catalogue_question q
    where q.tenant_id = ${tx.tenant.id} and q.id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

export async function insertQuestion(
  tx: TenantDb,
  { cardId, initiativeId, words, askedBy }: Pick<Question, 'cardId' | 'initiativeId' | 'words' | 'askedBy'>,
): Promise<Question['id']> {
  const { id } = await tx.sql
    .insertInto('catalogue_question')
    .values({
      tenant_id: tx.tenant.id,
      card_id: cardId,
      initiative_id: initiativeId,
      words,
      asked_by: askedBy,
      asked_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertAnswer(
  tx: TenantDb,
  questionId: Question['id'],
  answer: { readonly words: string; readonly named: boolean; readonly answeredBy: Id<'person'> },
): Promise<void> {
  await tx.sql
    .insertInto('catalogue_answer')
    .values({
      tenant_id: tx.tenant.id,
      question_id: questionId,
      words: answer.words,
      named: answer.named,
      answered_by: answer.answeredBy,
      answered_at: tx.now,
    })
    .execute();
}

/** False when it was closed already. */
export async function closeQuestion(tx: TenantDb, id: Question['id']): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('catalogue_question')
    .set({ closed_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many questions the same people have not answered, and how many the asker made in a day. The initiative is held. */
export async function lockAsking(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
  askedBy: Id<'person'>,
): Promise<{ readonly waiting: number; readonly today: number }> {
  await sql`select from initiative where tenant_id = ${tx.tenant.id} and id = ${initiativeId} for update`.execute(
    tx.sql,
  );
  const { rows } = await sql<{ waiting: number; today: number }>`
    select (
      select count(*)::int from catalogue_question q
      where q.tenant_id = ${tx.tenant.id} and q.initiative_id = ${initiativeId} and q.closed_on is null
    ) as waiting, (
      select count(*)::int from catalogue_question q
      where q.tenant_id = ${tx.tenant.id} and q.asked_by = ${askedBy}
        and q.asked_at > ${tx.now}::timestamptz - interval '1 day'
    ) as today`.execute(tx.sql);
  return rows[0] ?? { waiting: 0, today: 0 };
}

/** Those who drove it to its end. */
export async function driversOf(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<readonly Id<'person'>[]> {
  const rows = await tx.sql
    .selectFrom('initiative_driver')
    .select('person_id')
    .distinct()
    .where('tenant_id', '=', tx.tenant.id)
    .where('initiative_id', '=', initiativeId)
    .where('stopped_on', 'is', null)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** Open, and asked on this day or before. */
export async function unanswered(tx: TenantDb, until: Day): Promise<readonly Question['id'][]> {
  const { rows } = await sql<{ id: Question['id'] }>`
    select q.id from catalogue_question q
    where q.tenant_id = ${tx.tenant.id} and q.closed_on is null
      and (q.asked_at at time zone 'Europe/Copenhagen')::date <= ${until}
    order by q.asked_at limit 500`.execute(tx.sql);
  return rows.map(({ id }) => id);
}

/** What was asked, for the turns about it: a question that is asked together with others. */
export const questionWords = (tx: TenantDb, questions: readonly string[]): RawBuilder<unknown> => sql`
  select q.id, q.words from catalogue_question q
  where q.tenant_id = ${tx.tenant.id} and q.id = any(${questions}::uuid[])`;
