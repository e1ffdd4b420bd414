import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../kernel/id.ts';
import { type House, testApp } from '../../testing/app.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { anIdea, anInitiative } from '../initiatives/seed.ts';

const { newHouse } = await testApp();

async function lived(house: House) {
  return house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId });
    const people = {
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
      mette: await aPerson(tx, { name: 'Mette Holm', lives: home, roles: ['board_member'] }),
      poul: await aPerson(tx, { name: 'Poul Dahl', lives: home }),
      finn: await aPerson(tx, { name: 'Finn Berg', roles: ['finance'] }),
    };
    await anIdea(tx, { said: 'En bænk ved postkasserne', departmentId });
    await anInitiative(tx, {
      title: 'Suppe i gården',
      status: 'under_way',
      by: people.poul,
      departmentIds: [departmentId],
    });
    await anInitiative(tx, { title: 'Blomstereng', status: 'looking', by: people.poul, departmentIds: [departmentId] });
    await anInitiative(tx, { title: 'Vinterdvale', status: 'parked', by: people.poul });
    return people;
  });
}

const front = async (house: House, who?: Id<'person'>) => (who ? await house.signedIn(who) : house.visitor()).get('/');

test('a visitor meets one field for an idea and what grows here, and nothing of what waits for others', async () => {
  const house = await newHouse({ name: 'Boligforeningen Lyngbakken' });
  await lived(house);
  const page = await front(house);
  assert.equal(page.status, 200);
  assert.match(page.text, /Hos Boligforeningen Lyngbakken begynder/);
  assert.match(page.text, /Hvad er din idé\?.*Det gror her nu.*Suppe i gården.*Sådan virker det/s);
  assert.doesNotMatch(page.text, /Vinterdvale|postkasserne|Din tur/);
});

test('whoever signs in meets their turn first, and then what is theirs', async () => {
  const house = await newHouse();
  const people = await lived(house);
  assert.match(
    (await front(house, people.poul)).text,
    /Hej Poul.*Din tur.*Intet venter på dig.*Det driver du.*Suppe i gården/s,
  );
  const mette = await front(house, people.mette);
  assert.match(mette.text, /Din tur.*Søger folk i Kærhaven.*Blomstereng.*Det sker i Kærhaven.*Suppe i gården/s);
  assert.doesNotMatch(mette.text, /Nye idéer|Stille længst/);
});

test('a consultant sees new ideas, the quiet ones, and figures that open to their rows', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const page = await front(house, people.signe);
  assert.match(page.text, /Din tur.*ny idé fra Kærhaven.*Nye idéer.*postkasserne.*Stille længst.*Vinterdvale/s);
  const counted = await page.follow('1 Hviler');
  assert.match(counted.text, /1 initiativ.*Vinterdvale/s);
  assert.doesNotMatch(counted.text, /Suppe i gården/);
});

test('finance finds what waits to be paid', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const page = await front(house, people.finn);
  assert.match(page.text, /Din tur.*Betalinger.*Ingen betalinger venter.*Se alle betalinger/s);
  assert.doesNotMatch(page.text, /Nye idéer|postkasserne/);
});

test('the pages at the foot of every page can be read, in both languages', async () => {
  const house = await newHouse();
  const visitor = house.visitor();
  for (const path of ['/om', '/kontakt', '/privatliv', '/was']) {
    const page = await visitor.get(path);
    assert.equal(page.status, 200, path);
    assert.ok(page.text.length > 60, path);
  }
  assert.match((await visitor.get('/kontakt')).text, /ikke skrevet telefon/);
  await visitor.post('/sprog', { language: 'en', back: '/om' });
  assert.match((await visitor.get('/om')).text, /You need not sign in to bring an idea/);
});

test('a shop without a slip in the hand finds both doors: from the contact page, and from the foot of every page', async () => {
  const house = await newHouse();
  const visitor = house.visitor();
  const contact = await visitor.get('/kontakt');
  assert.match((await contact.follow('Se, hvad den dækker')).path, /\/seddel$/);
  assert.match((await contact.follow('Send jeres faktura her')).path, /\/faktura$/);
  assert.match((await (await visitor.get('/')).follow('Send en faktura')).path, /\/faktura$/);
});

test('one search finds what the reader may see: everybody the initiatives, staff the people too, nobody another house’s', async () => {
  const [house, other] = [await newHouse(), await newHouse()];
  const people = await lived(house);
  await lived(other);
  const found = async (who: Id<'person'> | null, q: string) => {
    const reader = who ? await house.signedIn(who) : house.visitor();
    return reader.get(`/soeg?q=${encodeURIComponent(q)}`);
  };
  const soup = await found(null, 'supper');
  assert.equal(soup.text.match(/Suppe i gården/g)?.length, 1);
  assert.match((await soup.follow('Suppe i gården')).path, /\/initiativer\//);
  assert.match((await found(null, 'kærh')).text, /Kærhaven/);
  for (const who of [null, people.mette, people.finn])
    assert.doesNotMatch((await found(who, 'dahl')).text, /Poul Dahl/);
  const poul = await found(people.signe, 'dahl');
  assert.equal(poul.text.match(/Poul Dahl/g)?.length, 1);
  assert.match((await poul.follow('Poul Dahl')).path, /\/personer\//);
  assert.match((await found(null, 'zebra')).text, /Vi fandt ikke noget om ”zebra”/);
  assert.doesNotMatch((await found(null, '')).text, /fandt ikke/);
});
