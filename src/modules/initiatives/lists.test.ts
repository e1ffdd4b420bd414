import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { testDatabase } from '../../testing/database.ts';
import { sample } from '../../testing/long.ts';
import { aDepartment, aPerson } from '../housing/seed.ts';
import { takeOver } from './commands/drivers.ts';
import { type Answer, statusOf } from './rules.ts';
import { actingAs, anInitiative } from './seed.ts';
import { cardPage, newestCards, newestOfDepartment, quietPage, statusCounts, stillest } from './store/cards.ts';
import { initiativeById } from './store/initiatives.ts';

const { newTenant } = await testDatabase();

async function withPeople() {
  const house = await newTenant();
  const people = await house.tx(async (tx) => ({
    departmentId: await aDepartment(tx),
    mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk' }),
    poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk' }),
  }));
  return { house, ...people };
}

test('a list is filtered by subject, department and help, and paged', async () => {
  const { house, departmentId, mette } = await withPeople();
  await house.tx(async (tx) => {
    await anInitiative(tx, { category: 'green', departmentIds: [departmentId] });
    await anInitiative(tx, { category: 'homes' });
    await anInitiative(tx, { status: 'under_way', by: mette, steps: ['Mangler en gryde'] });
    await anInitiative(tx, { status: 'under_way', by: mette });
    await anInitiative(tx, { status: 'done', by: mette });
  });
  const total = async (filter: Parameters<typeof cardPage>[1]) => (await house.tx((tx) => cardPage(tx, filter))).total;
  assert.equal(await total({}), 5);
  assert.equal(await total({ category: 'green' }), 1);
  assert.equal(await total({ departmentId }), 5, 'what is for all is also for the department');
  assert.equal(await total({ status: 'open' }), 4);
  assert.equal(await total({ seeksHelp: true }), 3);
  assert.equal(await total({ ids: [] }), 0);
  const second = await house.tx((tx) => cardPage(tx, {}, 2, 3));
  assert.deepEqual([second.cards.length, second.total], [2, 5]);
  assert.equal((await house.tx((tx) => cardPage(tx, {}, 9, 3))).total, 5);
  for (const limit of [1, 3, 4, 9]) {
    const newest = await house.tx((tx) => newestOfDepartment(tx, departmentId, limit));
    assert.equal(newest.length, Math.min(limit, 4));
    assert.deepEqual(newest, await house.tx((tx) => newestCards(tx, { status: 'open', departmentId }, limit)));
  }
});

test('the quietest initiative stands first, and whatever another module does wakes it', async () => {
  const { house, mette } = await withPeople();
  const first = await house.tx((tx) => anInitiative(tx, { title: 'Første' }));
  house.clock.forward({ days: 5 });
  const second = await house.tx((tx) => anInitiative(tx, { title: 'Anden' }));
  await house.tx((tx) => anInitiative(tx, { title: 'Sluttet', status: 'done', by: mette }));
  const order = async () => {
    const all = (await house.tx((tx) => quietPage(tx))).cards;
    assert.deepEqual(await house.tx((tx) => stillest(tx, 5)), all);
    return all.map((card) => card.id);
  };
  assert.deepEqual(await order(), [first, second]);
  house.clock.forward({ days: 5 });
  await house.tx(async (tx) => takeOver(await actingAs(tx, mette), first, false));
  assert.deepEqual(await order(), [second, first]);
});

test('the list and the page read the same status from the same rows, on any day', async () => {
  const { house, mette, poul } = await withPeople();
  const today = await house.tx(async (tx) => tx.today);
  const anyDay = fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days));
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
  const anyLife = fc.record({
    endsOn: maybe(anyDay),
    asks: fc.array(maybe(fc.constantFrom<Answer>('yes', 'no', 'not_alone')), { maxLength: 2 }),
    drivers: fc.array(fc.tuple(anyDay, maybe(fc.nat(3))), { maxLength: 2 }),
    parkings: fc.array(fc.tuple(anyDay, maybe(fc.nat(3))), { maxLength: 2 }),
    end: maybe(fc.tuple(fc.constantFrom('done' as const, 'stopped' as const), anyDay)),
  });
  const runs = sample(60, 1000);
  await fc.assert(
    fc.asyncProperty(anyLife, async (life) => {
      await house.tx(async (tx) => {
        const id = await anInitiative(tx);
        await writeRows(tx, id, life, [mette, poul]);
        const initiative = await initiativeById(tx, id);
        assert(initiative);
        for (let days = -4; days <= 7; days += 1) {
          const then = { ...tx, today: addDays(tx.today, days) };
          const { cards } = await cardPage(then, { ids: [id] });
          assert.equal(cards[0]?.status, statusOf(initiative, then.today), `day ${days}`);
        }
      });
    }),
    { numRuns: runs, seed: 20260503 },
  );
  const counts = await house.tx(statusCounts);
  assert.equal(
    Object.values(counts).reduce((sum, count) => sum + count, 0),
    runs,
  );
});

