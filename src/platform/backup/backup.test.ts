import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { sample } from '../../testing/long.ts';
import { sumOf } from '../../testing/sums.ts';
import { migrate, pendingMigrations } from '../db/migrate.ts';
import { type Migration, readMigrations } from '../db/migration-files.ts';
import { saveFile } from '../files/files.ts';
import { drainJobs } from '../jobs/drain.ts';
import { enqueue, type JobKind } from '../jobs/jobs.ts';
import { record } from '../journal/journal.ts';
import { verifyJournal } from '../journal/verify.ts';
import { backup } from './backup.ts';
import { type Frame, frame, magic, readFrames } from './frames.ts';
import { inspectBackup, restore } from './restore.ts';

const [home, there] = [await testDatabase(), await testDatabase()];
const folder = await mkdtemp(join(tmpdir(), 'grobund-backup-'));
after(() => rm(folder, { recursive: true, force: true }));
const NOW = new Date('2026-05-03T10:00:00Z');
let files = 0;
const fresh = () => join(folder, `sikkerhedskopi æøå ${++files}.grobund`);
const plain = (path: string) => ({ path, key: null });

const letter: JobKind<{ to: string }> = {
  name: 'test.letter',
  run: async (tx, { to }) => record(tx, { kind: 'test.sent', subject: { kind: 'letter', id: to } }),
};

/** A house with everything that is hard to carry: signs, nulls, bytes, JSON, long rows, waiting jobs. */
async function fullHouse(): Promise<TestTenant> {
  const house = await home.newTenant({ name: 'Bølge\\N\tog "Æble"\r\n', host: null });
  await house.tx(async (tx) => {
    for (const text of ['æøå ÆØÅ', '\\N', '\\.', 'a\tb\nc\\d\r', '', '👩‍👧 e\u0301', '\u0001\u007f']) {
      record(tx, {
        kind: 'test.happened',
        subject: { kind: 'ting', id: text },
        facts: { text, n: 1e21, yes: true, no: null },
      });
    }
    const bytes = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(700_000)]));
    await saveFile(tx, { bytes, name: 'stor.pdf', purpose: 'test', allow: ['pdf'] });
    await enqueue(tx, letter, { to: 'venter' });
    await enqueue(tx, letter, { to: 'senere' }, { after: new Date('2026-06-01T10:00:00Z') });
  });
  return house;
}

const [house, other] = [await fullHouse(), await home.newTenant()];
const path = fresh();
const summary = await backup(home.db, plain(path), NOW);

test('what is backed up comes back whole: every row of every table, the journal and the jobs that waited', async () => {
  const restored = await restore(there.db, plain(path));
  assert.deepEqual(await sumOf(there.db), await sumOf(home.db));
  assert.deepEqual([restored.rows, restored.tables, restored.migrated], [summary.rows, summary.tables, []]);
  assert.deepEqual((await verifyJournal(there.db, house.tenant)).problems, []);
  assert.deepEqual(await pendingMigrations(there.db), []);
  const place = { database: there.db, kinds: [letter], clock: house.clock, originOf: () => 'https://grobund.test' };
  assert.deepEqual((await drainJobs(place)).done, ['test.letter']);
  const { mode } = await stat(path);
  assert.equal(mode & 0o077, 0, 'nobody else may read it');
});

test('a restored house is as protected as before', async () => {
  const visit = { actor: { kind: 'system' }, now: NOW, origin: 'https://grobund.test' } as const;
  const seen = (tenant: typeof house.tenant) =>
    there.db.asTenant({ ...visit, tenant }, (tx) => tx.sql.selectFrom('file').select('name').execute());
  assert.deepEqual([await seen(house.tenant), await seen(other.tenant)], [[{ name: 'stor.pdf' }], []]);
  await assert.rejects(there.db.pool.query('delete from journal_entry'), /only ever added to/);
  await there.db.asTenant({ ...visit, tenant: house.tenant }, async (tx) => {
    record(tx, { kind: 'test.after', subject: { kind: 'ting', id: '1' } });
  });
  assert.deepEqual((await verifyJournal(there.db, house.tenant)).problems, []);
});

test('a large table comes back with every index, and with every row in them', async () => {
  const large = await testDatabase();
  await large.newTenant({ slug: 'stor' });
  await large.db.pool.query(`
    insert into search_entry (tenant_id, kind, id, title, body, path, audience)
    select t.id, 'idea', new_id(), 'Bøgetræ ' || n, '', '/', 'public' from tenant t, generate_series(1, 20000) n`);
  const copy = fresh();
  await backup(large.db, plain(copy), NOW);
  await restore(there.db, plain(copy), { replace: true });
  const indexes = async ({ pool }: typeof large.db) =>
    (await pool.query(`select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`)).rows;
  assert.deepEqual(await indexes(there.db), await indexes(large.db));
  const { rows } = await there.db.pool.query(
    `select title from search_entry where danish @@ plainto_tsquery('danish', 'bøgetræer 777')`,
  );
  assert.deepEqual(rows, [{ title: 'Bøgetræ 777' }]);
});

test('a database that holds something is left alone, unless it is to be replaced', async () => {
  const before = await sumOf(there.db);
  await assert.rejects(restore(there.db, plain(path)), /not empty \(table tenant\)/);
  assert.deepEqual(await sumOf(there.db), before);
  await there.newTenant({ slug: 'i-vejen' });
  await restore(there.db, plain(path), { replace: true, withoutJobs: true });
  const { rows } = await there.db.pool.query(
    `select (select count(*) from tenant where slug = 'i-vejen') as kept, (select count(*) from pgboss.job) as jobs`,
  );
  assert.deepEqual(rows, [{ kept: 0, jobs: 0 }]);
});

