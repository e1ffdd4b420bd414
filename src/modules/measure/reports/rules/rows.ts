import { addDays, type Day, daysBetween, yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { medianOf } from '../../../../platform/figures/count.ts';
import { countedTo, firstDay } from './year.ts';

export const CATEGORIES = ['homes', 'green', 'people'] as const;
export type Category = (typeof CATEGORIES)[number];

/** An idea that came in the year, and what became of it. Never its words: they may name somebody. */
export interface IdeaRow {
  readonly id: Id<'idea'>;
  readonly departmentId: Id<'department'> | null;
  readonly postedOn: Day;
  readonly answeredOn: Day | null;
  readonly answer: 'made' | 'joined' | 'words' | null;
  readonly initiativeId: Id<'initiative'> | null;
}

/** An initiative that lived in the year, with the rows that its life is read from. */
export interface InitiativeRow {
  readonly id: Id<'initiative'>;
  readonly title: string;
  readonly category: Category;
  /** Empty when it is for the whole organisation. */
  readonly departmentIds: readonly Id<'department'>[];
  readonly begunOn: Day;
  readonly endsOn: Day | null;
  readonly end: { readonly result: 'done' | 'stopped'; readonly on: Day } | null;
  readonly drivers: readonly { readonly personId: string; readonly from: Day; readonly stoppedOn: Day | null }[];
  readonly parkings: readonly { readonly from: Day; readonly wokenOn: Day | null }[];
}

/** Somebody was asked in the year whether they would drive something. */
export interface AskRow {
  readonly initiativeId: Id<'initiative'>;
  readonly personId: string;
  readonly answer: 'yes' | 'no' | 'not_alone' | null;
}

export interface YearRows {
  readonly ideas: readonly IdeaRow[];
  readonly initiatives: readonly InitiativeRow[];
  readonly asks: readonly AskRow[];
}

/** The year and the day it is read on: what has not happened yet is not counted. */
export interface Reading {
  readonly year: number;
  readonly today: Day;
}

export const IDEA_FIGURES = ['received', 'answered', 'made', 'joined'] as const;
export type IdeaFigure = (typeof IDEA_FIGURES)[number];

/** The rows behind a figure about the year's ideas; the figure is how many they are. */
export function ideasBehind(rows: YearRows, figure: IdeaFigure): readonly IdeaRow[] {
  if (figure === 'received') return rows.ideas;
  if (figure === 'answered') return rows.ideas.filter((idea) => idea.answer !== null);
  return rows.ideas.filter((idea) => idea.answer === figure);
}

export const LIFE_FIGURES = ['begun', 'held', 'stopped', 'resting'] as const;
export type LifeFigure = (typeof LIFE_FIGURES)[number];

/** The rows behind a figure about the year's initiatives; the figure is how many they are. */
export function initiativesBehind(rows: YearRows, figure: LifeFigure, reading: Reading): readonly InitiativeRow[] {
  return rows.initiatives.filter((initiative) => COUNTS[figure](initiative, reading));
}

const COUNTS: Readonly<Record<LifeFigure, (initiative: InitiativeRow, reading: Reading) => boolean>> = {
  begun: (initiative, { year }) => yearOf(initiative.begunOn) === year,
  held: (initiative, { year, today }) => {
    const on = heldOn(initiative, today);
    return on !== null && yearOf(on) === year;
  },
  stopped: ({ end }, { year, today }) => end?.result === 'stopped' && end.on <= today && yearOf(end.on) === year,
  resting: (initiative, { year, today }) => restsOn(initiative, countedTo(year, today)),
};

/**
 * The day it was held: its last day as planned, or the day somebody wrote that it was, whichever came first. Without
 * such words it was held when somebody drove it past its last day.
 */
export function heldOn({ endsOn, end, drivers, parkings }: InitiativeRow, today: Day): Day | null {
  const told = end && end.on <= today ? end : null;
  if (told?.result === 'stopped') return null;
  if (told) return endsOn && endsOn < told.on ? endsOn : told.on;
  if (!endsOn || endsOn >= today) return null;
  const after = addDays(endsOn, 1);
  if (parkings.some((one) => covers(one.from, one.wokenOn, after))) return null;
  return drivers.some((one) => covers(one.from, one.stoppedOn, after)) ? endsOn : null;
}

function restsOn({ begunOn, end, parkings }: InitiativeRow, on: Day): boolean {
  if (begunOn > on || (end && end.on <= on)) return false;
  return parkings.some((one) => covers(one.from, one.wokenOn, on));
}

/** From a day to the one on which it stopped, which is no longer in it. */
function covers(from: Day, stoppedOn: Day | null, on: Day): boolean {
  return from <= on && (stoppedOn === null || stoppedOn > on);
}

/** Everybody who drove it for a day or more of the year. */
export function droveInYear({ drivers }: InitiativeRow, { year, today }: Reading): readonly string[] {
  const last = countedTo(year, today);
  return drivers
    .filter(
      ({ from, stoppedOn }) => from <= last && (stoppedOn === null || (stoppedOn > firstDay(year) && stoppedOn > from)),
    )
    .map(({ personId }) => personId);
}

/** Whole days from idea to answer: the middle one, or between the two in the middle. Null when nothing is answered. */
export function medianDays(ideas: readonly IdeaRow[]): number | null {
  return medianOf(ideas.flatMap(({ postedOn, answeredOn }) => (answeredOn ? [daysBetween(postedOn, answeredOn)] : [])));
}
