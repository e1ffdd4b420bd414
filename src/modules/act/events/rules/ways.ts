import { type Guarded, guardSmallGroups } from '../../../../kernel/small-groups.ts';
import { WAYS_HERE, type WayHere } from './event.ts';

/** How people came to hear of it, as it may be read: nobody is found among few. */
export interface GuardedWays {
  /** How many have said; null below five. */
  readonly total: Guarded;
  readonly of: ReadonlyMap<WayHere, Guarded>;
}

export function guardedWays(ways: ReadonlyMap<WayHere, number>): GuardedWays {
  const counts = WAYS_HERE.map((way) => ways.get(way) ?? 0);
  const { total, parts } = guardSmallGroups(
    counts.reduce((sum, count) => sum + count, 0),
    [counts],
  );
  return { total, of: new Map(WAYS_HERE.map((way, at) => [way, parts[0]?.[at] ?? null])) };
}
