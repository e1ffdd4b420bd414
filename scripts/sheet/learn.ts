import { KINDS, LAST_SIDE, SHAPE } from '../../src/engines/sheet/network.ts';
import { PATCH } from '../../src/engines/sheet/own-frame.ts';
import type { Dice } from '../../src/engines/sheet/synthetic/dice.ts';
import { backConvolved, bend, convolve, halve, spread, unbend } from './convolve.ts';
import {
  bench,
  between,
  type Convolution,
  convolutions,
  flat,
  inner,
  LAST,
  type Learning,
  last,
  numbers,
  onFlat,
  onInner,
  onScores,
  parts,
  remembered,
  scores,
  TOGETHER,
  turned,
  turnWeights,
} from './learning.ts';

/** Adam (Kingma and Ba 2015). */
const [FADE, FADE_SQUARED, TINY, DECAY] = [0.9, 0.999, 1e-8, 1e-4];
let steps = 0;

/**
 * One step down the slope of the mean cross-entropy over some patches (a multiple of eight); answers that mean. `drop` of the
 * inner values are put out.
 */
export function step(
  patches: readonly Float32Array[],
  kinds: readonly number[],
  rate: number,
  drop: number,
  dice: Dice,
): number {
  for (const { weights, biases } of parts)
    for (const { slope, count } of [weights, biases]) numbers.fill(0, slope, slope + count);
  turnWeights();
  let loss = 0;
  for (let from = 0; from < patches.length; from += TOGETHER)
    loss += learnTogether(patches.slice(from, from + TOGETHER), kinds.slice(from, from + TOGETHER), drop, dice);
  steps += 1;
  for (const { weights, biases } of parts) {
    move(weights, rate, patches.length, DECAY);
    move(biases, rate, patches.length, 0);
  }
  return loss / patches.length;
}

function learnTogether(patches: readonly Float32Array[], kinds: readonly number[], drop: number, dice: Dice): number {
  for (const [at, patch] of patches.entries()) forward(patch, at);
  fillRows(inner, SHAPE.between, between.biases.at);
  bench.addProduct(
    ...([TOGETHER, SHAPE.between, LAST] as const),
    ...([flat, LAST, 1] as const),
    ...([between.weights.at, SHAPE.between] as const),
    ...([inner, SHAPE.between] as const),
  );
  for (let at = inner; at < inner + TOGETHER * SHAPE.between; at += 1)
    numbers[at] = (numbers[at] as number) > 0 && !dice.chance(drop) ? (numbers[at] as number) / (1 - drop) : 0;
  fillRows(scores, KINDS.length, last.biases.at);
  bench.addProduct(
    TOGETHER,
    KINDS.length,
    SHAPE.between,
    inner,
    SHAPE.between,
    1,
    last.weights.at,
    KINDS.length,
    scores,
    KINDS.length,
  );
  const loss = judge(kinds);
  backLast(drop);
  for (const at of patches.keys()) back(at);
  return loss;
}

function fillRows(to: number, columns: number, from: number): void {
  for (let row = 0; row < TOGETHER; row += 1) numbers.copyWithin(to + row * columns, from, from + columns);
}

function forward(patch: Float32Array, picture: number): void {
  const first = convolutions[0] as Convolution;
  for (let y = 0; y < PATCH; y += 1)
    numbers.set(patch.subarray(y * PATCH, (y + 1) * PATCH), first.field + (y + 1) * first.wide + 1);
  for (const [at, convolution] of convolutions.entries()) {
    const { field, from } = (remembered[picture] as (typeof remembered)[number])[at] as {
      field: Float32Array;
      from: Int32Array;
    };
    field.set(numbers.subarray(convolution.field, convolution.field + field.length));
    convolve(convolution);
    const next = convolutions[at + 1];
    if (next && !convolution.halves) bend(convolution, next.field);
    else if (next) halve(convolution, from, next.field, next.wide, 1);
    else halve(convolution, from, flat + picture * LAST, LAST_SIDE, 0);
  }
}

