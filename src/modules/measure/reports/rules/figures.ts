import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Guarded, guardSmallGroups } from '../../../../kernel/small-groups.ts';
import { liesIn } from '../../../../platform/figures/count.ts';
import type { FundYear } from '../../../decide/results/public.ts';
import type { StrategyYear } from '../../strategy/public.ts';
import type { CountedFigure } from './counted.ts';
import {
  CATEGORIES,
  type Category,
  droveInYear,
  IDEA_FIGURES,
  type IdeaFigure,
  type InitiativeRow,
  ideasBehind,
  initiativesBehind,
  LIFE_FIGURES,
  type LifeFigure,
  medianDays,
  type Reading,
  type YearRows,
} from './rows.ts';
import type { YearThreads } from './threads.ts';
import { countedTo } from './year.ts';

/** Counts where something could be counted. */
export type Life = Readonly<Record<LifeFigure, number>>;

export const ASK_RESULTS = ['yes', 'not_alone', 'no', 'waiting'] as const;
type AskResult = (typeof ASK_RESULTS)[number];

/** A department as it was called, or without id and name: the whole organisation, and for people also several departments. */
export interface Place {
  readonly id: Id<'department'> | null;
  readonly name: string;
}

const ELSEWHERE: Place = { id: null, name: '' };

/** A year in figures, as it is shown, printed and frozen. `null` for a group of figures: nothing was measured. */
export interface Figures {
  readonly year: number;
  readonly countedTo: Day;
  readonly ideas: (Readonly<Record<IdeaFigure, number>> & { readonly medianDays: number | null }) | null;
  readonly initiatives: {
    readonly all: Life;
    readonly byCategory: readonly ({ readonly category: Category } & Life)[];
    /** One that lies in two departments counts in both. */
    readonly byDepartment: readonly (Place & Life)[];
  } | null;
  /** Different people; small groups are hidden before they come here. */
  readonly drivers: { readonly people: Guarded; readonly byDepartment: readonly PeopleIn[] } | null;
  readonly asked: {
    readonly people: Guarded;
    readonly answers: Readonly<Record<AskResult, Guarded>>;
    readonly byDepartment: readonly PeopleIn[];
  } | null;
  /** What the funds gave and what came of it. Left out in editions from before it was counted. */
  readonly fund?: FundYear | null;
  /** Every figure that Grobund counts, last year's beside it. Left out in editions from before. */
  readonly counted?: readonly CountedFigure[];
  /** What came of what was held in the year. Left out in editions from before. */
  readonly threads?: YearThreads;
  /** The strategy in force; null while none is. Left out in editions from before. */
  readonly strategy?: StrategyYear | null;
}

/** Is there any answer that may be shown? */
export function answersShown(asked: NonNullable<Figures['asked']>): boolean {
  return ASK_RESULTS.some((result) => asked.answers[result] !== null);
}

/** "8,5". Null stays null. */
export function decimal(value: number | null, language: Language): string | null {
  if (value === null) return null;
  return language === 'da' ? String(value).replace('.', ',') : String(value);
}

export type PeopleIn = Place & { readonly people: Guarded };

/** Adds up a year. `departments` in the order they are shown. */
export function figuresOf(rows: YearRows, reading: Reading, departments: readonly Place[]): Figures {
  const places = [...departments, ELSEWHERE];
  return {
    year: reading.year,
    countedTo: countedTo(reading.year, reading.today),
    ideas: ideaFigures(rows),
    initiatives: initiativeFigures(rows, reading, places),
    ...peopleFigures(rows, reading, places),
  };
}

function ideaFigures(rows: YearRows): Figures['ideas'] {
  if (rows.ideas.length === 0) return null;
  const counts = IDEA_FIGURES.map((figure) => [figure, ideasBehind(rows, figure).length]);
  return { ...(Object.fromEntries(counts) as Record<IdeaFigure, number>), medianDays: medianDays(rows.ideas) };
}

function initiativeFigures(rows: YearRows, reading: Reading, places: readonly Place[]): Figures['initiatives'] {
  if (rows.initiatives.length === 0) return null;
  const lifeOf = (belongs: (initiative: InitiativeRow) => boolean): Life => {
    const some = { ...rows, initiatives: rows.initiatives.filter(belongs) };
    const counts = LIFE_FIGURES.map((figure) => [figure, initiativesBehind(some, figure, reading).length]);
    return Object.fromEntries(counts) as Record<LifeFigure, number>;
  };
  return {
    all: lifeOf(() => true),
    byCategory: CATEGORIES.map((category) => ({ category, ...lifeOf((one) => one.category === category) })),
    byDepartment: places.map((place) => ({ ...place, ...lifeOf((one) => liesIn(one, place.id)) })),
  };
}

function peopleFigures(rows: YearRows, reading: Reading, places: readonly Place[]): Pick<Figures, 'drivers' | 'asked'> {
  const driving = new Gathering();
  for (const one of rows.initiatives) {
    for (const person of droveInYear(one, reading)) driving.add(person, one.departmentIds);
  }
  const asked = new Gathering();
  const results = new Map<string, AskResult>();
  const where = new Map(rows.initiatives.map((one) => [one.id, one.departmentIds]));
  for (const { personId, initiativeId, answer } of rows.asks) {
    asked.add(personId, where.get(initiativeId) ?? []);
    results.set(personId, better(results.get(personId), answer ?? 'waiting'));
  }
  const byResult = ASK_RESULTS.map((wanted) => [...results.values()].filter((result) => result === wanted).length);
  return { drivers: driversOf(driving, places), asked: askedOf(asked, byResult, places) };
}

function driversOf(driving: Gathering, places: readonly Place[]): Figures['drivers'] {
  if (driving.size === 0) return null;
  const { total, parts } = guardSmallGroups(driving.size, [driving.countIn(places)]);
  return { people: total, byDepartment: withPeople(places, parts[0]) };
}

function askedOf(asked: Gathering, byResult: readonly number[], places: readonly Place[]): Figures['asked'] {
  if (asked.size === 0) return null;
  const { total, parts } = guardSmallGroups(asked.size, [asked.countIn(places), byResult]);
  const answers = ASK_RESULTS.map((result, at) => [result, parts[1]?.[at] ?? null]);
  return {
    people: total,
    answers: Object.fromEntries(answers) as Record<AskResult, Guarded>,
    byDepartment: withPeople(places, parts[0]),
  };
}

function withPeople(places: readonly Place[], counts: readonly Guarded[] = []): readonly PeopleIn[] {
  return places.map((place, at) => ({ ...place, people: counts[at] ?? null }));
}

/** A person who was asked twice counts once, by the answer that came closest to yes. */
function better(one: AskResult | undefined, other: AskResult): AskResult {
  return ASK_RESULTS.find((result) => result === one || result === other) ?? other;
}

/** Different people, each in one place: their department, or null when they are in several or in the whole house. */
class Gathering {
  readonly #places = new Map<string, Id<'department'> | null>();

  get size(): number {
    return this.#places.size;
  }

  add(personId: string, departmentIds: readonly Id<'department'>[]): void {
    const place = departmentIds.length === 1 ? (departmentIds[0] ?? null) : null;
    const known = this.#places.get(personId);
    this.#places.set(personId, known === undefined || known === place ? place : null);
  }

  countIn(places: readonly Place[]): readonly number[] {
    const all = [...this.#places.values()];
    return places.map(({ id }) => all.filter((place) => place === id).length);
  }
}
