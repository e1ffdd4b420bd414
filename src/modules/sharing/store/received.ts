import { dayOf } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Content, type CopyAnswer, type ReceivedCopy, ROWS_A_PAGE, type Source } from '../rules.ts';
import { type Joined, joined } from './joined.ts';

/** Null when it came before. */
export async function insertReceived(
  tx: TenantDb,
  copy: {
    readonly house: Id<'tenant'>;
    readonly houseName: string;
    readonly source: Source;
    readonly edition: number;
    readonly title: string;
    readonly content: Content;
    readonly note: string;
    readonly bytes: number;
    readonly reference: Uint8Array;
    readonly sentAt: Date;
  },
): Promise<Id<'received_copy'> | null> {
  const { house, houseName, sentAt, content, ...rest } = copy;
  const row = await tx.sql
    .insertInto('received_copy')
    .values({
      ...rest,
      tenant_id: tx.tenant.id,
      house_id: house,
      house_name: houseName,
      content,
      reference: Buffer.from(copy.reference),
      sent_on: dayOf(sentAt),
      arrived_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'reference']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function insertReceivedFile(
  tx: TenantDb,
  copy: Id<'received_copy'>,
  place: number,
  file: Id<'file'>,
): Promise<void> {
  await tx.sql
    .insertInto('received_file')
    .values({ tenant_id: tx.tenant.id, copy_id: copy, place, file_id: file })
    .execute();
}

export async function receivedFiles(
  tx: TenantDb,
  copy: Id<'received_copy'>,
): Promise<{ readonly place: number; readonly file: Id<'file'> }[]> {
  return tx.sql
    .selectFrom('received_file')
    .select(['place', 'file_id as file'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('copy_id', '=', copy)
    .orderBy('place')
    .execute();
}

export async function deleteReceivedFiles(tx: TenantDb, copy: Id<'received_copy'>): Promise<void> {
  await tx.sql.deleteFrom('received_file').where('tenant_id', '=', tx.tenant.id).where('copy_id', '=', copy).execute();
}

/** What was declined is not kept: only that it came, from whom, and the answer. */
export async function emptyReceived(tx: TenantDb, copy: Id<'received_copy'>): Promise<void> {
  await tx.sql
    .updateTable('received_copy')
    .set({ content: { parts: [], contact: null, files: [] }, note: '', bytes: 0 })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', copy)
    .execute();
}

/** The newest first, a page of them. */
export async function receivedPage(tx: TenantDb, page: number): Promise<{ rows: ReceivedCopy[]; more: boolean }> {
  const rows = await receivedQuery(tx)
    .orderBy('c.arrived_at', 'desc')
    .limit(ROWS_A_PAGE + 1)
    .offset((page - 1) * ROWS_A_PAGE)
    .execute();
  return { rows: rows.slice(0, ROWS_A_PAGE).map(asReceived), more: rows.length > ROWS_A_PAGE };
}

export async function receivedById(tx: TenantDb, id: Id<'received_copy'>): Promise<ReceivedCopy | null> {
  const row = await receivedQuery(tx).where('c.id', '=', id).executeTakeFirst();
  return row ? asReceived(row) : null;
}

export async function receivedByReference(
  tx: TenantDb,
  house: Id<'tenant'>,
  reference: Uint8Array,
): Promise<ReceivedCopy | null> {
  const query = receivedQuery(tx).where('c.house_id', '=', house).where('c.reference', '=', Buffer.from(reference));
  const row = await query.executeTakeFirst();
  return row ? asReceived(row) : null;
}

function receivedQuery(tx: TenantDb) {
  return tx.sql
    .selectFrom('received_copy as c')
    .leftJoin('received_answer as a', (join) =>
      join.onRef('a.tenant_id', '=', 'c.tenant_id').onRef('a.copy_id', '=', 'c.id'),
    )
    .leftJoin('received_recall as r', (join) =>
      join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.copy_id', '=', 'c.id'),
    )
    .select(['c.id', 'c.house_id as house', 'c.house_name as houseName', 'c.source', 'c.edition', 'c.title'])
    .select(['c.content', 'c.note', 'c.bytes', 'c.reference', 'c.sent_on as sentOn'])
    .select(['a.answer', 'a.words as answerWords', 'a.answered_at as answeredAt', 'r.words as recallWords'])
    .where('c.tenant_id', '=', tx.tenant.id);
}

function asReceived(row: Joined & Omit<ReceivedCopy, 'content' | 'answer' | 'recall'>): ReceivedCopy {
  const { id, house, houseName, source, edition, title, note, bytes, reference, sentOn } = row;
  return { id, house, houseName, source, edition, title, note, bytes, reference, sentOn, ...joined(row) };
}

/** One answer, whoever presses first: false when there is one. */
export async function insertAnswer(
  tx: TenantDb,
  copy: Id<'received_copy'>,
  answer: CopyAnswer,
  words: string,
  by: Id<'person'> | null,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('received_answer')
    .values({ tenant_id: tx.tenant.id, copy_id: copy, answer, words, answered_at: tx.now, answered_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertReceivedRecall(tx: TenantDb, copy: Id<'received_copy'>, words: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('received_recall')
    .values({ tenant_id: tx.tenant.id, copy_id: copy, words, recalled_on: tx.today })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Letters from other houses that a job has yet to deliver, the oldest first. */
export async function lettersWaiting(tx: TenantDb): Promise<Id<'handover'>[]> {
  const rows = await tx.sql
    .selectFrom('handover')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('key_hash', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
