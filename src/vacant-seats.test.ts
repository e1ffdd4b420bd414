import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from './kernel/id.ts';
import { aBoard, aDepartment, aPerson, aTenancy } from './modules/housing/seed.ts';
import { type House, testApp } from './testing/app.ts';
import { askAboutVacantSeats } from './vacant-seats.ts';

const { newHouse } = await testApp();

/** Kærhaven, with Mette in the chair, Samira and Poul beside her, and Signe who looks after it. */
async function kærhaven(house: House) {
  return house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const lives = await aTenancy(tx, { departmentId });
    const mette = await aPerson(tx, { name: 'Mette Holm', lives });
    const samira = await aPerson(tx, { name: 'Samira Dahl', lives });
    const poul = await aPerson(tx, { name: 'Poul Kjær', lives });
    await aBoard(tx, departmentId, [
      { personId: mette, office: 'chair' },
      { personId: samira, office: 'member' },
      { personId: poul, office: 'member' },
    ]);
    const signe = await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] });
    return { departmentId, mette, samira, poul, signe };
  });
}

async function waitsFor(house: House, personId: Id<'person'>): Promise<string> {
  return (await (await house.signedIn(personId)).get('/din-tur')).text;
}

async function movesOut(house: House, personId: Id<'person'>, by: Id<'person'>, day = '2026-05-03'): Promise<void> {
  const page = await (await house.signedIn(by)).get(`/personer/${personId}`);
  assert.equal((await page.submit('Skriv fraflytningen ind', { day })).status, 200);
}

test('when a member of the board moves away, chair and consultant are asked, until the board constitutes itself', async () => {
  const house = await newHouse();
  const { departmentId, mette, samira, signe } = await kærhaven(house);
  house.clock.forward({ days: 2 });
  await house.tx(askAboutVacantSeats);
  assert.doesNotMatch(await waitsFor(house, signe), /plads ledig/);
  await movesOut(house, samira, signe, '2026-05-05');
  await house.tx(askAboutVacantSeats);
  assert.doesNotMatch(await waitsFor(house, signe), /plads ledig/, 'the last day is still theirs');
  house.clock.forward({ days: 1 });
  await house.tx(askAboutVacantSeats);
  await house.tx(askAboutVacantSeats);
  assert.match(await waitsFor(house, mette), /Samira Dahl er flyttet fra Kærhaven.*i jeres bestyrelse/);
  assert.equal((await waitsFor(house, signe)).match(/plads ledig i bestyrelsen for Kærhaven/g)?.length, 1);
  const board = await (await house.signedIn(signe)).get(`/afdelinger/${departmentId}/bestyrelse`);
  assert.match((await board.submit('Konstituér bestyrelsen')).text, /konstitueret/i);
  assert.doesNotMatch(await waitsFor(house, signe), /plads ledig/);
  assert.doesNotMatch(await waitsFor(house, mette), /plads ledig/);
  house.clock.forward({ days: 1 });
  await house.tx(askAboutVacantSeats);
  assert.doesNotMatch(await waitsFor(house, signe), /plads ledig/, 'the board goes on as it has decided');
});

test('a move of the chair, heard of long after, is the consultant’s alone', async () => {
  const house = await newHouse();
  const { mette, poul, signe } = await kærhaven(house);
  house.clock.forward({ days: 20 });
  await movesOut(house, mette, signe, '2026-05-10');
  house.clock.forward({ days: 9 });
  await house.tx(askAboutVacantSeats);
  assert.match(await waitsFor(house, signe), /Mette Holm er flyttet, og der er en plads ledig/);
  assert.doesNotMatch(await waitsFor(house, poul), /plads ledig/);
});
