import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { questionsOf } from '../../../testing/questions.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { anInitiative } from '../../initiatives/seed.ts';
import { verbs as catalogue } from '../../inspire/catalogue/seed.ts';
import { measure, stopMetric } from './commands/metrics.ts';
import { carriedRows, carry, readRows } from './rules/import.ts';
import { aMetric, aPlan, aStrategy, decideNext } from './seed.ts';

const { newHouse } = await testApp();

interface Office {
  readonly karen: Id<'person'>;
  readonly orla: Id<'person'>;
}

async function office(house: House): Promise<Office> {
  return house.tx(async (tx) => {
    await aDepartment(tx);
    return {
      karen: await aPerson(tx, { name: 'Karen Mose', roles: ['secretariat'] }),
      orla: await aPerson(tx, { name: 'Orla Bang', roles: ['organisation_board'] }),
    };
  });
}

test('a strategy goes from draft to an edition that never changes, and everybody reads it', async () => {
  const house = await newHouse();
  const { karen } = await office(house);
  await house.tx(async (tx) => {
    await catalogue.putInDeck(tx);
    await catalogue.makeEdition(tx, '');
  });
  const reader = await house.signedIn(karen);
  const draft = await (await reader.get('/strategi/nyt-udkast')).submit('Gem', {
    title: 'Gode naboer 2026-2029',
    words: 'Alle skal kende nogen.',
    from: '2026-01-01',
    until: '2025-12-31',
  });
  assert.match(draft.text, /Den sidste dag kan ikke ligge før den første/);
  const begun = await draft.submit('Gem', { until: '2029-12-31' });
  assert.match(begun.text, /Der er ingen indsatsområder endnu/);
  const withArea = await begun.submit('Nyt indsatsområde', { title: 'Mennesker først' });
  assert.equal((await house.visitor().get('/strategi')).text.includes('Gode naboer'), false);
  const approving = await withArea.follow('Bestyrelsen har godkendt strategien');
  const future = await approving.submit('Skriv godkendelsen ind', { decidedOn: '2030-01-01', decision: 'Punkt 6' });
  assert.match(future.text, /Den kan ikke ligge i fremtiden/);
  await future.submit('Skriv godkendelsen ind', { decidedOn: '2026-05-03', decision: 'Referat, punkt 6' });
  const page = await house.visitor().get('/strategi');
  assert.match(
    page.text,
    /Gode naboer 2026-2029.*Godkendt af organisationsbestyrelsen den 3\. maj 2026: Referat, punkt 6/,
  );
  const edition = await page.follow('Læs den, som den blev godkendt');
  assert.match(edition.text, /Bilag: Inspirationskataloget, udgave 1/);
  const pdf = await house.visitor().fetch(page.link('Hent strategien som PDF'));
  const printed = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
  assert.ok(printed.tagged && printed.claimsUa1);
  assert.match(printed.text, /Mennesker først/);
  assert.match(
    printed.text.replaceAll('\n', ' '),
    /Inspirationskataloget, udgave 1.*Bilaget ligger som en fil i denne PDF/u,
  );
  const change = house.tx((tx) => tx.sql.updateTable('strategy_approval').set({ decision: 'Nej' }).execute());
  await assert.rejects(change, /permission denied/);
});

test('what nobody measured is missing, never zero, and few people are not shown', async () => {
  const house = await newHouse();
  const { karen } = await office(house);
  const metric = await house.tx(async (tx) => {
    const { areaId } = await aStrategy(tx);
    return aMetric(tx, areaId, karen, { unit: 'persons', first: { baseline: null, target: null } });
  });
  const reader = await house.signedIn(karen);
  const url = `/strategi/maalepunkt/${metric.id}`;
  const page = await reader.get(url);
  assert.match(page.text, /2025\s+mangler/);
  const measured = await page.submit('Gem', { from: '2025-01-01', value: '4', words: 'Talt i gården' });
  assert.match(measured.text, /2025\s+færre end fem.*Talt i gården/);
  const corrected = await measured.submit('Gem', { from: '2025-01-01', value: '14' });
  assert.match(corrected.text, /2025\s+14.*rettet 1 gang; Karen Mose/);
  const visitor = await house.visitor().get(url);
  assert.doesNotMatch(visitor.text, /Karen Mose|Talt i gården/);
  const unreadable = await corrected.submit('Gem', { from: '2025-01-01', value: 'mange' });
  assert.equal(unreadable.status, 422);
  assert.match(unreadable.text, /Skriv et tal, for eksempel 42 eller 12,5/);
});

