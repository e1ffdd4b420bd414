import type { Role } from '../../../../kernel/actor.ts';
import { type Day, yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, ZERO_ORE } from '../../../../kernel/money.ts';
import type { Payment } from './payment.ts';

export const FORMATS = ['csv', 'pain.001.001.03', 'pain.001.001.09'] as const;
export type Format = (typeof FORMATS)[number];

export const FIRST_ROLES = ['consultant', 'secretariat', 'finance'] as const satisfies readonly Role[];
export const SECOND_ROLES = ['secretariat', 'finance'] as const satisfies readonly Role[];

/** How an organisation pays. */
export interface Settings {
  readonly organisationId: Id<'organisation'>;
  /** 0: nobody has changed anything yet. */
  readonly number: number;
  /** Everybody who ever changed them: never the only one to approve, whoever changed something after them. */
  readonly changers: readonly Id<'person'>[];
  /** Up to this amount one person suffices, unless the account is new. Nought: always two. */
  readonly singleLimit: Ore;
  readonly firstRoles: readonly (typeof FIRST_ROLES)[number][];
  readonly secondRoles: readonly (typeof SECOND_ROLES)[number][];
  readonly payerName: string;
  /** Empty until somebody has written it in. */
  readonly iban: string;
  readonly bic: string;
  readonly agreement: string;
  readonly format: Format;
  /** FIK and giro in the bank's file. */
  readonly slipsInFile: boolean;
  readonly accountCoding: string;
  readonly keepYears: number;
  /** How many days back the rules look: for who stands behind an approver, and for what else the payee is paid. */
  readonly lookBackDays: number;
  /** The same as it holds now: a longer one goes on holding for its own days after somebody made it shorter. */
  readonly lookBack: number;
}

/** What somebody writes; the rest is found out. */
export type WrittenSettings = Omit<Settings, 'changers' | 'lookBack'>;

export const LEAST_LOOK_BACK = 7;
export const MOST_LOOK_BACK = 365;

/** Two people always; CSV, which every finance system reads; FIK by hand until the bank has tried a file. */
export const USUAL_SETTINGS: Omit<Settings, 'organisationId'> = {
  number: 0,
  changers: [],
  singleLimit: ZERO_ORE,
  firstRoles: FIRST_ROLES,
  secondRoles: SECOND_ROLES,
  payerName: '',
  iban: '',
  bic: '',
  agreement: '',
  format: 'csv',
  slipsInFile: false,
  accountCoding: '',
  // Bogføringsloven (lov 700/2022) § 12: five years from the end of the accounting year.
  keepYears: 5,
  lookBackDays: 30,
  lookBack: 30,
};

/** The last day on which the voucher must be kept: the end of a year, so many years after it was paid, or else due. */
export function keepUntil(
  { dueOn, results }: Pick<Payment, 'dueOn' | 'results'>,
  { keepYears }: Pick<Settings, 'keepYears'>,
): Day {
  const paid = results.findLast(({ result }) => result === 'paid');
  const year = yearOf(paid?.on ?? dueOn);
  return `${year + keepYears}-12-31` as Day;
}
