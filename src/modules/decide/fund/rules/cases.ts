import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { ApplicationId } from './application.ts';
import type { Ledger } from './money.ts';
import type { Status } from './status.ts';

export const CASES_A_PAGE = 50;
/** Further than this nobody turns pages, and the count stops: it reads "mere end 10.000". */
export const MOST_COUNTED = 10_000;

/** The kind of a case among all that can be searched. */
export const CASE_IN_SEARCH = 'fund_application';

/** A case among others. */
export interface CaseCard {
  readonly id: ApplicationId;
  /** Of the fund: with the number it makes the reference. */
  readonly prefix: string;
  readonly number: number;
  readonly title: string;
  readonly status: Status;
  readonly applicantName: string;
  readonly sought: Ore;
  readonly committed: Ore | null;
  readonly answerBy: Day;
  readonly startsOn: Day | null;
}

export interface CaseFilter {
  readonly fundId?: Id<'fund'>;
  readonly statuses?: readonly Status[] | null;
  readonly periodId?: Id<'fund_period'> | null;
  readonly departmentId?: Id<'department'> | null;
  /** Only what this person carries. */
  readonly personId?: Id<'person'> | null;
  /** Only among these: what a search found. */
  readonly ids?: readonly ApplicationId[] | null;
}

/** A case that waits for money. */
export interface WaitingCard extends CaseCard {
  readonly initiativeId: Id<'initiative'> | null;
  /** Since when it has waited: the list is in this order. */
  readonly since: Day;
}

/** What everybody may know of a yes. */
export interface Supported {
  readonly id: ApplicationId;
  readonly title: string;
  readonly initiativeId: Id<'initiative'> | null;
  readonly amount: Ore;
  readonly on: Day;
  readonly startsOn: Day | null;
  readonly participants: number | null;
  readonly departmentIds: readonly Id<'department'>[];
}

/** The sums of the period that runs, with what is left. */
export interface Figures extends Ledger {
  readonly available: Ore;
}
