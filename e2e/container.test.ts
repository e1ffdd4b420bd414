import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { readConfig } from '../src/config.ts';
import { freePort } from '../src/testing/free-port.ts';
import { startTcpServer } from '../src/testing/tcp-server.ts';
import { filesIn, type Image, makeImage } from './container/image.ts';

const ROOT = resolve(import.meta.dirname, '..');
const into = mkdtempSync(join(tmpdir(), 'container-'));
after(() => rmSync(into, { recursive: true, force: true }));

/** In the long run the packages are installed as the Dockerfile says; else they are linked. */
const INSTALL = process.env.GROBUND_LONG === '1';

/** What compose.yaml gives the app, with these values in .env. */
function composed(values: Readonly<Record<string, string>>): Record<string, string> {
  const compose = readFileSync(join(ROOT, 'compose.yaml'), 'utf8');
  const [, app = ''] = /\n {4}environment:\n((?: {6}.+\n)+)/.exec(compose) ?? [];
  const lines = app
    .trim()
    .split('\n')
    .map((line) => line.trim());
  return Object.fromEntries(
    lines.map((line) => {
      const cut = line.indexOf(': ');
      const value = line.slice(cut + 2).replace(/\$\{(\w+)(?::[-?][^}]*)?\}/g, (_, name: string) => values[name] ?? '');
      return [line.slice(0, cut), value];
    }),
  );
}

const ENV = {
  GROBUND_URL: 'https://grobund.example.dk',
  GROBUND_SECRET: 'en hemmelighed, som kun beholderen har',
  POSTGRES_PASSWORD: 'bogstaverogtal',
};

test('what compose.yaml sets is taken by Grobund, and what it needs is asked for', () => {
  const given = { ...composed(ENV), NODE_ENV: 'production', HOST: '0.0.0.0', GROBUND_DATA: '/data' };
  assert.deepEqual(Object.keys(given).filter((name) => /^(GROBUND|SMTP|MAIL|DATABASE)/.test(name)).length, 9);
  const read = readConfig(given, '/app');
  assert.ok(read.ok, read.ok ? '' : read.refusal.join('\n'));
  assert.equal(read.value.databaseUrl, 'postgresql://grobund:bogstaverogtal@database/grobund');
  assert.equal(read.value.backups.folder, '/data/backups');
  assert.equal(read.value.behindProxy, true);
  assert.equal(readConfig({ ...given, ...composed({}) }, '/app').ok, false);
});

test('the steps of the Dockerfile in an empty folder make a Grobund that serves, is well, and writes nothing beside its data', async () => {
  const image = await makeImage(into, INSTALL);
  assert.equal(image.user, 'node', 'not root');
  assert.equal(statSync(join(image.root, 'data')).mode & 0o777, 0o700);
  assert.deepEqual(
    filesIn(image.folder).filter((path) => /\/(e2e|\.git|docs\/pictures|data)\//.test(path.slice(image.folder.length))),
    [],
  );
  const before = listing(image);
  const server = await startTcpServer();
  const port = String(await freePort());
  const env = {
    ...composed(ENV),
    ...image.env,
    PATH: process.env.PATH ?? '',
    PORT: port,
    DATABASE_URL: server.url,
    GROBUND_DATA: join(image.root, image.env.GROBUND_DATA ?? ''),
    GROBUND_BACKUP_FOLDER: join(image.root, 'data/backups'),
  };
  const words = image.start.map((word) => (word === 'node' ? process.execPath : word));
  const app = spawn(words[0] ?? '', words.slice(1), { cwd: image.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    let said = '';
    app.stderr.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    for await (const piece of app.stdout) {
      said += String(piece);
      if (said.includes('answers at')) break;
    }
    assert.match(said, /answers at https:\/\/grobund\.example\.dk/);
    assert.match(said, /no house here yet.*grobund setup/, 'whoever starts it first is told what comes next');
    assert.deepEqual(await ask(image, env, image.health), { code: 0, out: '', err: '' });
    const [node = '', ...entry] = image.entrypoint;
    const add = [node, ...entry, 'tenant', 'add', '--slug', 'bakken', '--name', 'Boligforeningen Bakken'];
    assert.equal((await ask(image, env, add)).code, 0);
    const page = await fetch(`http://127.0.0.1:${port}/bakken/`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /Boligforeningen Bakken/);
    // Neither by its own name nor by any other: what a developer's machine shows everybody is not there.
    const doors = ['/dev', '/dev/', '/dev/log-ind', '/dev/udbakke', '/dev/ur', '/dev/opgaver', '/dev/galleri'];
    for (const host of ['grobund.example.dk', `localhost:${port}`]) {
      for (const door of ['', '/bakken'].flatMap((house) => doors.map((one) => house + one))) {
        for (const method of ['GET', 'POST']) {
          assert.equal(await statusAt(Number(port), { method, path: door, host }), 404, `${method} ${door} of ${host}`);
        }
      }
    }
  } finally {
    const gone = once(app, 'exit');
    app.kill('SIGTERM');
    assert.deepEqual(await gone, [0, null], 'it stops when it is told to');
    await server.stop();
  }
  assert.deepEqual(listing(image), before, 'its own folder may be read-only');
});

/** `fetch` does not let a host be made up. */
function statusAt(port: number, { method, path, host }: { method: string; path: string; host: string }) {
  return new Promise<number | undefined>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject).end();
  });
}

function listing({ folder }: Image): string[] {
  return filesIn(folder).map((path) => `${path} ${statSync(path).mtimeMs} ${statSync(path).size}`);
}

function ask(image: Image, env: Record<string, string>, [word = '', ...rest]: readonly string[]) {
  const program = word === 'node' ? process.execPath : word;
  return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile(program, rest, { cwd: image.folder, env }, (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });
}
