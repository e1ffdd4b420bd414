import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../db/database.ts';
import { migrateWithin } from '../db/migrate.ts';
import { type Migration, readMigrations } from '../db/migration-files.ts';
import { refuseOldServer } from '../db/server-version.ts';
import { type BackupFile, type Frame, readFrames } from './frames.ts';
import { type BackupEnd, type BackupTable, type Manifest, quoted, type TableEnd, tablesToKeep } from './manifest.ts';
import { BackupUnreadable } from './unreadable.ts';

export interface RestoreOptions {
  /** Takes away what the database holds. Without it, a database that holds anything is left alone. */
  readonly replace?: boolean;
  /** Leaves out the jobs that waited: for trying a backup without sending its letters. */
  readonly withoutJobs?: boolean;
  /** Leaves the database as old as the backup is: for trying an upgrade on a copy. */
  readonly asItWas?: boolean;
  readonly tell?: (table: string, rows: number) => void;
}

export interface RestoreSummary {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  /** Migrations that the backup did not have and that were applied after. */
  readonly migrated: readonly string[];
}

/** The backup is good, but not for this database or this program; the message says what to do. */
export class RestoreRefused extends Error {}

/**
 * Puts a backup in the place of an empty database. The whole file is read and checked first; then all happens in one
 * transaction, so that a restore that fails has changed nothing. A backup of an older program is brought up to this one.
 * Throws `BackupUnreadable`, `RestoreRefused`, `ServerTooOld`.
 */
export async function restore(
  database: Database,
  file: BackupFile,
  options: RestoreOptions = {},
): Promise<RestoreSummary> {
  const { manifest, end, large } = await inspectBackup(file);
  const migrations = readMigrations();
  const then = migrationsOf(manifest, migrations);
  const summary = await database.asOwner(async (_, client) => {
    await refuseOldServer(client);
    await client.query(`set local lock_timeout = '10s'`);
    if (!options.replace) await refuseUnlessEmpty(client);
    await clearAway(client);
    await migrateWithin(client, then);
    const keys = await dropForeignKeys(client);
    const indexes = await dropIndexes(client, large);
    await setTriggers(client, 'disable');
    await load(client, file, options);
    await setTriggers(client, 'enable');
    for (const index of indexes) await client.query(index);
    for (const { table, name, definition } of keys) {
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
    }
    for (const { name, value } of end.sequences) {
      if (value !== null) await client.query('select setval($1::regclass, $2)', [quoted('public', name), value]);
    }
    const later = options.asItWas ? [] : migrations.filter((migration) => !then.includes(migration));
    if (later.length > 0) await migrateWithin(client, migrations);
    const migrated = later.map(({ name }) => name);
    return { madeAt: manifest.madeAt, tables: end.tables, rows: end.rows, migrated };
  });
  await database.pool.query('analyze');
  return summary;
}

/** A table with so many rows. */
const LARGE = 20_000;

interface Inspected {
  readonly manifest: Manifest;
  readonly end: BackupEnd;
  /** Names of the tables with many rows. */
  readonly large: readonly string[];
}

/** Reads a backup from end to end and checks every sum. Throws `BackupUnreadable`. */
export async function inspectBackup(file: BackupFile): Promise<Inspected> {
  let manifest: Manifest | undefined;
  let end: BackupEnd | undefined;
  let hash = createHash('sha256');
  let name = '';
  const large: string[] = [];
  let rows = 0;
  for await (const { kind, bytes } of readFrames(file)) {
    if (kind === 'M') manifest = parse<Manifest>(bytes);
    if (kind === 'T') {
      hash = createHash('sha256');
      ({ name } = parse<BackupTable>(bytes));
    }
    if (kind === 'D') hash.update(bytes);
    if (kind === 'E') {
      const table = parse<TableEnd>(bytes);
      if (hash.digest('hex') !== table.sha256) throw new BackupUnreadable('The backup is damaged: a sum does not fit');
      rows += table.rows;
      if (table.rows >= LARGE) large.push(name);
    }
    if (kind === 'Z') end = parse<BackupEnd>(bytes);
  }
  if (!manifest || !end || end.rows !== rows) throw new BackupUnreadable('The backup is damaged: parts are missing');
  return { manifest, end, large };
}

