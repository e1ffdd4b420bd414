import { danishIban, isKroneIban, plainIban } from '../../../../engines/payment-file/accounts.ts';
import type { CardType } from '../../../../engines/payment-file/batch.ts';
import { CARD_TYPES } from '../../../../engines/payment-file/batch.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { commitmentById } from '../../fund/public.ts';
import { type AcceptedInvoice, supplierKey } from '../../invoices/public.ts';
import { type Place, placeKey, statusOf } from '../rules/payment.ts';
import { insertDestination, insertPayment, insertStop } from '../store/changes.ts';
import { lastPlaceOf, paymentOfInvoice } from '../store/payments.ts';
import { lockPayment, moveTurns, write } from './writing.ts';

/** An invoice was accepted: from now on it waits to be paid. Called in the transaction that accepts it. */
export async function openPayment(tx: TenantDb, invoice: AcceptedInvoice): Promise<void> {
  const commitment = await commitmentById(tx, invoice.applicationId);
  if (!commitment) throw new Error(`Cannot pay invoice ${invoice.invoiceId}: nothing was promised`);
  const payeeKey = supplierKey(invoice.supplier);
  const { id } = await insertPayment(tx, {
    organisationId: commitment.organisationId,
    invoiceId: invoice.invoiceId,
    claimId: invoice.claimId,
    applicationId: invoice.applicationId,
    initiativeId: commitment.initiativeId,
    payee: invoice.supplier.name,
    payeeKey,
    invoiceNumber: invoice.number,
    reference: commitment.reference,
    amount: invoice.amount,
    dueOn: invoice.dueDate ?? tx.today,
    acceptedBy: invoice.acceptedBy,
  });
  const to = placeOf(invoice.payment);
  const last = payeeKey ? await lastPlaceOf(tx, payeeKey) : null;
  // Where we never paid this payee before is as new as another place than last time: two people look.
  const isNew = invoice.amount > 0 && last !== placeKey(to);
  const changed = invoice.warnings.includes('bank_changed') || isNew;
  await insertDestination(tx, id, { number: 1, to, changed, typedBy: null, words: '' });
  await moveTurns(tx, id);
}

/**
 * The invoice is not to be paid after all. Refused once it is on its way to the bank. Ask before the claim is let go, so
 * that payments are always held before the fund.
 */
export async function stopPayment(tx: TenantDb, invoiceId: Id<'invoice'>): Promise<Outcome<null, 'exported'>> {
  const id = await paymentOfInvoice(tx, invoiceId);
  if (!id) return ok(null);
  const payment = await lockPayment(tx, id);
  const status = statusOf(payment);
  if (status === 'exported' || status === 'paid') return refused('exported');
  if (status === 'stopped') return ok(null);
  await insertStop(tx, id);
  write(tx, payment, 'stopped');
  await moveTurns(tx, id);
  return ok(null);
}

/** Where the invoice says that the money goes, if kroner can be sent there. */
export function placeOf(payment: AcceptedInvoice['payment']): Place {
  if (!payment) return { kind: 'unknown' };
  const { iban, account, fik } = payment;
  const written = iban ? plainIban(iban) : account ? danishIban(account.reg, account.number) : null;
  if (written && isKroneIban(written)) return { kind: 'account', iban: written };
  const cardType = CARD_TYPES.find((one): one is CardType => one === fik?.kind);
  return fik && cardType
    ? { kind: 'slip', cardType, reference: fik.reference || null, creditor: fik.creditor }
    : { kind: 'unknown' };
}
