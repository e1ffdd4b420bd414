import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type pg from 'pg';

const ROOT = resolve(import.meta.dirname, '..');
/** A hang, and no busy machine: with forty waiting for two cores, an old house took more than two minutes. */
const START_MS = 300_000;

/** Grobund in a process of its own. */
export interface Process {
  readonly address: string;
  fetch(request: Request): Promise<Response>;
  stop(): Promise<number | null>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

/**
 * As an operator starts it, on a port that the machine chooses; several on one database share `folder`. `mutant` is a
 * module that changes the sources as they are read: then it is started from them, as a developer does.
 */
export async function startProcess(place: {
  readonly connection: pg.ClientConfig;
  readonly folder: string;
  readonly mutant?: string;
  /** More settings, as the environment has them. */
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<Process> {
  const { host, port, user, database } = place.connection;
  const url = `postgresql://${user}@localhost/${database}?${new URLSearchParams({ host: String(host), port: String(port) })}`;
  const env = {
    ...process.env,
    NODE_ENV: undefined,
    NODE_OPTIONS: undefined,
    NODE_TEST_CONTEXT: undefined,
    DATABASE_URL: url,
    GROBUND_DATA: place.folder,
    GROBUND_SECRET: 'a secret that the processes share, long enough',
    GROBUND_URL: undefined,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'error',
    ...place.settings,
  };
  const started = place.mutant
    ? ['--import', join(ROOT, 'scripts/hook.mjs'), '--import', place.mutant, join(ROOT, 'scripts/dev.ts')]
    : [join(ROOT, 'bin/grobund.mjs'), 'start'];
  const child = spawn(process.execPath, started, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const address = await addressOf(child);
  return {
    address,
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      const { method, headers } = request;
      const body = method === 'GET' ? null : await request.arrayBuffer();
      return fetch(address + pathname + search, { method, headers, body, redirect: 'manual' });
    },
    stop: () => ended(child),
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const tooLong = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`It did not answer in ${START_MS} ms: ${said}`));
    }, START_MS);
    const read = (piece: Buffer) => {
      said += piece.toString();
      const found = /answers at (http:\S+)/.exec(said);
      if (!found) return;
      clearTimeout(tooLong);
      resolve(found[1] ?? '');
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)));
  });
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const code = await gone;
  clearTimeout(impatience);
  return code;
}
