import { addDays, type Day } from '../../../kernel/day.ts';

/** How long something that is over stays in a calendar. */
const BACK_DAYS = 60;
export const MOST_NEWS = 50;

export function calendarSince(today: Day): Day {
  return addDays(today, -BACK_DAYS);
}

/** The house as a feed names it. */
export interface FeedHouse {
  readonly name: string;
  /** Absolute address of the front page, without a slash at its end. */
  readonly origin: string;
  readonly now: Date;
}

/** Something that waits for the reader: what to do, and about what. No name, nobody's words. */
export interface OwnTurn {
  readonly id: string;
  readonly action: string;
  readonly about: string | null;
  readonly path: string;
  readonly due: Day | null;
  readonly since: Day;
}

/** A day that another module has for the reader: a meeting. */
export interface OwnDate {
  readonly kind: string;
  readonly id: string;
  readonly on: Day;
  /** What the meeting is about. */
  readonly about: string;
  /** What it is called in the calendar, where it is no meeting. */
  readonly summary?: string;
  readonly path: string;
}
