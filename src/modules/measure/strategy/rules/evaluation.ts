import { type Day, day } from '../../../../kernel/day.ts';
import type { Value } from './metric.ts';
import type { Area } from './version.ts';

export const COURSES = ['continue', 'adjust', 'stop'] as const;
export type Course = (typeof COURSES)[number];

/** What the year came to in one focus area. `version` 0: nobody has written yet. */
export interface Evaluation {
  readonly areaId: Area['id'];
  readonly done: string;
  readonly learned: string;
  readonly course: Course | null;
  readonly version: number;
}

export interface EvaluationApproval {
  readonly decidedOn: Day;
  readonly decision: string;
  /** The measurements as they stood, by metric. */
  readonly metrics: readonly { readonly id: string; readonly name: string; readonly points: readonly FrozenPoint[] }[];
}

interface FrozenPoint {
  readonly from: Day;
  readonly until: Day;
  readonly value: Value;
}

/** A year is to be thought through in the month after it. */
export function evaluationDueOn(year: number): Day {
  return day(`${year + 1}-01-31`);
}

export type EvaluationRefusal = 'approved_already' | 'unwritten' | 'year_runs' | 'in_future';

/** The board approves a year that is over, when every area has been thought through. */
export function evaluationRefusal(
  asked: { readonly year: number; readonly decidedOn: Day; readonly today: Day },
  areas: readonly Area[],
  written: readonly Evaluation[],
  approval: EvaluationApproval | null,
): EvaluationRefusal | null {
  const { year, decidedOn, today } = asked;
  if (approval) return 'approved_already';
  if (today < `${year + 1}-01-01`) return 'year_runs';
  if (decidedOn > today) return 'in_future';
  const whole = (area: Area) => written.some((one) => one.areaId === area.id && one.course !== null && one.done !== '');
  return areas.length > 0 && areas.every(whole) ? null : 'unwritten';
}
