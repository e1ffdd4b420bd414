import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Embedded, FolderTaken, joinEmbedded, startEmbedded } from './embedded.ts';
import { readPostmaster } from './remains.ts';

const scratch = await mkdtemp(join(tmpdir(), 'ge-'));
after(() => rm(scratch, { recursive: true, force: true }));

/** One folder for all who need no new one: to make a database takes more than all the rest. */
const closed = join(scratch, 'kun for mig æøå');
const dataDir = join(closed, 'data');

async function ask(embedded: Embedded, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: embedded.url });
  // The connection is cut when the database is killed under it.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 200; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await wait(50);
    }
  }
}

test('what was written is there at the next start, also under a folder for root only with a space and æøå', async () => {
  await mkdir(closed, { mode: 0o700 });
  const first = await startEmbedded({ dataDir });
  await ask(first, `create table note as select 'Grøn gård' as text`);
  await first.stop();
  const second = await startEmbedded({ dataDir });
  assert.equal(await ask(second, 'select text from note'), 'Grøn gård');
  assert.equal(await ask(second, 'show fsync'), 'on');
  assert.equal(await ask(second, `show listen_addresses`), '');
  await second.stop();
  assert.equal((await stat(join(dataDir, 'postgres'))).mode & 0o777, 0o700);
});

test('a second Grobund on the same folder is refused in one line that says where the first answers', async () => {
  const first = await startEmbedded({ dataDir, fast: true });
  first.announce('http://127.0.0.1:3999');
  await assert.rejects(startEmbedded({ dataDir: `${dataDir}/../data` }), (error: Error) => {
    assert.ok(error instanceof FolderTaken);
    assert.match(error.message, /^Grobund already runs at http:\/\/127\.0\.0\.1:3999 with the data folder [^\n]+$/);
    return true;
  });
  assert.equal(await ask(first, 'select 1'), 1);
  await first.stop();
});

test('of two that start at once on a new folder, one wins and the other is told', async () => {
  const fresh = join(scratch, 'race');
  const both = await Promise.allSettled([
    startEmbedded({ dataDir: fresh, fast: true }),
    startEmbedded({ dataDir: fresh, fast: true }),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  for (const one of both) if (one.status === 'fulfilled') await one.value.stop();
});

test('who comes while the first is on its way out waits for its turn', async () => {
  const first = await startEmbedded({ dataDir, fast: true });
  const stopping = first.stop();
  const second = await startEmbedded({ dataDir, fast: true });
  await stopping;
  assert.equal(await ask(second, 'select 1'), 1);
  await second.stop();
});

test('a command joins the database of the Grobund that runs, which then outlives it', async () => {
  const first = await startEmbedded({ dataDir, fast: true });
  const joined = await joinEmbedded({ dataDir });
  assert.ok(joined);
  await ask(joined, 'create table mark ()');
  await joined.stop();
  assert.equal(await ask(first, `select to_regclass('mark')::text`), 'mark');
  await first.stop();
  assert.equal(await joinEmbedded({ dataDir }), null);
});

test('a database that is killed comes back under the same address', async () => {
  const embedded = await startEmbedded({ dataDir });
  await ask(embedded, 'create table kept as select 42 as answer');
  const postmaster = await readPostmaster(join(dataDir, 'postgres'));
  process.kill(postmaster?.pid ?? Number.NaN, 'SIGKILL');
  await wait(50);
  assert.equal(await patiently(() => ask(embedded, 'select answer from kept')), 42);
  await embedded.stop();
});

test('a lock file whose process is somebody else by now does not stop the start, nor that process', async () => {
  const embedded = await startEmbedded({ dataDir, fast: true });
  await embedded.stop();
  await writeFile(
    join(dataDir, 'postgres/postmaster.pid'),
    `${process.pid}\n${dataDir}/postgres\n1\n5432\n${dataDir}/socket\n\n`,
  );
  await writeFile(join(dataDir, 'socket/.s.PGSQL.5432.lock'), `${process.pid}\n`);
  const again = await startEmbedded({ dataDir, fast: true });
  assert.equal(await ask(again, 'select 1'), 1);
  await again.stop();
});

test('half of a database that was never finished is made anew', async () => {
  const half = join(scratch, 'half');
  await mkdir(join(half, 'postgres.part/base'), { recursive: true });
  const embedded = await startEmbedded({ dataDir: half, fast: true });
  assert.equal(await ask(embedded, 'select 1'), 1);
  await embedded.stop();
  assert.deepEqual((await readdir(half)).sort(), ['postgres', 'postgres.log', 'socket']);
});

test('Danish sorts as Danes do, and words are found by their stem', async () => {
  const embedded = await startEmbedded({ dataDir, fast: true });
  const sorted = `select string_agg(w, ' ' order by w collate "da-x-icu") from unnest('{Århus,Zoo,Ærø,Østerbro}'::text[]) w`;
  assert.equal(await ask(embedded, sorted), 'Zoo Ærø Østerbro Århus');
  const found = `select to_tsvector('danish', 'Vi bygger højbede i gårdene') @@ to_tsquery('danish', 'højbed')`;
  assert.equal(await ask(embedded, found), true);
  await embedded.stop();
});

test('a path too long for a socket gets one elsewhere, which goes away with the database', async () => {
  const far = join(scratch, 'langt'.repeat(30));
  // The last to use it: it moves.
  await rename(dataDir, far);
  const embedded = await startEmbedded({ dataDir: far, fast: true });
  const { host } = embedded.connection;
  assert.ok(Buffer.byteLength(host) < 90 && !host.startsWith(far));
  assert.equal((await stat(host)).mode & 0o777, 0o700);
  assert.equal(await ask(embedded, 'select 1'), 1);
  await embedded.stop();
  await assert.rejects(stat(host), { code: 'ENOENT' });
});
