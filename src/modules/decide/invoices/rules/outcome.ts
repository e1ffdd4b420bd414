import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, toOre, ZERO_ORE } from '../../../../kernel/money.ts';
import type { Check } from './check.ts';
import { countedOf, type Scene } from './checks.ts';
import type { Facts, PaymentFacts } from './facts.ts';

type Policy = Scene['policy'];

/** Somebody wrote what they found when they looked into a rule. */
export interface Given {
  readonly rule: string;
  readonly code: string;
  readonly words: string;
  readonly by: Id<'person'>;
  readonly on: Day;
}

/**
 * Is the finding answered? By a note; or, for bank details that changed, by a second person who has looked too. Another
 * finding of the same rule wants an answer of its own.
 */
function isAnswered(check: Check, answers: readonly Given[], acting: Id<'person'> | null): boolean {
  if (check.severity !== 'answer') return true;
  return answers.some(
    ({ rule, code, words, by }) =>
      rule === check.rule && code === check.code && (words !== '' || (check.rule === 'bank' && by !== acting)),
  );
}

export type AcceptRefusal = 'not_waiting' | 'not_typed' | 'stopped' | 'unanswered' | 'over_remaining';

/** What stands in the way of paying: all of it, or (`part`) up to the commitment. */
export function acceptRefusal(
  checks: readonly Check[],
  answers: readonly Given[],
  acting: Id<'person'> | null,
  part: boolean,
): AcceptRefusal | null {
  if (checks.some(({ severity }) => severity === 'stop')) return 'stopped';
  if (checks.some((check) => !isAnswered(check, answers, acting))) return 'unanswered';
  return !part && checks.some(({ severity }) => severity === 'limit') ? 'over_remaining' : null;
}

/**
 * What the fund sets aside (`claim`, below nought for a credit note) and what is to be paid. Where the fund counts without
 * VAT and pays a part, the VAT follows in proportion, rounded down to whole øre.
 */
export function amountsOf(facts: Facts, policy: Policy, remaining: Ore): { readonly claim: Ore; readonly pay: Ore } {
  const counted = countedOf(facts, policy) ?? ZERO_ORE;
  const payable = facts.payable ?? ZERO_ORE;
  if (facts.kind === 'creditNote') return { claim: toOre(-counted), pay: toOre(-payable) };
  if (counted <= remaining) return { claim: counted, pay: payable };
  const pay = policy.includesVat ? remaining : toOre(Math.floor((remaining * payable) / counted));
  return { claim: remaining, pay };
}

/** Finance must know: what was answered, and what was only looked at. */
export function warningsOf(checks: readonly Check[]): string[] {
  return checks.filter(({ severity }) => severity === 'answer' || severity === 'look').map(({ code }) => code);
}

/** How the money moves, in one line of digits, for those who compare it with paper. */
export function writePayment({ iban, account, fik }: PaymentFacts): string {
  if (fik) return `+${fik.kind}<${fik.reference ?? ''}+${fik.creditor}<`;
  if (account) return `${account.reg} ${account.number}`;
  return (iban ?? '').replace(/(.{4})(?=.)/g, '$1 ');
}
