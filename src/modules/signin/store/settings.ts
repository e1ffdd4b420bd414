import { sql } from 'kysely';
import { personIdOf } from '../../../kernel/actor.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { OPEN_AT_FIRST, type OpenWays } from '../rules/ways.ts';

/** Which ways the house has open. */
export async function openWays(tx: TenantDb): Promise<OpenWays> {
  const row = await tx.sql
    .selectFrom('sign_in_setting')
    .select(['sms', 'passkey', 'mitid', 'entra', 'sms_a_day as smsADay', 'directory_days as directoryDays'])
    .where('tenant_id', '=', tx.tenant.id)
    .executeTakeFirst();
  return row ?? OPEN_AT_FIRST;
}

export async function saveOpenWays(tx: TenantDb, { smsADay, directoryDays, ...ways }: OpenWays): Promise<void> {
  const row = {
    ...ways,
    sms_a_day: smsADay,
    directory_days: directoryDays,
    changed_at: tx.now,
    changed_by: personIdOf(tx.actor),
  };
  await tx.sql
    .insertInto('sign_in_setting')
    .values({ tenant_id: tx.tenant.id, ...row })
    .onConflict((clash) => clash.column('tenant_id').doUpdateSet(row))
    .execute();
}

/** Parts of SMS that codes have taken today. */
export async function smsPartsToday(tx: TenantDb): Promise<number> {
  const row = await tx.sql
    .selectFrom('sign_in_sms_day')
    .select('parts')
    .where('tenant_id', '=', tx.tenant.id)
    .where('day', '=', tx.today)
    .executeTakeFirst();
  return row?.parts ?? 0;
}

/** Takes so many parts out of the day's, across all processes. False, and nothing taken, when they are not there. */
export async function takeSmsParts(tx: TenantDb, parts: number, aDay: number): Promise<boolean> {
  if (parts > aDay) return false;
  const row = await tx.sql
    .insertInto('sign_in_sms_day')
    .values({ tenant_id: tx.tenant.id, day: tx.today, parts })
    .onConflict((clash) =>
      clash
        .columns(['tenant_id', 'day'])
        .doUpdateSet({ parts: sql<number>`sign_in_sms_day.parts + ${parts}` })
        .where(sql<number>`sign_in_sms_day.parts + ${parts}`, '<=', aDay),
    )
    .returning('parts')
    .executeTakeFirst();
  return row !== undefined;
}

/** The days before today are of no more use. */
export async function deleteOldSmsDays(tx: TenantDb): Promise<void> {
  await tx.sql
    .deleteFrom('sign_in_sms_day')
    .where('tenant_id', '=', tx.tenant.id)
    .where('day', '<', tx.today)
    .execute();
}
