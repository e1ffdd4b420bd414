import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../testing/database.ts';
import { STORY_ENDS, theStory } from '../../testing/story.ts';
import { sumOf } from '../../testing/sums.ts';
import { startTcpServer } from '../../testing/tcp-server.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { tenantBySlug } from '../db/tenants.ts';
import { verifyJournal } from '../journal/verify.ts';
import { backup } from './backup.ts';
import { RestoreRefused, restore } from './restore.ts';

const KEY = 'nøglen til flytningen';
const folder = await mkdtemp(join(tmpdir(), 'gm-'));
const putAway: (() => Promise<void>)[] = [];
after(async () => {
  for (const stop of putAway.toReversed()) await stop();
  await rm(folder, { recursive: true, force: true });
});

/** A server on the network, whose owner is no superuser. */
async function onNetwork(): Promise<Database> {
  const server = await startTcpServer();
  const db = openDatabase({ url: server.url });
  putAway.push(server.stop, () => db.close());
  return db;
}

const TOLD = ['fund_claim', 'fund_letter', 'fund_photo', 'invoice', 'payment', 'payment_batch', 'file_blob'] as const;

test('a house moves from the embedded database to a server over the network, and back, with money, letters and pictures as they were', async () => {
  const [{ db: here }, server, { db: back }] = [await testDatabase(theStory), await onNetwork(), await testDatabase()];
  const before = await sumOf(here);
  const full = Object.values(before).filter((sum) => !sum.startsWith('0')).length;
  assert.ok(full > 60, `${full} tables hold something`);
  for (const table of TOLD) assert.doesNotMatch(before[table] ?? '0 ', /^0 /, table);

  const out = { path: join(folder, 'ud.grobund'), key: KEY };
  await backup(here, out, STORY_ENDS);
  const told: Record<string, number> = {};
  await restore(server, out, { tell: (table, rows) => Object.assign(told, { [table]: rows }) });
  assert.ok((told.initiative ?? 0) > 10 && (told.journal_entry ?? 0) > 300);
  assert.deepEqual(await sumOf(server), before);

  const home = { path: join(folder, 'hjem.grobund'), key: null };
  await backup(server, home, STORY_ENDS);
  await restore(back, home);
  assert.deepEqual(await sumOf(back), before);

  for (const database of [here, server, back]) {
    const tenant = await tenantBySlug(database, 'lyngbakken');
    assert.ok(tenant);
    const { entries, problems } = await verifyJournal(database, tenant);
    assert.deepEqual([problems, entries], [[], told.journal_entry]);
  }
  await assert.rejects(restore(server, home), RestoreRefused);
  assert.deepEqual(await sumOf(server), before, 'a house that stands is not written over');
});
