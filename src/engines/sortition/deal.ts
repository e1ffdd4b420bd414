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
function homesOf({ kinds, households }: Problem['groups'][number], random: () => number): Dealer {
  const lists = households.map((home) => kinds.map((kind) => home.get(kind) as readonly number[]));
  const everybody = lists.flat(2);
  const rank = new Map(shuffled(everybody, random).map((place, at) => [place, at] as const));
  const often = new Map<number, number>(everybody.map((place) => [place, 0]));
  const before = (one: number, other: number) =>
    (often.get(one) as number) - (often.get(other) as number) ||
    (rank.get(one) as number) - (rank.get(other) as number);
  const first = (list: readonly number[]) => list.reduce((least, one) => (before(one, least) < 0 ? one : least));
  // By home and kind: who sits next, and how often they have. A home that gives nobody stands last, with 0.
  const next = lists.map((home) => home.map(first));
  const sat = lists.map((home) => [...home.map(() => 0), 0]);
  const nobody = kinds.length;
  return (panel) => {
    const wanted = kinds.flatMap((kind, at) => (panel[kind] ? [{ at, seats: panel[kind] }] : []));
    if (wanted.length === 0) return [];
    const gives = new Array<number>(households.length).fill(nobody);
    for (const { at, seats } of wanted.sort((one, other) => other.seats - one.seats)) {
      const free = [...gives.keys()].filter((home) => gives[home] === nobody);
      free.sort((one, other) => before(next[one]?.[at] as number, next[other]?.[at] as number));
      for (const home of free.slice(0, seats)) gives[home] = at;
    }
    exchangeHomes(gives, sat);
    return [...gives.entries()].flatMap(([home, at]) => {
      if (at === nobody) return [];
      const place = next[home]?.[at] as number;
      often.set(place, (often.get(place) as number) + 1);
      const then = first(lists[home]?.[at] as readonly number[]);
      (next[home] as number[])[at] = then;
      (sat[home] as number[])[at] = often.get(then) as number;
      return place;
    });
  };
}

/**
 * Who chose last took the homes that were left. Two homes change what they give, as long as that seats people who have sat less:
 * `sat` says by home and kind how often its next has, and last 0 for a home that gives nobody.
 */
function exchangeHomes(gives: number[], sat: readonly (readonly number[])[]): void {
  const after = (home: number, kind: number) => sat[home]?.[kind] as number;
  for (let changed = true; changed; ) {
    changed = false;
    for (let one = 0; one < gives.length; one++) {
      for (let other = one + 1; other < gives.length; other++) {
        const [mine, theirs] = [gives[one] as number, gives[other] as number];
        if (mine === theirs) continue;
        if (after(one, theirs) + after(other, mine) >= after(one, mine) + after(other, theirs)) continue;
        [gives[one], gives[other]] = [theirs, mine];
        changed = true;
      }
    }
  }
}
