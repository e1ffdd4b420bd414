import type { Channel } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { Outcome } from './check.ts';
import type { Facts } from './facts.ts';

/** Where it stands: what became of it last, unless that was taken back. `untyped`: nobody has read the photo yet. */
export type InvoiceStatus = 'untyped' | 'waiting' | Outcome;

/** How it reached us. */
export type Way = 'staff' | 'public' | 'typed' | 'mail' | 'folder';
export type InvoiceFormat = 'oioubl' | 'peppol' | 'ubl' | 'cii' | 'factur-x' | 'pdf' | 'picture' | 'typed';

export interface Sender {
  /** Lower case; null when nobody said. */
  readonly email: string | null;
  /** What they wrote beside it, the reference perhaps. */
  readonly words: string;
}
export const NO_SENDER: Sender = { email: null, words: '' };

export interface NewInvoice {
  readonly way: Way;
  readonly format: InvoiceFormat;
  readonly fileId: Id<'file'> | null;
  /** SHA-256 of the bytes as sent. */
  readonly content: Buffer | null;
  /** What came beside the file and shows the same bill to the eye. */
  readonly picture: { readonly fileId: Id<'file'>; readonly content: Buffer } | null;
  readonly deliveryId: Id<'invoice_delivery'> | null;
  readonly sender: Sender;
  readonly facts: Facts | null;
}

/** One invoice with the match and the outcome that hold. */
export interface InvoiceRow {
  readonly id: Id<'invoice'>;
  readonly way: Way;
  readonly format: InvoiceFormat;
  readonly version: number;
  readonly number: string;
  readonly on: Day;
  readonly fileId: Id<'file'> | null;
  readonly content: Buffer | null;
  readonly pictureId: Id<'file'> | null;
  readonly pictureContent: Buffer | null;
  readonly senderEmail: string | null;
  readonly senderWords: string;
  readonly receivedBy: Id<'person'> | null;
  readonly typedBy: Id<'person'> | null;
  readonly channel: Channel;
  readonly supplierName: string;
  readonly amount: Ore | null;
  readonly facts: Facts | null;
  readonly status: InvoiceStatus;
  /** The case that it belongs to; null while nobody has found one. */
  readonly applicationId: Id<'fund_application'> | null;
  readonly title: string | null;
  readonly score: number | null;
  readonly reasons: readonly string[];
  readonly chosenBy: Id<'person'> | null;
  readonly outcomeId: Id<'invoice_outcome'> | null;
  readonly result: Outcome | null;
  readonly claimId: Id<'fund_claim'> | null;
  readonly claimed: Ore | null;
  readonly pay: Ore | null;
  readonly part: boolean | null;
  readonly words: string | null;
  readonly warnings: readonly string[] | null;
  readonly decidedBy: Id<'person'> | null;
  readonly decidedOn: Day | null;
}

/** One line of the list. */
export type InvoiceCard = Pick<
  InvoiceRow,
  'id' | 'number' | 'on' | 'supplierName' | 'amount' | 'status' | 'title' | 'way' | 'pay'
> & { readonly facts: Pick<Facts, 'kind'> | null };

export const INVOICES_A_PAGE = 50;

/** Where an invoice lies: what waits, what of it has no commitment, what is to be paid, what went back or was rejected. */
export const SHELVES = ['waiting', 'unmatched', 'accepted', 'returned', 'all'] as const;
export type Shelf = (typeof SHELVES)[number];

/** Facts are typed in where the file holds none that a program can read. */
export function mayBeTyped(invoice: Pick<InvoiceRow, 'format' | 'result'>): boolean {
  return invoice.result === null && TYPED.includes(invoice.format);
}
const TYPED: readonly InvoiceFormat[] = ['pdf', 'picture', 'typed'];

/** The largest file that is taken, in bytes. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** The largest mail, with all its attachments as mail writes them. */
export const MAIL_MOST_BYTES = 30 * 1024 * 1024;

/** A few fit in one mail; the rest is asked to come in another. */
export const MOST_IN_A_MAIL = 20;

/** One answer that an invoice got, its letter where it went back, and who took it back. */
export interface History {
  readonly id: Id<'invoice_outcome'>;
  readonly result: Outcome;
  readonly words: string;
  readonly on: Day;
  readonly by: Id<'person'>;
  readonly pay: Ore | null;
  readonly part: boolean;
  readonly undoneOn: Day | null;
  readonly undoneBy: Id<'person'> | null;
  readonly undoneWords: string | null;
  readonly letterId: Id<'invoice_letter'> | null;
  readonly address: string | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly sentAt: Date | null;
  readonly failed: string | null;
}
