/**
 * How long a photo of 12 million pixels takes, decoding included, in Node (processor time) and in Chromium (by the clock, and
 * the processor time of all its processes):
 * `node scripts/bootstrap.mjs scripts/sheet/time.ts`. Prints Markdown. Chromium does what a telephone does at the workshop's page.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import sharp from 'sharp';
import { type Written, writeMarks } from '../../src/engines/sheet/fixtures/own-strokes.ts';
import { readSheet } from '../../src/engines/sheet/read-sheet.ts';
import { diceOf } from '../../src/engines/sheet/synthetic/dice.ts';
import { photograph } from '../../src/engines/sheet/synthetic/photograph.ts';
import { calm } from '../../src/engines/sheet/synthetic/scene.ts';
import { trained } from '../../src/engines/sheet/trained.ts';
import { decodePhoto } from '../../src/platform/files/photo.ts';
import { withBrowser } from '../../src/testing/browser.ts';
import type { Look } from '../../src/ui/scripts/parts/sheet-look.ts';
import { type PrintedPage, printedPages } from './photos.ts';

const TIMES = 7;
const WRITTEN: readonly Written[] = ['V', 'X', 'empty', 'empty', 'X', 'empty', 'V'];
const SCENE = { ...calm, long: 4000, tilt: 12, side: 40, roll: 3, blur: 0.6, shadow: 0.2 };
const SCALE = 8;

const pages = {
  A3: (await printedPages('a3', 61_000, 1))[0] as PrintedPage,
  A2: (await printedPages('a2', 62_000, 1))[0] as PrintedPage,
};
const layouts = Object.values(pages).map(({ layout }) => layout);
const photos = await Promise.all(
  Object.entries(pages).map(async ([name, page]) => ({ name, jpeg: await taken(page) })),
);
console.log('| sheet | where | boxes | decided | median ms | longest ms |\n|---|---|---|---|---|---|');
for (const { name, jpeg } of photos) await inNode(name, jpeg);
await withBrowser(async (browser) => {
  const page = await browser.newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ content: bundled(), type: 'module' });
  for (const { name, jpeg } of photos) {
    await page.evaluate(async (picture) => {
      Object.assign(window, { photo: await (await fetch(`data:image/jpeg;base64,${picture}`)).blob() });
    }, Buffer.from(jpeg).toString('base64'));
    const looks: { readonly look: Look; readonly clock: number; readonly spent: number }[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const before = spentByOthers();
      const seen = await page.evaluate(async (known) => {
        const { lookAt, photo } = window as unknown as typeof import('../../src/ui/scripts/parts/sheet-look.ts') & {
          photo: Blob;
        };
        const started = performance.now();
        const look = await lookAt(photo, known);
        return { look, clock: performance.now() - started };
      }, layouts);
      looks.push({ ...seen, spent: spentByOthers() - before });
    }
    const [{ look } = { look: null }] = looks;
    if (look?.kind !== 'read') throw new Error(`Chromium read nothing: ${JSON.stringify(look)}`);
    const times = (of: 'clock' | 'spent') => looks.map((each) => each[of]);
    say(name, 'Chromium, by the clock', look.all, look.sure, times('clock'));
    say(name, 'Chromium, processor time', look.all, look.sure, times('spent'));
  }
});

/** Milliseconds of processor time that the processes below this one have used: on Linux, in hundredths of a second. */
function spentByOthers(): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // After the name in parentheses: state, parent, ...; the eleventh and twelfth after those are user's and system's time.
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return [{ id: name, parent: fields[1], spent: 10 * (Number(fields[11]) + Number(fields[12])) }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
  const below = (id: string): number =>
    all.filter(({ parent }) => parent === id).reduce((sum, each) => sum + each.spent + below(each.id), 0);
  return below(String(process.pid));
}

async function taken({ layout, canvas }: PrintedPage): Promise<Uint8Array> {
  const page = { ...canvas, data: canvas.data.slice() };
  writeMarks(page, SCALE, layout.boxes, WRITTEN);
  const { data, w, h } = photograph(page, SCALE, SCENE, diceOf(12)).canvas;
  return sharp(data, { raw: { width: w, height: h, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

async function inNode(name: string, jpeg: Uint8Array): Promise<void> {
  const took: number[] = [];
  let boxes: ReturnType<typeof readSheet>['boxes'] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const before = process.cpuUsage();
    const photo = await decodePhoto(jpeg);
    if (!photo.ok) throw new Error(photo.refusal);
    boxes = readSheet(photo.value, layouts, trained()).boxes;
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1000);
  }
  say(name, 'Node', boxes.length, boxes.filter(({ label }) => label !== 'unsure').length, took);
}

function bundled(): string {
  const contents = `import { lookAt } from './src/ui/scripts/parts/sheet-look.ts'; window.lookAt = lookAt;`;
  const stdin = { contents, resolveDir: join(import.meta.dirname, '../..') };
  const { outputFiles } = buildSync({ stdin, bundle: true, minify: true, format: 'esm', write: false });
  return outputFiles[0]?.text ?? '';
}

function say(name: string, where: string, boxes: number, decided: number, took: readonly number[]): void {
  const sorted = [...took].sort((one, other) => one - other);
  const round = (value = 0) => Math.round(value);
  console.log(`| ${[name, where, boxes, decided, round(sorted[TIMES >> 1]), round(sorted.at(-1))].join(' | ')} |`);
}
