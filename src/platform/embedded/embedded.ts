import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { FolderTaken, lockFolder } from './lock.ts';
import { clearRemains, readPostmaster, SOCKET_PORT } from './remains.ts';
import { type Cluster, halt, launch, makeCluster, makeSocketFolder, OWNER } from './server.ts';

export { FolderTaken };

export interface EmbeddedOptions {
  /** Grobund's data folder, made when missing; the cluster lies in `postgres/` below it. */
  readonly dataDir: string;
  /** The database to have, made when missing. Letters, digits and underscores. */
  readonly database?: string;
  /** For tests only: no flush to disk. Clone databases with `create database … template … strategy file_copy`. */
  readonly fast?: boolean;
  /** PostgreSQL went away and could not be brought back. The default is to end the process with the reason. */
  readonly onLost?: (reason: Error) => void;
}

/** A running embedded PostgreSQL. */
export interface Embedded {
  /** As `pg` wants it; `host` is the folder of a Unix socket that only this user can reach. The user is superuser. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  /** The same as a connection string. */
  readonly url: string;
  /** Tells a second Grobund on this folder where the first answers. */
  announce(address: string): void;
  /** Tells a second Grobund that this one is on its way out and worth waiting for. */
  leaving(): void;
  /** Stops PostgreSQL and frees the folder. `patient` waits until others who joined have gone. Twice is once. */
  stop(how?: 'fast' | 'patient'): Promise<void>;
}

const DATABASE = 'grobund';
const MAX_RESTARTS_A_MINUTE = 5;

/**
 * Starts the embedded PostgreSQL on a data folder: makes it at the first start, recovers after a kill, brings it back
 * when it dies under us, and ends with us. Throws `FolderTaken` when another Grobund has the folder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  const database = readName(options.database ?? DATABASE);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(dataDir);
  try {
    const cluster = await prepare(dataDir, options.fast ?? false);
    const server = keepRunning(cluster, await launch(cluster), options.onLost ?? endProcess);
    const connection = { host: cluster.socketFolder, port: SOCKET_PORT, user: OWNER, database };
    await ensureDatabase(connection).catch(async (error) => {
      await server.stop('fast');
      throw error;
    });
    let stopped: Promise<void> | undefined;
    return {
      connection,
      url: urlOf(connection),
      announce: lock.announce,
      leaving: lock.leaving,
      stop: (how = 'fast') => {
        lock.leaving();
        stopped ??= putAway(server.stop(how), lock.release);
        return stopped;
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Where the PostgreSQL that another Grobund runs on this folder answers. Null when none is ready. `stop` leaves it alone. */
export async function joinEmbedded(options: Pick<EmbeddedOptions, 'dataDir' | 'database'>): Promise<Embedded | null> {
  const postmaster = await readPostmaster(join(resolve(options.dataDir), 'postgres'));
  if (!postmaster?.ready) return null;
  const database = readName(options.database ?? DATABASE);
  const connection = { host: postmaster.socketFolder, port: SOCKET_PORT, user: OWNER, database };
  return { connection, url: urlOf(connection), announce: () => {}, leaving: () => {}, stop: async () => {} };
}

async function putAway(stopping: Promise<void>, release: () => Promise<void>): Promise<void> {
  try {
    await stopping;
  } finally {
    await release();
  }
}

async function prepare(dataDir: string, fast: boolean): Promise<Cluster> {
  const [binaries, account] = await Promise.all([findBinaries(), chooseAccount()]);
  const folder = join(dataDir, 'postgres');
  await clearRemains(folder);
  await makeCluster({ folder, binaries, account, fast });
  const socketFolder = await makeSocketFolder(dataDir, account);
  return { folder, logFile: join(dataDir, 'postgres.log'), socketFolder, binaries, account, fast };
}

function keepRunning(cluster: Cluster, first: ChildProcess, onLost: (reason: Error) => void) {
  let stopping = false;
  let latest = first;
  let current = Promise.resolve(first);
  let restarts: number[] = [];
  // For machines without setpriv, when the process ends without stopping us.
  const atExit = () => void latest.kill('SIGINT');
  const watch = (child: ChildProcess) => {
    latest = child;
    child.once('exit', () => {
      if (stopping) return;
      restarts = [...restarts.filter((at) => at > Date.now() - 60_000), Date.now()];
      current = restart();
      current.then(watch, onLost);
    });
  };
  async function restart(): Promise<ChildProcess> {
    if (restarts.length > MAX_RESTARTS_A_MINUTE) throw new Error(`PostgreSQL keeps ending: see ${cluster.logFile}.`);
    await clearRemains(cluster.folder, cluster.socketFolder);
    return launch(cluster);
  }
  process.once('exit', atExit);
  watch(first);
  return {
    stop: async (how: 'fast' | 'patient') => {
      stopping = true;
      const child = await current.catch(() => null);
      if (child) await halt(cluster, child, how);
      process.off('exit', atExit);
    },
  };
}

function endProcess(reason: Error): void {
  process.stderr.write(`${reason.message}\n`);
  process.exit(1);
}

async function ensureDatabase(connection: Embedded['connection']): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [connection.database]);
    if (found.rowCount === 0) await client.query(`create database ${connection.database}`);
  } finally {
    await client.end();
  }
}

function readName(database: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(database)) {
    throw new Error(`Cannot name a database "${database}": use lower-case letters, digits and underscores`);
  }
  return database;
}

function urlOf({ host, port, user, database }: Embedded['connection']): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}
