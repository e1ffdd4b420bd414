import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { SYSTEM } from '../../kernel/actor.ts';
import { testDatabase } from '../../testing/database.ts';
import { record } from '../journal/journal.ts';
import { statementNames } from './statement-names.ts';
import type { TenantDb } from './tenant-db.ts';

const { db, newTenant } = await testDatabase();
const INSTANT = new Date('2026-05-03T10:00:00.000Z');

function hit(tx: TenantDb, bucket: string) {
  return tx.sql.insertInto('rate_limit').values({ bucket, window_start: INSTANT, hits: 1 }).execute();
}

function buckets(tx: TenantDb): Promise<string[]> {
  return tx.sql
    .selectFrom('rate_limit')
    .select('bucket')
    .orderBy('bucket')
    .execute()
    .then((rows) => rows.map((row) => row.bucket));
}

test('a tenant sees its own rows and nobody else’s', async () => {
  const [north, south] = [await newTenant(), await newTenant()];
  await north.tx((tx) => hit(tx, 'nord'));
  await south.tx((tx) => hit(tx, 'syd'));
  assert.deepEqual(await north.tx(buckets), ['nord']);
  assert.deepEqual(await south.tx(buckets), ['syd']);
});

test('a tenant cannot write, move or change a row of another tenant', async () => {
  const [north, south] = [await newTenant(), await newTenant()];
  await south.tx((tx) => hit(tx, 'syd'));
  const asSouth = { tenant_id: south.tenant.id, bucket: 'snig', window_start: INSTANT, hits: 1 };
  await assert.rejects(
    north.tx((tx) => tx.sql.insertInto('rate_limit').values(asSouth).execute()),
    /row-level security/,
  );
  await north.tx((tx) => hit(tx, 'nord'));
  await assert.rejects(
    north.tx((tx) => tx.sql.updateTable('rate_limit').set({ tenant_id: south.tenant.id }).execute()),
    /row-level security/,
  );
  await north.tx((tx) => tx.sql.updateTable('rate_limit').set({ hits: 99 }).execute());
  await north.tx((tx) => tx.sql.deleteFrom('rate_limit').execute());
  assert.deepEqual(await south.tx((tx) => tx.sql.selectFrom('rate_limit').select('hits').execute()), [{ hits: 1 }]);
});

test('the plain role sees nothing at all when no tenant is set', async () => {
  const house = await newTenant();
  await house.tx((tx) => hit(tx, 'nord'));
  const rows = await db.asOwner(async (_, client) => {
    await client.query('set local role grobund_app');
    return (await client.query('select * from rate_limit')).rows;
  });
  assert.deepEqual(rows, []);
});

test('the role and the tenant end with the transaction, on every connection of the pool', async () => {
  const house = await newTenant();
  await Promise.all(Array.from({ length: 30 }, () => house.tx((tx) => buckets(tx))));
  for (let connection = 0; connection < 10; connection++) {
    const { rows } = await db.pool.query(
      `select current_user <> 'grobund_app' as owner, nullif(current_setting('app.tenant_id', true), '') as tenant`,
    );
    assert.deepEqual(rows, [{ owner: true, tenant: null }]);
  }
});

test('when the work throws, nothing of it is left: rows, journal or jobs', async () => {
  const house = await newTenant();
  const broken = house.tx(async (tx) => {
    await hit(tx, 'nord');
    record(tx, { kind: 'test.happened', subject: { kind: 'test', id: '1' } });
    throw new Error('midt i det hele');
  });
  await assert.rejects(broken, /midt i det hele/);
  assert.deepEqual(await house.tx(buckets), []);
  assert.deepEqual(await house.tx((tx) => tx.sql.selectFrom('journal_entry').select('seq').execute()), []);
});

test('a failed statement whose error is swallowed still fails the whole transaction', async () => {
  const house = await newTenant();
  const swallowed = house.tx(async (tx) => {
    await hit(tx, 'nord');
    await sql`select 1 / 0`.execute(tx.sql).catch(() => undefined);
  });
  await assert.rejects(swallowed, /statement in the transaction had failed/);
  assert.deepEqual(await house.tx(buckets), []);
});

test('what was asked stands once nothing more will be: asking is refused, and a failure before it is still one', async () => {
  const house = await newTenant();
  await assert.rejects(
    house.tx(async (tx) => {
      await hit(tx, 'nord');
      tx.asksNoMore();
      await hit(tx, 'for sent');
    }),
    /has ended/,
  );
  await assert.rejects(
    house.tx(async (tx) => {
      await hit(tx, 'øst');
      await hit(tx, 'øst').catch(() => undefined);
      tx.asksNoMore();
    }),
    /Cannot commit/,
  );
  assert.deepEqual(await house.tx(buckets), ['nord']);
  await house.tx(async (tx) => {
    record(tx, { kind: 'test.happened', subject: { kind: 'test', id: tx.tenant.id } });
    tx.asksNoMore();
    await hit(tx, 'syd');
  });
  assert.deepEqual(await house.tx(buckets), ['nord', 'syd'], 'where something is to be recorded, it waits for that');
});

