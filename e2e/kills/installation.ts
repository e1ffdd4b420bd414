import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPostmaster } from '../../src/platform/embedded/remains.ts';
import { freePort } from '../../src/testing/free-port.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const START_MS = 180_000;

/** A `grobund …` that was started. */
export interface Command {
  /** Its exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
  kill(): void;
}

/** The app as an operator starts it, with a PostgreSQL of its own that keeps every flush. */
export interface Installation {
  /** Starts the app, unless it runs. */
  start(): Promise<void>;
  /** `kill -9`. The app brings back a database that dies under it. */
  kill(who: 'the app' | 'the database' | 'both'): Promise<void>;
  /** Waits until the app can serve. */
  ready(): Promise<void>;
  /** `grobund …` beside the app. */
  command(...words: string[]): Command;
  /** Ends the app as an operator does. */
  stop(): Promise<number | null>;
  /** What the app answers to a request from this address. */
  answer(request: Request, from: string): Promise<Response>;
}

/** `env`: the settings; its GROBUND_DATA is `data`. */
export function install(data: string, env: Readonly<Record<string, string | undefined>>): Installation {
  let app: { readonly child: ChildProcess; readonly port: number } | null = null;
  /** The database that was killed last. */
  let killed = Number.NaN;
  return {
    async start() {
      if (app) return;
      const port = await freePort();
      const child = grobund(['start'], { ...env, PORT: String(port) });
      await answering(child);
      app = { child, port };
    },
    async kill(who) {
      if (who !== 'the app') {
        killed = (await readPostmaster(join(data, 'postgres')))?.pid ?? Number.NaN;
        process.kill(killed, 'SIGKILL');
      }
      if (who === 'the database' || !app) return;
      const { child } = app;
      app = null;
      await endedBy(child, 'SIGKILL');
    },
    async ready() {
      const deadline = Date.now() + START_MS;
      while (Date.now() < deadline && app && app.child.exitCode === null) {
        if (await canServe(data, app.port, killed)) return;
        await sleep(50);
      }
      throw new Error(`the app does not get its database back; it ended with ${app?.child.exitCode}`);
    },
    command(...words) {
      const child = grobund(words, env);
      child.stdout?.resume();
      child.stderr?.resume();
      const ended = once(child, 'exit').then(([code]) => code as number | null);
      return { ended, kill: () => void child.kill('SIGKILL') };
    },
    async stop() {
      if (!app) return 0;
      const { child } = app;
      app = null;
      return endedBy(child, 'SIGTERM');
    },
    async answer(request, from) {
      if (!app) throw new Error('nobody answers');
      return handedOn(request, app.port, from);
    },
  };
}

function grobund(words: readonly string[], env: Readonly<Record<string, string | undefined>>): ChildProcess {
  const program = [join(ROOT, 'bin/grobund.mjs'), ...words];
  return spawn(process.execPath, program, { cwd: ROOT, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function endedBy(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const gone = once(child, 'exit');
  child.kill(signal);
  return (await gone)[0] as number | null;
}

/** What the dead one's helpers still answer is no sign of a new one. */
async function canServe(data: string, port: number, killed: number): Promise<boolean> {
  const postmaster = await readPostmaster(join(data, 'postgres'));
  if (postmaster?.ready !== true || postmaster.pid === killed) return false;
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).catch(() => null);
  return answer?.status === 200;
}

async function handedOn(request: Request, port: number, from: string): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  headers.set('x-forwarded-for', from);
  const body = request.method === 'GET' ? null : await request.arrayBuffer();
  const signal = AbortSignal.timeout(60_000);
  const address = `http://127.0.0.1:${port}${pathname}${search}`;
  return fetch(address, { method: request.method, headers, body, redirect: 'manual', signal });
}

/** Resolves when it answers; with the public address set, it says that one and not its port. */
function answering(child: ChildProcess): Promise<void> {
  return new Promise((answers, ended) => {
    let said = '';
    const hear = (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('answers at')) answers();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => ended(new Error(`It ended with ${code}: ${said}`)));
    setTimeout(() => ended(new Error(`It did not answer in ${START_MS} ms: ${said}`)), START_MS).unref();
  });
}
