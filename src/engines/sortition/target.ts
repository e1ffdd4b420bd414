import { type Problem, seatColumns } from './problem.ts';
import { Simplex } from './simplex.ts';

/** What could be reached if people could be divided: a bound that no lottery over panels can beat. */
export interface Target {
  /** For each kind, the chance of each of its people. */
  readonly chances: Float64Array;
  /** One for each level, smallest first. */
  readonly steps: readonly TargetStep[];
}

export interface TargetStep {
  /** Those not yet settled can all have this chance, and no more. */
  readonly level: number;
  /** By kind, for each seat: no panel weighs more than `most`, so nobody with a weight can have more than the level. */
  readonly weights: Float64Array;
  readonly most: number;
  readonly settled: readonly number[];
}

/** Kinds whose chance is settled, and at what. */
export type Settled = ReadonlyMap<number, number>;

const SETTLES = 1e-9;
const SAME = 1e-11;

/**
 * The fairest chances over the rules alone, level by level from those already settled; `levels` ends it early. Null when the rules
 * leave no room at all, or the program did not come to an end.
 */
export function targetOf(
  problem: Problem,
  settled: Settled = new Map(),
  levels = Number.POSITIVE_INFINITY,
): Target | null {
  const known = new Map(settled);
  const steps: TargetStep[] = [];
  const program = new Simplex(problem.rows, seatColumns(problem));
  let level = 0;
  while (known.size < problem.kinds.length && steps.length < levels) {
    const step = nextStep(problem, program, known);
    if (!step) return null;
    for (const kind of step.settled) known.set(kind, step.level);
    level = step.level;
    steps.push(step);
  }
  return { chances: Float64Array.from(problem.kinds, (_, kind) => known.get(kind) ?? level), steps };
}

/** Newton's way down: a level that is too high is proved so by prices, and the prices say how high it may be. */
function nextStep(problem: Problem, program: Simplex, known: Settled): TargetStep | null {
  let proof = firstProof(problem, known);
  // Rounding in what is settled can leave no room: then that is loosened by as little as helps.
  for (let loosened = 0; loosened < 1e-6; loosened = loosened === 0 ? 1e-10 : loosened * 4) {
    for (let round = 0; round < 200; round++) {
      setLevels(problem, program, known, proof.level, loosened);
      const end = program.solve(true);
      if (end === 'stuck') return null;
      if (end === 'optimal') return stepOf(problem, known, proof);
      const tighter = proofOf(problem, known, (row) => program.rowPrice(row));
      if (!tighter) break;
      const gained = proof.level - tighter.level;
      if (gained > 0) proof = tighter;
      if (gained < SAME) {
        if (loosened > 0 || gained > -SAME) return stepOf(problem, known, proof);
        break;
      }
    }
  }
  return null;
}

interface Proof {
  readonly level: number;
  readonly weights: Float64Array;
  readonly most: number;
}

/** The tightest of what single rows prove, which mostly is the truth already. */
function firstProof(problem: Problem, known: Settled): Proof {
  let best: Proof = { level: 1, weights: new Float64Array(problem.kinds.length), most: 0 };
  for (const row of problem.rows.keys()) {
    const proof = proofOf(problem, known, (other) => (other === row ? 1 : 0));
    if (proof && proof.level < best.level) best = proof;
  }
  return best;
}

/** What prices of the rows prove about the level; null when they say nothing of those not settled. */
function proofOf(problem: Problem, known: Settled, price: (row: number) => number): Proof | null {
  const weights = new Float64Array(problem.kinds.length);
  let most = 0;
  for (const [row, bounds] of problem.rows.entries()) {
    const one = price(row);
    if (one !== 0) most += one * (one > 0 ? bounds.most : bounds.least);
  }
  let settled = 0;
  let open = 0;
  for (const [kind, { people, rows, most: room }] of problem.kinds.entries()) {
    let weight = 0;
    for (const row of rows) weight += price(row);
    // Nobody can be less than absent, nor more than all: negative weights are paid for.
    if (weight < 0) most -= weight * room;
    else weights[kind] = weight;
    const level = known.get(kind);
    if (weight > 0 && level !== undefined) settled += weight * people.length * level;
    else if (weight > 0) open += weight * people.length;
  }
  if (open < SETTLES || !Number.isFinite(most)) return null;
  // One measure for all proofs: the weights of those not settled sum to 1 over people.
  return { level: Math.max(0, (most - settled) / open), weights: weights.map((one) => one / open), most: most / open };
}

function setLevels(problem: Problem, program: Simplex, known: Settled, level: number, loosened: number): void {
  for (const [kind, { people, most }] of problem.kinds.entries()) {
    const settled = known.get(kind);
    const chance = settled === undefined ? level : Math.max(0, settled - loosened);
    program.setBounds(kind, Math.min(most, people.length * chance), most);
  }
}

function stepOf(problem: Problem, known: Settled, { level, weights, most }: Proof): TargetStep | null {
  const open = [...problem.kinds.keys()].filter((kind) => !known.has(kind));
  const settled = open.filter((kind) => (weights[kind] as number) > SETTLES);
  // At a chance of 1 nothing is left to raise, and nothing needs a proof.
  if (settled.length === 0) return level >= 1 ? { level: 1, weights, most, settled: open } : null;
  return { level, weights, most, settled };
}
