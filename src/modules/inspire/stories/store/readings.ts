import { type RawBuilder, sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Reading } from '../rules/story.ts';

/** Who was asked to read it, the oldest first. */
export async function readingsOf(tx: TenantDb, id: Id<'story'>): Promise<readonly Reading[]> {
  return tx.sql
    .selectFrom('story_reading')
    .select(['id', 'person_id as personId', 'asked_by as askedBy', 'answer', 'words'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('story_id', '=', id)
    .orderBy('id')
    .execute();
}

/** Null when they are asked already and have not answered. */
export async function insertReading(
  tx: TenantDb,
  id: Id<'story'>,
  personId: Id<'person'>,
): Promise<Id<'story_reading'> | null> {
  const { rows } = await sql<{ id: Id<'story_reading'> }>`
    insert into story_reading (tenant_id, story_id, person_id, asked_on, asked_by)
    values (${tx.tenant.id}, ${id}, ${personId}, ${tx.today}, ${personIdOf(tx.actor)})
    on conflict (tenant_id, story_id, person_id) where answer is null do nothing
    returning id`.execute(tx.sql);
  return rows[0]?.id ?? null;
}

export async function answerReading(
  tx: TenantDb,
  reading: Id<'story_reading'>,
  answer: 'good' | 'changes',
  words: string,
): Promise<void> {
  await tx.sql
    .updateTable('story_reading')
    .set({ answer, words, answered_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', reading)
    .where('answer', 'is', null)
    .execute();
}

/** What the stories of readings are called, for the turns about them: a question that is asked together with others. */
export const readHeadings = (tx: TenantDb, readings: readonly string[]): RawBuilder<unknown> => sql`
  select r.id, s.heading as words
  from story_reading r
  join story s on s.tenant_id = r.tenant_id and s.id = r.story_id
  where r.tenant_id = ${tx.tenant.id} and r.id = any(${readings}::uuid[])`;
