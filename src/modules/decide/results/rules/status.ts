import { addDays, type Day, daysBetween, readDay, yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Ore, sumOre } from '../../../../kernel/money.ts';
import type { ApplicationId } from './case.ts';
import { cameShown } from './feedback.ts';
import { CATEGORIES, type Category, GROUNDS, type Ground } from './supported.ts';

/** What can happen to a case, each on a day, and each a figure that opens to its rows. */
export const HAPPENINGS = ['sought', 'committed', 'refused', 'waited', 'paid', 'released', 'told'] as const;
export type HappeningKind = (typeof HAPPENINGS)[number];

/** One dated row of a case. A figure is how many of them there are, and what they add up to. */
export interface Happening {
  readonly kind: HappeningKind;
  readonly on: Day;
  /** What was sought, promised, refused, paid or released; zero where somebody told how it went. */
  readonly amount: Ore;
  readonly applicationId: ApplicationId;
  readonly reference: string;
  readonly title: string;
  readonly grounds: readonly Ground[];
  readonly departmentIds: readonly Id<'department'>[];
  readonly category: Category | null;
  /** With a yes or a no: when it was sent in, and the day an answer was promised for. */
  readonly sentOn: Day;
  readonly answerBy: Day;
  /** With `told`. */
  readonly came: number | null;
}

/** A span of days in one fund. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The same days a year before. */
export function yearBefore({ from, to }: Span): Span {
  return { from: sameDayBefore(from), to: sameDayBefore(to) };
}

function sameDayBefore(on: Day): Day {
  const year = yearOf(on) - 1;
  // 29 February has no such day the year before.
  return readDay(`${year}${on.slice(4)}`) ?? addDays(readDay(`${year}-03-01`) as Day, -1);
}

/** The quarters of a year, the first first. */
export function quartersOf(year: number): readonly Span[] {
  return [0, 1, 2, 3].map((quarter) => {
    const from = readDay(`${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`) as Day;
    const next = readDay(
      quarter === 3 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 4).padStart(2, '0')}-01`,
    );
    return { from, to: addDays(next as Day, -1) };
  });
}

export interface Figure {
  readonly count: number;
  readonly amount: Ore;
}
export type FiguresByKind = Readonly<Record<HappeningKind, Figure>>;

export interface StatusFigures {
  readonly all: FiguresByKind;
  /** Days from application to yes or no. Null while nothing was answered. */
  readonly answers: {
    readonly answered: number;
    readonly medianDays: number | null;
    /** Answered on the promised day or before. */
    readonly kept: number;
  };
  /** All who came, where five or more did; and how many projects are left out of it because fewer came. */
  readonly came: { readonly people: number; readonly counted: number; readonly few: number };
  /** Somebody may seek on several grounds, and for several departments: then it counts in each. */
  readonly byGround: readonly ({ readonly ground: Ground } & FiguresByKind)[];
  readonly byDepartment: readonly ({ readonly departmentId: Id<'department'> | null } & FiguresByKind)[];
  readonly byCategory: readonly ({ readonly category: Category | null } & FiguresByKind)[];
}

/** A fund's span with the same days of the year before. */
export interface Status {
  readonly fundName: string;
  readonly span: Span;
  readonly now: StatusFigures;
  /** Null where the fund had no period that year: then nothing was measured. */
  readonly before: StatusFigures | null;
  readonly waiting: number;
  readonly departments: ReadonlyMap<string, string>;
}

/** Adds a span up. `departmentIds` in the order they are shown. */
export function statusFigures(rows: readonly Happening[], departmentIds: readonly Id<'department'>[]): StatusFigures {
  const decided = rows.filter(({ kind }) => kind === 'committed' || kind === 'refused');
  const told = rows.flatMap(({ kind, came }) => (kind === 'told' && came !== null ? [came] : []));
  const shown = told.flatMap((came) => cameShown(came) ?? []);
  const narrowed = (narrow: Narrow) => figuresOf(rows.filter((row) => keeps(row, narrow)));
  return {
    all: figuresOf(rows),
    answers: {
      answered: decided.length,
      medianDays: median(decided.map(({ sentOn, on }) => daysBetween(sentOn, on))),
      kept: decided.filter(({ on, answerBy }) => on <= answerBy).length,
    },
    came: {
      people: shown.reduce((sum, count) => sum + count, 0),
      counted: shown.length,
      few: told.length - shown.length,
    },
    byGround: GROUNDS.map((ground) => ({ ground, ...narrowed({ ground }) })),
    byDepartment: [...departmentIds, null].map((departmentId) => ({ departmentId, ...narrowed({ departmentId }) })),
    byCategory: [...CATEGORIES, null].map((category) => ({ category, ...narrowed({ category }) })),
  };
}

/** What the rows of a figure are narrowed to; null is "none of them". */
export interface Narrow {
  readonly ground?: Ground;
  readonly departmentId?: Id<'department'> | null;
  readonly category?: Category | null;
}

export function keeps(row: Happening, { ground, departmentId, category }: Narrow): boolean {
  if (ground !== undefined && !row.grounds.includes(ground)) return false;
  if (category !== undefined && row.category !== category) return false;
  if (departmentId === undefined) return true;
  return departmentId === null ? row.departmentIds.length === 0 : row.departmentIds.includes(departmentId);
}

function figuresOf(rows: readonly Happening[]): FiguresByKind {
  const figures = HAPPENINGS.map((kind) => {
    const some = rows.filter((row) => row.kind === kind);
    return [kind, { count: some.length, amount: sumOre(some.map(({ amount }) => amount)) }];
  });
  return Object.fromEntries(figures) as Record<HappeningKind, Figure>;
}

/** The middle one, or between the two in the middle. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [below, above] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}

/** "92 %" of what was answered came in time. Null where nothing was answered. */
export function keptShare({ kept, answered }: StatusFigures['answers']): string | null {
  return answered === 0 ? null : `${Math.round((100 * kept) / answered)} %`;
}

/** "8,5". Null stays null. */
export function decimal(value: number | null, language: Language): string | null {
  if (value === null) return null;
  return language === 'da' ? String(value).replace('.', ',') : String(value);
}
