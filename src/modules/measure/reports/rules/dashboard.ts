import { type Day, day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import {
  type Count,
  countIn,
  countOf,
  type Line,
  liesIn,
  linesOf,
  MISSING,
} from '../../../../platform/figures/count.ts';
import type { Figure, FigureRoom, FigureRow, FigureSpan } from '../../../../platform/figures/figures.ts';

/** What people do together comes first. */
export const ROOM_ORDER: readonly FigureRoom[] = ['act', 'decide', 'inspire', 'listen', 'measure'];

/** Which part of the house: a department, what lies in several or is for everybody, or (null) the whole organisation. */
export type Part = Id<'department'> | typeof SEVERAL | null;
export const SEVERAL = 'several';

/** A figure with its number and last year's. */
export interface Shown {
  readonly figure: Figure;
  readonly now: Count;
  readonly before: Count;
}

/** A year and the one before it; the one that runs is counted to today. */
export function yearsOf(year: number, today: Day): readonly [FigureSpan, FigureSpan] {
  const spanOf = (one: number): FigureSpan => {
    const [from, last] = [day(`${one}-01-01`), day(`${one}-12-31`)];
    return { from, until: today >= from && today < last ? today : last };
  };
  return [spanOf(year - 1), spanOf(year)];
}

/**
 * The number of a figure in a part of the house. A department's is read from all of them together, so that no small group
 * is found by subtraction.
 */
export function countFor(
  figure: Figure,
  rows: readonly FigureRow[] | null,
  part: Part,
  departments: readonly Id<'department'>[],
): Count {
  if (part === null) return countOf(figure, rows);
  // Things are counted where they lie; only people are divided among all of them.
  if (!figure.people) return countIn(figure, rows, [part === SEVERAL ? null : part])[0] ?? MISSING;
  const at = part === SEVERAL ? departments.length : departments.indexOf(part);
  return countIn(figure, rows, [...departments, null])[at] ?? MISSING;
}

/** The lines behind a figure in a part of the house. Nothing where the number itself is hidden. */
export function linesBehind(figure: Figure, rows: readonly FigureRow[], part: Part, count: Count): readonly Line[] {
  if (count.kind === 'hidden') return [];
  const there = new Set(rows.filter((row) => part === null || belongs(figure, row, part)).map(({ id }) => id));
  // People on a line are counted over the whole house: the same line in two places would tell the rest by subtraction.
  const counted = figure.people ? rows : rows.filter(({ id }) => there.has(id));
  return linesOf(figure, counted).filter(({ id }) => there.has(id));
}

/** As `countIn`: people belong where they are in one place alone. */
function belongs({ people }: Figure, row: FigureRow, part: NonNullable<Part>): boolean {
  const alone = row.departmentIds.length === 1;
  if (part === SEVERAL) return people ? !alone : liesIn(row, null);
  return liesIn(row, part) && (!people || alone);
}
