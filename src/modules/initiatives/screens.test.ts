import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../kernel/id.ts';
import { type House, testApp } from '../../testing/app.ts';
import { questionsOf } from '../../testing/questions.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { anIdea, anInitiative } from './seed.ts';

const { newHouse } = await testApp();

/** Kærhaven with a consultant, a board member, two residents, and a neighbour department with its own board member. */
async function lived(house: House) {
  return house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const otherId = await aDepartment(tx, { number: '2', name: 'Møllevænget' });
    const home = await aTenancy(tx, { departmentId });
    const away = await aTenancy(tx, { departmentId: otherId, number: '2', houseNumber: '9' });
    return {
      departmentId,
      otherId,
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
      mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk', lives: home, roles: ['board_member'] }),
      poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk', lives: home }),
      aisha: await aPerson(tx, { name: 'Aisha Noor', email: 'aisha@example.dk', lives: home }),
      bodil: await aPerson(tx, { name: 'Bodil Riis', email: 'bodil@example.dk', lives: away, roles: ['board_member'] }),
    };
  });
}

test('an idea goes from a visitor to a consultant, becomes an initiative, and is driven by the one who was asked', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const front = await house.visitor().get('/');
  const receipt = await front.submit('Send min idé', {
    said: 'Kunne vi spise suppe sammen i gården?',
    contact: 'karla@example.dk',
  });
  assert.equal(receipt.status, 200);
  assert.match(receipt.text, /Tak! Signe læser den senest/);
  assert.match(receipt.text, /Kunne vi spise suppe sammen/);
  const link = receipt.response.url || receipt.path;
  assert.ok(link);

  const signe = await house.signedIn(people.signe);
  const desk = await signe.get('/');
  assert.match(desk.text, /Der er kommet en ny idé/);
  const idea = await desk.follow('Der er kommet en ny idé');
  assert.match(idea.text, /karla@example.dk/);
  const ask = await idea.submit('Opret initiativet', {
    title: 'Suppe i gården',
    what: 'Vi koger suppe til alle.',
    category: 'people',
    'where[]': [people.departmentId],
    words: 'Dejlig idé. Vi finder en gryde.',
  });
  assert.match(ask.text, /Hvem kan drive det/);
  const inside = await ask.submit('Send spørgsmålet', { person: people.mette, words: 'Du laver byens bedste suppe.' });
  assert.match(inside.text, /Mette Holm har fået spørgsmålet/);
  assert.doesNotMatch((await signe.get('/')).text, /Der er kommet en ny idé/);

  const mette = await house.signedIn(people.mette);
  const question = await (await mette.get('/')).follow('Signe Krog spørger');
  assert.match(question.text, /byens bedste suppe/);
  const hers = await question.submit('Send mit svar', { answer: 'yes', named: 'ja' });
  assert.match(hers.text, /Nu er det dit/);
  assert.match(hers.text, /Mette Holm sagde ja/);

  const list = await house.visitor().get('/initiativer');
  const page = await list.follow('Suppe i gården');
  assert.match(page.text, /På vej/);
  assert.match(page.text, /Mette Holm driver nu initiativet/);
  assert.doesNotMatch(page.text, /Signe Krog spurgte|byens bedste suppe|karla@/);
});

test('an address is no proof: a visitor who gives the address of a neighbour does not speak in their name', async () => {
  const house = await newHouse();
  const { signe } = await lived(house);
  await (await house.visitor().get('/')).submit('Send min idé', {
    said: 'Riv skuret ned!',
    contact: 'poul@example.dk',
  });
  const page = await (await (await house.signedIn(signe)).get('/ideer')).follow('Riv skuret ned');
  assert.doesNotMatch(page.text, /Poul/);
});

test('a refused idea comes back with its words and says what to do', async () => {
  const house = await newHouse();
  await lived(house);
  const form = await house.visitor().get('/ideer/ny');
  const empty = await form.submit('Send min idé', {});
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Skriv et par ord om din idé/);
  const half = await form.submit('Send min idé', { said: 'En bænk', contact: 'ring til mig' });
  assert.equal(half.status, 422);
  assert.match(half.text, /telefonnummer på 8 tal/);
  assert.match(half.html, /En bænk/);
});

test('the link to an idea cannot be guessed, and a wrong one is not found', async () => {
  const house = await newHouse();
  const idea = await house.tx((tx) => anIdea(tx));
  const visitor = house.visitor();
  assert.equal((await visitor.get(`/min-ide/${idea.code}`)).status, 200);
  assert.equal((await visitor.get(`/min-ide/${idea.code.slice(0, -1)}`)).status, 404);
  assert.equal((await visitor.get(`/min-ide/${idea.id}`)).status, 404);
  assert.ok(Buffer.from(idea.code, 'base64url').length >= 15);
  const kept = await house.tx((tx) => tx.sql.selectFrom('idea').selectAll().executeTakeFirstOrThrow());
  assert.ok(!JSON.stringify(kept).includes(idea.code));
});

