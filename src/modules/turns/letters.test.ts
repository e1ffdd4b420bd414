import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../kernel/id.ts';
import { readPdf } from '../../platform/documents/pdf-reading.ts';
import { path } from '../../platform/web/path.ts';
import { TURN_TONGUE } from '../../tellings.ts';
import { type House, testApp } from '../../testing/app.ts';
import { NO_NEWS } from '../../testing/messages.ts';
import { testPost } from '../../testing/post.ts';
import { questionsOf } from '../../testing/questions.ts';
import type { Reader } from '../../testing/reader.ts';
import { choosePreference } from '../housing/commands/people.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { closeTurns, notify, openTurn, turnsJobs } from './public.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const work = (house: House) => post.work(house, turnsJobs({ tongue: TURN_TONGUE, news: NO_NEWS, ...post.ways }));

const ask = (house: House, personId: Id<'person'>, id = 'a') =>
  house.tx((tx) =>
    openTurn(tx, { kind: 'turns.unreachable', subject: { kind: 'test', id }, assignee: { personId }, facts: {} }),
  );
const answer = (house: House, personId: Id<'person'>, subject: string) =>
  house.tx((tx) =>
    notify(tx, {
      to: { personId },
      topic: 'answer',
      say: (language) => ({
        subject,
        paragraphs: [language === 'da' ? 'Vi laver suppe.' : 'We make soup.'],
        action: { label: 'Se den', path: path('/initiativer')({}) },
      }),
    }),
  );

/** A stairwell with Else and Poul behind one door, John upstairs, and Signe in the office. */
async function stairwell(house: House) {
  return house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId, number: '1' });
    const upstairs = await aTenancy(tx, { departmentId, number: '2', floor: '1' });
    const paper = { channel: 'paper' } as const;
    return {
      else: await aPerson(tx, { name: 'Else Kjær', lives: home, preference: paper }),
      poul: await aPerson(tx, { name: 'Poul Kjær', lives: home, preference: { ...paper, largePrint: true } }),
      john: await aPerson(tx, { name: 'John Reed', lives: upstairs, language: 'en', preference: paper }),
      signe: await aPerson(tx, { name: 'Signe Bro', roles: ['consultant'] }),
    };
  });
}

async function printed(staff: Reader) {
  const page = await staff.get('/udskriv/breve');
  const file = await staff.fetch(page.link('Hent brevene'));
  assert.equal(file.headers.get('content-type'), 'application/pdf');
  return { page, pdf: await readPdf(new Uint8Array(await file.arrayBuffer())) };
}

test('what waits for one person is one letter; neighbours behind the same door each get their own; all are marked', async () => {
  const house = await newHouse();
  const people = await stairwell(house);
  for (const subject of ['Svar på din idé', 'Lørdag er flyttet']) await answer(house, people.poul, subject);
  await ask(house, people.poul);
  await answer(house, people.else, 'Svar til Else');
  await work(house);
  const staff = await house.signedIn(people.signe);
  const { page, pdf } = await printed(staff);
  assert.match(page.text, /2 breve venter/);
  assert.match(page.text, /4 beskeder er samlet i 2 breve/);
  assert.match(page.text, /3 beskeder i ét brev/);
  assert.match(page.text, /samme dør som brevet over/);
  const toPoul = pdf.pages.filter((one) => !one.includes('Svar til Else')).join(' ');
  for (const told of ['3 beskeder til dig', 'Svar på din idé', 'Lørdag er flyttet', 'kom ikke frem', 'Hej Poul']) {
    assert.ok(toPoul.includes(told), told);
  }
  assert.equal(toPoul.split('Hej Poul').length, 2, 'greeted once');
  assert.equal(pdf.pages.filter((one) => one.includes('Svar til Else') && one.includes('Poul')).length, 0);
  const after = await page.submit('Markér som udskrevet', {});
  assert.match(after.html, /2 breve er udskrevet/);
  assert.match(after.text, /Ingen breve venter/);
  const left = await house.tx((tx) =>
    tx.sql.selectFrom('outgoing').select('id').where('sent_at', 'is', null).execute(),
  );
  assert.equal(left.length, 0);
});

test('a letter is in large print for who asked for it, and in the language of the reader', async () => {
  const house = await newHouse();
  const people = await stairwell(house);
  for (const personId of [people.poul, people.john]) await answer(house, personId, 'Suppe');
  await work(house);
  const { pdf } = await printed(await house.signedIn(people.signe));
  assert.equal(Math.round(pdf.find('Hej Poul')?.size ?? 0), 18);
  assert.match(pdf.text, /Dear John/);
  assert.match(pdf.text, /We make soup/);
  assert.match(pdf.text, /Kind regards/);
});

test('a letter about something that is over is not printed, and the empty pile asks for nothing', async () => {
  const house = await newHouse();
  const people = await stairwell(house);
  await ask(house, people.poul);
  await work(house);
  const staff = await house.signedIn(people.signe);
  assert.match((await staff.get('/din-tur')).text, /breve, som skal printes/);
  await house.tx((tx) => closeTurns(tx, { subject: { kind: 'test', id: 'a' } }));
  assert.match((await staff.get('/udskriv/breve')).text, /Ingen breve venter/);
  assert.match((await staff.get('/din-tur')).text, /Intet venter på dig/);
});

test('who says "never" after the letter was written gets none', async () => {
  const house = await newHouse();
  const people = await stairwell(house);
  for (const personId of [people.poul, people.else]) await answer(house, personId, 'Suppe');
  await work(house);
  await house.tx((tx) =>
    choosePreference(tx, people.poul, { channel: 'never', largePrint: false, digitalExempt: false }),
  );
  const { page, pdf } = await printed(await house.signedIn(people.signe));
  assert.match(page.text, /1 brev venter/);
  assert.doesNotMatch(pdf.text, /Poul/);
  await page.submit('Markér som udskrevet', {});
  const told = await house.tx((tx) =>
    tx.sql.selectFrom('outgoing').select(['person_id', 'dropped_because']).where('sent_at', 'is', null).execute(),
  );
  assert.deepEqual(told, [{ person_id: people.poul, dropped_because: 'never' }]);
});

test('the pile asks the database as often for thirty letters as for one', async () => {
  const house = await newHouse();
  const people = await stairwell(house);
  const staff = await house.signedIn(people.signe);
  const asked = (where: string) => questionsOf(async () => assert.equal((await staff.fetch(where)).status, 200));
  await answer(house, people.poul, 'Suppe');
  await asked('/udskriv/breve');
  const one = await asked('/udskriv/breve');
  assert.ok(one.length > 0);
  await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx, { number: '9', name: 'Engen' });
    for (let at = 0; at < 29; at++) {
      const lives = await aTenancy(tx, { departmentId, number: `${at}`, houseNumber: `${at}` });
      await aPerson(tx, { name: `Beboer ${at}`, lives, preference: { channel: 'paper' } });
    }
  });
  const others = await house.tx((tx) =>
    tx.sql.selectFrom('person').select('id').where('name', 'like', 'Beboer %').execute(),
  );
  for (const { id } of others) await answer(house, id, 'Suppe');
  assert.deepEqual(await asked('/udskriv/breve'), one);
});
