import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { FIGURES } from '../../../figures.ts';
import { addDays } from '../../../kernel/day.ts';
import { testApp } from '../../../testing/app.ts';
import { anEvent } from '../../act/events/seed.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { actingAs } from '../../initiatives/seed.ts';
import { newTicket } from './commands.ts';
import { answered, answerFrom, verbs } from './seed.ts';
import { evaluationOf } from './store/evaluations.ts';

const { newHouse } = await testApp();

/** Mette arranges a soup evening today, and Karen only comes. */
async function soup() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => ({
    mette: await aPerson(tx, { name: 'Mette Holm' }),
    signe: await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] }),
    karen: await aPerson(tx, { name: 'Karen Mose' }),
  }));
  const event = await house.tx(async (tx) => {
    const departmentIds = [await aDepartment(tx)];
    return anEvent(await actingAs(tx, people.mette), { title: 'Suppe i gården', departmentIds });
  });
  return { house, event, about: { kind: 'event', id: event.id } as const, ...people };
}

test('whoever arranged it cannot read a single neighbour among false answers, on paper or by the open link', async () => {
  const one = await soup();
  await one.house.tx((tx) => verbs.openEvaluation(tx, one.about));
  const mette = await one.house.signedIn(one.mette);
  const address = `/evaluering/arrangement/${one.event.id}`;
  const slip = async () => (await mette.get(address)).submit('Gem sedlen', { liked: '1', metNew: 'nej', helps: 'no' });
  for (let slips = 0; slips < 4; slips += 1) await slip();
  const bad = Array.from({ length: 9 }, () => answerFrom('1nn'));
  await one.house.tx((tx) => answered(tx, one.about, bad, 'open'));
  const secret = answerFrom('4jy', 'Mette er for stram');
  await one.house.tx((tx) => answered(tx, one.about, [secret]));
  const ended = await (await mette.get(address)).submit('Luk for svar');
  assert.match(ended.text, /Færre end fem svarede med deres eget link/);
  assert.doesNotMatch(ended.text, /%|for stram/);
  const left = await one.house.tx((tx) => sql`select from evaluation_answer where words <> ''`.execute(tx.sql));
  assert.equal(left.rows.length, 0, 'words that nobody may read are not kept');
  const figure = FIGURES.find(({ code }) => code === 'evaluation_liked') ?? assert.fail();
  const rows = await one.house.tx((tx) => figure.rows(tx, { from: addDays(tx.today, -60), until: tx.today }));
  assert.deepEqual(rows, []);
});

test('slips count by themselves from five, and one answer among them is not found', async () => {
  const one = await soup();
  await one.house.tx((tx) => answered(tx, one.about, [answerFrom('1nn', 'Skjult')]));
  const mette = await one.house.signedIn(one.mette);
  const address = `/evaluering/arrangement/${one.event.id}`;
  for (let slips = 0; slips < 5; slips += 1)
    await (await mette.get(address)).submit('Gem sedlen', {
      liked: slips === 0 ? '2' : '4',
      words: slips ? '' : 'Godt',
    });
  const ended = await (await mette.get(address)).submit('Luk for svar');
  assert.match(ended.text, /5 svar.*80 % \(4 af 5\)/s);
  assert.match(ended.text, /Godt/);
  assert.doesNotMatch(ended.text, /Skjult/);
});

test('a link of one’s own answers once on any device; who is signed in counts once, and never whoever arranged it', async () => {
  const one = await soup();
  const { code } = await one.house.tx((tx) => verbs.openEvaluation(tx, one.about));
  const ticket = await one.house.tx(async (tx) => newTicket(tx, (await evaluationOf(tx, one.about))?.id as never));
  const own = `/hvordan-var-det/${ticket}`;
  const phone = one.house.visitor('10.9.0.2');
  const [form, other] = [await phone.get(own), await one.house.visitor('10.9.0.3').get(own)];
  assert.match(form.text, /Linket er dit eget/);
  assert.match((await form.submit('Send svar', { liked: '4' })).text, /Tak for dit svar/);
  assert.match((await other.submit('Send svar', { liked: '1' })).text, /Der er allerede svaret med dette link/);
  assert.match((await one.house.visitor('10.9.0.4').get(own)).text, /Der er allerede svaret med dette link/);

  const open = `/hvordan-var-det/${code}`;
  const karen = async () => (await one.house.signedIn(one.karen)).get(open);
  assert.match((await (await karen()).submit('Send svar', { liked: '4' })).text, /Tak for dit svar/);
  const again = await (await karen()).submit('Send svar', { liked: '1' });
  assert.match(again.text, /mens du var logget ind/, 'also from another device');
  for (const arranges of [one.mette, one.signe])
    await (await (await one.house.signedIn(arranges)).get(open)).submit('Send svar', { liked: '1' });
  const ways = () =>
    one.house.tx(async (tx) => {
      const { rows } = await sql<{ own: boolean; liked: number }>`
        select own_link as own, liked from evaluation_answer order by liked desc, own_link`.execute(tx.sql);
      return rows.map(({ own: vouched, liked }) => `${liked} ${vouched}`);
    });
  assert.deepEqual(await ways(), ['4 true', '4 true', '1 false', '1 false']);
  await (await (await one.house.signedIn(one.signe)).get(`/evaluering/arrangement/${one.event.id}`)).submit(
    'Luk for svar',
  );
  const marks = await one.house.tx((tx) => sql<{ state: string }>`select state from evaluation_ticket`.execute(tx.sql));
  assert.deepEqual(marks.rows, [{ state: 'sent' }], 'nothing tells any more who answered');
  assert.match((await one.house.visitor().get(own)).text, /Svartiden er ude/);
});

test('words are shown to everybody when staff say so, and no more when they take it back', async () => {
  const one = await soup();
  const said = ['Dejligt', 'For koldt', '', '', ''].map((words) => answerFrom('4jy', words));
  await one.house.tx((tx) => answered(tx, one.about, said.slice(0, 4)));
  const driver = await one.house.signedIn(one.mette);
  const room = `/evaluering/arrangement/${one.event.id}`;
  const signe = await one.house.signedIn(one.signe);
  assert.doesNotMatch((await signe.get(room)).text, /Dejligt|Vis for alle/, 'not while answers come in');
  await one.house.tx((tx) => answered(tx, one.about, said.slice(4)));
  await (await signe.get(room)).submit('Luk for svar');
  const read = await driver.get(room);
  assert.match(read.text, /Dejligt/);
  assert.doesNotMatch(read.text, /Vis for alle/);
  const page = async () => (await one.house.visitor().get(`/arrangementer/${one.event.id}`)).text;
  assert.doesNotMatch(await page(), /Dejligt/);
  assert.match((await (await signe.get(room)).submit('Vis for alle')).text, /Nu kan alle læse det/);
  assert.match(await page(), /Dejligt/);
  assert.doesNotMatch(await page(), /For koldt/);
  await (await signe.get(room)).submit('Vis det ikke mere');
  assert.doesNotMatch(await page(), /Dejligt/);
  one.house.clock.forward({ days: 366 });
  await one.house.tx((tx) => verbs.morning(tx));
  const left = await one.house.tx((tx) => sql`select words from evaluation_answer where words <> ''`.execute(tx.sql));
  assert.equal(left.rows.length, 0, 'a year after, words that nobody shows are gone');
});
