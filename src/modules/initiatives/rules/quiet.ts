import { addDays, type Day, day, daysBetween, yearOf } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';

/** The job of every morning: what rests, what is over, and what has been quiet for long. */
export const MORNING_JOB = 'initiatives.morning';

/** "Det går", "vi skal have hjælp", "det hviler", and "det er slut" in its two ways: it was held, or it stopped. */
export const QUIET_ANSWERS = ['going', 'help', 'rests', 'held', 'stopped'] as const;
export type QuietAnswer = (typeof QUIET_ANSWERS)[number];

/** The last question that an initiative was asked because it was quiet. */
export interface Question {
  readonly id: Id<'initiative_question'>;
  readonly askedOn: Day;
  /** It waits no more: somebody answered, or its people went on by themselves. */
  readonly settledOn: Day | null;
  readonly answer: QuietAnswer | null;
  readonly words: string;
  readonly answeredBy: Id<'person'> | null;
  readonly helpedOn: Day | null;
}

/** When this house asks. `pauseInJuly`: July is nobody's silence, and nobody is asked in it. */
export interface QuietRule {
  readonly days: number;
  readonly pauseInJuly: boolean;
}

const SEASONED: QuietRule = { days: 30, pauseInJuly: false };

/** `settings.quiet` of the tenant: `{"days": 45, "pauseInJuly": true}`; else 30 days, July like any other month. */
export function quietRule(settings: unknown): QuietRule {
  const chosen = (settings as { quiet?: Partial<Record<keyof QuietRule, unknown>> } | null | undefined)?.quiet;
  const days = Number(chosen?.days);
  return {
    days: Number.isInteger(days) && days >= 7 && days <= 365 ? days : SEASONED.days,
    pauseInJuly: chosen?.pauseInJuly === true,
  };
}

/** Has nobody been heard for as many days as the house waits? `since` is the day somebody last was. */
export function isQuiet(since: Day, today: Day, rule: QuietRule): boolean {
  if (rule.pauseInJuly && inJuly(today)) return false;
  return silentDays(since, today, rule) >= rule.days;
}

function silentDays(since: Day, today: Day, { pauseInJuly }: QuietRule): number {
  const all = Math.max(0, daysBetween(since, today));
  if (!pauseInJuly) return all;
  let paused = 0;
  for (let year = yearOf(since); year <= yearOf(today); year += 1) {
    const from = later(day(`${year}-07-01`), addDays(since, 1));
    const until = earlier(day(`${year}-07-31`), today);
    if (from <= until) paused += daysBetween(from, until) + 1;
  }
  return all - paused;
}

function inJuly(today: Day): boolean {
  return today.slice(5, 7) === '07';
}

const later = (one: Day, other: Day) => (one > other ? one : other);
const earlier = (one: Day, other: Day) => (one < other ? one : other);

/** Something under way in which nobody has been heard for long. */
export interface Silence {
  readonly initiativeId: Id<'initiative'>;
  readonly since: Day;
  readonly drivers: readonly Id<'person'>[];
}

/** So many questions leave a house on one morning, also on the first one. */
const QUESTIONS_A_MORNING = 50;
/** A person who drives several is asked of one of them a week, as they get one digest a week. */
export const DAYS_BETWEEN_ASKS = 7;

/** Of the silences, longest first, those to ask about today: nobody is asked of two at once. */
export function silencesToAsk(silences: readonly Silence[], today: Day, rule: QuietRule): readonly Silence[] {
  const asked = new Set<string>();
  return silences
    .filter(({ since }) => isQuiet(since, today, rule))
    .filter(({ drivers }) => {
      if (drivers.length === 0 || drivers.some((id) => asked.has(id))) return false;
      for (const id of drivers) asked.add(id);
      return true;
    })
    .slice(0, QUESTIONS_A_MORNING);
}

/** Who has not answered by then is not asked again: the consultants are told instead. */
export const ANSWER_DAYS = 14;
/** So long the link of a message opens the question. */
export const CODE_DAYS = 60;
/** Ten letters and figures: 49 bits, behind a limit on how often one may try. */
export const CODE_LENGTH = 10;

/** When what rests is asked about again. */
export const WAKINGS = ['month', 'season', 'spring', 'autumn', 'ourselves'] as const;
export type Waking = (typeof WAKINGS)[number];

/** The day of it; null: they come back by themselves. */
export function wakingDay(choice: Waking, today: Day): Day | null {
  if (choice === 'month') return addDays(today, 30);
  if (choice === 'season') return addDays(today, 90);
  if (choice === 'spring') return next('03-01', today);
  return choice === 'autumn' ? next('08-15', today) : null;
}

function next(dayOfYear: string, today: Day): Day {
  const thisYear = day(`${yearOf(today)}-${dayOfYear}`);
  return thisYear > today ? thisYear : day(`${yearOf(today) + 1}-${dayOfYear}`);
}

/** They asked for help and have not had it yet. */
export function wantsHelp(question: Question | null): boolean {
  return question?.answer === 'help' && question.helpedOn === null;
}
