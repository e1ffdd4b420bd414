import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { PaymentFacts } from './facts.ts';

/** An accepted invoice, as those who pay need it. */
export interface AcceptedInvoice {
  readonly invoiceId: Id<'invoice'>;
  readonly claimId: Id<'fund_claim'>;
  readonly applicationId: Id<'fund_application'>;
  readonly kind: 'invoice' | 'creditNote';
  readonly supplier: { readonly name: string; readonly cvr: string | null };
  /** As the supplier numbers it. */
  readonly number: string;
  /** The invoice that a credit note takes back. */
  readonly precedingInvoice: string | null;
  readonly issueDate: Day | null;
  readonly dueDate: Day | null;
  /** What leaves the bank; below nought for a credit note. */
  readonly amount: Ore;
  /** What the fund set aside: differs where it counts without VAT. */
  readonly claimed: Ore;
  /** Only up to the commitment; the supplier asked for more. */
  readonly part: boolean;
  /** Where to; null for a credit note that names no place. */
  readonly payment: PaymentFacts | null;
  readonly acceptedBy: Id<'person'>;
  readonly acceptedOn: Day;
  /** Everybody who answered a warning, typed it in or accepted it. */
  readonly handlers: readonly Id<'person'>[];
  readonly fileId: Id<'file'> | null;
  /** What came beside that file and shows the same bill to the eye. */
  readonly pictureId: Id<'file'> | null;
  /** Codes of what was answered or worth a look: `bank_changed`. */
  readonly warnings: readonly string[];
  /** The reason for a private outlay; null for an invoice. */
  readonly outlay: string | null;
}
