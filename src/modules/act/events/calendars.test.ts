import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { testApp } from '../../../testing/app.ts';
import { questionsOf } from '../../../testing/questions.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { actingAs, anInitiative } from '../../initiatives/seed.ts';
import { anEvent, comes, verbs } from './seed.ts';

const { newHouse } = await testApp();
const house = await newHouse();
const people = await house.tx(async (tx) => {
  const one = await aDepartment(tx);
  const other = await aDepartment(tx, { number: '2', name: 'Møllevænget' });
  const lives = await aTenancy(tx, { departmentId: one });
  const mette = await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk', lives });
  return {
    ...{ one, other, mette },
    signe: await aPerson(tx, { name: 'Signe Højlund', email: 'signe@example.dk', roles: ['consultant'] }),
    soup: await anInitiative(tx, { status: 'under_way', by: mette, departmentIds: [one] }),
  };
});

const as = <T>(personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> =>
  house.tx(async (tx) => work(await actingAs(tx, personId)));
const place = (id: string, more = '') => `/arrangementer/${id}${more}`;

test('calendars of a person, a department and the house hold it, and not what is called off', async () => {
  const on = await house.tx(async (tx) => addDays(tx.today, 12));
  const event = await as(people.signe, (tx) => anEvent(tx, { on, title: 'Nabokaffe', departmentIds: [people.other] }));
  const mette = await house.signedIn(people.mette);
  const form = await mette.get(place(event.id, '/tilmeld'));
  const mine = await form.submit('Meld til', { name: 'Mette' });
  assert.match(mine.text, /I har plads/);
  assert.match((await mette.get(place(event.id))).text, /I er tilmeldt/);
  const page = await mette.get('/min-side/kalender');
  const address = (await page.submit('Lav min adresse')).html.match(/\/abonnement\/[^/"]+\/kalender\.ics/)?.[0] ?? '';
  const read = async (path: string) => (await house.visitor().fetch(path)).text();
  const all = [
    '/nyt/kalender.ics',
    `/nyt/kalender.ics?afdeling=${people.other}`,
    address,
    place(event.id, '/kalender.ics'),
  ];
  for (const path of all) assert.match(await read(path), /SUMMARY:Nabokaffe/, path);
  assert.doesNotMatch(await read(`/nyt/kalender.ics?afdeling=${people.one}`), /Nabokaffe/);
  assert.match(await read(address), new RegExp(`DTSTART:${on.replaceAll('-', '')}T153000Z`));
  assert.match((await house.visitor().get(place(event.id))).html, /itemtype="https:\/\/schema\.org\/Event"/);
  await as(people.signe, (tx) => verbs.cancelEvent(tx, event.id, { reason: 'few', words: '' }));
  for (const path of all.slice(0, 3)) assert.doesNotMatch(await read(path), /Nabokaffe/, path);
});

test('the page and the list of events ask as many questions with a hundred sign-ups as with none', async () => {
  const on = await house.tx(async (tx) => addDays(tx.today, 15));
  const event = await as(people.signe, (tx) => anEvent(tx, { on, title: 'Stor fest' }));
  const asked = async () => {
    const found: number[] = [];
    for (const path of [place(event.id), '/arrangementer', place(event.id, '/tilmeldte'), place(event.id, '/inde')]) {
      const reader = await house.signedIn(people.signe);
      found.push((await questionsOf(() => reader.get(path))).length);
    }
    return found;
  };
  await as(people.signe, (tx) => comes(tx, event.id, { name: 'Nr 0' }));
  const before = await asked();
  await as(people.signe, async (tx) => {
    for (let at = 1; at <= 100; at += 1) await comes(tx, event.id, { name: `Nr ${at}` });
    for (let at = 1; at <= 5; at += 1) await anEvent(tx, { on, title: `Lille fest ${at}`, initiativeId: people.soup });
  });
  assert.deepEqual(await asked(), before);
  assert.match((await (await house.signedIn(people.signe)).get(place(event.id, '/tilmeldte'))).text, /Nr 49/);
});

test('a department’s page has the next three of its own and of the house, and none that is called off or over', async () => {
  const days = await house.tx(async (tx) => [1, 2, 3, 4, 5].map((number) => addDays(tx.today, number)));
  const [first, second, third, fourth, last] = days as [Day, Day, Day, Day, Day];
  const department = await house.tx((tx) => aDepartment(tx, { number: '3', name: 'Bakkehuset' }));
  const wanted: Parameters<typeof anEvent>[1][] = [
    { title: 'Tredje', on: third, departmentIds: [department] },
    { title: 'Anden', on: second, until: last, departmentIds: [department, people.one] },
    { title: 'Første', on: first },
    { title: 'Fjerde', on: fourth, departmentIds: [department] },
    { title: 'Naboens', on: first, departmentIds: [people.one] },
  ];
  for (const words of wanted) await as(people.signe, (tx) => anEvent(tx, words));
  const called = await as(people.signe, (tx) =>
    anEvent(tx, { title: 'Aflyst', on: first, departmentIds: [department] }),
  );
  await as(people.signe, (tx) => verbs.cancelEvent(tx, called.id, { reason: 'few', words: '' }));
  const page = await house.visitor().get(`/afdelinger/${department}`);
  const titles = ['Første', 'Anden', 'Tredje', 'Fjerde', 'Naboens', 'Aflyst'];
  assert.deepEqual(
    titles
      .filter((title) => page.text.includes(title))
      .toSorted((one, other) => page.text.indexOf(one) - page.text.indexOf(other)),
    ['Første', 'Anden', 'Tredje'],
  );
});
