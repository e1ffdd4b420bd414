import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day, day } from '../../../kernel/day.ts';
import { kroner, toOre, ZERO_ORE } from '../../../kernel/money.ts';
import type { EndingCase } from './rules/case.ts';
import { closingOf } from './rules/closing.ts';
import { REMINDERS, type ReminderKind, remindersDue, USUAL_DAYS } from './rules/reminders.ts';

const HELD = day('2026-06-15');

function aCase(wanted: Partial<EndingCase> = {}): EndingCase {
  return {
    id: 'a' as EndingCase['id'],
    fundId: 'f' as EndingCase['fundId'],
    prefix: 'P',
    number: 7,
    title: 'Suppe i gården',
    initiativeId: null,
    startsOn: HELD,
    lastDay: HELD,
    decided: 'commit',
    recommended: false,
    committed: kroner(4_000),
    released: ZERO_ORE,
    paid: ZERO_ORE,
    claimed: ZERO_ORE,
    credited: ZERO_ORE,
    invoiced: false,
    expiresOn: addDays(HELD, 60),
    ended: false,
    reportDueDays: 30,
    decidingRole: 'organisation_board',
    feedback: false,
    waived: false,
    waitUntil: null,
    carrierId: null,
    email: null,
    phone: null,
    language: 'da',
    ...wanted,
  };
}

const kinds = (one: EndingCase, today: Day): ReminderKind[] =>
  remindersDue(one, USUAL_DAYS, today).map((reminder) => reminder.kind);

test('without an answer it is said from 14 days before until the day before it begins, and not on the day itself', () => {
  for (const decided of [null, 'wait'] as const) {
    const one = aCase({ decided, committed: ZERO_ORE });
    assert.deepEqual(kinds(one, addDays(HELD, -15)), []);
    assert.deepEqual(kinds(one, addDays(HELD, -14)), ['undecided']);
    assert.deepEqual(kinds(one, addDays(HELD, -1)), ['undecided']);
    assert.deepEqual(kinds(one, HELD), []);
  }
  assert.deepEqual(kinds(aCase({ decided: 'refuse' }), addDays(HELD, -5)), []);
  assert.deepEqual(kinds(aCase({ decided: null, ended: true }), addDays(HELD, -5)), []);
});

test("how it went is asked for the day after, and again when the policy's days are over", () => {
  const one = aCase({ invoiced: true, paid: kroner(4_000) });
  assert.deepEqual(kinds(one, HELD), []);
  assert.deepEqual(kinds(one, addDays(HELD, 1)), ['feedback']);
  assert.deepEqual(kinds(one, addDays(HELD, 30)), ['feedback']);
  assert.deepEqual(kinds(one, addDays(HELD, 31)), ['feedback', 'feedback_late']);
  assert.deepEqual(kinds({ ...one, feedback: true }, addDays(HELD, 31)), []);
  assert.deepEqual(kinds({ ...one, waived: true }, addDays(HELD, 31)), []);
});

test('a missing invoice is said after 30 days, and after 60 it is proposed to release instead', () => {
  const one = aCase({ feedback: true });
  assert.deepEqual(kinds(one, addDays(HELD, 29)), []);
  assert.deepEqual(kinds(one, addDays(HELD, 30)), ['no_invoice']);
  assert.deepEqual(kinds(one, addDays(HELD, 59)), ['no_invoice']);
  assert.deepEqual(kinds(one, addDays(HELD, 60)), ['release']);
  assert.deepEqual(kinds({ ...one, invoiced: true }, addDays(HELD, 59)), []);
  assert.deepEqual(kinds({ ...one, claimed: kroner(100) }, addDays(HELD, 60)), []);
  assert.deepEqual(kinds({ ...one, paid: kroner(4_000) }, addDays(HELD, 60)), []);
  assert.deepEqual(kinds({ ...one, ended: true }, addDays(HELD, 60)), []);
});

test('days are counted from the last day of what takes several', () => {
  const one = aCase({ lastDay: addDays(HELD, 10), feedback: true });
  assert.deepEqual(kinds(one, addDays(HELD, 39)), []);
  assert.deepEqual(kinds(one, addDays(HELD, 40)), ['no_invoice']);
});

