import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sample } from '../../testing/long.ts';
import { calculate } from './calculate.ts';
import { certificateProblems } from './check-certificate.ts';
import { problemOf } from './problem.ts';
import { makePool, type PoolPlan } from './synthetic/make-pool.ts';

const BASE = { play: 2, together: 0, skew: 2 } as const;

/** More kinds than the small programs are for; in the long run as large as the largest pools that figures are published of. */
const POOLS: readonly PoolPlan[] = [
  { ...BASE, people: 200, seats: 24, features: [2, 5, 4, 4], seed: 'many kinds' },
  { ...BASE, people: 825, seats: 75, features: [2, 5, 6, 10], seed: 'b' },
  { ...BASE, people: 1727, seats: 110, features: [2, 5, 4, 3, 4, 6, 4], seed: 'c' },
];

for (const plan of POOLS.slice(0, sample(1, POOLS.length, 'pools of many people'))) {
  test(`${plan.people} people for ${plan.seats} seats: the fairest chances with proof, and a list that is near them`, async () => {
    const request = makePool(plan);
    const answer = await calculate(request, { left: () => 600_000, report: () => undefined });
    assert.ok(answer.ok && answer.value.optimal && answer.value.gap === 0);
    const { probabilities, certificate, panels } = answer.value;
    const chances = request.pool.map(({ id }) => probabilities[id] as number);
    assert.deepEqual(await certificateProblems(problemOf(request), certificate, chances, 'leximin'), []);
    const times = new Map<string, number>();
    for (const id of panels.flat()) times.set(id, (times.get(id) ?? 0) + 1);
    const off = request.pool.map(({ id }, place) => Math.abs((times.get(id) ?? 0) - 1000 * (chances[place] as number)));
    assert.ok(Math.max(...off) <= request.quotas.length, `${Math.max(...off)} panels off`);
    assert.ok(off.reduce((sum, one) => sum + one, 0) / off.length <= 1);
    assert.equal(request.pool.filter(({ id }, place) => (chances[place] as number) > 1e-9 && !times.has(id)).length, 0);
  });
}
