import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Idea, IdeaAnswer } from '../rules.ts';

export type NewIdea = Omit<Idea, 'id' | 'postedOn' | 'answer'> & { readonly followHash: Buffer };

/** Null when an idea with that hash is there already: the same form was sent twice. */
export async function insertIdea(tx: TenantDb, idea: NewIdea): Promise<Id<'idea'> | null> {
  const row = await tx.sql
    .insertInto('idea')
    .values({
      tenant_id: tx.tenant.id,
      said: idea.said,
      department_id: idea.departmentId,
      person_id: idea.personId,
      contact_name: idea.contactName,
      contact_email: idea.contactEmail,
      contact_phone: idea.contactPhone,
      follow_hash: idea.followHash,
      read_by: idea.readBy,
      posted_at: tx.now,
      channel: idea.channel,
      registered_by: idea.registeredBy,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'follow_hash']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function ideaById(tx: TenantDb, id: Id<'idea'>): Promise<Idea | null> {
  return (await ideas(tx, sql`and i.id = ${id}`))[0] ?? null;
}

/** By the hash of the code in the link. */
export async function ideaByFollowHash(tx: TenantDb, followHash: Buffer): Promise<Idea | null> {
  return (await ideas(tx, sql`and i.follow_hash = ${followHash}`))[0] ?? null;
}

/** Held until the transaction ends, so that an idea is answered once. */
export async function lockIdea(tx: TenantDb, id: Id<'idea'>): Promise<Idea | null> {
  await tx.sql
    .selectFrom('idea')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return ideaById(tx, id);
}

/** Those that wait for an answer, the oldest promise first; or those that have one, the newest first. */
export async function ideaPage(
  tx: TenantDb,
  which: 'waiting' | 'answered',
  limit: number,
  offset = 0,
): Promise<readonly Idea[]> {
  const wanted =
    which === 'waiting' ? sql`and not i.answered order by i.read_by, i.id` : sql`and i.answered order by i.id desc`;
  return ideas(tx, sql`${wanted} limit ${limit} offset ${offset}`);
}

/** How many ideas wait, and how many have an answer. */
export async function ideaCounts(tx: TenantDb): Promise<{ readonly waiting: number; readonly answered: number }> {
  const row = await tx.sql
    .selectFrom('idea')
    .leftJoin('idea_answer', (join) =>
      join.onRef('idea_answer.tenant_id', '=', 'idea.tenant_id').onRef('idea_answer.idea_id', '=', 'idea.id'),
    )
    .select((row) => [row.fn.countAll<number>().as('all'), row.fn.count<number>('idea_answer.idea_id').as('answered')])
    .where('idea.tenant_id', '=', tx.tenant.id)
    .executeTakeFirstOrThrow();
  return { waiting: row.all - row.answered, answered: row.answered };
}

/** The ideas that became, or were joined to, this initiative. */
export async function ideasOf(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<readonly Idea[]> {
  return ideas(tx, sql`and a.initiative_id = ${initiativeId} order by i.id`);
}

/** Whose idea it is, when that is found out later. */
export async function setIdeaPerson(tx: TenantDb, id: Id<'idea'>, personId: Id<'person'>): Promise<void> {
  await tx.sql
    .updateTable('idea')
    .set({ person_id: personId })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function insertIdeaAnswer(
  tx: TenantDb,
  ideaId: Id<'idea'>,
  answer: {
    readonly answer: IdeaAnswer;
    readonly initiativeId: Id<'initiative'> | null;
    readonly words: string;
    readonly answeredBy: Id<'person'>;
  },
): Promise<void> {
  await tx.sql
    .insertInto('idea_answer')
    .values({
      tenant_id: tx.tenant.id,
      idea_id: ideaId,
      answer: answer.answer,
      initiative_id: answer.initiativeId,
      words: answer.words,
      answered_by: answer.answeredBy,
      answered_at: tx.now,
    })
    .execute();
}

/** With their answers; `wanted` goes on from the `where` of the tenant. */
async function ideas(tx: TenantDb, wanted: RawBuilder<unknown>): Promise<readonly Idea[]> {
  const { rows } = await sql<IdeaRow>`
    select i.id, i.said, i.department_id as "departmentId", i.person_id as "personId",
      i.contact_name as "contactName", i.contact_email as "contactEmail", i.contact_phone as "contactPhone",
      i.read_by as "readBy", i.posted_at as "postedAt", i.channel, i.registered_by as "registeredBy",
      a.answer, a.initiative_id as "initiativeId", a.words, a.answered_by as "answeredBy", a.answered_at as "answeredAt"
    from idea i
    left join idea_answer a on a.tenant_id = i.tenant_id and a.idea_id = i.id
    where i.tenant_id = ${tx.tenant.id} ${wanted}
  `.execute(tx.sql);
  return rows.map(toIdea);
}

interface IdeaRow extends Omit<Idea, 'postedOn' | 'answer'> {
  readonly postedAt: Date;
  readonly answer: IdeaAnswer | null;
  readonly initiativeId: Id<'initiative'> | null;
  readonly words: string | null;
  readonly answeredBy: Id<'person'> | null;
  readonly answeredAt: Date | null;
}

function toIdea(row: IdeaRow): Idea {
  const { postedAt, answer, initiativeId, words, answeredBy, answeredAt, ...rest } = row;
  return {
    ...rest,
    postedOn: dayOf(postedAt),
    answer:
      answer && answeredBy && answeredAt
        ? { answer, initiativeId, words: words ?? '', answeredBy, answeredOn: dayOf(answeredAt) }
        : null,
  };
}
