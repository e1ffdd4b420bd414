import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startEmbedded } from '../platform/embedded/embedded.ts';
import { grobund, grobundProcess } from '../testing/grobund.ts';
import { type Command, WrongUse } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, overview } from './help.ts';
import { fileOf, findCommand, readArguments } from './read.ts';

const scratch = await mkdtemp(join(tmpdir(), 'gc-'));
after(() => rm(scratch, { recursive: true, force: true }));

const SETTINGS = { GROBUND_DATA: join(scratch, 'data') };

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
  const [nothing, unknown, half, wrong, refused] = await Promise.all([
    grobundProcess([], SETTINGS),
    grobundProcess(['plant'], SETTINGS),
    grobund(['practice', '--help'], SETTINGS),
    grobund(['migrate', '--sideways'], SETTINGS),
    grobundProcess(['migrate'], { ...SETTINGS, PORT: 'three' }),
  ]);
  assert.deepEqual([nothing.code, nothing.err], [0, '']);
  assert.match(nothing.out, /Usage: grobund <command>/);
  assert.deepEqual([unknown.code, unknown.out], [2, '']);
  assert.match(unknown.err, /^There is no command "plant"\. See: grobund help\n$/);
  assert.equal(half.err, 'There is no command "practice". There is: practice open, practice anew. See: grobund help\n');
  assert.deepEqual([wrong.code, wrong.out], [2, '']);
  assert.deepEqual([refused.code, refused.out], [1, '']);
  assert.match(refused.err, /^PORT must be a whole number[^\n]*\n$/);
});

test('migrate makes the database, says JSON and nothing else, and has nothing to do the second time', async () => {
  const first = await grobundProcess(['migrate', '--json'], SETTINGS);
  assert.equal(first.err, '');
  assert.ok((JSON.parse(first.out) as { applied: string[] }).applied.includes('0001_platform.sql'));
  const second = await grobund(['migrate', '--json'], SETTINGS);
  assert.deepEqual([JSON.parse(second.out), second.code], [{ applied: [] }, 0]);
});

test('a command uses the database of the Grobund that runs on the folder', async () => {
  const running = await startEmbedded({ dataDir: SETTINGS.GROBUND_DATA, fast: true });
  // Each would wait in vain for a folder of its own.
  const [both, checked] = await Promise.all([
    Promise.all([1, 2].map(() => grobundProcess(['tenant', 'list', '--json'], SETTINGS))),
    grobund(['migrate', '--check'], SETTINGS),
  ]);
  await running.stop();
  for (const { code, out, err } of both) assert.deepEqual([code, JSON.parse(out)], [0, { tenants: [] }], err);
  assert.deepEqual([checked.code, checked.out], [0, 'The database is up to date.\n']);
});

test('the doctor names a wrong setting, an unreachable database and a deaf mail server, and ends with 1', async () => {
  const [settings, deaf] = await Promise.all([
    grobund(['doctor', '--json'], {
      ...SETTINGS,
      GROBUND_URL: 'http://grobund.example.dk',
    }),
    grobund(['doctor'], {
      ...SETTINGS,
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
