import type { Count, WayHere } from './event.ts';
import { type Party, peopleIn } from './signing-up.ts';

/** A sign-up with seats, as it stood when the event was counted. */
export interface Attended {
  readonly came: Party | null;
  readonly cameBy: WayHere | null;
  /** The sealed mark of the home or contact; null where neither is known. */
  readonly mark: string | null;
}

export interface WalkIn extends Party {
  readonly cameBy: WayHere | null;
}

/**
 * What an event comes to. Nobody noted and no walk-in: nobody counted (null), unless somebody says that nobody came.
 * `known`: marks that have been to an event in this house before.
 */
export function countOf(
  signUps: readonly Attended[],
  walkIns: readonly WalkIn[],
  known: ReadonlySet<string>,
  nobodyCame: boolean,
): Count {
  const there = signUps.filter((one) => one.came !== null);
  const counted = nobodyCame || there.length > 0 || walkIns.length > 0;
  const parties = [...there.flatMap(({ came }) => came ?? []), ...walkIns];
  const marked = there.filter((one) => one.mark !== null);
  const first = marked.filter((one) => !known.has(one.mark ?? ''));
  const people = (rows: readonly Attended[]) => rows.reduce((sum, { came }) => sum + (came ? peopleIn(came) : 0), 0);
  const homes = (rows: readonly Attended[]) => new Set(rows.map(({ mark }) => mark)).size;
  return {
    adults: counted ? parties.reduce((sum, { adults }) => sum + adults, 0) : null,
    children: counted ? parties.reduce((sum, { children }) => sum + children, 0) : null,
    signUps: signUps.length,
    absent: counted ? signUps.length - there.length : 0,
    knownPeople: people(marked),
    firstPeople: people(first),
    knownHomes: homes(marked),
    firstHomes: homes(first),
  };
}

/** How many people came by which way: those who said so. */
export function waysOf(signUps: readonly Attended[], walkIns: readonly WalkIn[]): ReadonlyMap<WayHere, number> {
  const ways = new Map<WayHere, number>();
  const add = (way: WayHere | null, party: Party | null) => {
    if (way && party) ways.set(way, (ways.get(way) ?? 0) + peopleIn(party));
  };
  for (const { cameBy, came } of signUps) add(cameBy, came);
  for (const walkIn of walkIns) add(walkIn.cameBy, walkIn);
  return ways;
}
