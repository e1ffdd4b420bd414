import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { openDatabase } from '../db/database.ts';
import { drainJobs } from './drain.ts';
import { type AnyJobKind, type ErrandKind, enqueue, type JobKind } from './jobs.ts';
import { openQueue } from './queue.ts';
import { type ScheduledJob, slotAt, startDue } from './schedule.ts';
import { startWorker } from './worker.ts';

const { db, connection, newTenant } = await testDatabase();
const INSTANT = new Date('2026-05-03T10:00:00Z');

/** Leaves a mark in the tenant each time it runs. */
const mark: JobKind<{ bucket: string }> = {
  name: 'test.mark',
  run: async (tx, { bucket }) => {
    await tx.sql
      .insertInto('rate_limit')
      .values({ bucket, window_start: INSTANT, hits: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'bucket', 'window_start'])
          .doUpdateSet((row) => ({ hits: row('rate_limit.hits', '+', 1) })),
      )
      .execute();
  },
};

function place(house: TestTenant, ...kinds: AnyJobKind[]) {
  return { database: db, kinds: [mark, ...kinds], clock: house.clock, originOf: () => 'https://grobund.test' };
}

async function marks(house: TestTenant): Promise<Record<string, number>> {
  const rows = await house.tx((tx) =>
    tx.sql.selectFrom('rate_limit').select(['bucket', 'hits']).orderBy('bucket').execute(),
  );
  return Object.fromEntries(rows.map(({ bucket, hits }) => [bucket, hits]));
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await what()) return;
    await sleep(50);
  }
  assert.fail('it never came');
}

test('a job exists when the decision commits, and not when it is rolled back', async () => {
  const house = await newTenant();
  await assert.rejects(
    house.tx(async (tx) => {
      await enqueue(tx, mark, { bucket: 'fortrudt' });
      throw new Error('fortrudt');
    }),
  );
  await house.tx((tx) => enqueue(tx, mark, { bucket: 'besluttet' }));
  assert.deepEqual((await drainJobs(place(house))).done, ['test.mark']);
  assert.deepEqual(await marks(house), { besluttet: 1 });
});

test('a job runs in the tenant that asked, and the plain role cannot read the queue', async () => {
  const [north, south] = [await newTenant(), await newTenant()];
  await north.tx((tx) => enqueue(tx, mark, { bucket: 'nord' }));
  await assert.rejects(
    south.tx((tx) =>
      tx.sql
        .withSchema('pgboss')
        .selectFrom('job' as never)
        .selectAll()
        .execute(),
    ),
    /permission denied/,
  );
  await drainJobs(place(south));
  assert.deepEqual([await marks(north), await marks(south)], [{ nord: 1 }, {}]);
});

test('jobs are done in the order they were asked for, also those that jobs ask for', async () => {
  const house = await newTenant();
  const order: number[] = [];
  const count: JobKind<{ n: number }> = {
    name: 'test.count',
    run: async (tx, { n }) => {
      order.push(n);
      if (n < 4) await enqueue(tx, count, { n: n + 3 });
    },
  };
  await house.tx(async (tx) => {
    for (const n of [1, 2, 3]) await enqueue(tx, count, { n });
  });
  await drainJobs(place(house, count));
  assert.deepEqual(order, [1, 2, 3, 4, 5, 6]);
});

test('a job with a time waits for the clock of the app, however far it is moved', async () => {
  const house = await newTenant();
  await house.tx((tx) => enqueue(tx, mark, { bucket: 'senere' }, { after: new Date('2026-05-10T08:00:00Z') }));
  await drainJobs(place(house));
  assert.deepEqual(await marks(house), {});
  house.clock.set('2026-05-10T08:00:01Z');
  await drainJobs(place(house));
  assert.deepEqual(await marks(house), { senere: 1 });
});

test('jobs with one key wait as one, per tenant and kind', async () => {
  const [north, south] = [await newTenant(), await newTenant()];
  for (let time = 0; time < 3; time++) {
    await north.tx((tx) => enqueue(tx, mark, { bucket: 'nord' }, { key: 'samme' }));
    await south.tx((tx) => enqueue(tx, mark, { bucket: 'syd' }, { key: 'samme' }));
  }
  await drainJobs(place(north));
  assert.deepEqual([await marks(north), await marks(south)], [{ nord: 1 }, { syd: 1 }]);
  await north.tx((tx) => enqueue(tx, mark, { bucket: 'nord' }, { key: 'samme' }));
  await drainJobs(place(north));
  assert.deepEqual(await marks(north), { nord: 2 });
});

