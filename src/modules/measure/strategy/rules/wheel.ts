import { type Day, day, readDay, yearOf } from '../../../../kernel/day.ts';

export const REPEATS = ['year', 'once'] as const;
type Repeats = (typeof REPEATS)[number];

/** Something that the board's year brings back. */
export interface WheelItem {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly on: Day;
  readonly repeats: Repeats;
}

/** What stands in the wheel: an item, or a day that Grobund knows itself. */
export interface WheelDay {
  readonly on: Day;
  readonly kind: 'item' | 'plan' | 'measure' | 'evaluation' | 'strategy';
  readonly id: string;
  readonly title: string;
}

/** The day of an item in a year; null when it is not in it. The 29 February is the 28 where there is none. */
export function dayInYear({ on, repeats }: Pick<WheelItem, 'on' | 'repeats'>, year: number): Day | null {
  if (repeats === 'once') return yearOf(on) === year ? on : null;
  if (year < yearOf(on)) return null;
  return readDay(`${year}${on.slice(4)}`) ?? day(`${year}-02-28`);
}

/** The next time from a day on, within a year. */
export function nextDay(item: Pick<WheelItem, 'on' | 'repeats'>, from: Day): Day | null {
  const days = [yearOf(from), yearOf(from) + 1].map((year) => dayInYear(item, year));
  return days.find((on) => on !== null && on >= from) ?? null;
}
