import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { cleanPhoto } from './clean-photo.ts';
import { readPhoto } from './read-photo.ts';

const heic = await readFile(new URL('../../engines/sheet/fixtures/placemat.heic', import.meta.url));
const photo = { bytes: new Uint8Array(heic), name: 'IMG_1.heic', longestEdge: 800 };

test('a photo that takes too long is given up, and those behind it are done', async () => {
  const slow = cleanPhoto(photo, 'a', 1);
  const behind = cleanPhoto(photo, 'a');
  assert.deepEqual(await slow, { ok: false, refusal: 'picture_too_slow' });
  const done = await behind;
  assert.ok(done.ok);
  assert.equal(done.value.name, 'IMG_1.jpg');
  const late = await readPhoto(photo.bytes, [], 'a', 1);
  assert.deepEqual([late.status, late.reason], ['error', 'too-slow']);
});

test('whoever sends a heap of photos is behind who sends one', async () => {
  const done: string[] = [];
  const small = { ...photo, bytes: new Uint8Array(60), longestEdge: 10 };
  const send = (whose: string) => cleanPhoto(small, whose).then(() => done.push(whose));
  const heap = Array.from({ length: 4 }, () => send('heap'));
  await Promise.all([...heap, send('one'), send('other')]);
  assert.deepEqual(done.slice(0, 3), ['heap', 'one', 'other']);
});

test('while a photo is taken apart, the process goes on', async () => {
  let longest = 0;
  // What this thread itself did: that others had the processor meanwhile holds up nobody for longer.
  let last = process.threadCpuUsage();
  const beat = setInterval(() => {
    longest = Math.max(longest, process.threadCpuUsage(last).user / 1000);
    last = process.threadCpuUsage();
  }, 5);
  const { ok } = await cleanPhoto({ ...photo, longestEdge: 4000 }, 'a');
  clearInterval(beat);
  assert.ok(ok);
  assert.ok(longest < 700, `nothing was answered for ${Math.round(longest)} ms`);
});