test('a waiting job is held back until the last who asked for it has committed, and then sees what they wrote', async () => {
  const house = await newTenant();
  await house.tx((tx) => enqueue(tx, mark, { bucket: 'samlet' }, { key: 'samlet' }));
  await house.tx(async (tx) => {
    await enqueue(tx, mark, { bucket: 'samlet' }, { key: 'samlet' });
    assert.deepEqual((await drainJobs(place(house))).done, [], 'not while we are writing');
  });
  assert.deepEqual((await drainJobs(place(house))).done, ['test.mark']);
});

test('a job that fails leaves nothing of what it wrote, and comes again', async () => {
  const house = await newTenant();
  let tries = 0;
  const shaky: JobKind<{ bucket: string }> = {
    name: 'test.shaky',
    run: async (tx, payload) => {
      await mark.run(tx, payload);
      tries += 1;
      if (tries < 3) throw new Error('printeren er løbet tør for papir');
    },
  };
  await house.tx((tx) => enqueue(tx, shaky, { bucket: 'brev' }));
  await assert.rejects(drainJobs(place(house, shaky)), /papir/);
  assert.deepEqual(await marks(house), {});
  assert.equal((await drainJobs(place(house, shaky), { retries: true, tolerant: true })).failed.length, 1);
  await drainJobs(place(house, shaky), { retries: true });
  assert.deepEqual([await marks(house), tries], [{ brev: 1 }, 3]);
});

test('what an error says is not kept in the queue: it could be about a person', async () => {
  const house = await newTenant();
  const gossip: JobKind<Record<string, never>> = {
    name: 'test.gossip',
    run: () => Promise.reject(new Error('Agnete Thorsen skylder husleje')),
  };
  await house.tx((tx) => enqueue(tx, gossip, {}));
  await drainJobs(place(house, gossip), { tolerant: true });
  const { rows } = await db.pool.query(`select output::text from pgboss.job where data ->> 'kind' = 'test.gossip'`);
  assert.match(rows[0].output, /"name"/);
  assert.doesNotMatch(rows[0].output, /Agnete/);
  await db.pool.query(`delete from pgboss.job where data ->> 'kind' = 'test.gossip'`);
});

test('a job that fails for ever ends among the dead, where an operator finds it', async () => {
  const house = await newTenant();
  const hopeless: JobKind<Record<string, never>> = {
    name: 'test.hopeless',
    run: () => Promise.reject(new Error('nej')),
  };
  await house.tx((tx) => enqueue(tx, hopeless, {}));
  for (let time = 0; time < 9; time++) await drainJobs(place(house, hopeless), { retries: true, tolerant: true });
  const { rows } = await db.pool.query(`select data ->> 'kind' as kind from pgboss.job where name = 'dead'`);
  assert.deepEqual(rows, [{ kind: 'test.hopeless' }]);
});

test('two processes with workers do 200 jobs once each', async () => {
  const house = await newTenant();
  const other = openDatabase({ connection });
  const workers = await Promise.all(
    [db, other].map((database) => startWorker({ ...place(house), database, concurrency: 3 })),
  );
  const names = Array.from({ length: 200 }, (_, n) => `opgave-${String(n).padStart(3, '0')}`);
  await Promise.all(
    [0, 1, 2, 3].map((part) =>
      house.tx(async (tx) => {
        for (const bucket of names.filter((_, n) => n % 4 === part)) await enqueue(tx, mark, { bucket });
      }),
    ),
  );
  await until(async () => Object.keys(await marks(house)).length === names.length);
  await Promise.all(workers.map((worker) => worker.stop()));
  await other.close();
  assert.deepEqual(await marks(house), Object.fromEntries(names.map((name) => [name, 1])));
});

