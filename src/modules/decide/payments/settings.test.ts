import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../../kernel/day.ts';
import type { Result } from './rules/payment.ts';
import { keepUntil, USUAL_SETTINGS } from './rules/settings.ts';

const result = (on: string, what: Result['result']): Result => ({
  ...{ exportId: null, result: what, on: day(on) },
  ...{ source: 'hand', words: '', by: null },
});

test('a voucher is kept five years from the end of the year it was paid in, and longer where the house says so', () => {
  const due = { dueOn: day('2026-12-30') };
  const last = (results: readonly Result[], keepYears = USUAL_SETTINGS.keepYears) =>
    keepUntil({ ...due, results }, { keepYears });
  assert.equal(last([]), '2031-12-31');
  assert.equal(last([result('2026-12-31', 'paid')]), '2031-12-31');
  assert.equal(last([result('2027-01-02', 'paid')]), '2032-12-31');
  const again = [result('2026-12-31', 'paid'), result('2027-01-04', 'bounced'), result('2028-01-03', 'paid')];
  assert.equal(last(again), '2033-12-31');
  assert.equal(last([result('2026-12-31', 'paid')], 10), '2036-12-31');
});
