/**
 * Takes many photos of our own prints, reads them, and writes down all that is needed to judge the reader and to teach it:
 * `node scripts/bootstrap.mjs scripts/sheet/gather.ts STROKES.json --out FOLDER --writers test --sets easy=60,mixed=90 --seed 1`.
 * `--odd 0.5` has half of the boxes filled in oddly, and `--paper a2` writes on sheets with many boxes: for lessons, not for reports.
 * `--wild` has them lean, bend, be small and lie aside.
 * One line of JSON a photo in `photos.jsonl`; with `--patches`, also the boxes as the network sees them, in `patches.bin`
 * (1,600 bytes of darkness and one of the kind, each, as many as there are looks at a box). Begins where an earlier run of the same folder stopped.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { looksAt } from '../../src/engines/sheet/judge.ts';
import { KINDS } from '../../src/engines/sheet/network.ts';
import type { Glyph } from '../../src/engines/sheet/synthetic/marks.ts';
import { asBytes, UNKNOWN } from './examples.ts';
import { type Gathered, gather, type PrintedPaper, printsFor, setsIn, turnsOf } from './gathering.ts';
import { USUAL } from './photos.ts';
import { type Split, splitByWriter } from './writers.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: '.' },
    writers: { type: 'string', default: 'test' },
    sets: { type: 'string', default: 'easy=20,mixed=20,hard=20' },
    seed: { type: 'string', default: '1' },
    odd: { type: 'string', default: String(USUAL.odd) },
    wild: { type: 'boolean', default: USUAL.wild },
    paper: { type: 'string', default: '' },
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
const habits = { odd: Number(values.odd), wild: values.wild };
const paper = (values.paper || null) as PrintedPaper | null;
if (!(habits.odd >= 0 && habits.odd <= 1)) throw new Error('--odd is a share from 0 to 1');
if (paper && !(paper in prints)) throw new Error('--paper is a3, a2 or a4');
for (const turn of turnsOf(seed, setsIn(values.sets))) {
  if (done.has(turn.name)) continue;
  const gathered = await gather(prints, glyphs, turn, habits, paper);
  if (values.keep) writeFileSync(join(values.out, `${turn.name}.jpg`), gathered.taken.jpeg);
  if (values.patches) keepPatches(gathered);
  appendFileSync(linesFile, `${JSON.stringify(gathered.photo)}\n`);
}

/** All that the reader may look at, so that another network can be asked about the same photos (`again.ts`). */
function keepPatches({ photo, seen }: Gathered): void {
  for (const [at, seenBox] of seen?.boxes.entries() ?? []) {
    const truth = photo.boxes[at];
    if (!seen || !truth) continue;
    // What was looked for in another place shows something else than is known of it: nothing to learn from.
    const kind = truth.off < 0.6 ? KINDS.indexOf(truth.kind) : UNKNOWN;
    for (const look of looksAt(seen, seenBox)) appendFileSync(patchesFile, asBytes(look, kind));
  }
}
