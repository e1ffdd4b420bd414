import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPerson } from './modules/housing/seed.ts';
import { testApp } from './testing/app.ts';

const { newHouse } = await testApp();

test('who can come to approve payments is told to all of the secretariat and finance, and to nobody else', async () => {
  const house = await newHouse();
  const people = await house.tx(async (tx) => ({
    karen: await aPerson(tx, { name: 'Karen Friis', email: 'karen@example.dk', roles: ['secretariat'] }),
    bodil: await aPerson(tx, { name: 'Bodil Rask', email: 'bodil@example.dk', roles: ['secretariat'] }),
    lise: await aPerson(tx, { name: 'Lise Krogh', email: 'lise@example.dk', roles: ['finance'] }),
    signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@example.dk', roles: ['consultant'] }),
    alias: await aPerson(tx, { name: 'K. Friis', email: 'kf@example.dk' }),
  }));
  const told = () =>
    house.tx(async (tx) => {
      const rows = await tx.sql.selectFrom('outgoing').select(['person_id', 'message']).execute();
      return rows.map((row) => ({ to: row.person_id, said: JSON.stringify(row.message) }));
    });
  const karen = await house.signedIn(people.karen);
  const page = `/personer/${people.alias}`;
  await (await karen.get(page)).submit('Giv en rolle', { role: 'guest' });
  assert.deepEqual(await told(), [], 'a role that approves nothing is nobody’s business');

  await (await karen.get(page)).submit('Giv en rolle', { role: 'finance' });
  const messages = await told();
  assert.deepEqual(new Set(messages.map(({ to }) => to)), new Set([people.karen, people.bodil, people.lise]));
  for (const { to, said } of messages) {
    assert.match(said, /Karen Friis har givet K\. Friis rollen/);
    assert.equal(said.includes(page), to !== people.lise, 'finance has no page about people');
  }
  const entries = await house.tx((tx) =>
    tx.sql.selectFrom('journal_entry').select('facts').where('kind', '=', 'housing.role_granted').execute(),
  );
  assert.ok(entries.some(({ facts }) => facts.role === 'finance' && facts.person === people.alias));
});

test('whoever lets people in by the steps of a new house is heard of just the same', async () => {
  const house = await newHouse();
  const people = await house.tx(async (tx) => ({
    karen: await aPerson(tx, { name: 'Karen Friis', email: 'karen@example.dk', roles: ['secretariat'] }),
    lise: await aPerson(tx, { name: 'Lise Krogh', email: 'lise@example.dk', roles: ['finance'] }),
  }));
  const karen = await house.signedIn(people.karen);
  const told = () =>
    house.tx((tx) =>
      tx.sql.selectFrom('outgoing').select('person_id as to').where('person_id', 'is not', null).execute(),
    );
  const step = await karen.get('/kom-godt-i-gang/folk');
  await step.submit('Skriv personen ind', { name: 'K. Friis', email: 'kf@example.dk', post: 'finance' });
  const heard = (await told()).map(({ to }) => to);
  assert.ok(heard.includes(people.karen) && heard.includes(people.lise), 'who gave it, and who approves');
  const list = await karen.get('/kom-godt-i-gang/folk');
  await karen.post('/kom-godt-i-gang/folk/liste', {
    _csrf: list.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '',
    lines: 'K. F. Riis; kfr@example.dk; ; konsulent; ; ',
  });
  assert.equal((await told()).filter(({ to }) => to === people.lise).length, 2, 'also from a list');
});
