import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { anEvent, comes, verbs as events } from '../../act/events/seed.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { actingAs, verbs as initiatives } from '../../initiatives/seed.ts';
import { letQuestionsGo } from './commands/asking.ts';
import { aCard, deckCard, verbs } from './seed.ts';

const { newHouse } = await testApp();

/** Kærhaven, where Mette drove coffee by the card of that name to its end; Poul and Aya, and Brian of the caretakers. */
async function lived(house: House) {
  return house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const otherId = await aDepartment(tx, { number: '2', name: 'Møllevænget' });
    const home = await aTenancy(tx, { departmentId });
    await verbs.putInDeck(tx);
    const person = (name: string, email: string) => aPerson(tx, { name, email, lives: home });
    return {
      departmentId,
      otherId,
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
      brian: await aPerson(tx, { name: 'Brian Dahl', email: 'brian@lyngbakken.example', roles: ['operations'] }),
      aya: await aPerson(tx, { name: 'Aya Noor', email: 'aya@example.dk', lives: home, roles: ['catalogue_editor'] }),
      mette: await person('Mette Holm', 'mette@example.dk'),
      poul: await person('Poul Dahl', 'poul@example.dk'),
    };
  });
}

type People = Awaited<ReturnType<typeof lived>>;

/** Mette takes the card, holds it once with so many, and it is over. */
async function coffeeHeld(house: House, people: People, came: number): Promise<Id<'initiative'>> {
  const id = await house.tx(async (tx) => {
    const mette = await actingAs(tx, people.mette);
    const made = await verbs.takeCard(
      mette,
      await deckCard(mette, 'neighbourCoffee'),
      {
        title: 'Kaffe i nummer 5',
        wholeOrganisation: false,
        departmentIds: [people.departmentId],
        participants: 12,
        startsOn: null,
        withSteps: true,
        drivenBy: { personId: people.mette, namePublic: false },
      },
      { language: 'da', departments: new Map() },
    );
    const event = await anEvent(mette, { initiativeId: made, title: 'Kaffe' });
    await comes(mette, event.id, { name: 'Karen', adults: came });
    const [signUp] = await events.signUpsOf(mette, event.id);
    if (!signUp) throw new Error('Cannot check in: nobody signed up');
    await events.checkIn(mette, event.id, { came: [{ id: signUp.id, adults: came, children: 0 }], not: [] });
    await events.countEvent(mette, event.id, { nobodyCame: false });
    await initiatives.endInitiative(mette, made, { result: 'done', words: '' });
    return made;
  });
  return id;
}

