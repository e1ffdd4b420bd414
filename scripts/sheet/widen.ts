import { type Layer, type Network, SHAPE } from '../../src/engines/sheet/network.ts';
import type { Dice } from '../../src/engines/sheet/synthetic/dice.ts';
import { inRounds, layersOf, networkFrom, networkOf, type StoredNetwork } from '../../src/engines/sheet/weights.ts';

/** A network that was written down, however narrow and shallow it was then: as wide and deep as networks are now, and saying the same. */
export function takenUp(stored: StoredNetwork, dice: Dice): Network {
  const widths = stored.layers.map(({ biases }) => biases.length);
  const channels = widths.slice(0, -2);
  const asDeep = channels.length === SHAPE.rounds.flat().length;
  // The shallow ones had one convolution a round.
  const rounds = asDeep ? inRounds(channels, SHAPE.rounds) : channels.map((width) => [width]);
  const old = networkOf(stored, { rounds, between: widths.at(-2) ?? 0 });
  const before = [
    ...SHAPE.rounds.flatMap((round, at) => round.map((_, place) => old.rounds[at]?.[place])),
    old.between,
    old.last,
  ];
  const layers = layersOf(SHAPE).map((shape, at) =>
    widened(before[at] ?? passingOn(before[at - 1]?.outputs ?? 0), shape, dice),
  );
  return networkFrom(layers, SHAPE);
}

/** A convolution that says what it hears: what reaches it is never below 0. */
function passingOn(planes: number): Layer {
  const weights = Float64Array.from({ length: planes * planes * 9 }, (_, at) =>
    at % 9 === 4 && Math.floor(at / 9) % (planes + 1) === 0 ? 1 : 0,
  );
  return { inputs: planes, outputs: planes, weights, biases: new Float64Array(planes) };
}

/** What is new listens to all (He 2015); what was there does not listen to it yet. */
function widened(old: Layer, { inputs, outputs, each }: ReturnType<typeof layersOf>[number], { bell }: Dice): Layer {
  if (old.inputs > inputs || old.outputs > outputs) throw new RangeError('A network cannot be made narrower');
  const [row, oldRow] = [inputs * each, old.inputs * each];
  const weights = Float64Array.from({ length: outputs * row }, (_, at) => {
    const [o, i] = [Math.floor(at / row), at % row];
    if (o >= old.outputs) return bell() * Math.sqrt(2 / row);
    return i < oldRow ? (old.weights[o * oldRow + i] as number) : 0;
  });
  return { inputs, outputs, weights, biases: Float64Array.from({ length: outputs }, (_, o) => old.biases[o] ?? 0) };
}
