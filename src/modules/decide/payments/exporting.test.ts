import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../../kernel/day.ts';
import { executionDay } from './rules/exporting.ts';

test('the bank is asked to pay on the day it is due, never before today and never while the banks are closed', () => {
  const due = { kind: 'due' } as const;
  const today = day('2026-05-13');
  assert.equal(executionDay(day('2026-05-13'), due, today), '2026-05-13');
  assert.equal(executionDay(day('2026-05-01'), due, today), '2026-05-13', 'long due: today');
  assert.equal(executionDay(day('2026-05-14'), due, today), '2026-05-18', 'Ascension Day, the Friday after, a weekend');
  assert.equal(executionDay(day('2026-06-06'), due, today), '2026-06-08', 'a Saturday');
  const on = { kind: 'on', day: day('2026-12-24') } as const;
  assert.equal(executionDay(day('2026-06-01'), on, today), '2026-12-28');
  assert.equal(executionDay(day('2026-05-01'), due, day('2026-05-16')), '2026-05-18', 'made on a Saturday');
});
