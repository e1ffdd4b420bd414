import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startEmbedded } from '../src/platform/embedded/embedded.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'gr-'));
after(() => rm(dataDir, { recursive: true, force: true }));

function reset(
  args: readonly string[],
  settings: Record<string, string> = {},
): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env.PATH ?? '', GROBUND_DATA: dataDir, ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'db-reset.ts'), ...args], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
    );
  });
}

test('a database that is in use, in operation, or in a folder not asked for is left alone', async () => {
  const running = await startEmbedded({ dataDir, fast: true });
  running.announce('http://127.0.0.1:3999');
  const used = await reset(['--yes']);
  await running.stop();
  const operated = await reset(['--yes'], { NODE_ENV: 'production' });
  const given = await reset(['--yes'], { DATABASE_URL: 'postgresql://grobund@127.0.0.1/grobund' });
  const unasked = await reset([]);
  assert.match(used.said, /^Grobund already runs at http:\/\/127\.0\.0\.1:3999 with the data folder [^\n]+\n$/);
  assert.match(operated.said, /^This Grobund is in operation/);
  assert.match(given.said, /^DATABASE_URL is set/);
  assert.match(unasked.said, /away for good\. If it is meant: npm run db:reset -- --yes\n$/);
  for (const { code } of [used, operated, given, unasked]) assert.equal(code, 1);
  assert.ok(existsSync(join(dataDir, 'postgres/PG_VERSION')));
});

test('a reset takes the database and nothing else, and may be asked for twice', async () => {
  await writeFile(join(dataDir, 'secret'), 'kept\n');
  assert.equal((await reset(['--yes'])).code, 0);
  assert.deepEqual([existsSync(join(dataDir, 'postgres')), existsSync(join(dataDir, 'secret'))], [false, true]);
  const again = await reset(['--yes']);
  assert.match(again.said, /^There is no database in /);
  assert.equal(again.code, 0);
});
