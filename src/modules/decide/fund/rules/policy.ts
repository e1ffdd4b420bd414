import type { Role } from '../../../../kernel/actor.ts';
import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { kroner, type Ore, toOre, ZERO_ORE } from '../../../../kernel/money.ts';

/** What opens the door to the fund; at least one, with its reason. */
export const GROUNDS = ['across_departments', 'short_notice', 'smaller_group'] as const;
export type Ground = (typeof GROUNDS)[number];

export const APPLICANT_KINDS = ['resident', 'board', 'association', 'staff'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

export interface Fund {
  readonly id: Id<'fund'>;
  readonly organisationId: Id<'organisation'>;
  readonly name: string;
  /** What its references begin with: one to three capitals, its own in the house. */
  readonly prefix: string;
}

/** P, then PB, PC … ZZ: the first that no fund of the house has. */
export function freePrefix(taken: readonly string[]): string {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found = ['P', ...['P', ...letters].flatMap((one) => letters.map((two) => one + two))].find(
    (prefix) => !taken.includes(prefix),
  );
  if (!found) throw new Error(`Cannot find a free prefix: ${taken.length} are taken`);
  return found;
}

/** The rules as a policy sets them. */
export interface Terms {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly total: Ore;
  readonly projectMax: Ore;
  readonly grounds: readonly Ground[];
  readonly applicants: readonly ApplicantKind[];
  readonly decidingRole: Extract<Role, 'organisation_board' | 'consultant' | 'secretariat' | 'municipal_officer'>;
  /** Decides alone what is sought up to the limit; null when nobody does. */
  readonly delegatedRole: Extract<Role, 'consultant' | 'secretariat' | 'municipal_officer'> | null;
  readonly delegatedLimit: Ore;
  readonly answerDays: number;
  readonly coFinancingPerMille: number;
  readonly allocation: 'running' | 'first_come' | 'rounds';
  readonly rounds: readonly { readonly closesOn: Day; readonly answersOn: Day }[];
  readonly reportDueDays: number;
  readonly carriesOver: boolean;
  readonly amountsIncludeVat: boolean;
  readonly allowsPrivateOutlays: boolean;
  readonly words: string;
  readonly approvedOn: Day;
  readonly approvedReference: string;
}

export interface Policy extends Terms {
  readonly id: Id<'fund_policy'>;
  readonly periodId: Id<'fund_period'>;
  readonly number: number;
}

/** What the policy says unless the organisation says otherwise. */
export const USUAL_TERMS = {
  total: kroner(100_000),
  projectMax: kroner(20_000),
  grounds: GROUNDS,
  applicants: APPLICANT_KINDS,
  decidingRole: 'organisation_board',
  delegatedRole: null,
  delegatedLimit: ZERO_ORE,
  answerDays: 14,
  coFinancingPerMille: 0,
  allocation: 'running',
  rounds: [],
  reportDueDays: 30,
  carriesOver: false,
  amountsIncludeVat: true,
  allowsPrivateOutlays: false,
} as const satisfies Partial<Terms>;

/** When an answer is promised: after so many days, or on the day the round is answered. */
export function answerBy(policy: Pick<Terms, 'allocation' | 'rounds' | 'answerDays'>, today: Day): Day {
  const round = policy.allocation === 'rounds' && policy.rounds.find((one) => one.closesOn >= today);
  return round ? round.answersOn : addDays(today, policy.answerDays);
}

export type PolicyRefusal =
  | { readonly kind: 'ends_before_start' | 'period_overlaps' | 'rounds_lack' | 'max_over_total' }
  | { readonly kind: 'below_promised'; readonly least: Ore };

/** What stands in the way of a policy. `promised`: what the total must at least hold, in its own period. */
export function policyRefusal(
  terms: Terms,
  seen: { readonly others: readonly Pick<Terms, 'startsOn' | 'endsOn'>[]; readonly promised: number },
): PolicyRefusal | null {
  if (terms.endsOn < terms.startsOn) return { kind: 'ends_before_start' };
  if (seen.others.some((other) => other.startsOn <= terms.endsOn && terms.startsOn <= other.endsOn)) {
    return { kind: 'period_overlaps' };
  }
  if (terms.allocation === 'rounds' && terms.rounds.length === 0) return { kind: 'rounds_lack' };
  if (terms.projectMax > terms.total) return { kind: 'max_over_total' };
  return terms.total < seen.promised ? { kind: 'below_promised', least: toOre(seen.promised) } : null;
}
