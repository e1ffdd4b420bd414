/**
 * The promises that the fund is held to, by their numbers in the handbook's list (6.19: 1 to 8, and 24). Here those that only
 * a database can break; 2, 3, 7 and 8 are in invariants-rules.test.ts. Each can fail.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner, type Ore, sumOre, toOre } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type TestTenant, testDatabase } from '../../../testing/database.ts';
import { sample } from '../../../testing/long.ts';
import { loadActor } from '../../housing/public.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { anInvoice, verbs, type Written } from '../invoices/seed.ts';
import { claimMoney, settleClaim } from './commands/claims.ts';
import { decide } from './commands/decide.ts';
import { cancel, closeCase, withdraw } from './commands/endings.ts';
import { topUp } from './commands/funds.ts';
import { recuse } from './commands/handling.ts';
import type { ApplicationId } from './rules/application.ts';
import { availableOf, moneyOf } from './rules/money.ts';
import { aFund, anApplication } from './seed.ts';
import { applicationById } from './store/applications.ts';
import { policyOn } from './store/funds.ts';
import { ledgerOf, ledgerPosts } from './store/ledger.ts';

const { newTenant } = await testDatabase();

const anyOre = fc.integer({ min: 1, max: 3_000_000 }).map(toOre);

async function aHouse(terms: Parameters<typeof aFund>[1] = {}) {
  const house = await newTenant();
  const people = await house.tx(async (tx) => ({
    inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
    ole: await aPerson(tx, { name: 'Ole Bach', roles: ['organisation_board'] }),
    signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
    fundId: await aFund(tx, terms),
  }));
  return { house, ...people };
}

async function by<T>(house: TestTenant, personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  assert(actor);
  return house.as(actor, work);
}

const commit = (house: TestTenant, who: Id<'person'>, id: ApplicationId, amount: Ore) =>
  by(house, who, (tx) => decide(tx, id, { result: 'commit', amount, terms: '', words: '', reference: '' }));

async function ledgerNow(house: TestTenant, fundId: Id<'fund'>) {
  return house.tx(async (tx) => {
    const now = await policyOn(tx, fundId, tx.today);
    assert(now);
    const { rows } = await ledgerPosts(tx, now.periodId, { most: 10_000 });
    const ledger = await ledgerOf(tx, now.periodId);
    return { periodId: now.periodId, ledger, available: availableOf(ledger), rows };
  });
}

test('1: at every instant no more is promised than there is, however many decide at once', async () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 8, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(amounts, fc.nat({ max: 20 }), async (thousands, more) => {
      const { house, inge, ole, fundId } = await aHouse({ total: kroner(40_000), projectMax: kroner(20_000) });
      const cases: { id: ApplicationId; amount: Ore }[] = [];
      for (const one of thousands) {
        const amount = kroner(one * 1_000);
        cases.push({ amount, id: await house.tx((tx) => anApplication(tx, fundId, { sought: amount })) });
      }
      const { periodId } = await ledgerNow(house, fundId);
      const put = { periodId, amount: kroner(more + 1), decisionReference: 'OB 4' };
      const moves = cases.map(({ id, amount }, at) => commit(house, at % 2 ? inge : ole, id, amount));
      const looks = moves.map((move) =>
        move.then(async (done) => {
          assert.ok((await ledgerNow(house, fundId)).available >= 0, 'at the instant after a decision');
          return done;
        }),
      );
      const done = await Promise.all([...looks, by(house, inge, (tx) => topUp(tx, fundId, put))]);
      const given = cases.filter((_, at) => done[at]?.ok).map((one) => one.amount);
      const { ledger, available } = await ledgerNow(house, fundId);
      assert.equal(ledger.committed, sumOre(given), 'none is lost');
      for (const [at, { amount }] of cases.entries()) {
        if (!done[at]?.ok) assert.ok(amount > available - put.amount, 'nobody is turned away while the money reaches');
      }
    }),
    { numRuns: sample(2, 40), seed: 1 },
  );
});

test('4: a promise is never paid over, and what is left is released to the fund, not to another project', async () => {
  const bills = fc.array(fc.integer({ min: 1, max: 400_000 }).map(toOre), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(bills, async (amounts) => {
      const { house, inge, fundId } = await aHouse();
      const [one, other] = await house.tx(async (tx) => [
        await anApplication(tx, fundId),
        await anApplication(tx, fundId),
      ]);
      assert(one && other);
      for (const id of [one, other]) assert.ok((await commit(house, inge, id, kroner(4_000))).ok);
      const tried = await Promise.all(
        amounts.map((amount) =>
          by(house, inge, async (tx) => {
            const claim = await claimMoney(tx, one, { amount, reference: '17' });
            return claim.ok && (await settleClaim(tx, claim.value, tx.today)).ok;
          }),
        ),
      );
      const paid = sumOre(amounts.filter((_, at) => tried[at]));
      assert.ok(paid <= kroner(4_000));
      assert.ok((await by(house, inge, (tx) => closeCase(tx, one))).ok);
      const [mine, others] = await house.tx((tx) =>
        Promise.all([applicationById(tx, one), applicationById(tx, other)]),
      );
      assert(mine && others);
      assert.deepEqual(
        [moneyOf(mine).paid, moneyOf(mine).released],
        [paid, kroner(4_000) - paid],
        'all of it is paid or released',
      );
      assert.equal(moneyOf(others).remaining, kroner(4_000), 'the other project has neither more nor less');
      assert.equal((await ledgerNow(house, fundId)).available, kroner(96_000) - paid);
    }),
    { numRuns: sample(2, 60), seed: 4 },
  );
});

/** A promise to Mette, who lives with Bo and applies with Poul; what an invoice for it comes to. */
async function promised() {
  const it = await aHouse();
  const { house, inge, signe, fundId } = it;
  const id = await house.tx(async (tx) => {
    const lives = await aTenancy(tx, { departmentId: await aDepartment(tx, { name: 'Kærhaven' }) });
    const mette = await aPerson(tx, { name: 'Mette Holm', lives });
    await aPerson(tx, { name: 'Bo Holm', lives });
    const poul = await aPerson(tx, { name: 'Poul Dahl' });
    const coApplicants = [{ name: 'Poul Dahl', personId: poul, email: null, declinedOn: null }];
    return anApplication(tx, fundId, { applicantId: mette, coApplicants });
  });
  assert.ok((await commit(house, inge, id, kroner(4_000))).ok);
  house.clock.set('2026-06-20T12:00:00+02:00');
  let number = 100;
  const toPay: string[] = [];
  const accept = async (wanted: Partial<Written>) => {
    number += 1;
    const on = (days: number) => addDays('2026-05-03' as Day, days);
    const written: Written = {
      number: `F${number}`,
      issueDate: on(45),
      deliveryDate: on(40),
      reference: 'P-0001',
      lines: [{ name: 'Suppeurter', price: kroner(10) }],
      ...wanted,
    };
    const invoice = await by(house, signe, (tx) => anInvoice(tx, written));
    const payers = { accepted: async () => void toPay.push(written.number) };
    const how = { part: false, words: '' };
    const done = await by(house, signe, (tx) => verbs.acceptInvoice(tx, payers, invoice, how));
    const claims = await house.tx((tx) => tx.sql.selectFrom('fund_claim').select('reference').execute());
    const claimed = claims.some(({ reference }) => reference.includes(written.number));
    assert.equal(toPay.includes(written.number), claimed, 'only what has money set aside goes to payment');
    return done.ok ? 'to pay' : done.refusal;
  };
  return { ...it, accept };
}

