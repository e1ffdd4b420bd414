import type { Panel } from './panel-search.ts';
import type { Problem } from './problem.ts';
import { shuffled } from './random.ts';

/**
 * Seats people: each panel of the list becomes places in the pool, those who must be in first. Among people of one kind those
 * sit who have sat in fewest panels, so that their chances in the list differ by as little as whole numbers allow; never two of a
 * household. The order of people and panels comes from `random`.
 */
export function deal(problem: Problem, list: readonly Panel[], random: () => number): number[][] {
  const dealers = problem.groups.map((group) => {
    const alone =
      group.kinds.length === 1 && group.households.every((home) => home.get(group.kinds[0] as number)?.length === 1);
    return alone ? roundOf(problem, group.kinds[0] as number, random) : homesOf(group, random);
  });
  return shuffled(list, random).map((panel) =>
    [...problem.included, ...dealers.flatMap((dealer) => dealer(panel))].sort((one, other) => one - other),
  );
}

type Dealer = (panel: Panel) => number[];

/** People who share their home with nobody sit in rounds: nobody twice before all have sat once. */
function roundOf(problem: Problem, kind: number, random: () => number): Dealer {
  const people = (problem.kinds[kind] as Problem['kinds'][number]).people;
  let waiting: number[] = [];
  return (panel) => {
    const seats = panel[kind] as number;
    const seated = waiting.splice(0, seats);
    if (seated.length === seats) return seated;
    const taken = new Set(seated);
    const round = shuffled(people, random);
    const more = round.filter((place) => !taken.has(place)).slice(0, seats - seated.length);
    seated.push(...more);
    const sat = new Set(more);
    waiting = round.filter((place) => !sat.has(place));
    return seated;
  };
}

/** In homes that are shared, whoever has sat least sits next, and their home is full. */
function homesOf(group: Problem['groups'][number], random: () => number): Dealer {
  const everybody = group.households.flatMap((household) => [...household.values()].flat());
  const rank = new Map(shuffled(everybody, random).map((place, at) => [place, at] as const));
  const often = new Map<number, number>(everybody.map((place) => [place, 0]));
  const before = (one: number, other: number) =>
    (often.get(one) as number) - (often.get(other) as number) ||
    (rank.get(one) as number) - (rank.get(other) as number);
  return (panel) => {
    const taken = new Set<number>();
    const seated: number[] = [];
    const kinds = group.kinds.filter((kind) => (panel[kind] as number) > 0);
    for (const kind of kinds.sort((one, other) => (panel[other] as number) - (panel[one] as number))) {
      const free = group.households.flatMap((household, home) => {
        const first = taken.has(home) ? undefined : [...(household.get(kind) ?? [])].sort(before)[0];
        return first === undefined ? [] : [{ home, place: first }];
      });
      free.sort((one, other) => before(one.place, other.place));
      for (const { home, place } of free.slice(0, panel[kind] as number)) {
        taken.add(home);
        seated.push(place);
        often.set(place, (often.get(place) as number) + 1);
      }
    }
    return seated;
  };
}
