import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import { type Application, isRecused, type RefusalReason } from './application.ts';
import { budgetOf, soughtOf } from './money.ts';
import { ownShareOf, type Policy } from './policy.ts';
import { statusOf, UNDECIDED } from './status.ts';

/** What a deciding body can say: the money with or without terms, a place on the waiting list, or no with its reason. */
export type Decision =
  | { readonly result: 'commit'; readonly amount: Ore; readonly terms: string; readonly words: string }
  | { readonly result: 'wait'; readonly words: string }
  | { readonly result: 'refuse'; readonly reason: RefusalReason; readonly words: string };

export type DecisionRefusal =
  | { readonly kind: 'not_open' | 'recused' | 'may_not_decide' | 'no_policy' | 'too_late' | 'words_missing' }
  /** The applicant named one of those who decide, and nobody has said whether they take part. */
  | { readonly kind: 'naming_open' }
  | { readonly kind: 'over_max' | 'over_sought' | 'over_share' | 'over_available'; readonly most: Ore }
  /** A round is decided together, when it has closed. */
  | { readonly kind: 'round_open'; readonly until: Day }
  /** First come, first served: that one came before. */
  | { readonly kind: 'not_first'; readonly reference: string };

/** What the decision is seen against. */
export interface DecisionBackground {
  readonly application: Application;
  /** In force today; null between two periods, when nothing can be promised. */
  readonly policy: Policy | null;
  readonly available: number;
  /** The reference of an undecided case that came before, and waits for us; null when there is none. */
  readonly earlier: string | null;
  readonly deciderId: Id<'person'>;
  /** Is one of those who decide named by the applicant, and not answered for? */
  readonly namingOpen: boolean;
  /** The deciding body, or somebody within the delegated limit. */
  readonly mayDecide: boolean;
  readonly today: Day;
}

/** What stands in the way of this decision, or null. */
export function decisionRefusal(decision: Decision, seen: DecisionBackground): DecisionRefusal | null {
  const { application, policy, available, today } = seen;
  const status = statusOf(application, today);
  if (!UNDECIDED.includes(status) && status !== 'waiting_list') return { kind: 'not_open' };
  if (isRecused(application, seen.deciderId)) return { kind: 'recused' };
  if (!seen.mayDecide) return { kind: 'may_not_decide' };
  if (seen.namingOpen) return { kind: 'naming_open' };
  const round = application.submission?.round;
  if (decision.result !== 'refuse' && round && round.closesOn >= today) {
    return { kind: 'round_open', until: round.closesOn };
  }
  if (decision.result === 'wait') return status === 'waiting_list' ? { kind: 'not_open' } : null;
  if (decision.result === 'refuse') return decision.words === '' ? { kind: 'words_missing' } : null;

  if (!policy) return { kind: 'no_policy' };
  if (hasBegun(application, today)) return { kind: 'too_late' };
  const sought = soughtOf(application);
  if (decision.amount > policy.projectMax) return { kind: 'over_max', most: policy.projectMax };
  if (decision.amount > sought) return { kind: 'over_sought', most: sought };
  const most = toOre(budgetOf(application) - ownShareOf(budgetOf(application), policy));
  if (decision.amount > most) return { kind: 'over_share', most };
  if (policy.allocation === 'first_come' && seen.earlier !== null)
    return { kind: 'not_first', reference: seen.earlier };
  return decision.amount > available ? { kind: 'over_available', most: toOre(available) } : null;
}

/** The most that can be promised today: the cap, what is sought, what others must find, and what there is. 0 when it has begun. */
export function mostOf(
  application: Pick<Application, 'lines' | 'otherMoney' | 'startsOn'>,
  policy: Pick<Policy, 'projectMax' | 'coFinancingPerMille'>,
  available: number,
  today: Day,
): Ore {
  if (hasBegun(application, today)) return toOre(0);
  const budget = budgetOf(application);
  const share = budget - ownShareOf(budget, policy);
  return toOre(Math.max(0, Math.min(policy.projectMax, soughtOf(application), share, available)));
}

/** A promise comes before the activity: on its first day it is too late. */
function hasBegun(application: Pick<Application, 'startsOn'>, today: Day): boolean {
  return application.startsOn === null || application.startsOn <= today;
}

/** The first on the waiting list whom the free money can serve in full, and whose activity has not begun. */
export function nextInLine<Waiting extends { readonly sought: Ore; readonly startsOn: Day | null }>(
  waiting: readonly Waiting[],
  policy: Pick<Policy, 'projectMax'>,
  available: Ore,
  today: Day,
): Waiting | null {
  const fits = (one: Waiting) => Math.min(one.sought, policy.projectMax) <= available;
  return waiting.find((one) => !hasBegun(one, today) && fits(one)) ?? null;
}

/** The last day on which the money may be used: so long after the activity. */
export function usableUntil(page: Pick<Application, 'startsOn' | 'endsOn'>, today: Day): Day {
  return addDays(page.endsOn ?? page.startsOn ?? today, USABLE_DAYS);
}
const USABLE_DAYS = 60;
