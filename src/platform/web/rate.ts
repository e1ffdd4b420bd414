import { createHash, createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { TenantDb } from '../db/tenant-db.ts';

/**
 * Counts one try in a bucket and says whether it is within the limit, across all processes.
 * Windows are fixed: at most twice `times` can pass around a window's edge, which is enough against guessing.
 */
export async function withinRate(
  tx: TenantDb,
  bucket: string,
  limit: { times: number; minutes: number },
): Promise<boolean> {
  const windowStart = windowOf(tx, limit);
  const row = await tx.sql
    .insertInto('rate_limit')
    .values({ tenant_id: tx.tenant.id, bucket, window_start: windowStart, hits: 1 })
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'bucket', 'window_start']).doUpdateSet({ hits: sql<number>`rate_limit.hits + 1` }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  return row.hits <= limit.times;
}

/** Has the bucket had all its tries of this window? Counts nothing. */
export async function rateReached(
  tx: TenantDb,
  bucket: string,
  limit: { times: number; minutes: number },
): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('rate_limit')
    .select('hits')
    .where('tenant_id', '=', tx.tenant.id)
    .where('bucket', '=', bucket)
    .where('window_start', '=', windowOf(tx, limit))
    .executeTakeFirst();
  return row !== undefined && row.hits >= limit.times;
}

function windowOf(tx: TenantDb, limit: { minutes: number }): Date {
  const width = limit.minutes * 60_000;
  return new Date(Math.floor(tx.now.getTime() / width) * width);
}

/** A name for a visitor's device address that cannot be turned back into it. */
export function visitorBucket(secret: string, address: string, place: string): string {
  return `${place} ${createHmac('sha256', secret).update(address).digest('base64url').slice(0, 16)}`;
}

/** A name for a mail address, however it was written, that does not tell it; who knows the address can work it out. */
export function mailBucket(place: string, email: string): string {
  return `${place} ${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url').slice(0, 22)}`;
}
