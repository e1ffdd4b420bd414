import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readTable } from '../table/read-table.ts';
import { calculate } from './calculate.ts';
import { certificateProblems } from './check-certificate.ts';
import type { Draw } from './draw.ts';
import { type Algorithm, type DrawRequest, isCounted, partsOf } from './pool.ts';
import { problemOf } from './problem.ts';

/** Pools with known answers, which lie beside the project and are not ours to copy. */
const FOLDER = join(import.meta.dirname, '../../../../shared/data/sortition');
const NO_HURRY = { left: () => 60_000, report: () => undefined };

interface Expected {
  readonly k: number;
  readonly households?: number;
  readonly maximin_reachable: number;
  readonly unreachable: number;
  readonly gini: number;
  readonly gmean: number;
  readonly levels: readonly number[];
  readonly min_relative_relaxation?: number;
}

const expected: Record<string, Expected> = existsSync(FOLDER)
  ? JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'))
  : {};

async function table(name: string, file: string): Promise<Record<string, string>[]> {
  const read = await readTable(readFileSync(join(FOLDER, name, file)));
  assert.ok(read.ok);
  const [heading, ...rows] = read.value.rows;
  return rows.map(({ cells }) => Object.fromEntries((heading?.cells ?? []).map((head, at) => [head, cells[at] ?? ''])));
}

async function instance(name: string, algorithm: Algorithm = 'leximin'): Promise<DrawRequest> {
  const { k, households } = expected[name] as Expected;
  const quotas = (await table(name, 'categories.csv')).map(({ category, feature = '', value = '', min, max }) => ({
    feature: category ?? feature,
    value: category === undefined ? value : feature,
    min: Number(min),
    max: Number(max),
  }));
  const pool = (await table(name, 'respondents.csv')).map((values, at) => ({
    id: String(at + 1),
    values,
    household: households === 0 ? '' : (values.household ?? ''),
  }));
  return {
    pool,
    quotas,
    seats: k,
    algorithm,
    seed: 'fairness',
    panels: 1000,
    include: [],
    exclude: [],
    timeLimitMs: 60_000,
  };
}

async function drawn(request: DrawRequest): Promise<Draw> {
  const answer = await calculate(request, NO_HURRY);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}

function levelsFit(drawing: Draw, { levels }: Expected): boolean {
  return levels.every((level, at) => Math.abs(level - (drawing.levels[at] ?? 0)) < 1e-4);
}

const possible = Object.keys(expected).filter((name) => expected[name]?.levels);

for (const name of possible) {
  test(`${name}: every level, Gini and who is out of reach are as known, and the proof holds`, async () => {
    const known = expected[name] as Expected;
    const request = await instance(name);
    const drawing = await drawn(request);
    assert.ok(levelsFit(drawing, known), `${drawing.levels} are not ${known.levels}`);
    assert.ok(Math.abs(drawing.minProbability - known.maximin_reachable) < 1e-4);
    assert.ok(Math.abs(drawing.giniCoefficient - known.gini) < 1e-3);
    assert.ok(Math.abs(drawing.geometricMean - known.gmean) < 1e-4);
    assert.equal(drawing.unreachable.length, known.unreachable);
    assert.ok(drawing.optimal);
    const chances = request.pool.map(({ id }) => drawing.probabilities[id] as number);
    assert.deepEqual(await certificateProblems(problemOf(request), drawing.certificate, chances, 'leximin'), []);
    equalAnswersHaveEqualChances(request, drawing);
    listIsRight(request, drawing);
  });
}

/** People who live alone in the pool: with others, it matters whom one lives with. */
function equalAnswersHaveEqualChances(request: DrawRequest, drawing: Draw): void {
  const features = [...new Set(request.quotas.map(({ feature }) => feature))];
  const shared = new Set(
    request.pool.map(({ household }) => household).filter((home, at, all) => home && all.indexOf(home) !== at),
  );
  const groups = Map.groupBy(
    request.pool.filter(({ household }) => !shared.has(household ?? '')),
    ({ values }) => features.map((feature) => values[feature]).join('|'),
  );
  for (const members of groups.values()) {
    const chances = members.map(({ id }) => drawing.probabilities[id] as number);
    assert.ok(Math.max(...chances) - Math.min(...chances) < 1e-9);
  }
}

/** Quotas and households in each panel; nobody far from their chance, nobody who can be drawn left out. */
function listIsRight(request: DrawRequest, drawing: Draw): void {
  const byId = new Map(request.pool.map((member) => [member.id, member] as const));
  const times = new Map<string, number>(request.pool.map(({ id }) => [id, 0]));
  assert.equal(drawing.panels.length, request.panels);
  for (const panel of drawing.panels) {
    const members = panel.map((id) => byId.get(id) as DrawRequest['pool'][number]);
    assert.equal(new Set(panel).size, request.seats);
    const homes = members.map(({ household }) => household).filter((home) => home);
    assert.equal(new Set(homes).size, homes.length, 'no two of a household');
    for (const quota of request.quotas) {
      const count = members.filter((member) => isCounted(member, partsOf(quota))).length;
      assert.ok(count >= quota.min && count <= quota.max, `${quota.feature} ${quota.value}: ${count}`);
    }
    for (const id of panel) times.set(id, (times.get(id) as number) + 1);
  }
  const off = request.pool.map(({ id }) =>
    Math.abs((times.get(id) as number) / request.panels - (drawing.probabilities[id] as number)),
  );
  assert.ok(Math.max(...off) <= request.quotas.length / request.panels);
  assert.ok(off.reduce((sum, one) => sum + one, 0) / off.length <= 1 / request.panels);
  const forgotten = request.pool.filter(
    ({ id }) => (drawing.probabilities[id] as number) > 1e-9 && times.get(id) === 0,
  );
  assert.deepEqual(forgotten, []);
}

test('maximin alone keeps the smallest chance, and neither the levels nor their proof', {
  skip: possible.length === 0,
}, async () => {
  const request = await instance('synth_housing40_12', 'maximin');
  const known = expected.synth_housing40_12 as Expected;
  const drawing = await drawn(request);
  assert.ok(drawing.optimal && Math.abs(drawing.minProbability - known.maximin_reachable) < 1e-6);
  assert.ok(!levelsFit(drawing, known));
  const chances = request.pool.map(({ id }) => drawing.probabilities[id] as number);
  assert.deepEqual(await certificateProblems(problemOf(request), drawing.certificate, chances, 'maximin'), []);
  assert.notDeepEqual(await certificateProblems(problemOf(request), drawing.certificate, chances, 'leximin'), []);
});

test('quotas that no panel keeps come back with the smallest change that helps', {
  skip: possible.length === 0,
}, async () => {
  const answer = await calculate(await instance('infeasible_cand_1_8'), NO_HURRY);
  assert.deepEqual(answer, {
    ok: false,
    refusal: { kind: 'infeasible', relaxations: [{ feature: 'afdeling', value: 'C', min: [1, 0], max: [2, 2] }] },
  });
});
