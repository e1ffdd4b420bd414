import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import type pg from 'pg';
import { SYSTEM } from '../src/kernel/actor.ts';
import type { Id } from '../src/kernel/id.ts';
import { backupFirst } from '../src/platform/backup/before.ts';
import { restore } from '../src/platform/backup/restore.ts';
import { type Database, openDatabase } from '../src/platform/db/database.ts';
import { migrate, pendingMigrations } from '../src/platform/db/migrate.ts';
import { type Migration, readMigrations } from '../src/platform/db/migration-files.ts';
import { tenantBySlug } from '../src/platform/db/tenants.ts';
import { verifyJournal } from '../src/platform/journal/verify.ts';
import { readCookies } from '../src/platform/web/cookies.ts';
import { beginSession } from '../src/platform/web/session.ts';
import { testDatabase } from '../src/testing/database.ts';
import { sample } from '../src/testing/long.ts';
import { Reader } from '../src/testing/reader.ts';
import { startProcess } from './processes.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Backups that these releases wrote of the demo story, as they told it; the newest first. */
const RELEASES = ['0.9.0', '0.6.0', '0.4.0', '0.3.0', '0.2.0'] as const;
const folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What later releases write into old columns, for a reason: everything else is as it was. */
const ENRICHED: ReadonlySet<string> = new Set([
  // 0024: which ways in a house has opened, so that the sign-in page asks nothing.
  'tenant.settings',
  // 0025: a turn says the reference of its case.
  'turn.facts',
]);

interface OldHouse {
  readonly db: Database;
  readonly connection: pg.ClientConfig;
  readonly content: Content;
}

const contents = new Map<string, Content>();
/** Each backup is read once, and copied for each test. */
const FILLS = new Map(RELEASES.map((release) => [release, async (db: Database) => readBackup(db, release)]));

async function readBackup(db: Database, release: (typeof RELEASES)[number]): Promise<void> {
  const file = { path: join(import.meta.dirname, 'releases', `${release}.grobund`), key: null };
  await restore(db, file, { replace: true, withoutJobs: true, asItWas: true });
  const content = await contentOf(db, await shapeOf(db));
  assert.ok([...content.values()].filter(({ rows }) => rows > 0).length > 50, 'a full house');
  contents.set(release, content);
}

/** A database as that release left it. */
async function houseOf(release: (typeof RELEASES)[number]): Promise<OldHouse> {
  const { db, connection } = await testDatabase(FILLS.get(release));
  return { db, connection, content: contents.get(release) ?? assert.fail('the backup was not read') };
}

type Shape = ReadonlyMap<string, readonly string[]>;
type Content = ReadonlyMap<
  string,
  { readonly columns: readonly string[]; readonly rows: number; readonly sum: string }
>;

