import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { endWithUs } from '../children.ts';

const ROOT = join(import.meta.dirname, '../..');
const PATIENCE_MS = 120_000;

/** A server in a process of its own. */
export interface Running {
  /** `http://127.0.0.1:40123` */
  readonly address: string;
  /** From the start of the process until it said where it answers. */
  readonly startMs: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** `npm start` on a data folder, silent, at a free port. */
export function startGrobund(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<Running> {
  return run([join(ROOT, 'bin/grobund.mjs'), 'start'], {
    GROBUND_DATA: dataDir,
    DATABASE_URL: '',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...env,
  });
}

/** The bare `node:http` server that sends what is in a file. */
export function startRaw(answersFile: string): Promise<Running> {
  return run([join(import.meta.dirname, 'raw-server.ts'), answersFile], {});
}

async function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Running> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const kill = endWithUs(child);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await addressSaid(child).catch((error: unknown) => {
    kill();
    throw error;
  });
  return {
    address,
    startMs: performance.now() - begun,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await gone;
      kill();
    },
  };
}

function addressSaid(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const failed = (why: string) => reject(new Error(`Cannot measure: the server ${why}`));
    const timer = setTimeout(() => failed('does not say where it answers'), PATIENCE_MS);
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, port] = /http:\/\/(?:127\.0\.0\.1|localhost):(\d+)(?=\D)/.exec(said) ?? [];
      if (!port) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${port}`);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      failed(`ended with ${code}`);
    });
  });
}
