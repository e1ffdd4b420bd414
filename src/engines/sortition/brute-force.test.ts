import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sample } from '../../testing/long.ts';
import { calculate } from './calculate.ts';
import { certificateProblems } from './check-certificate.ts';
import { type DrawRequest, isCounted, type PoolMember, partsOf } from './pool.ts';
import { problemOf } from './problem.ts';
import { below, randomFrom } from './random.ts';
import type { Relaxation } from './relaxations.ts';
import { Simplex } from './simplex.ts';

const NO_HURRY = { left: () => 60_000, report: () => undefined };

/** A few people with a few answers, some of them in one home, and quotas that may or may not be possible. */
function smallPool(seed: string): DrawRequest {
  const random = randomFrom(seed);
  const people = 5 + below(5, random);
  const features = [2 + below(2, random), 2 + below(2, random)];
  const seats = 2 + below(3, random);
  const pool = Array.from({ length: people }, (_, at) => ({
    id: `p${at}`,
    values: Object.fromEntries(features.map((values, feature) => [`f${feature}`, `v${below(values, random)}`])),
    household: random() < 0.5 ? `h${below(3, random)}` : '',
  }));
  const quotas = features.flatMap((values, feature) =>
    Array.from({ length: values }, (_, value) => {
      const min = below(2, random) * (1 + below(2, random));
      return {
        feature: `f${feature}`,
        value: `v${value}`,
        min,
        max: Math.max(min, random() < 0.05 ? 0 : 1 + below(seats, random)),
      };
    }),
  );
  const both = { feature: 'f0×f1', value: 'v0×v1', min: 0, max: 1 + below(2, random) };
  return {
    pool,
    quotas: random() < 0.4 ? [...quotas, both] : quotas,
    seats,
    algorithm: 'leximin',
    seed,
    panels: 50,
    include: random() < 0.15 ? ['p0'] : [],
    exclude: random() < 0.15 ? ['p1'] : [],
    timeLimitMs: 60_000,
  };
}

function keeps(request: DrawRequest, panel: readonly number[]): boolean {
  const members = panel.map((place) => request.pool[place] as DrawRequest['pool'][number]);
  const homes = members.map(({ household }) => household).filter((home) => home);
  return (
    new Set(homes).size === homes.length &&
    request.include.every((id) => members.some((member) => member.id === id)) &&
    !members.some(({ id }) => request.exclude.includes(id)) &&
    request.quotas.every((quota) => {
      const count = members.filter((member) => isCounted(member, partsOf(quota))).length;
      return count >= quota.min && count <= quota.max;
    })
  );
}

/** Every panel that keeps the rules, one by one. */
function allPanels(request: DrawRequest): number[][] {
  const panels: number[][] = [];
  const extend = (panel: readonly number[], from: number) => {
    if (panel.length === request.seats) {
      if (keeps(request, panel)) panels.push([...panel]);
      return;
    }
    for (let place = from; place < request.pool.length; place++) extend([...panel, place], place + 1);
  };
  extend([], 0);
  return panels;
}

/** LEXIMIN by the book, person by person over all panels: raise the least; whoever cannot be raised alone is settled. */
function leximinByTheBook(people: number, panels: readonly (readonly number[])[]): number[] {
  const settled = new Map<number, number>();
  const rows = (open: (place: number) => number) => [
    ...Array.from({ length: people }, (_, place) => ({ least: open(place), most: Number.POSITIVE_INFINITY })),
    { least: 1, most: 1 },
  ];
  const columns = panels.map((panel) => ({
    cost: 0,
    least: 0,
    most: 1,
    rows: [...panel, people],
    values: [...panel.map(() => 1), 1],
  }));
  const solve = (
    cost: (program: (typeof columns)[number][]) => (typeof columns)[number][],
    least: (place: number) => number,
  ) => {
    const program = new Simplex(rows(least), cost(columns));
    assert.equal(program.solve(), 'optimal');
    return program.objective();
  };
  while (settled.size < people) {
    const open = Array.from({ length: people }, (_, place) => place).filter((place) => !settled.has(place));
    const level = solve(
      (program) => [...program, { cost: 1, least: 0, most: 1, rows: open, values: open.map(() => -1) }],
      (place) => (settled.get(place) ?? 0) - 1e-9,
    );
    const before = settled.size;
    const stuck = open.filter((one) => {
      const most = solve(
        (program) => program.map((column, at) => ({ ...column, cost: panels[at]?.includes(one) ? 1 : 0 })),
        (place) => (settled.get(place) ?? level) - 1e-9,
      );
      return most < level + 1e-6;
    });
    for (const one of stuck) settled.set(one, level);
    assert.ok(settled.size > before, 'somebody is settled at each level');
  }
  return Array.from({ length: people }, (_, place) => settled.get(place) as number);
}

