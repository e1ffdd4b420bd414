import type { CardType } from '../../../../engines/payment-file/batch.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';

export type PaymentId = Id<'payment'>;

/** One accepted invoice on its way to be paid, with everything that has happened to it. */
export interface Payment {
  readonly id: PaymentId;
  /** Its voucher number in this house. */
  readonly number: number;
  /** Whose money it is. */
  readonly organisationId: Id<'organisation'>;
  readonly invoiceId: Id<'invoice'>;
  readonly claimId: Id<'fund_claim'>;
  readonly applicationId: Id<'fund_application'>;
  readonly initiativeId: Id<'initiative'> | null;
  readonly payee: string;
  /** The same payee has the same key; null where the invoice does not say who it is. */
  readonly payeeKey: string | null;
  readonly invoiceNumber: string;
  /** "P-0007". */
  readonly reference: string;
  /** Below nought: a credit note, whose money is to come. */
  readonly amount: Ore;
  readonly dueOn: Day;
  readonly acceptedBy: Id<'person'> | null;
  readonly openedAt: Date;
  /** Oldest first; the last holds. */
  readonly destinations: readonly Destination[];
  readonly approvals: readonly Approval[];
  readonly exports: readonly Export[];
  readonly results: readonly Result[];
  readonly stoppedOn: Day | null;
}

/** Where the money goes. `unknown`: the invoice does not say, and somebody has to find out. */
export type Place =
  | { readonly kind: 'account'; readonly iban: string }
  | {
      readonly kind: 'slip';
      readonly cardType: CardType;
      readonly reference: string | null;
      readonly creditor: string;
    }
  | { readonly kind: 'unknown' };

export interface Destination {
  readonly number: number;
  readonly to: Place;
  /** Not where the same payee's money went the last time. */
  readonly changed: boolean;
  /** Who wrote it by hand; null when it stood in the supplier's file. */
  readonly typedBy: Id<'person'> | null;
  readonly words: string;
  readonly on: Day;
}

export interface Approval {
  readonly destination: number;
  readonly round: number;
  /** SHA-256 in hex of what was approved. */
  readonly digest: string;
  readonly step: 1 | 2;
  /** The last that was needed. */
  readonly completes: boolean;
  readonly by: Id<'person'>;
  readonly at: Date;
}

export interface Export {
  readonly id: Id<'payment_export'>;
  readonly batchId: Id<'payment_batch'>;
  readonly batchNumber: number;
  readonly round: number;
  readonly endToEndId: string;
  readonly executeOn: Day;
  /** It is typed into the bank by hand. */
  readonly byHand: boolean;
  readonly madeAt: Date;
  readonly madeBy: Id<'person'>;
  /** The day the file was taken back. */
  readonly undone: { readonly on: Day } | null;
}

export interface Result {
  readonly exportId: Id<'payment_export'> | null;
  readonly result: 'paid' | 'bounced';
  readonly on: Day;
  readonly source: Source;
  /** Why it bounced. */
  readonly words: string;
  readonly by: Id<'person'> | null;
}

export const SOURCES = ['hand', 'csv', 'pain.002', 'camt.053', 'camt.054'] as const;
export type Source = (typeof SOURCES)[number];

export const STATUSES = [
  'bounced',
  'waiting_first',
  'waiting_second',
  'ready',
  'exported',
  'awaited',
  'paid',
  'stopped',
] as const;
/** `awaited`: the money of a credit note is to come. `paid`: it left, or it came. */
export type Status = (typeof STATUSES)[number];

/** Where it stands, read from its rows. The database keeps the same reading for lists (`payment_standing`). */
export function statusOf(payment: Payment): Status {
  if (payment.stoppedOn !== null) return 'stopped';
  if (payment.amount < 0) return payment.results.some(({ result }) => result === 'paid') ? 'paid' : 'awaited';
  const live = liveExport(payment);
  if (live && !hasBounced(payment, live)) return resultOf(payment, live, 'paid') ? 'paid' : 'exported';
  const approvals = currentApprovals(payment);
  if (approvals.some(({ completes }) => completes)) return 'ready';
  if (approvals.length > 0) return 'waiting_second';
  return live ? 'bounced' : 'waiting_first';
}

/** The destination that holds now. */
export function destinationOf({ id, destinations }: Payment): Destination {
  const last = destinations.at(-1);
  if (!last) throw new Error(`Cannot pay payment ${id}: it has no destination`);
  return last;
}

/** Which round of approvals it is in: each bounce begins another. */
export function roundOf({ results }: Payment): number {
  return 1 + results.filter(({ result }) => result === 'bounced').length;
}

/** The approvals that count: of the account and the round that hold now. */
export function currentApprovals(payment: Payment): readonly Approval[] {
  const { number } = destinationOf(payment);
  const round = roundOf(payment);
  return payment.approvals.filter((one) => one.destination === number && one.round === round);
}

/** The last file that took it out and was not undone. */
export function liveExport({ exports }: Payment): Export | null {
  return exports.findLast(({ undone }) => undone === null) ?? null;
}

/** How often it has been sent out, undone or bounced: the next is one more. */
export function nextExport({ exports }: Payment): number {
  return 1 + exports.length;
}

export function resultOf(payment: Payment, { id }: Pick<Export, 'id'>, kind: Result['result']): Result | null {
  return payment.results.find(({ exportId, result }) => exportId === id && result === kind) ?? null;
}

function hasBounced(payment: Payment, one: Export): boolean {
  return resultOf(payment, one, 'bounced') !== null;
}

/**
 * What an approval is given to, in words that a digest is taken of. Whatever of it changes afterwards, the approval does not
 * hold for.
 */
export function approvedWords(payment: Payment): string {
  const { to } = destinationOf(payment);
  const place =
    to.kind === 'account'
      ? to.iban
      : to.kind === 'slip'
        ? `${to.cardType}<${to.reference ?? ''}+${to.creditor}`
        : 'unknown';
  return [
    payment.id,
    payment.claimId,
    roundOf(payment),
    payment.payee,
    payment.invoiceNumber,
    payment.amount,
    place,
  ].join('\n');
}

/** The same place has the same key, however it is written. The reference on a slip is not part of it. */
export function placeKey(to: Place): string | null {
  if (to.kind === 'account') return to.iban;
  return to.kind === 'slip' ? `${to.cardType}+${to.creditor}` : null;
}
