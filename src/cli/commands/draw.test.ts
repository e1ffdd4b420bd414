import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { headFile, sha256 } from '../../engines/sortition/proof.ts';
import { sample } from '../../testing/long.ts';
import { type Call, WrongUse } from '../command.ts';
import { drawCommand } from './draw.ts';
import { readPool, readQuotas } from './draw-files.ts';

const scratch = await mkdtemp(join(tmpdir(), 'gdr-'));
after(() => rm(scratch, { recursive: true, force: true }));

type Options = Readonly<Record<string, string | true>>;

/** The command as `main.ts` calls it: its exit code, what it answers under `--json`, and its complaint. */
async function typed(options: Options, json = true) {
  const said: string[] = [];
  const answered: unknown[] = [];
  const call: Call = {
    args: [],
    option: (name) => (typeof options[name] === 'string' ? options[name] : undefined),
    flag: (name) => options[name] === true,
    json,
    file: (path) => join(scratch, path),
    config: () => assert.fail('a draw needs no settings'),
    settings: () => assert.fail('a draw needs no settings'),
    say: (text) => said.push(text),
    answer: (value) => answered.push(JSON.parse(JSON.stringify(value))),
  };
  try {
    const code = (await drawCommand.run(call)) ?? 0;
    return { code, said: said.join('\n'), answer: answered[0] as Record<string, unknown>, complaint: '' };
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    return { code: 2, said: '', answer: {}, complaint: error.message };
  }
}

const QUOTAS = `feature,value,min,max
alder,under 30,1,2
alder,30-64,1,3
alder,65+,1,2
bolig,række,2,3
bolig,etage,2,3
alder×bolig,65+×etage,0,1
`;

const PEOPLE = Array.from({ length: 20 }, (_, at) => {
  const [alder, bolig] = [['under 30', '30-64', '65+', '30-64'][at % 4], ['række', 'etage'][Math.floor(at / 3) % 2]];
  return `b${at + 1};"Ærøgade ${1 + Math.floor(at / 2)}, ${at % 2 === 0 ? '1. tv' : '1.tv.'}";${alder};${bolig}`;
});

const POOL = `nr;adresse;alder;bolig\n${PEOPLE.join('\n')}\n`;

await writeFile(join(scratch, 'kvoter.csv'), QUOTAS);
await writeFile(join(scratch, 'svar.csv'), Buffer.from(POOL, 'latin1'));

const ASKED = {
  pool: 'svar.csv',
  quotas: 'kvoter.csv',
  seats: '5',
  id: 'nr',
  household: 'adresse',
  seed: 'S1',
} as const;

test('a draw answers all that is promised, keeps quotas and combinations, and no two of one address however it is written', async () => {
  const { code, answer } = await typed({ ...ASKED, out: 'bevis' });
  assert.equal(code, 0);
  assert.deepEqual(Object.keys(answer), [
    ...['algorithm', 'seats', 'pool', 'optimal', 'gap', 'minProbability', 'unreachable', 'giniCoefficient'],
    ...['geometricMean', 'probabilities', 'panel', 'panels', 'seed', 'ms'],
  ]);
  const { algorithm, seats, pool, optimal, gap, panels, seed } = answer;
  assert.deepEqual([algorithm, seats, pool, optimal, gap, panels, seed], ['leximin', 5, 20, true, 0, 1000, 'S1']);
  const panel = (answer.panel as string[]).map((id) => Number(id.slice(1)) - 1);
  assert.equal(new Set(panel.map((at) => Math.floor(at / 2))).size, 5, 'each from a home of their own');
  const chances = Object.values(answer.probabilities as Record<string, number>);
  assert.ok(Math.abs(chances.reduce((sum, one) => sum + one, 0) - 5) < 1e-9);
  assert.equal((await readdir(join(scratch, 'bevis'))).length, 8);
  assert.deepEqual((await typed({ ...ASKED })).answer.panel, answer.panel);
});

