import { addDays, type Day, yearOf } from '../../../kernel/day.ts';
import type { Period } from '../../../platform/privacy/holdings.ts';

/** What the house has chosen, where the law leaves room. */
export interface Settings {
  /** Days in which somebody who asked to be forgotten can take it back. */
  readonly undoDays: number;
  /** Days a copy of one's data lies ready. */
  readonly exportDays: number;
  /** Months the log of looks is kept: six at least. */
  readonly lookMonths: number;
  /** Months the contact details of guests are kept after they wrote. */
  readonly guestMonths: number;
  /** Days an imported file is kept. */
  readonly importDays: number;
  /** 0 before anything was chosen. */
  readonly version: number;
}

export const USUAL_SETTINGS: Settings = {
  undoDays: 14,
  exportDays: 7,
  lookMonths: 12,
  guestMonths: 12,
  importDays: 30,
  version: 0,
};

/** Smallest and largest of each. */
export const BOUNDS = {
  undoDays: [1, 30],
  exportDays: [1, 30],
  lookMonths: [6, 60],
  guestMonths: [1, 60],
  importDays: [1, 365],
} as const satisfies Partial<Record<keyof Settings, readonly [number, number]>>;

/** The years that book-keeping asks for are chosen with the payments. */
export interface Periods extends Settings {
  readonly bookkeepingYears: number;
}

/**
 * The first day whose rows are still kept: what is older goes. Book-keeping counts from the end of the accounting year
 * (bogføringsloven § 12), the calendar year here.
 */
export function firstKept(period: Period, periods: Periods, today: Day): Day {
  if ('days' in period) return addDays(today, -period.days);
  switch (period.setting) {
    case 'bookkeepingYears':
      return `${yearOf(today) - periods.bookkeepingYears}-01-01` as Day;
    case 'importDays':
      return addDays(today, -periods.importDays);
    case 'lookMonths':
      return monthsBefore(today, periods.lookMonths);
    case 'guestMonths':
      return monthsBefore(today, periods.guestMonths);
  }
}

/** The last day on which book-keeping needs a voucher of that day. */
export function neededUntil(voucher: Day, periods: Periods): Day {
  return `${yearOf(voucher) + periods.bookkeepingYears}-12-31` as Day;
}

/** The same day some months before; the last of a month that is shorter. */
export function monthsBefore(today: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const at = year * 12 + (month - 1) - months;
  const first = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  for (let tried = date; tried > 28; tried -= 1) {
    const candidate = `${first}-${String(tried).padStart(2, '0')}`;
    if (new Date(`${candidate}T00:00:00Z`).toISOString().startsWith(candidate)) return candidate as Day;
  }
  return `${first}-${String(Math.min(date, 28)).padStart(2, '0')}` as Day;
}
