import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner, type Ore, toOre } from '../../../kernel/money.ts';
import type { StateRows } from './rules/application.ts';
import { nextInLine } from './rules/deciding.ts';
import { missingIn, policyFindings } from './rules/findings.ts';
import { moneyOf, soughtOf } from './rules/money.ts';
import { answerBy, policyRefusal } from './rules/policy.ts';
import { STATUSES, statusOf } from './rules/status.ts';
import { aPage, someTerms } from './seed.ts';

const TODAY = day('2026-05-03');
const HERE = { today: TODAY };
const anyDay = fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days));
const anyOre: fc.Arbitrary<Ore> = fc.integer({ min: 1, max: 2_000_000 }).map(toOre);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const few = <T>(some: fc.Arbitrary<T>) => fc.array(some, { maxLength: 3 });

const anyDecision = fc.record({
  on: anyDay,
  result: fc.constantFrom('commit', 'wait', 'refuse'),
  amount: maybe(anyOre),
  terms: fc.constantFrom('', 'To voksne er med.'),
});
const anyRows: fc.Arbitrary<StateRows> = fc.record({
  lines: few(fc.record({ amount: anyOre })),
  otherMoney: anyOre,
  submission: maybe(fc.record({ on: anyDay })),
  reviews: few(fc.record({ on: anyDay })),
  questions: few(fc.record({ on: anyDay, answeredOn: maybe(anyDay) })),
  recommendations: few(fc.record({ on: anyDay })),
  decisions: few(anyDecision),
  releases: few(fc.record({ on: anyDay, amount: anyOre })),
  payments: few(fc.record({ on: anyDay, amount: anyOre })),
  end: maybe(fc.record({ on: anyDay, result: fc.constantFrom('withdrawn', 'cancelled', 'lapsed') })),
});

const SENT: StateRows = {
  lines: [{ amount: kroner(4_000) }],
  otherMoney: toOre(0),
  submission: { on: TODAY },
  reviews: [],
  questions: [],
  recommendations: [],
  decisions: [],
  releases: [],
  payments: [],
  end: null,
};
const yes = (amount: Ore, terms = '') => ({ on: TODAY, result: 'commit', amount, terms }) as const;

test('every set of rows has exactly one status on every day', () => {
  fc.assert(
    fc.property(anyRows, anyDay, (rows, today) => STATUSES.filter((one) => one === statusOf(rows, today)).length === 1),
  );
});

test('what has not happened yet changes nothing', () => {
  fc.assert(
    fc.property(anyRows, anyDay, (rows, today) => {
      const later = addDays(today, 1);
      const more: StateRows = {
        ...rows,
        decisions: [...rows.decisions, { ...yes(kroner(100)), on: later }],
        reviews: [...rows.reviews, { on: later }],
        end: rows.end && rows.end.on <= today ? rows.end : { on: later, result: 'withdrawn' },
      };
      assert.equal(statusOf(more, today), statusOf(rows, today));
    }),
  );
});

test('the life of one case reads as it was lived', () => {
  const at = (rows: Partial<StateRows>) => statusOf({ ...SENT, ...rows }, TODAY);
  const tomorrow = addDays(TODAY, 1);
  assert.equal(at({ submission: null }), 'draft');
  assert.equal(at({}), 'submitted');
  assert.equal(at({ questions: [{ on: TODAY, answeredOn: null }] }), 'needs_information');
  assert.equal(at({ questions: [{ on: TODAY, answeredOn: tomorrow }] }), 'needs_information');
  assert.equal(at({ questions: [{ on: TODAY, answeredOn: TODAY }] }), 'under_review');
  assert.equal(at({ reviews: [{ on: TODAY }] }), 'under_review');
  assert.equal(at({ reviews: [{ on: TODAY }], recommendations: [{ on: TODAY }] }), 'recommended');
  assert.equal(at({ decisions: [{ on: TODAY, result: 'wait', amount: null, terms: '' }] }), 'waiting_list');
  assert.equal(at({ decisions: [yes(kroner(4_000))] }), 'committed');
  assert.equal(at({ decisions: [yes(kroner(3_999))] }), 'partly_committed');
  assert.equal(at({ decisions: [yes(kroner(4_000), 'To voksne er med.')] }), 'on_terms');
  const spent = { decisions: [yes(kroner(4_000))], payments: [{ on: TODAY, amount: kroner(3_000) }] };
  assert.equal(at(spent), 'committed');
  assert.equal(at({ ...spent, releases: [{ on: TODAY, amount: kroner(1_000) }] }), 'settled');
  assert.equal(at({ end: { on: TODAY, result: 'lapsed' } }), 'lapsed');
  assert.equal(at({ submission: null, end: { on: TODAY, result: 'withdrawn' } }), 'withdrawn');
});

test('what others give is taken off what is sought, and never below nought', () => {
  fc.assert(
    fc.property(few(fc.record({ amount: anyOre })), anyOre, (lines, otherMoney) => {
      const budget = lines.reduce((sum, line) => sum + line.amount, 0);
      assert.equal(soughtOf({ lines, otherMoney }), Math.max(0, budget - otherMoney));
    }),
  );
  const claim = (amount: Ore, open: boolean) => ({
    id: '1' as Id<'fund_claim'>,
    on: TODAY,
    reference: 'F-1',
    amount,
    open,
  });
  const money = moneyOf({
    ...SENT,
    decisions: [yes(kroner(10))],
    payments: [{ on: TODAY, amount: kroner(4) }],
    claims: [claim(kroner(3), true), claim(kroner(2), false), claim(kroner(-1), true)],
  });
  assert.deepEqual([money.claimed, money.credited], [kroner(3), kroner(1)]);
  assert.equal(money.remaining, kroner(3), 'a credit note counts when its money has come');
});

