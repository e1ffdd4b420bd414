import { type Day, day, yearOf } from '../../../../kernel/day.ts';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2999;

/** A Danish calendar year as it stands in the address. Null when it is none. */
export function readYear(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

export function firstDay(year: number): Day {
  return day(`${year}-01-01`);
}

export function lastDay(year: number): Day {
  return day(`${year}-12-31`);
}

/** The last day that is counted: the year's own, or today while it runs. */
export function countedTo(year: number, today: Day): Day {
  const last = lastDay(year);
  return today < last ? today : last;
}

/** The years between two days, the newest first. */
export function yearsBetween(first: Day, last: Day): readonly number[] {
  const from = yearOf(first);
  return Array.from({ length: yearOf(last) - from + 1 }, (_, at) => from + at).reverse();
}
