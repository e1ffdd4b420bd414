import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { signingKey } from '../../../platform/secret/signing-key.ts';
import { type Stopper, TOPICS, type Topic } from '../rules.ts';

const PURPOSE = 'stop';
const ID_BYTES = 16;
const SEAL_BYTES = 10;

/** What stands in the database for the address of somebody without an account. */
export function addressHash(address: string): Uint8Array {
  return createHash('sha256').update(address.trim().toLowerCase()).digest().subarray(0, ID_BYTES);
}

/**
 * The last part of a link that stops one kind of message for one person or address: 28 bytes in 38 characters, short
 * enough for an SMS. Signed, so that nobody can stop another's messages; without an end, since mails are kept for years.
 */
export async function stopToken(tx: TenantDb, stopper: Stopper, topic: Topic): Promise<string> {
  const id = stopper.kind === 'person' ? Buffer.from(stopper.personId.replaceAll('-', ''), 'hex') : stopper.hash;
  const head = Buffer.concat([Buffer.from([stopper.kind === 'person' ? 0 : 1, TOPICS.indexOf(topic)]), id]);
  return Buffer.concat([head, seal(await signingKey(tx, PURPOSE), head)]).toString('base64url');
}

/** Who and what a link stops. Null for anything that we did not sign for this tenant. */
export async function readStopToken(tx: TenantDb, token: string): Promise<{ stopper: Stopper; topic: Topic } | null> {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 + ID_BYTES + SEAL_BYTES || bytes.toString('base64url') !== token) return null;
  const head = bytes.subarray(0, 2 + ID_BYTES);
  if (!timingSafeEqual(seal(await signingKey(tx, PURPOSE), head), bytes.subarray(2 + ID_BYTES))) return null;
  const topic = TOPICS[head[1] as number];
  const id = head.subarray(2);
  if (!topic) return null;
  return { topic, stopper: head[0] === 0 ? { kind: 'person', personId: uuid(id) } : { kind: 'address', hash: id } };
}

function seal(key: Uint8Array, head: Uint8Array): Buffer {
  return createHmac('sha256', key).update(head).digest().subarray(0, SEAL_BYTES);
}

function uuid(bytes: Uint8Array): Id<'person'> {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as Id<'person'>;
}

/** From now on none of these. */
export async function insertStop(tx: TenantDb, stopper: Stopper, topic: Topic): Promise<void> {
  await tx.sql
    .insertInto('notice_stop')
    .values({
      tenant_id: tx.tenant.id,
      person_id: stopper.kind === 'person' ? stopper.personId : null,
      address_hash: stopper.kind === 'address' ? Buffer.from(stopper.hash) : null,
      topic,
      stopped_at: tx.now,
    })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** They may come again. */
export async function deleteStop(tx: TenantDb, stopper: Stopper, topic: Topic): Promise<void> {
  const stop = tx.sql.deleteFrom('notice_stop').where('tenant_id', '=', tx.tenant.id).where('topic', '=', topic);
  await (stopper.kind === 'person'
    ? stop.where('person_id', '=', stopper.personId)
    : stop.where('address_hash', '=', Buffer.from(stopper.hash))
  ).execute();
}

/** The topics that have been stopped. */
export async function stoppedTopics(tx: TenantDb, stopper: Stopper): Promise<ReadonlySet<string>> {
  const stops = tx.sql.selectFrom('notice_stop').select('topic').where('tenant_id', '=', tx.tenant.id);
  const rows = await (stopper.kind === 'person'
    ? stops.where('person_id', '=', stopper.personId)
    : stops.where('address_hash', '=', Buffer.from(stopper.hash))
  ).execute();
  return new Set(rows.map((row) => row.topic));
}
