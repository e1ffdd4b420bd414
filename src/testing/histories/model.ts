import type { Diary, On } from './diary.ts';

/** A thing that counts, on its day: what it is, where, how much, and who. */
export interface Tally {
  readonly on: On;
  /** Rows of one thing are one line. */
  readonly thing: string;
  readonly places: readonly number[];
  readonly value: number;
  readonly of?: number;
  /** What `of` falls into, where the other parts are figures too. */
  readonly parts?: readonly number[];
  readonly who?: string;
}

export interface Days {
  readonly from: On;
  readonly until: On;
}

/** How somebody would count one figure in the diary, knowing nothing of how it is kept. */
export interface Model {
  readonly way: 'sum' | 'different' | 'median' | 'share';
  readonly people: boolean;
  /** Where nobody counted a single one, it is missing. */
  readonly orMissing?: true;
  /** Counted as it stands at the end of the days, not by what happened on them. */
  readonly standing?: true;
  /** Everything there ever was, whatever the day. With `standing`: as it stands on `until`. */
  readonly all: (diary: Diary, today: On, until: On) => readonly Tally[];
  /** The day from which it can be counted; null: nobody ever could. */
  readonly since: (diary: Diary) => On | null;
}

/** A count: a number, or a part of something; `hidden` for people who could be known; `missing` where nobody measured. */
export type Found = 'missing' | 'hidden' | { readonly value: number; readonly of: number | null };

/** What counts in these days. Null: nobody measured. */
export function talliesIn(model: Model, diary: Diary, { from, until }: Days, today: On): readonly Tally[] | null {
  const since = model.since(diary);
  if (since === null || since > until) return null;
  const tallies = model.all(diary, today, until).filter(({ on }) => model.standing || (on >= from && on <= until));
  return model.orMissing && tallies.length === 0 ? null : tallies;
}

/** The number of the whole house. */
export function foundOf({ way, people }: Model, tallies: readonly Tally[] | null): Found {
  if (tallies === null) return 'missing';
  const found = read(way, tallies);
  if (!people || found === 'missing' || found === 'hidden') return found;
  if (way === 'median') return tallies.length < 5 ? 'hidden' : found;
  if (way !== 'share') return found.value < 5 ? 'hidden' : found;
  const [part, of] = [found.value, found.of ?? 0];
  const few = (some: number) => some >= 1 && some <= 4;
  if (of < 5 || few(part) || few(of - part)) return 'hidden';
  const parts = tallies[0]?.parts?.map((_, at) => tallies.reduce((all, one) => all + (one.parts?.[at] ?? 0), 0));
  return parts && unfindable(parts)[parts.indexOf(part)] === 'hidden' ? 'hidden' : found;
}

/** In each of so many departments, and last what lies in several or in none. */
export function foundIn(model: Model, tallies: readonly Tally[] | null, departments: number): readonly Found[] {
  const places = [...Array(departments).keys(), null];
  if (tallies === null) return places.map(() => 'missing');
  const { way, people } = model;
  if (!people) return places.map((place) => read(way, talliesAt(model, tallies, place)));
  if (way === 'median') return places.map((place) => foundOf(model, talliesAt(model, tallies, place)));
  if (way === 'share') return sharesApart(model, tallies, places);
  const sizes = places.map((place) =>
    way === 'sum'
      ? talliesAt(model, tallies, place).reduce((sum, { value }) => sum + value, 0)
      : homesOf(tallies).filter((home) => home === place).length,
  );
  return unfindable(sizes);
}

/** While a share is hidden alone, or with others that could be known together, the smallest that is told is hidden with it. */
function sharesApart(model: Model, tallies: readonly Tally[], places: readonly (number | null)[]): readonly Found[] {
  const there = places.map((place) => talliesAt(model, tallies, place));
  const found = there.map((some) => foundOf(model, some));
  if (!found.includes('hidden') || typeof foundOf(model, tallies) === 'string') return found;
  for (;;) {
    const secret = there.filter((_, at) => found[at] === 'hidden');
    if (secret.length > 1 && typeof foundOf(model, secret.flat()) !== 'string') return found;
    const told = found.flatMap((one, at) => (typeof one === 'string' ? [] : [{ at, of: one.of ?? 0 }]));
    const least = told.find(({ of }) => told.every((other) => of <= other.of));
    if (!least) return found;
    found[least.at] = 'hidden';
  }
}

/** Things lie in each of their departments; people in the one they are in, and in none when they are in several. */
export function talliesAt({ people }: Model, tallies: readonly Tally[], place: number | null): readonly Tally[] {
  return tallies.filter(({ places }) => {
    if (people) return place === null ? places.length !== 1 : places.length === 1 && places[0] === place;
    return place === null ? places.length === 0 : places.includes(place);
  });
}

function read(way: Model['way'], tallies: readonly Tally[]): Found {
  const sum = tallies.reduce((all, { value }) => all + value, 0);
  if (way === 'sum') return { value: sum, of: null };
  if (way === 'different') return { value: new Set(tallies.map(({ who, thing }) => who ?? thing)).size, of: null };
  if (tallies.length === 0) return 'missing';
  if (way === 'share') return { value: sum, of: tallies.reduce((all, { of = 1 }) => all + of, 0) };
  const sorted = tallies.map(({ value }) => value).sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [above = 0, below = above] = [sorted[half], sorted[half - 1]];
  return { value: sorted.length % 2 === 1 ? above : (above + below) / 2, of: null };
}

/** Where each different person belongs. */
function homesOf(tallies: readonly Tally[]): readonly (number | null)[] {
  const where = new Map<string, Set<number | null>>();
  for (const { who = '', places } of tallies) {
    const home = places.length === 1 ? (places[0] ?? null) : null;
    where.set(who, (where.get(who) ?? new Set()).add(home));
  }
  return [...where.values()].map((homes) => (homes.size === 1 ? ([...homes][0] ?? null) : null));
}

/** With a small group the smallest of the large ones is hidden too, so that none is found by subtraction. */
function unfindable(sizes: readonly number[]): readonly Found[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all < 5) return sizes.map(() => 'hidden');
  const large = sizes.filter((size) => size >= 5);
  const hideUpTo = large.length === sizes.length ? 0 : Math.min(...large);
  return sizes.map((size) => (size <= hideUpTo ? 'hidden' : { value: size, of: null }));
}
