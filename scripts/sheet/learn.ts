import { KINDS, LAST_SIDE, SHAPE } from '../../src/engines/sheet/network.ts';
import { PATCH } from '../../src/engines/sheet/own-frame.ts';
import type { Dice } from '../../src/engines/sheet/synthetic/dice.ts';
import {
  bench,
  between,
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
  type Round,
  remembered,
  rounds,
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
  const first = rounds[0] as Round;
  for (let y = 0; y < PATCH; y += 1)
    numbers.set(patch.subarray(y * PATCH, (y + 1) * PATCH), first.field + (y + 1) * first.wide + 1);
  for (const [at, round] of rounds.entries()) {
    const { field, from } = (remembered[picture] as (typeof remembered)[number])[at] as {
      field: Float32Array;
      from: Int32Array;
    };
    field.set(numbers.subarray(round.field, round.field + field.length));
    convolve(round);
    const next = rounds[at + 1];
    if (next) halve(round, from, next.field, next.wide, 1);
    else halve(round, from, flat + picture * LAST, LAST_SIDE, 0);
  }
}

function convolve({ side, wide, inputs, outputs, third, weights, biases, field, full }: Round): void {
  const start = full + (wide + 1) * outputs;
  numbers.copyWithin(start, biases.at, biases.at + outputs);
  const all = side * wide * outputs;
  for (let done = outputs; done < all; done *= 2)
    numbers.copyWithin(start + done, start, start + Math.min(done, all - done));
  for (let row = 0; row < 3; row += 1)
    bench.addProduct(
      ...([side * wide, outputs, 3 * inputs] as const),
      ...([field + row * wide * inputs, inputs, 1] as const),
      ...([weights.at + row * third * outputs, outputs] as const),
      ...([start, outputs] as const),
    );
}

/** The largest of each four, and where it was (-1: nowhere, all were below 0). */
function halve({ side, wide, outputs, full }: Round, from: Int32Array, to: number, toWide: number, rim: number): void {
  const half = side >> 1;
  for (let y = 0; y < half; y += 1)
    for (let x = 0; x < half; x += 1) {
      const upper = full + ((2 * y + 1) * wide + 2 * x + 1) * outputs;
      const lower = upper + wide * outputs;
      const target = to + ((y + rim) * toWide + x + rim) * outputs;
      const note = (y * half + x) * outputs;
      for (let c = 0; c < outputs; c += 1) {
        let most = 0;
        let where = -1;
        const one = numbers[upper + c] as number;
        const two = numbers[upper + outputs + c] as number;
        const three = numbers[lower + c] as number;
        const four = numbers[lower + outputs + c] as number;
        if (one > most) {
          most = one;
          where = upper + c;
        }
        if (two > most) {
          most = two;
          where = upper + outputs + c;
        }
        if (three > most) {
          most = three;
          where = lower + c;
        }
        if (four > most) {
          most = four;
          where = lower + outputs + c;
        }
        numbers[target + c] = most;
        from[note + c] = where < 0 ? -1 : where - full;
      }
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
  for (let at = rounds.length - 1; at >= 0; at -= 1) {
    const round = rounds[at] as Round;
    const { field, from } = (remembered[picture] as (typeof remembered)[number])[at] as {
      field: Float32Array;
      from: Int32Array;
    };
    const next = rounds[at + 1];
    if (next) spread(round, from, next.onField, next.wide, 1);
    else spread(round, from, onFlat + picture * LAST, LAST_SIDE, 0);
    numbers.set(field, round.field);
    backConvolved(round, at > 0);
  }
}

/** Slopes go back to where the largest of each four stood; everywhere else is none. */
function spread(
  { side, wide, outputs, onFull, biases }: Round,
  from: Int32Array,
  on: number,
  onWide: number,
  rim: number,
): void {
  const half = side >> 1;
  numbers.fill(0, onFull, onFull + wide * wide * outputs);
  for (let y = 0; y < half; y += 1)
    for (let x = 0; x < half; x += 1) {
      const source = on + ((y + rim) * onWide + x + rim) * outputs;
      const note = (y * half + x) * outputs;
      for (let c = 0; c < outputs; c += 1) {
        const where = from[note + c] as number;
        if (where < 0) continue;
        const slope = numbers[source + c] as number;
        numbers[onFull + where] = slope;
        numbers[biases.slope + c] = (numbers[biases.slope + c] as number) + slope;
      }
    }
}

function backConvolved(round: Round, further: boolean): void {
  const { side, wide, inputs, outputs, third, weights, field, onField, onFull, mirrored } = round;
  const start = onFull + (wide + 1) * outputs;
  for (let row = 0; row < 3; row += 1)
    bench.addProduct(
      ...([third, outputs, side * wide] as const),
      ...([field + row * wide * inputs, 1, inputs] as const),
      ...([start, outputs] as const),
      ...([weights.slope + row * third * outputs, outputs] as const),
    );
  if (!further) return;
  const to = onField + (wide + 1) * inputs;
  numbers.fill(0, to, to + side * wide * inputs);
  for (let row = 0; row < 3; row += 1)
    bench.addProduct(
      ...([side * wide, inputs, 3 * outputs] as const),
      ...([onFull + row * wide * outputs, outputs, 1] as const),
      ...([mirrored + row * 3 * outputs * inputs, inputs] as const),
      ...([to, inputs] as const),
    );
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
