import type { Highs } from 'highs';
import type { Claim } from './certificate.ts';
import type { Watch } from './draw.ts';
import { highsFor, type Lottery, Master, seatsOf } from './master.ts';
import type { Panel, PanelSearch } from './panel-search.ts';
import { type Problem, seatColumns, sizeOf } from './problem.ts';
import { proveHeaviest } from './prove-heaviest.ts';
import { Simplex } from './simplex.ts';
import type { Column } from './tableau.ts';

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
const PARTS_EACH = 2 * PARTS + 2;
const FINEST = 1e-7;

/** How close a width of parts can be trusted, and how it changes: shorter when nothing was gained, longer when far from the top. */
function nextWidth(width: number, gap: number): number {
  return gap > 4 * width ? Math.min(0.5, width * 4) : Math.max(FINEST, width / 2);
}

/**
 * Seats for each kind with the largest product of chances over the rules alone: a bound for all lotteries, and mostly reached by
 * one. Null when it did not come to an end.
 */
export function nashTarget(problem: Problem): Float64Array | null {
  const open = openKinds(problem);
  const people = open.reduce((sum, kind) => sum + sizeOf(problem, kind), 0);
  const room = new Simplex(problem.rows, seatColumns(problem));
  let seats: Float64Array = Float64Array.from(problem.kinds, ({ most, people: all }) =>
    Math.min(most, all.length * 0.1),
  );
  let width = 0.5;
  for (let round = 0; round < 200; round++) {
    const chain = new Simplex(
      problem.rows,
      open.flatMap((kind) => partsAround(problem, kind, seats[kind] as number, width, 'rules')),
    );
    if (chain.solve() !== 'optimal') return null;
    const next = new Float64Array(problem.kinds.length);
    for (const [at, kind] of open.entries()) {
      for (let part = 0; part < PARTS_EACH; part++)
        next[kind] = (next[kind] as number) + chain.columnValue(at * PARTS_EACH + part);
    }
    seats =
      round === 0
        ? next.map((at, kind) => Math.max(at, 1e-6 * (seats[kind] as number)))
        : mixed(seats, next, bestShare(problem, open, seats, next));
    for (const kind of problem.kinds.keys())
      room.setCost(kind, (seats[kind] as number) > 0 ? sizeOf(problem, kind) / (seats[kind] as number) : 0);
    if (room.solve() !== 'optimal') return null;
    const gap = room.objective() / people - 1;
    if (gap < GOOD / 4 && round > 0) return seats;
    width = nextWidth(width, gap);
  }
  return null;
}

/** A lottery, held against the best that panels allow: what is missing at most, and the claim that proves it. */
export async function judgeNash(problem: Problem, lottery: Lottery, search: PanelSearch, watch: Watch): Promise<Nash> {
  const open = openKinds(problem);
  const people = open.reduce((sum, kind) => sum + sizeOf(problem, kind), 0);
  const seats = seatsOf(problem, lottery);
  const weights = Float64Array.from(seats, (at, kind) => (at > 0 ? sizeOf(problem, kind) / at : 0));
  const above = people * (1 + 2 * GOOD);
  const proof = await proveHeaviest(problem, search, weights, above, watch);
  const most = proof.proven && proof.panels.length === 0 ? above : proof.bound;
  const gap = Math.max(0, Math.exp((most - people) / people) - 1);
  const claims = [{ level: geometricMean(problem, open, seats, people), weights: [...weights], most }];
  return { lottery, claims, done: proof.proven && gap <= 3 * GOOD, gap };
}

function openKinds(problem: Problem): number[] {
  return problem.kinds.flatMap(({ most }, kind) => (most > 0 ? [kind] : []));
}

/**
 * The lottery with the largest product of chances. The logarithm is a chain of short straight lines around where one stands;
 * the lines become shorter until they are the curve, and panels are added while any is worth more than those there are.
 */
export async function nashOf(
  problem: Problem,
  start: readonly Panel[],
  search: PanelSearch,
  watch: Watch,
): Promise<Nash> {
  const highs = await highsFor(problem);
  const panels = [...start];
  const open = openKinds(problem);
  const people = open.reduce((sum, kind) => sum + sizeOf(problem, kind), 0);
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
    const weights = Float64Array.from(seats, (at, kind) => (at > 0 ? sizeOf(problem, kind) / at : 0));
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

function weigh(panel: Panel, weights: Float64Array): number {
  let sum = 0;
  for (let kind = 0; kind < panel.length; kind++) sum += (panel[kind] as number) * (weights[kind] as number);
  return sum;
}

/** The curve of the logarithm around `at`, as columns that get less steep upwards; they touch what the kind touches, or its own row. */
function partsAround(problem: Problem, kind: number, at: number, width: number, touch: 'rules' | 'own'): Column[] {
  const { rows, most, people } = problem.kinds[kind] as Problem['kinds'][number];
  const ends = [0];
  for (let part = -PARTS; part <= PARTS; part++) ends.push(at * (1 + width) ** part);
  ends.push(Math.max(most, people.length, at) * 4);
  return ends.slice(1).map((end, part) => {
    const from = ends[part] as number;
    // The first part begins at nothing, where the logarithm has no end: it is as steep as it is needed.
    const slope = from > 0 ? Math.log(end / from) / (end - from) : 4 / end;
    const cost = slope * people.length;
    if (touch === 'own') return { cost, least: 0, most: end - from, rows: [kind], values: [-1] };
    return { cost, least: 0, most: Math.max(0, Math.min(end, most) - from), rows, values: rows.map(() => 1) };
  });
}

function chained(
  problem: Problem,
  open: readonly number[],
  lottery: Lottery,
  width: number,
  panels: readonly Panel[],
  highs: Highs | null,
): Master {
  const seats = seatsOf(problem, lottery);
  const parts = open.flatMap((kind) => partsAround(problem, kind, seats[kind] as number, width, 'own'));
  const master = new Master(problem, new Float64Array(problem.kinds.length), parts, highs);
  for (const panel of panels) master.add(panel);
  return master;
}

function better(problem: Problem, open: readonly number[], one: Lottery, other: Lottery): Lottery {
  const part = bestShare(problem, open, seatsOf(problem, one), seatsOf(problem, other));
  const shares = new Map<Panel, number>();
  for (const { panel, share } of one) shares.set(panel, share * (1 - part));
  for (const { panel, share } of other) shares.set(panel, (shares.get(panel) ?? 0) + share * part);
  return [...shares].flatMap(([panel, share]) => (share > 1e-12 ? [{ panel, share }] : []));
}

/** How much of `to` the best mixture has, found by halving: the product of chances has one top on the way. */
function bestShare(problem: Problem, open: readonly number[], from: Float64Array, to: Float64Array): number {
  const slope = (share: number) =>
    open.reduce((sum, kind) => {
      const at = (from[kind] as number) * (1 - share) + (to[kind] as number) * share;
      return sum + (sizeOf(problem, kind) * ((to[kind] as number) - (from[kind] as number))) / Math.max(at, 1e-300);
    }, 0);
  if (slope(1) >= 0) return 1;
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

function mixed(from: Float64Array, to: Float64Array, share: number): Float64Array {
  return from.map((at, kind) => at * (1 - share) + (to[kind] as number) * share);
}

function geometricMean(problem: Problem, open: readonly number[], seats: Float64Array, people: number): number {
  const sum = open.reduce((total, kind) => {
    const count = sizeOf(problem, kind);
    return total + count * Math.log((seats[kind] as number) / count);
  }, 0);
  return Math.exp(sum / people);
}