/** Slightly soft labels: the network must not grow surer than the marks are plain. */
function judge(kinds: readonly number[]): number {
  let loss = 0;
  for (const [row, kind] of kinds.entries()) {
    const at = scores + row * KINDS.length;
    const own = numbers.subarray(at, at + KINDS.length);
    const highest = Math.max(...own);
    const powers = Array.from(own, (score) => Math.exp(score - highest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    for (const [answer, power] of powers.entries())
      numbers[onScores + row * KINDS.length + answer] =
        power / total - (answer === kind ? 0.98 : 0.02 / (KINDS.length - 1));
    loss -= Math.log((powers[kind] as number) / total + 1e-12);
  }
  return loss;
}

function backLast(drop: number): void {
  sumRows(onScores, KINDS.length, last.biases.slope);
  bench.addProduct(
    SHAPE.between,
    KINDS.length,
    TOGETHER,
    inner,
    1,
    SHAPE.between,
    onScores,
    KINDS.length,
    last.weights.slope,
    KINDS.length,
  );
  numbers.fill(0, onInner, onInner + TOGETHER * SHAPE.between);
  bench.addProduct(
    TOGETHER,
    SHAPE.between,
    KINDS.length,
    onScores,
    KINDS.length,
    1,
    turned.last,
    SHAPE.between,
    onInner,
    SHAPE.between,
  );
  for (let at = 0; at < TOGETHER * SHAPE.between; at += 1)
    numbers[onInner + at] = numbers[inner + at] === 0 ? 0 : (numbers[onInner + at] as number) / (1 - drop);
  sumRows(onInner, SHAPE.between, between.biases.slope);
  bench.addProduct(
    LAST,
    SHAPE.between,
    TOGETHER,
    flat,
    1,
    LAST,
    onInner,
    SHAPE.between,
    between.weights.slope,
    SHAPE.between,
  );
  numbers.fill(0, onFlat, onFlat + TOGETHER * LAST);
  bench.addProduct(TOGETHER, LAST, SHAPE.between, onInner, SHAPE.between, 1, turned.between, LAST, onFlat, LAST);
}

function sumRows(from: number, columns: number, to: number): void {
  for (let at = 0; at < TOGETHER * columns; at += 1)
    numbers[to + (at % columns)] = (numbers[to + (at % columns)] as number) + (numbers[from + at] as number);
}

function back(picture: number): void {
  for (let at = convolutions.length - 1; at >= 0; at -= 1) {
    const convolution = convolutions[at] as Convolution;
    const { field, from } = (remembered[picture] as (typeof remembered)[number])[at] as {
      field: Float32Array;
      from: Int32Array;
    };
    const next = convolutions[at + 1];
    if (next && !convolution.halves) unbend(convolution, next);
    else if (next) spread(convolution, from, next.onField, next.wide, 1);
    else spread(convolution, from, onFlat + picture * LAST, LAST_SIDE, 0);
    numbers.set(field, convolution.field);
    backConvolved(convolution, at > 0);
  }
}

function move({ at, slope, count, first, second }: Learning, rate: number, patches: number, decay: number): void {
  const [whole, wholeSquared] = [1 - FADE ** steps, 1 - FADE_SQUARED ** steps];
  for (let index = 0; index < count; index += 1) {
    const down = (numbers[slope + index] as number) / patches;
    first[index] = FADE * (first[index] as number) + (1 - FADE) * down;
    second[index] = FADE_SQUARED * (second[index] as number) + (1 - FADE_SQUARED) * down * down;
    const pull = (first[index] as number) / whole / (Math.sqrt((second[index] as number) / wholeSquared) + TINY);
    const value = numbers[at + index] as number;
    numbers[at + index] = value - rate * (pull + decay * value);
  }
}
