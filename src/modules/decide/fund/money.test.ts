import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../../kernel/id.ts';
import { kroner, type Ore, sumOre, toOre } from '../../../kernel/money.ts';
import { openDatabase } from '../../../platform/db/database.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type TestTenant, testDatabase } from '../../../testing/database.ts';
import { sample } from '../../../testing/long.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { claimMoney, settleClaim } from './commands/claims.ts';
import { decide } from './commands/decide.ts';
import { release, withdraw } from './commands/endings.ts';
import type { ApplicationId } from './rules/application.ts';
import { availableOf } from './rules/money.ts';
import { aFund, anApplication } from './seed.ts';
import { applicationById } from './store/applications.ts';
import { fundById, lockFund, policyOn } from './store/funds.ts';
import { ledgerOf, ledgerPosts } from './store/ledger.ts';

const { db, connection, newTenant } = await testDatabase();

async function by<T>(house: TestTenant, personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  assert(actor);
  return house.as(actor, work);
}

/** A fund of 100.000 kr. with a board of several, and applications for three times as much. */
async function crowded(count: number) {
  const house = await newTenant();
  const board = await house.tx(async (tx) => {
    const people = ['Inge Falk', 'Ole Bach', 'Fatma Kaya'];
    return Promise.all(people.map((name) => aPerson(tx, { name, roles: ['organisation_board'] })));
  });
  const fundId = await house.tx((tx) => aFund(tx));
  const sought = kroner(Math.min(20_000, Math.floor(300_000 / count)));
  const ids: ApplicationId[] = [];
  await house.tx(async (tx) => {
    for (let at = 0; at < count; at += 1) ids.push(await anApplication(tx, fundId, { sought }));
  });
  return { house, board, fundId, ids, sought };
}

async function sums(house: TestTenant, fundId: Id<'fund'>) {
  return house.tx(async (tx) => {
    const policy = await policyOn(tx, fundId, tx.today);
    assert(policy);
    const ledger = await ledgerOf(tx, policy.periodId);
    const { rows } = await ledgerPosts(tx, policy.periodId, { most: 10_000 });
    assert.equal(rows.at(-1)?.left ?? ledger.total, availableOf(ledger));
    return { ledger, rows, available: availableOf(ledger) };
  });
}

/** All decide at once: half the decisions over the usual connections, half over a second process's. */
async function stampede(crowd: Awaited<ReturnType<typeof crowded>>, hold = lockFund) {
  const { house, board, ids, sought } = crowd;
  const other = openDatabase({ connection, connections: 6 });
  const actors = await Promise.all(board.map((personId) => house.tx((tx) => loadActor(tx, personId))));
  try {
    return await Promise.all(
      ids.map((id, at) => {
        const actor = actors[at % actors.length];
        assert(actor);
        const visit = { tenant: house.tenant, actor, now: house.clock.now(), origin: 'https://grobund.test' };
        return (at % 2 ? other : db).asTenant(visit, (tx) =>
          decide(tx, id, { result: 'commit', amount: sought, terms: '', words: '', reference: 'OB 4' }, hold),
        );
      }),
    );
  } finally {
    await other.close();
  }
}

test('decisions at the same moment, for three times the money, never promise more than there is', async () => {
  const crowd = await crowded(sample(60, 600, 'decisions at the same moment'));
  const outcomes = await stampede(crowd);
  const yes = outcomes.filter((one) => one.ok).length;
  const { ledger, rows, available } = await sums(crowd.house, crowd.fundId);
  assert.ok(available >= 0 && available < crowd.sought, `${available} øre are left`);
  assert.equal(yes, Math.floor(ledger.total / crowd.sought));
  assert.equal(rows.length, yes, 'every yes has its row, and nothing else');
  assert.equal(ledger.committed, yes * crowd.sought);
  for (const outcome of outcomes) assert.ok(outcome.ok || outcome.refusal.kind === 'over_available');
});

