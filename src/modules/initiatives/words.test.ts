import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../kernel/day.ts';
import { testDatabase } from '../../testing/database.ts';
import { testPost } from '../../testing/post.ts';
import { aDepartment, aPerson } from '../housing/seed.ts';
import { type News, type Tongue, tellTurns, turnItems, turnsJobs, turnsOf } from '../turns/public.ts';
import { addStep } from './commands/steps.ts';
import { initiativesTurns } from './public.ts';
import { actingAs, anAsk, anIdea, anInitiative } from './seed.ts';

const { db, newTenant } = await testDatabase();
const post = await testPost(db);
const tongue: Tongue = { kinds: initiativesTurns, names: () => async () => new Map() };
const noNews: News = { readers: async () => [], of: async () => [] };

async function withPeople() {
  const house = await newTenant();
  const address = { signe: post.newAddress(), mette: post.newAddress() };
  const people = await house.tx(async (tx) => {
    await aDepartment(tx);
    return {
      signe: await aPerson(tx, { name: 'Signe Krog', email: address.signe, roles: ['consultant'] }),
      mette: await aPerson(tx, { name: 'Mette Holm', email: address.mette }),
    };
  });
  const work = () => post.work(house, turnsJobs({ tongue, news: noNews, mail: post.ways.mail, sms: post.ways.sms }));
  return { house, people, address, work };
}

test('the one who is asked reads the words of the asker in the message', async () => {
  const { house, people, address, work } = await withPeople();
  await house.tx(async (tx) => {
    const id = await anInitiative(tx);
    await anAsk(tx, id, { by: people.signe, to: people.mette, words: 'Du laver byens bedste suppe.' });
  });
  await work();
  const [got] = await post.to(address.mette);
  assert.match(got?.text ?? '', /”Du laver byens bedste suppe\.”/);
  assert.match(got?.text ?? '', /et nej også et godt svar/);
});

test('the one who must find one more is not told that a no is fine', async () => {
  const { house, people, address, work } = await withPeople();
  await house.tx(async (tx) => {
    const id = await anInitiative(tx);
    await anAsk(tx, id, { by: people.signe, to: people.mette, answer: 'not_alone' });
  });
  await work();
  const [got] = await post.to(address.signe);
  assert.match(got?.text ?? '', /Find én mere/);
  assert.doesNotMatch(got?.text ?? '', /et nej også/);
});

test('lines that read alike are told apart by their first words, and a day that has passed is said', async () => {
  const { house, people, address, work } = await withPeople();
  await house.tx(async (tx) => {
    await anIdea(tx, { said: 'En bænk ved postkasserne. Den skal være rød.' });
    await anIdea(tx, { said: 'Lys på stien' });
    const id = await anInitiative(tx);
    const dueOn = addDays(tx.today, -1);
    const signe = await actingAs(tx, people.signe);
    await addStep(signe, id, { says: 'Ring til gartneren', personId: people.signe, dueOn });
  });
  await work();
  const mails = (await post.to(address.signe)).map((mail) => mail.text).join('\n');
  assert.match(mails, /”En bænk ved postkasserne”/);
  assert.doesNotMatch(mails, /rød/);
  const lines = await house.tx(async (tx) => {
    const acting = await actingAs(tx, people.signe);
    return turnItems(await tellTurns(acting, tongue, await turnsOf(acting), 'da'), tx.today, 'da');
  });
  const text = lines.map((line) => `${line.sentence} ${line.due}`).join('\n');
  for (const words of ['”En bænk ved postkasserne”', '”Lys på stien”', '”Ring til gartneren” skulle være sket']) {
    assert.ok(text.includes(words), `${words} in ${text}`);
  }
});
