/**
 * A real database for tests. At the top of a test file:
 *
 *     const { db, newTenant } = await testDatabase();          // a database of this file's own, migrated, empty
 *
 *     test('a promise', async () => {
 *       const house = await newTenant();                        // a tenant of this test's own
 *       await house.as(SYSTEM, async (tx) => { … });            // one transaction; commits when it ends well
 *       house.clock.set('2026-05-03T10:00:00+02:00');           // from now on tx.now is that; clock.forward({days: 3})
 *     });
 *
 * The server is the one in TEST_DATABASE_URL when the runner started it, else a scratch one that ends with the process.
 */
import { createHash, randomBytes } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import { type Actor, type Channel, SYSTEM } from '../kernel/actor.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { readMigrations } from '../platform/db/migration-files.ts';
import type { Tenant, TenantDb } from '../platform/db/tenant-db.ts';
import { createTenant } from '../platform/db/tenants.ts';
import { type ScratchServer, scratchServer } from './scratch-server.ts';

/** Time as the test says. It stands still until told. */
export interface TestClock {
  now(): Date;
  /** An instant, as ISO text or Date. */
  set(instant: Date | string): void;
  forward(by: { readonly days?: number; readonly hours?: number; readonly minutes?: number }): void;
}

export interface TestTenant {
  readonly tenant: Tenant;
  readonly clock: TestClock;
  /** One transaction as this actor, at the clock's time. */
  as<T>(actor: Actor, work: (tx: TenantDb) => Promise<T>, channel?: Channel): Promise<T>;
  /** `as(SYSTEM, work)`: for arranging and for looking. */
  tx<T>(work: (tx: TenantDb) => Promise<T>): Promise<T>;
}

export interface TestDatabase {
  readonly db: Database;
  /** Where it lies, for a second process or pool. */
  readonly connection: pg.ClientConfig;
  newTenant(tenant?: Partial<Omit<Tenant, 'id'>>): Promise<TestTenant>;
}

/** Puts into an empty database what many files begin with. */
export type Fill = (db: Database) => Promise<unknown>;

/**
 * A fresh database from the migrated template, closed and dropped when the file's tests have run. With `fill` it is a copy
 * of one that was filled so: that is done once, whoever asks for the same.
 */
export async function testDatabase(fill?: Fill): Promise<TestDatabase> {
  const server = await joinServer();
  const template = await (fill ? filledTemplate(server, fill) : migratedTemplate(server));
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const connection = { ...server, database: name };
  const db = openDatabase({ connection });
  after(async () => {
    await db.close();
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    await leaveServer();
  });
  return { db, connection, newTenant: (tenant) => newTenant(db, tenant) };
}

/** A clock that stands at noon on Sunday 3 May 2026 in Denmark. */
function testClock(): TestClock {
  let now = new Date('2026-05-03T12:00:00+02:00');
  return {
    now: () => now,
    set: (instant) => {
      now = new Date(instant);
    },
    forward: ({ days = 0, hours = 0, minutes = 0 }) => {
      now = new Date(now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
    },
  };
}

async function newTenant(db: Database, wanted: Partial<Omit<Tenant, 'id'>> = {}): Promise<TestTenant> {
  const slug = wanted.slug ?? `hus-${randomBytes(5).toString('hex')}`;
  const tenant = await createTenant(db, { name: 'Boligforeningen Prøven', ...wanted, slug });
  const clock = testClock();
  const origin = `https://grobund.test/${slug}`;
  const as: TestTenant['as'] = (actor, work, channel = 'web') =>
    db.asTenant({ tenant, actor, channel, now: clock.now(), origin }, work);
  return { tenant, clock, as, tx: (work) => as(SYSTEM, work, 'system') };
}

let running: Promise<ScratchServer> | undefined;
let users = 0;

/** One server a process, stopped when the last file that uses it is done. */
async function joinServer(): Promise<pg.ClientConfig> {
  users += 1;
  running ??= scratchServer();
  return (await running).connection;
}

async function leaveServer(): Promise<void> {
  users -= 1;
  if (users > 0) return;
  const server = await running;
  const ours = await Promise.allSettled(filled.values());
  running = undefined;
  template = undefined;
  filled.clear();
  if (!server) return;
  for (const one of ours)
    if (one.status === 'fulfilled')
      await onServer(server.connection, (client) => client.query(`drop database if exists ${one.value} with (force)`));
  await server.stop();
}

let template: Promise<string> | undefined;

function migratedTemplate(server: pg.ClientConfig): Promise<string> {
  template ??= makeTemplate(server);
  return template;
}

/** Made once a server and edition of the migrations; other test processes wait for the one that makes it. */
async function makeTemplate(server: pg.ClientConfig): Promise<string> {
  const migrations = readMigrations();
  const all = createHash('sha256');
  for (const { sha256 } of migrations) all.update(sha256);
  const edition = all.digest('hex').slice(0, 40);
  const name = `template_${edition}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const unfinished = `${name}_new`;
    await client.query(`drop database if exists ${unfinished}`);
    await client.query(`create database ${unfinished}`);
    const db = openDatabase({ connection: { ...server, database: unfinished } });
    await migrate(db, migrations).finally(() => db.close());
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

const filled = new Map<Fill, Promise<string>>();

function filledTemplate(server: pg.ClientConfig, fill: Fill): Promise<string> {
  const known = filled.get(fill) ?? fillTemplate(server, fill);
  filled.set(fill, known);
  return known;
}

async function fillTemplate(server: pg.ClientConfig, fill: Fill): Promise<string> {
  const name = `filled_${randomBytes(6).toString('hex')}`;
  const template = await migratedTemplate(server);
  await onServer(server, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const db = openDatabase({ connection: { ...server, database: name } });
  await fill(db).finally(() => db.close());
  return name;
}

async function onServer(server: pg.ClientConfig, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
