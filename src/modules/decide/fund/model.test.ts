import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner, type Ore, toOre } from '../../../kernel/money.ts';
import { type TestTenant, testDatabase } from '../../../testing/database.ts';
import { sample } from '../../../testing/long.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { claimMoney, settleClaim } from './commands/claims.ts';
import { decide } from './commands/decide.ts';
import { cancel, release, withdraw } from './commands/endings.ts';
import { approvePolicy, carryOver, topUp } from './commands/funds.ts';
import type { ApplicationId } from './rules/application.ts';
import { availableOf, type Ledger, moneyOf, type Post, soughtOf } from './rules/money.ts';
import { statusOf } from './rules/status.ts';
import { aFund, anApplication, someTerms } from './seed.ts';
import { applicationById } from './store/applications.ts';
import { casePage } from './store/cases.ts';
import { periodsOf, policyOn } from './store/funds.ts';
import { ledgerOf, ledgerPosts } from './store/ledger.ts';

const { newTenant } = await testDatabase();

/** What a case is in the simplest terms there are. */
interface ModelCase {
  readonly id: ApplicationId;
  readonly sought: number;
  readonly startsOn: Day;
  year: string;
  state: 'open' | 'waiting' | 'committed' | 'cancelled' | 'over';
  promised: number;
  given: number;
  paid: number;
}

type Share = number | 'most' | 'over';

type Move =
  | { readonly do: 'apply'; readonly sought: number; readonly startsIn: number }
  /** `share`: per mille of what is sought, or of what is left of a commitment; `most`, `over`: all there is, and one krone more. */
  | { readonly do: 'commit' | 'cancel' | 'release' | 'pay'; readonly which: number; readonly share: Share }
  | { readonly do: 'wait' | 'refuse' | 'withdraw'; readonly which: number }
  | { readonly do: 'top_up' | 'new_total'; readonly amount: number }
  | { readonly do: 'days'; readonly days: number }
  | { readonly do: 'carry_over' };

