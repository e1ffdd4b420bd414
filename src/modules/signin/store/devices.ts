import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** A device on which somebody is signed in. */
export interface Device {
  /** The browser's word for itself. */
  readonly userAgent: string;
  readonly since: Date;
  readonly lastSeen: Date;
}

/** The person's devices, the latest seen first. */
export async function devicesOf(tx: TenantDb, personId: Id<'person'>): Promise<Device[]> {
  return tx.sql
    .selectFrom('session')
    .select(['device as userAgent', 'created_at as since', 'last_seen_at as lastSeen'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('expires_at', '>', tx.now)
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute();
}

/** Deletes what is of no more use: codes a day after their end, quiet sessions, the SMS log and old counts. */
export async function deleteStale(
  tx: TenantDb,
  before: { readonly codes: Date; readonly quietSessions: Date; readonly sms: Date; readonly counts: Date },
): Promise<void> {
  const tenant = tx.tenant.id;
  await tx.sql
    .deleteFrom('sign_in_code')
    .where('tenant_id', '=', tenant)
    .where('expires_at', '<', before.codes)
    .execute();
  await tx.sql
    .deleteFrom('session')
    .where('tenant_id', '=', tenant)
    .where((where) => where.or([where('expires_at', '<', tx.now), where('last_seen_at', '<', before.quietSessions)]))
    .execute();
  await tx.sql.deleteFrom('sms_log').where('tenant_id', '=', tenant).where('sent_at', '<', before.sms).execute();
  await tx.sql
    .deleteFrom('rate_limit')
    .where('tenant_id', '=', tenant)
    .where('window_start', '<', before.counts)
    .execute();
}
