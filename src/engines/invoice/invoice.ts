import type { Day } from '../../kernel/day.ts';
import type { Ore } from '../../kernel/money.ts';
import type { Problem } from './problems.ts';

/**
 * What the bytes were: OIOUBL 2.x, Peppol BIS Billing 3, another UBL 2.1 profile, CII (UN/CEFACT Cross Industry
 * Invoice D16B), CII inside a PDF (Factur-X, ZUGFeRD 2), or a PDF without data, which a person must type.
 */
export type Format = 'oioubl' | 'peppol' | 'ubl' | 'cii' | 'factur-x' | 'pdf';

/** What `readInvoice` answers. Not even its problems throw: every input gives one of these. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly invoice: Invoice;
      readonly problems: readonly Problem[];
      /** BG-24 with its BT-125: documents that lie inside the XML, a PDF of the bill for example. Judge them as any upload. */
      readonly attachments: readonly Attachment[];
    }
  | {
      readonly kind: 'unreadable';
      readonly format: Format | null;
      readonly problems: readonly Problem[];
      /** What the first pages of a PDF without data say; empty for a scan, and for what is no PDF. */
      readonly text: string;
    };

/** A document inside an invoice, as its sender calls it; nothing of it has been looked at. */
export interface Attachment {
  /** '' when the sender gave it none. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * One invoice or credit note in the terms of EN 16931-1 (the BT and BG numbers), whichever format it came in.
 * Amounts are whole hundredths of `currency` (øre when it is DKK) and positive, also in a credit note. What the document
 * does not say is null.
 */
export interface Invoice {
  readonly format: Exclude<Format, 'pdf'>;
  readonly kind: 'invoice' | 'creditNote';
  /** BT-1. */
  readonly number: string | null;
  /** BT-2. */
  readonly issueDate: Day | null;
  /** BT-3, UNTDID 1001: 380 invoice, 381 credit note. OIOUBL credit notes have none. */
  readonly typeCode: string | null;
  /** BT-5, ISO 4217. */
  readonly currency: string | null;
  /** BT-9. */
  readonly dueDate: Day | null;
  /** BT-10, what the buyer asked to have written; in OIOUBL the person reference (buyer's Contact/ID). */
  readonly reference: string | null;
  /** BT-13. */
  readonly orderReference: string | null;
  /** BT-19. */
  readonly accountingCost: string | null;
  /** BT-20. */
  readonly paymentTerms: string | null;
  /** BT-22, several joined by line breaks. */
  readonly note: string | null;
  /** BT-24, the profile it says it follows. */
  readonly specification: string | null;
  /** BT-25, what a credit note credits. */
  readonly precedingInvoice: string | null;
  /** BT-72. */
  readonly deliveryDate: Day | null;
  /** BT-73, BT-74. */
  readonly period: { readonly from: Day | null; readonly until: Day | null } | null;
  /** BG-4. */
  readonly supplier: Party;
  /** BG-7. */
  readonly buyer: Party;
  /** BT-59, who is to have the money when it is not the supplier. */
  readonly payeeName: string | null;
  /** BG-16, in the order of the document; the first is the one to use. */
  readonly payments: readonly Payment[];
  /** BG-20 and BG-21. */
  readonly allowanceCharges: readonly AllowanceCharge[];
  /** BG-23. */
  readonly vat: readonly VatPart[];
  readonly totals: Totals;
  /** BG-25. */
  readonly lines: readonly Line[];
}

export interface Party {
  /** BT-27 or BT-28 (seller), BT-44 or BT-45 (buyer). */
  readonly name: string | null;
  /** Eight digits without DK, from wherever the format keeps it. */
  readonly cvr: string | null;
  /** Thirteen digits, from the endpoint or an identifier of that scheme. */
  readonly gln: string | null;
  /** BT-34, BT-49, as written. */
  readonly endpoint: Identifier | null;
  /** BT-29, BT-46. */
  readonly identifiers: readonly Identifier[];
  /** BT-30, BT-47. */
  readonly legalId: Identifier | null;
  /** BT-31, BT-48, as written. */
  readonly vatId: string | null;
  readonly hasAddress: boolean;
  /** BT-40, BT-55, ISO 3166-1. */
  readonly country: string | null;
  /** BT-42, BT-57, as written. */
  readonly phone: string | null;
  /** BT-43, BT-58, as written. */
  readonly email: string | null;
}

/** An identifier with the scheme that says what it is: `0184` or `DK:CVR`, `0088` or `GLN`; '' where CII demands one and none is there. */
export interface Identifier {
  readonly id: string;
  readonly scheme: string | null;
}

export interface Payment {
  /** BT-81, UNTDID 4461: 31, 42 bank account, 30, 58 credit transfer, 49, 59 direct debit, 50 giro, 93 FIK. */
  readonly means: string | null;
  /** BT-84 when it is an IBAN, without spaces. */
  readonly iban: string | null;
  /** BT-84 when it is not an IBAN. */
  readonly account: string | null;
  /** BT-86: the registration number of a Danish account, or the BIC. */
  readonly bank: string | null;
  readonly fik: SlipCode | null;
  readonly giro: SlipCode | null;
  /** BT-83, as written. */
  readonly remittance: string | null;
  /** BT-89. */
  readonly mandate: string | null;
  /** BT-91. */
  readonly debitedAccount: string | null;
}

/** What stands at the foot of a Danish payment slip: `+71<123456789012347+82345678<`. */
export interface SlipCode {
  /** FIK 71, 73, 75; giro 01, 04, 15. */
  readonly cardType: string | null;
  /** 15 digits (71), 16 (04, 15, 75) or none (01, 73). */
  readonly reference: string | null;
  /** The creditor number (FIK, 8 digits) or the giro account (7-8 digits). */
  readonly creditor: string | null;
}

export interface AllowanceCharge {
  readonly charge: boolean;
  /** BT-92, BT-99; on a line BT-136, BT-141. */
  readonly amount: Ore | null;
  /** BT-97, BT-104. */
  readonly reason: string | null;
  /** BT-98, BT-105. */
  readonly reasonCode: string | null;
}

export interface VatPart {
  /** BT-116. */
  readonly taxable: Ore | null;
  /** BT-117. */
  readonly amount: Ore | null;
  /** BT-118: S, Z, E, AE …; OIOUBL's words are turned into these. */
  readonly category: string | null;
  /** BT-119, percent as a decimal string: `25`, `12.5`. */
  readonly rate: string | null;
}

export interface Totals {
  /** BT-106. */
  readonly lines: Ore | null;
  /** BT-107. */
  readonly allowances: Ore | null;
  /** BT-108. */
  readonly charges: Ore | null;
  /** BT-109, without VAT. */
  readonly net: Ore | null;
  /** BT-110. */
  readonly vat: Ore | null;
  /** BT-112, with VAT. */
  readonly gross: Ore | null;
  /** BT-113. */
  readonly paid: Ore | null;
  /** BT-114. */
  readonly rounding: Ore | null;
  /** BT-115. */
  readonly payable: Ore | null;
}

export interface Line {
  /** BT-126. */
  readonly id: string | null;
  /** BT-153. */
  readonly name: string | null;
  /** BT-129, a decimal string. */
  readonly quantity: string | null;
  /** BT-130, UN/ECE Recommendation 20. */
  readonly unit: string | null;
  /** BT-146, a decimal string with two decimals or more. */
  readonly price: string | null;
  /** BT-149, how many units the price is for. */
  readonly priceQuantity: string | null;
  /** BT-131. */
  readonly net: Ore | null;
  /** BG-27 and BG-28. */
  readonly allowanceCharges: readonly AllowanceCharge[];
  /** BT-151, UNCL 5305. */
  readonly vatCategory: string | null;
  /** BT-152, percent as a decimal string. */
  readonly vatRate: string | null;
  /** BT-158. */
  readonly classifications: readonly { readonly list: string | null; readonly version: string | null }[];
}
