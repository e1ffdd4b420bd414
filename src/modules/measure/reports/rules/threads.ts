import { type Day, dayOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';

/** What a thread is told by, in the order of a day: from where it began to what it became. */
export const STEPS = [
  'origin',
  'begun',
  'driven',
  'joined',
  'sought',
  'promised',
  'helped',
  'events',
  'told',
  'held',
  'answered',
  'paid',
  'story',
  'card',
] as const;
export type StepKind = (typeof STEPS)[number];

/** Where things begin, as `initiative_origin` calls it. */
export const SOURCES = ['idea', 'sheet', 'panel_recommendation', 'catalogue'] as const;
export type Source = (typeof SOURCES)[number];

/**
 * One step: its day, and what its sentence needs. `number`: things, people or whole øre. People are null where they are so
 * few that they could be known, and where nobody counted.
 */
export interface Step {
  readonly kind: StepKind;
  readonly on: Day;
  readonly source: Source | null;
  readonly number: number | null;
  /** A second number: how many events, or how many per cent thought that it was good. */
  readonly other: number | null;
}

/** A step as it is frozen, with its sentence in every language: what is published never reads otherwise. */
export interface ToldStep {
  readonly on: Day;
  readonly kind: StepKind;
  readonly says: Readonly<Record<Language, string>>;
}

export interface Thread<S = Step> {
  readonly id: Id<'initiative'>;
  readonly title: string;
  /** Names of departments; empty for the whole organisation. */
  readonly places: readonly string[];
  readonly steps: readonly S[];
}

/** What came of the year: the threads that are told, and how many more came to something. */
export interface YearThreads {
  readonly told: readonly Thread<ToldStep>[];
  readonly more: number;
}

/** What a paper is read with. */
export const MOST_THREADS = 6;

/** A journal entry, as far as a thread needs it. */
export interface ThreadEntry {
  readonly thread: Id<'initiative'>;
  readonly kind: string;
  readonly at: Date;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** How an initiative began: the day of the X, the idea or the recommendation, where it is known. */
export interface Began {
  readonly source: Source | null;
  readonly on: Day;
}

/** The journal's kinds that a thread is read from. */
export const KINDS = [
  'initiative.created',
  'initiative.drive_began',
  'initiative.joined',
  'fund.submitted',
  'fund.committed',
  'fund.paid',
  'task.done',
  'event.counted',
  'feedback.given',
  'evaluation.ended',
  'story.published',
  'catalogue.grew',
] as const;

/** The steps of one initiative that was held on `held`, the oldest first. Things of one kind are one step. */
export function stepsOf(entries: readonly ThreadEntry[], began: Began | null, held: Day): readonly Step[] {
  const of = (kind: (typeof KINDS)[number]) => entries.filter((entry) => entry.kind === kind);
  const steps = [
    began && step('origin', began.on, { source: began.source }),
    at('begun', of('initiative.created').slice(0, 1)),
    at('driven', of('initiative.drive_began').slice(0, 1)),
    at('sought', of('fund.submitted').slice(0, 1), { number: sum(of('fund.submitted'), 'sought') }),
    at('promised', of('fund.committed').slice(0, 1), { number: sum(of('fund.committed'), 'amount') }),
    at('helped', of('task.done'), { number: of('task.done').length }),
    at('events', of('event.counted'), {
      number: people(of('event.counted'), 'people'),
      other: of('event.counted').length,
    }),
    at('told', of('feedback.given'), { number: people(of('feedback.given').slice(-1), 'came') }),
    step('held', held),
    at('answered', of('evaluation.ended').slice(-1), {
      number: people(of('evaluation.ended').slice(-1), 'answers'),
      other: numberIn(of('evaluation.ended').at(-1), 'liked'),
    }),
    at('paid', of('fund.paid'), { number: sum(of('fund.paid'), 'amount') }),
    at('story', of('story.published').slice(0, 1)),
    at('card', of('catalogue.grew').slice(0, 1)),
  ];
  const order = (one: Step) => STEPS.indexOf(one.kind);
  return steps
    .flatMap((one) => one ?? [])
    .toSorted((one, other) => one.on.localeCompare(other.on) || order(one) - order(other));
}

/** What is on the day of the last of them; nothing of none. */
function at(kind: StepKind, entries: readonly ThreadEntry[], more: Partial<Step> = {}): Step | null {
  const last = entries.at(-1);
  return last ? step(kind, dayOf(last.at), more) : null;
}

function step(kind: StepKind, on: Day, more: Partial<Step> = {}): Step {
  return { kind, on, source: null, number: null, other: null, ...more };
}

function numberIn(entry: ThreadEntry | undefined, fact: string): number | null {
  const value = entry?.facts[fact];
  return typeof value === 'number' ? value : null;
}

function sum(entries: readonly ThreadEntry[], fact: string): number | null {
  const numbers = entries.flatMap((entry) => numberIn(entry, fact) ?? []);
  return numbers.length === 0 ? null : numbers.reduce((all, one) => all + one, 0);
}

/** Few are not counted aloud, and where one of several is few the sum would tell of it. */
function people(entries: readonly ThreadEntry[], fact: string): number | null {
  const numbers = entries.flatMap((entry) => numberIn(entry, fact) ?? []);
  return numbers.length === 0 || numbers.some((one) => one < FEWEST)
    ? null
    : numbers.reduce((all, one) => all + one, 0);
}

/**
 * The threads to tell: the longest first, and each next one from the departments that have been told of least. Of two as
 * long the one that was held last, then by number, so that the same rows always give the same.
 */
export function chooseThreads(all: readonly Thread[], most: number): readonly Thread[] {
  const told = new Map<string, number>();
  const placesOf = ({ places }: Thread) => (places.length === 0 ? [''] : places);
  const toldOf = (thread: Thread) => Math.max(...placesOf(thread).map((place) => told.get(place) ?? 0));
  const heldOn = ({ steps }: Thread) => steps.find(({ kind }) => kind === 'held')?.on ?? '';
  const left = all.toSorted(
    (one, other) =>
      other.steps.length - one.steps.length ||
      heldOn(other).localeCompare(heldOn(one)) ||
      one.id.localeCompare(other.id),
  );
  const chosen: Thread[] = [];
  while (chosen.length < most && left.length > 0) {
    const least = Math.min(...left.map(toldOf));
    const [next] = left.splice(
      left.findIndex((thread) => toldOf(thread) === least),
      1,
    );
    if (!next) break;
    chosen.push(next);
    for (const place of placesOf(next)) told.set(place, (told.get(place) ?? 0) + 1);
  }
  return chosen;
}