const which = fc.nat({ max: 5 });
const amount = fc.integer({ min: 1, max: 25 }).map((thousand) => thousand * 1_000);
const sought = fc.oneof(amount, fc.constantFrom(12_000, 15_000, 20_000, 21_000));
const share = fc.constantFrom<Share>(300, 1_000, 'most', 'over');
const verb = <Verb extends string>(...verbs: Verb[]) => fc.constantFrom(...verbs);
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: verb('apply'), sought, startsIn: fc.integer({ min: 1, max: 90 }) }),
  },
  { weight: 8, arbitrary: fc.record({ do: verb('commit'), which, share }) },
  { weight: 6, arbitrary: fc.record({ do: verb('cancel', 'release', 'pay', 'pay'), which, share }) },
  { weight: 2, arbitrary: fc.record({ do: verb('wait', 'refuse', 'withdraw'), which }) },
  { weight: 1, arbitrary: fc.record({ do: verb('top_up', 'new_total'), amount }) },
  { weight: 1, arbitrary: fc.record({ do: verb('days'), days: fc.integer({ min: 5, max: 60 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'carry_over' as const }) },
);

const MAX = 20_000;
const START = 22_000;

/** The fund as a child would count it: a purse for each year. */
class Purse {
  readonly cases: ModelCase[] = [];
  readonly more = new Map<string, number>();
  readonly totals = new Map([
    ['2026', START],
    ['2027', START],
  ]);

  available(year: string): number {
    const cases = this.cases.filter((one) => one.year === year);
    const bound = cases.reduce((sum, one) => sum + one.promised - one.given, 0);
    return (this.totals.get(year) ?? 0) + (this.more.get(year) ?? 0) - bound;
  }

  add(year: string, more: number): void {
    this.more.set(year, (this.more.get(year) ?? 0) + more);
  }
}

async function play(house: TestTenant, fundId: Id<'fund'>, inge: Id<'person'>, moves: readonly Move[]): Promise<void> {
  const purse = new Purse();
  for (const move of moves) {
    const actor = await house.tx((tx) => loadActor(tx, inge));
    assert(actor);
    if (move.do === 'days') house.clock.forward({ days: move.days });
    else
      await house.as(actor, async (tx) =>
        assert.equal(await make(tx, fundId, purse, move), true, JSON.stringify(move)),
      );
    await agree(house, fundId, purse);
  }
}

/** Makes the move in both, and answers whether they agree that it could be made. */
async function make(
  tx: Parameters<Parameters<TestTenant['as']>[1]>[0],
  fundId: Id<'fund'>,
  purse: Purse,
  move: Exclude<Move, { readonly do: 'days' }>,
): Promise<boolean> {
  const year = tx.today.slice(0, 4);
  if (move.do === 'apply') {
    if (purse.cases.length > 5 || year > '2027') return true;
    const startsOn = addDays(tx.today, move.startsIn);
    const id = await anApplication(tx, fundId, { sought: kroner(move.sought), startsOn, endsOn: null });
    purse.cases.push({ id, sought: move.sought, startsOn, year, state: 'open', promised: 0, given: 0, paid: 0 });
    return true;
  }
  if (move.do === 'top_up') {
    const policy = await policyOn(tx, fundId, tx.today);
    if (!policy) return true;
    await topUp(tx, fundId, { periodId: policy.periodId, amount: kroner(move.amount), decisionReference: 'OB 4' });
    purse.add(year, move.amount);
    return true;
  }
  if (move.do === 'new_total') {
    if (year > '2027') return true;
    const total = Math.max(move.amount * 2, MAX);
    const done = await approvePolicy(tx, fundId, terms(year, total));
    const can = purse.available(year) - (purse.totals.get(year) ?? 0) + total >= 0;
    if (can) purse.totals.set(year, total);
    return done.ok === can;
  }
  if (move.do === 'carry_over') {
    const [first] = await periodsOf(tx, fundId);
    assert(first);
    const left = purse.available('2026');
    const can = year > '2026' && left > 0;
    const done = await carryOver(tx, fundId, first.id);
    if (can) {
      purse.add('2026', -left);
      purse.add('2027', left);
    }
    return done.ok === can;
  }
  const one = 'which' in move ? purse.cases[move.which] : undefined;
  return one && 'which' in move ? decideOn(tx, purse, one, move, year) : true;
}

async function decideOn(
  tx: Parameters<Parameters<TestTenant['as']>[1]>[0],
  purse: Purse,
  one: ModelCase,
  move: Extract<Move, { readonly which: number }>,
  year: string,
): Promise<boolean> {
  const open = one.state === 'open' || one.state === 'waiting';
  const left = one.promised - one.given - one.paid;
  const amount =
    'share' in move ? amountOf(move.share, one.sought, move.do === 'commit' ? purse.available(year) : left) : 0;
  if (move.do === 'commit') {
    const done = await decide(tx, one.id, {
      result: 'commit',
      amount: kroner(amount),
      terms: '',
      words: '',
      reference: '',
    });
    const inTime = tx.today < one.startsOn && year <= '2027';
    const can = open && inTime && amount <= MAX && amount <= one.sought && amount <= purse.available(year);
    if (can) Object.assign(one, { state: 'committed', promised: amount, year });
    return done.ok === can;
  }
  if (move.do === 'wait' || move.do === 'refuse') {
    const said =
      move.do === 'wait' ? { result: 'wait' as const } : { result: 'refuse' as const, reason: 'other' as const };
    const done = await decide(tx, one.id, { ...said, words: 'Ikke nu.', reference: '' });
    const can = move.do === 'wait' ? one.state === 'open' : open;
    if (can) one.state = move.do === 'wait' ? 'waiting' : 'over';
    return done.ok === can;
  }
  const settled = one.paid > 0 && left === 0;
  if (move.do === 'withdraw') {
    const done = await withdraw(tx, one.id, '');
    const can = !['over', 'cancelled'].includes(one.state) && !settled && one.paid === 0;
    if (can) Object.assign(one, { state: 'over', given: one.given + left });
    return done.ok === can;
  }
  if (move.do === 'cancel') {
    const done = await cancel(tx, one.id, { words: '', keep: kroner(amount) });
    const can = one.state === 'committed' && !settled && amount <= left;
    if (can) Object.assign(one, { state: 'cancelled', given: one.given + left - amount });
    return done.ok === can;
  }
  const can = one.promised > 0 && amount <= left;
  if (move.do === 'release') {
    const done = await release(tx, one.id, { amount: kroner(amount), words: '' });
    if (can) one.given += amount;
    return done.ok === can;
  }
  const inTime = can && one.state !== 'over';
  const done = await claimMoney(tx, one.id, { amount: kroner(amount), reference: 'F-17' });
  if (inTime) one.paid += amount;
  return done.ok === inTime && (!done.ok || (await settleClaim(tx, done.value, tx.today)).ok);
}

function amountOf(share: Share, sought: number, there: number): number {
  if (share === 'most') return Math.max(1, there);
  if (share === 'over') return Math.max(1, there + 1);
  return Math.max(1, Math.ceil((sought * share) / 1_000));
}

/** After every move: the same money in both, and no promise is broken. */
async function agree(house: TestTenant, fundId: Id<'fund'>, purse: Purse): Promise<void> {
  await house.tx(async (tx) => {
    for (const period of await periodsOf(tx, fundId)) {
      const ledger = await ledgerOf(tx, period.id);
      const available = availableOf(ledger);
      assert.equal(available, kroner(purse.available(period.startsOn.slice(0, 4))));
      assert.ok(available >= 0, 'never more is promised than there is');
      const { rows } = await ledgerPosts(tx, period.id, { most: 1000 });
      const sum = rows.reduce((left, row) => left + row.amount, ledger.total as number);
      assert.equal(sum, available, 'every figure opens to its rows');
      assert.equal(rows.at(-1)?.left ?? ledger.total, available);
      for (const [post, figure] of figuresOf(ledger)) {
        const opened = await ledgerPosts(tx, period.id, { post, most: 1000 });
        assert.equal(Math.abs(opened.rows.reduce((total, row) => total + row.amount, 0)), figure, post);
      }
    }
    const { cases } = await casePage(tx, { fundId });
    assert.equal(cases.length, purse.cases.length);
    for (const one of purse.cases) {
      const found = await applicationById(tx, one.id);
      assert(found);
      const { committed, released, paid, remaining } = moneyOf(found);
      assert.deepEqual(
        [committed, released, paid].map(Number),
        [one.promised, one.given, one.paid].map((kr) => kr * 100),
      );
      assert.ok(remaining >= 0 && committed <= kroner(MAX) && committed <= kroner(one.sought));
      const card = cases.find(({ id }) => id === one.id);
      assert.equal(card?.status, statusOf(found, tx.today), 'a list and a case say the same');
      assert.equal(card?.sought, soughtOf(found));
      const promise = found.decisions.find((decision) => decision.result === 'commit');
      if (promise) assert.ok(promise.on < one.startsOn, 'promised before the activity');
      if (!promise) assert.equal(found.releases.length, 0, 'what was never promised leaves the ledger alone');
    }
  });
}

function figuresOf(ledger: Ledger): readonly (readonly [Post, number])[] {
  const { toppedUp, carriedIn, carriedOut, committed, released, paid, other } = ledger;
  return [
    ['topped_up', toppedUp],
    ['carried_in', carriedIn],
    ['carried_out', carriedOut],
    ['committed', committed],
    ['released', released],
    ['paid', paid],
    ['other', other],
  ];
}

function terms(year: string, total: number) {
  return someTerms(
    { today: day(`${year}-01-01`) },
    { total: kroner(total), projectMax: toOre(kroner(MAX) as Ore), carriesOver: true, answerDays: 1 },
  );
}

test('whatever people do, in whatever order, the ledger counts as a purse would', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: 25, maxLength: 35, size: 'max' }), async (moves) => {
      const house = await newTenant();
      house.clock.set('2026-09-15T12:00:00+02:00');
      const inge = await house.tx((tx) => aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }));
      const fundId = await house.tx((tx) => aFund(tx, terms('2026', START)));
      await house.tx(async (tx) => approvePolicy(tx, fundId, terms('2027', START)));
      await play(house, fundId, inge, moves);
    }),
    { numRuns: sample(3, 300, 'stories of a fund beside a purse'), seed: 7, endOnFailure: true },
  );
});
