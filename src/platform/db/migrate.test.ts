import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { SYSTEM } from '../../kernel/actor.ts';
import { testDatabase } from '../../testing/database.ts';
import { scratchServer } from '../../testing/scratch-server.ts';
import { openDatabase } from './database.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { lockMigrations, type Migration, readMigrations } from './migration-files.ts';
import { createTenant, tenantBySlug } from './tenants.ts';

// Keeps the server through all tests.
const { db: first } = await testDatabase();
const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'grobund-migrations-'));
  folders.push(folder);
  await mkdir(join(folder, 'migrations'));
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, 'migrations', name), sql);
  return folder;
}

function also(...files: [name: string, sql: string][]): Migration[] {
  const more = files.map(([name, sql]) => ({ number: Number(name.slice(0, 4)), name, sql, sha256: `${name} ${sql}` }));
  return [...readMigrations(), ...more];
}

test('a migration that was changed, lost or never locked is refused in plain words', async () => {
  const folder = await folderWith({ '0001_first.sql': 'select 1', '0002_second.sql': 'select 2' });
  assert.throws(() => readMigrations(folder), /0001_first\.sql is not in db\/migrations\.lock: run "npm run db:lock"/);
  lockMigrations(folder);
  assert.deepEqual(
    readMigrations(folder).map(({ number }) => number),
    [1, 2],
  );
  await writeFile(join(folder, 'migrations', '0002_second.sql'), 'select 3');
  assert.throws(() => readMigrations(folder), /0002_second\.sql was changed after it was locked/);
  await rm(join(folder, 'migrations', '0002_second.sql'));
  assert.throws(() => readMigrations(folder), /0002_second\.sql is in db\/migrations\.lock, but the file is gone/);
});

test('two migrations with one number, or one with a strange name, are refused', async () => {
  const twins = await folderWith({ '0001_a.sql': '', '0001_b.sql': '' });
  assert.throws(() => lockMigrations(twins), /Two migrations have number 1: give 0001_b\.sql the next free one/);
  const strange = await folderWith({ '1-æble.sql': '' });
  assert.throws(() => lockMigrations(strange), /1-æble\.sql must be named like/);
});

test('only what is new is applied, each file whole or not at all', async () => {
  assert.deepEqual(await migrate(first), [], 'the template had everything');
  const { db } = await testDatabase();
  const files = also(
    ['9001_good.sql', 'create table good (n integer);'],
    ['9002_bad.sql', 'create table half (n integer);\nselect nothing;'],
  );
  assert.deepEqual(await pendingMigrations(db, files), ['9001_good.sql', '9002_bad.sql']);
  await assert.rejects(migrate(db, files), /Cannot apply db\/migrations\/9002_bad\.sql: line 2: .*nothing/);
  const { rows } = await db.pool.query(
    `select to_regclass('good') is not null as good, to_regclass('half') is not null as half`,
  );
  assert.deepEqual(rows, [{ good: true, half: false }]);
  assert.deepEqual(await pendingMigrations(db, files), ['9002_bad.sql']);
});

test('a database that is newer than the program, or of another edition, is left alone', async () => {
  const { db } = await testDatabase();
  await migrate(db, also(['9001_later.sql', 'select 1']));
  await assert.rejects(migrate(db), /has had 9001_later\.sql, which this program does not know: use a newer program/);
  await assert.rejects(
    migrate(db, also(['9001_later.sql', 'select 2'])),
    /made with another edition of db\/migrations\/9001_later\.sql/,
  );
});

test('a number that was left out is not filled in behind those that were applied', async () => {
  const { db } = await testDatabase();
  await migrate(db, also(['9002_second.sql', 'select 2']));
  const files = also(['9001_late.sql', 'select 1'], ['9002_second.sql', 'select 2']);
  await assert.rejects(migrate(db, files), /9001_late\.sql comes after number 9002: give it the next free number/);
});

test('programs that start at the same moment migrate once', async () => {
  const { db, connection } = await testDatabase();
  const others = [1, 2, 3].map(() => openDatabase({ connection }));
  const files = also(['9001_once.sql', 'create table once (n integer); select pg_sleep(0.1)']);
  const applied = await Promise.all([db, ...others].map((each) => migrate(each, files)));
  await Promise.all(others.map((each) => each.close()));
  assert.deepEqual(applied.flat(), ['9001_once.sql']);
});

test('a server where we are not superuser will do, as on a managed PostgreSQL', async () => {
  const server = await scratchServer('');
  const admin = new pg.Client({ ...server.connection, database: 'postgres' });
  await admin.connect();
  await admin.query('create role plain_owner login createrole');
  await admin.query('create database plain owner plain_owner');
  await admin.end();
  const db = openDatabase({ connection: { ...server.connection, user: 'plain_owner', database: 'plain' } });
  try {
    await migrate(db);
    const tenant = await createTenant(db, { slug: 'lejet', name: 'Lejet plads', host: 'lejet.example' });
    const visit = { tenant, actor: SYSTEM, now: new Date(), origin: 'https://lejet.example' };
    const { rows } = await db.asTenant(visit, async (tx) => {
      await tx.sql.insertInto('rate_limit').values({ bucket: 'a', window_start: tx.now, hits: 1 }).execute();
      return { rows: await tx.sql.selectFrom('rate_limit').select('bucket').execute() };
    });
    assert.deepEqual(rows, [{ bucket: 'a' }]);
    assert.deepEqual(await migrate(db), []);
    assert.deepEqual(await tenantBySlug(db, 'lejet'), tenant);
    assert.equal(await tenantBySlug(db, 'findes-ikke'), null);
  } finally {
    await db.close();
    await server.stop();
  }
});
