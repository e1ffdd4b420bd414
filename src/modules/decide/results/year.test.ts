import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, day } from '../../../kernel/day.ts';
import { kroner } from '../../../kernel/money.ts';
import { testApp } from '../../../testing/app.ts';
import { aFund, anApplication } from '../fund/seed.ts';
import { fundYear } from './public.ts';
import { HAPPENINGS, statusFigures } from './rules/status.ts';
import { MOST_PROJECTS, outcomeOf } from './rules/year.ts';
import { anAskedFor, aPromised, by, paidInvoice, someAnswers, verbs } from './seed.ts';
import { happenings } from './store/status.ts';
import { yearProjects, yearRows } from './store/year.ts';

const { newHouse } = await testApp();
const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') };

test('the yearly report and the status of a fund count the same, fund by fund and figure by figure', async () => {
  const house = await newHouse();
  const all = await aPromised(house, { title: 'Suppe' });
  const other = await house.tx((tx) => aFund(tx, { name: 'Kommunens pulje', prefix: 'K' }));
  await by(house, all.poul, (tx) => anApplication(tx, other, { sought: kroner(2_500), title: 'Bord' }));
  await house.tx((tx) => paidInvoice(tx, all.id, kroner(3_000)));
  house.clock.set(`${all.heldOn}T20:00:00+02:00`);
  await by(house, all.mette, (tx) => verbs.giveFeedback(tx, all.id, someAnswers({ came: 3 })));
  house.clock.set(`${addDays(all.heldOn, 3)}T20:00:00+02:00`);
  await by(house, all.mette, (tx) => verbs.giveFeedback(tx, all.id, someAnswers({ came: 42 })));
  await by(house, all.signe, (tx) => verbs.releaseRest(tx, all.id, 'Det blev billigere.'));

  await house.tx(async (tx) => {
    const year = await fundYear(tx, YEAR);
    assert(year);
    assert.deepEqual(
      year.funds.map(({ name }) => name),
      ['Kommunens pulje', 'Puljen til fællesskaber'],
    );
    for (const { id, money, answers, came } of year.funds) {
      const counted = statusFigures(await happenings(tx, id, YEAR), []);
      assert.deepEqual({ money, answers, came }, { money: counted.all, answers: counted.answers, came: counted.came });
    }
    for (const kind of HAPPENINGS) {
      const { count, amount } = await yearRows(tx, YEAR, { kind, fundId: null }, { limit: 50, offset: 0 });
      assert.deepEqual({ count, amount }, year.all.money[kind], kind);
    }
    assert.equal(year.all.money.released.amount, kroner(1_000));
    assert.deepEqual(year.all.came, { people: 42, counted: 1, few: 0 });
    assert.equal(await fundYear(tx, { from: day('2025-01-01'), to: day('2025-12-31') }), null);
  });
});

test('a project is told of in the year of its yes and in the year somebody told how it went, as it stood then', async () => {
  const house = await newHouse();
  house.clock.set('2026-12-01T12:00:00+01:00');
  const all = await aPromised(house);
  const projectsOf = (from: string, to: string) =>
    house.tx((tx) => yearProjects(tx, { from: day(from), to: day(to) }, MOST_PROJECTS));
  house.clock.set(`${addDays(all.heldOn, 1)}T20:00:00+01:00`);
  await by(house, all.mette, (tx) => verbs.giveFeedback(tx, all.id, someAnswers({ came: 4 })));
  const [then] = (await projectsOf('2026-01-01', '2026-12-31')).projects;
  assert.deepEqual([then?.outcome, then?.came, then?.best], ['ahead', null, null]);
  const { projects, count } = await projectsOf('2027-01-01', '2027-12-31');
  assert.equal(count, 1);
  assert.deepEqual([projects[0]?.outcome, projects[0]?.came], ['told', 'few']);
  assert.equal(projects[0]?.best, null, 'nobody of the staff has shown the words');
  assert.equal((await projectsOf('2028-01-01', '2028-12-31')).count, 0);
});

test('what became of a promise is read from its rows', () => {
  const today = day('2026-06-10');
  const one = { end: null, told: false, lastDay: day('2026-06-09') };
  assert.equal(outcomeOf(one, today), 'untold');
  assert.equal(outcomeOf({ ...one, lastDay: day('2026-06-11') }, today), 'ahead');
  assert.equal(outcomeOf({ ...one, lastDay: null }, today), 'ahead');
  assert.equal(outcomeOf({ ...one, told: true }, today), 'told');
  assert.equal(outcomeOf({ ...one, end: 'completed' }, today), 'closed');
  for (const end of ['withdrawn', 'cancelled', 'lapsed'] as const) {
    assert.equal(outcomeOf({ ...one, told: true, end }, today), 'given_up');
  }
});

test('nothing that was never promised is a project', async () => {
  const house = await newHouse();
  await anAskedFor(house);
  const year = await house.tx((tx) => fundYear(tx, YEAR));
  assert.equal(year?.projectCount, 0);
  assert.equal(year?.all.money.sought.count, 1);
});
