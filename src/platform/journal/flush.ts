import { personIdOf } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb, Unwritten } from '../db/tenant-db.ts';
import { BEGINNING, hashOf } from './chain.ts';

/**
 * Writes what `record` has collected and empties the list. `asTenant` calls it just before commit, so that the lock on
 * the chain's end, which puts commits of one tenant in line, is held for as short as can be and always taken last.
 * Answers whether there was anything.
 */
export async function flushJournal(tx: TenantDb): Promise<boolean> {
  const entries = tx.unwritten.splice(0);
  if (entries.length === 0) return false;
  const head = await lockHead(tx);
  let { seq, hash } = head;
  const rows = entries.map((entry) => {
    const row = rowOf(tx, entry, seq + 1, hash);
    seq = row.seq;
    hash = row.hash;
    return row;
  });
  // 13 columns a row, and PostgreSQL takes 65,535 parameters.
  for (let at = 0; at < rows.length; at += 5000) {
    await tx.sql
      .insertInto('journal_entry')
      .values(rows.slice(at, at + 5000))
      .execute();
  }
  await tx.sql
    .updateTable('journal_head')
    .set({ seq, hash: Buffer.from(hash) })
    .where('tenant_id', '=', tx.tenant.id)
    .execute();
  return true;
}

async function lockHead(tx: TenantDb): Promise<{ seq: number; hash: Uint8Array }> {
  const read = () =>
    tx.sql
      .selectFrom('journal_head')
      .select(['seq', 'hash'])
      .where('tenant_id', '=', tx.tenant.id)
      .forUpdate()
      .executeTakeFirst();
  const head = await read();
  if (head) return head;
  await tx.sql
    .insertInto('journal_head')
    .values({ tenant_id: tx.tenant.id, seq: 0, hash: Buffer.from(BEGINNING) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await read();
  if (!made) throw new Error(`Cannot find the journal's head of tenant ${tx.tenant.id}`);
  return made;
}

function rowOf(tx: TenantDb, entry: Unwritten, seq: number, previousHash: Uint8Array) {
  // UUIDs as the database will give them back.
  const actorId = personIdOf(entry.actor)?.toLowerCase() ?? null;
  const threadId = entry.thread?.toLowerCase() ?? null;
  // As the database will give them back: without `undefined`.
  const facts = JSON.parse(JSON.stringify(entry.facts)) as Unwritten['facts'];
  const hash = hashOf({
    tenantId: tx.tenant.id,
    seq,
    at: tx.now,
    kind: entry.kind,
    actorKind: entry.actor.kind,
    actorId,
    channel: entry.channel,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    threadId,
    facts,
    previousHash,
  });
  return {
    tenant_id: tx.tenant.id,
    seq,
    at: tx.now,
    kind: entry.kind,
    actor_kind: entry.actor.kind,
    actor_id: actorId as Id<'person'> | null,
    channel: entry.channel,
    subject_kind: entry.subject.kind,
    subject_id: entry.subject.id,
    thread_id: threadId as Unwritten['thread'],
    facts,
    previous_hash: Buffer.from(previousHash),
    hash: Buffer.from(hash),
  };
}
