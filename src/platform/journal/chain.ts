import { createHash } from 'node:crypto';

/**
 * One link of a tenant's chain. Its hash is SHA-256 over the UTF-8 text of a JSON array, without white space:
 *
 *     [tenantId, seq, at, kind, actorKind, actorId, channel, subjectKind, subjectId, threadId, facts, previousHash]
 *
 * `at` is ISO 8601 in UTC with three decimals, `facts` is a list of [key, value] sorted by key (UTF-16 order),
 * `previousHash` is lower-case hex; what is missing is null. The first link's previous hash is 32 zero bytes.
 */
export interface Link {
  readonly tenantId: string;
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly channel: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly threadId: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly previousHash: Uint8Array;
}

/** What comes before the first link. */
export const BEGINNING: Uint8Array = new Uint8Array(32);

/** SHA-256 of a link, 32 bytes. */
export function hashOf(link: Link): Uint8Array {
  const facts = Object.entries(link.facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([
    link.tenantId,
    link.seq,
    link.at.toISOString(),
    link.kind,
    link.actorKind,
    link.actorId,
    link.channel,
    link.subjectKind,
    link.subjectId,
    link.threadId,
    facts,
    hex(link.previousHash),
  ]);
  return createHash('sha256').update(text).digest();
}

/** Bytes as lower-case hex. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
