import type { Invoice, Party, Payment } from '../../../../engines/invoice/invoice.ts';
import type { Problem } from '../../../../engines/invoice/problems.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Ore } from '../../../../kernel/money.ts';

/** What an invoice says, as far as it matters here: read from the supplier's file, or typed in by a person. */
export interface Facts {
  readonly kind: 'invoice' | 'creditNote';
  readonly number: string | null;
  readonly issueDate: Day | null;
  readonly dueDate: Day | null;
  readonly currency: string | null;
  /** What the supplier was asked to write, and the order; the reference of the commitment stands in one of them. */
  readonly reference: string | null;
  readonly orderReference: string | null;
  readonly note: string | null;
  /** The invoice that a credit note takes back. */
  readonly precedingInvoice: string | null;
  readonly deliveryFrom: Day | null;
  readonly deliveryUntil: Day | null;
  readonly supplier: {
    readonly name: string | null;
    readonly cvr: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  };
  readonly buyer: { readonly name: string | null; readonly cvr: string | null; readonly gln: string | null };
  /** Without VAT, the VAT, and what is to be paid. Positive in credit notes too. */
  readonly net: Ore | null;
  readonly vat: Ore | null;
  readonly payable: Ore | null;
  readonly payment: PaymentFacts | null;
  readonly lines: readonly FactLine[];
  /** A person paid in a shop and wants the money back; why. Null for invoices. */
  readonly outlay: string | null;
  /** What the reading of the document found. */
  readonly faults: readonly Pick<Problem, 'code' | 'severity' | 'message'>[];
}

export interface FactLine {
  readonly name: string;
  readonly quantity: string | null;
  readonly net: Ore | null;
}

/** Where the money goes: exactly one of the last three. */
export interface PaymentFacts {
  /** UNTDID 4461; null when it was typed. */
  readonly means: string | null;
  readonly iban: string | null;
  readonly account: { readonly reg: string; readonly number: string } | null;
  /** A payment slip. `kind` 71, 73, 75 (FIK), or 01, 04, 15 (giro). */
  readonly fik: { readonly kind: string; readonly reference: string | null; readonly creditor: string } | null;
}

export const NO_FACTS: Facts = {
  kind: 'invoice',
  number: null,
  issueDate: null,
  dueDate: null,
  currency: 'DKK',
  reference: null,
  orderReference: null,
  note: null,
  precedingInvoice: null,
  deliveryFrom: null,
  deliveryUntil: null,
  supplier: { name: null, cvr: null, email: null, phone: null },
  buyer: { name: null, cvr: null, gln: null },
  net: null,
  vat: null,
  payable: null,
  payment: null,
  lines: [],
  outlay: null,
  faults: [],
};

/** What an e-invoice says. */
export function factsOf(invoice: Invoice, problems: readonly Problem[]): Facts {
  const { net, vat, payable } = invoice.totals;
  return {
    kind: invoice.kind,
    number: invoice.number,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    currency: invoice.currency,
    reference: invoice.reference,
    orderReference: invoice.orderReference,
    note: invoice.note,
    precedingInvoice: invoice.precedingInvoice,
    deliveryFrom: invoice.deliveryDate ?? invoice.period?.from ?? null,
    deliveryUntil: invoice.deliveryDate ?? invoice.period?.until ?? null,
    supplier: supplierOf(invoice.supplier),
    buyer: { name: invoice.buyer.name, cvr: invoice.buyer.cvr, gln: invoice.buyer.gln },
    net,
    vat,
    payable,
    payment: invoice.payments.map(paymentOf).find((one) => one !== null) ?? null,
    lines: invoice.lines.map((line) => ({ name: line.name ?? '', quantity: line.quantity, net: line.net })),
    outlay: null,
    faults: problems.map(({ code, severity, message }) => ({ code, severity, message })),
  };
}

function supplierOf({ name, cvr, email, phone }: Party): Facts['supplier'] {
  return { name, cvr, email: email?.toLowerCase() ?? null, phone };
}

function paymentOf({ means, iban, account, bank, fik, giro }: Payment): PaymentFacts | null {
  if (iban) return { means, iban, account: null, fik: null };
  const slip = fik ?? giro;
  if (slip?.cardType && slip.creditor) {
    return { means, iban: null, account: null, fik: { ...slip, kind: slip.cardType, creditor: slip.creditor } };
  }
  if (account && bank) return { means, iban: null, account: { reg: bank, number: account }, fik: null };
  return null;
}

/** Names and numbers without case, accents and signs, so that "Garn & Tråd ApS" and "garn og tråd aps" meet. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll('&', ' og ')
    .replace(/\b(?:aps|a\/s|as|ivs|i\/s|k\/s|v\/)(?=\W|$)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same supplier has the same key: the company number, else the name. Null when neither stands there. */
export function supplierKey({ cvr, name }: Facts['supplier']): string | null {
  if (cvr) return `cvr:${cvr}`;
  return name && plain(name) !== '' ? `name:${plain(name)}` : null;
}

/** "2026-117" and "2026 117" are one number; so are "0117" and "117". */
export function numberKey(number: string | null): string {
  return (number ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '');
}

/** The same place for the money has the same key, however it is written. The reference on a slip is not part of it. */
export function paymentKey(payment: PaymentFacts | null): string | null {
  if (!payment) return null;
  const { iban, account, fik } = payment;
  if (fik) return `fik:${fik.kind}:${digits(fik.creditor)}`;
  if (account) return danish(account.reg, account.number);
  const inside = /^DK\d{2}(\d{4})(\d{10})$/.exec(iban ?? '');
  return inside ? danish(inside[1] ?? '', inside[2] ?? '') : iban && `iban:${iban}`;
}

function danish(reg: string, number: string): string {
  return `dk:${digits(reg).padStart(4, '0')}:${digits(number).replace(/^0+/, '')}`;
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

/** Everything in which a supplier may have written the reference. */
export function referenceTexts(facts: Facts, senderWords: string): string {
  return [facts.reference, facts.orderReference, facts.note, senderWords].filter(Boolean).join('\n');
}
