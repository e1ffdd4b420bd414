import type { Reader, Scale } from './judge.ts';
import { KINDS, LAST_SIDE, type Layer, type Network, SHAPE, type Shape } from './network.ts';

/** A network as text: every output's weights as whole numbers from -127 to 127 with a step of their own, in base 64. */
export interface StoredNetwork {
  readonly layers: readonly StoredLayer[];
  /** Makes the probabilities true: found on writers that the network was not trained on. */
  readonly warmth: number;
  readonly scale: Scale;
}

export interface StoredLayer {
  /** Bytes, one a weight, as base 64. */
  readonly weights: string;
  /** One number an output. */
  readonly steps: readonly number[];
  readonly biases: readonly number[];
}

/** Inputs and outputs of each layer, and how many weights join two of them. */
export function layersOf({
  rounds,
  between,
}: Shape): readonly { readonly inputs: number; readonly outputs: number; readonly each: number }[] {
  const channels = rounds.flat();
  return [
    ...channels.map((outputs, at) => ({ inputs: channels[at - 1] ?? 1, outputs, each: 9 })),
    { inputs: (channels.at(-1) ?? 1) * LAST_SIDE ** 2, outputs: between, each: 1 },
    { inputs: between, outputs: KINDS.length, each: 1 },
  ];
}

/** Ready to read with. */
export function readerOf(stored: StoredNetwork): Reader {
  return { network: networkOf(stored), warmth: stored.warmth, scale: stored.scale };
}

/** Throws when the text is not that of a network of this shape. */
export function networkOf(stored: Pick<StoredNetwork, 'layers'>, shape: Shape = SHAPE): Network {
  const layers = layersOf(shape).map(({ inputs, outputs, each }, at): Layer => {
    const layer = stored.layers[at];
    const whole = layer ? Int8Array.from(atob(layer.weights), (sign) => sign.charCodeAt(0)) : new Int8Array();
    if (
      !layer ||
      whole.length !== inputs * outputs * each ||
      layer.steps.length !== outputs ||
      layer.biases.length !== outputs
    )
      throw new Error(`Layer ${at} of the network has another shape`);
    const row = inputs * each;
    return {
      inputs,
      outputs,
      weights: Float64Array.from(whole, (value, index) => value * (layer.steps[Math.floor(index / row)] as number)),
      biases: Float64Array.from(layer.biases),
    };
  });
  return networkFrom(layers, shape);
}

/** Layers one after another, put where they belong. */
export function networkFrom(layers: readonly Layer[], { rounds }: Shape): Network {
  const [between, last] = layers.slice(-2) as [Layer, Layer];
  return { rounds: inRounds(layers, rounds), between, last };
}

/** What belongs to one convolution after another, round by round; what is left over is left out. */
export function inRounds<T>(all: readonly T[], rounds: Shape['rounds']): readonly (readonly T[])[] {
  const left = [...all];
  return rounds.map(({ length }) => left.splice(0, length));
}

export function storedLayer({ inputs, outputs, weights, biases }: Layer): StoredLayer {
  const row = weights.length / outputs;
  const steps = Array.from({ length: outputs }, (_, o) => {
    const most = weights.subarray(o * row, (o + 1) * row).reduce((high, value) => Math.max(high, Math.abs(value)), 0);
    return Number((most / 127 || 1).toPrecision(6));
  });
  const whole = Int8Array.from(weights, (value, at) => Math.round(value / (steps[Math.floor(at / row)] as number)));
  const signs = Array.from(new Uint8Array(whole.buffer), (byte) => String.fromCharCode(byte));
  if (inputs * outputs > weights.length) throw new Error('a layer lacks weights');
  return { weights: btoa(signs.join('')), steps, biases: Array.from(biases, (bias) => Number(bias.toPrecision(6))) };
}
