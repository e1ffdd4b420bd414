import type { Day } from '../../../../kernel/day.ts';
import type { Unit } from '../../../../platform/figures/figures.ts';
import type { Course } from './evaluation.ts';
import type { Better, Goal, Value } from './metric.ts';
import type { PlanState } from './plan.ts';

/** What was done and learned in a focus area, and what now. */
interface Thought {
  readonly done: string;
  readonly learned: string;
  readonly course: Course;
}

/** The strategy as a year saw it, last year beside it. No names. */
export interface StrategyYear {
  readonly title: string;
  /** The board's approval of the year's evaluation. */
  readonly approved: { readonly decidedOn: Day; readonly decision: string } | null;
  readonly areas: readonly {
    readonly title: string;
    readonly metrics: readonly {
      readonly name: string;
      readonly unit: Unit;
      readonly better: Better;
      readonly now: Value;
      readonly before: Value;
      readonly target: Goal | null;
      /** Behind; null where nothing says. */
      readonly off: boolean | null;
    }[];
    readonly plans: readonly {
      readonly title: string;
      readonly state: PlanState;
      readonly deadline: Day;
      readonly late: boolean;
    }[];
    readonly evaluation: Thought | null;
    readonly evaluationBefore: Thought | null;
  }[];
}