test('a new definition breaks the series, and says why', async () => {
  const house = await newHouse();
  const { karen } = await office(house);
  const metric = await house.tx(async (tx) => aMetric(tx, (await aStrategy(tx)).areaId, karen));
  const reader = await house.signedIn(karen);
  const form = await reader.get(`/strategi/maalepunkt/${metric.id}/ny-definition`);
  const refused = await form.submit('Brug den nye definition', { from: '2025-06-01' });
  assert.match(refused.text, /hvorfor I måler noget andet/);
  const done = await refused.submit('Brug den nye definition', { name: 'Kender fem naboer', why: 'Tre var for let' });
  assert.match(done.text, /Kender fem naboer.*serien er brudt her.*Ny definition fra 1\. januar 2025: Tre var for let/);
});

test('a number that Grobund counts itself opens to its rows, and nobody types over it', async () => {
  const house = await newHouse();
  const { karen, orla } = await office(house);
  const metric = await house.tx(async (tx) => {
    await anInitiative(tx, { title: 'Suppe i gården', status: 'done', by: karen });
    const { areaId } = await aStrategy(tx);
    const fed = { figure: 'initiatives_held', unit: 'number', people: false, from: day('2026-01-01') } as const;
    return aMetric(tx, areaId, karen, fed);
  });
  const board = await house.signedIn(orla);
  const page = await board.get(`/strategi/maalepunkt/${metric.id}`);
  assert.match(page.text, /Grobund tæller det selv.*2026\s+1/);
  const rows = await board.get(page.root.querySelector('td a')?.getAttribute('href') ?? '');
  assert.match(rows.text, /Suppe i gården/);
  const staff = await (await house.signedIn(karen)).get(`/strategi/maalepunkt/${metric.id}`);
  assert.equal(staff.root.querySelector('[name="value"]'), null);
  assert.match((await staff.submit('Gem', { words: 'Et godt år' })).text, /Et godt år/);
});

test('what Grobund counts is counted once for all who look, until something happens in the house', async () => {
  const house = await newHouse();
  const { karen, orla } = await office(house);
  const held = (title: string) => house.tx((tx) => anInitiative(tx, { title, status: 'done', by: karen }));
  await held('Suppe i gården');
  await house.tx(async (tx) => {
    const { areaId } = await aStrategy(tx);
    await aMetric(tx, areaId, karen, {
      figure: 'initiatives_held',
      unit: 'number',
      people: false,
      from: day('2026-01-01'),
    });
  });
  const board = await house.signedIn(orla);
  const countings = async () => {
    const questions = await questionsOf(() => board.get('/strategi'));
    return questions.filter((asked) => asked.includes('initiative_end')).length;
  };
  assert.equal(await countings(), 1);
  assert.equal(await countings(), 0);
  await held('Kaffe i gården');
  assert.equal(await countings(), 1);
});

test('an action plan is told of by whoever owns it, and by nobody else', async () => {
  const house = await newHouse();
  const { karen } = await office(house);
  const [owner, other] = await house.tx(async (tx) => [
    await aPerson(tx, { name: 'Poul Holm', roles: ['finance'] }),
    await aPerson(tx, { name: 'Ida Bro', roles: ['finance'] }),
  ]);
  const plan = await house.tx(async (tx) => aPlan(tx, (await aStrategy(tx)).areaId, owner));
  const url = `/strategi/handleplan/${plan}`;
  const told = await (await (await house.signedIn(owner)).get(url)).submit('Gem', {
    state: 'done',
    words: 'Alle er spurgt',
  });
  assert.match(told.text, /Færdig/);
  assert.doesNotMatch((await (await house.signedIn(other)).get(url)).text, /Fortæl, hvordan det går/);
  assert.match((await (await house.signedIn(karen)).get(url)).text, /Poul Holm.*Alle er spurgt/);
});

