import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOLDINGS } from '../../holdings.ts';
import { addDays, day } from '../../kernel/day.ts';
import { packageDocument } from './letters/package.ts';
import { reachAfter } from './rules/consents.ts';
import { readableFields } from './rules/package.ts';
import { firstKept, monthsBefore, neededUntil, USUAL_SETTINGS } from './rules/settings.ts';
import { columnsOf } from './rules/whose.ts';
import { columnWords } from './text/package.ts';

const PERIODS = { ...USUAL_SETTINGS, bookkeepingYears: 5 };

test('every column that a person reads in the copy has a word of its own', () => {
  const telling = (meaning: string) => !['plain', 'actor', 'subject', 'secret', 'file'].includes(meaning);
  const missing = HOLDINGS.flatMap(({ holdings }) => holdings)
    .filter(({ erased }) => erased !== 'nobody')
    .flatMap((one) => columnsOf(one, telling).map((column) => [one.table, column] as const))
    .filter(([, column]) => columnWords(column, 'da') === 'Oplysning')
    .map(([table, column]) => `${table}.${column}`);
  assert.deepEqual(missing, []);
});

test('on paper a row reads its words first, then when it was; codes and numbers stand in the file alone', () => {
  const idea = HOLDINGS.flatMap(({ holdings }) => holdings).find(({ table }) => table === 'idea');
  assert(idea);
  const row = {
    id: 'x',
    posted_at: '2026-05-03T10:00:00Z',
    read_by: '2026-05-10',
    said: 'Suppe',
    contact_name: 'Mette',
    channel: 'web',
  };
  assert.deepEqual(readableFields(idea, row), [
    ['said', 'Suppe'],
    ['contact_name', 'Mette'],
    ['posted_at', '2026-05-03T10:00:00Z'],
  ]);
});

test('rows that only say when, as those of the journal do, are one line of the copy: how many, from when to when', () => {
  const found = HOLDINGS.flatMap((activity) => activity.holdings.map((holding) => ({ activity, holding })));
  const history = found.find(({ holding }) => holding.called.da === 'Historik');
  assert(history);
  const made = { language: 'da', day: day('2026-05-04'), name: 'Mette', house: 'Rosen' } as const;
  const read = (...at: readonly string[]) => {
    const { body } = packageDocument([{ ...history, rows: at.map((one) => ({ at: one })), written: [] }], made);
    return body.find((block) => block.kind === 'list')?.items;
  };
  assert.deepEqual(read('2026-05-03T08:00:00Z'), ['Tid: 3. maj 2026']);
  assert.deepEqual(read('2026-05-03T08:00:00Z', '2026-05-03T09:00:00Z'), ['2 gange den 3. maj 2026']);
  const apart = read('2026-05-03T08:00:00Z', '2026-04-01T09:00:00Z', '2026-05-03T09:00:00Z');
  assert.deepEqual(apart, ['3 gange fra den 1. april 2026 til den 3. maj 2026']);
});

test('a voucher of 2021 is needed until the last day of 2026, and goes on the first of 2027', () => {
  const voucher = day('2021-03-04');
  assert.equal(neededUntil(voucher, PERIODS), '2026-12-31');
  const kept = (today: string) => voucher >= firstKept({ setting: 'bookkeepingYears' }, PERIODS, day(today));
  assert.ok(kept('2026-12-31'));
  assert.ok(!kept('2027-01-01'));
});

test('some months before is the same day, or the last of a shorter month, in every month of some years', () => {
  assert.equal(monthsBefore(day('2026-03-31'), 1), '2026-02-28');
  assert.equal(monthsBefore(day('2024-03-31'), 1), '2024-02-29');
  assert.equal(monthsBefore(day('2026-01-15'), 12), '2025-01-15');
  assert.equal(monthsBefore(day('2026-01-15'), 1), '2025-12-15');
  for (let today = day('2024-01-01'); today < '2026-06-01'; today = addDays(today, 1)) {
    const before = monthsBefore(today, 7);
    assert.ok(before < today && Number(before.slice(8)) <= Number(today.slice(8)), `${today}: ${before}`);
  }
});

test('a no moves the way to reach somebody only to one that has a yes and can be used', () => {
  const both = { email: true, phone: true };
  assert.equal(reachAfter('mail', { mail: false, sms: true }, both), 'sms');
  assert.equal(reachAfter('mail', { mail: false, sms: true }, { email: true, phone: false }), 'paper');
  assert.equal(reachAfter('mail', { mail: false }, both), 'paper');
  assert.equal(reachAfter('mail', { mail: false, paper: false }, both), 'never');
  assert.equal(reachAfter('mail', { sms: false }, both), 'mail');
  assert.equal(reachAfter('never', { mail: true }, both), 'never', 'who wants no contact is not moved by a yes');
});
