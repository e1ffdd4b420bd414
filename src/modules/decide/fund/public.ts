import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Web } from '../../../platform/web/web.ts';
import { applyingRoutes } from './routes/applying.tsx';
import { caseRoutes } from './routes/cases.tsx';
import { fundPages } from './routes/fund.tsx';
import { policyRoutes } from './routes/policy.tsx';
import type { Figures } from './rules/cases.ts';
import { availableOf } from './rules/money.ts';
import type { Fund } from './rules/policy.ts';
import type { Status } from './rules/status.ts';
import { caseCounts } from './store/cases.ts';
import { funds, policyOn } from './store/funds.ts';
import { ledgerOf } from './store/ledger.ts';

export { fundJournal } from './journal.ts';
export type { Figures } from './rules/cases.ts';
export type { Fund } from './rules/policy.ts';
export { fundTurns } from './turns.ts';
export { fundsPlace } from './urls.ts';

/** All funds of the house, by name: the organisation's own and the municipality's. */
export function fundsOf(tx: TenantDb): Promise<readonly Fund[]> {
  return funds(tx);
}

/** The fund in figures today: the sums of its period in whole øre (null between two periods), and its cases by status. */
export async function fundFigures(
  tx: TenantDb,
  fundId: Id<'fund'>,
): Promise<{ readonly figures: Figures | null; readonly counts: Partial<Record<Status, number>> }> {
  const policy = await policyOn(tx, fundId, tx.today);
  const ledger = policy && (await ledgerOf(tx, policy.periodId));
  return { figures: ledger && { ...ledger, available: availableOf(ledger) }, counts: await caseCounts(tx, fundId) };
}

/** Every page of the fund. */
export function fundRoutes(web: Web): void {
  fundPages(web);
  policyRoutes(web);
  caseRoutes(web);
  applyingRoutes(web);
}