test('5: an invoice that is not made out to the organisation never comes to payment', async () => {
  const { accept } = await promised();
  assert.equal(await accept({}), 'to pay', 'one that is made out to us does');
  const names = fc.constantFrom(
    'Afdelingsbestyrelsen i Kærhaven',
    'Mette Holm',
    'Foreningen Suppe',
    'En anden boligforening',
  );
  const numbers = fc.constantFrom(null, '27182818', '99134623');
  await fc.assert(
    fc.asyncProperty(names, numbers, async (name, cvr) => {
      assert.equal(await accept({ buyer: { name, cvr } }), 'stopped', `${name} ${cvr}`);
    }),
    { numRuns: sample(4, 40), seed: 5 },
  );
});

test('6: who applied, lives with them or decided is never paid for it; a third party is', async () => {
  const { accept } = await promised();
  const supplier = (name: string) => ({ supplier: { name, cvr: '31415926' } });
  assert.equal(await accept(supplier('Vesterby Brugs')), 'to pay');
  const near = fc.constantFrom('Mette Holm', 'Bo Holm', 'Poul Dahl', 'Inge Falk');
  const spelt = fc.constantFrom(
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => ` ${name} `,
  );
  await fc.assert(
    fc.asyncProperty(near, spelt, async (name, spell) => {
      assert.equal(await accept(supplier(spell(name))), 'stopped', name);
    }),
    { numRuns: sample(4, 40), seed: 6 },
  );
});

test('7: who stands aside is refused when they decide all the same, and the others go on', async () => {
  const { house, inge, ole, fundId } = await aHouse();
  const id = await house.tx((tx) => anApplication(tx, fundId));
  await by(house, inge, (tx) => recuse(tx, id, { personId: inge, reason: 'family' }));
  const tried = await commit(house, inge, id, kroner(1_000));
  assert.equal(!tried.ok && tried.refusal.kind, 'recused');
  assert.ok((await commit(house, ole, id, kroner(1_000))).ok);
});

test('24: a no, or a withdrawal before a promise, leaves the ledger alone; after it there is a release, and no row is changed', async () => {
  const ways = fc.array(fc.constantFrom('refuse', 'withdraw', 'promise and withdraw', 'promise and cancel'), {
    minLength: 3,
    maxLength: 7,
  });
  await fc.assert(
    fc.asyncProperty(ways, anyOre, async (all, share) => {
      const { house, inge, fundId } = await aHouse();
      for (const way of all) {
        const id = await house.tx((tx) => anApplication(tx, fundId));
        const amount = toOre(1 + (share % kroner(4_000)));
        if (way.startsWith('promise')) assert.ok((await commit(house, inge, id, amount)).ok);
        const before = await ledgerNow(house, fundId);
        const done = await by(house, inge, async (tx) => {
          if (way.endsWith('withdraw')) return withdraw(tx, id, '');
          if (way.endsWith('cancel')) return cancel(tx, id, { words: '', keep: toOre(0) });
          return decide(tx, id, { result: 'refuse', reason: 'other', words: 'Nej.', reference: '' });
        });
        assert.ok(done.ok);
        const after = await ledgerNow(house, fundId);
        const known = new Set(before.rows.map((row) => row.id));
        assert.deepEqual(
          after.rows.filter((row) => known.has(row.id)).map(({ id: row, amount: sum, kind }) => [row, sum, kind]),
          before.rows.map(({ id: row, amount: sum, kind }) => [row, sum, kind]),
          'no row was changed or taken away',
        );
        const fresh = after.rows.filter((row) => !known.has(row.id)).map((row) => [row.kind, row.amount]);
        assert.deepEqual(fresh, way.startsWith('promise') ? [['released', amount]] : [], way);
        if (!way.startsWith('promise')) assert.deepEqual(after.ledger, before.ledger);
      }
    }),
    { numRuns: sample(2, 60), seed: 24 },
  );
});
