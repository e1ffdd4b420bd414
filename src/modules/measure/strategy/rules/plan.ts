import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';

export const PLAN_STATES = ['planned', 'under_way', 'done', 'dropped'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** What a person fills in. */
export interface PlanWords {
  readonly title: string;
  readonly activities: string;
  readonly ownerId: Id<'person'>;
  readonly deadline: Day;
  readonly budget: Ore | null;
}

export interface Plan extends PlanWords {
  readonly id: Id<'strategy_plan'>;
  readonly areaId: Id<'strategy_area'>;
  readonly version: number;
  readonly state: PlanState;
  readonly stateOn: Day;
}

/** A card of the catalogue or an initiative that the plan does it with. */
export interface PlanLink {
  readonly id: string;
  readonly kind: 'card' | 'initiative';
  readonly target: string;
  readonly title: string;
}

export interface StateChange {
  readonly state: PlanState;
  readonly words: string;
  readonly on: Day;
  readonly by: Id<'person'> | null;
}

/** Something still waits to be done. */
export function isOpen({ state }: Pick<Plan, 'state'>): boolean {
  return state === 'planned' || state === 'under_way';
}

/** Open after its day. */
export function isLate(plan: Pick<Plan, 'state' | 'deadline'>, today: Day): boolean {
  return isOpen(plan) && plan.deadline < today;
}
