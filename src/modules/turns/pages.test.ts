import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { TURN_TONGUE } from '../../tellings.ts';
import { type House, SITE, testApp } from '../../testing/app.ts';
import { NO_NEWS } from '../../testing/messages.ts';
import { testPost } from '../../testing/post.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { notify, openTurn, turnsJobs } from './public.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const work = (house: House) => post.work(house, turnsJobs({ tongue: TURN_TONGUE, news: NO_NEWS, ...post.ways }));

const wait = (house: House, personId: Id<'person'>, id = '1') =>
  house.tx((tx) =>
    openTurn(tx, {
      kind: 'turns.unreachable',
      subject: { kind: 'test', id },
      assignee: { personId },
      facts: { person: personId },
    }),
  );

/** Somebody with a mail about their turn, and the link that stops such mails. */
async function mailed(house: House) {
  const email = post.newAddress();
  const personId = await house.tx((tx) => aPerson(tx, { name: 'Poul Kjær', email }));
  await wait(house, personId);
  await work(house);
  const [mail] = await post.to(email);
  const link = /<(http[^>]+)>/.exec(mail?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
  return { email, personId, link: link.replace(`${SITE}/${house.tenant.slug}`, '') };
}

test('messages are stopped without signing in, for that topic only, and can be had again', async () => {
  const house = await newHouse();
  const { email, personId, link } = await mailed(house);
  const visitor = house.visitor();
  const asked = await visitor.get(link);
  assert.match(asked.text, /når det er din tur/);
  await wait(house, personId, '2');
  await work(house);
  assert.equal((await post.to(email)).length, 2, 'looking at the link stops nothing');
  const stopped = await asked.submit('Ja, stop dem', {});
  assert.match(stopped.text, /Nu holder vi op/);
  await wait(house, personId, '3');
  const say = () => ({ subject: 'Svar på din idé', paragraphs: ['Ja tak'] });
  await house.tx((tx) => notify(tx, { to: { personId }, topic: 'answer', say }));
  await work(house);
  assert.deepEqual((await post.to(email)).map((mail) => mail.subject).slice(0, -2), ['Svar på din idé']);
  await stopped.submit('Fortryd', {});
  await wait(house, personId, '4');
  await work(house);
  assert.equal((await post.to(email)).length, 4);
});

test('one click in a mail program stops too (RFC 8058)', async () => {
  const house = await newHouse();
  const { email, personId, link } = await mailed(house);
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  assert.equal((await house.visitor().fetch(link, { method: 'POST', body })).status, 200);
  await wait(house, personId, '2');
  await work(house);
  assert.equal((await post.to(email)).length, 1);
});

test('nobody can stop another’s messages: a changed link, or one from another tenant, does nothing', async () => {
  const [house, other] = [await newHouse(), await newHouse()];
  const { email, personId, link } = await mailed(house);
  const last = link.at(-1) === 'A' ? 'B' : 'A';
  const forged = [link.slice(0, -1) + last, link.replace(/\/[\w-]/, '/B'), '/beskeder/abc', `${link}A`];
  for (const one of forged) assert.equal((await house.visitor().post(one, {})).status, 404, one);
  assert.equal((await other.visitor().post(link, {})).status, 404);
  await wait(house, personId, '2');
  await work(house);
  assert.equal((await post.to(email)).length, 2);
});

test('Din tur shows what waits in pages of 25', async () => {
  const house = await newHouse();
  const personId = await house.tx((tx) => aPerson(tx, { name: 'Poul Kjær' }));
  const reader = await house.signedIn(personId);
  assert.match((await reader.get('/din-tur')).text, /Intet venter på dig/);
  await house.tx(async (tx) => {
    for (let at = 0; at < 35; at++) {
      await openTurn(tx, {
        kind: 'turns.unreachable',
        subject: { kind: 'test', id: `${at}` },
        assignee: { personId },
        facts: {},
      });
    }
  });
  const first = await reader.get('/din-tur');
  assert.equal(first.root.querySelectorAll('.turn-item').length, 25);
  assert.equal((await reader.get('/din-tur?side=2')).root.querySelectorAll('.turn-item').length, 10);
  assert.equal((await reader.get('/din-tur?side=99')).root.querySelectorAll('.turn-item').length, 10);
  assert.match(first.root.querySelector('.turn-link')?.text ?? '', /35/);
});

test('Din tur knows its last page where no more than four lie ahead, and goes on from there where more do', async () => {
  const house = await newHouse();
  const personId = await house.tx((tx) => aPerson(tx, { name: 'Poul Kjær' }));
  const more = (count: number) =>
    house.tx((tx) =>
      sql`
        insert into turn (tenant_id, kind, subject_kind, subject_id, person_id, opened_at)
        select ${tx.tenant.id}, 'turns.unreachable', 'test', new_id()::text, ${personId}, ${tx.now}
        from generate_series(1, ${count})
      `.execute(tx.sql),
    );
  const reader = await house.signedIn(personId);
  const pages = async (number: number) =>
    (await reader.get(`/din-tur?side=${number}`)).root
      .querySelectorAll('.pagination li')
      .map(({ text }) => text.trim());
  await more(125);
  assert.deepEqual(await pages(1), ['1', '2', '…', '5', 'Næste']);
  await more(1);
  assert.deepEqual(await pages(1), ['1', '2', '…', 'Næste']);
  assert.deepEqual(await pages(2), ['Forrige', '1', '2', '3', '…', '6', 'Næste']);
  assert.deepEqual(await pages(99), ['Forrige', '1', '…', '5', '6']);
});

test('a person chooses what we may write about', async () => {
  const house = await newHouse();
  const email = post.newAddress();
  const personId = await house.tx((tx) => aPerson(tx, { email }));
  const reader = await house.signedIn(personId);
  const page = await reader.get('/min-side/beskeder');
  assert.equal(page.root.querySelectorAll('input[checked]').length, 4);
  const saved = await page.submit('Gem', { 'emne[]': ['digest'] });
  assert.equal(saved.root.querySelectorAll('input[checked]').length, 1);
  await wait(house, personId);
  await work(house);
  assert.equal((await post.to(email)).length, 0);
});

test('staff print the letters in walking order and mark those they printed, not those that came meanwhile', async () => {
  const house = await newHouse();
  const { signe, people } = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const people: Id<'person'>[] = [];
    for (const [houseNumber, name] of [
      ['12', 'Tolv Tolvsen'],
      ['2', 'To Toft'],
      ['9', 'Ni Nissen'],
    ] as const) {
      const lives = await aTenancy(tx, { departmentId, houseNumber, number: houseNumber });
      people.push(await aPerson(tx, { name, lives, preference: { channel: 'paper', largePrint: true } }));
    }
    return { people, signe: await aPerson(tx, { name: 'Signe Bro', roles: ['consultant'] }) };
  });
  for (const personId of people.slice(0, 2)) await wait(house, personId, personId);
  await work(house);
  const staff = await house.signedIn(signe);
  const page = await staff.get('/udskriv/breve');
  assert.ok(page.text.indexOf('To Toft') < page.text.indexOf('Tolv Tolvsen'));
  const file = await staff.fetch(page.link('Hent brevene'));
  assert.equal(file.status, 200);
  assert.match(file.headers.get('content-type') ?? '', /pdf|html/);
  house.clock.forward({ minutes: 5 });
  await wait(house, people[2] as Id<'person'>, 'later');
  await work(house);
  const after = await page.submit('Markér som udskrevet', {});
  assert.match(after.html, /2 breve er udskrevet/);
  assert.match(after.text, /1 brev venter/);
  assert.match(after.text, /Ni Nissen/);
  const resident = await house.signedIn(people[0] as Id<'person'>);
  assert.equal((await resident.fetch('/udskriv/breve')).status, 404);
});

