import type { Channel } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, ZERO_ORE } from '../../../../kernel/money.ts';
import type { ApplicantKind, Ground } from './policy.ts';

export type ApplicationId = Id<'fund_application'>;

export interface BudgetLine {
  readonly what: string;
  readonly supplier: string;
  readonly amount: Ore;
}

/** The one page that a person fills in. A draft may lack anything. */
export interface Page {
  readonly initiativeId: Id<'initiative'> | null;
  readonly title: string;
  readonly applicantKind: ApplicantKind;
  readonly applicantId: Id<'person'> | null;
  readonly applicantName: string;
  readonly applicantEmail: string | null;
  readonly applicantPhone: string | null;
  readonly guardianName: string;
  readonly coApplicants: readonly { readonly name: string; readonly personId: Id<'person'> | null }[];
  readonly purpose: string;
  readonly participants: number | null;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly lines: readonly BudgetLine[];
  readonly otherMoney: Ore;
  readonly otherMoneyWords: string;
  readonly grounds: readonly Ground[];
  readonly groundReason: string;
  readonly departmentIds: readonly Id<'department'>[];
  readonly remains: string;
  readonly minors: boolean;
  readonly nonResidents: boolean;
}

/** A draft of nothing yet. */
export const EMPTY_PAGE: Page = {
  initiativeId: null,
  title: '',
  applicantKind: 'resident',
  applicantId: null,
  applicantName: '',
  applicantEmail: null,
  applicantPhone: null,
  guardianName: '',
  coApplicants: [],
  purpose: '',
  participants: null,
  startsOn: null,
  endsOn: null,
  lines: [],
  otherMoney: ZERO_ORE,
  otherMoneyWords: '',
  grounds: [],
  groundReason: '',
  departmentIds: [],
  remains: '',
  minors: false,
  nonResidents: false,
};

export type DecisionResult = 'commit' | 'wait' | 'refuse';
export const REFUSAL_REASONS = [
  'no_ground',
  'own_account',
  'too_late',
  'cash_like',
  'own_interest',
  'private_outlay',
  'outside_purpose',
  'no_money_left',
  'incomplete',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
export type RecusalReason = 'applicant' | 'family' | 'neighbour_group' | 'own_interest';

/** The rows that a status is read from. Decisions stand oldest first. */
export interface StateRows {
  readonly lines: readonly Pick<BudgetLine, 'amount'>[];
  readonly otherMoney: Ore;
  readonly submission: { readonly on: Day } | null;
  readonly reviews: readonly { readonly on: Day }[];
  readonly questions: readonly { readonly on: Day; readonly answeredOn: Day | null }[];
  readonly recommendations: readonly { readonly on: Day }[];
  readonly decisions: readonly {
    readonly on: Day;
    readonly result: DecisionResult;
    readonly amount: Ore | null;
    readonly terms: string;
  }[];
  readonly releases: readonly { readonly on: Day; readonly amount: Ore }[];
  readonly payments: readonly { readonly on: Day; readonly amount: Ore }[];
  readonly end: { readonly on: Day; readonly result: 'withdrawn' | 'cancelled' | 'lapsed' } | null;
}

/** One application with all its rows, oldest first. */
export interface Application extends Page, Omit<StateRows, 'lines' | 'otherMoney'> {
  readonly id: ApplicationId;
  readonly fundId: Id<'fund'>;
  readonly version: number;
  readonly createdBy: Id<'person'> | null;
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
  readonly submission: { readonly on: Day; readonly number: number; readonly answerBy: Day } | null;
  readonly reviews: readonly { readonly on: Day; readonly reviewerId: Id<'person'> }[];
  readonly questions: readonly {
    readonly id: Id<'fund_question'>;
    readonly on: Day;
    readonly words: string;
    readonly askedBy: Id<'person'>;
    readonly answeredOn: Day | null;
    readonly answer: string;
  }[];
  readonly recommendations: readonly {
    readonly on: Day;
    readonly advice: DecisionResult;
    readonly amount: Ore | null;
    readonly words: string;
    readonly by: Id<'person'>;
  }[];
  readonly recusals: readonly { readonly personId: Id<'person'>; readonly reason: RecusalReason; readonly on: Day }[];
  readonly decisions: readonly {
    readonly id: Id<'fund_decision'>;
    readonly on: Day;
    readonly result: DecisionResult;
    readonly amount: Ore | null;
    readonly periodId: Id<'fund_period'> | null;
    readonly expiresOn: Day | null;
    readonly terms: string;
    readonly reason: RefusalReason | null;
    readonly words: string;
    readonly reference: string;
    readonly by: Id<'person'>;
  }[];
  readonly takeOvers: readonly { readonly on: Day; readonly toPersonId: Id<'person'> }[];
}

export function commitmentOf(application: Application): Application['decisions'][number] | null {
  return application.decisions.find((decision) => decision.result === 'commit') ?? null;
}

/** Who carries it now: the one who applied, or the last who took over. */
export function carriedBy(application: Pick<Application, 'applicantId' | 'takeOvers'>): Id<'person'> | null {
  return application.takeOvers.at(-1)?.toPersonId ?? application.applicantId;
}

/** Habilitet: recused by a row, or an applicant of this very case, now or before. */
export function isRecused(application: Application, personId: Id<'person'>): boolean {
  const applicants = [application.applicantId, ...application.coApplicants.map((one) => one.personId)];
  return (
    application.recusals.some((recusal) => recusal.personId === personId) ||
    applicants.includes(personId) ||
    application.takeOvers.some((takeOver) => takeOver.toPersonId === personId)
  );
}
