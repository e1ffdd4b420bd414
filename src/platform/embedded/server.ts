import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Account, giveTo } from './account.ts';
import type { Binaries } from './binaries.ts';
import { readPostmaster, removeTemporary, SOCKET_NAME, SOCKET_PORT, TEMPORARY_PREFIX } from './remains.ts';

const run = promisify(execFile);

export const OWNER = 'grobund';

const ENVIRONMENT = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
const MAX_SOCKET_PATH_BYTES = 107;
const MAX_LOG_BYTES = 5_000_000;
const START_MS = 300_000;
const FAST_STOP_MS = 20_000;
const PATIENT_STOP_MS = 60_000;

/** One PostgreSQL cluster on disk, and how to run it here. */
export interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly socketFolder: string;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly fast: boolean;
}

/** Makes the cluster when there is none. It appears whole or not at all, so that a kill in the middle leaves nothing behind. */
export async function makeCluster(cluster: Pick<Cluster, 'folder' | 'binaries' | 'account' | 'fast'>): Promise<void> {
  const { folder, binaries, account, fast } = cluster;
  if (await stat(join(folder, 'PG_VERSION')).catch(() => null)) return giveTo(account, folder);
  const half = `${folder}.part`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  await giveTo(account, half);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const [command, ...args] = [
    ...account.prefix,
    binaries.initdb,
    `--pgdata=${half}`,
    `--username=${OWNER}`,
    '--auth=trust',
    ...locale,
    ...(fast ? ['--no-sync'] : []),
  ];
  await run(command as string, args, { env: ENVIRONMENT, cwd: '/', ...account.spawn }).catch((error) => {
    throw new Error(`PostgreSQL could not make its folder ${folder}: ${lastLine(error.stderr ?? String(error))}`);
  });
  await rename(half, folder);
}

/** Where the socket lies: beside the cluster, or in a private temporary folder when that path is too long for a socket. */
export async function makeSocketFolder(dataDir: string, account: Account): Promise<string> {
  const beside = join(dataDir, 'socket');
  if (fits(beside)) {
    await mkdir(beside, { recursive: true, mode: 0o700 });
    await giveTo(account, beside);
    return beside;
  }
  const short = fits(join(tmpdir(), `${TEMPORARY_PREFIX}123456`)) ? tmpdir() : '/tmp';
  const apart = await mkdtemp(join(short, TEMPORARY_PREFIX));
  await chmod(apart, 0o700);
  await giveTo(account, apart);
  return apart;
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, SOCKET_NAME)) <= MAX_SOCKET_PATH_BYTES;
}

/** Starts PostgreSQL and resolves when it takes connections. The cluster's remains must have been cleared. */
export async function launch(cluster: Cluster): Promise<ChildProcess> {
  const { account, binaries, folder } = cluster;
  const log = await openLog(cluster.logFile);
  const [command, ...args] = [...account.prefix, binaries.postgres, '-D', folder, ...settings(cluster)];
  // Detached: Ctrl-C in the terminal is for Grobund, which lets open requests finish before it stops the database.
  const child = spawn(command as string, args, {
    env: ENVIRONMENT,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...account.spawn,
  });
  child.on('error', () => {});
  await log.close();
  await untilReady(cluster, child);
  child.unref();
  return child;
}

function settings(cluster: Cluster): string[] {
  const wanted: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: cluster.socketFolder,
    unix_socket_permissions: '0700',
    port: String(SOCKET_PORT),
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...(cluster.fast ? FAST : {}),
  };
  return Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** For tests: nothing is flushed to disk. */
const FAST = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  // A hundred databases on one server: with the usual minute a worker would come by every half second.
  autovacuum_naptime: '600',
};

async function openLog(path: string) {
  const size = await stat(path).then(
    (file) => file.size,
    () => 0,
  );
  return open(path, size > MAX_LOG_BYTES ? 'w' : 'a', 0o600);
}

async function untilReady(cluster: Cluster, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const postmaster = await readPostmaster(cluster.folder);
    if (postmaster?.pid === child.pid && postmaster.ready) return;
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw new Error(`PostgreSQL was not ready within ${START_MS / 1000} s: see ${cluster.logFile}.`);
    }
    await wait(15);
  }
  throw new Error(
    `PostgreSQL did not start: ${lastLine(await readFile(cluster.logFile, 'utf8'))} (more in ${cluster.logFile})`,
  );
}

function lastLine(log: string): string {
  const lines = log.trim().split('\n');
  return (lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? '').trim();
}

/**
 * Stops PostgreSQL. `fast` ends the connections that are open; `patient` waits a minute for them first, for a command
 * that others may have joined. Never leaves it running: 20 s after being asked it is ended without ceremony, and recovers
 * at the next start.
 */
export async function halt(cluster: Cluster, child: ChildProcess, how: 'fast' | 'patient'): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.ref();
    const gone = once(child, 'exit');
    if (how === 'patient') child.kill('SIGTERM');
    const impatience = [
      setTimeout(() => child.kill('SIGINT'), how === 'fast' ? 0 : PATIENT_STOP_MS),
      setTimeout(() => child.kill('SIGQUIT'), (how === 'fast' ? 0 : PATIENT_STOP_MS) + FAST_STOP_MS),
    ];
    await gone;
    for (const timer of impatience) clearTimeout(timer);
  }
  await removeTemporary(cluster.socketFolder);
}
