import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { withinRate } from '../../../platform/web/rate.ts';
import type { OpenWays } from '../rules/ways.ts';
import { saveOpenWays } from '../store/settings.ts';

/** The house says which ways in are open, and what codes by SMS may cost. */
export async function decideOpenWays(tx: TenantDb, wanted: OpenWays): Promise<void> {
  await saveOpenWays(tx, wanted);
  record(tx, { kind: 'signin.ways_decided', subject: { kind: 'tenant', id: tx.tenant.id }, facts: { ...wanted } });
}

/** No more codes by SMS today. Told once: whoever it was that asked for so many would else fill the journal too. */
export async function noteSmsLimit(tx: TenantDb, aDay: number): Promise<void> {
  if (!(await withinRate(tx, 'signin sms limit told', { times: 1, minutes: 1440 }))) return;
  record(tx, { kind: 'signin.sms_limit_reached', subject: { kind: 'tenant', id: tx.tenant.id }, facts: { aDay } });
}
