import { ok, refused } from '../../kernel/outcome.ts';
import type { Certificate, Claim } from './certificate.ts';
import { deal } from './deal.ts';
import type { Draw, DrawAnswer, Watch } from './draw.ts';
import { levelsOf } from './levels.ts';
import { type Lottery, seatsOf } from './master.ts';
import { geometricMeanOf, giniOf, levelsIn } from './measures.ts';
import { judgeNash, nashOf, nashTarget } from './nash.ts';
import { type Panel, PanelSearch } from './panel-search.ts';
import type { DrawRequest } from './pool.ts';
import { type Problem, problemOf } from './problem.ts';
import { randomFrom } from './random.ts';
import { type Reach, reachOf } from './reach.ts';
import { realise } from './realise.ts';
import { relaxationsOf } from './relaxations.ts';
import { roundLottery } from './round-lottery.ts';
import { stratifiedPanels } from './stratified.ts';
import { type Target, targetOf } from './target.ts';

/** What an algorithm came to. */
interface Solved {
  readonly lottery: Lottery;
  readonly claims: readonly Claim[];
  readonly done: boolean;
  readonly gap: number | null;
  /** Panels that were met on the way, and may help to round the lottery. */
  readonly others: readonly Panel[];
  /** Of those, in the order in which each made good what the others left short. */
  readonly inTurn: readonly Panel[];
}

/** The whole draw, in the thread that calls it. `draw` runs it in one of its own. */
export async function calculate(request: DrawRequest, watch: Watch): Promise<DrawAnswer> {
  const begun = process.threadCpuUsage();
  const problem = problemOf(request);
  const search = new PanelSearch(problem);
  const possible = !problem.clash && problem.seats >= 0;
  const reach = possible ? await reachOf(problem, search, watch) : null;
  if (reach === 'late') return refused({ kind: 'out-of-time' });
  if (!reach) return refused({ kind: 'infeasible', relaxations: await relaxationsOf(request, watch.left()) });
  const shut = new Set([...reach.unreachable, ...reach.unknown]);
  const rest: Problem = {
    ...problem,
    kinds: problem.kinds.map((kind, at) => (shut.has(at) ? { ...kind, most: 0 } : kind)),
  };
  const solved = await solve(request, rest, reach, watch);
  watch.report('list', 0);
  const random = randomFrom(request.seed);
  const panels =
    request.algorithm === 'stratified'
      ? solved.lottery.map(({ panel }) => panel)
      : roundLottery(rest, solved.lottery, solved.others, solved.inTurn, request.panels);
  const list = deal(rest, panels, random);
  const spent = process.threadCpuUsage(begun);
  return ok({
    ...described(request, rest, reach, solved),
    panels: list.map((places) => places.map((place) => (request.pool[place] as { id: string }).id)),
    certificate: certificateOf(reach, solved),
    cpuMs: Math.round((spent.user + spent.system) / 1000),
  });
}

async function solve(request: DrawRequest, problem: Problem, reach: Reach, watch: Watch): Promise<Solved> {
  if (problem.kinds.every(({ most }) => most === 0)) {
    return {
      lottery: reach.panels.slice(0, 1).map((panel) => ({ panel, share: 1 })),
      claims: [],
      done: true,
      gap: 0,
      others: [],
      inTurn: [],
    };
  }
  const complete = reach.unknown.length === 0;
  if (request.algorithm === 'stratified') {
    const panels = stratifiedPanels(problem, request.panels, randomFrom(`${request.seed}/strata`));
    return {
      lottery: panels.map((panel) => ({ panel, share: 1 / panels.length })),
      claims: [],
      done: false,
      gap: null,
      others: [],
      inTurn: [],
    };
  }
  const search = new PanelSearch(problem);
  if (request.algorithm === 'maximin') {
    const levels = await levelsOf(problem, reach.panels, search, 1, watch);
    return { ...levels, done: levels.done && complete, others: [], inTurn: [] };
  }
  const settled = new Map(problem.kinds.flatMap(({ most }, kind) => (most === 0 ? [[kind, 0] as const] : [])));
  if (request.algorithm === 'nash') {
    const nash = await largestProduct(problem, reach, search, watch);
    return { ...nash, done: nash.done && complete };
  }
  const target = targetOf(problem, settled);
  watch.report('target', 1);
  const solved = await leximin(problem, reach, target, search, watch);
  return { ...solved, done: solved.done && complete };
}

