import { addConvolved, rimmed } from './convolution.ts';
import { PATCH } from './patch.ts';

/** What a box can hold, in the order of the network's answers. `other` is all that is neither clearly empty, V nor X. */
export const KINDS = ['empty', 'V', 'X', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** Three rounds of 3 by 3 convolution and halving, one layer between, one answer for each kind. */
export const SHAPE = { channels: [12, 24, 40], between: 48 } as const;

/** A layer's numbers, output by output: its weights, and then its bias at the end of all. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  /** For a convolution `outputs` x `inputs` x 9, else `outputs` x `inputs`. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export interface Network {
  readonly convolutions: readonly Layer[];
  readonly between: Layer;
  readonly last: Layer;
}

/** Pixels along the side after the rounds. */
export const LAST_SIDE = PATCH >> SHAPE.channels.length;

/** How much speaks for each kind, before it is made a probability: four numbers, the larger the likelier. */
export function scoresOf(network: Network, patch: Float32Array): Float32Array {
  let side = PATCH;
  let field = patch;
  for (const layer of network.convolutions) {
    field = halvedMaxima(convolved(layer, field, side), layer.outputs, side);
    side >>= 1;
  }
  return connected(network.last, connected(network.between, field, true), false);
}

/** Probabilities; `warmth` above 1 makes them more modest. */
export function probabilitiesOf(scores: Float32Array, warmth: number): readonly number[] {
  const highest = Math.max(...scores);
  const powers = Array.from(scores, (score) => Math.exp((score - highest) / warmth));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Same size out as in: outside the picture is paper. Negative values become 0. */
export function convolved(
  { inputs, outputs, weights, biases }: Layer,
  field: Float32Array,
  side: number,
): Float32Array {
  const [area, rim] = [side * side, rimmed(field, inputs, side)];
  const out = new Float32Array(outputs * area);
  for (let o = 0; o < outputs; o += 1) {
    out.fill(biases[o] as number, o * area, (o + 1) * area);
    for (let i = 0; i < inputs; i += 1)
      addConvolved(out, o * area, rim, i * (side + 2) ** 2, weights, (o * inputs + i) * 9, side);
  }
  for (let at = 0; at < out.length; at += 1) if ((out[at] as number) < 0) out[at] = 0;
  return out;
}

/** The largest of each four; an odd last row or column is left out. */
export function halvedMaxima(field: Float32Array, channels: number, side: number): Float32Array {
  const half = side >> 1;
  const out = new Float32Array(channels * half * half);
  for (let c = 0; c < channels; c += 1)
    for (let y = 0; y < half; y += 1) {
      let from = c * side * side + 2 * y * side;
      for (let x = 0, at = (c * half + y) * half; x < half; x += 1, at += 1, from += 2)
        out[at] = Math.max(
          field[from] as number,
          field[from + 1] as number,
          field[from + side] as number,
          field[from + side + 1] as number,
        );
    }
  return out;
}

export function connected(
  { inputs, outputs, weights, biases }: Layer,
  values: Float32Array,
  bent: boolean,
): Float32Array {
  const out = new Float32Array(outputs);
  for (let o = 0; o < outputs; o += 1) {
    let sum = biases[o] as number;
    for (let i = 0, at = o * inputs; i < inputs; i += 1, at += 1)
      sum += (weights[at] as number) * (values[i] as number);
    out[o] = bent && sum < 0 ? 0 : sum;
  }
  return out;
}
