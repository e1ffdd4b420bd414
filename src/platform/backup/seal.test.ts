import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../testing/database.ts';
import { sample } from '../../testing/long.ts';
import { saveFile } from '../files/files.ts';
import { backup } from './backup.ts';
import { type BackupFile, readFrames } from './frames.ts';
import { inspectBackup } from './restore.ts';
import { sealed, unsealed } from './seal.ts';
import { BackupUnreadable } from './unreadable.ts';

const KEY = 'en lang sætning med æøå, som kun vi kender';
const NOW = new Date('2026-05-03T10:00:00Z');
const HEAD = 65;
const PIECE = 64 * 1024;
const TAG = 16;
const home = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'grobund-seal-'));
after(() => rm(folder, { recursive: true, force: true }));
const path = join(folder, 'forseglet.grobund');

before(async () => {
  const house = await home.newTenant({ name: 'Hemmelige Bakker' });
  await house.tx(async (tx) => {
    const noise = crypto.getRandomValues(new Uint8Array(60_000));
    for (let n = 0; n < 4; n += 1) {
      const bytes = new Uint8Array(
        Buffer.concat([Buffer.from('%PDF-1.7\n'), noise, Buffer.from([n]), noise.toReversed()]),
      );
      await saveFile(tx, { bytes, name: 'stor.pdf', purpose: 'test', allow: ['pdf'] });
    }
  });
  await backup(home.db, { path, key: KEY }, NOW);
});

test('a sealed backup tells nothing without its key, and everything with it', async () => {
  const bytes = await readFile(path);
  assert.equal(bytes.subarray(0, 17).toString(), 'GROBUND-SEALED 1\n');
  assert.ok(bytes.length > HEAD + 3 * PIECE, 'several pieces');
  assert.equal(bytes.includes('Hemmelige'), false);
  const open = join(folder, 'åben.grobund');
  await backup(home.db, { path: open, key: null }, NOW);
  assert.deepEqual(await contentOf({ path, key: KEY }), await contentOf({ path: open, key: null }));
});

/** Everything in it in its order; rows are cut into frames as they happen to come. */
async function contentOf(file: BackupFile): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const { bytes } of readFrames(file)) {
    hash.update(bytes);
    count += bytes.length;
  }
  assert.ok(count > 4 * 120_000, 'the files too');
  return { bytes: count, sha256: hash.digest('hex') };
}

test('no key and a wrong key are told apart, each in one clear line', async () => {
  await assert.rejects(inspectBackup({ path, key: null }), /^Error: The backup is sealed: set GROBUND_BACKUP_KEY/);
  await assert.rejects(inspectBackup({ path, key: `${KEY}.` }), /The key does not fit this backup/);
});

test('who can write to the folder of backups cannot put an unsealed one in the place of a sealed one', async () => {
  const forged = join(folder, 'forfalsket.grobund');
  await backup(home.db, { path: forged, key: null }, NOW);
  await assert.rejects(inspectBackup({ path: forged, key: KEY }), /not sealed, though a key is set/);
  assert.ok((await inspectBackup({ path: forged, key: null })).end.rows > 0);
});

test('the same letters typed on another keyboard are the same key', async () => {
  assert.ok((await inspectBackup({ path, key: KEY.normalize('NFD') })).end.rows > 0);
});

test('a piece that is altered, moved, left out, added or cut off is found before anything is restored', async () => {
  const whole = await readFile(path);
  const at = (piece: number) => HEAD + piece * (PIECE + TAG);
  const piece = (number: number) => whole.subarray(at(number), at(number + 1));
  const flipped = (place: number) => {
    const copy = Buffer.from(whole);
    copy[place] = (copy[place] ?? 0) ^ 1;
    return copy;
  };
  const head = whole.subarray(0, HEAD);
  const rest = whole.subarray(at(2));
  const damaged: Record<string, Buffer> = {
    'altered content': flipped(at(1) + 500),
    'altered tag': flipped(at(1) - 1),
    'altered salt': flipped(20),
    'altered sum': flipped(40),
    'last bit': flipped(whole.length - 1),
    swapped: Buffer.concat([head, piece(1), piece(0), rest]),
    'left out': Buffer.concat([head, piece(0), rest]),
    twice: Buffer.concat([head, piece(0), piece(0), piece(1), rest]),
    'cut between pieces': whole.subarray(0, at(2)),
    'cut in a piece': whole.subarray(0, at(2) + 99),
    'last piece gone': whole.subarray(0, at(Math.floor((whole.length - HEAD) / (PIECE + TAG)))),
    'more behind': Buffer.concat([whole, piece(0)]),
    'head alone': head,
    'half a head': whole.subarray(0, 30),
  };
  for (const [what, bytes] of Object.entries(damaged)) {
    const bad = join(folder, 'skadet.grobund');
    await writeFile(bad, bytes);
    await assert.rejects(inspectBackup({ path: bad, key: KEY }), BackupUnreadable, what);
  }
});

test('what fills its pieces just so, and what is empty, comes back as it was', async () => {
  const lengths = [0, PIECE, PIECE + 1, 1, PIECE - 1, 2 * PIECE];
  for (const length of lengths.slice(0, sample(3, 6, 'lengths of what is sealed'))) {
    const bytes = Buffer.alloc(length, 7);
    const parts: Buffer[] = [];
    for await (const part of unsealed(sealed(inChunks(bytes), KEY), KEY)) parts.push(part);
    assert.ok(Buffer.concat(parts).equals(bytes), `${length} bytes`);
  }
});

async function* inChunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007);
}
