import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestWeek, MONDAY_AT_8 } from './rules.ts';

test('the digest is due from Monday at 8 until Wednesday at 20 in Denmark, also when the clocks change', () => {
  const due = (instant: string, time = MONDAY_AT_8) => digestWeek(new Date(instant), time);
  // Sunday 29 March 2026 has 23 hours, Sunday 25 October 25.
  for (const [monday, offset, before] of [
    ['2026-03-30', '+02:00', '+01:00'],
    ['2026-10-26', '+01:00', '+02:00'],
  ] as const) {
    const [year, month, date] = monday.split('-').map(Number) as [number, number, number];
    const later = (days: number) => new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
    assert.equal(due(`${later(-1)}T01:30:00${before}`), null);
    assert.equal(due(`${monday}T07:59:59${offset}`), null);
    for (const [days, clock] of [
      [0, '08:00:00'],
      [0, '23:59:59'],
      [1, '00:00:00'],
      [2, '19:59:59'],
    ] as const) {
      assert.equal(due(`${later(days)}T${clock}${offset}`), monday, clock);
    }
    assert.equal(due(`${later(2)}T20:00:00${offset}`), null);
    assert.equal(due(`${later(3)}T00:00:00${offset}`), null);
  }
});

test('a digest on Sundays belongs to the week that ends, also when it comes on Tuesday', () => {
  const sunday = { weekday: 7, hour: 17 };
  assert.equal(digestWeek(new Date('2026-05-03T16:59:00+02:00'), sunday), null);
  for (const instant of ['2026-05-03T17:00:00+02:00', '2026-05-04T03:00:00+02:00', '2026-05-05T19:00:00+02:00']) {
    assert.equal(digestWeek(new Date(instant), sunday), '2026-04-27');
  }
});
