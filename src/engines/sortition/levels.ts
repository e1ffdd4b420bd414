import type { Claim } from './certificate.ts';
import type { Watch } from './draw.ts';
import { highsFor, type Lottery, Master } from './master.ts';
import type { Panel, PanelSearch } from './panel-search.ts';
import { type Problem, sizeOf } from './problem.ts';
import { proveHeaviest } from './prove-heaviest.ts';
import { targetOf } from './target.ts';

export interface Levels {
  readonly lottery: Lottery;
  readonly claims: readonly Claim[];
  /** Everything asked for is proved. */
  readonly done: boolean;
  /** How much higher the first level without proof could be; 0 when all are proved. */
  readonly gap: number;
}

const PIN = 1e-9;
const MET = 1e-9;
const SETTLES = 1e-7;
const MOST_ROUNDS = 20_000;

/**
 * The fairest chances that lotteries over panels can give, level by level, by column generation: each level is closed when the rules
 * alone allow no more, or when no panel is worth more than its price. `most` levels are asked for.
 */
export async function levelsOf(
  problem: Problem,
  start: readonly Panel[],
  search: PanelSearch,
  most: number,
  watch: Watch,
): Promise<Levels> {
  const people = problem.kinds.map((kind) => kind.people.length);
  const rows = [...people.keys()];
  const level = { cost: 1, least: 0, most: 1, rows, values: people.map((count) => -count) };
  const master = new Master(problem, new Float64Array(people.length), [level], await highsFor(problem));
  try {
    for (const panel of start) master.add(panel);
    return await climb(problem, master, search, most, watch);
  } finally {
    master.dispose();
  }
}

async function climb(
  problem: Problem,
  master: Master,
  search: PanelSearch,
  most: number,
  watch: Watch,
): Promise<Levels> {
  const known = new Map<number, number>();
  // Nobody can be promised what nobody can have: kinds without room are settled at nothing.
  for (const [kind, { most: room }] of problem.kinds.entries())
    if (room === 0) settle(problem, master, known, kind, 0, 0);
  const claims: Claim[] = [];
  let pin = PIN;
  let lottery: Lottery = [];
  for (let round = 0; known.size < problem.kinds.length && claims.length < most; round++) {
    const bound = targetOf(problem, known, 1)?.steps[0] ?? null;
    const step = await oneLevel(problem, master, search, known, bound?.level ?? 1, watch);
    if (step === 'infeasible' && pin < 1e-6) {
      // Rounding in what is settled left no room.
      pin *= 4;
      for (const [kind, chance] of known) settle(problem, master, known, kind, chance, pin);
      continue;
    }
    if (step === 'infeasible' || round > MOST_ROUNDS) return { lottery, claims, done: false, gap: 1 };
    lottery = step.lottery;
    if (!step.closed) return { lottery, claims, done: false, gap: Math.max(0, step.bound - step.level) };
    const claim =
      bound && step.level >= bound.level - MET
        ? { level: bound.level, weights: bound.weights, most: bound.most }
        : { level: step.level, weights: step.prices, most: step.panelPrice };
    const open = [...problem.kinds.keys()].filter((kind) => !known.has(kind));
    const weighed = open.filter((kind) => (claim.weights[kind] as number) * sizeOf(problem, kind) > SETTLES);
    const settled = weighed.length > 0 ? weighed : open;
    claims.push({ level: claim.level, weights: [...claim.weights], most: claim.most });
    for (const kind of settled) settle(problem, master, known, kind, claim.level, pin);
    watch.report('levels', known.size / problem.kinds.length);
  }
  return { lottery, claims, done: true, gap: 0 };
}

function settle(
  problem: Problem,
  master: Master,
  known: Map<number, number>,
  kind: number,
  chance: number,
  pin: number,
) {
  known.set(kind, chance);
  const count = sizeOf(problem, kind);
  master.setCoefficient(kind, 0, 0);
  master.setSeats(kind, Math.max(0, count * (chance - pin)));
}

interface Step {
  readonly level: number;
  /** No lottery reaches more than this. */
  readonly bound: number;
  readonly closed: boolean;
  readonly prices: Float64Array;
  readonly panelPrice: number;
  readonly lottery: Lottery;
}

async function oneLevel(
  problem: Problem,
  master: Master,
  search: PanelSearch,
  known: ReadonlyMap<number, number>,
  ceiling: number,
  watch: Watch,
): Promise<Step | 'infeasible'> {
  let bound = ceiling;
  for (;;) {
    if (master.solve() !== 'optimal') return 'infeasible';
    const level = master.columnValue(0);
    const prices = master.seatPrices();
    const panelPrice = master.panelPrice();
    const step = { level, bound, prices, panelPrice, lottery: master.lottery() };
    if (level >= ceiling - MET) return { ...step, closed: true };
    if (watch.left() <= 0) return { ...step, closed: false };
    const proof = await proveHeaviest(problem, search, prices, panelPrice + MET, watch);
    bound = Math.min(bound, levelFrom(problem, known, prices, proof.bound));
    if (proof.panels.filter((panel) => master.add(panel)).length === 0) {
      return {
        ...step,
        panelPrice: Math.max(panelPrice, proof.proven ? proof.bound : panelPrice),
        bound,
        closed: proof.proven,
      };
    }
  }
}

/** When no panel weighs more than `most`, those who are not settled cannot all have more than this. */
function levelFrom(problem: Problem, known: ReadonlyMap<number, number>, weights: Float64Array, most: number): number {
  let settled = 0;
  let open = 0;
  for (const [kind, { people }] of problem.kinds.entries()) {
    const weight = (weights[kind] as number) * people.length;
    const chance = known.get(kind);
    if (chance === undefined) open += weight;
    else settled += weight * chance;
  }
  return open > 0 ? (most - settled) / open : 1;
}
