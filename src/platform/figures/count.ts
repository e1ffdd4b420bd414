import type { Id } from '../../kernel/id.ts';
import { FEWEST, type Guarded, guardSmallGroups } from '../../kernel/small-groups.ts';
import type { Figure, FigureRow, Unit } from './figures.ts';

/**
 * A figure as it may be read. `missing`: nothing was measured, which is never zero. `hidden`: fewer than five people, or so
 * few that somebody could be found by subtraction. A share has its two numbers; everything else has `of` null.
 */
export type Count =
  | { readonly kind: 'missing' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'counted'; readonly value: number; readonly of: number | null };

export const MISSING: Count = { kind: 'missing' };
const HIDDEN: Count = { kind: 'hidden' };

type Kind = Pick<Figure, 'way' | 'people' | 'emptyIsMissing'>;

/** Where people are counted when they belong to no one department: several, or the whole organisation. */
export type Place = Id<'department'> | null;

/** The figure for the whole organisation: a reading of its rows alone. */
export function countOf(figure: Kind, rows: readonly FigureRow[] | null): Count {
  if (rows === null || isUncounted(figure, rows)) return MISSING;
  const count = plain(figure, rows);
  return figure.people ? guardAlone(figure, count, rows) : count;
}

/**
 * The figure in each place, in the order they were given. Things that lie in two departments count in both. People count
 * once: in their department, or under null when they are in several or in none.
 */
export function countIn(figure: Kind, rows: readonly FigureRow[] | null, places: readonly Place[]): readonly Count[] {
  if (rows === null || isUncounted(figure, rows)) return places.map(() => MISSING);
  if (!figure.people)
    return places.map((place) =>
      plain(
        figure,
        rows.filter((row) => liesIn(row, place)),
      ),
    );
  if (figure.way === 'median') return rowsIn(rows, places).map((there) => countOf(figure, there));
  if (figure.way === 'share') return sharesIn(figure, rows, places);
  const parts = figure.way === 'different' ? differentIn(rows, places) : sumsIn(rows, places);
  const { parts: shown } = guardSmallGroups(sum(parts), [parts]);
  return places.map((_, at) => guarded(shown[0]?.[at] ?? null));
}

function rowsIn(rows: readonly FigureRow[], places: readonly Place[]): readonly (readonly FigureRow[])[] {
  return places.map((place) => rows.filter((row) => homeOf(row) === place));
}

/**
 * Beside a place that is hidden the smallest of the others is hidden too, and the next, until what is hidden could be shown
 * as one: whoever takes what is shown from the whole finds no more than that.
 */
function sharesIn(figure: Kind, rows: readonly FigureRow[], places: readonly Place[]): readonly Count[] {
  const there = rowsIn(rows, places);
  const counts = there.map((some) => countOf(figure, some));
  const hidden = new Set(counts.flatMap((count, at) => (count.kind === 'hidden' ? [at] : [])));
  if (hidden.size === 0 || countOf(figure, rows).kind !== 'counted') return counts;
  const shown = counts.flatMap((count, at) => (count.kind === 'counted' ? [{ at, of: count.of ?? 0 }] : []));
  for (const { at } of shown.toSorted((one, other) => one.of - other.of)) {
    const together = [...hidden].flatMap((one) => there[one] ?? []);
    if (hidden.size > 1 && countOf(figure, together).kind === 'counted') break;
    hidden.add(at);
  }
  return counts.map((count, at) => (hidden.has(at) ? HIDDEN : count));
}

/** One thing behind a figure, with all its rows read together. */
export interface Line extends Omit<FigureRow, 'value' | 'of' | 'who'> {
  readonly count: Count;
}

/** The lines behind a figure, in the order of its rows. Where people are counted, the lines are guarded as one division of them. */
export function linesOf(figure: Kind, rows: readonly FigureRow[]): readonly Line[] {
  const things = [...Map.groupBy(rows, ({ id }) => id).values()];
  const counts = things.map((ofThing) => plain(figure, ofThing));
  const shown = figure.people ? guardLines(figure, rows, counts) : counts;
  return things.flatMap(([first], at) => {
    const count = shown[at];
    if (!first || !count) return [];
    const { id, on, title, path, departmentIds } = first;
    return [{ id, on, title, path, departmentIds, count }];
  });
}

/** In hundredths of what is read: of a person, a day, a per cent or a krone. */
export function hundredthsOf(unit: Unit, { value, of }: Extract<Count, { kind: 'counted' }>): number {
  if (of !== null) return Math.round((10_000 * value) / of);
  return unit === 'ore' ? value : Math.round(100 * value);
}

/** How long the bar of a number is; null where nothing is drawn. */
export function barLengthOf(unit: Unit, count: Count): number | null {
  return count.kind === 'counted' ? hundredthsOf(unit, count) : null;
}

