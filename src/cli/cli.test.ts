import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startEmbedded } from '../platform/embedded/embedded.ts';
import { type Command, WrongUse } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, overview } from './help.ts';
import { fileOf, findCommand, readArguments } from './read.ts';

const scratch = await mkdtemp(join(tmpdir(), 'gc-'));
after(() => rm(scratch, { recursive: true, force: true }));

const HOOK = pathToFileURL(join(import.meta.dirname, '../../scripts/hook.mjs')).href;
const MAIN = pathToFileURL(join(import.meta.dirname, 'main.ts')).href;
const PROGRAM = `import { runCommandLine } from '${MAIN}';
process.exitCode = await runCommandLine(process.argv.slice(1), process.env);`;

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `grobund …` in a process of its own, with only these settings. */
function grobund(args: readonly string[], env: Record<string, string> = {}): Promise<Said> {
  const words = ['--import', HOOK, '--input-type=module', '--eval', PROGRAM, '--', ...args];
  const settings = { PATH: process.env.PATH ?? '', GROBUND_DATA: join(scratch, 'data'), ...env };
  return new Promise((resolve) => {
    execFile(process.execPath, words, { env: settings }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const RESTORE: Command = {
  name: 'restore',
  summary: 'Put a backup back',
  arguments: [{ name: 'file', help: 'the backup' }],
  options: { into: { value: 'database', help: 'Where to' }, force: { help: 'Also over what is there' } },
  json: true,
  run: async () => undefined,
};

test('a command of two words is found before one of the first word alone', () => {
  const names = ['journal', 'journal verify', 'help'];
  assert.deepEqual(findCommand(['journal', 'verify', '--json'], names), { name: 'journal verify', rest: ['--json'] });
  assert.deepEqual(findCommand(['journal', 'x'], names), { name: 'journal', rest: ['x'] });
  assert.equal(findCommand(['verify'], names), null);
});

test('options, switches and files are read, in any order', () => {
  const read = readArguments(RESTORE, ['--force', 'sikkerhedskopi æøå.tar', '--into', 'new', '--json']);
  assert.deepEqual([read.args, read.values, read.json], [['sikkerhedskopi æøå.tar'], { into: 'new' }, true]);
  assert.ok(read.switches.has('force'));
});

test('what a command does not understand is said in one line, never guessed', () => {
  for (const typed of [[], ['a', 'b'], ['a', '--sideways'], ['a', '--into'], ['a', '--force=yes']]) {
    assert.throws(
      () => readArguments(RESTORE, typed),
      (error) => error instanceof WrongUse && !error.message.includes('\n'),
      typed.join(' '),
    );
  }
});

test('asking for help needs no arguments', () => {
  assert.equal(readArguments(RESTORE, ['--help']).help, true);
  const help = commandHelp(RESTORE);
  for (const word of ['grobund restore <file>', '--into <database>', '--force', '--json', '--help']) {
    assert.ok(help.includes(word), word);
  }
});

test('a file is seen from the folder the person stands in', () => {
  assert.equal(
    fileOf('lejemål æøå.csv', { INIT_CWD: '/home/karen/Mine filer' }),
    '/home/karen/Mine filer/lejemål æøå.csv',
  );
  assert.equal(fileOf('/tmp/x.csv', { INIT_CWD: '/home/karen' }), '/tmp/x.csv');
  assert.equal(fileOf('x.csv', {}), join(process.cwd(), 'x.csv'));
});

test('every command is listed under the name it answers to, and explains itself in one line', async () => {
  const list = await overview();
  for (const [name, load] of Object.entries(COMMANDS)) {
    const command = await load();
    assert.equal(command.name, name);
    assert.ok(list.includes(`  ${name} `) && list.includes(command.summary));
    assert.ok(!command.summary.includes('\n') && command.summary.length <= 90, command.summary);
  }
});

test('exit codes: 0 done, 1 refused, 2 wrong use; errors stand alone on stderr in one line', async () => {
  const [nothing, unknown, wrong, refused] = await Promise.all([
    grobund([]),
    grobund(['plant']),
    grobund(['migrate', '--sideways']),
    grobund(['migrate'], { PORT: 'three' }),
  ]);
  assert.deepEqual([nothing.code, nothing.err], [0, '']);
  assert.match(nothing.out, /Usage: grobund <command>/);
  assert.deepEqual([unknown.code, unknown.out], [2, '']);
  assert.match(unknown.err, /^There is no command "plant"\. See: grobund help\n$/);
  assert.deepEqual([wrong.code, wrong.out], [2, '']);
  assert.deepEqual([refused.code, refused.out], [1, '']);
  assert.match(refused.err, /^PORT must be a whole number[^\n]*\n$/);
});

test('migrate makes the database, says JSON and nothing else, and has nothing to do the second time', async () => {
  const first = await grobund(['migrate', '--json']);
  assert.equal(first.err, '');
  assert.ok((JSON.parse(first.out) as { applied: string[] }).applied.includes('0001_platform.sql'));
  const second = await grobund(['migrate', '--json']);
  assert.deepEqual([JSON.parse(second.out), second.code], [{ applied: [] }, 0]);
});

test('a command uses the database of the Grobund that runs on the folder', async () => {
  const dataDir = join(scratch, 'running');
  const running = await startEmbedded({ dataDir, fast: true });
  const both = await Promise.all([1, 2].map(() => grobund(['migrate', '--json'], { GROBUND_DATA: dataDir })));
  assert.deepEqual(
    both.map(({ code }) => code),
    [0, 0],
  );
  const checked = await grobund(['migrate', '--check'], { GROBUND_DATA: dataDir });
  assert.deepEqual([checked.code, checked.out], [0, 'The database is up to date.\n']);
  await running.stop();
});

test('the doctor names a wrong setting, an unreachable database and a deaf mail server, and ends with 1', async () => {
  const [settings, deaf] = await Promise.all([
    grobund(['doctor', '--json'], { GROBUND_URL: 'http://grobund.example.dk' }),
    grobund(['doctor'], {
      DATABASE_URL: 'postgres://grobund@127.0.0.1:1/grobund',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'grobund@lyngbakken.test',
    }),
  ]);
  const { findings } = JSON.parse(settings.out) as { findings: { about: string; state: string }[] };
  assert.ok(findings.some(({ about, state }) => about === 'settings' && state === 'problem'));
  assert.deepEqual([settings.code, deaf.code], [1, 1]);
  assert.match(deaf.out, /✖ database +cannot be reached/);
  assert.match(deaf.out, /✖ mail +127\.0\.0\.1:1 does not take our mail/);
});
