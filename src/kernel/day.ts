declare const calendarDay: unique symbol;

/** A calendar day in Denmark, `YYYY-MM-DD`. Compares and sorts as text. */
export type Day = string & { readonly [calendarDay]: true };

/** Between two instants; from one calendar day to the next it is an hour more or less twice a year (`addDays`). */
export const MS_PER_DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });

const MS_PER_HOUR = 3_600_000;
const MOST_HOURS = 10_000;
const dayOfHour = new Map<number, Day>();

/** The day it is in Denmark at an instant. */
export function dayOf(instant: Date): Day {
  const hour = Math.floor(instant.getTime() / MS_PER_HOUR);
  // Since there has been a Danish time, its days begin at a whole hour; asking the calendar costs as much as a small query.
  if (!(hour >= 0)) return copenhagen.format(instant) as Day;
  const known = dayOfHour.get(hour);
  if (known) return known;
  if (dayOfHour.size >= MOST_HOURS) dayOfHour.clear();
  const fresh = copenhagen.format(instant) as Day;
  dayOfHour.set(hour, fresh);
  return fresh;
}

/** Reads `YYYY-MM-DD`. Null when the text is not a real calendar day. */
export function readDay(text: string): Day | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return toDay(time) === text ? (text as Day) : null;
}

/** A day that the programmer wrote. Throws when it does not exist. */
export function day(text: string): Day {
  const read = readDay(text);
  if (!read) throw new Error(`Cannot read "${text}" as a day: write YYYY-MM-DD`);
  return read;
}

export function addDays(from: Day, days: number): Day {
  return toDay(utc(from) + days * MS_PER_DAY);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / MS_PER_DAY);
}

/** Midnight UTC of the day, for formatting with `timeZone: 'UTC'`. */
export function utc(value: Day): number {
  return Date.parse(`${value}T00:00:00Z`);
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day;
}

export function yearOf(value: Day): number {
  return Number(value.slice(0, 4));
}
