import type { Channel } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Ore, ZERO_ORE } from '../../../../kernel/money.ts';
import type { ApplicantKind, Ground } from './policy.ts';

export type ApplicationId = Id<'fund_application'>;

/** Budget lines on the form: as many as are shown first, how many more at a time, and the most there can be. */
export const LINES = { first: 3, more: 3, most: 12 } as const;
/** How many can be named as applying together with the applicant. */
export const CO_APPLICANTS = 4;

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
  /** Where a letter goes when there is no other way. One line. */
  readonly applicantAddress: string;
  readonly applicantAge: ApplicantAge;
  /** The adult who answers for somebody under 15, and how that adult is reached. */
  readonly guardianName: string;
  readonly guardianContact: string;
  readonly coApplicants: readonly CoApplicant[];
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
  /** Who goes to the shop, or orders. */
  readonly whoBuys: string;
  readonly remains: string;
  readonly remainsOwner: RemainsOwner | '';
  readonly minors: boolean;
  readonly nonResidents: boolean;
  /** The day on the paper or of the call, for what staff wrote in. */
  readonly receivedOn: Day | null;
  /** What an applicant without account is written to in. */
  readonly language: Language;
}

/** `young` is 15 to 17, `child` under 15. */
export const APPLICANT_AGES = ['adult', 'young', 'child'] as const;
export type ApplicantAge = (typeof APPLICANT_AGES)[number];

export const REMAINS_OWNERS = ['organisation', 'department', 'group', 'given_away'] as const;
export type RemainsOwner = (typeof REMAINS_OWNERS)[number];

/** Somebody who applies together with the applicant. */
export interface CoApplicant {
  readonly name: string;
  readonly personId: Id<'person'> | null;
  /** Where the invitation goes; null when there is none to send. */
  readonly email: string | null;
  /** The day they said no to being part of it. */
  readonly declinedOn: Day | null;
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
  applicantAddress: '',
  applicantAge: 'adult',
  guardianName: '',
  guardianContact: '',
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
  whoBuys: '',
  remains: '',
  remainsOwner: '',
  minors: false,
  nonResidents: false,
  receivedOn: null,
  language: 'da',
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

export type EndResult = 'withdrawn' | 'cancelled' | 'lapsed' | 'completed';

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
  readonly end: { readonly on: Day; readonly result: EndResult } | null;
}

/** One application with all its rows, oldest first. */
export interface Application extends Page, Omit<StateRows, 'lines' | 'otherMoney'> {
  readonly id: ApplicationId;
  readonly fundId: Id<'fund'>;
  readonly version: number;
  readonly createdBy: Id<'person'> | null;
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
  readonly submission: {
    readonly on: Day;
    readonly number: number;
    readonly answerBy: Day;
    /** The round it came in, where money is given in rounds. */
    readonly round: { readonly id: Id<'fund_round'>; readonly closesOn: Day } | null;
  } | null;
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
    readonly terms: string;
    readonly reason: RefusalReason | null;
    readonly words: string;
    readonly by: Id<'person'>;
  }[];
  readonly recusals: readonly { readonly personId: Id<'person'>; readonly reason: RecusalReason; readonly on: Day }[];
  readonly namings: readonly Naming[];
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
  readonly payments: readonly { readonly on: Day; readonly amount: Ore; readonly reference: string }[];
  /** Money set aside for accepted invoices; below nought for credit notes. */
  readonly claims: readonly {
    readonly id: Id<'fund_claim'>;
    readonly on: Day;
    readonly amount: Ore;
    readonly reference: string;
    /** Neither paid nor let go. */
    readonly open: boolean;
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

/** The applicant wrote that somebody applies together with them: a claim, until it is answered. */
export interface Naming {
  readonly personId: Id<'person'>;
  readonly on: Day;
  readonly answer: NamingAnswer | null;
}

/** `confirmed`: by the person, or by whoever looks after the case. `rejected`: they may decide all the same, and why. */
export interface NamingAnswer {
  readonly result: 'confirmed' | 'rejected';
  readonly words: string;
  readonly on: Day;
  readonly by: Id<'person'>;
}

export function openNamings(application: Pick<Application, 'namings'>): readonly Naming[] {
  return application.namings.filter((naming) => naming.answer === null);
}

/**
 * Habilitet: recused by a row, or an applicant of this very case, now or before. Whom the applicant named stands aside
 * until somebody has found that they need not; also one who said no to being part.
 */
export function isRecused(application: Application, personId: Id<'person'>): boolean {
  return recusedOf(application).includes(personId);
}

/** Everybody of whom that is so. */
export function recusedOf({ applicantId, recusals, takeOvers, namings }: Application): readonly Id<'person'>[] {
  return [
    ...(applicantId ? [applicantId] : []),
    ...recusals.map((recusal) => recusal.personId),
    ...takeOvers.map(({ toPersonId }) => toPersonId),
    ...namings.flatMap(({ personId, answer }) => (answer?.result === 'rejected' ? [] : [personId])),
  ];
}
