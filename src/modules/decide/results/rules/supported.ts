import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { ApplicationId } from './case.ts';

export const SUPPORTED_A_PAGE = 24;
export const CATEGORIES = ['homes', 'green', 'people'] as const;
export type Category = (typeof CATEGORIES)[number];
export const GROUNDS = ['across_departments', 'short_notice', 'smaller_group'] as const;
export type Ground = (typeof GROUNDS)[number];

/** What everybody may know of a project that got money: no person, no small group, no words that staff have not read. */
export interface Supported {
  readonly id: ApplicationId;
  readonly reference: string;
  readonly fundName: string;
  readonly title: string;
  readonly initiativeId: Id<'initiative'> | null;
  readonly on: Day;
  readonly startsOn: Day | null;
  readonly grounds: readonly Ground[];
  readonly departmentIds: readonly Id<'department'>[];
  readonly category: Category | null;
  readonly committed: Ore;
  readonly paid: Ore;
  readonly released: Ore;
  readonly closed: boolean;
  /** How many came; `few` where it is under five, null where nobody has told. */
  readonly came: number | 'few' | null;
  readonly best: string | null;
  readonly photos: readonly { readonly id: Id<'fund_photo'>; readonly alt: string }[];
}

export interface SupportedFilter {
  readonly fundId: Id<'fund'> | null;
  readonly year: number | null;
  readonly ground: Ground | null;
  readonly departmentId: Id<'department'> | null;
  readonly category: Category | null;
}

export const NO_FILTER: SupportedFilter = {
  fundId: null,
  year: null,
  ground: null,
  departmentId: null,
  category: null,
};

/** The sums of all that the filter finds. Those who came are not summed: a small group could be found by subtraction. */
export interface SupportedSums {
  readonly count: number;
  readonly committed: Ore;
  readonly paid: Ore;
  readonly released: Ore;
}
