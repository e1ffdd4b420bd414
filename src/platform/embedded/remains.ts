import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The port is only part of the socket's name: nothing listens on the network. */
export const SOCKET_PORT = 5432;
export const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`;
export const TEMPORARY_PREFIX = 'grobund-';

const PATIENCE_MS = 120_000;
const ASK_AGAIN_MS = 5_000;

/** What `postmaster.pid` says. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

/** Reads the cluster's `postmaster.pid` (PostgreSQL: miscadmin.h, LOCK_FILE_LINE_*). Null when there is none, or only half of it. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/**
 * Clears away what an earlier PostgreSQL on this cluster left: ends its processes gently, waits for them, then removes
 * its lock files, and its temporary socket folder unless that is the one in use. For the holder of the folder lock only.
 *
 * Processes are known by their working folder, which PostgreSQL keeps at the cluster: pids in a lock file may belong to
 * somebody else by now, or to a zombie that nobody reaps, and PostgreSQL would refuse to start for both. Removing the
 * lock file is safe only because no process stands in the cluster any more.
 */
export async function clearRemains(cluster: string, socketFolder?: string): Promise<void> {
  const left = await readPostmaster(cluster);
  if (!left) return;
  await endProcesses(cluster, left.pid);
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  for (const name of [SOCKET_NAME, `${SOCKET_NAME}.lock`]) await rm(join(left.socketFolder, name), { force: true });
  if (left.socketFolder !== socketFolder) await removeTemporary(left.socketFolder);
}

/** Removes a socket folder that was made in the temporary folder; one beside the cluster stays. */
export async function removeTemporary(socketFolder: string): Promise<void> {
  if (!basename(socketFolder).startsWith(TEMPORARY_PREFIX)) return;
  await rm(socketFolder, { recursive: true, force: true });
}

async function endProcesses(cluster: string, postmaster: number): Promise<void> {
  const started = Date.now();
  let asked = 0;
  for (;;) {
    const living = await processesIn(cluster);
    if (living.length === 0) return;
    const waited = Date.now() - started;
    if (waited > PATIENCE_MS) {
      throw new Error(
        `An earlier PostgreSQL (process ${living.join(', ')}) still uses ${dirname(cluster)} and does not end: end it, then start Grobund again.`,
      );
    }
    if (waited >= asked * ASK_AGAIN_MS) {
      // Without a postmaster its helpers end by themselves; after a while they are told to.
      if (living.includes(postmaster)) tell(postmaster, 'SIGINT');
      else if (asked > 0) for (const pid of living) tell(pid, 'SIGQUIT');
      asked += 1;
    }
    await wait(20);
  }
}

async function processesIn(cluster: string): Promise<number[]> {
  const home = await realpath(cluster);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const standing = await Promise.all(
    // A process that has ended, a zombie, and a stranger's process give no answer, and none of them is our PostgreSQL.
    pids.map((pid) =>
      readlink(`/proc/${pid}/cwd`).then(
        (folder) => folder === home,
        () => false,
      ),
    ),
  );
  return pids.filter((_, index) => standing[index]).map(Number);
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
