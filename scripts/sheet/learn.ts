import { addConvolved, rimmed } from '../../src/engines/sheet/convolution.ts';
import {
  connected,
  convolved,
  halvedMaxima,
  KINDS,
  type Layer,
  type Network,
  SHAPE,
} from '../../src/engines/sheet/network.ts';
import { PATCH } from '../../src/engines/sheet/patch.ts';
import type { Dice } from '../../src/engines/sheet/synthetic/dice.ts';
import { LAYERS } from '../../src/engines/sheet/weights.ts';

/** Adam (Kingma and Ba 2015). */
const [FADE, FADE_SQUARED, TINY] = [0.9, 0.999, 1e-8];

/** A layer that learns: its numbers, how they should change, and how they changed before. */
interface Learning {
  readonly layer: Layer;
  readonly weights: Moments;
  readonly biases: Moments;
}

interface Moments {
  readonly values: Float32Array;
  readonly slope: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

export class Learner {
  readonly network: Network;
  private readonly layers: readonly Learning[];
  private steps = 0;

  constructor(dice: Dice, from?: Network) {
    const given = from && [...from.convolutions, from.between, from.last];
    this.layers = LAYERS.map(({ inputs, outputs, each }, at) => {
      const spread = Math.sqrt(2 / (inputs * each));
      const weights =
        given?.[at]?.weights ?? Float32Array.from({ length: inputs * outputs * each }, () => dice.bell() * spread);
      const biases = given?.[at]?.biases ?? new Float32Array(outputs);
      return { layer: { inputs, outputs, weights, biases }, weights: momentsOf(weights), biases: momentsOf(biases) };
    });
    const layers = this.layers.map(({ layer }) => layer);
    const [between, last] = layers.slice(-2) as [Layer, Layer];
    this.network = { convolutions: layers.slice(0, -2), between, last };
  }

  /** One step down the slope of the mean cross-entropy over some patches; answers that mean. `drop` of the inner values are put out. */
  step(patches: readonly Float32Array[], kinds: readonly number[], rate: number, drop: number, dice: Dice): number {
    let loss = 0;
    for (const [at, patch] of patches.entries()) loss += this.learn(patch, kinds[at] as number, drop, dice);
    this.steps += 1;
    for (const { weights, biases } of this.layers) {
      move(weights, rate, this.steps, patches.length, 1e-4);
      move(biases, rate, this.steps, patches.length, 0);
    }
    return loss / patches.length;
  }

