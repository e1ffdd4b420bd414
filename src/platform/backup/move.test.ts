import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sumOf } from '../../testing/sums.ts';
import { startTcpServer } from '../../testing/tcp-server.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { tenantBySlug } from '../db/tenants.ts';
import { startEmbedded } from '../embedded/embedded.ts';
import { verifyJournal } from '../journal/verify.ts';
import { backup } from './backup.ts';
import { RestoreRefused, restore } from './restore.ts';

const STORY = join(import.meta.dirname, '../../../e2e/releases/0.3.0.grobund');
const KEY = 'nøglen til flytningen';
const NOW = new Date('2026-11-22T10:00:00Z');
const folder = await mkdtemp(join(tmpdir(), 'gm-'));
const putAway: (() => Promise<void>)[] = [];
after(async () => {
  for (const stop of putAway.toReversed()) await stop();
  await rm(folder, { recursive: true, force: true });
});

/** The PostgreSQL that Grobund brings, on a folder of its own. */
async function embedded(name: string): Promise<Database> {
  const server = await startEmbedded({ dataDir: join(folder, name), fast: true });
  return keep(openDatabase({ url: server.url }), () => server.stop());
}

/** A server on the network, whose owner is no superuser. */
async function onNetwork(): Promise<Database> {
  const server = await startTcpServer();
  return keep(openDatabase({ url: server.url }), server.stop);
}

function keep(db: Database, stop: () => Promise<void>): Database {
  putAway.push(stop, () => db.close());
  return db;
}

test('a house moves from the embedded database to a server over the network, and back, and nothing is changed', async () => {
  const [here, server, back] = await Promise.all([embedded('her'), onNetwork(), embedded('tilbage')]);
  await restore(here, { path: STORY, key: null });
  const before = await sumOf(here);
  const full = Object.values(before).filter((sum) => !sum.startsWith('0')).length;
  assert.ok(full > 60, `${full} tables hold something`);

  const out = { path: join(folder, 'ud.grobund'), key: KEY };
  await backup(here, out, NOW);
  const told: Record<string, number> = {};
  await restore(server, out, { tell: (table, rows) => Object.assign(told, { [table]: rows }) });
  assert.ok((told.initiative ?? 0) > 10 && (told.journal_entry ?? 0) > 300);
  assert.deepEqual(await sumOf(server), before);

  const home = { path: join(folder, 'hjem.grobund'), key: null };
  await backup(server, home, NOW);
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
