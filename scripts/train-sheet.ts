/**
 * Trains the network that tells empty, V, X and anything else apart, from handwriting strokes given by path:
 * `node scripts/bootstrap.mjs scripts/train-sheet.ts STROKES.json --out FOLDER [--patches 60000] [--rounds 9] [--seed 1]
 * [--from NETWORK.json]... [--also PATCHES.bin]... [--odd both,struck] [--minutes 40]`: `--odd` has a third of the boxes odd, in
 * these ways; `--also` are real crops of training writers' sheets, from `gather.ts --patches`, or what an earlier run painted
 * (`pool.bin`); `--minutes` ends it earlier, as gently; of several `--from`, also narrower ones, it begins with the mean.
 *
 * Writers are split: a fifth is never trained on, and says how good the network is and how warm its answers must be. What it
 * writes (`network.json`, and `report.json` with seed and figures) is committed; the strokes are not.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KINDS, type Layer, type Network, probabilitiesOf, scoresOf } from '../src/engines/sheet/network.ts';
import { type Dice, diceOf } from '../src/engines/sheet/synthetic/dice.ts';
import { type Glyph, ODD, type Trouble } from '../src/engines/sheet/synthetic/marks.ts';
import { networkOf, type StoredNetwork, storedLayer } from '../src/engines/sheet/weights.ts';
import {
  type Examples,
  paintedExamples,
  plainly,
  storedExamples,
  storeExamples,
  together,
  variedly,
} from './sheet/examples.ts';
import { step } from './sheet/learn.ts';
import { begin, learnt } from './sheet/learning.ts';
import { takenUp } from './sheet/widen.ts';
import { splitByWriter, writersOf } from './sheet/writers.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: '.' },
    patches: { type: 'string', default: '60000' },
    rounds: { type: 'string', default: '9' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', multiple: true, default: [] },
    rate: { type: 'string', default: '0.002' },
    also: { type: 'string', multiple: true, default: [] },
    odd: { type: 'string', default: '' },
    minutes: { type: 'string', default: '600' },
  },
});
const BATCH = 32;
/** The share of the inner values that is put out at each step. */
const DROP = 0.1;
/** As the network says it; `scripts/sheet/calibrate.ts` knows better when photos have been read. */
const PLAIN = { power: 1, weights: [1, 1, 1, 1] };
const seed = Number(values.seed);
const dice = diceOf(seed);
const file = readFileSync(positionals[0] ?? '');
const { training, tuning } = splitByWriter(JSON.parse(file.toString('utf8')) as Glyph[]);

const started = Date.now();
mkdirSync(values.out, { recursive: true });
const painted = paintedExamples(training, Number(values.patches), dice, oddsIn(values.odd));
storeExamples(join(values.out, 'pool.bin'), painted);
const examples = together([painted, ...values.also.map(storedExamples)]);
const test = paintedExamples(tuning, 800, diceOf(seed + 1_000_003));
say(
  `${examples.patches.length} patches of ${writersOf(training).length} writers, ${test.patches.length} of ${writersOf(tuning).length} others`,
);

begin(
  dice,
  meanOf(values.from.map((name) => takenUp(JSON.parse(readFileSync(name, 'utf8')) as StoredNetwork, diceOf(seed)))),
);
const rounds = Number(values.rounds);
const learning = Date.now();
const spent = () => (Date.now() - learning) / (Number(values.minutes) * 60_000);
for (let round = 0; round < rounds && spent() < 1; round += 1) {
  const order = shuffled(examples.kinds.length, dice);
  let loss = 0;
  for (let from = 0; from + BATCH <= order.length && spent() < 1; from += BATCH) {
    const chosen = order.slice(from, from + BATCH);
    const done = Math.max((round + from / order.length) / rounds, spent());
    // Up in the first twentieth, then down along a cosine.
    const rate = Number(values.rate) * Math.min(1, done * 20) * (0.51 + 0.49 * Math.cos(Math.PI * done));
    loss += step(
      chosen.map((at) => variedly(examples.patches[at] as Uint8Array, dice, 1 - 0.5 * done)),
      chosen.map((at) => examples.kinds[at] as number),
      rate,
      DROP,
      dice,
    );
  }
  const { right } = judged(learnt(), test, 1);
  say(`round ${round + 1}: loss ${((loss * BATCH) / order.length).toFixed(4)}, right ${(100 * right).toFixed(2)} %`);
  writeFileSync(join(values.out, 'checkpoint.json'), JSON.stringify({ layers: storedNow(), warmth: 1, scale: PLAIN }));
}

