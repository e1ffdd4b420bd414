import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day, day, yearOf } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { aPerson } from '../../housing/seed.ts';
import { measure } from './commands/metrics.ts';
import { remind } from './commands/reminding.ts';
import { wheelOf } from './commands/wheel.ts';
import { aMetric, aPlan, aStrategy, decideNext, metricOf, verbs } from './seed.ts';

const { newHouse } = await testApp();

/** The morning of a day: what waits afterwards, by kind and for whom. */
async function morning(house: House, on?: Day): Promise<readonly string[]> {
  return house.tx(async (tx) => {
    await remind({ ...tx, today: on ?? tx.today } as TenantDb, []);
    const turns = await tx.sql
      .selectFrom('turn')
      .select(['kind', 'person_id', 'role', 'due'])
      .where('tenant_id', '=', tx.tenant.id)
      .where('closed_at', 'is', null)
      .where('kind', 'like', 'strategy.%')
      .orderBy('kind')
      .execute();
    return turns.map(({ kind, person_id, role }) => `${kind} ${person_id ?? role}`).toSorted();
  });
}

async function office(house: House): Promise<{ readonly poul: Id<'person'>; readonly chair: Id<'person'> }> {
  return house.tx(async (tx) => ({
    poul: await aPerson(tx, { name: 'Poul Holm', roles: ['finance'] }),
    chair: await aPerson(tx, { name: 'Orla Bang', roles: ['organisation_board'] }),
  }));
}

test('a plan is asked about 14 days before, on the day, and 14 days after the chair hears of it', async () => {
  const house = await newHouse();
  const { poul } = await office(house);
  const today = await house.tx(async (tx) => tx.today);
  await house.tx(async (tx) => aPlan(tx, (await aStrategy(tx, { draft: true })).areaId, poul, 30));
  assert.deepEqual(await morning(house, addDays(today, 15)), []);
  assert.deepEqual(await morning(house, addDays(today, 16)), [`strategy.plan ${poul}`]);
  assert.deepEqual(await morning(house, addDays(today, 43)), [`strategy.plan ${poul}`]);
  const late = await morning(house, addDays(today, 44));
  assert.deepEqual(late, [`strategy.plan ${poul}`, 'strategy.plan_late organisation_board']);
});

test('what an owner who left was to do waits for the secretariat, and what is done waits for nobody', async () => {
  const house = await newHouse();
  const gone = await house.tx((tx) => aPerson(tx, { name: 'Ida Bro' }));
  const plan = await house.tx(async (tx) => aPlan(tx, (await aStrategy(tx, { draft: true })).areaId, gone, 3));
  assert.deepEqual(await morning(house), ['strategy.plan secretariat']);
  await house.tx((tx) => verbs.tellState(tx, plan, 'done', ''));
  assert.deepEqual(await morning(house), []);
});

test('a metric is asked for when its period is over, until somebody measures it or says why not', async () => {
  const house = await newHouse();
  const { poul } = await office(house);
  const metric = await house.tx(async (tx) => aMetric(tx, (await aStrategy(tx, { draft: true })).areaId, poul));
  const asked = await morning(house);
  assert.deepEqual(asked, [`strategy.measure ${poul}`, 'strategy.measure_late organisation_board']);
  const told = { from: day('2025-01-01'), hundredths: null, outOf: null, words: 'Ingen svarede' };
  await house.tx(async (tx) => measure(tx, await metricOf(tx, metric.id), told));
  assert.deepEqual(await morning(house), []);
});

test('behind two periods in a row is told to the owner and the board, and forgotten when it is mended', async () => {
  const house = await newHouse();
  const { poul } = await office(house);
  const metric = await house.tx(async (tx) => aMetric(tx, (await aStrategy(tx, { draft: true })).areaId, poul));
  const tell = (year: number, hundredths: number) =>
    house.tx((tx) => measure(tx, metric, { from: day(`${year}-01-01`), hundredths, outOf: 200, words: '' }));
  await tell(2025, 4100);
  assert.deepEqual(await morning(house), []);
  await tell(2024, 4000);
  assert.deepEqual(
    await morning(house),
    ['strategy.off_track organisation_board', `strategy.off_track ${poul}`].toSorted(),
  );
  await tell(2025, 6000);
  assert.deepEqual(await morning(house), []);
});

test('the last year of a strategy is thought through, also when the next one is decided', async () => {
  const house = await newHouse();
  await office(house);
  const year = await house.tx(async (tx) => {
    await aStrategy(tx);
    return yearOf(tx.today);
  });
  await house.tx(async (tx) => decideNext(tx, year + 1));
  assert.deepEqual(await morning(house, day(`${year + 1}-01-02`)), ['strategy.evaluate secretariat']);
  const wheel = await house.tx((tx) => wheelOf(tx, year));
  assert.ok(
    wheel.every(({ kind }) => kind !== 'evaluation'),
    'no strategy had begun in the year before',
  );
  const next = await house.tx((tx) => wheelOf(tx, year + 1));
  assert.deepEqual(next.map(({ on, kind, id }) => [on, kind, id])[0], [
    `${year + 1}-01-31`,
    'evaluation',
    String(year),
  ]);
});
