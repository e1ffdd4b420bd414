import type { Day } from '../../../../kernel/day.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import { type Check, found } from './check.ts';
import { type Facts, paymentKey } from './facts.ts';
import type { Promised } from './matching.ts';
import { buyerCheck, type Involved, issuerCheck, type Us } from './parties.ts';

/** Everything that the rules look at. */
export interface Scene {
  readonly facts: Facts;
  readonly today: Day;
  readonly us: Us;
  readonly commitment: (Promised & { readonly closed: boolean }) | null;
  readonly policy: { readonly includesVat: boolean; readonly allowsOutlays: boolean };
  readonly involved: readonly Involved[];
  /**
   * Another that is waiting or accepted: with this supplier, number and amount, or the very same file. `alike`: with the
   * number, of a supplier of that name, for another amount or without company number.
   */
  readonly duplicate: 'number' | 'file' | 'alike' | null;
  /** Where this supplier's money went last time; null when this is the first. */
  readonly lastPayment: string | null;
  /** Places that are our own, which we pay from. */
  readonly ownAccounts: readonly string[];
  /** Places that got money for private outlays: a supplier who has one of them is no third party. */
  readonly privatePayments: readonly string[];
  /** What a credit note takes back: on this commitment, and how much of it is still to be taken back. */
  readonly credited: { readonly applicationId: string; readonly left: Ore } | null;
  readonly hasFile: boolean;
}

/** Every rule with what was found, in the order of RULES. */
export function checksOf(scene: Scene): readonly Check[] {
  const { facts, us, involved, hasFile } = scene;
  const outlay = facts.outlay !== null;
  return [
    documentCheck(facts, hasFile),
    // A shop's receipt names no buyer, and the money goes to the one who paid: other rules hold for an outlay.
    ...(outlay ? [outlayCheck(scene)] : [buyerCheck(facts, us), issuerCheck(facts, us, involved)]),
    commitmentCheck(scene),
    issuedCheck(scene),
    deliveredCheck(scene),
    amountCheck(scene),
    duplicateCheck(scene),
    currencyCheck(facts),
    ...(facts.kind === 'creditNote' ? [creditCheck(scene)] : [bankCheck(scene)]),
    ...(facts.lines.some((line) => CASH_LIKE.test(line.name)) ? [found('cash_like', 'cash_like')] : []),
  ];
}

const CASH_LIKE = /gavekort|gift ?card|kontant(?:er|beløb)/i;

/** What somebody typed without a picture of it is a bill that nobody else can see: those who approve the payment hear of it. */
function documentCheck(facts: Facts, hasFile: boolean): Check {
  if (!facts.number && facts.outlay === null) return found('document', 'number_missing');
  if (facts.faults.some(({ severity }) => severity === 'error')) return found('document', 'document_errors');
  if (!hasFile) return found('document', 'document_unseen');
  return found('document', facts.faults.length > 0 ? 'document_warnings' : 'document_ok');
}

function outlayCheck({ policy, hasFile }: Scene): Check {
  if (!policy.allowsOutlays) return found('outlay', 'outlay_closed');
  return found('outlay', hasFile ? 'outlay_ok' : 'outlay_without_receipt');
}

function commitmentCheck({ commitment }: Scene): Check {
  if (!commitment) return found('commitment', 'commitment_missing');
  const { reference: name, committedOn: day } = commitment;
  return found('commitment', commitment.closed ? 'commitment_closed' : 'commitment_ok', { name, day });
}

/** A bill may be dated before the promise by mistake or as an offer; what counts is when it was delivered. */
function issuedCheck({ facts: { issueDate }, commitment, today }: Scene): Check {
  if (!issueDate) return found('issued', 'issued_unknown');
  if (issueDate > today) return found('issued', 'issued_in_future', { day: issueDate });
  const early = commitment !== null && issueDate < commitment.committedOn;
  return found('issued', early ? 'issued_before_commitment' : 'issued_ok', { day: issueDate });
}

