import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { TenantDb } from '../src/platform/db/tenant-db.ts';
import { record } from '../src/platform/journal/journal.ts';
import { openHints } from '../src/platform/live/hints.ts';
import { sessionCookie } from '../src/platform/web/session.ts';
import { testDatabase } from '../src/testing/database.ts';
import { testPost } from '../src/testing/post.ts';
import { asOwner, rowsOf, tenantTables } from './tenants/canaries.ts';
import { apiLeaks, fileLeaks } from './tenants/machines.ts';
import { PLACES } from './tenants/places.ts';
import { foreignIn, leaks } from './tenants/probe.ts';
import { CANARY, SITE, twoHouses } from './tenants/world.ts';
import { tellStory } from './town.ts';

const { db } = await testDatabase(tellStory);
const hints = openHints(db, 500);
after(() => hints.close());
const world = await twoHouses(db, hints, (await testPost(db)).ways);
const everyTable = await asOwner(db.pool, tenantTables);

/** Tables that name the house that something came from or went to: its number, and nothing of what is in it. */
const TELL_OF_HOUSES = ['handover', 'house_tie', 'received_copy', 'sent_copy'];
const housesTold = (table: string): string[] => (TELL_OF_HOUSES.includes(table) ? [world.theirs.id] : []);

/** What is put into the letter box of a house, by `platform/across` alone, is all that another can change there. */
const LETTER_BOX = ['handover', 'handover_file'];

/** Tables that a page asks without saying the tenant once more, as the older questions do. */
const TOLD_BY_PAGES = ['person', 'organisation'];

/** Texts that are kept unique, so that not every row could have the canary. Where only certain words may stand is not listed. */
const WITHOUT: readonly string[] = [];

test('every route is known here, and every place here is a route', () => {
  const routes = world.app.routes.map(({ method, pattern }) => `${method} ${pattern}`);
  assert.deepEqual([...routes].sort(), Object.keys(PLACES).sort());
});

test('the canary stands in every text that can hold it', () => {
  assert.deepEqual(world.without, WITHOUT);
});

test('nobody sees or can tell anything of another house: every page, every role', async () => {
  const found = await all(leaks(world, { method: 'GET' }));
  assert.deepEqual(found, []);
});

test('no key and no file of one house tells anything of another', async () => {
  assert.deepEqual(await all(apiLeaks(world)), []);
  assert.deepEqual(await all(fileLeaks(world)), []);
});

test('a question that forgets its tenant is answered from its own rows alone', async () => {
  assert.deepEqual(await forgetful(), []);
});

for (const table of everyTable) {
  test(`the test above fails when ${table} loses its policy`, () =>
    withoutPolicy(table, async () => assert.match((await forgetful([table])).join(), new RegExp(`^${table} holds`))));
}

for (const table of TOLD_BY_PAGES) {
  test(`the pages tell it when ${table} loses its policy`, () =>
    withoutPolicy(table, async () => {
      const people = ['consultant', 'visitor', 'secretariat', 'resident'] as const;
      assert.ok(!(await leaks(world, { method: 'GET', people }).next()).done);
    }));
}

test('a session of one house opens nothing in another', async () => {
  const reader = await world.reader('secretariat');
  const [token = ''] = reader.cookies().values();
  for (const name of [sessionCookie(world.mine.slug), sessionCookie(world.theirs.slug)]) {
    const headers = { cookie: `${name}=${token}` };
    const answer = await world.app.fetch(new Request(`${SITE}/${world.theirs.slug}/personer`, { headers }), '10.0.0.1');
    assert.equal(answer.status, 303);
    assert.match(answer.headers.get('location') ?? '', /\/log-ind/);
  }
});

test('a page that stands open hears of nothing in another house', async () => {
  const { ownThings: own, foreignThings: foreign } = world;
  const topics = [own.initiative, foreign.initiative].map((id) => `topic=initiative:${id}`).join('&');
  const stream = await world.app.fetch(new Request(`${SITE}/${world.mine.slug}/live?${topics}`), '10.0.0.1');
  const reader = (stream.body ?? assert.fail('no stream')).pipeThrough(new TextDecoderStream()).getReader();
  await sleep(3_000);
  for (const [tenant, id] of [
    [world.theirs, foreign.initiative],
    [world.mine, own.initiative],
  ] as const) {
    await world.tx(tenant, async (tx) => record(tx, { kind: 'initiative.woken', subject: { kind: 'initiative', id } }));
  }
  let heard = '';
  while (!heard.includes('data:')) heard += (await reader.read()).value ?? assert.fail('the stream has ended');
  await reader.cancel();
  assert.ok(heard.includes(`data: initiative:${own.initiative}`));
  assert.ok(!heard.includes(foreign.initiative));
});

test('nobody can touch or fish in another house: every form, every role', async () => {
  const rows = async () => {
    const all = await asOwner(db.pool, (client) => rowsOf(client, world.theirs.id));
    for (const table of LETTER_BOX) all.delete(table);
    return all;
  };
  const before = await rows();
  const found = await all(leaks(world, { method: 'POST' }));
  assert.deepEqual(found, []);
  assert.deepEqual(await rows(), before, 'not a letter of theirs has changed');
});

test('nothing foreign comes to lie in a row, in what is sent, or in a job', async () => {
  await world.work();
  const rows = await asOwner(db.pool, (client) => rowsOf(client, world.mine.id));
  const found = [...rows].flatMap(([table, text]) => [
    ...foreignIn(world, table, text, [world.foreignThings.mail, ...housesTold(table)]),
  ]);
  assert.deepEqual(found, []);
  const { rows: jobs } = await db.pool.query<{ mine: boolean; text: string }>(
    `select data ->> 'tenant' = $1 as mine, data::text || coalesce(output::text, '') as text from pgboss.job_common`,
    [world.mine.id],
  );
  assert.ok(jobs.some(({ mine }) => mine) && jobs.some(({ mine }) => !mine));
  for (const { mine, text } of jobs) {
    if (mine) assert.deepEqual([...foreignIn(world, 'a job', text)], []);
    assert.ok(!text.includes(CANARY), 'a job carries ids and codes, not texts');
  }
});

/** All that the plain role sees in my house when it asks for everything. */
async function forgetful(tables = everyTable): Promise<string[]> {
  const rows = await world.tx(world.mine, (tx) => rowsSeen(tx, tables));
  return [...rows].flatMap(([table, text]) => [...foreignIn(world, table, text, housesTold(table))]);
}

async function rowsSeen(tx: TenantDb, tables: readonly string[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const table of tables) {
    const { rows } = await sql<{ text: string | null }>`
      select string_agg(whole::text, ' ') as text from ${sql.table(table)} whole`.execute(tx.sql);
    seen.set(table, rows[0]?.text ?? '');
  }
  return seen;
}

async function withoutPolicy(table: string, work: () => Promise<void>): Promise<void> {
  await db.pool.query(`alter table ${table} disable row level security`);
  try {
    await work();
  } finally {
    await db.pool.query(`alter table ${table} enable row level security`);
  }
}

async function all(found: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const one of found) list.push(one);
  return list;
}