  private learn(patch: Float32Array, kind: number, drop: number, dice: Dice): number {
    const rounds: { input: Float32Array; full: Float32Array; half: Float32Array; side: number }[] = [];
    let field = patch;
    let side: number = PATCH;
    const [convolutions, [between, last]] = [
      this.layers.slice(0, SHAPE.channels.length),
      this.layers.slice(-2) as [Learning, Learning],
    ];
    for (const { layer } of convolutions) {
      const full = convolved(layer, field, side);
      const half = halvedMaxima(full, layer.outputs, side);
      rounds.push({ input: field, full, half, side });
      field = half;
      side >>= 1;
    }
    const inner = connected(between.layer, field, false);
    for (let at = 0; at < inner.length; at += 1)
      inner[at] =
        (inner[at] as number) > 0 && !(drop > 0 && dice.chance(drop)) ? (inner[at] as number) / (1 - drop) : 0;
    const scores = connected(last.layer, inner, false);
    const highest = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - highest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    // Slightly soft labels: the network must not grow surer than the marks are plain.
    const wrong = powers.map((power, at) => power / total - (at === kind ? 0.97 : 0.03 / (KINDS.length - 1)));
    const onInner = backConnected(last, inner, wrong);
    for (let at = 0; at < inner.length; at += 1)
      onInner[at] = inner[at] === 0 ? 0 : (onInner[at] as number) / (1 - drop);
    let back = backConnected(between, field, onInner);
    for (let at = rounds.length - 1; at >= 0; at -= 1) {
      const { input, full, half, side: size } = rounds[at] as (typeof rounds)[number];
      const learning = convolutions[at] as Learning;
      const onFull = backHalved(full, half, back, learning.layer.outputs, size);
      back = backConvolved(learning, input, onFull, size, at > 0);
    }
    return -Math.log((powers[kind] as number) / total + 1e-12);
  }
}

function momentsOf(values: Float32Array): Moments {
  const zeros = () => new Float32Array(values.length);
  return { values, slope: zeros(), first: zeros(), second: zeros() };
}

function move(
  { values, slope, first, second }: Moments,
  rate: number,
  step: number,
  count: number,
  decay: number,
): void {
  const [whole, wholeSquared] = [1 - FADE ** step, 1 - FADE_SQUARED ** step];
  for (let at = 0; at < values.length; at += 1) {
    const down = (slope[at] as number) / count;
    first[at] = FADE * (first[at] as number) + (1 - FADE) * down;
    second[at] = FADE_SQUARED * (second[at] as number) + (1 - FADE_SQUARED) * down * down;
    const pull = (first[at] as number) / whole / (Math.sqrt((second[at] as number) / wholeSquared) + TINY);
    values[at] = (values[at] as number) - rate * (pull + decay * (values[at] as number));
    slope[at] = 0;
  }
}

function backConvolved(
  { layer, weights, biases }: Learning,
  field: Float32Array,
  onOut: Float32Array,
  side: number,
  further: boolean,
): Float32Array {
  const { inputs, outputs } = layer;
  const [area, wide] = [side * side, (side + 2) ** 2];
  const rim = rimmed(field, inputs, side);
  for (let o = 0; o < outputs; o += 1) {
    for (let at = o * area; at < (o + 1) * area; at += 1)
      biases.slope[o] = (biases.slope[o] as number) + (onOut[at] as number);
    for (let i = 0; i < inputs; i += 1)
      addSlopes(weights.slope, (o * inputs + i) * 9, rim, i * wide, onOut, o * area, side);
  }
  const onField = new Float32Array(further ? inputs * area : 0);
  if (!further) return onField;
  // What a weight carried forward it carries back, mirrored.
  const [mirrored, onRim] = [
    layer.weights.map((_, at, all) => all[at - (at % 9) + 8 - (at % 9)] as number),
    rimmed(onOut, outputs, side),
  ];
  for (let i = 0; i < inputs; i += 1)
    for (let o = 0; o < outputs; o += 1)
      addConvolved(onField, i * area, onRim, o * wide, mirrored, (o * inputs + i) * 9, side);
  return onField;
}

/** How nine weights should change: most values have no slope, and are passed over. */
function addSlopes(
  slope: Float32Array,
  tap: number,
  rim: Float32Array,
  from: number,
  onOut: Float32Array,
  to: number,
  side: number,
): void {
  let [a, b, c, d, e, f, g, h, i] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const by = onOut[to + y * side + x] as number;
      if (by === 0) continue;
      const upper = from + y * (side + 2) + x;
      const middle = upper + side + 2;
      const lower = middle + side + 2;
      a += by * (rim[upper] as number);
      b += by * (rim[upper + 1] as number);
      c += by * (rim[upper + 2] as number);
      d += by * (rim[middle] as number);
      e += by * (rim[middle + 1] as number);
      f += by * (rim[middle + 2] as number);
      g += by * (rim[lower] as number);
      h += by * (rim[lower + 1] as number);
      i += by * (rim[lower + 2] as number);
    }
  for (const [at, value] of [a, b, c, d, e, f, g, h, i].entries())
    slope[tap + at] = (slope[tap + at] as number) + value;
}

function largestAt(field: Float32Array, at: number, half: number, side: number): number {
  const channel = Math.floor(at / (half * half));
  const [x, y] = [at % half, Math.floor(at / half) % half];
  const from = channel * side * side + 2 * y * side + 2 * x;
  let best = from;
  if ((field[from + 1] as number) > (field[best] as number)) best = from + 1;
  if ((field[from + side] as number) > (field[best] as number)) best = from + side;
  if ((field[from + side + 1] as number) > (field[best] as number)) best = from + side + 1;
  return best;
}

function backHalved(
  full: Float32Array,
  half: Float32Array,
  onHalf: Float32Array,
  channels: number,
  side: number,
): Float32Array {
  const out = new Float32Array(channels * side * side);
  for (let at = 0; at < half.length; at += 1)
    // A value that was cut to 0 has no slope.
    if ((half[at] as number) > 0) out[largestAt(full, at, side >> 1, side)] = onHalf[at] as number;
  return out;
}

function backConnected({ layer, weights, biases }: Learning, values: Float32Array, onOut: Float32Array): Float32Array {
  const back = new Float32Array(layer.inputs);
  for (let o = 0; o < layer.outputs; o += 1) {
    const by = onOut[o] as number;
    biases.slope[o] = (biases.slope[o] as number) + by;
    if (by !== 0)
      for (let i = 0, at = o * layer.inputs; i < layer.inputs; i += 1, at += 1) {
        weights.slope[at] = (weights.slope[at] as number) + by * (values[i] as number);
        back[i] = (back[i] as number) + by * (layer.weights[at] as number);
      }
  }
  return back;
}