const picture = async () =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#8cb860' } })
          .withExif({ IFD3: { GPSLatitude: '55/1 24/1 0/1' } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    'bord.jpg',
    { type: 'image/jpeg' },
  );

const house = await newHouse();
const people = await lived(house);
const coffee = await coffeeHeld(house, people, 9);
const card = await house.tx((tx) => deckCard(tx, 'neighbourCoffee'));
const cardPath = `/katalog/kort/${card.id}`;

test('what is taken lies as small tasks of its own, and how many came is what was counted at the door', async () => {
  await house.tx(async (tx) => {
    const rows = await tx.sql
      .selectFrom('task as t')
      .innerJoin('task_job as j', 'j.id', 't.job_id')
      .select(['t.says', 't.minutes'])
      .where('j.initiative_id', '=', coffee)
      .execute();
    const wanted = card.words.da?.tasks ?? [];
    assert.deepEqual(new Set(rows.map(({ says }) => says)), new Set(wanted));
    assert.ok(wanted.length >= 4 && rows.every(({ minutes }) => minutes >= 5 && minutes <= 60));
  });
  assert.match((await house.visitor().get(cardPath)).text, /Det er gjort 1 gang\..*Der kom 9\./);
  const small = await newHouse();
  const few = await lived(small);
  await coffeeHeld(small, few, 4);
  const hidden = await small.tx((tx) => deckCard(tx, 'neighbourCoffee'));
  const page = await small.visitor().get(`/katalog/kort/${hidden.id}`);
  assert.match(page.text, /under 5/);
  assert.doesNotMatch(page.text, /Der kom/);
});

test('a resident who is an editor edits, publishes and answers for cards, and nothing else of the house', async () => {
  const id = await house.tx(async (tx) => aCard(await actingAs(tx, people.poul), { proposed: true }));
  const aya = await house.signedIn(people.aya);
  const desk = await aya.get('/katalog/redaktion');
  assert.doesNotMatch(desk.text, /Læg Grobunds egne kort ind|Afdelingernes regler/);
  const proposal = await aya.get(`/katalog/kort/${id}`);
  assert.doesNotMatch(proposal.text, /Poul Dahl/, 'who proposed it is for the house');
  assert.match((await proposal.submit('Udgiv', {})).text, /Kortet er udgivet/);
  assert.equal((await aya.get(`/katalog/kort/${id}/ret`)).status, 200);
  assert.equal((await aya.get('/katalog/penge-udefra/ny')).status, 200);
  for (const path of ['/personer', '/katalog/regler', '/import']) {
    assert.notEqual((await aya.get(path)).status, 200, path);
  }
  const csrf = proposal.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  const grown = await aya.post(`/katalog/fra-initiativ/${coffee}`, { _csrf: csrf });
  assert.equal(grown.status, 404, 'what others drove is theirs to make a card of: its steps and budget are their own');
  await house.tx(async (tx) => {
    const [waits, review] = await Promise.all([
      tx.sql
        .selectFrom('turn')
        .select('role')
        .where('kind', '=', 'catalogue.proposal')
        .where('closed_at', 'is', null)
        .execute(),
      tx.sql.selectFrom('catalogue_card').select('owner_id').where('id', '=', id).executeTakeFirstOrThrow(),
    ]);
    assert.deepEqual(waits, []);
    assert.equal(review.owner_id, people.aya);
  });
  const poul = await house.signedIn(people.poul);
  assert.notEqual((await poul.get('/katalog/redaktion')).status, 200);
});

test('what the caretakers say stands on the card, in the department where it holds, and among the first steps', async () => {
  const signe = await house.signedIn(people.signe);
  await (await signe.get(cardPath)).submit('Spørg driften', {});
  const brian = await house.signedIn(people.brian);
  assert.match((await brian.get('/')).text, /hvad driften siger til et kort/);
  const page = await brian.get(cardPath);
  const empty = await page.submit('Vis det på kortet', { remark: '' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Skriv, hvad de skal huske/);
  await empty.submit('Vis det på kortet', { remark: 'Husk nøglen til fælleshuset.', where: people.departmentId });
  await (await brian.get(cardPath)).submit('Vis det på kortet', { remark: 'Sluk lyset.' });
  assert.doesNotMatch((await brian.get('/')).text, /hvad driften siger til et kort/);
  assert.match((await house.visitor().get(cardPath)).text, /Kærhaven: Husk nøglen til fælleshuset\..*Sluk lyset/);
  const mette = await house.signedIn(people.mette);
  const asked = async (where: string) =>
    (await (await mette.get(`${cardPath}/vi-vil`)).submit('Se, hvad det kræver', { 'where[]': [where] } as never)).text;
  assert.match(await asked(people.departmentId), /Driften siger: Husk nøglen/);
  const elsewhere = await asked(people.otherId);
  assert.match(elsewhere, /Driften siger: Sluk lyset/);
  assert.doesNotMatch(elsewhere, /nøglen/);
  const caretaker = await house.tx((tx) =>
    aPerson(tx, { name: 'Henny Skov', roles: [{ role: 'operations', departmentId: people.otherId }] }),
  );
  const henny = await house.signedIn(caretaker);
  const hers = await henny.get(cardPath);
  assert.deepEqual(
    hers.root.querySelectorAll('select[name="where"] option').map((one) => one.text.trim()),
    ['Vælg en afdeling, du passer', 'Møllevænget'],
  );
  assert.equal(hers.root.querySelector('form[action$="/fjern"]'), null, 'what a colleague said elsewhere stays');
  for (const where of ['', people.departmentId])
    assert.match(
      (await hers.submit('Vis det på kortet', { remark: 'Luk porten.', where })).text,
      /Vælg en afdeling, du/,
    );
  const porch = await hers.submit('Vis det på kortet', { remark: 'Luk porten.', where: people.otherId });
  assert.match(porch.text, /Møllevænget: Luk porten/);
  const said = (await brian.get(cardPath)).root.querySelector('form[action$="/fjern"]')?.getAttribute('action') ?? '';
  const csrf = porch.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  assert.equal((await henny.post(said, { _csrf: csrf })).status, 404);
  await (await brian.get(cardPath)).submit('Fjern', {});
  assert.doesNotMatch((await house.visitor().get(cardPath)).text, /nøglen/);
});

test('a picture is taken with words for those who do not see it, and without the camera’s place', async () => {
  const aya = await house.signedIn(people.aya);
  const page = await aya.get(cardPath);
  const wrong = await page.submit('Læg billedet på', { alt: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Vælg et billede.*Skriv, hvad man kan se.*Sæt kryds/);
  const text = new File([new Uint8Array(400).fill(65)], 'bord.jpg', { type: 'image/jpeg' });
  const words = { alt: 'Et langt bord med kopper', agreed: 'ja' };
  assert.equal((await page.submit('Læg billedet på', { ...words, photo: text })).status, 422);
  await page.submit('Læg billedet på', { ...words, photo: await picture() });
  const seen = await house.visitor().get(cardPath);
  const img = seen.root.querySelector('.photo img');
  assert.equal(img?.getAttribute('alt'), 'Et langt bord med kopper');
  const file = await house.tx(async (tx) => {
    const row = await tx.sql
      .selectFrom('catalogue_photo as p')
      .innerJoin('file as f', 'f.id', 'p.file_id')
      .innerJoin('file_blob as b', 'b.sha256', 'f.sha256')
      .select('b.content')
      .executeTakeFirstOrThrow();
    return sharp(row.content).metadata();
  });
  assert.deepEqual([file.width, file.exif], [1200, undefined]);
  await (await aya.get(cardPath)).submit('Fjern billedet', {});
  assert.equal((await house.visitor().get(cardPath)).root.querySelector('.photo img'), null);
  assert.equal((await house.tx((tx) => tx.sql.selectFrom('file').select('id').execute())).length, 0);
});

test('a neighbour asks those who did it, neither hears the other’s address, and one answer is enough', async () => {
  const poul = await house.signedIn(people.poul);
  const form = await (await poul.get(cardPath)).follow('Spørg dem, der har gjort det');
  assert.equal((await form.submit('Send spørgsmålet', { words: '' })).status, 422);
  const sent = await form.submit('Send spørgsmålet', { words: 'Hvor mange kopper?' });
  assert.match(sent.text, /Du får besked, når de svarer/);
  const mette = await house.signedIn(people.mette);
  const turn = await mette.get('/');
  const question = await turn.follow('Poul Dahl vil gerne vide, hvordan I gjorde.');
  assert.match(question.text, /Poul Dahl skrev.*Hvor mange kopper/);
  assert.doesNotMatch(question.text, /poul@example|Kærvej/);
  assert.equal((await question.submit('Send svaret', { words: '' })).status, 422);
  assert.match((await question.submit('Send svaret', { words: 'Ti er nok.' })).text, /Svaret er sendt/);
  assert.match((await question.submit('Send svaret', { words: 'Tolv.' })).text, /En af jer har svaret/);
  const answer = await poul.get(sent.path);
  assert.match(answer.text, /En, der var med, svarede.*Ti er nok/);
  assert.doesNotMatch(answer.text, /Mette|Tolv/);
  assert.equal((await (await house.signedIn(people.aya)).get(sent.path)).status, 404, 'it is between them');
  const told = await house.tx((tx) =>
    tx.sql.selectFrom('outgoing').select('message').where('person_id', '=', people.poul).execute(),
  );
  const answered = told.find(({ message }) => JSON.stringify(message).includes('Ti er nok'));
  assert.ok(answered, 'a message of its own');
  assert.doesNotMatch(JSON.stringify(answered), /mette@example/);
});

test('nobody is asked too often, nobody asks more than three times a day, and no answer in a month is told', async () => {
  const ask = (by: Id<'person'>, days = 0) =>
    house.tx(async (tx) => {
      const then = { ...(await actingAs(tx, by)), now: new Date(tx.now.getTime() + days * 86_400_000) };
      const asked = await verbs.askThem(then, { cardId: card.id, initiativeId: coffee, words: 'Og?', askedBy: by });
      return asked.ok ? 'asked' : asked.refusal;
    });
  assert.equal(await ask(people.mette), 'nobody_there', 'they do not ask themselves');
  const four = [await ask(people.signe), await ask(people.signe), await ask(people.signe), await ask(people.signe)];
  assert.deepEqual(four, ['asked', 'asked', 'asked', 'you_have_many']);
  const more = [await ask(people.brian), await ask(people.brian), await ask(people.aya)];
  assert.deepEqual(more, ['asked', 'asked', 'they_have_many']);
  const open = async (days: number) =>
    house.tx(async (tx) => {
      await letQuestionsGo({ ...tx, today: addDays(tx.today, days) });
      const turns = await tx.sql
        .selectFrom('turn')
        .select('id')
        .where('kind', '=', 'catalogue.question')
        .where('closed_at', 'is', null)
        .execute();
      return turns.length;
    });
  assert.equal(await open(29), 5);
  assert.equal(await open(30), 0);
  const told = await house.tx((tx) =>
    tx.sql.selectFrom('outgoing').select('message').where('person_id', '=', people.aya).execute(),
  );
  assert.equal(told.length, 0, 'who was refused waits for nothing');
  assert.equal(await ask(people.aya), 'asked');
});
