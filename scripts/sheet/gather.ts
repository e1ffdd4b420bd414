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
import type { Dice } from '../../src/engines/sheet/synthetic/dice.ts';
import type { Glyph } from '../../src/engines/sheet/synthetic/marks.ts';
import { type Gathered, gather, printsFor, setsIn, turnsOf } from './gathering.ts';
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
const glyphs = splitByWriter(JSON.parse(readFileSync(positionals[0] ?? '', 'utf8')) as Glyph[])[
  values.writers as Split
];
if (!glyphs) throw new Error('--writers is training, tuning or test');
const prints = await printsFor(seed);
for (const turn of turnsOf(seed, setsIn(values.sets))) {
  if (done.has(turn.name)) continue;
  const gathered = await gather(prints, glyphs, turn);
  if (values.keep) writeFileSync(join(values.out, `${turn.name}.jpg`), gathered.taken.jpeg);
  if (values.patches) keepPatches(gathered, turn.dice);
  appendFileSync(linesFile, `${JSON.stringify(gathered.photo)}\n`);
}

/** From two places, as the reader itself looks. */
function keepPatches({ photo, seen }: Gathered, dice: Dice): void {
  for (const [at, { box, frame, patch }] of seen?.boxes.entries() ?? []) {
    const truth = photo.boxes[at];
    if (!seen || !patch || !truth || truth.off >= 0.6) continue;
    const off = { x: frame.dx + dice.bell() * 0.04 * box.w, y: frame.dy + dice.bell() * 0.04 * box.h };
    const kind = KINDS.indexOf(truth.kind) / 255;
    for (const each of [patch, patchOf(seen.pyramid, seen.placing, box, off)].filter(
      (one): one is Patch => one !== null,
    ))
      appendFileSync(
        patchesFile,
        Uint8Array.from([...each.darkness, kind], (dark) => Math.round(dark * 255)),
      );
  }
}
