import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOLDINGS } from '../../holdings.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { type House, testApp } from '../../testing/app.ts';
import { aFund, anApplication, verbs } from '../decide/fund/seed.ts';
import { ownOrganisation } from '../housing/public.ts';
import { aPerson } from '../housing/seed.ts';
import { actingAs, anIdea } from '../initiatives/seed.ts';
import { askErasure, carryOutErasure, takeBackErasure } from './commands/erasing.ts';
import { askExport, makeExport } from './commands/exporting.ts';
import { packageOf } from './store/requests.ts';

const { newHouse } = await testApp();
const holdings = HOLDINGS.flatMap((activity) => activity.holdings);

const as = <T>(house: House, id: Id<'person'>, verb: (tx: TenantDb) => Promise<T>) =>
  house.tx(async (tx) => verb(await actingAs(tx, id)));

async function forget(house: House, person: Id<'person'>): Promise<void> {
  const asked = await as(house, person, (tx) => askErasure(tx, person));
  assert(asked.ok);
  house.clock.forward({ days: 15 });
  assert.equal(await house.tx((tx) => carryOutErasure(tx, holdings, asked.value.id)), 'done');
}

test('whoever calls themselves by everyday words, or as the house is called, takes nothing out of what others wrote', async () => {
  const house = await newHouse();
  const poul = await house.tx((tx) => aPerson(tx, { name: 'Poul Dahl' }));
  const { name: organisation } = await house.tx(ownOrganisation);
  assert.match(organisation, / /, 'of two words, as a name is');
  const said = `Suppe i gården. Spørg ${organisation}; METTE HOLM ved det`;
  const { id } = await as(house, poul, (tx) => anIdea(tx, { said }));
  for (const name of ['i gården', 'Spørg .*', organisation, 'Mette Holm']) {
    await forget(house, await house.tx((tx) => aPerson(tx, { name })));
  }
  const idea = await house.tx((tx) => tx.sql.selectFrom('idea').select('said').where('id', '=', id).execute());
  assert.deepEqual(idea, [{ said: `Suppe i gården. Spørg ${organisation}; En beboer ved det` }]);
});

test('staff cannot stop somebody’s erasure without the person hearing of it', async () => {
  const house = await newHouse();
  const mette = await house.tx((tx) => aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk' }));
  const signe = await house.tx((tx) => aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }));
  const told = () =>
    house.tx(async (tx) => {
      const rows = await tx.sql.selectFrom('outgoing').select('message').where('person_id', '=', mette).execute();
      return rows.filter(({ message }) => JSON.stringify(message).includes('Du bliver ikke slettet')).length;
    });
  for (const [by, times] of [
    [mette, 0],
    [signe, 1],
  ] as const) {
    assert((await as(house, mette, (tx) => askErasure(tx, mette))).ok);
    assert.equal(await as(house, by, (tx) => takeBackErasure(tx, mette)), true);
    assert.equal(await told(), times);
    house.clock.forward({ minutes: 5 });
  }
});

test('what is advised about a case is not in the applicant’s copy before it is decided', async () => {
  const house = await newHouse();
  const mette = await house.tx((tx) => aPerson(tx, { name: 'Mette Holm' }));
  const signe = await house.tx((tx) => aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }));
  const inge = await house.tx((tx) => aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }));
  const fund = await house.tx((tx) => aFund(tx));
  const application = await as(house, mette, (tx) => anApplication(tx, fund, { applicantId: mette }));
  const words = 'Vi indstiller til afslag i hemmelighed';
  await as(house, signe, (tx) => verbs.recommend(tx, application, { advice: 'refuse', amount: null, words }));
  const inCopy = async () => {
    const id = await as(house, mette, (tx) => askExport(tx, mette, 'da'));
    assert(id);
    await house.tx((tx) => makeExport(tx, HOLDINGS, id));
    const bytes = await house.tx((tx) => packageOf(tx, id));
    assert(bytes);
    return Buffer.from(bytes).includes(words);
  };
  assert.equal(await inCopy(), false);
  const refusal = { result: 'refuse', reason: 'other', words: 'Vi har ikke penge nok', reference: 'Punkt 4' } as const;
  const decided = await as(house, inge, (tx) => verbs.decide(tx, application, refusal));
  assert.deepEqual(decided, { ok: true, value: null });
  assert.equal(await inCopy(), true);
});

test('what a guest wrote with somebody else’s address is not in that person’s copy, and is not forgotten with them', async () => {
  const house = await newHouse();
  const email = 'mette@example.dk';
  const mette = await house.tx((tx) => aPerson(tx, { name: 'Mette Holm', email }));
  await house.tx(async (tx) => {
    await anIdea(tx, { said: 'Et drivhus til tomater', name: 'Anders Frost', email });
    await anIdea(tx, { said: 'En bænk ved søen', name: 'mette  HOLM', email });
    await anIdea(tx, { said: 'Et nyt skur', name: '', email });
    const fund = await aFund(tx);
    await anApplication(tx, fund, { title: 'Lanterner', applicantName: 'Anders Frost', applicantEmail: email });
  });
  const id = (await as(house, mette, (tx) => askExport(tx, mette, 'da'))) ?? assert.fail('no copy');
  await house.tx((tx) => makeExport(tx, HOLDINGS, id));
  const copy = Buffer.from((await house.tx((tx) => packageOf(tx, id))) ?? []).toString('latin1');
  assert.ok(copy.includes('ved s'), 'by the name and the address it is theirs');
  // What was sent to the mailbox is its owner's, so the name of the case may stand in a letter.
  for (const word of ['drivhus', 'nyt skur', 'applicant_name']) assert.ok(!copy.includes(word), word);
  assert.ok(copy.includes('"applicant_email": "mette@example.dk"'), 'that the address stands there is told');

  await forget(house, mette);
  const ideas = await house.tx(({ sql }) =>
    sql.selectFrom('idea').select(['said', 'contact_name', 'contact_email']).orderBy('said').execute(),
  );
  assert.deepEqual(ideas, [
    { said: 'En bænk ved søen', contact_name: 'En beboer', contact_email: null },
    { said: 'Et drivhus til tomater', contact_name: 'Anders Frost', contact_email: null },
    { said: 'Et nyt skur', contact_name: '', contact_email: null },
  ]);
  const cases = await house.tx(({ sql }) =>
    sql.selectFrom('fund_application').select(['applicant_name', 'applicant_email']).execute(),
  );
  assert.deepEqual(cases, [{ applicant_name: 'Anders Frost', applicant_email: null }]);
});
