import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../testing/app.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';

const { newHouse } = await testApp();

async function lived() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId });
    return {
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
      gerda: await aPerson(tx, { name: 'Gerda Lund', lives: home }),
    };
  });
  return { house, ...people };
}

test('an idea from paper is answered by letter when staff find the person who wrote it', async () => {
  const { house, signe, gerda } = await lived();
  const form = await (await house.signedIn(signe)).get('/ideer/ny');
  const typed = { said: 'En bænk ved postkasserne', channel: 'paper', name: 'Gerda Lund', contact: '' };
  const page = await form.submit('Send min idé', typed);
  assert.match(page.text, /Intet svar muligt/);
  const nobody = await page.submit('Det er personen', {});
  assert.equal(nobody.status, 422);
  assert.match(nobody.text, /Vælg den person, der sagde det/);
  const known = await nobody.submit('Det er personen', { person: gerda });
  assert.match(known.text, /Gerda Lund, med brev/);
  assert.doesNotMatch(known.text, /Intet svar muligt/);
  const done = await known.submit('Send svaret', { words: 'Bænken kommer til maj.' });
  assert.doesNotMatch(done.text, /når ikke frem/);
  const letters = await house.tx((tx) =>
    tx.sql.selectFrom('outgoing').select(['channel', 'message']).where('person_id', '=', gerda).execute(),
  );
  assert.deepEqual(
    letters.map((letter) => letter.channel),
    ['print'],
  );
  assert.match(JSON.stringify(letters), /Bænken kommer til maj/);
});

test('when nobody can be reached, the page says so before and after the answer', async () => {
  const { house, signe } = await lived();
  const form = await (await house.signedIn(signe)).get('/ideer/ny');
  const page = await form.submit('Send min idé', { said: 'Lys på stien', channel: 'paper', name: 'En på 2. sal' });
  assert.match(page.text, /Intet svar muligt/);
  const done = await page.submit('Send svaret', { words: 'Godt set.' });
  assert.match(done.text, /når ikke frem til nogen/);
  const answered = await (await (await house.signedIn(signe)).get('/ideer?vis=besvaret')).follow('Lys på stien');
  assert.match(answered.text, /Intet svar muligt/);
});

test('nobody is dropped: an address that nobody has wants a name with it, and keeps what was typed', async () => {
  const { house, signe } = await lived();
  const form = await (await house.signedIn(signe)).get('/initiativer/ny');
  const typed = { title: 'Bænk', what: 'En bænk', category: 'green', 'where[]': ['alle'], channel: 'phone' };
  const refused = await form.submit('Opret initiativet', { ...typed, contact: 'karla@example.dk' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Skriv også navnet/);
  assert.match(refused.html, /karla@example\.dk/);
  const made = await refused.submit('Opret initiativet', { name: 'Karla Vind' });
  assert.equal(made.status, 200);
  const [row] = await house.tx((tx) =>
    tx.sql
      .selectFrom('initiative')
      .innerJoin('person', 'person.id', 'initiative.created_by')
      .select(['person.name', 'person.email'])
      .execute(),
  );
  assert.deepEqual(row, { name: 'Karla Vind', email: 'karla@example.dk' });
});
