import type { Subject, TenantDb } from '../db/tenant-db.ts';

/** How far the tenant's journal has come: 0 before the first entry. A page remembers it and asks what came after. */
export async function lastSeq(tx: TenantDb): Promise<number> {
  const head = await tx.sql.selectFrom('journal_head').select('seq').executeTakeFirst();
  return head?.seq ?? 0;
}

/** Far more than a page misses while its connection is down; beyond it everything counts as changed. */
const MOST = 2000;

/**
 * Which of these things the journal has spoken of after `since`, as subject or as thread (`{kind: 'initiative', id}`),
 * and how far it has come now. Tells nothing of other things, so that a page may pass on the answer.
 */
export async function changedSince(
  tx: TenantDb,
  since: number,
  topics: readonly Subject[],
): Promise<{ seq: number; changed: Subject[] }> {
  const seq = await lastSeq(tx);
  if (seq <= since || topics.length === 0) return { seq, changed: [] };
  if (seq - since > MOST) return { seq, changed: [...topics] };
  const rows = await tx.sql
    .selectFrom('journal_entry')
    .select(['subject_kind', 'subject_id', 'thread_id'])
    .where('seq', '>', since)
    .where('seq', '<=', seq)
    .execute();
  const spoken = new Set(
    rows.flatMap((row) => [`${row.subject_kind} ${row.subject_id}`, `initiative ${row.thread_id}`]),
  );
  return { seq, changed: topics.filter(({ kind, id }) => spoken.has(`${kind} ${id}`)) };
}
