import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../testing/app.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { anInitiative } from './seed.ts';
import { insertDrivers } from './store/changes.ts';

const { newHouse } = await testApp();

async function lived() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => {
    const home = await aTenancy(tx, { departmentId: await aDepartment(tx) });
    return {
      jonas: await aPerson(tx, { name: 'Jonas Friis', email: 'jonas@lyngbakken.example', roles: ['consultant'] }),
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['secretariat'] }),
      mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk', lives: home }),
      poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk', lives: home }),
    };
  });
  return { house, ...people };
}

test('who leaves an e-mail gets a mail with the link, and the page shows the whole address', async () => {
  const { house } = await lived();
  const front = await house.visitor().get('/');
  const receipt = await front.submit('Send min idé', { said: 'En bænk', contact: 'karla@example.dk' });
  assert.match(receipt.text, /https?:\/\/\S+\/min-ide\/[\w-]{20}/);
  const mails = await house.tx((tx) =>
    tx.sql.selectFrom('outgoing').select('message').where('address', '=', 'karla@example.dk').execute(),
  );
  assert.equal(mails.length, 1);
  assert.match(JSON.stringify(mails), /\/min-ide\/[\w-]{20}/);
  assert.doesNotMatch(JSON.stringify(mails), /En bænk/);
});

test('the promised day has a date, and who answered is said to have read it', async () => {
  const { house, signe } = await lived();
  const receipt = await (await house.visitor().get('/')).submit('Send min idé', { said: 'En bænk' });
  assert.match(receipt.text, /Jonas læser den senest fredag den 8\. maj 2026/);
  const idea = await (await (await house.signedIn(signe)).get('/ideer')).follow('En bænk');
  await idea.submit('Send svaret', { words: 'Den kommer.' });
  const answered = await house.visitor().get(receipt.path);
  assert.match(answered.text, /Signe Krog har læst den/);
  assert.doesNotMatch(answered.text, /Jonas læser/);
});

test('the same form sent twice is one idea with one receipt; other words are another', async () => {
  const { house } = await lived();
  const front = await house.visitor().get('/');
  const first = await front.submit('Send min idé', { said: 'En bænk', contact: 'karla@example.dk' });
  const again = await front.submit('Send min idé', { said: 'En bænk', contact: 'karla@example.dk' });
  assert.equal(again.path, first.path);
  const other = await front.submit('Send min idé', { said: 'To bænke', contact: 'karla@example.dk' });
  assert.notEqual(other.path, first.path);
  const elsewhere = await (await house.visitor().get('/')).submit('Send min idé', { said: 'En bænk' });
  assert.notEqual(elsewhere.path, first.path);
  const ideas = await house.tx((tx) => tx.sql.selectFrom('idea').select('id').execute());
  assert.equal(ideas.length, 3);
});

test('another device that was shown the very same form comes to its own receipt, not to the first one’s', async () => {
  const { house } = await lived();
  const fields = { said: 'En bænk', contact: 'karla@example.dk' };
  const front = await house.visitor('10.4.0.1').get('/');
  const first = await front.submit('Send min idé', fields);
  const once = front.root.querySelector('[name="once"]')?.getAttribute('value') ?? '';
  const copied = await house.visitor('10.4.0.2').post('/ideer/ny', { ...fields, once });
  assert.match(copied.path, /\/min-ide\//);
  assert.notEqual(copied.path, first.path);
});

test('inside everybody has a name; outside those who did not say yes to it are counted', async () => {
  const { house, jonas, mette, poul } = await lived();
  const id = await house.tx(async (tx) => {
    const made = await anInitiative(tx);
    const drivers = [mette, poul].map((personId) => ({ personId, namePublic: false }));
    await insertDrivers(tx, made, drivers);
    return made;
  });
  await (await (await house.signedIn(mette)).get(`/initiativer/${id}/inde`)).submit('Giv slip', {});
  const inside = await (await house.signedIn(jonas)).get(`/initiativer/${id}/inde`);
  assert.match(inside.text, /Mette Holm gav slip/);
  const outside = await house.visitor().get(`/initiativer/${id}`);
  assert.match(outside.text, /En beboer gav slip/);
  assert.doesNotMatch(outside.text, /Mette|Poul/);
});

test('two who drive without their names are two residents', async () => {
  const { house, mette, poul } = await lived();
  const id = await house.tx(async (tx) => {
    const made = await anInitiative(tx);
    await insertDrivers(
      tx,
      made,
      [mette, poul].map((personId) => ({ personId, namePublic: false })),
    );
    return made;
  });
  assert.match((await house.visitor().get(`/initiativer/${id}`)).text, /To beboere/);
  assert.match((await (await house.signedIn(mette)).get(`/initiativer/${id}/inde`)).text, /Mette Holm, Poul Dahl/);
});