test('a year is thought through, approved by the board, and written in no more', async () => {
  const house = await newHouse();
  const { karen, orla } = await office(house);
  await house.tx((tx) => aStrategy(tx));
  const reader = await house.signedIn(karen);
  const page = await reader.get('/strategi/evaluering/2025');
  const early = await page.submit('Skriv godkendelsen ind', { decidedOn: '2026-05-01', decision: 'Punkt 4' });
  assert.match(early.text, /Skriv om hvert indsatsområde/);
  const written = await early.submit('Gem', { done: 'Vi spurgte.', learned: 'Folk siger ja.', course: 'adjust' });
  const locked = await written.submit('Skriv godkendelsen ind', { decidedOn: '2026-05-01', decision: 'Punkt 4' });
  assert.match(locked.text, /Ordene er låst.*Vi spurgte\..*Vi gør noget om/);
  assert.match((await (await house.signedIn(orla)).get('/strategi/evaluering/2025')).text, /Folk siger ja/);
  const change = house.tx((tx) => tx.sql.updateTable('strategy_evaluation').set({ done: 'Andet' }).execute());
  await assert.rejects(change, /approved by the board/);
});

test('a year that is locked reads as it did when a metric is measured no more and the next strategy has other areas', async () => {
  const house = await newHouse();
  const { karen } = await office(house);
  const metric = await house.tx(async (tx) => {
    const { areaId } = await aStrategy(tx);
    const made = await aMetric(tx, areaId, karen);
    await measure(tx, made, { from: day('2025-01-01'), hundredths: 5200, outOf: 400, words: '' });
    return made;
  });
  const reader = await house.signedIn(karen);
  const page = await reader.get('/strategi/evaluering/2025');
  const written = await page.submit('Gem', { done: 'Vi spurgte.', learned: '', course: 'continue' });
  await written.submit('Skriv godkendelsen ind', { decidedOn: '2026-05-01', decision: 'Punkt 4' });
  await house.tx(async (tx) => {
    await stopMetric(tx, metric.id);
    await decideNext(tx, 2027);
  });
  const locked = (await reader.get('/strategi/evaluering/2025')).text;
  assert.match(locked, /Mennesker først.*Kender tre naboer.*52 %.*Vi spurgte/s);
  assert.doesNotMatch(locked, /Det grønne/);
});

test('a line of a file says how many it is out of, or what is wrong with it', async () => {
  const house = await newHouse();
  const { karen } = await office(house);
  const read = await house.tx(async (tx) => {
    const metric = await aMetric(tx, (await aStrategy(tx)).areaId, karen);
    const line = (period: string, outOf: string) => ({
      ...{ line: 2, metric: 'Kender tre naboer', period, value: '52 %', outOf, words: '' },
    });
    const lines = [line('2025', '1.200'), line('2024', 'ca. 300'), line('2023', ''), line('2035', '5')];
    return readRows(lines, [metric], tx.today);
  });
  assert.deepEqual(
    read.map(({ problem, taken }) => problem ?? taken?.outOf),
    [1200, 'no_out_of', null, 'not_begun'],
  );
});

test('what a preview carries comes back as it was, and what somebody made up is refused whole', () => {
  const row = { line: 1, metric: 'Naboer', period: '2026', value: '44', outOf: '60', words: 'Ø' };
  assert.deepEqual(carriedRows(carry([{ ...row, problem: null, taken: null }])), [row]);
  const cells = ['Naboer', '2026', '44', '', ''];
  const made = [
    null,
    {},
    'x',
    [null],
    [[]],
    [cells.slice(1)],
    [[...cells, '']],
    [[{ toString: 1 }, ...cells.slice(1)]],
  ];
  for (const one of [...made, [cells, ['Na\0boer', ...cells.slice(1)]]])
    assert.equal(carriedRows(JSON.stringify(one)), null, JSON.stringify(one));
  assert.equal(carriedRows('['), null);
});
