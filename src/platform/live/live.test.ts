import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { openDatabase } from '../db/database.ts';
import { record } from '../journal/journal.ts';
import { openHints } from './hints.ts';
import { changedSince, lastSeq } from './live.ts';

const { db, connection, newTenant } = await testDatabase();
const other = openDatabase({ connection });
after(() => other.close());

const happen = (house: TestTenant, id: string) =>
  house.tx(async (tx) => record(tx, { kind: 'test.happened', subject: { kind: 'ting', id } }));

/** Milliseconds: what a busy machine may take, and less than a round of asking where none is to help. */
const PATIENCE = 20_000;

async function soon(what: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await what())) {
    if (Date.now() > deadline) assert.fail(`not within ${PATIENCE} ms`);
    await sleep(10);
  }
}

/** The processes of the server that listen, each done with saying so. */
async function listeners(): Promise<readonly number[]> {
  const { rows } = await db.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and query = 'listen grobund_live' and state = 'idle'`,
  );
  return rows.map(({ pid }) => pid);
}

test('a page asks what came after, and is told only of the things it shows', async () => {
  const house = await newTenant();
  assert.equal(await house.tx(lastSeq), 0);
  await happen(house, 'a');
  await happen(house, 'b');
  const topics = [
    { kind: 'ting', id: 'b' },
    { kind: 'ting', id: 'c' },
  ];
  assert.deepEqual(await house.tx((tx) => changedSince(tx, 0, topics)), {
    seq: 2,
    changed: [{ kind: 'ting', id: 'b' }],
  });
  assert.deepEqual(await house.tx((tx) => changedSince(tx, 2, topics)), { seq: 2, changed: [] });
});

test('what one process writes, a reader in another hears at once', async () => {
  const house = await newTenant();
  const hints = openHints(other, 60_000);
  const heard: number[] = [];
  hints.watch(house.tenant.id, (seq) => heard.push(seq));
  await soon(async () => (await listeners()).length === 1);
  await happen(house, 'a');
  await soon(() => heard.includes(1));
  await hints.close();
});

test('a reader hears of no other tenant, and nothing when it has left', async () => {
  const [mine, yours] = [await newTenant(), await newTenant()];
  const hints = openHints(other, 100);
  const heard: number[] = [];
  const leave = hints.watch(mine.tenant.id, (seq) => heard.push(seq));
  const stay: number[] = [];
  hints.watch(yours.tenant.id, (seq) => stay.push(seq));
  await happen(yours, 'a');
  await soon(() => stay.includes(1));
  assert.deepEqual(heard, []);
  leave();
  await happen(mine, 'a');
  await happen(yours, 'b');
  await soon(() => stay.includes(2));
  assert.deepEqual(heard, []);
  await hints.close();
});

test('with the listening connection cut, polling finds the change, and listening comes back', async () => {
  const house = await newTenant();
  const hints = openHints(other, 300);
  const heard: number[] = [];
  hints.watch(house.tenant.id, (seq) => heard.push(seq));
  await soon(async () => (await listeners()).length === 1);
  const [cut = 0] = await listeners();
  await db.pool.query('select pg_terminate_backend($1)', [cut]);
  await happen(house, 'a');
  await soon(() => heard.includes(1));
  await soon(async () => {
    const [one = cut, ...more] = await listeners();
    return one !== cut && more.length === 0;
  });
  await hints.close();
});
