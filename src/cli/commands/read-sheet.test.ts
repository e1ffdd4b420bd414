import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { type Written, writeMarks } from '../../engines/sheet/fixtures/own-strokes.ts';
import { readLayout } from '../../engines/sheet/read-layout.ts';
import { diceOf } from '../../engines/sheet/synthetic/dice.ts';
import { photograph } from '../../engines/sheet/synthetic/photograph.ts';
import { calm, type Scene } from '../../engines/sheet/synthetic/scene.ts';
import { type Raster, rasterOf } from '../../platform/documents/raster.ts';
import type { Call } from '../command.ts';
import { printSheet } from './print-sheet.ts';
import { readSheetCommand } from './read-sheet.ts';

const scratch = await mkdtemp(join(tmpdir(), 'grs-'));
after(() => rm(scratch, { recursive: true, force: true }));
const SCALE = 4;
const WRITTEN: readonly Written[] = ['V', 'X', 'empty', 'filled', 'X', 'empty', 'V', 'V'];
const LABELS = WRITTEN.map((written) => (written === 'filled' ? 'unsure' : written));

interface Answer {
  readonly file: string;
  readonly status: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly layout: string | null;
  readonly sheet: { readonly number: number; readonly qr: string } | null;
  readonly boxes: readonly { id: string; label: string; confidence: number; crop: string | null }[];
  readonly notes: readonly { id: string; crop: string | null }[];
  readonly ms: number;
}

function callOf(options: Readonly<Record<string, string>>, args: readonly string[], answers: unknown[]): Call {
  return {
    args,
    option: (name) => options[name],
    flag: () => false,
    json: true,
    file: (path) => join(scratch, path),
    config: () => assert.fail('reading needs no settings'),
    settings: () => assert.fail('reading needs no settings'),
    say: () => undefined,
    answer: (value) => answers.push(value),
  };
}

async function read(photos: readonly string[], options: Readonly<Record<string, string>> = { layout: 'ark' }) {
  const answers: unknown[] = [];
  const code = (await readSheetCommand.run(callOf(options, photos, answers))) ?? 0;
  return { code, answers: answers[0] as readonly Answer[] };
}

// One print, filled in once: the real PDF, as the printer sets it down.
const printed: unknown[] = [];
await printSheet.run(callOf({ out: 'ark', first: '500' }, [], printed));
const [first] = printed[0] as { layout: string; pdf: string; json: string }[];
assert.ok(first);
const layout = readLayout(JSON.parse(await readFile(first.json, 'utf8')));
assert.ok(layout.ok);
const blank = await rasterOf(await readFile(first.pdf), 1, SCALE);
const filled = { ...blank, data: blank.data.slice() };
writeMarks(filled, SCALE, layout.value.boxes, WRITTEN);

function pixels(scene: Partial<Scene>, page: Raster = filled) {
  return photograph(page, SCALE, { ...calm, long: 900, ...scene }, diceOf(7)).canvas;
}

function picture(scene: Partial<Scene>, page: Raster = filled) {
  const { data, w, h } = pixels(scene, page);
  return sharp(data, { raw: { width: w, height: h, channels: 3 } });
}

async function save(name: string, bytes: Uint8Array | Promise<Uint8Array>): Promise<string> {
  await writeFile(join(scratch, name), await bytes);
  return name;
}

test('a photo becomes labels, with a picture of every box and note, laid flat', async () => {
  const name = await save('bord1.jpg', picture({ tilt: 20, side: 60, roll: 7 }).jpeg().toBuffer());
  const { code, answers } = await read([name], { layout: 'ark', crops: 'udsnit' });
  const [answer] = answers;
  assert.ok(answer);
  assert.deepEqual([answer.file, answer.status, answer.reason, code], [name, 'read', null, 0]);
  assert.deepEqual([answer.layout, answer.sheet?.number, answer.sheet?.qr], ['a3-00500', 500, 'GROBUND/500']);
  assert.deepEqual(
    answer.boxes.map(({ label }) => label),
    LABELS,
  );
  assert.deepEqual(
    answer.boxes.map(({ id }) => id),
    layout.value.boxes.map(({ id }) => id),
  );
  for (const { label, confidence } of answer.boxes)
    if (label !== 'unsure') assert.ok(confidence >= 0.9 && confidence <= 1);
  const [note] = answer.notes;
  assert.ok(note?.crop && answer.notes.length === layout.value.notes.length);
  const { width, height, channels } = await sharp(note.crop).metadata();
  const { w = 0, h = 0 } = layout.value.notes[0] ?? {};
  assert.deepEqual([width, height, channels], [Math.ceil(w * 8), Math.ceil(h * 8), 3]);
  const vee = await sharp(answer.boxes[0]?.crop ?? '').stats();
  assert.ok(
    (vee.channels[2]?.min ?? 0) > (vee.channels[0]?.min ?? 0) + 20,
    'blue ink is blue in the picture of its box',
  );
  assert.equal(
    (await readdir(join(scratch, 'udsnit'))).length,
    layout.value.boxes.length + layout.value.notes.length + 2,
  );
});

