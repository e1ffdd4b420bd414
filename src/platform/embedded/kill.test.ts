import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { sample } from '../../testing/long.ts';
import { startEmbedded } from './embedded.ts';
import { readPostmaster } from './remains.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'gk-'));
after(() => rm(dataDir, { recursive: true, force: true }));

/** The same kills every time. Numerical Recipes, "An Even Quicker and Dirtier Generator". */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Writer {
  readonly process: ChildProcess;
  /** The highest number that the database has acknowledged. */
  acknowledged(): number;
}

function startWriter(): Writer {
  const script = join(import.meta.dirname, 'crash-writer.ts');
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = Number(line);
  });
  return { process: child, acknowledged: () => last };
}

async function until(happened: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!happened()) {
    assert.ok(Date.now() < deadline, `waited a minute for ${what}`);
    await wait(10);
  }
}

async function rowsKept(): Promise<number> {
  const embedded = await startEmbedded({ dataDir });
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  const { rows } = await client.query<{ kept: number; highest: number }>(
    'select count(*)::int as kept, coalesce(max(n), 0) as highest from ledger',
  );
  await client.end();
  await embedded.stop();
  assert.equal(rows[0]?.kept, rows[0]?.highest, 'no gap in the numbers');
  return rows[0]?.kept ?? 0;
}

const WHO = ['the app', 'the database', 'both'] as const;

test('no acknowledged row is lost, and the folder opens again, after kill -9 of the app, the database or both', async () => {
  const chance = dice(20261122);
  let known = 0;
  for (let round = 0; round < sample(3, 30, 'kills of app and database'); round += 1) {
    const who = WHO[round % WHO.length];
    const writer = startWriter();
    await until(() => writer.acknowledged() > known, `round ${round} to write`);
    await wait(20 + chance() * 500);
    const postmaster = (await readPostmaster(join(dataDir, 'postgres')))?.pid ?? Number.NaN;
    const gone = once(writer.process, 'close');
    if (who !== 'the app') process.kill(postmaster, 'SIGKILL');
    if (who === 'the database') {
      // The app goes on by itself, and loses its database's helpers and itself only afterwards.
      const before = writer.acknowledged();
      await until(() => writer.acknowledged() > before + 1, `round ${round} to write again`);
    }
    writer.process.kill('SIGKILL');
    await gone;
    known = writer.acknowledged();
    const kept = await rowsKept();
    assert.ok(kept >= known, `round ${round}, ${who} killed: ${known} rows acknowledged, ${kept} kept`);
    known = kept;
  }
});
