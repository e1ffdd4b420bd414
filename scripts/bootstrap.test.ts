import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const scratch = await mkdtemp(join(tmpdir(), 'gb-'));
after(() => rm(scratch, { recursive: true, force: true }));

/** A project of one package that lies in a folder beside it, so that installing needs no network. */
async function newProject(name: string): Promise<string> {
  const root = join(scratch, name);
  await mkdir(join(root, 'scripts'), { recursive: true });
  await mkdir(join(root, 'seed'));
  await cp(join(import.meta.dirname, 'bootstrap.mjs'), join(root, 'scripts/bootstrap.mjs'));
  await writeFile(join(root, 'scripts/hook.mjs'), '');
  await writeFile(join(root, 'scripts/say.mjs'), SAY);
  await writeJson(join(root, 'seed/package.json'), { name: 'seed', version: '1.0.0', type: 'module', main: 'seed.js' });
  await writeFile(join(root, 'seed/seed.js'), `export const seed = 'sprouts';`);
  await writeLock(root, '1.0.0');
  return root;
}

const SAY = `
import { seed } from 'seed';
const [code] = process.argv.slice(2);
process.on('SIGTERM', () => process.exit(5));
console.log(seed);
if (code === 'wait') setInterval(() => {}, 1000);
else process.exit(Number(code));
`;

async function writeLock(root: string, version: string): Promise<void> {
  const own = { name: 'garden', version, type: 'module', dependencies: { seed: 'file:seed' } };
  await writeJson(join(root, 'package.json'), own);
  const packages = { '': own, 'node_modules/seed': { resolved: 'seed', link: true }, seed: { version } };
  await writeJson(join(root, 'package-lock.json'), { name: 'garden', version, lockfileVersion: 3, packages });
}

function writeJson(path: string, value: unknown): Promise<void> {
  return writeFile(path, JSON.stringify(value));
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(root: string, args: readonly string[], heard?: (out: string, pid: number) => void): Promise<Ended> {
  // As a person starts it in a terminal: npm is found in the path, not in the environment of another npm.
  const { npm_execpath: _, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...args], { env, cwd: tmpdir() });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    heard?.(out, child.pid ?? 0);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

test('missing packages are installed once, outdated ones again, and stdout belongs to the program', async () => {
  const root = await newProject('én have æøå');
  const say = join(root, 'scripts/say.mjs');
  const first = await run(root, [say, '0']);
  assert.deepEqual([first.code, first.out], [0, 'sprouts\n'], first.err);
  assert.match(first.err, /Installing Grobund's packages/);
  const second = await run(root, [say, '7']);
  assert.deepEqual([second.code, second.out, second.err], [7, 'sprouts\n', '']);

  await writeJson(join(root, 'seed/package.json'), { name: 'seed', version: '2.0.0', type: 'module', main: 'seed.js' });
  await writeLock(root, '2.0.0');
  const third = await run(root, [say, '0']);
  assert.match(third.err, /they have changed/);
  const installed = JSON.parse(await readFile(join(root, 'node_modules/.package-lock.json'), 'utf8'));
  assert.equal(installed.packages.seed.version, '2.0.0');
});

test('of two processes that find nothing installed, one installs and the other waits', async () => {
  const root = await newProject('to på én gang');
  const both = await Promise.all([1, 2].map(() => run(root, [join(root, 'scripts/say.mjs'), '0'])));
  assert.deepEqual(
    both.map(({ code, out }) => [code, out]),
    [
      [0, 'sprouts\n'],
      [0, 'sprouts\n'],
    ],
  );
  const said = both.map(({ err }) => err).join('');
  assert.equal(said.match(/Installing/g)?.length, 1, said);
});

test('a signal reaches the program, and its exit code comes back', async () => {
  const root = await newProject('signal');
  const ended = await run(root, [join(root, 'scripts/say.mjs'), 'wait'], (out, pid) => {
    if (out === 'sprouts\n') process.kill(pid, 'SIGTERM');
  });
  assert.equal(ended.code, 5, ended.err);
});