test('two photos of one name, from two telephones, have crops of their own', async () => {
  const bytes = await picture({}).jpeg().toBuffer();
  await Promise.all(['ene', 'anden'].map((folder) => mkdir(join(scratch, folder))));
  const names = [await save(join('ene', 'IMG_1.jpg'), bytes), await save(join('anden', 'IMG_1.jpg'), bytes)];
  const { answers } = await read(names, { layout: 'ark', crops: 'begges' });
  const crops = answers.flatMap(({ boxes, notes }) => [...boxes, ...notes].map(({ crop }) => crop));
  assert.equal(new Set(crops).size, 2 * (layout.value.boxes.length + layout.value.notes.length));
});

test('it does not matter how the sheet lies, in what format the photo comes, nor that it was printed a little small', async () => {
  const upsideDown = picture({ roll: 180 });
  const turned = picture({ roll: 90 });
  const names = [
    await save('hovedet.png', upsideDown.png().toBuffer()),
    await save('exif.jpg', turned.rotate(90).jpeg().withMetadata({ orientation: 8 }).toBuffer()),
    await save('lille.webp', picture({ print: 0.95 }).webp({ quality: 90 }).toBuffer()),
    await save('kurver.jpg', picture({ curl: 15, crumple: 1, shadow: 0.5 }).jpeg({ quality: 70 }).toBuffer()),
  ];
  // The same sheet again as an iPhone packs it: nothing here can write HEIC, so this one lies ready.
  names.push(
    await save('iphone.heic', readFile(join(import.meta.dirname, '../../engines/sheet/fixtures/placemat.heic'))),
  );
  const { code, answers } = await read(names);
  for (const { file, status, boxes } of answers) {
    assert.equal(status, 'read', file);
    assert.deepEqual(
      boxes.map(({ label }) => label),
      LABELS,
      file,
    );
  }
  assert.equal(code, 0);
});

test('a cup on a mark, a hand on the edge, coffee, a fold, a slanted telephone or no colours do not stop it', async () => {
  const fold = [{ angle: 8, along: 0, off: 4 }];
  const names = [
    await save('kop.jpg', picture({ cups: 1 }).jpeg().toBuffer()),
    await save('haand.jpg', picture({ hands: 1 }).jpeg().toBuffer()),
    await save('kaffe.jpg', picture({ stains: 4 }).jpeg().toBuffer()),
    await save('foldet.jpg', picture({ folds: fold, tilt: 15 }).jpeg().toBuffer()),
    await save('skraat.jpg', picture({ roll: 45, tilt: 35, share: 0.97, long: 1200 }).jpeg().toBuffer()),
    await save('graat.png', picture({}).greyscale().png().toBuffer()),
    await save('klart.png', picture({}).ensureAlpha().png().toBuffer()),
  ];
  const { answers } = await read(names);
  for (const { file, status, layout: name, boxes } of answers) {
    assert.deepEqual([status, name], ['read', 'a3-00500'], file);
    // What lies under a cup or a stain may be asked about; nothing is taken for something else.
    for (const [at, { id, label }] of boxes.entries())
      if (label !== 'unsure') assert.equal(label, LABELS[at], `${file} ${id}`);
    assert.ok(boxes.filter(({ label }) => label !== 'unsure').length >= 5, file);
  }
});

test('a photo that will not do is asked for again, in words that help', async () => {
  const names = [
    await save('langt-vaek.jpg', picture({ share: 0.4 }).jpeg().toBuffer()),
    await save('uskarp.jpg', picture({ blur: 3.85 }).jpeg().toBuffer()),
    await save('moerk.jpg', picture({ light: 0.006, noise: 0.03 }).jpeg().toBuffer()),
    await save('halv.jpg', picture({}).extract({ left: 0, top: 0, width: 390, height: 675 }).jpeg().toBuffer()),
  ];
  const { code, answers } = await read(names);
  assert.deepEqual(
    answers.map(({ status, reason }) => [status, reason]),
    [
      ['retake', 'too-small'],
      ['retake', 'blurred'],
      ['retake', 'dark'],
      ['retake', 'hidden'],
    ],
  );
  for (const { message } of answers) assert.match(message ?? '', /[Tt]ag det igen/);
  assert.equal(code, 1);
});