const layers = storedNow();
const warmth = warmthOf(networkOf({ layers }), test);
const stored: StoredNetwork = { layers, warmth, scale: PLAIN };
const figures = judged(networkOf(stored), test, warmth);
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, 'network.json'), `${JSON.stringify(stored)}\n`);
const report = {
  seed,
  patches: examples.patches.length,
  rounds,
  strokes: {
    sha256: createHash('sha256').update(file).digest('hex'),
    writers: writersOf(training).length,
    held: writersOf(tuning).length,
  },
  warmth,
  held: figures,
};
writeFileSync(join(values.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
say(JSON.stringify(figures));

/** `both,both,struck`: more of what was missed. */
function oddsIn(words: string): readonly Trouble[] {
  const odds = words.split(',').filter(Boolean);
  const unknown = odds.find((word) => !ODD.includes(word as Trouble));
  if (unknown) throw new Error(`--odd: no mark is "${unknown}": ${[...new Set(ODD)].join(', ')}`);
  return odds as Trouble[];
}

function say(line: string): void {
  console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);
}

/** Networks that learnt different things from the same beginning know more together: the mean of their weights. */
function meanOf(networks: readonly Network[]): Network | undefined {
  const [first] = networks;
  if (!first) return undefined;
  const mean = (layerOf: (network: Network) => Layer): Layer => {
    const all = networks.map(layerOf);
    const over = (numbers: (layer: Layer) => Float64Array) =>
      numbers(layerOf(first)).map(
        (_, at) => all.reduce((sum, layer) => sum + (numbers(layer)[at] ?? 0), 0) / all.length,
      );
    return { ...layerOf(first), weights: over(({ weights }) => weights), biases: over(({ biases }) => biases) };
  };
  return {
    rounds: first.rounds.map((round, at) =>
      round.map((_, place) => mean(({ rounds }) => rounds[at]?.[place] as Layer)),
    ),
    between: mean(({ between }) => between),
    last: mean(({ last }) => last),
  };
}

function storedNow() {
  const { rounds, between, last } = learnt();
  return [...rounds.flat(), between, last].map(storedLayer);
}

function shuffled(count: number, thrown: Dice): readonly number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = thrown.under(at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

/** The warmth at which the answers are least surprised by the truth. */
function warmthOf(network: Network, { patches, kinds }: Examples): number {
  const scores = patches.map((patch) => scoresOf(network, plainly(patch)));
  let [best, least] = [1, Number.POSITIVE_INFINITY];
  for (let warmth = 0.5; warmth <= 3; warmth += 0.02) {
    const loss = scores.reduce(
      (sum, each, at) => sum - Math.log((probabilitiesOf(each, warmth)[kinds[at] as number] as number) + 1e-9),
      0,
    );
    if (loss < least) [least, best] = [loss, warmth];
  }
  return Number(best.toFixed(2));
}

function judged(network: Network, { patches, kinds }: Examples, warmth: number) {
  const table = KINDS.map(() => KINDS.map(() => 0));
  let [right, sure, sureWrong, swaps] = [0, 0, 0, 0];
  for (const [at, patch] of patches.entries()) {
    const answers = probabilitiesOf(scoresOf(network, plainly(patch)), warmth);
    const answer = answers.indexOf(Math.max(...answers));
    const kind = kinds[at] as number;
    (table[kind] as number[])[answer] = ((table[kind] as number[])[answer] as number) + 1;
    if (answer === kind) right += 1;
    if (answer !== 3 && (answers[answer] as number) >= 0.95) {
      sure += 1;
      if (answer !== kind) sureWrong += 1;
      if (answer + kind === 3 && answer !== kind && kind !== 0) swaps += 1;
    }
  }
  return { right: right / patches.length, sure, sureWrong, swaps, table };
}