test('the job of a worker that died comes back, and a late finish by the dead changes nothing', async () => {
  const house = await newTenant();
  await house.tx((tx) => enqueue(tx, mark, { bucket: 'arv' }));
  const slow: { wake?: () => void } = {};
  const asleep = new Promise<void>((resolve) => {
    slow.wake = resolve;
  });
  const began = Promise.withResolvers<void>();
  const dreaming: AnyJobKind = {
    name: mark.name,
    run: async (tx, payload) => {
      await mark.run(tx, payload);
      began.resolve();
      await asleep;
    },
  };
  const late = drainJobs({ ...place(house), kinds: [dreaming] }, { tolerant: true });
  await began.promise;
  const upkeep = await openQueue(db, false, () => assert.fail('the queue failed'));
  await db.pool.query(
    `update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = 'work' and state = 'active'`,
  );
  await db.pool.query('update pgboss.queue set monitor_on = null, monitor_claim_on = null');
  await upkeep.supervise();
  await upkeep.stop();
  slow.wake?.();
  assert.match(String((await late).failed[0]?.error), /another worker has it/);
  assert.deepEqual(await marks(house), {});
  await drainJobs(place(house), { retries: true });
  assert.deepEqual(await marks(house), { arv: 1 });
});

test('a worker that is told to stop finishes what it is doing', async () => {
  const house = await newTenant();
  const began = Promise.withResolvers<void>();
  const long: JobKind<{ bucket: string }> = {
    name: 'test.long',
    run: async (tx, payload) => {
      began.resolve();
      await sleep(300);
      await mark.run(tx, payload);
    },
  };
  const worker = await startWorker(place(house, long));
  await house.tx((tx) => enqueue(tx, long, { bucket: 'færdig' }));
  await began.promise;
  await worker.stop();
  assert.deepEqual(await marks(house), { færdig: 1 });
});

test('slots follow the clock on the wall in Denmark, also when it changes', () => {
  const digest = { every: 'monday', at: '07:00' } as const;
  assert.equal(slotAt(digest, new Date('2026-05-04T04:59:00Z')), '2026-04-27');
  assert.equal(slotAt(digest, new Date('2026-05-04T05:00:00Z')), '2026-05-04');
  assert.equal(slotAt(digest, new Date('2026-12-07T05:59:00Z')), '2026-11-30');
  assert.equal(slotAt(digest, new Date('2026-12-07T06:00:00Z')), '2026-12-07');
  assert.equal(slotAt({ every: 'day', at: '02:30' }, new Date('2026-03-29T01:00:00Z')), '2026-03-29');
  assert.equal(slotAt({ everyMinutes: 15 }, new Date('2026-05-04T05:14:59Z')), '2026-05-04T05:00:00.000Z');
});

test('the clock starts a slot once for each tenant, with many processes, and catches up one that was missed', async () => {
  const house = await newTenant();
  const entry: ScheduledJob = {
    name: 'test-digest',
    when: { every: 'monday', at: '07:00' },
    job: mark,
    payload: { bucket: 'ugebrev' },
  };
  const at = async (instant: string) => {
    house.clock.set(instant);
    await Promise.all([1, 2, 3, 4].map(() => startDue(db, [entry], house.clock.now())));
    await drainJobs(place(house));
    return (await marks(house)).ugebrev ?? 0;
  };
  assert.equal(await at('2026-05-05T10:00:00Z'), 0, 'the first sight of an entry starts nothing');
  assert.equal(await at('2026-05-11T05:01:00Z'), 1);
  assert.equal(await at('2026-05-17T05:01:00Z'), 1);
  assert.equal(await at('2026-05-20T12:00:00Z'), 2, 'nothing ran on Monday the 18th: caught up on Wednesday');
});

test('what goes out of the house holds no transaction, and is done when it is written down that it went', async () => {
  const house = await newTenant();
  let out = 0;
  const errand: ErrandKind<{ bucket: string }> = {
    name: 'test.errand',
    prepare: async (tx, { bucket }) => {
      await mark.run(tx, { bucket: `${bucket} skrevet` });
      return async () => {
        out += 1;
        const { rows } = await db.pool.query(
          `select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in%'`,
        );
        assert.equal(rows[0].open, 0);
        assert.deepEqual(await marks(house), { 'mail skrevet': out });
        if (out === 1) throw new Error('the server at the other end hung up');
        return (after) => mark.run(after, { bucket: `${bucket} sendt` });
      };
    },
  };
  await house.tx((tx) => enqueue(tx, errand, { bucket: 'mail' }));
  const { failed } = await drainJobs(place(house, errand), { tolerant: true });
  assert.deepEqual([failed.length, await marks(house)], [1, { 'mail skrevet': 1 }]);
  await drainJobs(place(house, errand), { retries: true });
  assert.deepEqual(await marks(house), { 'mail sendt': 1, 'mail skrevet': 2 });
});