test('what is no sheet of these is refused: a mirror, another sheet, two sheets, a page of words', async () => {
  const one = pixels({});
  const wide = { width: one.w, height: one.h, channels: 3 as const };
  const [, second] = printed[0] as { layout: string; pdf: string; json: string }[];
  assert.ok(second);
  const other = pixels({}, await rasterOf(await readFile(second.pdf), 1, SCALE));
  const beside = sharp({ create: { width: 2 * one.w, height: one.h, channels: 3, background: '#777' } }).composite([
    { input: Buffer.from(one.data), raw: wide, left: 0, top: 0 },
    { input: Buffer.from(other.data), raw: { width: other.w, height: other.h, channels: 3 }, left: one.w, top: 0 },
  ]);
  const words = {
    ...blank,
    data: blank.data.map((value, at) => ((at / 3) % blank.w > 300 && (at / 3) % blank.w < 780 ? value : 250)),
  };
  const same = sharp({ create: { width: one.w, height: 2 * one.h, channels: 3, background: '#777' } }).composite([
    { input: Buffer.from(one.data), raw: wide, left: 0, top: 0 },
    { input: Buffer.from(one.data), raw: wide, left: 0, top: one.h },
  ]);
  const names = [
    await save('spejl.jpg', sharp(one.data, { raw: wide }).flop().jpeg().toBuffer()),
    await save('to.jpg', beside.jpeg().toBuffer()),
    await save('to-ens.jpg', same.jpeg().toBuffer()),
    await save('prik.png', sharp(one.data, { raw: wide }).resize(8, 8).png().toBuffer()),
    await save('andet.jpg', picture({}, words).jpeg().toBuffer()),
  ];
  const { code, answers } = await read(names);
  assert.deepEqual(
    answers.map(({ status, reason }) => [status, reason]),
    [
      ['reject', 'not-found'],
      ['reject', 'several-sheets'],
      ['reject', 'several-sheets'],
      ['reject', 'not-found'],
      ['reject', 'not-found'],
    ],
  );
  assert.equal(code, 1);
  const foreign = await read(
    [
      await save(
        'fremmed.jpg',
        sharp(other.data, { raw: { width: other.w, height: other.h, channels: 3 } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    { layout: join('ark', 'a3-00500.json') },
  );
  assert.deepEqual(
    foreign.answers.map(({ status, reason }) => [status, reason]),
    [['reject', 'unknown-sheet']],
  );
});

/** Says that it is 25,000 pixels wide and high, and holds nothing. */
function bomb(): Uint8Array {
  const chunk = (name: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), body]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const measures = Buffer.from([0, 0, 0x61, 0xa8, 0, 0, 0x61, 0xa8, 8, 2, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const nothing = chunk('IDAT', deflateSync(Buffer.alloc(1_000)));
  return Buffer.concat([signature, chunk('IHDR', measures), nothing, chunk('IEND', Buffer.alloc(0))]);
}

test('a file that is cut off, no picture at all, or a bomb of pixels is said to be so, and the others are read all the same', async () => {
  const whole = await picture({}).jpeg().toBuffer();
  const names = [
    await save('skaaret.jpg', whole.subarray(0, Math.floor(whole.length / 2))),
    await save('ord.jpg', Buffer.from('Dette er ikke et billede.')),
    await save('tom.jpg', Buffer.alloc(0)),
    await save('bombe.png', bomb()),
    await save('hel.jpg', whole),
  ];
  const { code, answers } = await read(names);
  assert.deepEqual(
    answers.map(({ status, reason }) => [status, reason]),
    [
      ['error', 'unreadable'],
      ['error', 'unreadable'],
      ['error', 'unreadable'],
      ['error', 'too-large'],
      ['read', null],
    ],
  );
  assert.equal(code, 1);
  assert.equal((await read(['findes-ikke.jpg'])).code, 2);
});

test('without layouts nothing is read, and it is said what is missing', async () => {
  await assert.rejects(read(['bord1.jpg'], {}), /needs --layout/);
  await assert.rejects(read(['bord1.jpg'], { layout: 'ingen' }), /there is no such file/);
  await writeFile(join(scratch, 'andet.json'), '{"layout": "x", "page": {"w": 1}}');
  await assert.rejects(read(['bord1.jpg'], { layout: 'andet.json' }), /is no layout of a sheet: look at markers/);
});
