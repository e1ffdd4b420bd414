import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What the process that holds a data folder tells others who come for it. */
interface Holder {
  readonly pid: number;
  /** Where it answers in a browser; null until it listens, and for commands that never do. */
  readonly address: string | null;
  readonly stopping: boolean;
}

/** The exclusive right to a data folder. The kernel takes it back when the process ends, however it ends. */
export interface FolderLock {
  /** Tells those who come later where this Grobund answers. */
  announce(address: string): void;
  /** Tells those who come now that it is worth waiting. */
  leaving(): void;
  release(): Promise<void>;
}

/** Another Grobund holds the data folder. The message is one line, fit to show. */
export class FolderTaken extends Error {
  readonly address: string | null;

  constructor(dataDir: string, holder: Holder | null) {
    const who = holder?.address ? `at ${holder.address}` : `as process ${holder?.pid ?? 'unknown'}`;
    super(
      `Grobund already runs ${who} with the data folder ${dataDir}: stop it first, or set GROBUND_DATA to another folder.`,
    );
    this.address = holder?.address ?? null;
  }
}

const PATIENCE_MS = 20_000;

/**
 * Takes the folder, or throws `FolderTaken`. Waits when the holder says that it is on its way out.
 *
 * The lock is a listening abstract Unix socket named after the folder's inode: binding is atomic, nothing is left behind
 * by `kill -9`, and there is no file to be stale. It holds on one machine (one network namespace), like PostgreSQL's own.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const name = await lockName(dataDir);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const lock = await tryLock(name);
    if (lock) return lock;
    const holder = await askHolder(name);
    if ((holder && !holder.stopping) || Date.now() > deadline) throw new FolderTaken(dataDir, holder);
    await wait(50);
  }
}

async function lockName(dataDir: string): Promise<string> {
  const { dev, ino } = await stat(dataDir);
  return `\0grobund-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`;
}

async function tryLock(name: string): Promise<FolderLock | null> {
  const holder = { pid: process.pid, address: null as string | null, stopping: false };
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(JSON.stringify(holder));
  });
  if (!(await listens(server, name))) return null;
  server.unref();
  return {
    announce: (address) => {
      holder.address = address;
    },
    leaving: () => {
      holder.stopping = true;
    },
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listens(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(name, () => resolve(true));
  });
}

/** Null when the holder went away while we asked, or does not answer. */
function askHolder(name: string): Promise<Holder | null> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(name);
    socket.setTimeout(1000, () => socket.destroy());
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(readHolder(text)));
  });
}

function readHolder(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}