test('days, instants, counts and sums come as what they are', async () => {
  const house = await newTenant();
  const { rows } = await house.tx((tx) =>
    sql<Record<string, unknown>>`
      select date '2026-02-28' as day, array[date '2026-01-01'] as days, timestamptz '2026-05-03 12:00+02' as instant,
        9007199254740991::bigint as most, (select sum(n) from unnest(array[1, 2]::bigint[]) as n) as total,
        avg(n) as average, array[1, 2]::bigint[] as numbers, new_id() <> new_id() as fresh
      from unnest(array[1, 2]) as n`.execute(tx.sql),
  );
  assert.deepEqual(rows, [
    {
      day: '2026-02-28',
      days: ['2026-01-01'],
      instant: INSTANT,
      most: 9007199254740991,
      total: 3,
      average: 1.5,
      numbers: [1, 2],
      fresh: true,
    },
  ]);
  await assert.rejects(
    house.tx((tx) => sql`select 9007199254740992::bigint`.execute(tx.sql)),
    /not a safe integer/,
  );
});

test('ids sort in the order they were born and are UUIDs of version 7', async () => {
  const { rows } = await db.pool.query('select new_id()::text as id from generate_series(1, 5000)');
  const ids = rows.map((row) => row.id as string);
  assert.ok(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)));
  assert.equal(new Set(ids).size, ids.length);
  const { rows: later } = await db.pool.query('select new_id()::text as id from pg_sleep(0.002)');
  assert.ok(ids.every((id) => id < later[0].id));
  const bornAt = Number.parseInt((ids[0] as string).replaceAll('-', '').slice(0, 12), 16);
  assert.ok(Math.abs(bornAt - Date.now()) < 60_000);
});

test('questions asked at once in one transaction are answered in order', async () => {
  const house = await newTenant();
  const answers = await house.as(SYSTEM, (tx) =>
    Promise.all([1, 2, 3, 4, 5].map((n) => sql<{ n: number }>`select ${n}::int as n`.execute(tx.sql))),
  );
  assert.deepEqual(
    answers.map(({ rows }) => rows[0]?.n),
    [1, 2, 3, 4, 5],
  );
});

test('a query that is remembered from before the tables changed fails once, and not for ever', async () => {
  const house = await newTenant();
  const count = () =>
    house.tx((tx) => sql<Record<string, unknown>>`select * from changing`.execute(tx.sql).then(({ rows }) => rows));
  await db.pool.query(`create table changing (tenant_id uuid); call protect_tenant_table('changing')`);
  for (let time = 0; time < 3; time++) assert.deepEqual(await count(), []);
  await db.pool.query('alter table changing add more text');
  await assert.rejects(count(), { code: '0A000' });
  assert.deepEqual(await count(), []);
});

test('a thousand queries are remembered, and no more', () => {
  const names = statementNames();
  for (let n = 0; n < 3000; n++) for (const _ of [1, 2]) names.nameOf(`select ${n}`);
  const named = Array.from({ length: 3000 }, (_, n) => names.nameOf(`select ${n}`)).filter(Boolean);
  assert.equal(new Set(named).size, 1000);
  assert.equal(names.nameOf('select 0'), 'grobund_1');
});

test('a question that nobody waited for never reaches the next tenant on the connection', async () => {
  const [north, south] = [await newTenant(), await newTenant()];
  await south.tx((tx) => hit(tx, 'syd'));
  let kept: TenantDb | undefined;
  let forgotten: Promise<unknown> = Promise.resolve();
  await north.tx(async (tx) => {
    kept = tx;
    forgotten = hit(tx, 'glemt');
  });
  await forgotten;
  assert.deepEqual(await north.tx(buckets), ['glemt'], 'what was asked before the end belongs to the transaction');
  await south.tx(async () => {
    await assert.rejects(buckets(kept ?? assert.fail()), /the transaction has ended/);
  });
});

test('a connection that is cut while somebody uses it costs that one their answer, and the process nothing', async () => {
  const cut = db.asOwner(async (_, client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const gone = new Promise((resolve) => client.once('end', resolve));
    await db.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await gone;
    await client.query('select 1');
  });
  await assert.rejects(cut);
  assert.equal((await db.pool.query('select 1 as one')).rows[0].one, 1);
});
