import type { Day } from '../../kernel/day.ts';
import type { Ore } from '../../kernel/money.ts';

/** What one file asks the bank to pay: DKK from one account, all of it or nothing. */
export interface Batch {
  /** Unique for ever; at most 29 of `A-Z a-z 0-9 -`, so that a part number fits after it. */
  readonly id: string;
  /** When the file was made: an instant, written as UTC. */
  readonly madeAt: Date;
  readonly debtor: Debtor;
  readonly payments: readonly Payment[];
}

/** Who pays. */
export interface Debtor {
  readonly name: string;
  /** Eight digits, or null. */
  readonly cvr: string | null;
  /** The customer number that the bank's agreement gives; wins over the CVR number. */
  readonly agreement: string | null;
  readonly iban: string;
  /** Eight or eleven characters; null lets the bank know itself by the account. */
  readonly bic: string | null;
}

export interface Payment {
  /** Comes back on the statement; unique for ever; at most 35 of `A-Z a-z 0-9 -`. */
  readonly endToEndId: string;
  readonly payee: string;
  readonly to: Destination;
  /** Whole øre, above nought. */
  readonly amount: Ore;
  readonly executeOn: Day;
  /** What the payee is told: their own invoice number, and our reference. */
  readonly invoiceNumber: string;
  readonly reference: string;
}

/** Where money goes: an account, or a Danish payment slip (FIK 71, 73, 75; giro 01, 04, 15). */
export type Destination =
  | { readonly kind: 'account'; readonly iban: string }
  | {
      readonly kind: 'slip';
      readonly cardType: CardType;
      /** 15 digits (71), 16 (04, 15, 75) or null (01, 73). */
      readonly reference: string | null;
      /** Creditor number of eight digits, or giro account of seven or eight. */
      readonly creditor: string;
    };

export const CARD_TYPES = ['71', '73', '75', '01', '04', '15'] as const;
export type CardType = (typeof CARD_TYPES)[number];

/** Which slips carry a reference, and how long. */
export const REFERENCE_DIGITS: Readonly<Record<CardType, number>> = {
  '71': 15,
  '73': 0,
  '75': 16,
  '01': 0,
  '04': 16,
  '15': 16,
};

/** The most that one transfer may be: twelve digits before the øre would not fit every bank. */
export const MOST_ORE = 99_999_999_999;
export const LONGEST_ID = 35;
export const LONGEST_NAME = 70;
export const LONGEST_MESSAGE = 140;
