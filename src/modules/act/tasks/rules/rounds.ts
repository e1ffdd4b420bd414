import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';

/** From door to door, two by two. Only how many is written down. */
export interface Round {
  readonly id: Id<'door_round'>;
  readonly departmentId: Id<'department'>;
  readonly title: string;
  readonly on: Day;
  readonly script: string;
}

/** A stairwell of a round. Counts are null until somebody has written them. */
export interface RoundStairwell {
  readonly building: Id<'building'>;
  readonly address: string;
  readonly homes: number;
  /** Where nobody is to ring ("1. tv"): they have said that they want no contact. */
  readonly leaveAlone: readonly string[];
  readonly opened: number | null;
  readonly talked: number | null;
  readonly saidYes: number | null;
}

interface RoundSum {
  readonly homes: number;
  readonly opened: number;
  readonly talked: number;
  readonly saidYes: number;
}

/** Doors to ring at, and what came of it. */
export function sumOf(stairwells: readonly RoundStairwell[]): RoundSum {
  const sum = (of: (one: RoundStairwell) => number) => stairwells.reduce((all, one) => all + of(one), 0);
  return {
    homes: sum((one) => doorsOf(one)),
    opened: sum(({ opened }) => opened ?? 0),
    talked: sum(({ talked }) => talked ?? 0),
    saidYes: sum(({ saidYes }) => saidYes ?? 0),
  };
}

/** Homes without those that are left alone. */
export function doorsOf({ homes, leaveAlone }: Pick<RoundStairwell, 'homes' | 'leaveAlone'>): number {
  return Math.max(0, homes - leaveAlone.length);
}
