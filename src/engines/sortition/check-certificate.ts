import type { Certificate, Claim } from './certificate.ts';
import { modelOf, openHighs } from './highs.ts';
import { keepsRules } from './panel-search.ts';
import type { Algorithm } from './pool.ts';
import { type Problem, seatColumns, sizeOf } from './problem.ts';

/** Levels are compared so closely; a chance is a number from 0 to 1. */
const CLOSE = 1e-6;
/** Claims carry the rounding of the program that made them. */
const ROUNDING = 1e-7;
/** Nash: so much of the product's best may be missing. */
const NEAR_BEST = 1e-5;

export type CertificateProblem =
  | 'a panel of the exact lottery breaks the rules'
  | 'the exact lottery does not give the chances that are told'
  | 'people in the same position have different chances'
  | 'somebody told to be out of reach can be in a panel'
  | 'a claim is untrue: a panel weighs more'
  | 'the claims do not prove the levels'
  | 'not everybody is settled by the claims';

/**
 * What is wrong with a proof that the chances are the best, seen without trusting who made it: the lottery is counted again, and
 * each claim is put to HiGHS, first without whole numbers, which is a bound already, then with them. Empty when it holds.
 */
export async function certificateProblems(
  problem: Problem,
  { unreachable, claims, lottery }: Certificate,
  chances: readonly number[],
  algorithm: Algorithm,
): Promise<CertificateProblem[]> {
  const shut = new Set(unreachable);
  const seats = new Float64Array(problem.kinds.length);
  let shares = 0;
  for (const { share, seats: taken } of lottery) {
    const panel = new Uint16Array(problem.kinds.length);
    for (const [kind, count] of taken) panel[kind] = count;
    if (!(share > 0) || !keepsRules(problem, panel)) return ['a panel of the exact lottery breaks the rules'];
    shares += share;
    for (const [kind, count] of taken) seats[kind] = (seats[kind] as number) + share * count;
  }
  if (Math.abs(shares - 1) > CLOSE) return ['the exact lottery does not give the chances that are told'];
  const byKind: number[] = [];
  for (const [kind, { people }] of problem.kinds.entries()) {
    const first = chances[people[0] as number] as number;
    if (people.some((place) => Math.abs((chances[place] as number) - first) > CLOSE)) {
      return ['people in the same position have different chances'];
    }
    if (Math.abs(first - (seats[kind] as number) / people.length) > CLOSE) {
      return ['the exact lottery does not give the chances that are told'];
    }
    byKind.push(first);
  }
  const none = Float64Array.from(problem.kinds, (_, kind) => (shut.has(kind) ? 1 : 0));
  if (shut.size > 0 && !(await holds(problem, none, 0.5)))
    return ['somebody told to be out of reach can be in a panel'];
  for (const { weights, most } of claims) {
    if (weights.length !== problem.kinds.length || weights.some((one) => !(one >= 0)))
      return ['the claims do not prove the levels'];
    if (!(await holds(problem, weights, most))) return ['a claim is untrue: a panel weighs more'];
  }
  if (algorithm === 'nash')
    return provesNash(problem, claims, byKind, shut) ? [] : ['the claims do not prove the levels'];
  return provesLevels(problem, claims, byKind, shut, algorithm === 'leximin');
}

/**
 * Level by level: those settled have what they can have, so all others together can have no more than the claim leaves them; who
 * has a weight in it and just that chance is settled by it.
 */
function provesLevels(
  problem: Problem,
  claims: readonly Claim[],
  chances: readonly number[],
  shut: ReadonlySet<number>,
  all: boolean,
): CertificateProblem[] {
  const settled = new Set(shut);
  for (const { level, weights, most } of claims) {
    const open = [...chances.keys()].filter((kind) => !settled.has(kind));
    const rest = open.reduce((sum, kind) => sum + (weights[kind] as number) * sizeOf(problem, kind), 0);
    const taken = [...settled].reduce(
      (sum, kind) => sum + (weights[kind] as number) * sizeOf(problem, kind) * (chances[kind] as number),
      0,
    );
    const lowest = open.reduce((least, kind) => Math.min(least, chances[kind] as number), 1);
    if (lowest < level - CLOSE) return ['the claims do not prove the levels'];
    // A chance of 1 needs no proof that it cannot be higher.
    if (level < 1 - CLOSE && (rest <= 0 || (most - taken) / rest > level + CLOSE))
      return ['the claims do not prove the levels'];
    for (const kind of open) {
      const here = level >= 1 - CLOSE || ((weights[kind] as number) * sizeOf(problem, kind)) / rest > ROUNDING;
      if (here && (chances[kind] as number) < level + CLOSE) settled.add(kind);
    }
  }
  if (!all)
    return claims.length > 0 || settled.size === chances.length ? [] : ['not everybody is settled by the claims'];
  const left = [...chances.keys()].some((kind) => !settled.has(kind) && (chances[kind] as number) < 1 - CLOSE);
  return left ? ['not everybody is settled by the claims'] : [];
}

/** With weights of one over the chances, no lottery can make the sum of relative gains larger than what `most` leaves. */
function provesNash(
  problem: Problem,
  claims: readonly Claim[],
  chances: readonly number[],
  shut: ReadonlySet<number>,
): boolean {
  const [claim] = claims;
  const open = [...chances.keys()].filter((kind) => !shut.has(kind));
  const people = open.reduce((sum, kind) => sum + sizeOf(problem, kind), 0);
  if (!claim) return people === 0;
  const fits = open.every((kind) => Math.abs((claim.weights[kind] as number) * (chances[kind] as number) - 1) < 1e-4);
  return fits && claim.most <= people * (1 + NEAR_BEST);
}

/** Does no panel weigh more than `most`? */
async function holds(problem: Problem, weights: ArrayLike<number>, most: number): Promise<boolean> {
  const highs = await openHighs();
  const { modelStatus, variableType } = highs.constants;
  const room = ROUNDING * Math.max(1, Math.abs(most));
  const columns = seatColumns(problem, weights);
  const model = modelOf(highs, problem.rows, columns);
  const relaxed = highs.withModel(model, (program) => {
    program.options.set({ output_flag: false });
    return program.run().modelStatus === modelStatus.optimal && program.getObjectiveValue() <= most + room;
  });
  if (relaxed) return true;
  const integrality = new Int32Array(columns.length).fill(variableType.integer);
  return highs.withModel({ ...model, integrality }, (program) => {
    program.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-10 });
    const status = program.run().modelStatus;
    if (status === modelStatus.infeasible) return true;
    return status === modelStatus.optimal && program.getObjectiveValue() <= most + room;
  });
}