test('the promise above hangs on the lock: without it the same stampede overspends', async () => {
  for (let round = 0; round < 5; round += 1) {
    const crowd = await crowded(40);
    await stampede(crowd, fundById);
    if ((await sums(crowd.house, crowd.fundId)).available < 0) return;
  }
  assert.fail('Five stampedes without the lock, and never too much was promised: the test above proves nothing');
});

test('two who decide on the same application at the same moment: one decides, the other hears that it is done', async () => {
  const { house, board, ids, sought } = await crowded(15);
  const [inge, ole] = board as [Id<'person'>, Id<'person'>];
  const say = (who: Id<'person'>) =>
    by(house, who, (tx) =>
      decide(tx, ids[0] as ApplicationId, { result: 'commit', amount: sought, terms: '', words: '', reference: '' }),
    );
  const outcomes = await Promise.all([say(inge), say(ole)]);
  assert.deepEqual(
    outcomes.filter((one) => !one.ok),
    [{ ok: false, refusal: { kind: 'not_open' } }],
  );
});

test('withdrawals, releases and decisions at the same moment leave the sums in agreement with the rows', async () => {
  const crowd = await crowded(30);
  const { house, board, fundId, ids } = crowd;
  await stampede(crowd);
  const [inge] = board as [Id<'person'>];
  const moves = ids.flatMap((id) => [
    () => by(house, inge, (tx) => withdraw(tx, id, '')),
    () => by(house, inge, (tx) => release(tx, id, { amount: kroner(1_000), words: '' })),
    () => by(house, inge, (tx) => claimMoney(tx, id, { amount: kroner(9_500), reference: 'F-1' })),
    () =>
      by(house, inge, async (tx) => {
        const claim = await claimMoney(tx, id, { amount: kroner(9_500), reference: 'F-2' });
        if (claim.ok) await settleClaim(tx, claim.value, tx.today);
      }),
  ]);
  await Promise.all(moves.map((move) => move()));
  const { available } = await sums(house, fundId);
  assert.ok(available >= 0);
  const cases = await house.tx((tx) => Promise.all(ids.map((id) => applicationById(tx, id))));
  for (const one of cases) {
    assert(one);
    const total = (rows: readonly { readonly amount: Ore | null }[]) =>
      sumOre(rows.map((row) => row.amount ?? toOre(0)));
    const waiting = total(one.claims.filter((claim) => claim.open));
    const left = total(one.decisions) - total(one.releases) - total(one.payments) - waiting;
    assert.ok(left >= 0, 'no more is paid, set aside and released than was promised');
    if (one.end) assert.equal(total(one.payments), 0);
  }
});

test('invoices on one commitment at the same moment never have more than it', async () => {
  const { house, board, ids } = await crowded(15);
  const [inge] = board as [Id<'person'>];
  const id = ids[0] as ApplicationId;
  const yes = { result: 'commit', amount: kroner(20_000), terms: '', words: '', reference: '' } as const;
  assert.ok((await by(house, inge, (tx) => decide(tx, id, yes))).ok);
  const one = { amount: kroner(700), reference: 'F-1' };
  const claims = await Promise.all(
    Array.from({ length: sample(45, 300, 'invoices at the same moment') }, () =>
      house.tx((tx) => claimMoney(tx, id, one)),
    ),
  );
  assert.equal(claims.filter((claim) => claim.ok).length, Math.floor(20_000 / 700));
});

test('the rows that the ledger counts cannot be changed or taken away, not even by the program', async () => {
  const crowd = await crowded(15);
  await stampede(crowd);
  const { house } = crowd;
  const edit = house.tx((tx) =>
    tx.sql
      .updateTable('fund_decision')
      .set({ amount_ore: kroner(1) })
      .execute(),
  );
  await assert.rejects(edit, /permission denied/);
  await assert.rejects(
    house.tx((tx) => tx.sql.deleteFrom('fund_decision').execute()),
    /permission denied/,
  );
  await assert.rejects(
    house.tx((tx) => tx.sql.deleteFrom('fund_release').execute()),
    /permission denied/,
  );
});
