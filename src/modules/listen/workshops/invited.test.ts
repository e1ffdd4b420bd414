import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEWS } from '../../../news.ts';
import { workOf } from '../../../schedule.ts';
import { testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import type { Page } from '../../../testing/reader.ts';
import { aPerson } from '../../housing/seed.ts';
import { answerInvitation, invite, noteAttendance } from './commands/planning.ts';
import { aWorkshop, setTables } from './seed.ts';
import { invitationsOf } from './store/plan.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;
const token = (page: Page) => {
  const field = page.root.querySelector('input[type="hidden"]');
  return { [field?.getAttribute('name') ?? '']: field?.getAttribute('value') ?? '' };
};

test('who is invited answers by the link alone, no more say yes than there are seats, and the door knows who came', async () => {
  const house = await newHouse();
  const { signe, workshop, table } = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const workshop = await aWorkshop(tx, { seats: 1 });
    const [table] = await setTables(tx, workshop, [null]);
    return { signe, workshop, table: table ?? assert.fail() };
  });
  const place = `/workshops/${workshop.id}`;
  const host = await house.signedIn(signe);
  const [first, second] = [post.newAddress(), post.newAddress()];
  const wrong = await (await host.get(`${place}/inviterede`)).submit('Inviter', { name: 'Aksel', contact: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /så brevet kan komme frem/);
  for (const contact of [first, second])
    await (await host.get(`${place}/inviterede`)).submit('Inviter', { name: `Gæst ${contact}`, contact });
  await post.work(house, jobs);
  const answer = async (address: string, button: string) => {
    const [mail] = await post.to(address);
    const path = /kommer-du\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? assert.fail();
    return (await house.visitor().get(`/${path}`)).submit(button);
  };
  assert.match((await answer(first, 'Ja, jeg kommer')).text, /Du har sagt ja/);
  const full = await answer(second, 'Ja, jeg kommer');
  assert.equal(full.status, 422);
  assert.match(full.text, /ikke flere pladser/);
  await answer(first, 'Nej, jeg kan ikke');
  assert.match((await answer(second, 'Ja, jeg kommer')).text, /Du har sagt ja/);
  const unasked = { name: 'Birgit Kofoed', unasked: 'ja' };
  assert.match((await (await host.get(`${place}/inviterede`)).submit('Inviter', unasked)).text, /skrevet op/);
  const list = await house.tx((tx) => invitationsOf(tx, workshop.id));
  const came = list.find(({ email }) => email === second)?.id ?? '';
  const door = await host.get(`${place}/inviterede`);
  const noted = await host.post(`${place}/inviterede/fremmoede`, { 'came[]': came, ...token(door) });
  assert.match(noted.text, /1 er mødt/);
  const elsewhere = '019a0000-0000-7000-8000-000000000000';
  const seats = (id: unknown) => ({ 'came[]': came, 'seat[]': `${came} ${id}`, ...token(door) });
  const seated = async () => (await house.tx((tx) => invitationsOf(tx, workshop.id))).find(({ id }) => id === came);
  await host.post(`${place}/inviterede/fremmoede`, seats(table.id));
  assert.equal((await seated())?.tableId, table.id, 'given a table later');
  await host.post(`${place}/inviterede/fremmoede`, seats(elsewhere));
  assert.equal((await seated())?.tableId, table.id, 'no table of this workshop');
  await host.post(`${place}/inviterede/fremmoede`, seats(''));
  assert.equal((await seated())?.tableId, null);
  assert.equal((await seated())?.came, true);
  assert.equal((await house.visitor().get('/kommer-du/gaetvaerk')).status, 404);
});

test('the list at the door and the answers that come meanwhile do not wait for each other in a ring', async () => {
  const house = await newHouse();
  const { workshop, table } = await house.tx(async (tx) => {
    const workshop = await aWorkshop(tx);
    const [table] = await setTables(tx, workshop, [null]);
    return { workshop, table: table ?? assert.fail() };
  });
  const asked = {
    email: null,
    phone: null,
    organisationId: null,
    tableId: null,
    part: 'participant',
    came: true,
  } as const;
  await house.tx((tx) => invite(tx, workshop, { ...asked, personName: 'Birgit Kofoed' }));
  const [guest] = await house.tx((tx) => invitationsOf(tx, workshop.id));
  assert.ok(guest);
  const rounds = Array.from({ length: 12 }, (_, at) => at);
  await Promise.all(
    rounds.flatMap((at) => [
      house.tx((tx) => noteAttendance(tx, workshop, [guest.id], [{ id: guest.id, tableId: at % 2 ? table.id : null }])),
      house.tx((tx) => answerInvitation(tx, workshop, guest, 'yes')),
    ]),
  );
  const [now] = await house.tx((tx) => invitationsOf(tx, workshop.id));
  assert.deepEqual([now?.came, now?.answer], [true, 'yes']);
});