test('a backup taken while people write is of one instant', async () => {
  const written = async () => (await verifyJournal(home.db, house.tenant)).entries;
  const write = (id: string) =>
    house.tx(async (tx) => record(tx, { kind: 'test.wrote', subject: { kind: 'ting', id } }));
  let writing = true;
  const writers = [1, 2, 3].map(async (writer) => {
    for (let n = 0; writing; n++) {
      await write(`${writer}-${n}`);
      await sleep(10);
    }
  });
  try {
    for (let time = 0; time < sample(1, 5, 'backups taken while people write'); time++) {
      const busy = fresh();
      const first = await written();
      await backup(home.db, plain(busy), NOW);
      const last = await written();
      assert.ok(last > first, 'it was written all the while');
      const then = await testDatabase();
      await restore(then.db, plain(busy));
      const { entries, problems } = await verifyJournal(then.db, house.tenant);
      assert.deepEqual(problems, []);
      assert.ok(entries >= first && entries <= last, `${first} ≤ ${entries} ≤ ${last}`);
    }
  } finally {
    writing = false;
    await Promise.all(writers);
  }
});

test('a damaged, cut off or foreign file is refused before anything is touched', async () => {
  const whole = await readFile(path);
  const before = await sumOf(there.db);
  const flipped = Buffer.from(whole);
  const middle = Math.floor(whole.length / 2);
  flipped[middle] = (flipped[middle] ?? 0) ^ 0xff;
  const broken = { cut: whole.subarray(0, middle), flipped, foreign: Buffer.from('PK'), none: Buffer.alloc(0) };
  for (const [name, bytes] of Object.entries(broken)) {
    await writeFile(join(folder, name), bytes);
    await assert.rejects(
      restore(there.db, plain(join(folder, name)), { replace: true }),
      /damaged|cut off|not a backup/,
      name,
    );
  }
  assert.deepEqual(await sumOf(there.db), before);
});

test('a file that somebody made writes in no table but ours', async () => {
  const frames = [magic()];
  for await (const { kind, bytes } of readFrames(plain(path))) {
    const table = kind === 'T' ? JSON.parse(bytes.toString()) : null;
    const elsewhere = { ...table, schema: 'pg_catalog', name: 'pg_authid' };
    frames.push(frame(kind, table?.name === 'tenant' ? elsewhere : bytes));
  }
  const made = fresh();
  await writeFile(made, gzipSync(Buffer.concat(frames)));
  const before = await sumOf(there.db);
  await assert.rejects(restore(there.db, plain(made), { replace: true }), /no backup of Grobund.*pg_authid/);
  assert.deepEqual(await sumOf(there.db), before);
});

test('a frame longer than memory is read in pieces, and what is no rows has a shorter limit', async () => {
  const made = plain(fresh());
  const rows = randomBytes(3_500_000);
  await writeFile(made.path, gzipSync(Buffer.concat([magic(), frame('D', rows), frame('Z', {})]), { level: 1 }));
  const read: Frame[] = [];
  for await (const one of readFrames(made)) read.push(one);
  assert.equal(read.pop()?.kind, 'Z');
  assert.ok(read.length > 3 && read.every(({ kind, bytes }) => kind === 'D' && bytes.length <= 2 ** 20));
  assert.deepEqual(Buffer.concat(read.map(({ bytes }) => bytes)), rows);
  for (const [kind, length] of [
    ['D', 2 ** 30 + 1],
    ['M', 2 ** 24 + 1],
  ] as const) {
    const header = frame(kind, Buffer.alloc(0));
    header.writeUInt32BE(length, 1);
    await writeFile(made.path, gzipSync(Buffer.concat([magic(), header])));
    await assert.rejects(readFrames(made).next(), /damaged/);
  }
});

test('two backups to the same name at once do not write into each other, and only their owner may read', async () => {
  const path = fresh();
  await Promise.all([backup(home.db, plain(path), NOW), backup(home.db, plain(path), NOW)]);
  assert.equal((await inspectBackup(plain(path))).end.rows > 0, true);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
});

test('a restore that fails on the way has changed nothing', async () => {
  const before = await sumOf(there.db);
  const tell = (table: string) => {
    if (table === 'tenant') throw new Error('strømmen gik');
  };
  await assert.rejects(restore(there.db, plain(path), { replace: true, tell }), /strømmen gik/);
  assert.deepEqual(await sumOf(there.db), before);
});

test('a backup that fails leaves no file behind, and the one that was there is as it was', async () => {
  const path = fresh();
  await writeFile(path, 'den gamle');
  const stop = () => {
    throw new Error('disken er fuld');
  };
  await assert.rejects(backup(home.db, plain(path), NOW, stop), /disken er fuld/);
  assert.equal(await readFile(path, 'utf8'), 'den gamle');
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.includes('unfinished')),
    [],
  );
  await home.db.pool.query('select 1');
});

test('a backup of an older program is brought up to this one, and one of a newer is refused', async () => {
  const { manifest } = await inspectBackup(plain(path));
  assert.deepEqual(
    manifest.migrations.map(({ name }) => name),
    readMigrations().map(({ name }) => name),
  );
  const newer: Migration = {
    number: 9999,
    name: '9999_later.sql',
    sha256: 'ab',
    sql: 'create table later (n integer)',
  };
  const future = await testDatabase();
  await migrate(future.db, [...readMigrations(), newer]);
  const late = fresh();
  await backup(future.db, plain(late), NOW);
  await assert.rejects(restore(there.db, plain(late), { replace: true }), /9999_later\.sql.*newer program/);
});
