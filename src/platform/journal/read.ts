import { type RawBuilder, sql } from 'kysely';
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
  return entries(tx, extract, sql`thread_id = ${initiativeId}`);
}

/** What others than `reader` did in these threads since then, newest first. */
export async function newsInThreads(
  tx: TenantDb,
  threads: readonly Id<'initiative'>[],
  reader: { readonly personId: Id<'person'>; readonly since: Date },
  extract: Extract,
): Promise<Entry[]> {
  if (threads.length === 0) return [];
  return entries(
    tx,
    extract,
    sql`thread_id = any(${threads}::uuid[]) and at >= ${reader.since} and actor_id is distinct from ${reader.personId}`,
  );
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
  return entries(tx, extract, sql`subject_id = ${subject.id} and subject_kind = ${subject.kind}`);
}

const SEES: Readonly<Record<Audience, readonly Audience[]>> = {
  public: ['public'],
  members: ['public', 'members'],
  staff: ['public', 'members', 'staff'],
};

async function entries(
  tx: TenantDb,
  { kinds, audience, before, limit = 50 }: Extract,
  wanted: RawBuilder<unknown>,
): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    select seq, at, kind, actor_kind, actor_id, channel, subject_kind, subject_id, thread_id, facts
    from journal_entry
    where tenant_id = ${tx.tenant.id} and kind = any(${readableBy(kinds, audience)}::text[]) and ${wanted}
    ${before ? sql`and seq < ${before}` : sql``}
    order by seq desc limit ${limit}
  `.execute(tx.sql);
  return rows.map(entryOf);
}

const readable = new WeakMap<JournalKinds, Map<Audience, string>>();

/** The kinds that the reader may see, as one value in PostgreSQL's own writing: put together once, since they never change. */
function readableBy(kinds: JournalKinds, audience: Audience): string {
  const byAudience = readable.get(kinds) ?? new Map<Audience, string>();
  readable.set(kinds, byAudience);
  const known = byAudience.get(audience);
  if (known) return known;
  const names = Object.entries(kinds).filter(([, kind]) => SEES[audience].includes(kind.audience ?? 'members'));
  const fresh = `{${names.map(([name]) => JSON.stringify(name)).join(',')}}`;
  byAudience.set(audience, fresh);
  return fresh;
}

interface EntryRow {
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly actor_kind: Actor['kind'];
  readonly actor_id: Id<'person'> | null;
  readonly channel: Channel;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly thread_id: Id<'initiative'> | null;
  readonly facts: Facts;
}

function entryOf(row: EntryRow): Entry {
  return {
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    channel: row.channel,
    subject: { kind: row.subject_kind, id: row.subject_id },
    thread: row.thread_id,
    facts: row.facts,
  };
}
