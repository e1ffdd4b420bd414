import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sample } from '../../testing/long.ts';
import { calculate } from './calculate.ts';
import { certificateProblems } from './check-certificate.ts';
import { panelByDigits, panelBySeed } from './choose.ts';
import type { Draw } from './draw.ts';
import { householdKeys } from './households.ts';
import type { DrawRequest } from './pool.ts';
import { problemOf } from './problem.ts';
import { relaxationWords } from './relaxations.ts';
import { draw } from './sortition.ts';
import { makePool } from './synthetic/make-pool.ts';

const NO_HURRY = { left: () => 60_000, report: () => undefined };

const POOL = makePool({ people: 60, seats: 12, features: [2, 3, 4], play: 1, together: 0.3, skew: 2, seed: 'sixty' });

async function drawn(request: DrawRequest): Promise<Draw> {
  const answer = await calculate(request, NO_HURRY);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}

test('a short list too forgets nobody who can be drawn, and is within a panel and a half of each chance', async () => {
  const pool = makePool({
    people: 100,
    seats: 12,
    features: [2, 4, 3],
    play: 1,
    together: 0.2,
    skew: 4,
    seed: 'skewed',
  });
  for (const panels of [30, 50]) {
    const drawing = await drawn({ ...pool, panels });
    const seats = drawing.panels.flat();
    for (const { id } of pool.pool) {
      const times = seats.filter((one) => one === id).length;
      assert.ok(times > 0 && Math.abs(times - panels * (drawing.probabilities[id] as number)) < 1.5, `${id}: ${times}`);
    }
  }
});

test('the same seed and pool give the same list in a thread of its own, and another seed another list of the same chances', async () => {
  const told: number[] = [];
  const one = await draw(POOL, { onProgress: ({ share }) => told.push(share) });
  const [again, other] = await Promise.all([draw(POOL), draw({ ...POOL, seed: 'another' })]);
  assert.ok(one.ok && again.ok && other.ok);
  assert.deepEqual({ ...again.value, cpuMs: 0 }, { ...one.value, cpuMs: 0 });
  assert.deepEqual(other.value.probabilities, one.value.probabilities);
  assert.notDeepEqual(other.value.panels, one.value.panels);
  assert.ok(told.every((share) => share >= 0 && share <= 1));
});

test('a draw that is cancelled ends at once, before and while it is calculated', async () => {
  const stop = new AbortController();
  const large = makePool({
    people: 900,
    seats: 60,
    features: [2, 5, 4, 3, 6],
    play: 1,
    together: 0.2,
    skew: 2,
    seed: 'large',
  });
  const running = draw(large, { signal: stop.signal });
  setTimeout(() => stop.abort(), 150);
  assert.deepEqual(await running, { ok: false, refusal: { kind: 'cancelled' } });
  assert.deepEqual(await draw(POOL, { signal: stop.signal }), { ok: false, refusal: { kind: 'cancelled' } });
});

test('when time is up, a list comes back that keeps every rule, claims nothing that is not proved, and says how much may be missing', async () => {
  const large = makePool({
    people: 300,
    seats: 30,
    features: [2, 5, 4, 3, 4],
    play: 1,
    together: 0.2,
    skew: 2,
    seed: 'late',
  });
  let looks = 0;
  const answer = await calculate(large, { left: () => (++looks > 40 ? 0 : 60_000), report: () => undefined });
  assert.ok(answer.ok);
  const { optimal, gap, minProbability, panels } = answer.value;
  assert.equal(optimal, false);
  assert.ok(gap !== null && gap > 0 && gap <= 1, String(gap));
  assert.ok(minProbability > 0);
  assert.equal(panels.length, 1000);
  const best = await drawn(large);
  assert.ok(best.minProbability <= minProbability + gap + 1e-9, 'the gap says at least as much as is missing');
});

test('when time is up before everybody is looked for, nobody is called out of reach, and the smallest chance is nothing', async () => {
  const features = [5, 6, 4, 4, 4];
  const large = makePool({ people: 500, seats: 30, features, play: 2, together: 0, skew: 2, seed: 'late' });
  let looks = 0;
  const answer = await calculate(large, { left: () => (++looks > 1 ? 0 : 60_000), report: () => undefined });
  assert.ok(answer.ok);
  const { optimal, gap, minProbability, probabilities, unreachable } = answer.value;
  assert.ok(Object.values(probabilities).includes(0), 'some were not looked for');
  assert.deepEqual([optimal, minProbability, unreachable], [false, 0, []]);
  assert.ok(gap !== null && gap >= 30 / 500 && gap <= 1, String(gap));
});

test('who shares a home is as near to their chance on the list as who lives alone', async () => {
  const pool = makePool({ people: 87, seats: 18, features: [4], play: 1, together: 0.65, skew: 3.87, seed: 'w289' });
  const drawing = await drawn(pool);
  const seats = drawing.panels.flat();
  const homes = Map.groupBy(pool.pool, ({ household }) => household);
  const off = pool.pool
    .filter(({ household }) => (homes.get(household)?.length ?? 0) > 1)
    .map(({ id }) => Math.abs(seats.filter((one) => one === id).length - 1000 * (drawing.probabilities[id] as number)));
  assert.ok(off.length > 30 && Math.max(...off) < 3, `${Math.max(...off)} panels`);
});