/** Among all panels that keep homes and names apart, the one that quotas must give way least for. */
function smallestChangeHelps(request: DrawRequest, relaxations: readonly Relaxation[], pool: string): void {
  const costs = allPanels({ ...request, quotas: [] }).map((panel) =>
    request.quotas.reduce((sum, quota) => {
      const count = panel.filter((place) => isCounted(request.pool[place] as PoolMember, partsOf(quota))).length;
      const short = count < quota.min ? (quota.min - count) / quota.min : 0;
      // Where nobody was to be in, nobody comes in: a part of nothing has no end.
      return sum + short + (count > quota.max ? (count - quota.max) / quota.max : 0);
    }, 0),
  );
  const least = costs.reduce((lowest, one) => Math.min(lowest, one), Number.POSITIVE_INFINITY);
  const asked = relaxations.reduce((sum, { min, max }) => {
    const [down, up] = [min[0] - min[1], max[1] - max[0]];
    return sum + (down && down / min[0]) + (up && up / max[0]);
  }, 0);
  assert.ok(Math.abs(asked - (Number.isFinite(least) ? least : 0)) < 1e-9, `${pool}: ${asked}, not ${least}`);
  const changed = request.quotas.map((quota) => {
    const change = relaxations.find(({ feature, value }) => feature === quota.feature && value === quota.value);
    return change ? { ...quota, min: change.min[1], max: change.max[1] } : quota;
  });
  assert.equal(allPanels({ ...request, quotas: changed }).length > 0, Number.isFinite(least), pool);
}

test('in small pools everybody has the chance that all panels, one by one, say is the fairest, and quotas that no panel keeps give way as little as can be', async () => {
  const seen = { possible: 0, impossible: 0, unreachable: 0, unequal: 0 };
  for (let at = 0; at < sample(50, 3000); at++) {
    const request = smallPool(`book ${at}`);
    const panels = allPanels(request);
    const answer = await calculate(request, NO_HURRY);
    if (panels.length === 0) {
      seen.impossible++;
      assert.ok(!answer.ok && answer.refusal.kind === 'infeasible', `pool ${at} has no panel`);
      smallestChangeHelps(request, answer.refusal.relaxations, `pool ${at}`);
      continue;
    }
    assert.ok(answer.ok, `pool ${at} has ${panels.length} panels`);
    seen.possible++;
    const drawing = answer.value;
    const chances = request.pool.map(({ id }) => drawing.probabilities[id] as number);
    const right = leximinByTheBook(request.pool.length, panels);
    for (const [place, chance] of chances.entries()) {
      assert.ok(
        Math.abs(chance - (right[place] as number)) < 1e-6,
        `pool ${at}, person ${place}: ${chance}, not ${right[place]}`,
      );
    }
    const never = request.pool.filter(
      ({ id }, place) => !request.exclude.includes(id) && !panels.some((panel) => panel.includes(place)),
    );
    assert.deepEqual(
      drawing.unreachable,
      never.map(({ id }) => id),
    );
    assert.ok(drawing.optimal);
    assert.deepEqual(await certificateProblems(problemOf(request), drawing.certificate, chances, 'leximin'), []);
    for (const panel of drawing.panels) {
      assert.ok(
        keeps(
          request,
          panel.map((id) => request.pool.findIndex((member) => member.id === id)),
        ),
      );
      assert.equal(panel.length, request.seats);
    }
    seen.unreachable += never.length;
    seen.unequal += drawing.levels.length > 2 ? 1 : 0;
  }
  assert.ok(
    Object.values(seen).every((count) => count > 1),
    `the pools are not varied enough: ${JSON.stringify(seen)}`,
  );
});
