/**
 * Makes the network's answers true for photos as they come in: fits the scale of `trained.json` to photos that `gather.ts` took of
 * the tuning writers' sheets. `node scripts/bootstrap.mjs scripts/sheet/calibrate.ts PHOTOS.jsonl... --network FILE`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Scale, scaled } from '../../src/engines/sheet/judge.ts';
import type { StoredNetwork } from '../../src/engines/sheet/weights.ts';
import { kindNumber, readGathered } from './gathered.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { network: { type: 'string', default: 'src/engines/sheet/trained.json' } },
});
const boxes = readGathered(positionals)
  .filter(({ status }) => status === 'read')
  .flatMap((photo) => photo.boxes)
  .filter(({ seen, chances }) => seen && chances);

/** How surprised one is by the truth, on average. */
function surprise(scale: Scale): number {
  const sum = boxes.reduce((total, { chances, kind }) => {
    const own = scaled(chances ?? [], scale)[kindNumber(kind)] ?? 0;
    return total - Math.log(Math.max(own, 1e-6));
  }, 0);
  // A few hundred boxes must not make it bold.
  return sum / boxes.length + 0.002 * (scale.power - 1) ** 2;
}

/** One of its four numbers a little larger or smaller. */
function stepsFrom({ power, weights }: Scale, by: number): readonly Scale[] {
  return [by, 1 / by].flatMap((factor) => [
    { power: power * factor, weights },
    ...[0, 1, 2].map((part) => ({
      power,
      weights: weights.map((weight, at) => (at === part ? weight * factor : weight)),
    })),
  ]);
}

let scale: Scale = { power: 1, weights: [1, 1, 1, 1] };
for (let step = 0.5; step > 0.005; ) {
  const better = stepsFrom(scale, Math.exp(step)).find((next) => surprise(next) < surprise(scale) - 1e-7);
  if (better) scale = better;
  else step *= 0.7;
}
const stored = JSON.parse(readFileSync(values.network, 'utf8')) as StoredNetwork;
const rounded = {
  power: Number(scale.power.toFixed(3)),
  weights: scale.weights.map((weight) => Number(weight.toFixed(3))),
};
writeFileSync(values.network, `${JSON.stringify({ ...stored, scale: rounded })}\n`);
console.log(`${boxes.length} boxes: ${JSON.stringify(rounded)}, surprise ${surprise(scale).toFixed(4)}`);
