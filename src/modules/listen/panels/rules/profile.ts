import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { FEWEST } from './panel.ts';
import { AGE_BANDS, ageBand, FEATURES, type Feature, TENURES, type Traits, tenureBand } from './people.ts';

/** Some of a question's answers. */
export interface Part {
  readonly feature: Feature;
  readonly codes: readonly string[];
}

/** One group of residents: those whose answer to `feature` is one of `codes`. */
export interface Cell extends Part {
  /** A combination: those who belong to this one too. */
  readonly also?: Part | null | undefined;
  /** How many live here, counted or written. */
  readonly people: number;
  readonly fewest: number;
  readonly most: number;
}

export interface KeptCell extends Cell {
  readonly id: Id<'panel_cell'>;
}

/** How many residents there are with each answer, in the order in which small ones are joined. */
export type Counts = Readonly<Record<Feature, readonly { readonly code: string; readonly people: number }[]>>;

/** So many residents with one answer, as the house knows it: for age the year of birth, for tenure whole years lived here. */
export interface Residents {
  readonly feature: Feature;
  readonly code: string;
  readonly people: number;
}

export function countsFrom(residents: readonly Residents[], today: Day): Counts {
  const of = (feature: Feature, order: readonly string[] = [], codeOf = (code: string) => code) => {
    const same = residents.filter((one) => one.feature === feature);
    return [...Map.groupBy(same, ({ code }) => codeOf(code))]
      .map(([code, all]) => ({ code, people: all.reduce((sum, one) => sum + one.people, 0) }))
      .toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code) || b.people - a.people);
  };
  return {
    age: of('age', AGE_BANDS, (born) => ageBand(Number(born), today)),
    department: of('department'),
    dwelling: of('dwelling'),
    language: of('language'),
    tenure: of('tenure', TENURES, (years) => tenureBand(Number(years))),
  };
}

/**
 * The profile as it is first proposed: groups under five joined to their neighbour (ages and years side by side, else the
 * smallest together), and for each its share of the seats, one more or less. Exact numbers would leave nothing to draw.
 */
export function proposeCells(counts: Counts, seats: number): readonly Cell[] {
  return FEATURES.flatMap((feature) => {
    const groups = joinSmall(counts[feature], feature === 'age' || feature === 'tenure');
    // A feature in which all are alike asks nothing of anybody.
    if (groups.length < 2) return [];
    return withBounds(feature, groups, seats);
  });
}

interface Group {
  readonly codes: readonly string[];
  readonly people: number;
}

function joinSmall(counts: Counts[Feature], inOrder: boolean): readonly Group[] {
  const found = counts.filter(({ people }) => people > 0);
  let groups: readonly Group[] = (inOrder ? found : found.toSorted((a, b) => b.people - a.people)).map(
    ({ code, people }) => ({ codes: [code], people }),
  );
  while (groups.length > 1) {
    const small = groups.findLastIndex(({ people }) => people < FEWEST);
    if (small === -1) break;
    const beside = small === 0 ? 1 : small - 1;
    const [first, second] = [Math.min(small, beside), Math.max(small, beside)];
    groups = groups.flatMap((group, at) => {
      if (at === second) return [];
      const other = groups[second] as Group;
      return at === first
        ? [{ codes: [...group.codes, ...other.codes], people: group.people + other.people }]
        : [group];
    });
  }
  return groups;
}

/** Its share of the seats, and one to each side. */
export function withBounds(feature: Feature, groups: readonly Group[], seats: number): readonly Cell[] {
  const all = groups.reduce((sum, { people }) => sum + people, 0);
  return groups.map((group) => {
    const share = all === 0 ? 0 : (group.people / all) * seats;
    return {
      feature,
      ...group,
      fewest: Math.max(0, Math.floor(share - 0.5)),
      most: Math.min(seats, Math.ceil(share + 0.5)),
    };
  });
}

export function inCell(cell: Pick<Cell, 'feature' | 'codes' | 'also'>, traits: Traits): boolean {
  const { also } = cell;
  return cell.codes.includes(traits[cell.feature]) && (!also || also.codes.includes(traits[also.feature]));
}

/** The groups that together are all residents, once for each feature; combinations lie across them. */
export function plainCells<C extends Cell>(cells: readonly C[]): readonly C[] {
  return cells.filter(({ also }) => !also);
}

export function combinations<C extends Cell>(cells: readonly C[]): readonly C[] {
  return cells.filter(({ also }) => also);
}

/** Combinations of groups that are still there. */
export function combinationsOf<C extends Cell>(known: readonly C[], cells: readonly Cell[]): readonly C[] {
  const there = (part: Part) => plainCells(cells).some((cell) => isSame(cell, part));
  return combinations(known).filter((cell) => there(cell) && cell.also && there(cell.also));
}

function isSame(one: Part, other: Part): boolean {
  return one.feature === other.feature && one.codes.join() === other.codes.join();
}

export const MOST_COMBINATIONS = 12;

export type CombinationRefusal = 'same_feature' | 'known' | 'many' | 'above_parts';

