import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawPage, inColour } from './fixtures/draw-page.ts';
import { layOut, type SheetPage } from './layout.ts';
import { layoutOf } from './layout-json.ts';
import { PATCH } from './own-frame.ts';
import { pictureOf } from './picture.ts';
import { readyMade } from './ready-made.ts';
import { survey } from './survey.ts';
import { diceOf } from './synthetic/dice.ts';

const SCALE = 5;
const laid = layOut(readyMade, 'a3', (at) => 90_101 + at);
assert.ok(laid.ok);
const page = laid.value[0] as SheetPage;
const layouts = [layoutOf(page, 'a3', '')];

/** How dark the middle of the first box is, when a bar through it has this share of the paper's red, green and blue. */
function darknessOf(share: readonly [number, number, number], noise = 0): number {
  const photo = inColour(drawPage(page, SCALE));
  const [box] = page.boxes;
  assert.ok(box);
  const dice = diceOf(5);
  const [left, right] = [Math.round((box.x + 3) * SCALE), Math.round((box.x + box.w - 3) * SCALE)];
  const [top, bottom] = [box.y + box.h / 2 - 2, box.y + box.h / 2 + 2].map((y) => Math.round(y * SCALE));
  for (let y = top as number; y < (bottom as number); y += 1)
    for (let at = (y * photo.w + left) * 3; at < (y * photo.w + right) * 3; at += 1)
      photo.data[at] = Math.min(255, (photo.data[at] as number) * (share[at % 3] as number) + noise * dice.bell());
  const seen = survey(pictureOf(photo), layouts);
  assert.ok(seen.kind === 'found');
  const darkness = seen.boxes.find((one) => one.box.id === box.id)?.patch?.darkness;
  return darkness?.[(PATCH / 2) * PATCH + PATCH / 2] ?? assert.fail('the box was not seen');
}

test('yellow ink is as dark as the blue that it takes, though the eye hardly sees it', () => {
  assert.ok(darknessOf([1, 0.96, 0.35]) > 0.5);
  assert.ok(darknessOf([1, 0.6, 0.75]) > 0.3, 'pink');
});

test('a grey stroke is as dark as it is, and neither a tinge nor the noise of colours makes ink of paper', () => {
  assert.ok(Math.abs(darknessOf([0.6, 0.6, 0.6]) - 0.4) < 0.03);
  assert.ok(darknessOf([1, 0.99, 0.95]) < 0.05);
  assert.ok(darknessOf([1, 1, 1], 8) < 0.06);
});
