import { type ChildProcess, execFile, fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';

const HOOK = pathToFileURL(join(import.meta.dirname, '../../scripts/hook.mjs')).href;
const MAIN = pathToFileURL(join(import.meta.dirname, '../cli/main.ts')).href;
const PROGRAM = `import { runCommandLine } from '${MAIN}';
process.exitCode = await runCommandLine(process.argv.slice(1), process.env);`;

type Settings = Readonly<Record<string, string>>;

/** What a command said, and the exit code it ended with. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `grobund …` in a process of its own, with only these settings. Takes about a second: where the process is the promise. */
export function grobundProcess(args: readonly string[], settings: Settings): Promise<Said> {
  const words = ['--import', HOOK, '--input-type=module', '--eval', PROGRAM, '--', ...args];
  const env = { PATH: process.env.PATH ?? '', ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, words, { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

/**
 * `grobund …` with only these settings, in one process beside the tests where one command runs after another: it knows
 * nothing of the tests, and what it writes is the whole of its stdout and stderr.
 */
export function grobund(args: readonly string[], settings: Settings): Promise<Said> {
  const said = last.then(() => typed(args, settings));
  last = said.catch(() => undefined);
  return said;
}

/** A database as DATABASE_URL names it. */
export function urlOf({ host, port, user, password, database }: pg.ClientConfig): string {
  const word = password ? `:${encodeURIComponent(String(password))}` : '';
  return `postgresql://${user}${word}@localhost/${database}?host=${encodeURIComponent(host ?? '')}&port=${port ?? 5432}`;
}

let last: Promise<unknown> = Promise.resolve();
let beside: ChildProcess | undefined;

function typed(args: readonly string[], settings: Settings): Promise<Said> {
  const child = beside ?? start();
  child.ref();
  child.channel?.ref();
  return new Promise<Said>((resolve, reject) => {
    const gone = () => reject(new Error(`The process ended under "grobund ${args.join(' ')}"`));
    child.once('exit', gone);
    child.once('message', (said: Said) => {
      child.off('exit', gone);
      child.unref();
      child.channel?.unref();
      resolve(said);
    });
    child.send({ args, settings });
  });
}

/** Ends with us, since its channel does. */
function start(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'grobund-beside.ts'), {
    execArgv: ['--import', HOOK],
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.once('exit', () => {
    beside = undefined;
  });
  beside = child;
  return child;
}
