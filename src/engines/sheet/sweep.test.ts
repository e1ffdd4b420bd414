import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sample } from '../../testing/long.ts';
import { drawPage } from './fixtures/draw-page.ts';
import { type Written, writeMarks } from './fixtures/own-strokes.ts';
import { layOut, type SheetPage } from './layout.ts';
import { layoutOf } from './layout-json.ts';
import { readSheet } from './read-sheet.ts';
import { readyMade } from './ready-made.ts';
import { type Dice, diceOf } from './synthetic/dice.ts';
import { photograph } from './synthetic/photograph.ts';
import { calm, type Scene } from './synthetic/scene.ts';
import { trained } from './trained.ts';

const SCALE = 4;
const WRITTEN: readonly Written[] = ['V', 'X', 'empty', 'filled', 'X', 'empty', 'V', 'empty'];
const laid = layOut(readyMade, 'a3', (at) => 31_000 + at);
assert.ok(laid.ok);
const layouts = laid.value.map((page) => layoutOf(page, `a3-${page.sheet}`, ''));
const [first] = laid.value as readonly [SheetPage, ...SheetPage[]];
const print = drawPage(first, SCALE);
const filled = {
  w: print.w,
  h: print.h,
  data: Uint8Array.from({ length: print.w * print.h * 3 }, (_, at) => print.data[Math.floor(at / 3)] ?? 0),
};
writeMarks(filled, SCALE, first.boxes, WRITTEN);

/** Held and lit as it happens; the first few go to the ends of the scales. */
function sceneFrom(round: number, { between, chance }: Dice): Scene {
  const edge: readonly Partial<Scene>[] = [
    { roll: 180, print: 0.95 },
    { tilt: 45, roll: 90 },
    { light: 0.3, noise: 0.02, shadow: 0.6 },
    { blur: 2.2, roll: 270 },
  ];
  const thrown = {
    ...{
      roll: between(0, 360),
      tilt: between(0, 45),
      side: between(0, 360),
      print: chance(0.5) ? 1 : between(0.94, 1),
    },
    ...{ light: between(0.35, 1.1), shadow: between(0, 0.7), noise: between(0.003, 0.03), curl: between(0, 15) },
    ...{ blur: between(0.3, 1.8), quality: between(40, 95), stains: chance(0.2) ? 2 : 0 },
  };
  return { ...calm, long: 1000, share: 0.95, ...(edge[round] ?? thrown) };
}

test('however the telephone is held and whatever the light, the sheet is found and nothing is read as something else', () => {
  const rounds = sample(3, 120, 'photos of a sheet, held and lit in every way');
  let [decided, clean] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const dice = diceOf(9_000 + round);
    const scene = sceneFrom(round, dice);
    const { canvas } = photograph(filled, SCALE, scene, dice);
    const said = `round ${round}: ${JSON.stringify(scene)}`;
    const { layout, status, boxes } = readSheet({ ...canvas, channels: 3 }, layouts, trained());
    assert.equal(layout, layouts[0]?.layout, said);
    if (status !== 'read') continue;
    for (const [at, { label }] of boxes.entries()) {
      const written = WRITTEN[at % WRITTEN.length];
      if (written !== 'filled') clean += 1;
      if (label === 'unsure') continue;
      decided += 1;
      assert.equal(label, written, said);
    }
  }
  assert.ok(decided >= 0.8 * clean, `${decided} of ${clean} plain boxes were decided`);
});
