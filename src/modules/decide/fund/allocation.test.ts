import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner, type Ore, toOre } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type TestTenant, testDatabase } from '../../../testing/database.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { mayDecide } from './access.ts';
import { decide } from './commands/decide.ts';
import { approvePolicy, carryOver } from './commands/funds.ts';
import { askQuestion } from './commands/handling.ts';
import type { ApplicationId } from './rules/application.ts';
import { ownShareOf } from './rules/policy.ts';
import { asAdvised, isClosed } from './rules/rounds.ts';
import { aFund, anApplication, someTerms } from './seed.ts';
import { periodsOf, policyOn } from './store/funds.ts';
import { ledgerOf } from './store/ledger.ts';

const { newTenant } = await testDatabase();

async function house(terms: Parameters<typeof aFund>[1] = {}) {
  const house = await newTenant();
  house.clock.set('2026-05-03T12:00:00+02:00');
  const people = await house.tx(async (tx) => ({
    inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
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

/** What becomes of a yes to so much, said by this person: "written", or why not. */
async function yes(house: TestTenant, personId: Id<'person'>, id: ApplicationId, amount: Ore): Promise<string> {
  const decision = { result: 'commit', amount, terms: '', words: '', reference: '' } as const;
  const done = await by(house, personId, (tx) => decide(tx, id, decision));
  return done.ok ? 'written' : done.refusal.kind;
}

test('a round is open on its last day, and closed on the next', () => {
  const round = { closesOn: day('2026-05-20') };
  assert.equal(isClosed(round, day('2026-05-20')), false);
  assert.equal(isClosed(round, day('2026-05-21')), true);
});

test('an advice is followed as it stands, and not when the case has an answer or waits for one', () => {
  const advice = { advice: 'commit', amount: kroner(500), terms: 'To voksne.', reason: null, words: 'Godt.' } as const;
  assert.deepEqual(asAdvised({ status: 'recommended', advice }), {
    ...{ result: 'commit', amount: kroner(500), terms: 'To voksne.', words: 'Godt.' },
  });
  const no = { advice: 'refuse', amount: null, terms: '', reason: 'too_late', words: 'For sent.' } as const;
  assert.deepEqual(asAdvised({ status: 'recommended', advice: no }), {
    ...{ result: 'refuse', reason: 'too_late', words: 'For sent.' },
  });
  assert.equal(asAdvised({ status: 'recommended', advice: null }), null);
  for (const status of ['needs_information', 'waiting_list', 'committed', 'refused', 'withdrawn'] as const) {
    assert.equal(asAdvised({ status, advice }), null, status);
  }
});

test('in a round nobody has a yes on its last day, and everybody can from the next', async () => {
  const rounds = [{ closesOn: day('2026-05-20'), answersOn: day('2026-06-01') }];
  const { house: it, inge, fundId } = await house({ allocation: 'rounds', rounds });
  const id = await it.tx((tx) => anApplication(tx, fundId, { startsOn: day('2026-09-01'), endsOn: null }));
  it.clock.set('2026-05-20T23:30:00+02:00');
  assert.equal(await yes(it, inge, id, kroner(4_000)), 'round_open');
  it.clock.set('2026-05-21T00:30:00+02:00');
  assert.equal(await yes(it, inge, id, kroner(4_000)), 'written');
});

test('first come, first served: the second waits for the first, unless the first is asked something', async () => {
  const { house: it, inge, signe, fundId } = await house({ allocation: 'first_come' });
  const [first, second] = await it.tx(async (tx) => [await anApplication(tx, fundId), await anApplication(tx, fundId)]);
  assert(first && second);
  assert.equal(await yes(it, inge, second, kroner(4_000)), 'not_first');
  await by(it, signe, (tx) => askQuestion(tx, first, 'Hvem køber ind?'));
  assert.equal(await yes(it, inge, second, kroner(4_000)), 'written');
});

test('where others must find a quarter, three quarters is given and not one øre more', async () => {
  assert.equal(ownShareOf(toOre(1_001), { coFinancingPerMille: 250 }), 251, 'rounded in favour of the fund');
  const { house: it, inge, fundId } = await house({ coFinancingPerMille: 250 });
  const id = await it.tx((tx) => anApplication(tx, fundId, { sought: kroner(4_000) }));
  assert.equal(await yes(it, inge, id, toOre(kroner(3_000) + 1)), 'over_share');
  assert.equal(await yes(it, inge, id, kroner(3_000)), 'written');
});

test('who decides alone does so at the limit, and not for one øre more, whatever is given', async () => {
  const limit = { delegatedRole: 'consultant', delegatedLimit: kroner(4_000) } as const;
  const { house: it, inge, signe, fundId } = await house(limit);
  const [at, over] = await it.tx(async (tx) => [
    await anApplication(tx, fundId, { sought: kroner(4_000) }),
    await anApplication(tx, fundId, { sought: toOre(kroner(4_000) + 1) }),
  ]);
  assert(at && over);
  assert.equal(await yes(it, signe, over, kroner(1_000)), 'may_not_decide');
  assert.equal(await yes(it, signe, at, kroner(4_000)), 'written');
  assert.equal(await yes(it, inge, over, kroner(4_000)), 'written');
  const actor = await it.tx((tx) => loadActor(tx, signe));
  const fund = await it.tx(async (tx) => tx.sql.selectFrom('fund').selectAll().executeTakeFirstOrThrow());
  assert(actor);
  const own = { id: fund.id, organisationId: fund.organisation_id, name: fund.name, prefix: fund.prefix };
  const rules = { decidingRole: 'organisation_board', ...limit } as const;
  assert.equal(mayDecide(actor, own, rules, kroner(4_000)), true);
  assert.equal(mayDecide(actor, own, rules, toOre(kroner(4_000) + 1)), false);
});

test('what is left goes on to the next year once, to the øre, when the year is over and the policy says so', async () => {
  const {
    house: it,
    inge,
    fundId,
  } = await house({ carriesOver: true, total: kroner(10_000), projectMax: kroner(10_000) });
  await it.tx(async (tx) => {
    const next = someTerms({ today: addDays(tx.today, 365) }, { total: kroner(1_000), projectMax: kroner(1_000) });
    assert.ok((await approvePolicy(tx, fundId, next)).ok);
  });
  const id = await it.tx((tx) => anApplication(tx, fundId, { sought: kroner(4_000) }));
  assert.equal(await yes(it, inge, id, toOre(kroner(4_000) - 1)), 'written');
  const carry = () =>
    it.tx(async (tx) => {
      const [first] = await periodsOf(tx, fundId);
      assert(first);
      const done = await carryOver(tx, fundId, first.id);
      return done.ok ? Number(done.value) : done.refusal;
    });
  it.clock.set('2026-12-31T23:30:00+01:00');
  assert.equal(await carry(), 'not_over');
  it.clock.set('2027-01-01T00:30:00+01:00');
  assert.equal(await carry(), kroner(6_000) + 1);
  assert.equal(await carry(), 'nothing_left');
  const policy = await it.tx((tx) => policyOn(tx, fundId, tx.today));
  assert(policy);
  const ledger = await it.tx((tx) => ledgerOf(tx, policy.periodId));
  assert.deepEqual([ledger.total, ledger.carriedIn], [kroner(1_000), kroner(6_000) + 1]);
});
