import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import type { Activity } from '../../../platform/privacy/holdings.ts';
import { layOutLooks } from '../../../platform/privacy/looks.ts';
import { voucherYears } from '../../decide/payments/public.ts';
import { placeholders } from '../letters/messages.ts';
import { JOBS } from '../rules/jobs.ts';
import { firstKept, type Periods } from '../rules/settings.ts';
import { clockRules } from '../rules/whose.ts';
import { columnNatures } from '../store/columns.ts';
import { settingsOf } from '../store/house.ts';
import { openErasures } from '../store/requests.ts';
import { noteRun, runRule } from '../store/retention.ts';

const MOST_A_DAY = 500;

/** Does what each rule of retention says, notes what it did, and sets off the erasures whose day has come. */
export async function keepRetention(tx: TenantDb, activities: readonly Activity[]): Promise<void> {
  await layOutLooks(tx);
  const periods = await periodsOf(tx);
  const rules = clockRules(activities.flatMap(({ holdings }) => holdings)).filter(({ rule }) => !rule.job);
  const unnamed = rules.flatMap(({ rule, holding }) => (rule.rows === 'unnamed' ? [holding] : []));
  const how = { natures: await columnNatures(tx, unnamed), put: placeholders(tx.tenant.language) };
  for (const named of rules) {
    const rows = await runRule(tx, named, firstKept(named.rule.period, periods, tx.today), how);
    await noteRun(tx, named.key, rows);
  }
  for (const erasure of await openErasures(tx, MOST_A_DAY)) {
    if (erasure.dueOn <= tx.today) await enqueue(tx, JOBS.erase, { erasure: erasure.id }, { key: erasure.id });
  }
}

/** What the house has chosen, with the years that its vouchers are kept. */
export async function periodsOf(tx: TenantDb): Promise<Periods> {
  return { ...(await settingsOf(tx)), bookkeepingYears: await voucherYears(tx) };
}