/** Can there be a combination of these two groups, with so many at least? */
export function combinationRefusal(
  cells: readonly Cell[],
  [one, other]: readonly [Cell, Cell],
  fewest: number,
): CombinationRefusal | null {
  if (one.feature === other.feature) return 'same_feature';
  const known = combinations(cells);
  const pairs = known.flatMap(({ also, ...cell }) => (also ? [[cell, also] as const] : []));
  if (pairs.some(([a, b]) => (isSame(a, one) && isSame(b, other)) || (isSame(a, other) && isSame(b, one))))
    return 'known';
  if (known.length >= MOST_COMBINATIONS) return 'many';
  return fewest > Math.min(one.most, other.most) ? 'above_parts' : null;
}

export type CellProblem = 'too_few' | 'sum_low' | 'sum_high';

/** A group as it stands: its bounds, how many there are, and what is wrong with it. */
export interface Reflected extends Cell {
  readonly applied: number;
  readonly inside: number;
  readonly share: number;
  readonly problem: CellProblem | null;
}

/**
 * The mirror: for each group how many have applied and how many are in. `too_few`: fewer than the least that the group
 * needs. `sum_low`, `sum_high`: the bounds of the feature together cannot give the seats.
 */
export function reflect(
  cells: readonly Cell[],
  applied: readonly Traits[],
  inside: readonly Traits[],
  seats: number,
): readonly Reflected[] {
  return cells.map((cell) => {
    const same = cell.also ? [] : plainCells(cells).filter(({ feature }) => feature === cell.feature);
    const all = same.reduce((sum, { people }) => sum + people, 0);
    const count = applied.filter((traits) => inCell(cell, traits)).length;
    return {
      ...cell,
      applied: count,
      inside: inside.filter((traits) => inCell(cell, traits)).length,
      share: all === 0 ? 0 : cell.people / all,
      problem: problemOf(cell, count, same, seats),
    };
  });
}

function problemOf(cell: Cell, applied: number, same: readonly Cell[], seats: number): CellProblem | null {
  if (applied < cell.fewest) return 'too_few';
  if (cell.also) return null;
  if (same.reduce((sum, { fewest }) => sum + fewest, 0) > seats) return 'sum_high';
  return same.reduce((sum, { most }) => sum + most, 0) < seats ? 'sum_low' : null;
}

/**
 * How many of those who applied the groups of one feature have room for together: fewer than the seats, and no panel is
 * possible, whatever the others say. Those who belong to no group have no bounds.
 */
export function roomIn(figures: readonly Pick<Reflected, 'applied' | 'most'>[], applied: number): number {
  const known = figures.reduce((sum, cell) => sum + cell.applied, 0);
  return figures.reduce((sum, cell) => sum + Math.min(cell.most, cell.applied), Math.max(0, applied - known));
}

/** How a gathering of people leans in one group: with no figures, so that it can be shown to everybody. */
export type Lean = 'fewer' | 'as_residents' | 'more';

export interface Leaning extends Part {
  readonly lean: Lean;
}

/** Against the residents' shares, with one person to each side forgiven. Groups under five are not named. */
export function leaningsOf(cells: readonly Cell[], people: readonly Traits[]): readonly Leaning[] {
  const plain = plainCells(cells);
  return plain
    .filter((cell) => cell.people >= FEWEST)
    .map((cell) => {
      const all = plain.filter(({ feature }) => feature === cell.feature).reduce((sum, one) => sum + one.people, 0);
      const due = all === 0 ? 0 : (cell.people / all) * people.length;
      const there = people.filter((traits) => inCell(cell, traits)).length;
      const lean = there < due - 1 ? 'fewer' : there > due + 1 ? 'more' : 'as_residents';
      return { feature: cell.feature, codes: cell.codes, lean };
    });
}

/** "Vi mangler …": only once there are five, so that nobody can be counted out. */
export function lacking(cells: readonly Cell[], people: readonly Traits[]): readonly Leaning[] {
  return people.length < FEWEST ? [] : leaningsOf(cells, people).filter(({ lean }) => lean === 'fewer');
}

/** What is left for those who come in place of others: never below nothing, never more than the seats. */
export function residualCells<C extends Cell>(
  cells: readonly C[],
  held: readonly Traits[],
  seats: number,
): readonly C[] {
  return cells.map((cell) => {
    const there = held.filter((traits) => inCell(cell, traits)).length;
    const most = Math.max(0, Math.min(seats, cell.most - there));
    return { ...cell, fewest: Math.min(most, Math.max(0, cell.fewest - there)), most };
  });
}

/**
 * Counts that may be shown to all: fewer than five are `few`; and where only one is, the next smallest is `hidden`, so that
 * nobody finds it by taking the others from the whole.
 */
export function shownCounts(counts: readonly number[]): readonly (number | 'few' | 'hidden')[] {
  const few = counts.filter((count) => count < FEWEST).length;
  const rest = counts.filter((count) => count >= FEWEST);
  const next = few === 1 && rest.length > 0 ? counts.indexOf(Math.min(...rest)) : -1;
  return counts.map((count, at) => (count < FEWEST ? 'few' : at === next ? 'hidden' : count));
}
