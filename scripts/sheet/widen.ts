import { type Layer, type Network, SHAPE } from '../../src/engines/sheet/network.ts';
import type { Dice } from '../../src/engines/sheet/synthetic/dice.ts';
import { layersOf, networkOf, type StoredNetwork } from '../../src/engines/sheet/weights.ts';

/** A network that was written down, however narrow it was then: as wide as networks are now, and saying the same. */
export function takenUp(stored: StoredNetwork, dice: Dice): Network {
  const channels = stored.layers.slice(0, -2).map(({ biases }) => biases.length);
  const old = networkOf(stored, { channels, between: stored.layers.at(-2)?.biases.length ?? 0 });
  const before = [...old.convolutions, old.between, old.last];
  const layers = layersOf(SHAPE).map((shape, at) => widened(before[at] as Layer, shape, dice));
  const [between, last] = layers.slice(-2) as [Layer, Layer];
  return { convolutions: layers.slice(0, -2), between, last };
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
