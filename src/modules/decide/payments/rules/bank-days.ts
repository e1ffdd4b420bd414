import { addDays, type Day, day, utc, yearOf } from '../../../../kernel/day.ts';

/**
 * A day on which Danish banks carry out payments: not a weekend, not a public holiday (helligdag), and not one of the days
 * on which the banks are closed besides: the Friday after Ascension Day, 5 June, 24 and 31 December (Danmarks
 * Nationalbank, banklukkedage). Store bededag was one up to 2023 (lov 214/2023). Any year of the Gregorian calendar.
 */
export function isBankDay(date: Day): boolean {
  const weekday = new Date(utc(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !FIXED.has(date.slice(5)) && !closedAroundEaster(date);
}

/** The day itself when the banks are open, or else the first after it on which they are. */
export function nextBankDay(date: Day): Day {
  let next = date;
  while (!isBankDay(next)) next = addDays(next, 1);
  return next;
}

const FIXED = new Set(['01-01', '06-05', '12-24', '12-25', '12-26', '12-31']);

/** Days after Easter Sunday: Maundy Thursday to Easter Monday, Ascension Day with the Friday after it, Whit Sunday and Monday. */
const AROUND_EASTER = [-3, -2, 0, 1, 39, 40, 49, 50];
const STORE_BEDEDAG = 26;
const LAST_STORE_BEDEDAG = 2023;

function closedAroundEaster(date: Day): boolean {
  const year = yearOf(date);
  const closed = year <= LAST_STORE_BEDEDAG ? [...AROUND_EASTER, STORE_BEDEDAG] : AROUND_EASTER;
  const easter = easterSunday(year);
  return closed.some((after) => addDays(easter, after) === date);
}

/** Easter Sunday of the western church, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const c = year % 100;
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const moon = (19 * a + skipped + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - moon - (c % 4)) % 7;
  const shift = Math.floor((a + 11 * moon + 22 * weekday) / 451);
  const sum = moon + weekday - 7 * shift + 114;
  const pad = (value: number) => String(value).padStart(2, '0');
  return day(`${String(year).padStart(4, '0')}-${pad(Math.floor(sum / 31))}-${pad((sum % 31) + 1)}`);
}
