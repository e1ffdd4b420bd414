import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from './day.ts';
import {
  formatBytes,
  formatDay,
  formatDayWithWeekday,
  formatMoment,
  formatPeriod,
  formatRelativeDay,
  formatTime,
  monthOf,
  weekdayOf,
} from './format.ts';

test('a day reads as it is said in Danish and in English', () => {
  assert.equal(formatDay(day('2026-11-22'), 'da'), '22. november 2026');
  assert.equal(formatDay(day('2026-11-22'), 'en'), '22 November 2026');
  assert.equal(formatDay(day('2026-03-02'), 'da', 'short'), '02.03.2026');
  assert.equal(formatDay(day('2026-03-02'), 'en', 'short'), '2 Mar 2026');
  assert.equal(formatDayWithWeekday(day('2026-11-22'), 'da'), 'søndag den 22. november 2026');
  assert.equal(formatDayWithWeekday(day('2026-11-22'), 'en'), 'Sunday 22 November 2026');
  assert.equal(weekdayOf(day('2026-11-28'), 'da'), 'lørdag');
  assert.equal(monthOf(day('2026-05-01'), 'da'), 'maj');
});

test('a moment in a list is its day and its time in Denmark', () => {
  assert.equal(formatMoment(new Date('2026-05-03T22:30:00Z'), 'da'), '04.05.2026 00.30');
  assert.equal(formatMoment(new Date('2026-05-03T22:30:00Z'), 'en'), '4 May 2026 00:30');
});

test('a period says nothing twice', () => {
  assert.equal(formatPeriod(day('2026-05-03'), day('2026-05-05'), 'da'), '3.-5. maj 2026');
  assert.equal(formatPeriod(day('2026-05-03'), day('2026-05-05'), 'en'), '3-5 May 2026');
  assert.equal(formatPeriod(day('2026-04-30'), day('2026-05-02'), 'da'), '30. april – 2. maj 2026');
  assert.equal(formatPeriod(day('2026-12-30'), day('2027-01-02'), 'da'), '30. december 2026 – 2. januar 2027');
  assert.equal(formatPeriod(day('2026-05-03'), day('2026-05-03'), 'da'), '3. maj 2026');
});

test('near days are told in words, far ones by their date', () => {
  const today = day('2026-11-22');
  const told = (text: string, language: 'da' | 'en' = 'da') => formatRelativeDay(day(text), today, language);
  assert.equal(told('2026-11-22'), 'i dag');
  assert.equal(told('2026-11-23'), 'i morgen');
  assert.equal(told('2026-11-21'), 'i går');
  assert.equal(told('2026-11-25'), 'om 3 dage');
  assert.equal(told('2026-11-15'), 'for 7 dage siden');
  assert.equal(told('2026-12-10'), 'om 2 uger');
  assert.equal(told('2026-11-25', 'en'), 'in 3 days');
  assert.equal(told('2026-10-22', 'en'), '4 weeks ago');
  assert.equal(told('2027-02-01'), '1. februar 2027');
});

test('a time of day is the one on the clock in Denmark, summer and winter', () => {
  assert.equal(formatTime(new Date('2026-07-01T17:00:00Z'), 'da'), '19.00');
  assert.equal(formatTime(new Date('2026-11-22T18:05:00Z'), 'en'), '19:05');
});

test('what a file weighs reads as people say it', () => {
  assert.deepEqual(
    [0, 120, 1499, 999_499, 999_500, 2_130_000].map((bytes) => formatBytes(bytes, 'da')),
    ['1 kB', '1 kB', '1 kB', '999 kB', '1,0 MB', '2,1 MB'],
  );
  assert.equal(formatBytes(2_130_000, 'en'), '2.1 MB');
});
