import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { cleanPhoto } from './clean-photo.ts';
import { readPhoto } from './read-photo.ts';

const heic = await readFile(new URL('../../engines/sheet/fixtures/placemat.heic', import.meta.url));
const photo = { bytes: new Uint8Array(heic), name: 'IMG_1.heic', longestEdge: 800 };

test('a photo that takes too long is given up, and those behind it are done', async () => {
  const slow = cleanPhoto(photo, 1);
  const behind = cleanPhoto(photo);
  assert.deepEqual(await slow, { ok: false, refusal: 'picture_too_slow' });
  const done = await behind;
  assert.ok(done.ok);
  assert.equal(done.value.name, 'IMG_1.jpg');
  const late = await readPhoto(photo.bytes, [], 1);
  assert.deepEqual([late.status, late.reason], ['error', 'too-slow']);
});

test('while a photo is taken apart, the process goes on', async () => {
  let longest = 0;
  // What this thread itself did: that others had the processor meanwhile holds up nobody for longer.
  let last = process.threadCpuUsage();
  const beat = setInterval(() => {
    longest = Math.max(longest, process.threadCpuUsage(last).user / 1000);
    last = process.threadCpuUsage();
  }, 5);
  const { ok } = await cleanPhoto({ ...photo, longestEdge: 4000 });
  clearInterval(beat);
  assert.ok(ok);
  assert.ok(longest < 700, `nothing was answered for ${Math.round(longest)} ms`);
});