test('a proof is right until any byte of it, of the pool or of the quotas is changed', async () => {
  await typed({ ...ASKED, digits: '427', out: 'bevis' });
  const verify = { verify: 'bevis', pool: 'svar.csv', quotas: 'kvoter.csv' };
  assert.deepEqual((await typed(verify)).answer, { right: true, problems: [] });
  const names = (await readdir(join(scratch, 'bevis'))).map((name) => join('bevis', name));
  const rounds = sample(3, 60);
  for (const name of [...names, 'svar.csv', 'kvoter.csv']) {
    const path = join(scratch, name);
    const bytes = await readFile(path);
    for (let round = 0; round < rounds; round++) {
      const at = Math.floor(((round + 0.5) / rounds) * bytes.length);
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ (1 << (round % 7));
      await writeFile(path, changed);
      assert.equal((await typed(verify)).code, 1, `${name}, byte ${at}`);
    }
    await writeFile(path, bytes.subarray(0, -1));
    assert.equal((await typed(verify)).code, 1, `${name}, cut short`);
    await writeFile(path, bytes);
  }
  const answers = join(scratch, 'bevis/answers.csv');
  await writeFile(answers, Buffer.from(await readFile(answers, 'utf8'), 'latin1'));
  assert.equal((await typed(verify)).code, 1, 'the same letters as other bytes are other bytes');
  await rm(answers);
  assert.equal((await typed(verify)).code, 0, 'the answers are not to be published');
});

test('a proof whose page was written anew to say something else is seen, also when its hashes fit', async () => {
  await typed({ ...ASKED, 'list-only': true, out: 'side' });
  const page = (await readFile(join(scratch, 'side/index.html'), 'utf8')).replace('Listen passer', 'Alt passer');
  await writeFile(join(scratch, 'side/index.html'), page);
  const { hash: _, ...head } = JSON.parse(await readFile(join(scratch, 'side/proof.json'), 'utf8'));
  head.files['index.html'] = sha256(page);
  await writeFile(join(scratch, 'side/proof.json'), headFile(head));
  const verified = await typed({ verify: 'side', pool: 'svar.csv', quotas: 'kvoter.csv' });
  assert.deepEqual(verified.answer.problems, [{ file: 'index.html', problem: 'is not the page that Grobund writes' }]);
});

test('the list can be published first: dice then name a panel of that very list', async () => {
  const before = await typed({ ...ASKED, out: 'liste', 'list-only': true });
  assert.deepEqual(before.answer.panel, []);
  const list = await readFile(join(scratch, 'liste/panels.csv'), 'utf8');
  assert.ok(!(await readdir(join(scratch, 'liste'))).includes('drawn.json'));
  await typed({ ...ASKED, out: 'liste', digits: '013' });
  assert.equal(await readFile(join(scratch, 'liste/panels.csv'), 'utf8'), list);
  const { panel, people } = JSON.parse(await readFile(join(scratch, 'liste/drawn.json'), 'utf8'));
  assert.equal(panel, 13);
  assert.equal(list.split('\n')[14], `013,${people.join(' ')}`);
});

test('the older names of the columns are read, and people without an id are numbered from 1', async () => {
  await writeFile(join(scratch, 'older.csv'), QUOTAS.replace('feature,value', 'category,feature'));
  const { code, answer } = await typed({
    pool: 'svar.csv',
    quotas: 'older.csv',
    seats: '5',
    exclude: '3, 4',
    include: '1',
  });
  assert.equal(code, 0);
  assert.ok((answer.panel as string[]).includes('1'));
  assert.deepEqual(Object.keys(answer.probabilities as object).length, 20);
});

test('impossible quotas end with 1 and the smallest changes that help, in words and as data', async () => {
  await writeFile(join(scratch, 'for mange.csv'), QUOTAS.replace('65+,1,2', '65+,4,5'));
  const asked = { ...ASKED, quotas: 'for mange.csv' };
  const { code, answer } = await typed(asked);
  assert.equal(code, 1);
  assert.equal(answer.reason, 'infeasible');
  assert.deepEqual(answer.relaxations, [{ feature: 'alder', value: '65+', min: [4, 3], max: [5, 5] }]);
  assert.match((await typed(asked, false)).said, /Lower the minimum of "65\+" \(alder\) from 4 to 3, or find 1 more\./);
});

