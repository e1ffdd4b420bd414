import type pg from 'pg';
import { installJobQueue } from '../jobs/install.ts';
import { installTrigrams } from '../search/install.ts';
import type { Database } from './database.ts';
import { type Migration, MigrationRefused, readMigrations } from './migration-files.ts';
import { refuseOldServer } from './server-version.ts';

/** "Grobund" in hexadecimal, cut to what an advisory lock holds. */
const MIGRATION_LOCK = 0x47726f62;

/**
 * Brings the database up to the program: each new file in one transaction, in order, under an advisory lock so that
 * two programs starting at once do not both try. `before` is called first, under the lock, when a database that holds
 * something is about to be changed; when it throws, nothing is. Answers the names applied; none when all was done.
 * Throws `MigrationRefused` when a file was changed, or when the database is newer than the program; `ServerTooOld`.
 */
export async function migrate(
  database: Database,
  migrations: Migration[] = readMigrations(),
  before: (fresh: readonly Migration[]) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const client = await database.pool.connect();
  try {
    await refuseOldServer(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(HISTORY);
    const fresh = await freshOf(client, migrations);
    if (fresh.length > 0 && fresh.length < migrations.length) await before(fresh);
    for (const migration of fresh) await inTransaction(client, () => apply(client, migration));
    await inTransaction(client, () => installJobQueue(client));
    await inTransaction(client, () => installTrigrams(client));
    return fresh.map((migration) => migration.name);
  } finally {
    // Also lets go of the lock when the connection is in an unknown state.
    client.release(true);
  }
}

/** Names of the migrations that the database lacks. */
export async function pendingMigrations(
  database: Database,
  migrations: Migration[] = readMigrations(),
): Promise<string[]> {
  const client = await database.pool.connect();
  try {
    const done = await readApplied(client);
    return migrations.filter((migration) => !done.has(migration.number)).map((migration) => migration.name);
  } finally {
    client.release();
  }
}

/** Why this program must leave the database alone, as one sentence; null when it may serve or upgrade it. Changes nothing. */
export async function problemOfHistory(
  database: Database,
  migrations: Migration[] = readMigrations(),
): Promise<string | null> {
  const client = await database.pool.connect();
  try {
    await freshOf(client, migrations);
    return null;
  } catch (error) {
    if (error instanceof MigrationRefused) return error.message;
    throw error;
  } finally {
    client.release();
  }
}

/** Applies what is new in the caller's transaction; for restoring, which is all or nothing. */
export async function migrateWithin(client: pg.ClientBase, migrations: Migration[]): Promise<void> {
  await client.query(HISTORY);
  for (const migration of await freshOf(client, migrations)) await apply(client, migration);
  await installJobQueue(client);
  await installTrigrams(client);
}

const HISTORY = `
  create table if not exists migration (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`;

async function freshOf(client: pg.ClientBase, migrations: Migration[]): Promise<Migration[]> {
  const done = await readApplied(client);
  refuseWhatDiffers(done, migrations);
  const fresh = migrations.filter((migration) => !done.has(migration.number));
  refuseLatecomers(done, fresh);
  return fresh;
}

async function inTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function apply(client: pg.ClientBase, { number, name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`Cannot apply db/migrations/${name}: ${placeOf(error, sql)}`, { cause: error });
  }
  await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256]);
}

function placeOf(error: unknown, sql: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const position = Number((error as { position?: string }).position);
  return position > 0 ? `line ${sql.slice(0, position).split('\n').length}: ${message}` : message;
}

function refuseWhatDiffers(done: Map<number, { name: string; sha256: string }>, migrations: Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const [number, { name, sha256 }] of done) {
    const file = known.get(number);
    if (!file)
      throw new MigrationRefused(`The database has had ${name}, which this program does not know: use a newer program`);
    if (file.sha256 !== sha256) {
      throw new MigrationRefused(
        `The database was made with another edition of db/migrations/${file.name}. ` +
          'In development: "npm run db:reset". Otherwise: use the program that this database belongs to',
      );
    }
  }
}

/** A number filled in behind others would be applied in one order here, and in another where the database is new. */
function refuseLatecomers(done: ReadonlyMap<number, unknown>, fresh: readonly Migration[]): void {
  const newest = Math.max(0, ...done.keys());
  const late = fresh.find((migration) => migration.number < newest);
  if (late)
    throw new MigrationRefused(`db/migrations/${late.name} comes after number ${newest}: give it the next free number`);
}

/** What the database has had, by number. */
export async function readApplied(client: pg.ClientBase): Promise<Map<number, { name: string; sha256: string }>> {
  const { rows: found } = await client.query(`select to_regclass('migration') is not null as there`);
  if (!found[0]?.there) return new Map();
  const { rows } = await client.query('select number, name, sha256 from migration order by number');
  return new Map(rows.map((row) => [row.number, row]));
}
