import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { calculate } from './calculate.ts';
import type { Draw } from './draw.ts';
import type { DrawRequest } from './pool.ts';
import {
  ANSWERS,
  answersFile,
  codesOf,
  headFile,
  type ProofFiles,
  type ProofInput,
  quotasFile,
  sha256,
  writeProof,
} from './proof.ts';
import { PROOF_TEXT } from './proof-text.ts';
import { relaxationsOf } from './relaxations.ts';
import { makePool } from './synthetic/make-pool.ts';
import { proofProblems, readHead } from './verify-proof.ts';

const REQUEST = makePool({ people: 40, seats: 8, features: [2, 3], play: 1, together: 0.4, skew: 2, seed: 'forged' });
const HASHES = { pool: sha256('the pool'), quotas: sha256('the quotas') };
let honest: Draw;

before(async () => {
  honest = await drawn(REQUEST);
});

async function drawn(request: DrawRequest): Promise<Draw> {
  const answer = await calculate(request, { left: () => 60_000, report: () => undefined });
  assert.ok(answer.ok);
  return answer.value;
}

/** A proof whose every hash fits, of a draw that may be a lie. */
function proofOf(draw: ProofInput['draw']): ProofFiles {
  return writeProof({
    request: REQUEST,
    draw,
    poolHash: HASHES.pool,
    quotasHash: HASHES.quotas,
    reading: { id: null, household: null },
    versions: {},
    text: PROOF_TEXT.da,
    drawn: { by: 'digits', digits: '427' },
  });
}

async function seenIn(files: ProofFiles): Promise<string[]> {
  const head = readHead(files);
  assert.ok(head, 'the head fits its hash');
  const problems = await proofProblems(files, head, REQUEST, HASHES);
  return problems.map(({ file, problem }) => `${file} ${problem}`);
}

/** Another file in place of one, with its hash put right. */
function exchanged(files: ProofFiles, name: string, text: string): ProofFiles {
  const { hash: _, ...head } = JSON.parse(files['proof.json'] as string);
  return {
    ...files,
    [name]: text,
    'proof.json': headFile({ ...head, files: { ...head.files, [name]: sha256(text) } }),
  };
}

test('an honest proof holds, and one whose words say more than the draw gave does not, though every hash fits', async () => {
  assert.deepEqual(await seenIn(proofOf(honest)), []);
  const maximin = await drawn({ ...REQUEST, algorithm: 'maximin' });
  assert.notDeepEqual(maximin.levels, honest.levels);
  const [lie] = await seenIn(proofOf({ ...maximin, optimal: true }));
  assert.match(lie ?? '', /^certificate\.json (the claims do not prove|not everybody is settled)/);
  const [first = ''] = Object.keys(honest.probabilities);
  const raised = { ...honest.probabilities, [first]: (honest.probabilities[first] as number) + 0.01 };
  assert.equal((await seenIn(proofOf({ ...honest, probabilities: raised }))).length, 1);
  const least = await seenIn(proofOf({ ...honest, minProbability: honest.minProbability + 0.01 }));
  assert.deepEqual(least, ['certificate.json the smallest chance is not what is told']);
});

test('a list with a panel that breaks a quota, or has two of a home, is seen, though every hash fits', async () => {
  const [panel = [], ...others] = honest.panels;
  const home = (id: string) => REQUEST.pool.find((one) => one.id === id)?.household;
  const mate = REQUEST.pool.find(
    ({ id, household }) => !panel.includes(id) && panel.some((one) => home(one) === household),
  );
  const alike = panel.find((id) => home(id) !== mate?.household);
  assert.ok(mate && alike);
  const withMate = panel.map((id) => (id === alike ? mate.id : id));
  assert.deepEqual(await seenIn(proofOf({ ...honest, panels: [withMate, ...others] })), [
    'panels.csv panel 0 breaks the rules',
  ]);
  const short = [...others, panel.slice(1)];
  assert.deepEqual(await seenIn(proofOf({ ...honest, panels: short })), ['panels.csv panel 999 breaks the rules']);
});

test('a list that gives others a chance than the one told is seen, though each panel keeps the rules', async () => {
  const [panel = []] = honest.panels;
  const problems = await seenIn(proofOf({ ...honest, panels: honest.panels.map(() => panel) }));
  assert.deepEqual(problems, ['panels.csv gives others than the exact lottery does']);
});

test('answers and quotas that are not those of the pool are seen, though their hashes fit', async () => {
  const files = proofOf(honest);
  const answers = (files[ANSWERS] as string).replace(/v0/, 'v1');
  assert.ok((await seenIn(exchanged(files, ANSWERS, answers))).includes('answers.csv has other answers'));
  const quotas = (files['quotas.csv'] as string).replace(/\d+\n$/, '9\n');
  assert.ok((await seenIn(exchanged(files, 'quotas.csv', quotas))).includes('quotas.csv has other quotas'));
});

test('nobody is told to be out of reach without proof', async () => {
  const { certificate } = honest;
  assert.deepEqual(certificate.unreachable, []);
  const shut = await seenIn(proofOf({ ...honest, certificate: { ...certificate, unreachable: [0] } }));
  assert.deepEqual(shut, ['certificate.json somebody told to be out of reach can be in a panel']);
});

test('of two changes that cost the same, the one that changes fewest seats is told', async () => {
  const both = { f: 'u', g: 'v', side: 'right' };
  const request: DrawRequest = {
    ...REQUEST,
    seats: 2,
    pool: [both, both, { f: 'n', g: 'n', side: 'left' }].map((values, at) => ({ id: String(at), values })),
    quotas: [],
  };
  const bound = (feature: string, value: string, min: number) => ({ feature, value, min, max: 2 });
  const [one, other, side] = [bound('f', 'u', 2), bound('g', 'v', 2), bound('side', 'left', 1)];
  for (const quotas of [
    [one, other, side],
    [side, one, other],
    [other, side, one],
  ]) {
    const found = await relaxationsOf({ ...request, quotas }, 5000);
    assert.deepEqual(found, [{ feature: 'side', value: 'left', min: [1, 0], max: [2, 2] }]);
  }
});

test('what a spreadsheet would calculate is quoted in the files of a proof, and no two answers are written alike', () => {
  const values = ['=1+1', "'=1+1", '+45', '-3', '@here', "'", 'a-b', '\t=2'];
  const request: DrawRequest = {
    ...REQUEST,
    pool: values.map((value, at) => ({ id: String(at), values: { side: value } })),
    quotas: values.map((value) => ({ feature: 'side', value, min: 0, max: 8 })),
  };
  const codes = new Map(values.map((_, at) => [String(at), `C${at}`]));
  const written = answersFile(request, codes).trimEnd().split('\n').slice(1);
  const cells = written.map((line) => line.slice(3));
  assert.equal(new Set(cells).size, values.length);
  for (const text of [
    ...cells,
    ...quotasFile(request.quotas)
      .split('\n')
      .map((line) => line.slice(5)),
  ])
    assert.doesNotMatch(text, /^"?[=+\-@\t\r]/);
  assert.deepEqual(
    cells.map((text) => text.replace(/^'/, '')),
    values,
  );
});

test('a code tells nobody who it is: it is another in another pool, and with another seed', () => {
  const codes = [codesOf(REQUEST, 'one'), codesOf(REQUEST, 'other'), codesOf({ ...REQUEST, seed: 'other' }, 'one')];
  for (const { id } of REQUEST.pool) assert.equal(new Set(codes.map((known) => known.get(id))).size, 3);
});