test('whoever chose to wait is asked again on that very day, as something new', () => {
  const until = addDays(HELD, 90);
  const one = aCase({ feedback: true, waitUntil: until });
  assert.deepEqual(kinds(one, addDays(HELD, 89)), []);
  assert.deepEqual(remindersDue(one, USUAL_DAYS, until), [{ kind: 'release', forDay: until }]);
});

const cases = fc
  .record({
    decided: fc.constantFrom(null, 'commit', 'wait', 'refuse') as fc.Arbitrary<EndingCase['decided']>,
    length: fc.integer({ min: 0, max: 20 }),
    paid: fc.integer({ min: 0, max: 4_000 }),
    claimed: fc.constantFrom(0, 0, 500),
    credited: fc.constantFrom(0, 0, 500),
    invoiced: fc.boolean(),
    ended: fc.boolean(),
    feedback: fc.boolean(),
    waived: fc.boolean(),
    wait: fc.option(fc.integer({ min: 0, max: 120 })),
    reportDueDays: fc.integer({ min: 1, max: 90 }),
  })
  .map(({ length, paid, claimed, credited, wait, ...rest }) =>
    aCase({
      ...rest,
      lastDay: addDays(HELD, length),
      paid: toOre(Math.min(paid, 4_000 - claimed) * 100),
      claimed: kroner(claimed),
      credited: kroner(credited),
      waitUntil: wait === null ? null : addDays(HELD, wait),
    }),
  );
const days = fc
  .record({
    undecided: fc.integer({ min: 1, max: 90 }),
    invoice: fc.integer({ min: 1, max: 60 }),
    more: fc.integer({ min: 1, max: 90 }),
  })
  .map(({ undecided, invoice, more }) => ({ undecided, invoice, release: invoice + more, feedback: 90 }));

test('whenever the morning asks, each thing is due for one day only, and that day never lies ahead', () => {
  fc.assert(
    fc.property(cases, days, fc.integer({ min: -100, max: 200 }), (one, set, offset) => {
      const today = addDays(HELD, offset);
      const due = remindersDue(one, set, today);
      assert.deepEqual(remindersDue(one, set, today), due);
      assert.equal(new Set(due.map(({ kind }) => kind)).size, due.length);
      for (const { kind, forDay } of due) {
        assert(REMINDERS.includes(kind));
        assert(forDay <= today);
        // Asked a day later, it is either over or for the same day: so it is said once.
        const tomorrow = remindersDue(one, set, addDays(today, 1)).find((other) => other.kind === kind);
        if (tomorrow) assert.equal(tomorrow.forDay, forDay);
      }
      const said = due.map(({ kind }) => kind);
      assert(!(said.includes('no_invoice') && said.includes('release')));
      if (one.ended) assert.deepEqual(due, []);
    }),
  );
});

test('a case is closed by itself only when it is told and nothing more can be paid', () => {
  const after = addDays(HELD, 5);
  const paid = aCase({ feedback: true, paid: kroner(4_000) });
  assert.equal(closingOf(paid, after), 'now');
  assert.equal(closingOf(paid, HELD), null);
  assert.equal(closingOf({ ...paid, feedback: false }, after), null);
  assert.equal(closingOf({ ...paid, feedback: false, waived: true }, after), 'now');
  const part = { ...paid, paid: kroner(3_000) };
  assert.equal(closingOf(part, after), 'offer');
  assert.equal(closingOf(part, addDays(HELD, 60)), 'offer');
  assert.equal(closingOf(part, addDays(HELD, 61)), 'now');
  assert.equal(closingOf({ ...part, claimed: kroner(500) }, addDays(HELD, 61)), null);
  assert.equal(closingOf({ ...part, credited: kroner(500) }, addDays(HELD, 61)), null, 'money is on its way back');
  assert.equal(closingOf({ ...part, paid: ZERO_ORE }, addDays(HELD, 61)), null);
  assert.equal(closingOf({ ...paid, ended: true }, after), null);
});
