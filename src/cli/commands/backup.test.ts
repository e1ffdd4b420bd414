import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type pg from 'pg';
import { openDatabase, RUNNING_APP } from '../../platform/db/database.ts';
import { record } from '../../platform/journal/journal.ts';
import { testDatabase } from '../../testing/database.ts';
import { grobund, type Said, urlOf } from '../../testing/grobund.ts';

const scratch = await mkdtemp(join(tmpdir(), 'grobund-cli-'));
after(() => rm(scratch, { recursive: true, force: true }));
const here = await testDatabase();
const there = await testDatabase();

/** `grobund …`, typed by somebody who stands in a folder with a Danish name. */
async function typed(database: pg.ClientConfig, ...args: string[]): Promise<Said> {
  const folder = join(scratch, 'mine kopier æøå');
  await mkdir(folder, { recursive: true });
  return grobund(args, { DATABASE_URL: urlOf(database), INIT_CWD: folder, GROBUND_DATA: scratch });
}

test('an operator backs up, restores elsewhere, and has the journal checked against a printed digest', async () => {
  const house = await here.newTenant({ slug: 'lyngbakken' });
  for (const id of ['1', '2', '3']) {
    await house.tx(async (tx) => record(tx, { kind: 'test.happened', subject: { kind: 'ting', id } }));
  }
  const made = await typed(here.connection, 'backup', 'kopi 1.grobund', '--json');
  assert.deepEqual([made.code, made.err], [0, '']);
  const { file, rows } = JSON.parse(made.out);
  assert.equal(file, join(scratch, 'mine kopier æøå', 'kopi 1.grobund'));
  const again = await typed(here.connection, 'backup', 'kopi 1.grobund');
  assert.match(again.err, /is there already\. To write over it: --overwrite\n$/);
  assert.equal(again.code, 1);

  const restored = await typed(there.connection, 'restore', 'kopi 1.grobund', '--json');
  assert.deepEqual([restored.code, restored.err, JSON.parse(restored.out).rows], [0, '', rows]);
  const twice = await typed(there.connection, 'restore', 'kopi 1.grobund');
  assert.deepEqual([twice.code, twice.out], [1, '']);
  assert.match(twice.err, /^The database is not empty \(table tenant\)\. .*--replace\n$/);

  const holds = await typed(there.connection, 'journal', 'verify', '--json');
  const { journals } = JSON.parse(holds.out);
  assert.deepEqual([holds.code, journals[0].tenant, journals[0].entries], [0, 'lyngbakken', 3]);
  const printed = `3:${journals[0].head.hash.slice(0, 16)}`;

  await there.db.asOwner(async (_, client) => {
    await client.query(`alter table journal_entry disable trigger user; delete from journal_entry where seq = 3;
      update journal_head set seq = 2, hash = (select hash from journal_entry where seq = 2)`);
  });
  assert.equal((await typed(there.connection, 'journal', 'verify')).code, 0, 'without the paper nobody can know');
  const found = await typed(there.connection, 'journal', 'verify', '--tenant', 'lyngbakken', '--head', printed);
  assert.equal(found.code, 1);
  assert.match(
    found.out,
    /✖ lyngbakken: the journal does not hold\n {2}Entry 3 is not the one that the printed end tells of/,
  );
});

test('nothing is exchanged under a Grobund that serves', async () => {
  const serving = openDatabase({ connection: there.connection, name: RUNNING_APP });
  await serving.pool.query('select 1');
  const refused = await typed(there.connection, 'restore', 'kopi 1.grobund', '--replace');
  await serving.close();
  assert.equal(refused.code, 1);
  assert.match(refused.err, /^A Grobund serves people from this database: stop it first\.\n$/);
});

test('a missing file, an unreadable one and a strange head are told in one line', async () => {
  const missing = await typed(there.connection, 'restore', 'findes ikke');
  assert.equal(missing.code, 1);
  assert.match(missing.err, /^There is no file .*findes ikke\n$/);
  const unnamed = await typed(there.connection, 'backup');
  assert.equal(unnamed.code, 2);
  const strange = await typed(there.connection, 'journal', 'verify', '--head', 'abc');
  assert.equal(strange.code, 2);
  assert.match(strange.err, /^"abc" is not the end of a journal\. .* See: grobund journal verify --help\n$/);
});
