import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../kernel/day.ts';
import { testApp } from '../../../testing/app.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { actingAs } from '../../initiatives/seed.ts';
import { askForReviews, editCard } from './commands/cards.ts';
import { saveFunding } from './commands/house.ts';
import { aCard, deckCard, verbs } from './seed.ts';
import { fundingById } from './store/funding.ts';

const { newHouse } = await testApp();
const house = await newHouse();

/** A consultant, a resident, and the deck. */
const people = await house.tx(async (tx) => {
  const home = await aTenancy(tx, { departmentId: await aDepartment(tx) });
  await verbs.putInDeck(tx);
  return {
    signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
    poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk', lives: home }),
  };
});

test('a resident’s proposal is seen by the editors alone, is published with thanks, and is due for review after two years', async () => {
  const poul = await house.signedIn(people.poul);
  const sent = await (await poul.get('/katalog/foreslaa')).submit('Send forslaget', {
    title: 'Loppemarked i kælderen',
    what: 'Alle stiller et bord op.',
    category: 'homes',
    budget: '200 Kaffe',
    tasks: '15 Stil borde op',
  });
  assert.match(sent.text, /Redaktionen læser dit forslag/);
  assert.doesNotMatch((await house.visitor().get('/katalog?q=loppemarked')).text, /kælderen/);
  const signe = await house.signedIn(people.signe);
  const desk = await signe.get('/katalog/redaktion');
  const card = await desk.follow('Loppemarked i kælderen');
  assert.equal((await house.visitor().get(card.path)).status, 404);
  const published = await card.submit('Udgiv', {});
  assert.match(published.text, /Kortet er udgivet/);
  assert.match((await house.visitor().get('/katalog?q=loppemarked')).text, /kælderen/);
  await house.tx(async (tx) => {
    const sent = await tx.sql.selectFrom('outgoing').select('message').where('person_id', '=', people.poul).execute();
    assert.match(JSON.stringify(sent), /Dit kort er udgivet: Loppemarked/);
    const due = (days: number) => askForReviews({ ...tx, today: addDays(tx.today, days) });
    const asked = async () =>
      (
        await tx.sql
          .selectFrom('turn')
          .select('id')
          .where('kind', '=', 'catalogue.review')
          .where('subject_id', '=', card.path.split('/').at(-1) as never)
          .execute()
      ).length;
    await due(730 - 62);
    assert.equal(await asked(), 0);
    await due(730 - 59);
    assert.equal(await asked(), 1);
    await due(730 - 58);
    assert.equal(await asked(), 1, 'once, however often the clock asks');
  });
});

test('a proposal that is much like a card is shown beside it to the editors', async () => {
  const id = await house.tx(async (tx) =>
    aCard(await actingAs(tx, people.poul), { proposed: true, words: { title: 'Reperationscafé' } }),
  );
  const signe = await house.signedIn(people.signe);
  assert.match((await signe.get(`/katalog/kort/${id}`)).text, /Det ligner noget, vi har: Reparationscafé hver måned/);
});

test('what one does at home is counted once for each, and told when it is at least five', async () => {
  const card = await house.tx((tx) => deckCard(tx, 'shortShower'));
  const poul = await house.signedIn(people.poul);
  const page = await poul.get(`/katalog/kort/${card.id}`);
  assert.match(page.text, /Bliv en af de første/);
  const did = await page.submit('Det gør jeg', {});
  assert.match(did.text, /Du er talt med/);
  await page.submit('Det gør jeg', {});
  for (let at = 0; at < 3; at += 1) {
    await (await house.visitor().get(`/katalog/kort/${card.id}`)).submit('Det gør jeg', {});
  }
  assert.match((await house.visitor().get(`/katalog/kort/${card.id}`)).text, /Bliv en af de første/);
  await (await house.visitor().get(`/katalog/kort/${card.id}`)).submit('Det gør jeg', {});
  assert.match((await house.visitor().get(`/katalog/kort/${card.id}`)).text, /5 naboer gør det allerede/);
});

test('an edition stands as it was, whatever happens to the cards', async () => {
  const signe = await house.signedIn(people.signe);
  const made = await (await signe.get('/katalog/udgaver')).submit('Lav en udgave i dag', { words: 'Godkendt.' });
  assert.match(made.text, /Udgave 1 er lavet/);
  await house.tx(async (tx) => {
    const before = await tx.sql.selectFrom('catalogue_edition_card').select('card').execute();
    assert.ok(before.length >= 36);
    const coffee = await deckCard(tx, 'neighbourCoffee');
    const words = coffee.words.da;
    if (!words) throw new Error('no words');
    await editCard(tx, coffee.id, coffee.version, { facts: coffee, language: 'da', words: { ...words, title: 'Te' } });
    const after = await tx.sql.selectFrom('catalogue_edition_card').select('card').execute();
    assert.deepEqual(after, before);
  });
});

test('the five of the year are five, and a card that is taken down is not found', async () => {
  await house.tx(async (tx) => {
    for (const key of ['meadow', 'compost', 'raisedBeds', 'gameNight']) {
      assert.ok((await verbs.pinCard(tx, (await deckCard(tx, key)).id, true)).ok);
    }
  });
  const atOnce = await Promise.all(
    ['homework', 'knitting', 'plantSwap', 'birdWalk'].map((key) =>
      house.tx(async (tx) => verbs.pinCard(tx, (await deckCard(tx, key)).id, true)),
    ),
  );
  assert.equal(atOnce.filter(({ ok }) => ok).length, 1, 'the fifth is one of those who pin at the same moment');
  await house.tx(async (tx) => {
    assert.deepEqual(await verbs.pinCard(tx, (await deckCard(tx, 'summerParty')).id, true), {
      ok: false,
      refusal: 'full',
    });
  });
  const signe = await house.signedIn(people.signe);
  const card = await house.tx((tx) => deckCard(tx, 'compost'));
  await (await signe.get(`/katalog/kort/${card.id}`)).submit('Tag det ned', { words: 'Der kom rotter.' });
  assert.equal((await house.visitor().get(`/katalog/kort/${card.id}`)).status, 404);
  assert.doesNotMatch((await house.visitor().get('/katalog?q=kompost')).text, /Fælles kompost/);
});

test('words in English that are taken away from outside funding are not read any more', async () => {
  const words = { name: 'Nabopuljen', supports: 'Fester', whoMay: '', terms: '' };
  const said = { url: '', deadlineOn: null, categories: [], example: false };
  const left = await house.tx(async (tx) => {
    const id = await verbs.addFunding(tx, { ...said, words: { da: words, en: { ...words, name: 'The pool' } } });
    const before = await fundingById(tx, id);
    assert.deepEqual(before?.words.en?.name, 'The pool');
    assert.ok(await saveFunding(tx, id, before?.version ?? 0, { ...said, words: { da: words } }));
    return fundingById(tx, id);
  });
  assert.deepEqual(left?.words, { da: words });
});