test('an idea from paper shows who wrote it in', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const signe = await house.signedIn(people.signe);
  const form = await signe.get('/ideer/ny');
  const page = await form.submit('Send min idé', {
    said: 'En bænk ved postkasserne',
    channel: 'paper',
    name: 'Gerda på 2. sal',
    contact: '',
  });
  assert.match(page.text, /Modtaget på papir 3. maj 2026, skrevet ind af Signe Krog/);
  assert.match(page.text, /Gerda på 2. sal/);
});

test('two who edit at once lose nothing', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const id = await house.tx((tx) =>
    anInitiative(tx, { status: 'under_way', by: people.mette, departmentIds: [people.departmentId] }),
  );
  const first = await (await house.signedIn(people.mette)).get(`/initiativer/${id}/ret`);
  const second = await (await house.signedIn(people.signe)).get(`/initiativer/${id}/ret`);
  const saved = await first.submit('Gem', { what: 'Suppe hver torsdag.' });
  assert.equal(saved.status, 200);
  const both = await second.submit('Gem', { what: 'Suppe og brød.' });
  assert.equal(both.status, 422);
  assert.match(both.text, /En anden har rettet imens/);
  assert.match(both.text, /Suppe hver torsdag/);
  assert.match(both.html, /Suppe og brød\./);
  const merged = await both.submit('Gem', { what: 'Suppe og brød hver torsdag.' });
  assert.equal(merged.status, 200);
  assert.match((await house.visitor().get(`/initiativer/${id}`)).text, /Suppe og brød hver torsdag/);
});

test('the inner page is for those who drive it, its board and staff, and looks missing to all others', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const id = await house.tx((tx) =>
    anInitiative(tx, { status: 'under_way', by: people.poul, departmentIds: [people.departmentId] }),
  );
  const status = async (who: Id<'person'>, path: string) => (await (await house.signedIn(who)).get(path)).status;
  for (const may of [people.poul, people.mette, people.signe]) {
    assert.equal(await status(may, `/initiativer/${id}/inde`), 200);
  }
  for (const may of [people.poul, people.signe]) {
    assert.equal(await status(may, `/initiativer/${id}/ret`), 200);
    assert.equal(await status(may, `/initiativer/${id}/spoerg`), 200);
  }
  for (const mayNot of [people.aisha, people.bodil]) {
    for (const part of ['inde', 'ret', 'spoerg']) assert.equal(await status(mayNot, `/initiativer/${id}/${part}`), 404);
  }
  assert.equal(await status(people.mette, `/initiativer/${id}/ret`), 404);
  assert.equal(await status(people.mette, '/ideer'), 404);
});

test('a list and a page ask the same number of questions however much there is', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const id = await house.tx((tx) => anInitiative(tx, { departmentIds: [people.departmentId] }));
  const visitor = house.visitor();
  const asked = (path: string) => questionsOf(async () => assert.equal((await visitor.get(path)).status, 200));
  const few = { list: await asked('/initiativer'), page: await asked(`/initiativer/${id}`), front: await asked('/') };
  await house.tx(async (tx) => {
    for (let at = 0; at < 60; at += 1) {
      await anInitiative(tx, { title: `Nummer ${at}`, status: 'under_way', by: people.poul, steps: ['Et skridt'] });
    }
  });
  const many = { list: await asked('/initiativer'), page: await asked(`/initiativer/${id}`), front: await asked('/') };
  assert.deepEqual(many, few);
  const { list, page, front } = few;
  assert.ok(list.length > 0 && list.length <= 4 && page.length <= 8 && front.length <= 5, JSON.stringify(few));
});

test('a step whose words are too long stays open, and the words come back', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const id = await house.tx((tx) => anInitiative(tx, { status: 'under_way', by: people.poul }));
  const inside = await (await house.signedIn(people.poul)).get(`/initiativer/${id}/inde`);
  const listed = await inside.submit('Skriv skridtet', { says: 'Lån to gryder' });
  const long = 'Vi ringede rundt. '.repeat(60);
  const refused = await listed.submit('Læg væk', { words: long });
  assert.equal(refused.status, 422);
  assert.ok(refused.html.includes(long.trim()));
  assert.match((await refused.submit('Læg væk', { words: 'Vi har dem.' })).text, /Skridtet er lagt væk/);
});

test('the newest of a long thread stands on its pages, and all of it where the link leads', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const steps = Array.from({ length: 19 }, (_, at) => `Skridt ${at + 1}`);
  const [short, long] = await house.tx(async (tx) => [
    await anInitiative(tx, { by: people.poul, steps }),
    await anInitiative(tx, { by: people.poul, steps: [...steps, 'Skridt 20'] }),
  ]);
  const entries = (page: { readonly html: string }) => page.html.match(/class="thread-entry"/g)?.length;
  const signe = await house.signedIn(people.signe);
  const all = await signe.get(`/initiativer/${short}/inde`);
  assert.equal(entries(all), 20);
  assert.doesNotMatch(all.text, /Vis hele tråden/);
  const newest = await signe.get(`/initiativer/${long}/inde`);
  assert.equal(entries(newest), 20);
  const whole = await newest.follow('Vis hele tråden');
  assert.equal(entries(whole), 21);
  assert.doesNotMatch(whole.text, /Vis hele tråden/);
});
