import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One frozen file of `db/migrations`. */
export interface Migration {
  /** First part of the file's name: 2 of `0002_housing.sql`. */
  readonly number: number;
  /** The file's name. */
  readonly name: string;
  readonly sql: string;
  /** Lower-case hex, of the file's bytes. */
  readonly sha256: string;
}

/** The migrations cannot be trusted as they lie there; the message says what to do. */
export class MigrationRefused extends Error {}

/** The folder `db` of this program, found upwards from this file, also when it runs as one bundle in `dist`. */
export function databaseFolder(from: string = import.meta.dirname): string {
  const folder = join(from, 'db');
  if (existsSync(join(folder, 'migrations'))) return folder;
  const above = dirname(from);
  if (above === from)
    throw new MigrationRefused('Cannot find db/migrations above the program: the installation is not whole');
  return databaseFolder(above);
}

/** All migrations in order, each checked against `migrations.lock`. Throws `MigrationRefused`. */
export function readMigrations(folder: string = databaseFolder()): Migration[] {
  const migrations = readFiles(folder);
  const locked = readLock(folder);
  for (const { name, sha256 } of migrations) {
    const expected = locked.get(name);
    if (!expected)
      throw new MigrationRefused(`db/migrations/${name} is not in db/migrations.lock: run "npm run db:lock"`);
    if (expected !== sha256) {
      throw new MigrationRefused(
        `db/migrations/${name} was changed after it was locked. A released migration is never edited: ` +
          'put the change in a new file. Before its first release: "npm run db:lock" and "npm run db:reset"',
      );
    }
    locked.delete(name);
  }
  const [gone] = locked.keys();
  if (gone) throw new MigrationRefused(`db/migrations/${gone} is in db/migrations.lock, but the file is gone`);
  return migrations;
}

/** Writes `migrations.lock` anew from the files. */
export function lockMigrations(folder: string = databaseFolder()): Migration[] {
  const migrations = readFiles(folder);
  writeFileSync(join(folder, 'migrations.lock'), migrations.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  return migrations;
}

function readFiles(folder: string): Migration[] {
  const names = readdirSync(join(folder, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const migrations = names.map((name) => {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (!number) throw new MigrationRefused(`db/migrations/${name} must be named like 0002_housing.sql`);
    const bytes = readFileSync(join(folder, 'migrations', name));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { number: Number(number), name, sql: bytes.toString('utf8'), sha256 };
  });
  const twice = migrations.find((migration, at) => migrations[at - 1]?.number === migration.number);
  if (twice)
    throw new MigrationRefused(`Two migrations have number ${twice.number}: give ${twice.name} the next free one`);
  return migrations;
}

function readLock(folder: string): Map<string, string> {
  const path = join(folder, 'migrations.lock');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split(/\r?\n/).filter(Boolean) : [];
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
