import { draw } from '../../src/engines/sortition/sortition.ts';
import { makePool, type PoolPlan } from '../../src/engines/sortition/synthetic/make-pool.ts';

export interface MeasuredDraw {
  readonly name: string;
  readonly kinds: number;
  readonly optimal: boolean;
  readonly minimum: number;
  readonly gini: number;
  /** Of the processor, in the thread's calculation; with all threads, compiling included; and by the clock. */
  readonly cpuMs: number;
  readonly allCpuMs: number;
  readonly clockMs: number;
}

const BASE = { play: 1, together: 0, skew: 2 } as const;

/** As large as pools that others have published figures of, and one of a housing organisation with shared homes. */
const PLANS: readonly PoolPlan[] = [
  { ...BASE, people: 60, seats: 12, features: [2, 4, 3, 3], together: 0.3, seed: 'department' },
  { ...BASE, people: 360, seats: 30, features: [2, 5, 4, 3, 4, 2, 2], seed: 'a' },
  { ...BASE, people: 825, seats: 75, features: [2, 5, 6, 10], play: 2, seed: 'b' },
];

const LARGE: PoolPlan = { ...BASE, people: 1727, seats: 110, features: [2, 5, 4, 3, 4, 6, 4], play: 2, seed: 'c' };

/** Draws from pools of people who do not exist, one after another. */
export async function measureDraws(large: boolean, say: (line: string) => void): Promise<MeasuredDraw[]> {
  const measured: MeasuredDraw[] = [];
  for (const plan of large ? [...PLANS, LARGE] : PLANS) {
    const name = `${plan.people}/${plan.seats}/${plan.features.length}`;
    say(`Drawing ${name} …`);
    const begun = process.cpuUsage();
    const clock = performance.now();
    const answer = await draw({ ...makePool(plan), timeLimitMs: 3_600_000 });
    if (!answer.ok) throw new Error(`Cannot draw from the pool "${plan.seed}": ${answer.refusal.kind}`);
    const { user, system } = process.cpuUsage(begun);
    const { optimal, minProbability, giniCoefficient, certificate, cpuMs } = answer.value;
    const kinds = certificate.claims[0]?.weights.length ?? 0;
    measured.push({
      name,
      kinds,
      optimal,
      minimum: minProbability,
      gini: giniCoefficient,
      cpuMs,
      allCpuMs: Math.round((user + system) / 1000),
      clockMs: Math.round(performance.now() - clock),
    });
  }
  return measured;
}

export function writeDraws(draws: readonly MeasuredDraw[]): string {
  const rows = draws.map(
    ({ name, kinds, optimal, minimum, gini, cpuMs, allCpuMs }) =>
      `| ${name} | ${kinds} | ${seconds(cpuMs)} | ${seconds(allCpuMs)} | ${minimum.toFixed(6)} | ${gini.toFixed(4)} | ${optimal ? 'yes' : 'no'} |`,
  );
  return [
    '| people/seats/features | kinds | CPU s | all threads | smallest chance | Gini | proved |',
    '|---|--:|--:|--:|--:|--:|---|',
    ...rows,
  ].join('\n');
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}
