import { type Day, yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Metric } from './metric.ts';
import type { Plan } from './plan.ts';

export interface VersionWords {
  readonly title: string;
  readonly words: string;
  readonly from: Day;
  readonly until: Day;
}

export interface Version extends VersionWords {
  readonly id: Id<'strategy_version'>;
  readonly number: number;
  readonly version: number;
  readonly approval: Approval | null;
}

/** The organisation board's decision. */
export interface Approval {
  readonly decidedOn: Day;
  /** Where it stands: "Organisationsbestyrelsen 12.03.2025, punkt 6". */
  readonly decision: string;
  readonly catalogueEditionId: Id<'catalogue_edition'> | null;
}

export interface Area {
  readonly id: Id<'strategy_area'>;
  readonly title: string;
  readonly words: string;
}

/** Word for word what was decided: never changed. */
export interface Content extends VersionWords {
  readonly areas: readonly {
    readonly title: string;
    readonly words: string;
    readonly plans: readonly (Pick<Plan, 'title' | 'activities' | 'deadline' | 'budget'> & {
      readonly owner: string;
    })[];
    readonly metrics: readonly (Pick<Metric, 'unit' | 'frequency'> & {
      readonly name: string;
      readonly definition: string;
      readonly better: string;
      readonly baseline: { readonly hundredths: number; readonly year: number } | null;
      readonly target: { readonly hundredths: number; readonly year: number } | null;
      readonly fed: boolean;
    })[];
  }[];
}

export const MOST_AREAS = 12;

export type ApproveRefusal = 'approved_already' | 'no_areas' | 'in_future';

export function approveRefusal(
  version: Pick<Version, 'approval'>,
  areas: number,
  decidedOn: Day,
  today: Day,
): ApproveRefusal | null {
  if (version.approval) return 'approved_already';
  if (areas === 0) return 'no_areas';
  return decidedOn > today ? 'in_future' : null;
}

/** The newest that the board has decided. */
export function inForce(versions: readonly Version[]): Version | null {
  return versions.filter(({ approval }) => approval).toSorted((a, b) => b.number - a.number)[0] ?? null;
}

/** The one that a year is seen by: the newest decided that had begun before the year was over; before any had, the first. */
export function inForceIn(versions: readonly Version[], year: number): Version | null {
  const first = versions.filter(({ approval }) => approval).toSorted((a, b) => a.number - b.number)[0] ?? null;
  return inForce(versions.filter(({ from }) => yearOf(from) <= year)) ?? first;
}

/** Does the year belong to a strategy, so that it is to be thought through? */
export function hasStrategy(versions: readonly Version[], year: number): boolean {
  const seen = inForceIn(versions, year);
  return seen !== null && yearOf(seen.from) <= year;
}

/** The one that is being written. */
export function draftOf(versions: readonly Version[]): Version | null {
  return versions.find(({ approval }) => approval === null) ?? null;
}
