import type { Ore } from '../../../../kernel/money.ts';
import { type Application, commitmentOf } from './application.ts';
import { moneyOf } from './money.ts';

export type ClaimRefusal = 'not_committed' | 'closed' | 'over_remaining';

/**
 * May so much of a commitment be set aside for an invoice? A credit note (below nought) gives back what was paid or
 * waits to be, also in a case that is closed.
 */
export function claimRefusal(application: Application, amount: Ore): ClaimRefusal | null {
  if (!commitmentOf(application)) return 'not_committed';
  const { paid, claimed, credited, remaining } = moneyOf(application);
  if (amount < 0) return -amount > paid + claimed - credited ? 'over_remaining' : null;
  if (application.end && application.end.result !== 'cancelled') return 'closed';
  return amount === 0 || amount > remaining ? 'over_remaining' : null;
}
