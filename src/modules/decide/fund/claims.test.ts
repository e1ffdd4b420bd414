import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { testDatabase } from '../../../testing/database.ts';
import { sample } from '../../../testing/long.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { claimMoney, letGoOfClaim, settleClaim, unsettleClaim } from './commands/claims.ts';
import { decide } from './commands/decide.ts';
import { cancel, closeCase, release, withdraw } from './commands/endings.ts';
import { type ApplicationId, commitmentOf } from './rules/application.ts';
import { availableOf, moneyOf } from './rules/money.ts';
import { statusOf } from './rules/status.ts';
import { aFund, anApplication } from './seed.ts';
import { applicationById } from './store/applications.ts';
import { commitments } from './store/commitments.ts';
import { ledgerOf } from './store/ledger.ts';

const { newTenant } = await testDatabase();

const PROMISED = 5_000;
const TOTAL = 100_000;

interface Claim {
  readonly id: Id<'fund_claim'>;
  readonly amount: number;
  state: 'open' | 'paid' | 'gone';
}

/** One promise as a child would count it: a jar, and what was put aside from it. */
class Jar {
  given = 0;
  paid = 0;
  end: 'none' | 'cancelled' | 'over' = 'none';
  readonly claims: Claim[] = [];

  /** What accepted invoices wait for. */
  waiting(): number {
    return this.open().reduce((sum, claim) => sum + Math.max(0, claim.amount), 0);
  }

  credited(): number {
    return -this.open().reduce((sum, claim) => sum + Math.min(0, claim.amount), 0);
  }

  left(): number {
    return PROMISED - this.given - this.paid - this.waiting();
  }

  settled(): boolean {
    return this.paid > 0 && PROMISED === this.given + this.paid;
  }

  open(): Claim[] {
    return this.claims.filter((claim) => claim.state === 'open');
  }
}

const some = fc.oneof(fc.constantFrom<'most' | 'over'>('most', 'over'), fc.integer({ min: 1, max: 40 }));
const amountOf = (share: 'most' | 'over' | number, most: number): number =>
  share === 'most' ? Math.max(1, most) : share === 'over' ? Math.max(1, most + 1) : share * 100;
const which = fc.nat({ max: 3 });
type Move = readonly [
  'claim' | 'credit' | 'settle' | 'bounce' | 'let_go' | 'release' | 'cancel' | 'withdraw' | 'close',
  'most' | 'over' | number,
  number,
];
const moves = (weight: number, ...verbs: Move[0][]) => ({
  weight,
  arbitrary: fc.tuple(fc.constantFrom(...verbs), some, which),
});
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  moves(8, 'claim'),
  moves(3, 'credit'),
  moves(10, 'settle', 'bounce', 'let_go'),
  moves(2, 'release'),
  moves(1, 'cancel', 'withdraw', 'close'),
);

/** Makes the move in both, and answers whether they agree that it could be made. */
async function make(tx: TenantDb, id: ApplicationId, jar: Jar, [verb, share, nth]: Move): Promise<boolean> {
  switch (verb) {
    case 'claim':
    case 'credit':
      return claim(tx, id, jar, verb === 'claim', share);
    case 'settle':
    case 'bounce':
    case 'let_go':
      return endClaim(tx, jar, verb, nth);
    case 'release': {
      const amount = amountOf(share, jar.left());
      const can = amount <= jar.left();
      if (can) jar.given += amount;
      return (await release(tx, id, { amount: kroner(amount), words: '' })).ok === can;
    }
    case 'cancel': {
      const keep = amountOf(share, jar.left());
      const can = jar.end === 'none' && !jar.settled() && keep <= jar.left();
      if (can) Object.assign(jar, { end: 'cancelled', given: jar.given + jar.left() - keep });
      return (await cancel(tx, id, { words: '', keep: kroner(keep) })).ok === can;
    }
    case 'withdraw': {
      const can = jar.end === 'none' && !jar.settled() && jar.paid === 0 && jar.waiting() === 0;
      if (can) Object.assign(jar, { end: 'over', given: jar.given + jar.left() });
      return (await withdraw(tx, id, '')).ok === can;
    }
    case 'close': {
      const can = jar.end === 'none' && jar.open().length === 0;
      if (can) Object.assign(jar, { end: 'over', given: jar.given + jar.left() });
      return (await closeCase(tx, id)).ok === can;
    }
  }
}

