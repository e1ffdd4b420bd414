import { randomBytes } from 'node:crypto';
import type { TenantDb } from '../db/tenant-db.ts';

/** The tenant's key for one purpose, 32 bytes; made at first use, whichever process comes first. */
export async function signingKey(tx: TenantDb, purpose: string): Promise<Uint8Array> {
  return (await findKey(tx, purpose)) ?? (await makeKey(tx, purpose));
}

async function makeKey(tx: TenantDb, purpose: string): Promise<Uint8Array> {
  await tx.sql
    .insertInto('signing_key')
    .values({ tenant_id: tx.tenant.id, purpose, key: randomBytes(32) })
    .onConflict((clash) => clash.doNothing())
    .execute();
  const key = await findKey(tx, purpose);
  if (!key) throw new Error('Cannot sign: the key that another transaction just made is not visible');
  return key;
}

async function findKey(tx: TenantDb, purpose: string): Promise<Uint8Array | null> {
  const row = await tx.sql
    .selectFrom('signing_key')
    .select('key')
    .where('tenant_id', '=', tx.tenant.id)
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  return row?.key ?? null;
}
