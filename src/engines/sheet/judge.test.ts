import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chancesFrom } from './judge.ts';
import { PATCH } from './own-frame.ts';
import { diceOf } from './synthetic/dice.ts';
import { trained } from './trained.ts';

const dice = diceOf(7);
/** A stroke that leans to the right in the middle of a patch. */
const leaning = Float32Array.from({ length: PATCH * PATCH }, (_, at) => {
  const [x, y] = [(at % PATCH) - PATCH / 2, Math.floor(at / PATCH) - PATCH / 2];
  return Math.abs(x + 0.4 * y) < 1.5 && Math.abs(y) < 8 ? 0.6 : 0.02 * dice.next();
});
const mirrored = leaning.map((_, at) => leaning[at - 2 * (at % PATCH) + PATCH - 1] as number);

test('a mark and its mirror image are judged alike', () => {
  const [one, other] = [chancesFrom([leaning], trained()), chancesFrom([mirrored], trained())];
  assert.ok(one && other);
  for (const [kind, chance] of one.entries()) assert.ok(Math.abs(chance - (other[kind] as number)) < 1e-9);
});

test('what both looks agree on is not looked at from elsewhere, and what could not be seen has no chances', () => {
  let places = 0;
  function* looks() {
    for (const darkness of [new Float32Array(PATCH * PATCH), leaning]) {
      places += 1;
      yield darkness;
    }
  }
  const certain = { ...trained(), warmth: 0.001 };
  assert.ok(chancesFrom(looks(), certain));
  assert.equal(places, 1);
  assert.ok(chancesFrom(looks(), { ...certain, warmth: 1000 }));
  assert.equal(places, 3);
  assert.equal(chancesFrom([], certain), null);
});
