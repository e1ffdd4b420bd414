import type { Highs } from 'highs';
import type { Claim } from './certificate.ts';
import { proveHeaviest, type Watch } from './integer.ts';
import { type Lottery, Master, seatsOf } from './master.ts';
import type { Panel, PanelSearch } from './panel-search.ts';
import type { Problem } from './problem.ts';

export interface Nash {
  readonly lottery: Lottery;
  readonly claims: readonly Claim[];
  readonly done: boolean;
  /** How much larger the geometric mean could be, as a share of it. */
  readonly gap: number;
}

const GOOD = 1e-6;
const MOST_ROUNDS = 3000;
/** Each kind's seats are sought on a piece of the curve of the logarithm with so many straight parts to each side. */
const PARTS = 2;
const FINEST = 1e-7;

/**
 * The lottery with the largest product of chances. The logarithm is a chain of short straight lines around where one stands;
 * the lines become shorter until they are the curve, and panels are added while any is worth more than those there are.
 */
export async function nashOf(
  problem: Problem,
  start: readonly Panel[],
  search: PanelSearch,
  highs: Highs | null,
  watch: Watch,
): Promise<Nash> {
  const panels = [...start];
  const open = problem.kinds.flatMap(({ most }, kind) => (most > 0 ? [kind] : []));
  const people = open.reduce((sum, kind) => sum + peopleOf(problem, kind), 0);
  let lottery: Lottery = panels.map((panel) => ({ panel, share: 1 / panels.length }));
  let width = 0.5;
  let best: Nash = { lottery, claims: [], done: false, gap: Number.POSITIVE_INFINITY };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const master = chained(problem, open, lottery, width, panels, highs);
    try {
      if (master.solve() !== 'optimal') return best;
      lottery = better(problem, open, lottery, master.lottery());
    } finally {
      master.dispose();
    }
    const seats = seatsOf(problem, lottery);
    const weights = Float64Array.from(seats, (at, kind) => (at > 0 ? peopleOf(problem, kind) / at : 0));
    const known = panels.reduce((most, panel) => Math.max(most, weigh(panel, weights)), 0);
    if (known - people > GOOD * people && width > FINEST) {
      width = Math.max(FINEST, width / 2);
      if (known - people > 4 * width * people) width = Math.min(0.5, width * 4);
      if (round % 4 !== 3) continue;
    }
    const proof = await proveHeaviest(problem, search, weights, Math.max(known, people) + GOOD, watch);
    const most = proof.panels.length > 0 ? proof.bound : Math.max(known, proof.bound);
    const gap = Math.max(0, Math.exp((most - people) / people) - 1);
    const done = gap <= 2 * GOOD && proof.proven;
    if (gap <= best.gap)
      best = {
        lottery,
        claims: [{ level: geometricMean(problem, open, seats, people), weights: [...weights], most }],
        done,
        gap,
      };
    if (done || watch.left() <= 0) return best;
    if (proof.panels.length === 0) width = Math.max(FINEST, width / 2);
    else {
      panels.push(...proof.panels);
      width = Math.min(0.5, width * 2);
    }
    watch.report('levels', Math.min(1, GOOD / gap));
  }
  return best;
}

function peopleOf(problem: Problem, kind: number): number {
  return (problem.kinds[kind] as Problem['kinds'][number]).people.length;
}

function weigh(panel: Panel, weights: Float64Array): number {
  let sum = 0;
  for (let kind = 0; kind < panel.length; kind++) sum += (panel[kind] as number) * (weights[kind] as number);
  return sum;
}

/** A program whose gain follows the logarithm around the lottery, in parts that get steeper downwards. */
function chained(
  problem: Problem,
  open: readonly number[],
  lottery: Lottery,
  width: number,
  panels: readonly Panel[],
  highs: Highs | null,
): Master {
  const seats = seatsOf(problem, lottery);
  const parts = open.flatMap((kind) => {
    const at = seats[kind] as number;
    const ends = [0];
    for (let part = -PARTS; part <= PARTS; part++) ends.push(at * (1 + width) ** part);
    ends.push(Math.max(peopleOf(problem, kind) * 2, at * 4));
    return ends.slice(1).map((end, part) => {
      const from = ends[part] as number;
      // The first part begins at nothing, where the logarithm has no end: it is as steep as the part's own beginning.
      const slope = from > 0 ? Math.log(end / from) / (end - from) : 4 / end;
      return { cost: slope * peopleOf(problem, kind), least: 0, most: end - from, rows: [kind], values: [-1] };
    });
  });
  const master = new Master(problem, new Float64Array(problem.kinds.length), parts, highs);
  for (const panel of panels) master.add(panel);
  return master;
}

/** The best mixture of two lotteries, found by halving: the product of chances has one top between them. */
function better(problem: Problem, open: readonly number[], one: Lottery, other: Lottery): Lottery {
  const [from, to] = [seatsOf(problem, one), seatsOf(problem, other)];
  const slope = (share: number) =>
    open.reduce((sum, kind) => {
      const at = (from[kind] as number) * (1 - share) + (to[kind] as number) * share;
      return sum + (peopleOf(problem, kind) * ((to[kind] as number) - (from[kind] as number))) / Math.max(at, 1e-300);
    }, 0);
  let [low, high] = [0, 1];
  if (slope(1) >= 0) low = 1;
  for (let step = 0; step < 60 && low < 1; step++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  const shares = new Map<Panel, number>();
  for (const { panel, share } of one) shares.set(panel, share * (1 - low));
  for (const { panel, share } of other) shares.set(panel, (shares.get(panel) ?? 0) + share * low);
  return [...shares].flatMap(([panel, share]) => (share > 1e-12 ? [{ panel, share }] : []));
}

function geometricMean(problem: Problem, open: readonly number[], seats: Float64Array, people: number): number {
  const sum = open.reduce((total, kind) => {
    const count = peopleOf(problem, kind);
    return total + count * Math.log((seats[kind] as number) / count);
  }, 0);
  return Math.exp(sum / people);
}
