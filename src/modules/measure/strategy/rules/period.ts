import { addDays, type Day, day, yearOf } from '../../../../kernel/day.ts';

export const FREQUENCIES = ['month', 'quarter', 'half', 'year'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A month, a quarter, half a year or a year of the calendar. Both days included. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

const MONTHS: Readonly<Record<Frequency, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The period that a day lies in. */
export function periodOf(on: Day, frequency: Frequency): Period {
  const months = MONTHS[frequency];
  const first = Math.floor((monthOf(on) - 1) / months) * months + 1;
  return { from: firstOf(yearOf(on), first), until: addDays(firstOf(yearOf(on), first + months), -1) };
}

export function yearPeriod(year: number): Period {
  return { from: day(`${year}-01-01`), until: day(`${year}-12-31`) };
}

/** All periods from the one that `from` lies in to the one that `to` lies in, the oldest first. */
export function periodsBetween(from: Day, to: Day, frequency: Frequency): readonly Period[] {
  const found: Period[] = [];
  for (let next = periodOf(from, frequency); next.from <= to; next = periodOf(addDays(next.until, 1), frequency)) {
    found.push(next);
  }
  return found;
}

/** A period that begins on the day. Null when none of that length does. */
export function periodFrom(from: Day, frequency: Frequency): Period | null {
  const period = periodOf(from, frequency);
  return period.from === from ? period : null;
}

function monthOf(on: Day): number {
  return Number(on.slice(5, 7));
}

/** The first day of a month; the thirteenth is January of the year after. */
function firstOf(year: number, month: number): Day {
  const [y, m] = month > 12 ? [year + 1, month - 12] : [year, month];
  return day(`${y}-${String(m).padStart(2, '0')}-01`);
}
