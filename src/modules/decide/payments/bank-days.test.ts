import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day, day, utc } from '../../../kernel/day.ts';
import { easterSunday, isBankDay, nextBankDay } from './rules/bank-days.ts';

/** All days of a year on which Danish banks are closed, weekends left out. */
function closedIn(year: number): string[] {
  const found: string[] = [];
  for (let one: Day = day(`${year}-01-01`); one.startsWith(String(year)); one = addDays(one, 1)) {
    const weekday = new Date(utc(one)).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !isBankDay(one)) found.push(one.slice(5));
  }
  return found;
}

test('Easter falls where the almanac says, also at its earliest and latest', () => {
  const almanac = [
    '1818-03-22',
    '1943-04-25',
    '2000-04-23',
    '2008-03-23',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2285-03-22',
  ];
  for (const sunday of almanac) assert.equal(easterSunday(Number(sunday.slice(0, 4))), sunday);
  for (let year = 1900; year < 2300; year += 1) {
    const easter = easterSunday(year);
    assert.equal(new Date(utc(easter)).getUTCDay(), 0);
    assert.ok(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25');
  }
});

test('the banks are closed on exactly these weekdays of a year', () => {
  const of2026 = ['01-01', '04-02', '04-03', '04-06', '05-14', '05-15', '05-25', '06-05', '12-24', '12-25', '12-31'];
  assert.deepEqual(closedIn(2026), of2026);
  // 5 June is a Thursday, and no weekday is both.
  const of2025 = [
    '01-01',
    '04-17',
    '04-18',
    '04-21',
    '05-29',
    '05-30',
    '06-05',
    '06-09',
    '12-24',
    '12-25',
    '12-26',
    '12-31',
  ];
  assert.deepEqual(closedIn(2025), of2025);
});

test('Store bededag was a holiday for the last time in 2023', () => {
  assert.ok(!isBankDay(day('2023-05-05')));
  assert.ok(isBankDay(day('2024-04-26')));
  assert.ok(isBankDay(day('2026-05-01')));
});

test('a payment moves forward to the next day on which the banks are open, and stays where it is when they are', () => {
  const moves: readonly (readonly [string, string])[] = [
    ['2026-05-04', '2026-05-04'],
    ['2026-05-08', '2026-05-08'],
    ['2026-05-09', '2026-05-11'],
    ['2026-05-10', '2026-05-11'],
    // Maundy Thursday to Easter Monday.
    ['2026-04-01', '2026-04-01'],
    ['2026-04-02', '2026-04-07'],
    // Ascension Day, the Friday after it, and a weekend.
    ['2026-05-14', '2026-05-18'],
    ['2026-06-05', '2026-06-08'],
    // Christmas with a weekend, and the turn of the year with another.
    ['2026-12-24', '2026-12-28'],
    ['2026-12-30', '2026-12-30'],
    ['2026-12-31', '2027-01-04'],
  ];
  for (const [from, to] of moves) assert.equal(nextBankDay(day(from)), to, from);
});
