import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '../../../kernel/id.ts';
import { readId } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { signingKey } from '../../../platform/secret/signing-key.ts';

const PURPOSE = 'feeds';
const ID_BYTES = 16;
const SEAL_BYTES = 16;

export interface FeedAddress {
  readonly id: Id<'feed_address'>;
  readonly madeAt: Date;
}

export async function feedAddressOf(tx: TenantDb, personId: Id<'person'>): Promise<FeedAddress | null> {
  const row = await tx.sql
    .selectFrom('feed_address')
    .select(['id', 'made_at as madeAt'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Has the person a calendar address? */
export async function hasFeeds(tx: TenantDb, personId: Id<'person'>): Promise<boolean> {
  return (await feedAddressOf(tx, personId)) !== null;
}

/** Whatever address there was is dead from now on. Was there one? */
export async function deleteFeedAddress(tx: TenantDb, personId: Id<'person'>): Promise<boolean> {
  const row = await tx.sql
    .deleteFrom('feed_address')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The same person at the same moment on two devices gets one address. */
export async function insertFeedAddress(tx: TenantDb, personId: Id<'person'>): Promise<void> {
  await tx.sql
    .insertInto('feed_address')
    .values({ tenant_id: tx.tenant.id, person_id: personId, made_at: tx.now })
    .onConflict((clash) => clash.columns(['tenant_id', 'person_id']).doNothing())
    .execute();
}

/** The part of the address that nobody can guess: the row's id under our seal, 43 signs. */
export async function feedCode(tx: TenantDb, { id }: Pick<FeedAddress, 'id'>): Promise<string> {
  const head = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([head, seal(await signingKey(tx, PURPOSE), head)]).toString('base64url');
}

/** Whose address it is; null for what we did not seal in this house, and for one that was renewed. */
export async function personOfFeed(tx: TenantDb, code: string): Promise<Id<'person'> | null> {
  const bytes = Buffer.from(code, 'base64url');
  if (bytes.length !== ID_BYTES + SEAL_BYTES || bytes.toString('base64url') !== code) return null;
  const head = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(seal(await signingKey(tx, PURPOSE), head), bytes.subarray(ID_BYTES))) return null;
  const id = readId<'feed_address'>(
    head.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  );
  const row = await tx.sql
    .selectFrom('feed_address')
    .select('person_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id as Id<'feed_address'>)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

function seal(key: Uint8Array, head: Uint8Array): Buffer {
  return createHmac('sha256', key).update(head).digest().subarray(0, SEAL_BYTES);
}
