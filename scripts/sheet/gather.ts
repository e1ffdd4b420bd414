/**
 * Takes many photos of our own prints, reads them, and writes down all that is needed to judge the reader and to teach it:
 * `node scripts/bootstrap.mjs scripts/sheet/gather.ts STROKES.json --out FOLDER --writers test --sets easy=60,mixed=90 --seed 1`.
 * One line of JSON a photo in `photos.jsonl`; with `--patches`, also the boxes as the network sees them, in `patches.bin`
 * (1,600 bytes of darkness and one of the kind, each). Begins where an earlier run of the same folder stopped.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KINDS } from '../../src/engines/sheet/network.ts';
import { type Patch, patchOf } from '../../src/engines/sheet/patch.ts';
import { greyOf } from '../../src/engines/sheet/photo.ts';
import { readSurvey } from '../../src/engines/sheet/read-sheet.ts';
import type { SheetReading } from '../../src/engines/sheet/reading.ts';
import { type Surveyed, survey } from '../../src/engines/sheet/survey.ts';
import { type Dice, diceOf } from '../../src/engines/sheet/synthetic/dice.ts';
import type { Glyph } from '../../src/engines/sheet/synthetic/marks.ts';
import { trained } from '../../src/engines/sheet/trained.ts';
import { type PrintedPage, printedPages, type TakenPhoto, takePhoto } from './photos.ts';
import { sceneFor } from './troubles.ts';
import { type Split, splitByWriter } from './writers.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: '.' },
    writers: { type: 'string', default: 'test' },
    sets: { type: 'string', default: 'easy=20,mixed=20,hard=20' },
    seed: { type: 'string', default: '1' },
    patches: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
mkdirSync(values.out, { recursive: true });
const [linesFile, patchesFile] = [join(values.out, 'photos.jsonl'), join(values.out, 'patches.bin')];
if (!existsSync(linesFile)) writeFileSync(linesFile, '');
const done = new Set(
  readFileSync(linesFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { name: string }).name),
);
const split = splitByWriter(JSON.parse(readFileSync(positionals[0] ?? '', 'utf8')) as Glyph[]);
const glyphs = split[values.writers as Split];
if (!glyphs) throw new Error('--writers is training, tuning or test');
const pages = {
  a3: await printedPages('a3', 20_000 + 10 * seed, 2),
  a2: await printedPages('a2', 30_000 + 10 * seed, 1),
  a4: await printedPages('a4', 40_000 + 10 * seed, 1),
};
const all = [...pages.a3, ...pages.a2, ...pages.a4];
const wanted = values.sets.split(',').map((set) => set.split('=') as [string, string]);
const most = Math.max(...wanted.map(([, count]) => Number(count)));
for (let at = 0; at < most; at += 1)
  for (const [place, [set, count]] of wanted.entries()) {
    const name = `${set}-${seed}-${at}`;
    if (at < Number(count) && !done.has(name)) await one(set, name, diceOf(seed * 1_000_003 + at * 101 + place * 17));
  }

async function one(set: string, name: string, dice: Dice): Promise<void> {
  const page = pageFor(dice);
  const scene = sceneFor(set, dice);
  // Twice the paper is photographed in a larger picture, as telephones do.
  const sized = page.layout.page.w > 500 ? { ...scene, long: Math.round(scene.long * 1.4) } : scene;
  const taken = await takePhoto(page, glyphs, sized, dice);
  if (values.keep) writeFileSync(join(values.out, `${name}.jpg`), taken.jpeg);
  const grey = greyOf(taken.photo);
  const before = process.cpuUsage();
  const seen = survey(
    grey,
    all.map(({ layout }) => layout),
  );
  const reading = readSurvey(seen, grey, trained());
  const spent = process.cpuUsage(before);
  const line = {
    ...{ name, set, layout: page.layout.layout, scene: sized, status: reading.status, reason: reading.reason },
    ...{ read: reading.layout, markers: reading.sheet?.markers ?? 0, pixels: reading.sheet?.boxPixels ?? 0 },
    ms: Math.round((spent.user + spent.system) / 1000),
    boxes: seen.kind === 'found' && reading.layout === page.layout.layout ? boxesOf(taken, seen, reading, dice) : [],
  };
  appendFileSync(linesFile, `${JSON.stringify(line)}\n`);
}

function pageFor(dice: Dice): PrintedPage {
  if (dice.chance(0.2)) return pages.a2[0] as PrintedPage;
  return dice.oneOf(dice.chance(0.15) ? pages.a4 : pages.a3);
}

function boxesOf({ truths, shot }: TakenPhoto, seen: Surveyed, { boxes }: SheetReading, dice: Dice) {
  return seen.boxes.map((surveyed, at) => {
    const { box, frame, patch } = surveyed;
    const truth = truths[at];
    const read = boxes[at];
    const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
    const found = seen.placing({ x: middle.x + frame.dx, y: middle.y + frame.dy });
    const real = shot.seen(middle);
    const off = patch ? Math.hypot(found.x - real.x, found.y - real.y) / patch.pixels : 9;
    if (values.patches && patch && off < 0.6) keepPatches(seen, at, KINDS.indexOf(truth?.kind ?? 'other'), dice);
    return {
      ...{ id: box.id, kind: truth?.kind, trouble: truth?.trouble, seen: read?.seen, label: read?.label },
      chances: read?.chances?.map((chance) => Math.round(chance * 1e5) / 1e5) ?? null,
      ...{
        contrast: Math.round(frame.contrast * 1e3) / 1e3,
        sides: frame.sides,
        pixels: Math.round(patch?.pixels ?? 0),
      },
      off: Math.round(off * 1e3) / 1e3,
    };
  });
}

/** From two places, as the reader itself looks. */
function keepPatches(seen: Surveyed, at: number, kind: number, dice: Dice): void {
  const surveyed = seen.boxes[at];
  if (!surveyed) return;
  const { box, frame, patch } = surveyed;
  const off = { x: frame.dx + dice.bell() * 0.04 * box.w, y: frame.dy + dice.bell() * 0.04 * box.h };
  for (const each of [patch, patchOf(seen.pyramid, seen.placing, box, off)].filter((one): one is Patch => one !== null))
    appendFileSync(
      patchesFile,
      Uint8Array.from([...each.darkness, kind / 255], (dark) => Math.round(dark * 255)),
    );
}