/**
 * What a whole bar stands for beside these: all of it where they are shares, else the greatest of them. Null: nothing is drawn. A number
 * beside one that is hidden or missing would fill its bar, and look as if the other were nothing.
 */
export function wholeBarOf(unit: Unit, counts: readonly Count[]): number | null {
  const lengths = counts.flatMap((count) => barLengthOf(unit, count) ?? []);
  const isShare = counts.some((count) => count.kind === 'counted' && count.of !== null);
  if (isShare) return Math.max(10_000, ...lengths);
  return lengths.length < 2 ? null : Math.max(...lengths);
}

function isUncounted({ emptyIsMissing }: Kind, rows: readonly FigureRow[]): boolean {
  return emptyIsMissing === true && rows.length === 0;
}

function plain({ way }: Kind, rows: readonly FigureRow[]): Count {
  if (way === 'sum') return counted(sum(rows.map(({ value }) => value)));
  if (way === 'different') return counted(new Set(rows.map(({ who, id }) => who ?? id)).size);
  if (way === 'median') {
    const middle = medianOf(rows.map(({ value }) => value));
    return middle === null ? MISSING : counted(middle);
  }
  const of = sum(rows.map((row) => row.of ?? 1));
  return of === 0 ? MISSING : { kind: 'counted', value: sum(rows.map(({ value }) => value)), of };
}

function counted(value: number): Count {
  return { kind: 'counted', value, of: null };
}

function guarded(value: Guarded): Count {
  return value === null ? HIDDEN : counted(value);
}

/** A share of people hides either side of it: three of a hundred who did not are three people. */
function guardAlone({ way }: Kind, count: Count, rows: readonly FigureRow[]): Count {
  if (count.kind !== 'counted') return count;
  if (way === 'median') return rows.length < FEWEST ? HIDDEN : count;
  if (way !== 'share') return count.value < FEWEST ? HIDDEN : count;
  const of = count.of ?? 0;
  const betrays = (some: number) => some > 0 && some < FEWEST;
  if (of < FEWEST || betrays(count.value) || betrays(of - count.value)) return HIDDEN;
  const parts = partsOf(rows);
  // Whether a part is hidden depends on its size alone.
  return parts.length === 0 || guardSmallGroups(of, [parts]).parts[0]?.includes(count.value) ? count : HIDDEN;
}

/** What all rows together are divided into; empty where they are not. */
function partsOf(rows: readonly FigureRow[]): readonly number[] {
  const [first = []] = rows.map(({ parts = [] }) => parts);
  return first.map((_, at) => sum(rows.map(({ parts = [] }) => parts[at] ?? 0)));
}

/** Middle values and shares of people are never shown thing by thing: one line would be one answer. */
function guardLines({ way }: Kind, rows: readonly FigureRow[], counts: readonly Count[]): readonly Count[] {
  if (way === 'median' || way === 'share') return counts.map(() => HIDDEN);
  const values = counts.map((count) => (count.kind === 'counted' ? count.value : 0));
  const total = way === 'different' ? new Set(rows.map(({ who, id }) => who ?? id)).size : sum(values);
  const { parts } = guardSmallGroups(total, [values]);
  return counts.map((_, at) => guarded(parts[0]?.[at] ?? null));
}

/** Null asks for what is of the whole organisation. */
export function liesIn({ departmentIds }: Pick<FigureRow, 'departmentIds'>, place: Place): boolean {
  return place === null ? departmentIds.length === 0 : departmentIds.includes(place);
}

/** The one department that people of a row belong to; null: several, or the whole organisation. */
function homeOf({ departmentIds }: FigureRow): Place {
  return departmentIds.length === 1 ? (departmentIds[0] ?? null) : null;
}

function sumsIn(rows: readonly FigureRow[], places: readonly Place[]): readonly number[] {
  const sums = new Map<Place, number>();
  for (const row of rows) sums.set(homeOf(row), (sums.get(homeOf(row)) ?? 0) + row.value);
  return places.map((place) => sums.get(place) ?? 0);
}

function differentIn(rows: readonly FigureRow[], places: readonly Place[]): readonly number[] {
  const homes = new Map<string, Place>();
  for (const row of rows) {
    const who = row.who ?? row.id;
    const here = homeOf(row);
    const known = homes.get(who);
    homes.set(who, known === undefined || known === here ? here : null);
  }
  const sizes = new Map<Place, number>();
  for (const home of homes.values()) sizes.set(home, (sizes.get(home) ?? 0) + 1);
  return places.map((place) => sizes.get(place) ?? 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

/** The middle value, or between the two in the middle. Null when there are none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [below, above] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}