test('a mistake in a file ends with 2, and says the row and the column', async () => {
  const cases: [pool: string, quotas: string, complaint: RegExp][] = [
    [POOL, QUOTAS.replace('65+,1,2', '65+,3,2'), /row 4, column "max": the maximum 2 is below the minimum 3/],
    [POOL, QUOTAS.replace('65+,1,2', '65+,en,2'), /row 4, column "min": "en" is no whole number/],
    [POOL, QUOTAS.replace('65+,1,2', '65+,,2'), /row 4, column "min": the number is missing/],
    [POOL, QUOTAS.replace('alder,65+', 'alder,30-64'), /row 4, column "value": "30-64" of "alder" stands twice/],
    [POOL, QUOTAS.replace('alder,65+', 'humør,65+'), /row 4, column "feature": .*has no column "humør"/],
    [POOL, QUOTAS.replace('65+×etage', '65+'), /row 7, column "value": "65\+" has not as many parts/],
    [POOL, QUOTAS.replace(',max', ',mest'), /row 1, column "max": there is no such column/],
    [POOL.replace('b3;', 'b2;'), QUOTAS, /row 4, column "nr": "b2" stands in row 3 already/],
    [
      POOL.replace(';65+;', ';66+;'),
      QUOTAS,
      /row 4, column "alder": "66\+" is not among the quotas: under 30, 30-64, 65\+/,
    ],
    [POOL.replace(';65+;', ';;'), QUOTAS, /row 4, column "alder": the answer is missing/],
    [POOL.replace('nr;', 'id;'), QUOTAS, /row 1, column "nr": there is no such column/],
    [POOL.replace(/\n$/, ';x;y\n'), QUOTAS, /row 21, column "5": there are more cells than columns/],
    ['', QUOTAS, /row 1, column 1: there is nothing in it/],
    ['nr;adresse;alder;bolig\n', QUOTAS, /row 2, column 1: there are no rows/],
  ];
  for (const [pool, quotas, complaint] of cases) {
    await writeFile(join(scratch, 'p.csv'), pool);
    await writeFile(join(scratch, 'q.csv'), quotas);
    const { code, complaint: said } = await typed({ ...ASKED, pool: 'p.csv', quotas: 'q.csv' });
    assert.equal(code, 2, String(complaint));
    assert.match(said, complaint);
  }
});

test('what is typed wrongly is said in one line', async () => {
  await writeFile(join(scratch, 'stor.csv'), '');
  await truncate(join(scratch, 'stor.csv'), 33 * 1024 * 1024);
  const cases: [Options, RegExp][] = [
    [{ ...ASKED, seats: '0' }, /--seats is a whole number from 1/],
    [{ ...ASKED, algorithm: 'fair' }, /--algorithm is leximin, maximin, nash, stratified, not "fair"/],
    [{ ...ASKED, include: 'b99' }, /--include: nobody in the pool has the id "b99"/],
    [{ ...ASKED, include: 'b1', exclude: 'b1' }, /"b1" cannot be both/],
    [{ ...ASKED, digits: '1000' }, /--digits takes 3 digits below 1000/],
    [{ ...ASKED, 'time-limit': 'x' }, /--time-limit is a number of seconds/],
    [{ pool: 'svar.csv', seats: '5' }, /needs --quotas <file>/],
    [{ ...ASKED, pool: 'ingen.csv' }, /Cannot read "ingen.csv": there is no such file/],
    [{ ...ASKED, pool: 'stor.csv' }, /stor\.csv, row 1, column 1: it is too large/],
    [{ verify: 'tom', pool: 'svar.csv', quotas: 'kvoter.csv' }, /There is no proof in/],
  ];
  for (const [options, complaint] of cases) {
    const { code, complaint: said } = await typed(options);
    assert.equal(code, 2, String(complaint));
    assert.match(said, complaint);
  }
});

test('whatever bytes are called a file of people or quotas, they are read, or refused by row and column', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'alder',
      'bolig',
      'under 30',
      '65+',
      'a×b',
      'category',
      'feature',
      'value',
      'min',
      'max',
      '',
      '1',
      '-1',
      '1e9',
      '"',
      '×',
    ),
    fc.string({ maxLength: 6 }),
  );
  const row = fc.array(cell, { maxLength: 6 });
  const heading = fc.constantFrom(
    ['feature', 'value', 'min', 'max'],
    ['category', 'feature', 'min', 'max'],
    ['nr', 'alder', 'bolig'],
  );
  const sheet = fc
    .tuple(heading, fc.array(row, { maxLength: 6 }), fc.constantFrom(',', ';', '\t'))
    .map(([first, rows, sign]) => Buffer.from([first, ...rows].map((cells) => cells.join(sign)).join('\n')));
  const bytes = fc.oneof(
    sheet,
    fc.uint8Array({ maxLength: 200 }).map((raw) => Buffer.from(raw)),
  );
  let refused = 0;
  const property = fc.asyncProperty(bytes, bytes, async (pool, quotas) => {
    try {
      const asked = await readQuotas('kvoter.csv', quotas);
      const people = await readPool('svar.csv', pool, asked, { id: null, household: null });
      assert.ok(people.every(({ values }) => Object.values(values).every((value) => value !== '')));
    } catch (error) {
      assert.ok(error instanceof WrongUse, String(error));
      assert.match(error.message, /, row \d+, column .+: .+\.$/s);
      refused++;
    }
  });
  await fc.assert(property, { numRuns: sample(300, 20_000), seed: 6 });
  assert.ok(refused > 100);
});
