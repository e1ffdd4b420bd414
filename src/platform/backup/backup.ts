import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../db/database.ts';
import { readApplied } from '../db/migrate.ts';
import { WAITING_JOBS } from '../jobs/install.ts';
import { type BackupFile, frame, magic } from './frames.ts';
import { type BackupEnd, type BackupTable, type Manifest, quoted, tablesToKeep } from './manifest.ts';
import { sealed } from './seal.ts';

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
  /** Of the file, in bytes. */
  readonly size: number;
}

/** Rows go into frames of about this size. */
const FRAME = 256 * 1024;

/**
 * Writes the whole database to one file, as it was at one instant, while the app runs on. The file appears under its
 * name when it is whole and on disk, and not before; only its owner may read it. With a key it is sealed (`seal.ts`).
 * `tell` hears of each table done.
 */
export async function backup(
  database: Database,
  { path, key }: BackupFile,
  now: Date,
  tell: (table: string, rows: number) => void = () => undefined,
): Promise<BackupSummary> {
  // A name of its own, and never a file that lay there: somebody could have laid out one that others may read.
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.unfinished`;
  try {
    const end = await database.asOwner(async (_, client) => {
      await client.query('set transaction isolation level repeatable read, read only');
      const whole: { end?: BackupEnd } = {};
      const content = Readable.from(contentOf(client, now, tell, whole));
      const packed = createGzip({ level: 6 });
      const out = createWriteStream(unfinished, { mode: 0o600, flags: 'wx' });
      await (key
        ? pipeline(content, packed, (bytes: AsyncIterable<Buffer>) => sealed(bytes, key), out)
        : pipeline(content, packed, out));
      if (!whole.end) throw new Error('Cannot finish the backup: the database stopped answering');
      return whole.end;
    });
    const size = await toDisk(unfinished);
    await rename(unfinished, path);
    await toDisk(dirname(path));
    return { tables: end.tables, rows: end.rows, size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* contentOf(
  client: pg.ClientBase,
  now: Date,
  tell: (table: string, rows: number) => void,
  whole: { end?: BackupEnd },
): AsyncGenerator<Buffer> {
  yield magic();
  yield frame('M', await manifestOf(client, now));
  const tables = await tablesToKeep(client);
  let all = 0;
  for (const table of tables) {
    yield frame('T', table);
    const hash = createHash('sha256');
    const copy = client.query(copyTo(`copy (${rowsOf(table)}) to stdout`));
    for await (const bytes of inPieces(copy)) {
      hash.update(bytes);
      yield frame('D', bytes);
    }
    yield frame('E', { rows: copy.rowCount, sha256: hash.digest('hex') });
    all += copy.rowCount;
    tell(table.name, copy.rowCount);
  }
  whole.end = { tables: tables.length, rows: all, sequences: await sequencesOf(client) };
  yield frame('Z', whole.end);
}

function rowsOf({ schema, name, columns }: BackupTable): string {
  const condition = schema === 'pgboss' ? ` where ${WAITING_JOBS}` : '';
  return `select ${columns.map((column) => quoted(column)).join(', ')} from ${quoted(schema, name)}${condition}`;
}

/** One row comes at a time; a piece holds many. */
async function* inPieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    size += chunk.length;
    if (size < FRAME) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

async function manifestOf(client: pg.ClientBase, now: Date): Promise<Manifest> {
  const { rows } = await client.query('show server_version');
  const applied = [...(await readApplied(client))];
  return {
    madeAt: now.toISOString(),
    server: rows[0].server_version,
    migrations: applied.map(([number, { name, sha256 }]) => ({ number, name, sha256 })),
  };
}

async function sequencesOf(client: pg.ClientBase): Promise<BackupEnd['sequences']> {
  const { rows } = await client.query(
    `select sequencename as name, last_value as value from pg_sequences where schemaname = 'public' order by 1`,
  );
  return rows;
}

/** Waits until a file, or a folder's list of names, lies on the disk. Answers its size. */
async function toDisk(path: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}