/** The migrations that the backup's database had had. */
function migrationsOf(manifest: Manifest, migrations: Migration[]): Migration[] {
  return manifest.migrations.map(({ number, name, sha256 }) => {
    const known = migrations.find((migration) => migration.number === number);
    if (!known)
      throw new RestoreRefused(`The backup has ${name}, which this program does not know: use a newer program`);
    if (known.sha256 !== sha256) {
      throw new RestoreRefused(`The backup was made with another edition of ${name}: use the program that made it`);
    }
    return known;
  });
}

async function refuseUnlessEmpty(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not in ('migration', 'scheduled_run')
    order by relname = 'tenant' desc, relname`);
  for (const { name } of rows) {
    const { rowCount } = await client.query(`select from ${quoted('public', name)} limit 1`);
    if (rowCount)
      throw new RestoreRefused(`The database is not empty (table ${name}). To take its content away: --replace`);
  }
}

async function clearAway(client: pg.ClientBase): Promise<void> {
  try {
    await client.query(`
      drop schema if exists pgboss cascade;
      drop schema public cascade;
      create schema public;
      grant usage on schema public to public`);
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    throw new RestoreRefused('Somebody is using the database: stop Grobund first');
  }
}

interface Key {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Keys between tables come back when all tables are there: whole, checked, and in one reading. */
async function dropForeignKeys(client: pg.ClientBase): Promise<Key[]> {
  const { rows } = await client.query<Key>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`);
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  return rows;
}

/** Of large tables they are sorted once, when all rows are there. Those of constraints stay. Answers how to make them. */
async function dropIndexes(client: pg.ClientBase, large: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.relname as name, pg_get_indexdef(x.indexrelid) as definition
     from pg_index x
     join pg_class i on i.oid = x.indexrelid
     join pg_class t on t.oid = x.indrelid
     where t.relnamespace = 'public'::regnamespace and t.relname = any($1)
       and not exists (select from pg_constraint c where c.conindid = x.indexrelid)
     order by t.relname, i.relname`,
    [large],
  );
  for (const { name } of rows) await client.query(`drop index ${quoted('public', name)}`);
  return rows.map(({ definition }) => definition);
}

/** What triggers wrote stands in the backup too: written once more it would be there twice. */
async function setTriggers(client: pg.ClientBase, how: 'disable' | 'enable'): Promise<void> {
  const { rows } = await client.query<{ table: string }>(`
    select distinct tgrelid::regclass::text as table from pg_trigger join pg_class on pg_class.oid = tgrelid
    where not tgisinternal and relnamespace = 'public'::regnamespace`);
  for (const { table } of rows) await client.query(`alter table ${table} ${how} trigger user`);
}

async function load(client: pg.ClientBase, file: BackupFile, options: RestoreOptions): Promise<void> {
  const { withoutJobs, tell } = options;
  const frames = readFrames(file);
  const ours = new Set((await tablesToKeep(client)).map(({ schema, name }) => quoted(schema, name)));
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    if (next.value.kind !== 'T') continue;
    const table = parse<BackupTable>(next.value.bytes);
    // A file that somebody made could name any table of the server, its roles among them.
    if (!ours.has(quoted(table.schema, table.name)))
      throw new BackupUnreadable(`The backup is no backup of Grobund: it holds a table ${table.schema}.${table.name}`);
    const leaveOut = withoutJobs && table.schema === 'pgboss';
    const columns = table.columns.map((column) => quoted(column)).join(', ');
    const rows = rowsOf(frames);
    if (leaveOut) {
      for await (const _ of rows);
      continue;
    }
    const copy = client.query(copyFrom(`copy ${quoted(table.schema, table.name)} (${columns}) from stdin`));
    await pipeline(Readable.from(rows), copy);
    tell?.(table.name, copy.rowCount);
  }
}

/** The rows of the table that has just begun, up to its end. */
async function* rowsOf(frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await frames.next();
    if (done || value.kind === 'E') return;
    yield value.bytes;
  }
}

function parse<T>(bytes: Buffer): T {
  return JSON.parse(bytes.toString('utf8')) as T;
}
