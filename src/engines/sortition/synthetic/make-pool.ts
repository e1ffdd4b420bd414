import type { DrawRequest, PoolMember, Quota } from '../pool.ts';
import { randomFrom, shuffled } from '../random.ts';

export interface PoolPlan {
  readonly people: number;
  readonly seats: number;
  /** How many values each feature has. */
  readonly features: readonly number[];
  /** How far quotas lie from what one possible panel has: 0 is exact. */
  readonly play: number;
  /** The share of people who live with another of the pool. */
  readonly together: number;
  /** How much the pool differs from the panel that is wanted: 0 not at all. */
  readonly skew: number;
  readonly seed: string;
}

/** A pool of people who do not exist, with quotas that at least one panel keeps. */
export function makePool(plan: PoolPlan): DrawRequest {
  const random = randomFrom(plan.seed);
  const shares = plan.features.map((values) => sharesOf(values, random));
  const pool = Array.from({ length: plan.people }, (_, at): PoolMember => {
    const values = shares.map((share, feature) => [`f${feature}`, `v${pick(share, random)}`] as const);
    return { id: `p${at + 1}`, values: Object.fromEntries(values), household: `h${at + 1}` };
  });
  const homes = pool.map((member, at) =>
    at > 0 && random() < plan.together / 2
      ? { ...member, household: (pool[at - 1] as PoolMember).household as string }
      : member,
  );
  const panel = onePanel(homes, plan, random);
  return {
    pool: homes,
    quotas: plan.features.flatMap((values, feature) => quotasAround(panel, feature, values, plan)),
    seats: plan.seats,
    algorithm: 'leximin',
    seed: plan.seed,
    panels: 1000,
    include: [],
    exclude: [],
    timeLimitMs: 600_000,
  };
}

function sharesOf(values: number, random: () => number): number[] {
  const weights = Array.from({ length: values }, () => 0.25 + random());
  const sum = weights.reduce((one, other) => one + other, 0);
  return weights.map((weight) => weight / sum);
}

function pick(shares: readonly number[], random: () => number): number {
  let left = random();
  for (const [at, share] of shares.entries()) {
    left -= share;
    if (left < 0) return at;
  }
  return shares.length - 1;
}

/** Volunteers with rare answers are wanted more than there are of them, as in life. */
function onePanel(pool: readonly PoolMember[], plan: PoolPlan, random: () => number): PoolMember[] {
  const pull = plan.features.map((values) =>
    Array.from({ length: values }, () => Math.exp(plan.skew * (random() - 0.5))),
  );
  const weighed = shuffled(pool, random).map((member) => {
    const weight = pull.reduce(
      (product, of, feature) => product * (of[Number(member.values[`f${feature}`]?.slice(1))] as number),
      1,
    );
    return { member, key: random() ** (1 / weight) };
  });
  const homes = new Set<string>();
  const panel: PoolMember[] = [];
  for (const { member } of weighed.sort((one, other) => other.key - one.key)) {
    if (panel.length === plan.seats) break;
    if (homes.has(member.household as string)) continue;
    homes.add(member.household as string);
    panel.push(member);
  }
  return panel;
}

function quotasAround(
  panel: readonly PoolMember[],
  feature: number,
  values: number,
  { play, seats }: PoolPlan,
): Quota[] {
  return Array.from({ length: values }, (_, value) => {
    const count = panel.filter((member) => member.values[`f${feature}`] === `v${value}`).length;
    return {
      feature: `f${feature}`,
      value: `v${value}`,
      min: Math.max(0, count - play),
      max: Math.min(seats, count + play),
    };
  });
}
