import { addConvolved, bent, halvedMaxima, rimmed, unrimmed } from './convolution.ts';
import { PATCH } from './own-frame.ts';

/** What a box can hold, in the order of the network's answers. `other` is all that is neither clearly empty, V nor X. */
export const KINDS = ['empty', 'V', 'X', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** How wide each layer is: 3 by 3 convolutions, a halving after each round of them, one layer between, one answer for each kind. */
export interface Shape {
  readonly rounds: readonly (readonly number[])[];
  readonly between: number;
}

export const SHAPE: Shape = { rounds: [[16], [32, 32], [64]], between: 64 };

/** A layer's numbers, output by output: its weights, and then its bias at the end of all. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  /** For a convolution `outputs` x `inputs` x 9, else `outputs` x `inputs`. */
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

export interface Network {
  readonly rounds: readonly (readonly Layer[])[];
  readonly between: Layer;
  readonly last: Layer;
}

/** Pixels along the side after the rounds. */
export const LAST_SIDE = PATCH >> SHAPE.rounds.length;

/** How much speaks for each kind, before it is made a probability: four numbers, the larger the likelier. */
export function scoresOf(network: Network, patch: Float32Array): Float64Array {
  let side = PATCH;
  let field = rimmed(patch, side);
  let planes = 1;
  for (const round of network.rounds) {
    for (const [at, layer] of round.entries()) {
      const full = convolved(layer, field, side);
      planes = layer.outputs;
      field = at < round.length - 1 ? bent(full, planes, side) : halvedMaxima(full, planes, side);
    }
    side >>= 1;
  }
  return connected(network.last, connected(network.between, unrimmed(field, planes, side), true), false);
}

/** Probabilities; `warmth` above 1 makes them more modest. */
export function probabilitiesOf(scores: Float64Array, warmth: number): readonly number[] {
  const highest = Math.max(...scores);
  const powers = Array.from(scores, (score) => Math.exp((score - highest) / warmth));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function convolved({ inputs, outputs, weights, biases }: Layer, field: Float64Array, side: number): Float64Array {
  const plane = (side + 2) ** 2;
  const out = new Float64Array(outputs * plane);
  for (let o = 0; o < outputs; o += 1) {
    out.fill(biases[o] as number, o * plane, (o + 1) * plane);
    for (let i = 0; i < inputs; i += 1)
      addConvolved(out, o * plane, field, i * plane, weights, (o * inputs + i) * 9, side);
  }
  return out;
}

function connected({ inputs, outputs, weights, biases }: Layer, values: Float64Array, bent: boolean): Float64Array {
  const out = new Float64Array(outputs);
  for (let o = 0; o < outputs; o += 1) {
    let sum = biases[o] as number;
    for (let i = 0, at = o * inputs; i < inputs; i += 1, at += 1)
      sum += (weights[at] as number) * (values[i] as number);
    out[o] = bent && sum < 0 ? 0 : sum;
  }
  return out;
}
