import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day } from '../../../kernel/day.ts';
import { kroner, sumOre } from '../../../kernel/money.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { testApp } from '../../../testing/app.ts';
import { aPerson } from '../../housing/seed.ts';
import { anApplication } from '../fund/seed.ts';
import { HAPPENINGS, type Happening, quartersOf, statusFigures, yearBefore } from './rules/status.ts';
import { aPromised, by, paidInvoice, someAnswers, verbs } from './seed.ts';

const { newHouse } = await testApp();

test('four quarters make the year, whatever happened when', () => {
  const rows = fc.array(
    fc.record({
      kind: fc.constantFrom(...HAPPENINGS),
      after: fc.integer({ min: 0, max: 364 }),
      amount: fc.nat(20_000),
    }),
  );
  fc.assert(
    fc.property(rows, (happened) => {
      const all = happened.map(({ kind, after, amount }) =>
        aRow({ kind, on: addDays(day('2026-01-01'), after), amount: kroner(amount) }),
      );
      const year = statusFigures(all, []);
      const quarters = quartersOf(2026).map(({ from, to }) =>
        statusFigures(
          all.filter(({ on }) => on >= from && on <= to),
          [],
        ),
      );
      for (const kind of HAPPENINGS) {
        assert.equal(sumOre(quarters.map((one) => one.all[kind].amount)), year.all[kind].amount);
        assert.equal(
          quarters.reduce((sum, one) => sum + one.all[kind].count, 0),
          year.all[kind].count,
        );
      }
    }),
  );
});

test('a leap day has a day beside it the year before', () => {
  assert.deepEqual(yearBefore({ from: day('2028-02-29'), to: day('2028-12-31') }), {
    from: day('2027-02-28'),
    to: day('2027-12-31'),
  });
});

test('the answer time is the one in the middle, and a promise is kept on the promised day', () => {
  const sent = day('2026-03-01');
  const answered = [3, 14, 15].map((days) =>
    aRow({ kind: 'committed', sentOn: sent, answerBy: addDays(sent, 14), on: addDays(sent, days) }),
  );
  assert.deepEqual(statusFigures(answered, []).answers, { answered: 3, medianDays: 14, kept: 2 });
  assert.equal(statusFigures(answered.slice(0, 2), []).answers.medianDays, 8.5);
  assert.equal(statusFigures([], []).answers.medianDays, null);
});

test('those who came are summed without groups under five, which are told of', () => {
  const told = [3, 5, 40].map((came) => aRow({ kind: 'told', came }));
  assert.deepEqual(statusFigures(told, []).came, { people: 45, counted: 2, few: 1 });
});

test('every figure opens to exactly its rows, for those who may, and prints with its seal', async () => {
  const house = await newHouse();
  const all = await aPromised(house, { grounds: ['short_notice'] });
  await by(house, all.poul, (tx) => anApplication(tx, all.fundId, { sought: kroner(2_500), title: 'Bord' }));
  await house.tx((tx) => paidInvoice(tx, all.id, kroner(3_000)));
  house.clock.set(`${all.heldOn}T20:00:00+02:00`);
  await by(house, all.mette, (tx) => verbs.giveFeedback(tx, all.id, someAnswers()));

  const board = await house.signedIn(all.inge);
  const page = await board.get('/pulje/status');
  assert.match(page.text, /6\.500 kr\./);
  assert.match(page.text, /1 af 1 \(100 %\)/);
  const behind = await page.follow('6.500 kr.');
  assert.match(behind.text, /2 rækker/);
  assert.match(behind.text, /Bord/);
  const narrowed = await board.get(`/pulje/status/bag/lovet?grund=short_notice`);
  assert.match(narrowed.text, /Én række/);
  assert.match((await board.get(`/pulje/status/bag/lovet?grund=across_departments`)).text, /Her er ingen rækker/);
  const wrong = await board.get('/pulje/status?fra=2026-05-01&til=2026-04-01');
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Vælg en slutdag/);
  assert.match((await board.get('/pulje/status?fra=2025-01-01&til=2025-12-31')).text, /svartiden mangler/);

  const token = page.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  const fields = new URLSearchParams({
    _csrf: token,
    pulje: all.fundId,
    fra: '2026-01-01',
    til: '2026-12-31',
    form: 'pdf',
  });
  const made = await board.fetch('/pulje/status/hent', {
    method: 'POST',
    body: fields,
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  assert.equal(made.headers.get('content-type'), 'application/pdf');
  const paper = await readPdf(new Uint8Array(await made.arrayBuffer()));
  assert.match(paper.text.replace(/\s+/g, ' '), /6\.500 kr\./);
  assert.match(paper.text, /Sådan er der talt/);

  const outsider = await house.tx((tx) => aPerson(tx, { name: 'Åse Lind', roles: ['operations'] }));
  for (const reader of [await house.signedIn(all.poul), await house.signedIn(outsider)]) {
    assert.equal((await reader.get('/pulje/status')).status, 404);
    assert.equal((await reader.get('/pulje/status/bag/lovet')).status, 404);
  }
});

function aRow(wanted: Partial<Happening>): Happening {
  const on = day('2026-03-10');
  return {
    kind: 'sought',
    on,
    amount: kroner(100),
    applicationId: 'a' as Happening['applicationId'],
    reference: 'P-0001',
    title: 'Suppe',
    grounds: ['smaller_group'],
    departmentIds: [],
    category: null,
    sentOn: on,
    answerBy: on,
    came: null,
    ...wanted,
  };
}