test('what did not arrive is passed on by staff, as a letter or by telephone, and waits no more', async () => {
  const house = await newHouse();
  const { signe, gone } = await house.tx(async (tx) => ({
    signe: await aPerson(tx, { name: 'Signe Bro', roles: ['consultant'] }),
    gone: await aPerson(tx, {
      name: 'Bo Lund',
      email: 'findes-ikke@example.dk',
      lives: await aTenancy(tx, { departmentId: await aDepartment(tx) }),
    }),
  }));
  await wait(house, gone);
  await work(house);
  const staff = await house.signedIn(signe);
  assert.match((await staff.get('/din-tur')).text, /kom ikke frem til Bo Lund/);
  const page = await staff.get('/udskriv/breve');
  assert.match(page.text, /Mailadressen findes ikke/);
  const after = await page.submit('Send som brev', {});
  assert.match(after.text, /1 brev venter/);
  assert.doesNotMatch(after.text, /Mailadressen findes ikke/);
  const turns = (await staff.get('/din-tur')).text;
  assert.doesNotMatch(turns, /kom ikke frem/);
  assert.match(turns, /breve, som skal printes/);
  await after.submit('Markér som udskrevet', {});
  assert.match((await staff.get('/din-tur')).text, /Intet venter på dig/, 'an empty pile asks for nothing');
});
