import type { Role } from '../../../../kernel/actor.ts';
import { addDays, type Day, daysBetween, yearOf } from '../../../../kernel/day.ts';
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

/** How many rounds a policy has room for. */
export const ROUNDS = 4;

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
  /** Somebody of the board of the only department that gains is asked whether they may decide. */
  readonly asksOwnBoard: boolean;
  /** The municipality is sent the budget when people from outside come. */
  readonly tellsMunicipality: boolean;
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
  asksOwnBoard: true,
  tellsMunicipality: true,
} as const satisfies Partial<Terms>;

/** How much a project finds elsewhere, and how much of its budget the fund can give at most. */
export function ownShareOf(budget: Ore, policy: Pick<Terms, 'coFinancingPerMille'>): Ore {
  return toOre(Math.ceil((budget * policy.coFinancingPerMille) / 1000));
}

/** When an answer is promised to what was `received` that day: after so many days, or on the day the round is answered. */
export function answerBy(policy: Pick<Terms, 'allocation' | 'rounds' | 'answerDays'>, received: Day): Day {
  const round = policy.allocation === 'rounds' && policy.rounds.find((one) => one.closesOn >= received);
  return round ? round.answersOn : addDays(received, policy.answerDays);
}

export type PolicyRefusal =
  | {
      readonly kind:
        | 'ends_before_start'
        | 'period_overlaps'
        | 'rounds_lack'
        | 'round_unordered'
        | 'max_over_total'
        | 'prefix_taken';
    }
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
  if (terms.allocation === 'rounds' && terms.rounds.some((round) => !isOrderly(round, terms))) {
    return { kind: 'round_unordered' };
  }
  if (terms.projectMax > terms.total) return { kind: 'max_over_total' };
  return terms.total < seen.promised ? { kind: 'below_promised', least: toOre(seen.promised) } : null;
}

/** A round closes inside the period, and is answered when it has closed. */
function isOrderly({ closesOn, answersOn }: Terms['rounds'][number], terms: Terms): boolean {
  return closesOn >= terms.startsOn && closesOn <= terms.endsOn && answersOn >= closesOn;
}

/** The rules that can change from one version to the next, in the order in which a policy is read. */
export const RULES = [
  'total',
  'projectMax',
  'startsOn',
  'endsOn',
  'grounds',
  'applicants',
  'decidingRole',
  'delegatedRole',
  'delegatedLimit',
  'answerDays',
  'coFinancingPerMille',
  'allocation',
  'rounds',
  'reportDueDays',
  'carriesOver',
  'amountsIncludeVat',
  'allowsPrivateOutlays',
  'asksOwnBoard',
  'tellsMunicipality',
  'words',
] as const satisfies readonly (keyof Terms)[];
export type Rule = (typeof RULES)[number];

/** What a version changed in the one before it. */
export function changesBetween(before: Terms, after: Terms): readonly Rule[] {
  return RULES.filter((rule) => JSON.stringify(before[rule]) !== JSON.stringify(after[rule]));
}

/** The same rules for as long a time right after: what a new period begins from. */
export function nextPeriodOf<Known extends Terms>(terms: Known): Terms {
  const startsOn = addDays(terms.endsOn, 1);
  const wholeYears = terms.startsOn.slice(5) === startsOn.slice(5);
  const years = yearOf(startsOn) - yearOf(terms.startsOn);
  const endsOn = wholeYears
    ? addDays(`${yearOf(startsOn) + years}${startsOn.slice(4)}` as Day, -1)
    : addDays(startsOn, daysBetween(terms.startsOn, terms.endsOn));
  return { ...terms, startsOn, endsOn, rounds: [], approvedReference: '' };
}
