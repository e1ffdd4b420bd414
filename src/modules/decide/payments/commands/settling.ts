import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns } from '../../../turns/public.ts';
import { settleClaim, unsettleClaim } from '../../fund/public.ts';
import { tellPaid } from '../../invoices/public.ts';
import { liveExport, type PaymentId, resultOf, type Source, statusOf } from '../rules/payment.ts';
import { insertResult } from '../store/changes.ts';
import { paymentsOfBatch } from '../store/payments.ts';
import { lockPayment, moveTurns, subjectOf, write } from './writing.ts';

/** What the bank said about one payment. */
export interface Answer {
  readonly on: Day;
  readonly source: Source;
  /** Why it bounced. */
  readonly words: string;
}

export type PaidRefusal = 'not_sent' | 'in_future' | 'settled' | 'below_nought';

/** The money left, or came: the fund's ledger says so in the same moment. */
export async function markPaid(tx: TenantDb, id: PaymentId, answer: Answer): Promise<Outcome<null, PaidRefusal>> {
  if (answer.on > tx.today) return refused('in_future');
  const payment = await lockPayment(tx, id);
  const status = statusOf(payment);
  if (status !== 'exported' && status !== 'awaited') return refused('not_sent');
  const settled = await settleClaim(tx, payment.claimId, answer.on);
  if (!settled.ok) return settled;
  const exportId = status === 'exported' ? (liveExport(payment)?.id ?? null) : null;
  await insertResult(tx, id, { ...answer, exportId, result: 'paid' });
  await closeTurns(tx, { subject: subjectOf(id) });
  await tellPaid(tx, payment.invoiceId);
  return ok(null);
}

/** The whole file has left: every payment in it that still waits for an answer. Answers how many that were. */
export async function markBatchPaid(
  tx: TenantDb,
  batchId: Id<'payment_batch'>,
  on: Day,
): Promise<Outcome<number, 'in_future'>> {
  if (on > tx.today) return refused('in_future');
  let count = 0;
  // In the order in which everybody holds them, so that nobody waits in a circle.
  const inside = (await paymentsOfBatch(tx, batchId)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const payment of inside) {
    if (statusOf(payment) !== 'exported' || liveExport(payment)?.batchId !== batchId) continue;
    if ((await markPaid(tx, payment.id, { on, source: 'hand', words: '' })).ok) count += 1;
  }
  return ok(count);
}

export type BounceRefusal = 'not_sent' | 'in_future' | 'not_settled' | 'over_remaining';

/** The bank sent it back, perhaps after it had left: the money is set aside again, and finance finds out why. */
export async function markBounced(tx: TenantDb, id: PaymentId, answer: Answer): Promise<Outcome<null, BounceRefusal>> {
  if (answer.on > tx.today) return refused('in_future');
  const payment = await lockPayment(tx, id);
  const status = statusOf(payment);
  const live = liveExport(payment);
  if (!live || (status !== 'exported' && status !== 'paid')) return refused('not_sent');
  if (resultOf(payment, live, 'paid')) {
    const opened = await unsettleClaim(tx, payment.claimId);
    if (!opened.ok) return opened;
  }
  await insertResult(tx, id, { ...answer, exportId: live.id, result: 'bounced' });
  write(tx, payment, 'bounced');
  await moveTurns(tx, id);
  return ok(null);
}