/** The tables and columns of people's content. */
async function shapeOf(db: Database): Promise<Shape> {
  const { rows } = await db.pool.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attname) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
       and c.relname || '.' || a.attname <> all($1)
     group by 1`,
    [[...ENRICHED]],
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

async function contentOf(db: Database, shape: Shape): Promise<Content> {
  const content = new Map<string, { columns: readonly string[]; rows: number; sum: string }>();
  for (const [name, columns] of shape) {
    const row = `row(${columns.map((column) => `"${column}"`).join(', ')})::text`;
    const { rows } = await db.pool.query<{ rows: number; sum: string }>(
      `select count(*)::int as rows, coalesce(md5(string_agg(${row}, '|' order by ${row})), '') as sum from "${name}"`,
    );
    content.set(name, { columns, ...(rows[0] ?? { rows: 0, sum: '' }) });
  }
  return content;
}

/** The old columns of the old tables hold what they held. */
async function assertNothingLost({ db, content }: OldHouse): Promise<void> {
  const now = await contentOf(db, new Map([...content].map(([name, { columns }]) => [name, columns])));
  const changed = [...content].filter(([name, { sum }]) => now.get(name)?.sum !== sum);
  assert.deepEqual(
    changed.map(([name, { rows }]) => `${name}: ${rows} rows, now ${now.get(name)?.rows}`),
    [],
  );
}

async function assertJournalHolds(db: Database): Promise<void> {
  const tenant = await tenantBySlug(db, 'lyngbakken');
  assert.ok(tenant);
  const { entries, problems } = await verifyJournal(db, tenant);
  assert.deepEqual(problems, []);
  assert.ok(entries > 300);
}

// The oldest is where two processes begin, below.
for (const release of RELEASES.slice(0, sample(1, RELEASES.length, 'releases that a house comes up from'))) {
  test(`a house of ${release} comes up to this version with everything it had, migrated once by whoever is first`, async () => {
    const house = await houseOf(release);
    const missing = await pendingMigrations(house.db);
    assert.ok(missing.length > 0, 'there is something to do');
    const other = openDatabase({ connection: house.connection });
    const applied = await Promise.all([migrate(house.db), migrate(other)]).finally(() => other.close());
    assert.deepEqual(applied.flat(), missing, 'each once, in order');
    await assertNothingLost(house);
    await assertJournalHolds(house.db);
  });
}

test('two processes that start at once on an old house take one backup, migrate once, and both serve it', async () => {
  const { db, connection } = await houseOf('0.2.0');
  const backups = mkdtempSync(join(folder, 'kopier-'));
  const place = { connection, folder, settings: { GROBUND_BACKUP_FOLDER: backups } };
  const processes = await Promise.all([startProcess(place), startProcess(place)]);
  try {
    const [copy = '', ...more] = readdirSync(backups);
    assert.match(copy, /^before-0017-\d{4}-\d\d-\d\dT\d{6}Z\.grobund$/);
    assert.deepEqual(more, []);
    assert.deepEqual(await pendingMigrations(db), []);
    await assertJournalHolds(db);
    const kept = await testDatabase();
    await restore(kept.db, { path: join(backups, copy), key: null }, { replace: true, asItWas: true });
    assert.ok((await pendingMigrations(kept.db)).includes('0017_impartiality.sql'), 'the way back is the old house');

    const session = await sessionOf(db, 'Signe Højlund');
    for (const process of processes) {
      const visitor = new Reader(process, 'http://127.0.0.1/lyngbakken');
      for (const path of ['/', '/initiativer', '/afdelinger', '/pulje', '/pulje/resultater', '/log-ind']) {
        assert.equal((await visitor.get(path)).status, 200, path);
      }
      const signe = new Reader(process, 'http://127.0.0.1/lyngbakken');
      signe.keep(session);
      assert.match((await signe.get('/din-tur')).html, /Signe Højlund/);
      for (const path of ['/personer', '/ideer', '/fakturaer', '/kontoret']) {
        assert.equal((await signe.get(path)).status, 200, path);
      }
    }
  } finally {
    assert.deepEqual(await Promise.all(processes.map((process) => process.stop())), [0, 0]);
  }
});

async function sessionOf(db: Database, name: string): Promise<readonly string[]> {
  const tenant = await tenantBySlug(db, 'lyngbakken');
  assert.ok(tenant);
  const cookies = readCookies(null, false);
  const visit = { tenant, actor: SYSTEM, now: new Date(), origin: 'http://127.0.0.1/lyngbakken' };
  await db.asTenant(visit, async (tx) => {
    const { id } = await tx.sql.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow();
    await beginSession(tx, cookies, id as Id<'person'>, 'test', 'mail');
  });
  return cookies.lines();
}

function later(sql: string): Migration[] {
  return [...readMigrations(), { number: 9999, name: '9999_later.sql', sha256: sql, sql }];
}

test('a migration that fails leaves the house whole at the one before it, and a backup from before them all', async () => {
  const house = await houseOf('0.6.0');
  const backups = mkdtempSync(join(folder, 'fejl-'));
  const first = backupFirst(house.db, { folder: backups, key: null }, () => undefined);
  const bad = later('create table half (n integer); delete from idea; select nothing');
  await assert.rejects(migrate(house.db, bad, first), /Cannot apply db\/migrations\/9999_later\.sql: line 1/);
  assert.deepEqual(await pendingMigrations(house.db, bad), ['9999_later.sql']);
  await assertNothingLost(house);
  assert.deepEqual(await migrate(house.db), [], 'this program serves it as it is');
  assert.equal(readdirSync(backups).length, 1);
});

test('when no backup can be taken first, nothing is changed', async () => {
  const house = await houseOf('0.6.0');
  const before = await pendingMigrations(house.db);
  const nowhere = backupFirst(house.db, { folder: join(folder, 'findes-ikke'), key: null }, () => undefined);
  await assert.rejects(migrate(house.db, readMigrations(), nowhere), /left as it is, since no backup could be taken/);
  assert.deepEqual(await pendingMigrations(house.db), before);
});

test('an old program on a newer database says so in one line, changes nothing and ends with 1', async () => {
  const { db, connection } = await testDatabase();
  await migrate(db, later('select 1'));
  const { host, port, user, database } = connection;
  const url = `postgresql://${user}@localhost/${database}?${new URLSearchParams({ host: String(host), port: String(port) })}`;
  const env = { PATH: process.env.PATH, DATABASE_URL: url, GROBUND_DATA: folder, PORT: '0' };
  const said = await new Promise<{ code: unknown; err: string }>((resolve) => {
    execFile(process.execPath, [join(ROOT, 'bin/grobund.mjs'), 'start'], { env, cwd: ROOT }, (error, _, err) =>
      resolve({ code: error?.code, err }),
    );
  });
  assert.deepEqual(said, {
    code: 1,
    err: 'The database has had 9999_later.sql, which this program does not know: use a newer program\n',
  });
});