test('two who change the same initiative at once leave it where both their rows say', async () => {
  const { house, mette } = await withPeople();
  const parked = async (tx: TenantDb, id: Id<'initiative'>) =>
    writeRows(tx, id, { endsOn: null, asks: [], drivers: [], parkings: [[tx.today, null]], end: null }, [mette]);
  const driven = async (tx: TenantDb, id: Id<'initiative'>) =>
    writeRows(tx, id, { endsOn: null, asks: [], drivers: [[tx.today, null]], parkings: [[tx.today, 1]], end: null }, [
      mette,
    ]);
  for (let round = 0; round < 5; round += 1) {
    const id = await house.tx((tx) => anInitiative(tx));
    await Promise.all([house.tx((tx) => parked(tx, id)), house.tx((tx) => driven(tx, id))]);
    await house.tx(async (tx) => {
      const initiative = await initiativeById(tx, id);
      assert(initiative);
      for (const today of [tx.today, addDays(tx.today, 1)]) {
        const { cards } = await cardPage({ ...tx, today }, { ids: [id] });
        assert.deepEqual(
          cards.map((card) => card.status),
          [statusOf(initiative, today)],
        );
      }
    });
  }
});

type Life = {
  readonly endsOn: Day | null;
  readonly asks: readonly (Answer | null)[];
  readonly drivers: readonly (readonly [Day, number | null])[];
  readonly parkings: readonly (readonly [Day, number | null])[];
  readonly end: readonly ['done' | 'stopped', Day] | null;
};

async function writeRows(
  tx: TenantDb,
  id: Id<'initiative'>,
  life: Life,
  people: readonly Id<'person'>[],
): Promise<void> {
  const person = (at: number) => people[at % people.length] as Id<'person'>;
  const row = { tenant_id: tx.tenant.id };
  const of = { ...row, initiative_id: id };
  await tx.sql.updateTable('initiative').set({ ends_on: life.endsOn }).where('id', '=', id).execute();
  for (const [at, answer] of life.asks.entries()) {
    const ask = { ...of, person_id: person(at), asked_by: person(at), asked_at: tx.now, answer_by: tx.today };
    const { id: askId } = await tx.sql
      .insertInto('initiative_driver_ask')
      .values(ask)
      .returning('id')
      .executeTakeFirstOrThrow();
    if (!answer) continue;
    const given = { ...row, ask_id: askId, answer, answered_at: tx.now, channel: 'web' as const };
    await tx.sql.insertInto('initiative_driver_answer').values(given).execute();
  }
  for (const [at, [from, days]] of life.drivers.entries()) {
    const stopped_on = days === null ? null : addDays(from, days);
    await tx.sql
      .insertInto('initiative_driver')
      .values({ ...of, person_id: person(at), from_day: from, stopped_on })
      .execute();
  }
  for (const [from, days] of life.parkings) {
    const parking = { ...of, reason: 'Vinter', from_day: from };
    const { id: parkingId } = await tx.sql
      .insertInto('initiative_parking')
      .values(parking)
      .returning('id')
      .executeTakeFirstOrThrow();
    if (days === null) continue;
    await tx.sql
      .insertInto('initiative_waking')
      .values({ ...row, parking_id: parkingId, on_day: addDays(from, days) })
      .execute();
  }
  if (!life.end) return;
  const [result, on_day] = life.end;
  await tx.sql
    .insertInto('initiative_end')
    .values({ ...of, result, on_day })
    .execute();
}