async function largestProduct(problem: Problem, reach: Reach, search: PanelSearch, watch: Watch): Promise<Solved> {
  const seats = nashTarget(problem);
  watch.report('target', 1);
  const realised = seats && (await realise(problem, seats, watch));
  const known = [...reach.panels, ...(realised?.panels ?? [])];
  const judged = realised?.lottery && (await judgeNash(problem, realised.lottery, search, watch));
  const found = { others: known, inTurn: realised?.panels ?? [] };
  if (judged?.done) return { ...judged, ...found };
  return { ...(await nashOf(problem, known, search, watch)), ...found };
}

async function leximin(
  problem: Problem,
  reach: Reach,
  target: Target | null,
  search: PanelSearch,
  watch: Watch,
): Promise<Solved> {
  if (!target)
    return {
      ...(await levelsOf(problem, reach.panels, search, problem.kinds.length, watch)),
      others: reach.panels,
      inTurn: [],
    };
  const seats = Float64Array.from(
    problem.kinds,
    ({ people }, kind) => people.length * (target.chances[kind] as number),
  );
  const realised = await realise(problem, seats, watch);
  const known = [...reach.panels, ...realised.panels];
  if (realised.lottery) {
    const claims = target.steps.map(({ level, weights, most }) => ({ level, weights: [...weights], most }));
    return { lottery: realised.lottery, claims, done: true, gap: 0, others: known, inTurn: realised.panels };
  }
  const levels = await levelsOf(problem, known, search, problem.kinds.length, watch);
  return { ...levels, others: known, inTurn: realised.panels };
}

function described(
  request: DrawRequest,
  problem: Problem,
  reach: Reach,
  solved: Solved,
): Omit<Draw, 'panels' | 'certificate' | 'cpuMs'> {
  const seats = seatsOf(problem, solved.lottery);
  const chances = new Array<number>(request.pool.length).fill(0);
  for (const place of problem.included) chances[place] = 1;
  for (const [kind, { people }] of problem.kinds.entries()) {
    for (const place of people) chances[place] = Math.min(1, (seats[kind] as number) / people.length);
  }
  const exclude = new Set(request.exclude);
  const inPlay = chances.filter((_, place) => !exclude.has((request.pool[place] as { id: string }).id));
  const reachable = inPlay.filter((chance) => chance > 1e-12);
  const never = new Set(reach.unreachable);
  // Whom time did not reach has nothing, and that is what is told.
  const least = problem.kinds
    .flatMap(({ people }, kind) => (never.has(kind) ? [] : people))
    .reduce((lowest, place) => Math.min(lowest, chances[place] as number), 1);
  const without = [...problem.shut, ...reach.unreachable.flatMap((kind) => problem.kinds[kind]?.people ?? [])];
  return {
    algorithm: request.algorithm,
    seats: request.seats,
    seed: request.seed,
    optimal: solved.done,
    gap: solved.gap === null || reach.unknown.length === 0 ? solved.gap : gapWithout(problem, reach, request.algorithm),
    minProbability: least,
    levels: levelsIn(reachable),
    unreachable: without.sort((one, other) => one - other).map((place) => (request.pool[place] as { id: string }).id),
    giniCoefficient: giniOf(inPlay),
    geometricMean: geometricMeanOf(inPlay),
    probabilities: Object.fromEntries(request.pool.map(({ id }, place) => [id, chances[place] as number])),
  };
}

/** Time was up while some were not seen in any panel: those who were can share no more than all seats. */
function gapWithout({ kinds, seats }: Problem, { unreachable, unknown }: Reach, algorithm: Draw['algorithm']): number {
  const unseen = new Set([...unreachable, ...unknown]);
  const people = kinds.reduce((sum, { people }, kind) => sum + (unseen.has(kind) ? 0 : people.length), 0);
  return algorithm === 'nash' || people === 0 ? 1 : Math.min(1, seats / people);
}

function certificateOf(reach: Reach, { claims, lottery }: Solved): Certificate {
  return {
    unreachable: reach.unreachable,
    claims,
    lottery: lottery.map(({ panel, share }) => ({
      share,
      seats: [...panel.entries()].filter(([, seats]) => seats > 0),
    })),
  };
}
