import { sql } from 'kysely';
import type { Actor, Channel } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { Subject, TenantDb } from '../db/tenant-db.ts';
import type { Facts, JournalKinds } from './journal.ts';

/** One thing that happened, as the journal keeps it. */
export interface Entry {
  /** 1, 2, 3 … within the tenant. */
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly actorKind: Actor['kind'];
  readonly actorId: Id<'person'> | null;
  readonly channel: Channel;
  readonly subject: Subject;
  readonly thread: Id<'initiative'> | null;
  readonly facts: Facts;
}

/** Who reads: anybody at all, somebody signed in, or staff. */
export type Audience = 'public' | 'members' | 'staff';

export interface Extract {
  readonly kinds: JournalKinds;
  /** Only what this reader may see. */
  readonly audience: Audience;
  /** Only entries older than this number: the next page. */
  readonly before?: number | null;
  /** At most so many; 50 unless said. */
  readonly limit?: number;
}

/** The thread of one initiative, newest first. */
export async function threadEntries(tx: TenantDb, initiativeId: Id<'initiative'>, extract: Extract): Promise<Entry[]> {
  const rows = await select(tx, extract).where('thread_id', '=', initiativeId).execute();
  return rows.map(entryOf);
}

/** What others than `reader` did in these threads since then, newest first. */
export async function newsInThreads(
  tx: TenantDb,
  threads: readonly Id<'initiative'>[],
  reader: { readonly personId: Id<'person'>; readonly since: Date },
  extract: Extract,
): Promise<Entry[]> {
  if (threads.length === 0) return [];
  const rows = await select(tx, extract)
    .where('thread_id', 'in', threads)
    .where('at', '>=', reader.since)
    .where((where) => where.or([where('actor_id', 'is', null), where('actor_id', '!=', reader.personId)]))
    .execute();
  return rows.map(entryOf);
}

/** Threads in which something happened since then. */
export async function liveThreads(tx: TenantDb, since: Date): Promise<Id<'initiative'>[]> {
  const rows = await tx.sql
    .selectFrom('journal_entry')
    .select('thread_id')
    .distinct()
    .where('thread_id', 'is not', null)
    .where('at', '>=', since)
    .execute();
  return rows.flatMap(({ thread_id }) => (thread_id ? [thread_id] : []));
}

/** What happened to one thing, newest first. */
export async function entriesAbout(tx: TenantDb, subject: Subject, extract: Extract): Promise<Entry[]> {
  const rows = await select(tx, extract)
    .where('subject_id', '=', subject.id)
    .where('subject_kind', '=', subject.kind)
    .execute();
  return rows.map(entryOf);
}

const SEES: Readonly<Record<Audience, readonly Audience[]>> = {
  public: ['public'],
  members: ['public', 'members'],
  staff: ['public', 'members', 'staff'],
};

function select(tx: TenantDb, { kinds, audience, before, limit = 50 }: Extract) {
  const readable = Object.entries(kinds)
    .filter(([, kind]) => SEES[audience].includes(kind.audience ?? 'members'))
    .map(([name]) => name);
  const query = tx.sql
    .selectFrom('journal_entry')
    .select([
      'seq',
      'at',
      'kind',
      'actor_kind',
      'actor_id',
      'channel',
      'subject_kind',
      'subject_id',
      'thread_id',
      'facts',
    ])
    .where('tenant_id', '=', tx.tenant.id)
    .where('kind', '=', sql<string>`any(${readable}::text[])`)
    .orderBy('seq', 'desc')
    .limit(limit);
  return before ? query.where('seq', '<', before) : query;
}

function entryOf(row: Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]): Entry {
  return {
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    channel: row.channel as Channel,
    subject: { kind: row.subject_kind, id: row.subject_id },
    thread: row.thread_id,
    facts: row.facts,
  };
}
