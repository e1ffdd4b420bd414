import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';

/** The rules before payment, in the order in which a bookkeeper looks. Each has one finding. */
export const RULES = [
  'document',
  'buyer',
  'issuer',
  'commitment',
  'issued',
  'delivered',
  'amount',
  'duplicate',
  'currency',
  'credit',
  'bank',
  'outlay',
  'cash_like',
] as const;
export type Rule = (typeof RULES)[number];

/**
 * `stop`: it cannot be paid as it is. `limit`: only a part can be paid. `answer`: somebody must look into it and write what
 * they found. `look`: good to know. `fine`: the rule is kept.
 */
export type Severity = 'stop' | 'limit' | 'answer' | 'look' | 'fine';

export type CheckCode =
  | 'document_ok'
  | 'document_errors'
  | 'document_warnings'
  | 'document_unseen'
  | 'number_missing'
  | 'buyer_ok'
  | 'buyer_missing'
  | 'buyer_other'
  | 'buyer_other_cvr'
  | 'buyer_department'
  | 'buyer_board'
  | 'buyer_name_differs'
  | 'issuer_ok'
  | 'issuer_missing'
  | 'issuer_us'
  | 'issuer_applicant'
  | 'issuer_co_applicant'
  | 'issuer_household'
  | 'issuer_decider'
  | 'issuer_resembles'
  | 'commitment_ok'
  | 'commitment_missing'
  | 'commitment_closed'
  | 'issued_ok'
  | 'issued_before_commitment'
  | 'issued_unknown'
  | 'issued_in_future'
  | 'delivered_ok'
  | 'delivered_before_commitment'
  | 'delivered_after_activity'
  | 'delivered_after_expiry'
  | 'delivered_unknown'
  | 'amount_ok'
  | 'amount_missing'
  | 'over_remaining'
  | 'nothing_remains'
  | 'duplicate_ok'
  | 'duplicate_number'
  | 'duplicate_file'
  | 'duplicate_alike'
  | 'currency_ok'
  | 'currency_other'
  | 'credit_ok'
  | 'credit_unknown'
  | 'credit_over'
  | 'credit_elsewhere'
  | 'bank_ok'
  | 'bank_first'
  | 'bank_changed'
  | 'bank_missing'
  | 'bank_of_applicant'
  | 'bank_ours'
  | 'outlay_ok'
  | 'outlay_closed'
  | 'outlay_without_receipt'
  | 'cash_like';

export interface Check {
  readonly rule: Rule;
  readonly code: CheckCode;
  readonly severity: Severity;
  /** What the sentence speaks of. */
  readonly amount: Ore | null;
  readonly other: Ore | null;
  readonly day: Day | null;
  readonly name: string;
}

const SEVERITIES: Readonly<Partial<Record<CheckCode, Severity>>> = {
  document_errors: 'answer',
  document_warnings: 'look',
  document_unseen: 'look',
  number_missing: 'stop',
  buyer_missing: 'stop',
  buyer_other: 'stop',
  buyer_other_cvr: 'stop',
  buyer_department: 'stop',
  buyer_board: 'stop',
  buyer_name_differs: 'look',
  issuer_missing: 'stop',
  issuer_us: 'stop',
  issuer_applicant: 'stop',
  issuer_co_applicant: 'stop',
  issuer_household: 'stop',
  issuer_decider: 'stop',
  issuer_resembles: 'answer',
  commitment_missing: 'stop',
  commitment_closed: 'stop',
  issued_before_commitment: 'look',
  issued_unknown: 'look',
  issued_in_future: 'look',
  delivered_before_commitment: 'stop',
  delivered_after_activity: 'answer',
  delivered_after_expiry: 'stop',
  delivered_unknown: 'look',
  amount_missing: 'stop',
  over_remaining: 'limit',
  nothing_remains: 'stop',
  duplicate_number: 'stop',
  duplicate_file: 'stop',
  duplicate_alike: 'answer',
  currency_other: 'stop',
  credit_unknown: 'stop',
  credit_over: 'stop',
  credit_elsewhere: 'stop',
  bank_first: 'look',
  bank_changed: 'answer',
  bank_missing: 'stop',
  bank_of_applicant: 'stop',
  bank_ours: 'stop',
  outlay_closed: 'stop',
  outlay_without_receipt: 'stop',
  cash_like: 'answer',
};

export function found(
  rule: Rule,
  code: CheckCode,
  told: Partial<Pick<Check, 'amount' | 'other' | 'day' | 'name'>> = {},
): Check {
  const severity = SEVERITIES[code] ?? 'fine';
  return { rule, code, severity, amount: null, other: null, day: null, name: '', ...told };
}

export type Outcome = 'accepted' | 'returned' | 'rejected';

/** What a sentence about a finding speaks of, as it is shown. */
export interface Told {
  readonly name: string;
  readonly amount: string;
  readonly other: string;
  readonly day: string;
}

/** What a finding speaks of, in the reader's language. */
export function toldOf({ name, amount, other, day }: Check, language: Language): Told {
  return {
    name,
    amount: amount === null ? '' : formatOre(amount, language),
    other: other === null ? '' : formatOre(other, language),
    day: day === null ? '' : formatDay(day, language),
  };
}
