import { KINDS, LAST_SIDE, type Layer, type Network, SHAPE } from '../../src/engines/sheet/network.ts';
import { PATCH } from '../../src/engines/sheet/own-frame.ts';
import type { Dice } from '../../src/engines/sheet/synthetic/dice.ts';
import { networkFrom } from '../../src/engines/sheet/weights.ts';
import { workbench } from './multiply.ts';

/** Pictures that go through the last layers together. */
export const TOGETHER = 8;
export const bench = workbench(48);
export const { numbers } = bench;

/** Numbers that learn: where they lie, how they should change, and how they changed before. */
export interface Learning {
  readonly at: number;
  readonly slope: number;
  readonly count: number;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/**
 * One convolution: pictures lie point by point (all channels of a point side by side), with a rim of zeros. A convolution is then
 * three products of matrices, one for each row of its weights, whose left rows overlap.
 */
export interface Convolution {
  readonly side: number;
  /** Whether its answers are halved; else they only lose what is below 0. */
  readonly halves: boolean;
  readonly wide: number;
  readonly inputs: number;
  readonly outputs: number;
  /** Rows of a third of the weights: three points of all channels, filled up to a multiple of four. */
  readonly third: number;
  readonly weights: Learning;
  readonly biases: Learning;
  readonly mirrored: number;
  readonly field: number;
  readonly onField: number;
  readonly full: number;
  readonly onFull: number;
}

const CHANNELS = SHAPE.rounds.flat();
const PLACES = SHAPE.rounds.flatMap((round, at) =>
  round.map((_, place) => ({ side: PATCH >> at, halves: place === round.length - 1 })),
);

export const convolutions: readonly Convolution[] = CHANNELS.map((outputs, at) => {
  const { side, halves } = PLACES[at] as (typeof PLACES)[number];
  const wide = side + 2;
  const inputs = CHANNELS[at - 1] ?? 1;
  const third = (3 * inputs + 3) & ~3;
  const picture = (channels: number) => bench.take((wide * wide + 8) * channels + 16);
  return {
    ...{ side, halves, wide, inputs, outputs, third },
    weights: learning(3 * third * outputs),
    biases: learning(outputs),
    mirrored: bench.take(9 * inputs * outputs),
    ...{ field: picture(inputs), onField: picture(inputs), full: picture(outputs), onFull: picture(outputs) },
  };
});
export const LAST = (CHANNELS.at(-1) ?? 1) * LAST_SIDE ** 2;
export const between = { weights: learning(LAST * SHAPE.between), biases: learning(SHAPE.between) };
export const last = { weights: learning(SHAPE.between * KINDS.length), biases: learning(KINDS.length) };
export const turned = { between: bench.take(LAST * SHAPE.between), last: bench.take(SHAPE.between * KINDS.length) };
export const flat = bench.take(TOGETHER * LAST);
export const onFlat = bench.take(TOGETHER * LAST);
export const inner = bench.take(TOGETHER * SHAPE.between);
export const onInner = bench.take(TOGETHER * SHAPE.between);
export const scores = bench.take(TOGETHER * KINDS.length);
export const onScores = bench.take(TOGETHER * KINDS.length);
export const parts = [...convolutions, between, last];
/** What the convolutions remember of each picture of a group, until its slopes come back. */
export const remembered = Array.from({ length: TOGETHER }, () =>
  convolutions.map(({ wide, inputs, outputs }) => ({
    field: new Float32Array(wide * wide * inputs),
    from: new Int32Array((wide >> 1) ** 2 * outputs),
  })),
);
function learning(count: number): Learning {
  return {
    ...{ at: bench.take(count), slope: bench.take(count), count },
    ...{ first: new Float32Array(count), second: new Float32Array(count) },
  };
}

/** Weights thrown anew (He 2015), or those of a network that has learnt before. */
export function begin(dice: Dice, from?: Network): void {
  const throwAll = ({ at, count }: Learning, inputs: number) => {
    for (let place = at; place < at + count; place += 1) numbers[place] = dice.bell() * Math.sqrt(2 / inputs);
  };
  for (const { weights, inputs, outputs, third } of convolutions) {
    throwAll(weights, inputs * 9);
    for (let row = 0; row < 3 * third; row += 1)
      if (row % third >= 3 * inputs) numbers.fill(0, weights.at + row * outputs, weights.at + (row + 1) * outputs);
  }
  throwAll(between.weights, LAST);
  throwAll(last.weights, SHAPE.between);
  if (from) takeOver(from);
}

/** For each layer, which of our numbers each of the network's own is: those lie output by output, and plane by plane. */
function places(): readonly {
  readonly layer: Layer;
  readonly weights: (index: number) => number;
  readonly biases: number;
}[] {
  const empty = (inputs: number, outputs: number, each: number): Layer => ({
    ...{ inputs, outputs },
    weights: new Float64Array(inputs * outputs * each),
    biases: new Float64Array(outputs),
  });
  const channels = CHANNELS.at(-1) ?? 1;
  return [
    ...convolutions.map(({ inputs, outputs, third, weights, biases }) => ({
      layer: empty(inputs, outputs, 9),
      weights: (index: number) => {
        const [tap, i, o] = [index % 9, Math.floor(index / 9) % inputs, Math.floor(index / 9 / inputs)];
        return weights.at + (Math.floor(tap / 3) * third + (tap % 3) * inputs + i) * outputs + o;
      },
      biases: biases.at,
    })),
    {
      layer: empty(LAST, SHAPE.between, 1),
      weights: (index) => {
        const [point, channel] = [index % LAST_SIDE ** 2, Math.floor((index % LAST) / LAST_SIDE ** 2)];
        return between.weights.at + (point * channels + channel) * SHAPE.between + Math.floor(index / LAST);
      },
      biases: between.biases.at,
    },
    {
      layer: empty(SHAPE.between, KINDS.length, 1),
      weights: (index) => last.weights.at + (index % SHAPE.between) * KINDS.length + Math.floor(index / SHAPE.between),
      biases: last.biases.at,
    },
  ];
}

/** What has been learnt so far, as the reader uses it. */
export function learnt(): Network {
  const layers = places().map(({ layer, weights, biases }) => ({
    ...layer,
    weights: layer.weights.map((_, index) => numbers[weights(index)] as number),
    biases: layer.biases.map((_, index) => numbers[biases + index] as number),
  }));
  return networkFrom(layers, SHAPE);
}

function takeOver(network: Network): void {
  const layers = [...network.rounds.flat(), network.between, network.last];
  for (const [at, { weights, biases }] of places().entries()) {
    const layer = layers[at] as Layer;
    for (const [index, value] of layer.weights.entries()) numbers[weights(index)] = value;
    numbers.set(layer.biases, biases);
  }
}

/** What a weight carried forward it carries back: mirrored for the convolutions, rows for columns for the rest. */
export function turnWeights(): void {
  for (const { weights, inputs, outputs, third, mirrored } of convolutions)
    for (let tap = 0; tap < 9; tap += 1) {
      const [row, column] = [Math.floor(tap / 3), tap % 3];
      const from = weights.at + (row * third + column * inputs) * outputs;
      const to = mirrored + (8 - tap) * outputs * inputs;
      for (let i = 0; i < inputs; i += 1)
        for (let o = 0; o < outputs; o += 1) numbers[to + o * inputs + i] = numbers[from + i * outputs + o] as number;
    }
  turn(between.weights.at, LAST, SHAPE.between, turned.between);
  turn(last.weights.at, SHAPE.between, KINDS.length, turned.last);
}

function turn(from: number, rows: number, columns: number, to: number): void {
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      numbers[to + column * rows + row] = numbers[from + row * columns + column] as number;
}
