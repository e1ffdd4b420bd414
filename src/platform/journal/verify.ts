import type pg from 'pg';
import type { Database } from '../db/database.ts';
import type { Tenant } from '../db/tenant-db.ts';
import type { Head } from './anchor.ts';
import { BEGINNING, hashOf, hex, type Link } from './chain.ts';

/** Something that an honest journal cannot show. */
export interface JournalProblem {
  /** Number of the entry where it shows; for `end` the number that was to be last. */
  readonly seq: number;
  /**
   * `altered`: the entry does not have its own hash. `missing`: no entry has this number. `broken`: the entry does not
   * follow the one before. `end`: the chain does not end where the head says. `anchor`: another hash was told outside.
   */
  readonly what: 'altered' | 'missing' | 'broken' | 'end' | 'anchor';
  /** Where an anchor was told. */
  readonly toldIn?: string;
}

export interface JournalReport {
  readonly tenant: string;
  readonly entries: number;
  readonly head: Head;
  /** The first hundred. */
  readonly problems: readonly JournalProblem[];
}

const PAGE = 5_000;
const MOST_PROBLEMS = 100;

/**
 * Walks a tenant's whole chain as the owner, in one snapshot and page by page. `heads` are ends of the chain that were
 * told outside (`--head` from a printed digest); those in `journal_anchor` are looked at too.
 */
export function verifyJournal(database: Database, tenant: Tenant, heads: readonly Head[] = []): Promise<JournalReport> {
  return database.asOwner(async (_, client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    const anchors = [...(await readAnchors(client, tenant.id)), ...heads.map((head) => ({ ...head, toldIn: 'head' }))];
    const problems: JournalProblem[] = [];
    const told = new Map<number, Anchor[]>();
    for (const anchor of anchors) told.set(anchor.seq, [...(told.get(anchor.seq) ?? []), anchor]);

    let entries = 0;
    let end: { seq: number; hash: Uint8Array } = { seq: 0, hash: BEGINNING };
    for await (const { hash, ...link } of readLinks(client, tenant.id)) {
      if (link.seq !== end.seq + 1) problems.push({ seq: end.seq + 1, what: 'missing' });
      if (hex(link.previousHash) !== hex(end.hash)) problems.push({ seq: link.seq, what: 'broken' });
      if (hex(hashOf(link)) !== hex(hash)) problems.push({ seq: link.seq, what: 'altered' });
      problems.push(...contradictions(told.get(link.seq), hex(hash)));
      told.delete(link.seq);
      end = { seq: link.seq, hash };
      entries += 1;
    }
    for (const [seq, [anchor]] of told) problems.push({ seq, what: 'anchor', toldIn: anchor?.toldIn ?? '' });
    const head = await readHeadRow(client, tenant.id);
    if (head.seq !== end.seq || hex(head.hash) !== hex(end.hash)) problems.push({ seq: head.seq, what: 'end' });
    return {
      tenant: tenant.slug,
      entries,
      head: { seq: end.seq, hash: hex(end.hash) },
      problems: problems.slice(0, MOST_PROBLEMS),
    };
  });
}

interface Anchor extends Head {
  readonly toldIn: string;
}

function contradictions(anchors: readonly Anchor[] = [], hash: string): JournalProblem[] {
  return anchors
    .filter((anchor) => !hash.startsWith(anchor.hash))
    .map(({ seq, toldIn }) => ({ seq, what: 'anchor', toldIn }));
}

async function readAnchors(client: pg.ClientBase, tenantId: string): Promise<Anchor[]> {
  const { rows } = await client.query(
    `select seq, encode(hash, 'hex') as hash, told_in as "toldIn" from journal_anchor where tenant_id = $1 order by told_at`,
    [tenantId],
  );
  return rows;
}

async function readHeadRow(client: pg.ClientBase, tenantId: string): Promise<{ seq: number; hash: Uint8Array }> {
  const { rows } = await client.query('select seq, hash from journal_head where tenant_id = $1', [tenantId]);
  return rows[0] ?? { seq: 0, hash: BEGINNING };
}

async function* readLinks(client: pg.ClientBase, tenantId: string): AsyncGenerator<Link & { hash: Uint8Array }> {
  let last = -1;
  for (;;) {
    const { rows } = await client.query<Link & { hash: Uint8Array }>(
      `select tenant_id as "tenantId", seq, at, kind, actor_kind as "actorKind", actor_id as "actorId", channel,
         subject_kind as "subjectKind", subject_id as "subjectId", thread_id as "threadId", facts,
         previous_hash as "previousHash", hash
       from journal_entry where tenant_id = $1 and seq > $2 order by seq limit ${PAGE}`,
      [tenantId, last],
    );
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.seq ?? last;
  }
}
