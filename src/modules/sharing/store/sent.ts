import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Content, type CopyAnswer, ROWS_A_PAGE, type SentCopy, type Source } from '../rules.ts';
import { type Joined, joined } from './joined.ts';

/** Names of people known here that stand in a text: one question, whatever the text. */
export async function namesIn(tx: TenantDb, text: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('person')
    .select('name')
    .distinct()
    .where('tenant_id', '=', tx.tenant.id)
    .where('name', 'like', '% %')
    .where(sql<boolean>`position(lower(name) in ${text.toLowerCase()}) > 0`)
    .execute();
  return rows.map(({ name }) => name);
}

/** How many copies have left since then, and what they weighed. */
export async function sentSince(
  tx: TenantDb,
  since: Date,
): Promise<{ readonly copies: number; readonly bytes: number }> {
  const row = await tx.sql
    .selectFrom('sent_copy')
    .select((select) => [select.fn.countAll<number>().as('copies'), select.fn.sum<string | null>('bytes').as('bytes')])
    .where('tenant_id', '=', tx.tenant.id)
    .where('sent_at', '>', since)
    .executeTakeFirstOrThrow();
  return { copies: Number(row.copies), bytes: Number(row.bytes ?? 0) };
}

/** The next edition of that thing to that house. Null when somebody else sends the same at this moment. */
export async function insertSent(
  tx: TenantDb,
  copy: {
    readonly house: Id<'tenant'>;
    readonly houseName: string;
    readonly source: Source;
    readonly sourceId: string;
    readonly title: string;
    readonly content: Content;
    readonly note: string;
    readonly bytes: number;
    readonly reference: Uint8Array;
    readonly by: Id<'person'> | null;
  },
): Promise<{ readonly id: Id<'sent_copy'>; readonly edition: number } | null> {
  const { rows } = await sql<{ id: Id<'sent_copy'>; edition: number }>`
    insert into sent_copy (
      tenant_id, house_id, house_name, source, source_id, edition, title, content, note, bytes, reference, sent_at,
      sent_by
    )
    select ${tx.tenant.id}::uuid, ${copy.house}::uuid, ${copy.houseName}, ${copy.source}, ${copy.sourceId}::uuid,
      coalesce(max(edition), 0) + 1, ${copy.title}, ${JSON.stringify(copy.content)}::jsonb, ${copy.note},
      ${copy.bytes}::bigint,
      ${Buffer.from(copy.reference)}::bytea, ${tx.now}::timestamptz, ${copy.by}::uuid
    from sent_copy
    where tenant_id = ${tx.tenant.id} and house_id = ${copy.house} and source = ${copy.source}
      and source_id = ${copy.sourceId}
    on conflict (tenant_id, house_id, source, source_id, edition) do nothing
    returning id, edition`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The newest first, a page of them. */
export async function sentPage(tx: TenantDb, page: number): Promise<{ rows: SentCopy[]; more: boolean }> {
  const rows = await sentQuery(tx)
    .orderBy('c.sent_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(ROWS_A_PAGE + 1)
    .offset((page - 1) * ROWS_A_PAGE)
    .execute();
  return { rows: rows.slice(0, ROWS_A_PAGE).map(asSent), more: rows.length > ROWS_A_PAGE };
}

export async function sentById(tx: TenantDb, id: Id<'sent_copy'>): Promise<SentCopy | null> {
  const row = await sentQuery(tx).where('c.id', '=', id).executeTakeFirst();
  return row ? asSent(row) : null;
}

export async function sentByReference(
  tx: TenantDb,
  house: Id<'tenant'>,
  reference: Uint8Array,
): Promise<SentCopy | null> {
  const query = sentQuery(tx).where('c.house_id', '=', house).where('c.reference', '=', Buffer.from(reference));
  const row = await query.executeTakeFirst();
  return row ? asSent(row) : null;
}

function sentQuery(tx: TenantDb) {
  return tx.sql
    .selectFrom('sent_copy as c')
    .leftJoin('sent_copy_answer as a', (join) =>
      join.onRef('a.tenant_id', '=', 'c.tenant_id').onRef('a.copy_id', '=', 'c.id'),
    )
    .leftJoin('sent_copy_recall as r', (join) =>
      join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.copy_id', '=', 'c.id'),
    )
    .select(['c.id', 'c.house_id as house', 'c.house_name as houseName', 'c.source', 'c.edition', 'c.title'])
    .select(['c.content', 'c.note', 'c.bytes', 'c.reference', 'c.sent_at as sentAt'])
    .select(['a.answer', 'a.words as answerWords', 'a.answered_at as answeredAt', 'r.words as recallWords'])
    .where('c.tenant_id', '=', tx.tenant.id);
}

function asSent(row: Joined & Omit<SentCopy, 'content' | 'answer' | 'recall'>): SentCopy {
  const { id, house, houseName, source, edition, title, note, bytes, reference, sentAt } = row;
  return { id, house, houseName, source, edition, title, note, bytes, reference, sentAt, ...joined(row) };
}

/** False when it has been answered already. */
export async function insertSentAnswer(
  tx: TenantDb,
  copy: Id<'sent_copy'>,
  answer: CopyAnswer,
  words: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('sent_copy_answer')
    .values({ tenant_id: tx.tenant.id, copy_id: copy, answer, words, answered_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertRecall(
  tx: TenantDb,
  copy: Id<'sent_copy'>,
  words: string,
  by: Id<'person'> | null,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('sent_copy_recall')
    .values({ tenant_id: tx.tenant.id, copy_id: copy, words, recalled_at: tx.now, recalled_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