test('the page hears at once what the policy would say, and where there is room to go on', () => {
  const told = (page: Parameters<typeof aPage>[1], terms = {}, available: Ore | null = null) =>
    policyFindings(aPage(HERE, page), someTerms(HERE, terms), TODAY, { available }).map(
      ({ code, room }) => `${code}${room ? '' : '!'}`,
    );
  assert.deepEqual(told({}), []);
  assert.deepEqual(told({ sought: kroner(24_000) }), ['over_max']);
  assert.deepEqual(told({ sought: kroner(8_000) }, {}, kroner(5_100)), ['more_than_left']);
  assert.deepEqual(told({ startsOn: TODAY }), ['begun!']);
  assert.deepEqual(told({ startsOn: addDays(TODAY, 14) }), ['begins_before_answer']);
  assert.deepEqual(told({ startsOn: addDays(TODAY, 15) }), []);
  assert.deepEqual(told({ startsOn: day('2027-01-01') }), ['outside_period']);
  assert.deepEqual(told({ grounds: [] }), ['no_ground!']);
  assert.deepEqual(told({ grounds: ['smaller_group'] }, { grounds: ['short_notice'] }), ['ground_not_open!']);
  assert.deepEqual(told({ groundReason: '' }), ['ground_without_reason!']);
  assert.deepEqual(told({ grounds: ['across_departments'] }), ['one_department_only']);
  assert.deepEqual(told({ applicantKind: 'association' }, { applicants: ['resident'] }), ['may_not_apply!']);
  assert.deepEqual(told({}, { coFinancingPerMille: 250 }), ['co_financing_lacks']);
  assert.deepEqual(told({ otherMoney: kroner(1_000) }, { coFinancingPerMille: 250 }), []);
  const line = { what: 'Leje', supplier: 'Lokalet', amount: kroner(500) };
  assert.deepEqual(told({ lines: [{ ...line, supplier: '' }] }), ['supplier_lacks']);
  assert.deepEqual(told({ lines: [{ ...line, supplier: ' mette holm ' }] }), ['private_outlay!']);
  assert.deepEqual(told({ lines: [{ ...line, supplier: 'Mette Holm' }] }, { allowsPrivateOutlays: true }), []);
  assert.deepEqual(told({ lines: [{ ...line, what: 'Gavekort til bankospil' }] }), ['cash_like']);
  assert.deepEqual(told({ minors: true, nonResidents: true }), ['minors', 'non_residents']);
  assert.deepEqual(told({ purpose: 'a'.repeat(2_200) }), ['longer_than_a_page!']);
});

test('a page lacks what nobody could decide without', () => {
  assert.deepEqual(missingIn(aPage(HERE)), []);
  assert.deepEqual(missingIn(aPage(HERE, { title: '', participants: null, lines: [] })), [
    'title',
    'participants',
    'lines',
  ]);
});

test('an answer is promised after the days of the policy, or on the day the round is answered', () => {
  assert.equal(answerBy(someTerms(HERE), TODAY), addDays(TODAY, 14));
  const rounds = [
    { closesOn: day('2026-05-02'), answersOn: day('2026-05-20') },
    { closesOn: day('2026-09-01'), answersOn: day('2026-09-20') },
  ];
  assert.equal(answerBy(someTerms(HERE, { allocation: 'rounds', rounds }), TODAY), '2026-09-20');
});

test('a policy never takes back what is promised, and two periods never share a day', () => {
  const seen = { others: [], promised: kroner(60_000) };
  assert.equal(policyRefusal(someTerms(HERE), seen), null);
  assert.deepEqual(policyRefusal(someTerms(HERE, { total: kroner(50_000) }), seen), {
    kind: 'below_promised',
    least: kroner(60_000),
  });
  const other = { startsOn: day('2026-12-31'), endsOn: day('2027-12-30') };
  assert.deepEqual(policyRefusal(someTerms(HERE), { others: [other], promised: 0 }), { kind: 'period_overlaps' });
  assert.deepEqual(policyRefusal(someTerms(HERE, { allocation: 'rounds' }), seen), { kind: 'rounds_lack' });
});

test('the first in line whom the money serves in full goes first, and nobody whose activity has begun', () => {
  const one = (sought: number, inDays: number) => ({ sought: kroner(sought), startsOn: addDays(TODAY, inDays) });
  const [big, begun, small, smaller] = [one(8_000, 30), one(1_000, 0), one(5_000, 30), one(2_000, 30)];
  const next = (kr: number) =>
    nextInLine([big, begun, small, smaller], { projectMax: kroner(20_000) }, kroner(kr), TODAY);
  assert.equal(next(1_000), null);
  assert.equal(next(2_000), smaller);
  assert.equal(next(5_100), small);
  assert.equal(next(9_000), big);
});
