import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../kernel/id.ts';
import { type House, testApp } from '../../testing/app.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { anAsk, anInitiative } from './seed.ts';

const { newHouse } = await testApp();

async function lived(house: House) {
  return house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId });
    return {
      departmentId,
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
      mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk', lives: home }),
      poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk', lives: home }),
    };
  });
}

/** What is on its way to somebody who holds no turn for it. */
async function toldTo(house: House, personId: Id<'person'>): Promise<string> {
  const rows = await house.tx((tx) =>
    tx.sql.selectFrom('outgoing').select(['message', 'person_id']).where('person_id', '=', personId).execute(),
  );
  return JSON.stringify(rows.map((row) => row.message));
}

test('when the last driver lets go, the consultant looks for somebody until it is driven again or rests', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const id = await house.tx((tx) =>
    anInitiative(tx, { status: 'under_way', by: people.poul, departmentIds: [people.departmentId] }),
  );
  const signe = await house.signedIn(people.signe);
  const waits = async () => /Ingen driver ”Suppe i gården” mere/.test((await signe.get('/')).text);
  const letGo = async (who: Id<'person'>) =>
    (await (await house.signedIn(who)).get(`/initiativer/${id}/inde`)).submit('Giv slip', {});
  assert.equal(await waits(), false);
  await letGo(people.poul);
  assert.equal(await waits(), true);
  const mette = await house.signedIn(people.mette);
  await (await mette.get(`/initiativer/${id}`)).submit('Ja, jeg tager det', {});
  assert.equal(await waits(), false);
  await letGo(people.mette);
  assert.equal(await waits(), true);
  const inside = await signe.get(`/initiativer/${id}/inde`);
  const parked = await inside.submit('Lad det hvile', { reason: 'Vinter' });
  assert.equal(await waits(), false);
  await parked.submit('Væk det', {});
  assert.equal(await waits(), true);
});

test('when one of two lets go, the other hears of it', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const id = await house.tx(async (tx) => {
    const made = await anInitiative(tx);
    await anAsk(tx, made, { by: people.signe, to: people.mette, answer: 'not_alone' });
    await anAsk(tx, made, { by: people.signe, to: people.poul, answer: 'yes' });
    return made;
  });
  const poul = await house.signedIn(people.poul);
  await (await poul.get(`/initiativer/${id}/inde`)).submit('Giv slip', {});
  assert.match(await toldTo(house, people.mette), /Poul Dahl har givet slip på/);
  assert.doesNotMatch((await (await house.signedIn(people.signe)).get('/')).text, /Ingen driver/);
});

test('who says "not alone" is not asked again, the next one reads who is willing, and company is told', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const id = await house.tx(async (tx) => {
    const made = await anInitiative(tx);
    await anAsk(tx, made, { by: people.signe, to: people.mette, answer: 'not_alone' });
    await anAsk(tx, made, { by: people.signe, to: people.poul });
    return made;
  });
  const hers = await (await house.signedIn(people.mette)).get(`/initiativer/${id}`);
  assert.match(hers.text, /Du har sagt ja. Vi leder efter én mere./);
  assert.doesNotMatch(hers.text, /Vil du drive det\?/);
  const inside = await (await house.signedIn(people.signe)).get(`/initiativer/${id}/inde`);
  assert.match(inside.text, /Mette Holm vil gerne, men ikke alene/);
  assert.doesNotMatch((await house.visitor().get(`/initiativer/${id}`)).text, /Mette/);

  const question = await (await (await house.signedIn(people.poul)).get('/')).follow('sammen med Mette Holm');
  assert.match(question.text, /Mette Holm vil gerne, men ikke alene/);
  await question.submit('Send mit svar', { answer: 'yes' });
  assert.match(await toldTo(house, people.mette), /Du er ikke alene mere: Poul Dahl vil også drive/);
});

test('who says "not alone" twice is still alone, and who has let go is not drawn in again', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const id = await house.tx(async (tx) => {
    const made = await anInitiative(tx);
    await anAsk(tx, made, { by: people.signe, to: people.mette, answer: 'not_alone' });
    await anAsk(tx, made, { by: people.signe, to: people.mette, answer: 'not_alone' });
    return made;
  });
  const signe = await house.signedIn(people.signe);
  assert.match((await signe.get(`/initiativer/${id}/inde`)).text, /Mette Holm vil gerne, men ikke alene/);
  await house.tx((tx) => anAsk(tx, id, { by: people.signe, to: people.poul, answer: 'yes' }));
  for (const who of [people.mette, people.poul]) {
    await (await (await house.signedIn(who)).get(`/initiativer/${id}/inde`)).submit('Giv slip', {});
  }
  const poul = await house.signedIn(people.poul);
  await (await poul.get(`/initiativer/${id}`)).submit('Ja, jeg tager det', {});
  assert.doesNotMatch((await house.visitor().get(`/initiativer/${id}`)).text, /Mette Holm, Poul|Poul Dahl, Mette/);
  const drivers = await house.tx((tx) =>
    tx.sql.selectFrom('initiative_driver').select('person_id').where('stopped_on', 'is', null).execute(),
  );
  assert.deepEqual(
    drivers.map((one) => one.person_id),
    [people.poul],
  );
});

test('in a house without staff the organisation’s board reads the ideas, answers them and asks somebody to drive', async () => {
  const house = await newHouse();
  const { inge, bo } = await house.tx(async (tx) => {
    await aDepartment(tx);
    return {
      inge: await aPerson(tx, { name: 'Inge Falk', email: 'inge@example.dk', roles: ['organisation_board'] }),
      bo: await aPerson(tx, { name: 'Bo Ravn', email: 'bo@example.dk', roles: ['organisation_board'] }),
    };
  });
  await (await house.visitor().get('/')).submit('Send min idé', { said: 'En bænk' });
  const chair = await house.signedIn(inge);
  const idea = await (await chair.get('/din-tur')).follow('Der er kommet en ny idé');
  assert.match(idea.text, /En bænk/);
  const done = await idea.submit('Send svaret', { words: 'Den kommer.' });
  assert.match(done.path, /\/din-tur$/);
  assert.equal((await chair.get(idea.path)).status, 404, 'it waits for nobody any more');

  const id = await house.tx((tx) => anInitiative(tx, { status: 'under_way', by: bo, departmentIds: [] }));
  await (await (await house.signedIn(bo)).get(`/initiativer/${id}/inde`)).submit('Giv slip', {});
  const asking = await chair.get(`/initiativer/${id}/spoerg`);
  assert.match(asking.text, /Bo Ravn \(organisationsbestyrelsen\)/);
  assert.equal((await asking.submit('Send spørgsmålet', { person: bo })).status, 200);
});
