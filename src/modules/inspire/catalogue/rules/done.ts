import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';

/** One time that a card was carried through: a finished initiative that began with it, or that it grew out of. */
export interface Done {
  readonly initiativeId: Id<'initiative'>;
  readonly title: string;
  readonly wholeOrganisation: boolean;
  readonly departmentIds: readonly Id<'department'>[];
  readonly on: Day;
  /** What the fund paid for it; null where the fund was not asked, or has not paid yet. */
  readonly paid: Ore | null;
  /** How many came; `few` where it is under five, null where nobody has told. */
  readonly came: number | 'few' | null;
  /** Somebody who drove it can be asked how. */
  readonly askable: boolean;
}

/** What all of them say together, when they say it: the middle one of what was paid, and the fewest and most who came. */
interface Experience {
  readonly times: number;
  readonly paid: { readonly middle: Ore; readonly of: number } | null;
  readonly came: { readonly fewest: number; readonly most: number } | null;
}

/** Those who came are told by the fewest and the most that may be shown; nothing is added up, so nothing can be subtracted. */
export function experienceOf(all: readonly Done[]): Experience {
  const paid = all.flatMap((one) => one.paid ?? []).toSorted((one, other) => one - other);
  const came = all.flatMap((one) => (typeof one.came === 'number' ? one.came : []));
  return {
    times: all.length,
    paid: paid.length > 0 ? { middle: paid[Math.floor((paid.length - 1) / 2)] as Ore, of: paid.length } : null,
    came: came.length > 0 ? { fewest: Math.min(...came), most: Math.max(...came) } : null,
  };
}

/** How many do it at home, when they are enough to be told of. */
export function shownCount(count: number): number | null {
  return count >= FEWEST ? count : null;
}

export interface Counts {
  /** Initiatives that began with it, those that have ended too. */
  readonly taken: number;
  /** Those who do it at home. */
  readonly doing: number;
  /** Does the reader? */
  readonly mine: boolean;
  readonly pinned: boolean;
}
