import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Glyph } from '../../src/engines/sheet/synthetic/marks.ts';
import { trained } from '../../src/engines/sheet/trained.ts';
import { sample } from '../../src/testing/long.ts';
import type { GatheredPhoto } from './gathered.ts';
import { gather, printsFor, turnsOf } from './gathering.ts';
import { TROUBLE_NAMES } from './troubles.ts';
import { calibrationOf, judged, reportOf, worthOf } from './worth.ts';
import { splitByWriter } from './writers.ts';

/** Handwriting lies beside the project and is not copied into it. */
const SHARED = process.env.GROBUND_SHARED ?? join(import.meta.dirname, '../../../shared');
const STROKES = join(SHARED, 'data/glyphs/glyphs.json');
const SEED = 77;

test('sheets of people whose writing it never saw are found, read without slips, and seldom asked about', {
  skip: !existsSync(STROKES),
}, async (t) => {
  const easy = sample(1, 20, 'easy photos of unseen writers');
  const mixed = sample(0, 25, 'mixed photos of unseen writers');
  const hard = sample(0, 15, 'hard photos of unseen writers');
  const each = sample(0, 3, 'photos of each trouble');
  const { test: glyphs } = splitByWriter(JSON.parse(readFileSync(STROKES, 'utf8')) as Glyph[]);
  const prints = await printsFor(SEED);
  const sets = [
    ['easy', easy],
    ['mixed', mixed],
    ['hard', hard],
    ...TROUBLE_NAMES.map((name) => [name, each]),
  ] as const;
  const photos: GatheredPhoto[] = [];
  for (const turn of turnsOf(SEED, sets as readonly (readonly [string, number])[]))
    photos.push((await gather(prints, glyphs, turn)).photo);
  const { scale } = trained();
  const of = (...names: readonly string[]) =>
    worthOf(
      photos.filter(({ set }) => names.includes(set)),
      scale,
    );
  t.diagnostic(`\n${reportOf(photos, scale)}`);
  const usual = of('easy', 'mixed');
  assert.equal(usual.found, usual.photos);
  assert.equal(worthOf(photos, scale).strange, 0, 'no sheet is taken for another');
  assert.ok(usual.cleanWrong <= 0.002 * usual.decided, `${usual.cleanWrong} of ${usual.decided} were read wrong`);
  assert.ok(usual.swapped <= 0.001 * usual.decided, `${usual.swapped} of ${usual.decided} were swapped`);
  if (photos.length < 60) return;
  const asked = (names: readonly string[], most: number) => {
    const { cleanAsked, clean } = of(...names);
    assert.ok(cleanAsked <= most * clean, `${names}: ${cleanAsked} of ${clean} plain boxes were asked about`);
  };
  asked(['easy'], 0.04);
  asked(['mixed'], 0.08);
  assert.ok(of('hard').found >= 0.85 * hard);
  assert.ok(calibrationOf(judged(photos, scale)).apart <= 0.02);
});
