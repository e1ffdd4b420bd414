import { type DrawRequest, isCounted, type PoolMember, partsOf } from './pool.ts';
import type { Column } from './tableau.ts';

/** People who can stand for each other: same answers, and the same kind of household around them. */
export interface Kind {
  /** Places in the pool. */
  readonly people: readonly number[];
  /** Rows that count them. */
  readonly rows: readonly number[];
  /** No panel can have more of them. */
  readonly most: number;
}

/** A sum over kinds that must lie within bounds: a quota, the seats, or one of each household. */
export interface Row {
  readonly least: number;
  readonly most: number;
}

/** Households made up alike: as many panels' worth of places as there are households. */
export interface HouseholdGroup {
  readonly kinds: readonly number[];
  /** For each household, who of it is of which kind: kind → places in the pool. */
  readonly households: readonly ReadonlyMap<number, readonly number[]>[];
}

/** The draw without names: whole numbers of each kind, within rows. Those who must be in are already seated. */
export interface Problem {
  readonly kinds: readonly Kind[];
  readonly rows: readonly Row[];
  /** The first rows are the quotas, in their order; then the seats; then the households. */
  readonly quotas: number;
  /** Seats that are left when those who must be in have sat down. */
  readonly seats: number;
  readonly groups: readonly HouseholdGroup[];
  /** Places in the pool of those who must be in. */
  readonly included: readonly number[];
  /** Places in the pool of those who share the home of one who must be in, and so can be in no panel. */
  readonly shut: readonly number[];
  /** Two who must be in live together: no panel is possible, whatever the quotas. */
  readonly clash: boolean;
}

export function problemOf(request: DrawRequest): Problem {
  const { pool, quotas } = request;
  const parts = quotas.map(partsOf);
  const include = new Set(request.include);
  const exclude = new Set(request.exclude);
  const included: number[] = [];
  const open: number[] = [];
  for (const [place, { id }] of pool.entries()) {
    if (include.has(id)) included.push(place);
    else if (!exclude.has(id)) open.push(place);
  }
  const homes = included.map((place) => homeOf(pool, place)).filter((home) => home !== '');
  const taken = new Set(homes);
  const free = open.filter((place) => !taken.has(homeOf(pool, place)));
  const counted = (place: number) =>
    parts.flatMap((part, row) => (isCounted(pool[place] as PoolMember, part) ? [row] : []));
  const seated = new Array<number>(quotas.length).fill(0);
  for (const place of included) for (const row of counted(place)) seated[row] = (seated[row] as number) + 1;
  const seats = request.seats - included.length;
  const grouped = groupsOf(pool, free, (place) => counted(place).join(','));
  const { kinds, groups, householdRows } = kindsOf(grouped, quotas.length, (place) => counted(place));
  return {
    kinds,
    rows: [
      ...quotas.map(({ min, max }, row) => ({
        least: min - (seated[row] as number),
        most: max - (seated[row] as number),
      })),
      { least: seats, most: seats },
      ...householdRows,
    ],
    quotas: quotas.length,
    seats,
    groups,
    included,
    shut: open.filter((place) => taken.has(homeOf(pool, place))),
    clash: taken.size < homes.length,
  };
}

/** How many people are of a kind. */
export function sizeOf(problem: Problem, kind: number): number {
  return (problem.kinds[kind] as Kind).people.length;
}

/** A linear program over the rules has one column for each kind, its seats, from none to all that fit; each gains `weights[kind]`. */
export function seatColumns(problem: Problem, weights?: ArrayLike<number>): Column[] {
  return problem.kinds.map(({ rows, most }, kind) => ({
    cost: weights?.[kind] ?? 0,
    least: 0,
    most,
    rows,
    values: rows.map(() => 1),
  }));
}

function homeOf(pool: readonly PoolMember[], place: number): string {
  return pool[place]?.household ?? '';
}

/** A household: its members by what the quotas count of them. */
type Household = ReadonlyMap<string, readonly number[]>;

/** Households, by who lives in them; those who live alone are households too. */
function groupsOf(
  pool: readonly PoolMember[],
  places: readonly number[],
  answers: (place: number) => string,
): Map<string, Household[]> {
  const homes = new Map<string, number[]>();
  for (const place of places) {
    const key = homeOf(pool, place) || `\u0000${place}`;
    homes.set(key, [...(homes.get(key) ?? []), place]);
  }
  const groups = new Map<string, Household[]>();
  for (const members of homes.values()) {
    const household = new Map<string, number[]>();
    for (const place of members) household.set(answers(place), [...(household.get(answers(place)) ?? []), place]);
    const alike = [...household]
      .map(([key, people]) => `${key}*${people.length}`)
      .sort()
      .join(' ');
    groups.set(alike, [...(groups.get(alike) ?? []), household]);
  }
  return groups;
}

function kindsOf(
  grouped: ReadonlyMap<string, readonly Household[]>,
  quotas: number,
  counted: (place: number) => readonly number[],
): { kinds: Kind[]; groups: HouseholdGroup[]; householdRows: Row[] } {
  const kinds: Kind[] = [];
  const groups: HouseholdGroup[] = [];
  const householdRows: Row[] = [];
  for (const households of grouped.values()) {
    const answers = [...(households[0] as Household).keys()].sort();
    const first = kinds.length;
    // One kind is bounded by itself; several share their homes, which takes a row.
    const extra = answers.length > 1 ? [quotas + 1 + householdRows.length] : [];
    for (const answer of answers) {
      const people = households.flatMap((household) => household.get(answer) ?? []);
      const rows = [...counted(people[0] as number), quotas, ...extra];
      kinds.push({ people, rows, most: households.length });
    }
    if (answers.length > 1) householdRows.push({ least: 0, most: households.length });
    groups.push({
      kinds: answers.map((_, at) => first + at),
      households: households.map((home) => new Map(answers.map((key, at) => [first + at, home.get(key) ?? []]))),
    });
  }
  return { kinds, groups, householdRows };
}
