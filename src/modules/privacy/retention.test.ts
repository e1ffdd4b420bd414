import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOLDINGS } from '../../holdings.ts';
import { kroner } from '../../kernel/money.ts';
import { nextStart } from '../../platform/jobs/schedule.ts';
import { verifyJournal } from '../../platform/journal/verify.ts';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { decide } from '../decide/fund/commands/decide.ts';
import { aFund, anApplication, aPage, verbs } from '../decide/fund/seed.ts';
import { aPerson } from '../housing/seed.ts';
import { actingAs, anIdea } from '../initiatives/seed.ts';
import { keepRetention } from './commands/retaining.ts';

const { db, newTenant } = await testDatabase();

const run = (house: TestTenant) => house.tx((tx) => keepRetention(tx, HOLDINGS));

async function rowsOf<Row extends object>(house: TestTenant, question: string): Promise<readonly Row[]> {
  return (await db.pool.query<Row>(question, [house.tenant.id])).rows;
}

/** A house in which a guest got an answer, somebody left a draft, and money was promised. */
async function aYear() {
  const house = await newTenant();
  await house.tx(async (tx) => {
    const inge = await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] });
    const fund = await aFund(tx);
    const answered = await anIdea(tx, { said: 'En bænk', name: 'Gerda Lund', email: 'gerda@example.dk' });
    await anIdea(tx, { said: 'Et træ', name: 'Ejnar Ask', email: 'ejnar@example.dk' });
    await tx.sql
      .insertInto('idea_answer')
      .values({
        tenant_id: tx.tenant.id,
        idea_id: answered.id,
        answer: 'words',
        words: 'Ja',
        answered_by: inge,
        answered_at: tx.now,
      })
      .execute();
    await verbs.startApplication(tx, fund, aPage(tx, { title: 'Kladden', applicantName: 'Per Kladde' }));
    const page = { applicantName: 'Olga Krag', applicantEmail: 'olga@example.dk', title: 'Lanterner' };
    const promised = await anApplication(tx, fund, page);
    await anApplication(tx, fund, { ...page, applicantName: 'Rikke Vang', title: 'Krukker' });
    const asInge = await actingAs(tx, inge);
    const yes = await decide(asInge, promised, {
      result: 'commit',
      amount: kroner(500),
      terms: '',
      words: '',
      reference: 'Punkt 1',
    });
    assert(yes.ok);
  });
  return house;
}

test('the clock takes guests’ contact and drafts after a year, and a name on a voucher after its years', async () => {
  const house = await aYear();
  const other = await aYear();
  house.clock.set('2027-04-30T12:00:00+02:00');
  await run(house);
  const ideas = () => rowsOf(house, 'select contact_name, contact_email from idea where tenant_id = $1 order by said');
  const untouched = { contact_name: 'Gerda Lund', contact_email: 'gerda@example.dk' };
  const waiting = { contact_name: 'Ejnar Ask', contact_email: 'ejnar@example.dk' };
  assert.deepEqual(await ideas(), [untouched, waiting], 'not before a year has gone by');
  house.clock.set('2027-05-10T12:00:00+02:00');
  await run(house);
  assert.deepEqual(
    await ideas(),
    [{ contact_name: 'En beboer', contact_email: null }, waiting],
    'who waits for an answer stays',
  );
  const cases = () =>
    rowsOf(
      house,
      'select title, applicant_name, applicant_email from fund_application where tenant_id = $1 order by title',
    );
  assert.deepEqual(await cases(), [
    { title: 'Krukker', applicant_name: 'Rikke Vang', applicant_email: 'olga@example.dk' },
    { title: 'Lanterner', applicant_name: 'Olga Krag', applicant_email: 'olga@example.dk' },
  ]);
  house.clock.set('2031-12-31T12:00:00+01:00');
  await run(house);
  assert.equal((await cases()).length, 2);
  assert.deepEqual((await cases())[1], {
    title: 'Lanterner',
    applicant_name: 'Olga Krag',
    applicant_email: 'olga@example.dk',
  });
  house.clock.set('2032-01-01T12:00:00+01:00');
  await run(house);
  assert.deepEqual((await cases())[1], { title: 'Lanterner', applicant_name: 'En beboer', applicant_email: null });
  assert.deepEqual((await verifyJournal(db, house.tenant)).problems, []);
  assert.equal(
    (await rowsOf(other, 'select from fund_application where tenant_id = $1')).length,
    3,
    'another house is not touched',
  );
});

test('each rule notes when it ran and what it did, and does nothing twice', async () => {
  const house = await aYear();
  house.clock.set('2027-05-10T12:00:00+02:00');
  await run(house);
  const did = () =>
    rowsOf<{ rule: string; rows_changed: number; rows_ever: string }>(
      house,
      `select rule, rows_changed, rows_ever from privacy_retention_run
       where tenant_id = $1 and rows_ever > 0 order by rule`,
    );
  const first = await did();
  assert.deepEqual(
    first.map(({ rule, rows_changed }) => [rule, rows_changed]),
    [
      ['fund_application.goes.created_at', 1],
      ['idea.unnamed.posted_at', 1],
    ],
  );
  house.clock.forward({ days: 1 });
  await run(house);
  assert.deepEqual(
    (await did()).map(({ rows_changed, rows_ever }) => [rows_changed, Number(rows_ever)]),
    [
      [0, 1],
      [0, 1],
    ],
  );
});

test('the next run is the next night by the clocks of Denmark, in summer and in winter', () => {
  const nightly = { every: 'day', at: '03:40' } as const;
  assert.equal(nextStart(nightly, new Date('2026-05-03T12:00:00+02:00')).toISOString(), '2026-05-04T01:40:00.000Z');
  assert.equal(nextStart(nightly, new Date('2026-12-03T02:00:00+01:00')).toISOString(), '2026-12-03T02:40:00.000Z');
  const weekly = { every: 'monday', at: '07:00' } as const;
  assert.equal(nextStart(weekly, new Date('2026-05-03T12:00:00+02:00')).toISOString(), '2026-05-04T05:00:00.000Z');
  assert.equal(
    nextStart({ everyMinutes: 60 }, new Date('2026-05-03T12:10:00Z')).toISOString(),
    '2026-05-03T13:00:00.000Z',
  );
});