async function claim(tx: TenantDb, id: ApplicationId, jar: Jar, owes: boolean, share: Move[1]): Promise<boolean> {
  const owed = jar.paid + jar.waiting() - jar.credited();
  const size = amountOf(share, owes ? jar.left() : owed);
  const can = owes ? jar.end !== 'over' && size <= jar.left() : size <= owed;
  const amount = owes ? size : -size;
  const done = await claimMoney(tx, id, { amount: kroner(amount), reference: 'F-17' });
  if (done.ok) jar.claims.push({ id: done.value, amount, state: 'open' });
  return done.ok === can;
}

async function endClaim(tx: TenantDb, jar: Jar, verb: 'settle' | 'bounce' | 'let_go', nth: number): Promise<boolean> {
  const one = jar.claims.at(-1 - nth);
  if (!one) return true;
  if (verb === 'bounce') {
    const room = one.amount > 0 ? one.amount <= jar.paid : -one.amount <= jar.left();
    const can = one.state === 'paid' && room;
    if (can) Object.assign(one, { state: 'open' });
    if (can) jar.paid -= one.amount;
    return (await unsettleClaim(tx, one.id)).ok === can;
  }
  const can = one.state === 'open' && (verb === 'let_go' || jar.paid + one.amount >= 0);
  if (can) {
    one.state = verb === 'settle' ? 'paid' : 'gone';
    if (verb === 'settle') jar.paid += one.amount;
    // What comes back to a case that is over is the fund's again.
    if (jar.end === 'over') jar.given += jar.left();
  }
  const done = verb === 'settle' ? await settleClaim(tx, one.id, tx.today) : await letGoOfClaim(tx, one.id, '');
  return done.ok === can;
}

/** The same money in both, in the case, in the ledger, and in what invoices are matched against. */
async function agree(tx: TenantDb, id: ApplicationId, jar: Jar): Promise<void> {
  const found = await applicationById(tx, id);
  assert(found);
  const { committed, released, paid, claimed, remaining } = moneyOf(found);
  assert.deepEqual(
    [released, paid, claimed, remaining].map(Number),
    [jar.given, jar.paid, jar.waiting(), jar.left()].map((kr) => kr * 100),
  );
  assert.ok(paid >= 0 && remaining >= 0, 'invoices never have more than was promised');
  const periodId = commitmentOf(found)?.periodId;
  assert(periodId);
  const ledger = await ledgerOf(tx, periodId);
  assert.deepEqual([ledger.released, ledger.paid].map(Number), [released, paid].map(Number));
  assert.equal(availableOf(ledger), kroner(TOTAL - PROMISED + jar.given));

  const [commitment] = await commitments(tx, { applicationId: id });
  assert(commitment);
  assert.deepEqual(
    [commitment.amount, commitment.released, commitment.paid, commitment.claimed, commitment.remaining].map(Number),
    [committed, released, paid, claimed, remaining].map(Number),
  );
  assert.equal(commitment.status, statusOf(found, tx.today));
  const open = await commitments(tx, { reference: `ref. ${commitment.reference.toLowerCase()}`, open: true });
  assert.equal(open.length === 1, remaining > 0 && jar.end !== 'over');
}

test('whatever becomes of its invoices, in whatever order, a promise never gives more than it holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: 20, maxLength: 30, size: 'max' }), async (all) => {
      const house = await newTenant();
      const inge = await house.tx((tx) => aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }));
      const actor = await house.tx((tx) => loadActor(tx, inge));
      assert(actor);
      const fundId = await house.tx((tx) => aFund(tx, { total: kroner(TOTAL) }));
      const id = await house.tx((tx) => anApplication(tx, fundId, { sought: kroner(PROMISED) }));
      const yes = { result: 'commit', amount: kroner(PROMISED), terms: '', words: '', reference: '' } as const;
      assert.ok((await house.as(actor, (tx) => decide(tx, id, yes))).ok);
      const jar = new Jar();
      for (const move of all) {
        await house.as(actor, async (tx) => assert.equal(await make(tx, id, jar, move), true, JSON.stringify(move)));
        await house.tx((tx) => agree(tx, id, jar));
      }
    }),
    { numRuns: sample(5, 400, 'stories of what becomes of invoices'), seed: 11, endOnFailure: true },
  );
});
