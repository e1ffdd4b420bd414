import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { ApplicationId } from './case.ts';
import type { FiguresByKind, StatusFigures } from './status.ts';

/** A span of one fund, or of all of them, in figures. */
export interface SpanFigures {
  readonly money: FiguresByKind;
  readonly answers: StatusFigures['answers'];
  readonly came: StatusFigures['came'];
}

/** What became of a promise: not held yet, waiting for somebody to tell, told, closed, or given up. */
const OUTCOMES = ['ahead', 'untold', 'told', 'closed', 'given_up'] as const;
export type ProjectOutcome = (typeof OUTCOMES)[number];

/** Something that was promised money in the span, or told of in it. No person, and no words that staff have not shown. */
export interface YearProject {
  readonly id: ApplicationId;
  readonly fundId: Id<'fund'>;
  readonly reference: string;
  readonly title: string;
  /** Names of departments, in their order; empty for the whole organisation. */
  readonly places: readonly string[];
  readonly committed: Ore;
  readonly paid: Ore;
  readonly outcome: ProjectOutcome;
  /** How many came; `few` where it is under five, null where nobody has told. */
  readonly came: number | 'few' | null;
  /** What was best, and the row that it stands in: words that are taken back are not shown again. */
  readonly best: { readonly feedbackId: Id<'fund_feedback'>; readonly words: string } | null;
}

/** A span of all funds, as others may tell of it. Whole øre; days are the median. */
export interface FundYear {
  readonly all: SpanFigures;
  /** Funds in which anything happened, by name. */
  readonly funds: readonly (SpanFigures & { readonly id: Id<'fund'>; readonly name: string })[];
  /** The first of them, by fund and number. */
  readonly projects: readonly YearProject[];
  readonly projectCount: number;
}

/** One dated row behind a figure. */
export interface YearRow {
  readonly applicationId: ApplicationId;
  readonly fundId: Id<'fund'>;
  readonly fundName: string;
  readonly reference: string;
  readonly title: string;
  readonly on: Day;
  readonly amount: Ore;
  /** Money was promised, and everybody may read of it. */
  readonly supported: boolean;
}

/** More than a paper is read with; the rest is on the public page. */
export const MOST_PROJECTS = 200;

/** What became of it at the end of a day. Told comes before closed only where the case is still open. */
export function outcomeOf(
  one: {
    readonly end: 'withdrawn' | 'cancelled' | 'lapsed' | 'completed' | null;
    readonly told: boolean;
    readonly lastDay: Day | null;
  },
  on: Day,
): ProjectOutcome {
  if (one.end !== null) return one.end === 'completed' ? 'closed' : 'given_up';
  if (one.told) return 'told';
  return one.lastDay !== null && one.lastDay <= on ? 'untold' : 'ahead';
}
