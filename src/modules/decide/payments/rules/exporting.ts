import type { Batch, Payment as FilePayment } from '../../../../engines/payment-file/batch.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { nextBankDay } from './bank-days.ts';
import { destinationOf, liveExport, nextExport, type Payment, resultOf, statusOf } from './payment.ts';
import type { Settings } from './settings.ts';

/** Why a file cannot be made. `numbers`: the payments that stand in the way. */
export type ExportRefusal =
  | { readonly kind: 'none_chosen' | 'no_own_account' | 'several_payers' | 'too_early' }
  | { readonly kind: 'not_ready' | 'cannot_be_written'; readonly numbers: readonly number[] };

/** When the bank is to pay: on the day each is due, or all on one day. */
export type When = { readonly kind: 'due' } | { readonly kind: 'on'; readonly day: Day };

/** What stands in the way, seen from the chosen payments; the file's own rules are asked afterwards. */
export function exportRefusal(
  payments: readonly Payment[],
  settings: Settings,
  when: When,
  today: Day,
): ExportRefusal | null {
  if (payments.length === 0) return { kind: 'none_chosen' };
  if (payments.some(({ organisationId }) => organisationId !== settings.organisationId))
    return { kind: 'several_payers' };
  const early = payments.filter((payment) => statusOf(payment) !== 'ready').map(({ number }) => number);
  if (early.length > 0) return { kind: 'not_ready', numbers: early };
  if (settings.iban === '' || settings.payerName === '') return { kind: 'no_own_account' };
  return when.kind === 'on' && when.day < today ? { kind: 'too_early' } : null;
}

/**
 * The day the bank is asked to pay: never before today, and never while the banks are closed. What is due on such a day is
 * paid in time on the next bank day (see gældsbrevsloven § 5).
 */
export function executionDay(dueOn: Day, when: When, today: Day): Day {
  const wanted = when.kind === 'on' ? when.day : dueOn;
  return nextBankDay(wanted < today ? today : wanted);
}

/** What comes back on the statement: the payment's number, and which time it is sent. */
export function endToEndId(payment: Payment): string {
  return `GB-${String(payment.number).padStart(6, '0')}-${nextExport(payment)}`;
}

/** Slips are typed by hand until the bank has approved a file with them. */
export function isByHand(payment: Payment, { format, slipsInFile }: Pick<Settings, 'format' | 'slipsInFile'>): boolean {
  return destinationOf(payment).to.kind === 'slip' && format !== 'csv' && !slipsInFile;
}

export function filePayment(payment: Payment, executeOn: Day): FilePayment {
  const { to } = destinationOf(payment);
  if (to.kind === 'unknown') throw new Error(`Cannot send payment ${payment.id}: nobody knows where to`);
  return {
    endToEndId: endToEndId(payment),
    payee: payment.payee,
    to,
    amount: payment.amount,
    executeOn,
    invoiceNumber: payment.invoiceNumber,
    reference: payment.reference,
  };
}

export function batchFor(
  settings: Settings,
  batch: { readonly number: number; readonly madeAt: Date; readonly cvr: string | null },
  payments: readonly FilePayment[],
): Batch {
  return {
    id: `GBF-${String(batch.number).padStart(6, '0')}`,
    madeAt: batch.madeAt,
    debtor: {
      name: settings.payerName,
      cvr: batch.cvr,
      agreement: settings.agreement || null,
      iban: settings.iban,
      bic: settings.bic || null,
    },
    payments,
  };
}

/** A batch can be undone as long as nothing in it has left, or come back. */
export function mayUndo(batchId: Id<'payment_batch'>, payments: readonly Payment[]): boolean {
  return payments.every((payment) => {
    const live = liveExport(payment);
    return live?.batchId === batchId && !resultOf(payment, live, 'paid') && !resultOf(payment, live, 'bounced');
  });
}
