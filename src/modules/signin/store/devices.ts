import { createHash } from 'node:crypto';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { SignInWay } from '../../../platform/web/session.ts';

/** A device on which somebody is signed in. */
export interface Device {
  /** What a form names it by. Says nothing that opens anything. */
  readonly key: string;
  /** The browser's word for itself. */
  readonly userAgent: string;
  /** How the person signed in there; null for devices from before that was written down. */
  readonly way: SignInWay | null;
  readonly since: Date;
  readonly lastSeen: Date;
  /** The device that asks. */
  readonly here: boolean;
}

/** The person's devices, the latest seen first. `here` is the session of the device that asks. */
export async function devicesOf(tx: TenantDb, personId: Id<'person'>, here: Uint8Array | null): Promise<Device[]> {
  const rows = await sessionsOf(tx, personId)
    .select(['token_hash', 'device as userAgent', 'way', 'created_at as since', 'last_seen_at as lastSeen'])
    .where('expires_at', '>', tx.now)
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ token_hash, ...row }) => ({
    ...row,
    key: keyOf(token_hash),
    here: here !== null && keyOf(here) === keyOf(token_hash),
  }));
}

/** Ends the session of one device of the person. False when there is none by that key. */
export async function endDevice(tx: TenantDb, personId: Id<'person'>, key: string): Promise<boolean> {
  const sessions = await sessionsOf(tx, personId).select('token_hash').execute();
  const found = sessions.find((session) => keyOf(session.token_hash) === key);
  if (!found) return false;
  await tx.sql
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenant.id)
    .where('token_hash', '=', found.token_hash)
    .execute();
  return true;
}

function sessionsOf(tx: TenantDb, personId: Id<'person'>) {
  return tx.sql.selectFrom('session').where('tenant_id', '=', tx.tenant.id).where('person_id', '=', personId);
}

function keyOf(tokenHash: Uint8Array): string {
  return createHash('sha256').update('device').update(tokenHash).digest('hex').slice(0, 32);
}