function deliveredCheck({ facts, commitment }: Scene): Check {
  const rule = 'delivered';
  const from = facts.deliveryFrom ?? facts.deliveryUntil;
  const until = facts.deliveryUntil ?? from;
  if (!from || !until) return found(rule, 'delivered_unknown');
  if (commitment && from < commitment.committedOn) {
    return found(rule, 'delivered_before_commitment', { day: from });
  }
  if (commitment && until > commitment.expiresOn) return found(rule, 'delivered_after_expiry', { day: until });
  const end = commitment && (commitment.endsOn ?? commitment.startsOn);
  return found(rule, end && until > end ? 'delivered_after_activity' : 'delivered_ok', { day: until });
}

/**
 * What the fund counts of an invoice: with VAT or without, as its policy says. Null when it does not stand there. Without
 * VAT it is no less than four fifths of what is to be paid, whatever the invoice says: more VAT than 25 % there is not
 * (momsloven § 33), and the rest would be paid out of nobody's money.
 */
export function countedOf({ net, payable }: Facts, policy: Scene['policy']): Ore | null {
  if (policy.includesVat || net === null || payable === null) return payable;
  return toOre(Math.max(net, Math.floor((payable * 4) / 5)));
}

function amountCheck({ facts, commitment, policy }: Scene): Check {
  const amount = countedOf(facts, policy);
  if (amount === null || amount <= 0 || facts.payable === null || facts.payable <= 0) {
    return found('amount', 'amount_missing');
  }
  if (facts.kind === 'creditNote' || !commitment) return found('amount', 'amount_ok', { amount });
  const { remaining } = commitment;
  if (remaining <= 0) return found('amount', 'nothing_remains', { amount });
  return found('amount', amount > remaining ? 'over_remaining' : 'amount_ok', { amount, other: remaining });
}

function duplicateCheck({ duplicate }: Scene): Check {
  return found('duplicate', duplicate === null ? 'duplicate_ok' : `duplicate_${duplicate}`);
}

function currencyCheck({ currency }: Facts): Check {
  return found('currency', currency === 'DKK' ? 'currency_ok' : 'currency_other', { name: currency ?? '?' });
}

function creditCheck({ facts, credited, commitment }: Scene): Check {
  const name = facts.precedingInvoice ?? '';
  if (!credited) return found('credit', 'credit_unknown', { name });
  if (commitment && commitment.applicationId !== credited.applicationId) {
    return found('credit', 'credit_elsewhere', { name });
  }
  const over = facts.payable !== null && facts.payable > credited.left;
  return found('credit', over ? 'credit_over' : 'credit_ok', { name, other: credited.left });
}

/** Somebody who changes where the money goes is the oldest fraud there is: it is asked about every time. */
function bankCheck({ facts, lastPayment, ownAccounts, privatePayments }: Scene): Check {
  const key = paymentKey(facts.payment);
  if (!key) return found('bank', 'bank_missing');
  // Typed from the wrong end of the paper, or a direct debit that says where it takes the money: it would pay nobody.
  if (ownAccounts.includes(key)) return found('bank', 'bank_ours');
  if (facts.outlay === null && privatePayments.includes(key)) return found('bank', 'bank_of_applicant');
  if (lastPayment === null) return found('bank', 'bank_first');
  return found('bank', key === lastPayment ? 'bank_ok' : 'bank_changed');
}

/** What a supplier can be told at once: what the document itself lacks. Nothing that tells of the case. */
export function documentChecks(facts: Facts, us: Us): Check[] {
  if (facts.outlay !== null) return [];
  const payable = facts.payable !== null && facts.payable > 0;
  return [
    documentCheck(facts, true),
    buyerCheck(facts, us),
    payable ? found('amount', 'amount_ok') : found('amount', 'amount_missing'),
    currencyCheck(facts),
    ...(facts.kind === 'invoice' && !paymentKey(facts.payment) ? [found('bank', 'bank_missing')] : []),
  ].filter(({ severity }) => severity === 'stop' || severity === 'answer');
}
