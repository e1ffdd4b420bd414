import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoresOf } from '../../src/engines/sheet/network.ts';
import { PATCH } from '../../src/engines/sheet/own-frame.ts';
import { diceOf } from '../../src/engines/sheet/synthetic/dice.ts';
import { layersOf, networkOf, storedLayer } from '../../src/engines/sheet/weights.ts';
import { takenUp } from './widen.ts';

const NARROW = { rounds: [[4], [4], [8]], between: 12 };

test('a network that is made wider and deeper says what it said before', () => {
  const dice = diceOf(4);
  const layers = layersOf(NARROW).map(({ inputs, outputs, each }) =>
    storedLayer({
      ...{ inputs, outputs },
      weights: Float64Array.from({ length: inputs * outputs * each }, () => dice.bell() * 0.2),
      biases: Float64Array.from({ length: outputs }, () => dice.bell() * 0.1),
    }),
  );
  const stored = { layers, warmth: 1, scale: { power: 1, weights: [1, 1, 1, 1] } };
  const patch = Float32Array.from({ length: PATCH * PATCH }, () => dice.next());
  const before = scoresOf(networkOf(stored, NARROW), patch);
  const after = scoresOf(takenUp(stored, dice), patch);
  assert.ok(Math.max(...before) - Math.min(...before) > 0.01);
  for (const [kind, score] of before.entries()) assert.ok(Math.abs(score - (after[kind] as number)) < 1e-9);
});

test('a network cannot be made narrower', () => {
  const shape = { ...NARROW, rounds: [[4], [4], [800]] };
  const layers = layersOf(shape).map(({ inputs, outputs, each }) =>
    storedLayer({
      ...{ inputs, outputs },
      weights: new Float64Array(inputs * outputs * each),
      biases: new Float64Array(outputs),
    }),
  );
  assert.throws(() => takenUp({ layers, warmth: 1, scale: { power: 1, weights: [] } }, diceOf(1)), /narrower/);
});
