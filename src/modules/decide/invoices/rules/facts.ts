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
  readonly faults: readonly (Pick<Problem, 'severity' | 'message'> & { readonly code: string })[];
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

/**
 * What an e-invoice says. Whoever wrote it may write as much as they like; what is kept of it fits on a page and in an
 * index, and is text that a database takes.
 */
export function factsOf(invoice: Invoice, problems: readonly Problem[]): Facts {
  const { net, vat, payable } = invoice.totals;
  return {
    kind: invoice.kind,
    number: atMost(MOST.number, invoice.number),
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    currency: atMost(MOST.number, invoice.currency),
    reference: atMost(MOST.name, invoice.reference),
    orderReference: atMost(MOST.name, invoice.orderReference),
    note: atMost(MOST.note, invoice.note),
    precedingInvoice: atMost(MOST.number, invoice.precedingInvoice),
    deliveryFrom: invoice.deliveryDate ?? invoice.period?.from ?? null,
    deliveryUntil: invoice.deliveryDate ?? invoice.period?.until ?? null,
    supplier: supplierOf(invoice.supplier),
    buyer: {
      name: atMost(MOST.name, invoice.buyer.name),
      cvr: atMost(MOST.number, invoice.buyer.cvr),
      gln: atMost(MOST.number, invoice.buyer.gln),
    },
    net,
    vat,
    payable,
    payment: invoice.payments.map(paymentOf).find((one) => one !== null) ?? null,
    lines: invoice.lines.slice(0, MOST.lines).map(({ name, quantity, net: own }) => ({
      name: atMost(MOST.name, name) ?? '',
      quantity: atMost(MOST.number, quantity),
      net: own,
    })),
    outlay: null,
    faults: [...(invoice.lines.length > MOST.lines ? [TOO_MANY_LINES] : []), ...problems]
      .slice(0, MOST.faults)
      .map(({ code, severity, message: { da, en } }) => ({
        code,
        severity,
        message: { da: atMost(MOST.note, da), en: atMost(MOST.note, en) },
      })),
  };
}

const MOST = { number: 60, name: 200, note: 2000, lines: 1000, faults: 50 } as const;

/** What stands below is not looked through for gift cards, so a person does it. */
const TOO_MANY_LINES: Facts['faults'][number] = {
  code: 'LINES',
  severity: 'error',
  message: {
    da: `Fakturaen har flere end ${MOST.lines} linjer. Se selv resten igennem.`,
    en: `The invoice has more than ${MOST.lines} lines. Look through the rest yourself.`,
  },
};

/** Cut between two letters: half a letter is none that can be kept. */
function atMost<Text extends string | null>(most: number, text: Text): Text {
  return (text?.slice(0, most).toWellFormed() ?? null) as Text;
}

function supplierOf({ name, cvr, email, phone }: Party): Facts['supplier'] {
  return {
    name: atMost(MOST.name, name),
    cvr: atMost(MOST.number, cvr),
    email: atMost(MOST.name, email)?.toLowerCase() ?? null,
    phone: atMost(MOST.number, phone),
  };
}

function paymentOf({ means, iban, account, bank, fik, giro }: Payment): PaymentFacts | null {
  if (iban) return { means, iban, account: null, fik: null };
  const slip = fik ?? giro;
  if (slip?.cardType && slip.creditor) {
    return { means, iban: null, account: null, fik: { ...slip, kind: slip.cardType, creditor: slip.creditor } };
  }
  if (account && bank) {
    const place = { reg: atMost(MOST.number, bank), number: atMost(MOST.number, account) };
    return { means, iban: null, account: place, fik: null };
  }
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
export function supplierKey({ cvr, name }: Pick<Facts['supplier'], 'cvr' | 'name'>): string | null {
  if (cvr) return `cvr:${cvr}`;
  // Putting signs in their plain form can make a short name long.
  return name && plain(name) !== '' ? `name:${plain(name)}`.slice(0, 2 * MOST.name) : null;
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