test('who must be in is in every panel and who must not is in none; the home of one who is in is closed to others', async () => {
  const include = POOL.pool.filter(
    ({ household }, at, all) => all.filter((one) => one.household === household).length > 1 && at < 60,
  )[0]?.id as string;
  const mate = POOL.pool.find(
    ({ id, household }) => id !== include && household === POOL.pool.find((one) => one.id === include)?.household,
  )?.id as string;
  const exclude = POOL.pool.find(({ id }) => id !== include && id !== mate)?.id as string;
  const drawing = await drawn({ ...POOL, include: [include], exclude: [exclude] });
  assert.ok(
    drawing.panels.every((panel) => panel.includes(include) && !panel.includes(exclude) && !panel.includes(mate)),
  );
  assert.equal(drawing.probabilities[include], 1);
  assert.equal(drawing.probabilities[exclude], 0);
  assert.ok(drawing.unreachable.includes(mate) && !drawing.unreachable.includes(exclude));
  const clash = await calculate({ ...POOL, include: [include, mate] }, NO_HURRY);
  assert.deepEqual(clash, { ok: false, refusal: { kind: 'infeasible', relaxations: [] } });
});

test('the largest product of chances is proved, and is never below that of the fairest draw', async () => {
  const [nash, leximin] = [await drawn({ ...POOL, algorithm: 'nash' }), await drawn(POOL)];
  assert.ok(nash.optimal && (nash.gap as number) < 1e-5);
  assert.ok(nash.geometricMean >= leximin.geometricMean - 1e-9 && nash.minProbability <= leximin.minProbability + 1e-9);
  const chances = POOL.pool.map(({ id }) => nash.probabilities[id] as number);
  assert.deepEqual(await certificateProblems(problemOf(POOL), nash.certificate, chances, 'nash'), []);
});

test('drawing by strata keeps the rules too, and promises nothing', async () => {
  const drawing = await drawn({ ...POOL, algorithm: 'stratified', panels: 200 });
  assert.deepEqual([drawing.optimal, drawing.gap, drawing.panels.length], [false, null, 200]);
  assert.ok(drawing.minProbability <= (await drawn(POOL)).minProbability + 1e-9);
});

test('a lie in the certificate is seen: a higher chance, a weaker claim, somebody called out of reach, a panel that breaks a quota', async () => {
  const drawing = await drawn(POOL);
  const problem = problemOf(POOL);
  const chances = POOL.pool.map(({ id }) => drawing.probabilities[id] as number);
  const { certificate } = drawing;
  const check = (changed: Partial<typeof certificate>, told = chances) =>
    certificateProblems(problem, { ...certificate, ...changed }, told, 'leximin');
  assert.deepEqual(await check({}), []);
  assert.notDeepEqual(
    await check(
      {},
      chances.map((chance, at) => (at === 0 ? chance + 1e-3 : chance)),
    ),
    [],
  );
  const [first, ...others] = certificate.claims;
  assert.ok(first);
  assert.deepEqual(await check({ claims: others }), ['the claims do not prove the levels']);
  assert.deepEqual(await check({ claims: [{ ...first, most: first.most - 1e-3 }, ...others] }), [
    'a claim is untrue: a panel weighs more',
  ]);
  assert.deepEqual(await check({ claims: [{ ...first, most: first.most + 1e-3 }, ...others] }), [
    'the claims do not prove the levels',
  ]);
  assert.notDeepEqual(await check({ unreachable: [0] }), []);
  const [panel] = certificate.lottery;
  assert.ok(panel);
  assert.deepEqual(
    await check({ lottery: [{ ...panel, seats: panel.seats.slice(1) }, ...certificate.lottery.slice(1)] }),
    ['a panel of the exact lottery breaks the rules'],
  );
});

test('dice name a panel by their digits, and a number beyond the list is thrown again', () => {
  assert.equal(panelByDigits('427', 1000), 427);
  assert.equal(panelByDigits('007', 1000), 7);
  assert.equal(panelByDigits('07', 1000), null);
  assert.equal(panelByDigits('600', 500), null);
  assert.equal(panelByDigits('4 2', 1000), null);
  const drawn = new Set(Array.from({ length: 400 }, (_, at) => panelBySeed(`seed ${at}`, 'list', 10)));
  assert.equal(drawn.size, 10);
});

test('a home is one however it is written, and what is no address is held letter by letter', () => {
  const keys = householdKeys([
    'Kærhaven 12A, 3. tv, 8000 Aarhus C',
    'kærhaven 12 a 3.tv. 8000',
    'Kærhaven 12A, 3. tv',
    'Kærhaven 12A, 3. th, 8000 Aarhus C',
    'h 7',
    'H  7',
    '',
  ]);
  assert.equal(new Set(keys.slice(0, 3)).size, 1);
  assert.notEqual(keys[3], keys[0]);
  assert.equal(keys[4], keys[5]);
  assert.equal(keys[6], '');
});

test('what would make a panel possible is said in plain words', () => {
  const words = relaxationWords([{ feature: 'alder', value: 'under 30', min: [4, 3], max: [5, 6] }]);
  assert.deepEqual(
    words.map(({ da }) => da),
    [
      'Sænk mindstetallet for "under 30" (alder) fra 4 til 3, eller find 1 mere.',
      'Hæv højestetallet for "under 30" (alder) fra 5 til 6.',
    ],
  );
});

/** What is kept when all that nobody needs is swept away: what a process holds of the machine grows and shrinks as V8 likes. */
function kept(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test('200 draws in one process keep no more memory than 60', { skip: sample(0, 1) === 0 }, async () => {
  const small = makePool({ people: 40, seats: 8, features: [2, 3], play: 1, together: 0.3, skew: 2, seed: 'memory' });
  const impossible = {
    ...small,
    quotas: small.quotas.map((quota, at) => (at === 0 ? { ...quota, min: 9, max: 9 } : quota)),
  };
  let early = 0;
  for (let at = 0; at < 200; at++) {
    await calculate({ ...(at % 3 === 0 ? small : impossible), seed: `${at}` }, NO_HURRY);
    if (at === 60) early = kept();
  }
  const late = kept();
  assert.ok(late < early + 2_000_000, `${early} -> ${late}`);
});
