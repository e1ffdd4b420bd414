import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { GUESTS } from '../../guests.ts';
import { NEWS } from '../../news.ts';
import { workOf } from '../../schedule.ts';
import { type House, testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import type { Page, Reader } from '../../testing/reader.ts';
import { grantRole, ownOrganisation } from '../housing/public.ts';
import { aDepartment, anOrganisation, aPerson, aTenancy } from '../housing/seed.ts';
import { stageOf } from './rules.ts';
import { aGathering, aGuest, verbs } from './seed.ts';
import { guestOf } from './store/guests.ts';

const { db, app, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;

/** A house with a consultant, the municipality, and a workshop to which Maja of the municipality is invited. */
async function hosted(lasts = 1) {
  const house = await newHouse();
  const email = post.newAddress();
  const made = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const municipality = await anOrganisation(tx);
    const gathering = await aGathering(tx, { organisations: [municipality], lasts });
    const maja = await aGuest(tx, gathering, { name: 'Maja Friis', email, organisationId: municipality });
    return { signe, municipality, gathering, maja };
  });
  return { house, email, ...made, place: `/samarbejder/${made.gathering.id}` };
}

async function signInByCode(house: House, reader: Reader, email: string): Promise<Page> {
  const page = await reader.post('/log-ind', { adresse: email, retur: '' });
  await post.work(house, jobs);
  const mail = (await post.to(email)).find(({ subject }) => /\d{3} \d{3}/.test(subject));
  const [, first, last] = /(\d{3}) (\d{3})/.exec(mail?.subject ?? '') ?? assert.fail('no code came');
  const til = page.root.querySelector('input[name=til]')?.getAttribute('value') ?? '';
  return reader.post('/log-ind/kode', { til, kode: `${first}${last}` });
}

test('a guest is invited by mail, signs in by a code, and comes straight to what they are invited to', async () => {
  const { house, email, gathering } = await hosted();
  await post.work(house, jobs);
  const [invitation] = await post.to(email);
  assert.equal(invitation?.subject, 'Du er inviteret: Grønne naboer i Vesterby');
  assert.match(invitation?.text ?? '', /inviteret som gæst/);
  assert.match(invitation?.text ?? '', /Grønne naboer/);
  const reader = house.visitor('10.1.0.1');
  const front = await signInByCode(house, reader, email);
  assert.equal(front.status, 200);
  assert.match(front.text, /Samarbejder.*Grønne naboer i Vesterby/);
  const page = await front.follow('Grønne naboer i Vesterby');
  assert.match(page.text, /Må de andre se dit navn\?/);
  assert.match(page.text, /17\.30 Bordene går i gang/);
  assert.doesNotMatch(page.html, /Initiativer|Puljen|Søg</);
  assert.equal(page.path.endsWith(gathering.id), true);
});

test('a guest can come to nothing else, whatever there is', async () => {
  const { house, maja, gathering } = await hosted();
  const other = await house.tx((tx) => aGathering(tx, { name: 'Lukket bord' }));
  let reader = await house.signedIn(maja);
  const own = async () => (await reader.get(`/samarbejder/${gathering.id}`)).root.querySelector('input[name="_csrf"]');
  let token = (await own())?.getAttribute('value') ?? '';
  const open: string[] = [];
  for (const { method, pattern } of app.routes) {
    if (pattern === '/live' || pattern.startsWith('/api/')) continue;
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => (name === 'id' ? other.id : randomUUID()));
    const init = { method, body: new URLSearchParams({ _csrf: token }), headers: { 'sec-fetch-site': 'same-origin' } };
    const answer = await reader.fetch(path, method === 'POST' ? init : {});
    if (answer.status !== 404) open.push(`${method} ${pattern}`);
    if (!pattern.endsWith('/log-ud')) continue;
    reader = await house.signedIn(maja);
    token = (await own())?.getAttribute('value') ?? '';
  }
  const beyond = open.filter((one) => !GUESTS.places.has(one));
  assert.deepEqual(beyond, ['GET /']);
  assert.ok(!open.some((one) => one.includes('/samarbejder/:id')), 'another gathering is missing to them');
});

test('what a guest may come to are routes that there are', () => {
  const routes = new Set(app.routes.map(({ method, pattern }) => `${method} ${pattern}`));
  assert.deepEqual(
    [...GUESTS.places].filter((place) => !routes.has(place)),
    [],
  );
});

test('a guest who is taken out is nobody from that moment, and a code no longer finds them', async () => {
  const { house, maja, email, place, signe } = await hosted();
  const reader = await house.signedIn(maja);
  assert.equal((await reader.fetch(place)).status, 200);
  const host = await house.signedIn(signe);
  const guests = await host.get(`${place}/gaester`);
  assert.match((await guests.submit('Tag ud')).text, /Maja Friis kan ikke længere se/);
  const after = await reader.fetch(place);
  assert.equal(after.status, 303);
  assert.match(after.headers.get('location') ?? '', /log-ind/);
  await reader.post('/log-ind', { adresse: email, retur: '' });
  await post.work(house, jobs);
  assert.ok(!(await post.to(email)).some(({ subject }) => /\d{3} \d{3}/.test(subject)));
});

test('when the last day and the days of grace are over, the door is shut', async () => {
  const { house, maja, place, gathering } = await hosted();
  const reader = await house.signedIn(maja);
  house.clock.forward({ days: 2 });
  assert.match((await reader.get(place)).text, /Slut, kan stadig læses/);
  house.clock.forward({ days: 29 });
  assert.equal((await reader.fetch(place)).status, 200);
  house.clock.forward({ days: 1 });
  assert.equal((await reader.fetch(place)).status, 303);
  assert.equal(stageOf(gathering, house.tenant && (await house.tx(async (tx) => tx.today))), 'closed');
});

test('a guest without e-mail comes in by a card, and a new card ends the old one', async () => {
  const { house, municipality, gathering, signe, place } = await hosted();
  const guest = await house.tx((tx) => aGuest(tx, gathering, { name: 'Aksel Bro', organisationId: municipality }));
  const host = await house.signedIn(signe);
  const codes: string[] = [];
  for (const _ of [1, 2]) {
    const page = await host.get(`${place}/gaester`);
    const form = page.root
      .querySelectorAll('form')
      .find((one) => one.querySelector('button[aria-label="Print et kort til Aksel Bro"]'));
    const body = new URLSearchParams({ _csrf: form?.querySelector('input')?.getAttribute('value') ?? '' });
    const headers = { 'sec-fetch-site': 'same-origin' };
    const answer = await host.fetch(form?.getAttribute('action') ?? '', { method: 'POST', body, headers });
    assert.equal(answer.headers.get('content-type'), 'application/pdf');
    const { readPdf } = await import('../../platform/documents/pdf-reading.ts');
    const { text } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    codes.push(/[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(text)?.[0] ?? assert.fail(text));
  }
  const reader = house.visitor('10.1.0.2');
  const entry = await reader.get('/invitation');
  const old = await entry.submit('Kom ind', { kode: codes[0] ?? '' });
  assert.equal(old.status, 422);
  assert.match(old.text, /Den kode kender vi ikke/);
  const inside = await old.submit('Kom ind', { kode: (codes[1] ?? '').toLowerCase() });
  assert.match(inside.text, /Velkommen\. Du er nu inde\..*17\.00 Velkommen/);
  assert.ok(guest);
});

test('a card that is used in the very moment when its guest becomes finance lets nobody in', async () => {
  const { house, gathering, maja } = await hosted();
  const code = await house.tx(async (tx) => {
    const guest = await guestOf(tx, gathering.id, maja);
    return guest ? verbs.makeCard(tx, gathering.id, guest) : assert.fail('Maja is no guest');
  });
  const reader = house.visitor('10.1.0.6');
  const entry = await reader.get('/invitation');
  const coming = await house.tx(async (tx) => {
    const organisationId = (await ownOrganisation(tx)).id;
    const seat = { role: 'finance', organisationId, departmentId: null, from: tx.today, until: null } as const;
    assert.ok((await grantRole(tx, { personId: maja, ...seat })).ok);
    const entered = entry.submit('Kom ind', { kode: code });
    await sleep(500);
    return { entered };
  });
  assert.equal((await coming.entered).status, 422);
  assert.notEqual((await reader.fetch('/min-side/enheder')).status, 200);
});

test('a card is for a guest and nothing more: nobody prints one to sign in as finance, or keeps one until then', async () => {
  const { house, municipality, gathering, signe, maja, place } = await hosted();
  const email = post.newAddress();
  const code = await house.tx(async (tx) => {
    await aPerson(tx, { name: 'Lise Krogh', email, roles: ['finance'] });
    await aGuest(tx, gathering, { name: 'Lise Krogh', email, organisationId: municipality });
    const guest = await guestOf(tx, gathering.id, maja);
    return guest ? verbs.makeCard(tx, gathering.id, guest) : assert.fail('Maja is no guest');
  });
  const page = await (await house.signedIn(signe)).get(`${place}/gaester`);
  const form = page.root
    .querySelectorAll('form')
    .find((one) => one.querySelector('button[aria-label="Print et kort til Lise Krogh"]'));
  const asked = await page.reader.post(form?.getAttribute('action') ?? '', {
    _csrf: form?.querySelector('input')?.getAttribute('value') ?? '',
  });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Lise Krogh er mere end gæst her/);

  const [inside, byMail] = [house.visitor('10.1.0.4'), await house.signedIn(maja)];
  await (await inside.get('/invitation')).submit('Kom ind', { kode: code });
  const isIn = async (reader: typeof inside) => (await reader.fetch('/min-side/enheder')).status === 200;
  assert.ok(await isIn(inside));
  await house.tx(async (tx) => {
    const organisationId = (await ownOrganisation(tx)).id;
    const seat = { role: 'finance', organisationId, departmentId: null, from: tx.today, until: null } as const;
    assert.ok((await grantRole(tx, { personId: maja, ...seat })).ok);
  });
  assert.deepEqual([await isIn(inside), await isIn(byMail)], [false, true], 'the card’s device is out at once');
  const entry = await house.visitor('10.1.0.3').get('/invitation');
  const entered = await entry.submit('Kom ind', { kode: code });
  assert.equal(entered.status, 422);
  assert.match(entered.text, /Den kode kender vi ikke/);
});

test('the others see a name only when the guest says yes, and what one writes is signed', async () => {
  const { house, municipality, gathering, maja, place } = await hosted();
  const aksel = await house.tx((tx) =>
    aGuest(tx, gathering, { name: 'Aksel Bro', organisationId: municipality, part: 'observer' }),
  );
  const [she, he] = [await house.signedIn(maja), await house.signedIn(aksel)];
  assert.match((await he.get(place)).text, /En gæst fra Vesterby Kommune, deltager/);
  const asked = await she.get(place);
  assert.match((await asked.submit('Ja, vis mit navn')).text, /De andre kan se dit navn/);
  assert.match((await he.get(place)).text, /Maja Friis, deltager/);
  assert.equal(
    (
      await house.tx((tx) =>
        tx.sql.selectFrom('turn').select('id').where('closed_at', 'is', null).where('person_id', '=', maja).execute(),
      )
    ).length,
    0,
  );
  const wrote = await (await she.get(place)).submit('Skriv det', { words: 'Vi tager frø med.' });
  assert.match(wrote.text, /Maja Friis, Vesterby Kommune.*Vi tager frø med\./);
  const read = await he.get(place);
  assert.match(read.text, /Vi tager frø med\./);
  assert.throws(() => read.link('Slet'));
  assert.ok(
    !read.root.querySelectorAll('button').some((one) => one.text.includes('Skriv det')),
    'observers read along',
  );
});

test('a speaker lays a paper on the table, and nobody outside can fetch it', async () => {
  const { house, municipality, gathering, maja, place, signe } = await hosted();
  const speaker = await house.tx((tx) =>
    aGuest(tx, gathering, { name: 'Aksel Bro', organisationId: municipality, part: 'speaker' }),
  );
  const he = await house.signedIn(speaker);
  const pdf = new File([new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')], 'oplaeg.pdf');
  const laid = await (await he.get(place)).submit('Læg papiret her', { title: 'Oplæg om frø' });
  assert.match(laid.text, /Vælg en fil/);
  const page = await he.get(place);
  const token = page.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  const added = await he.post(`${place}/papirer`, { _csrf: token, title: 'Oplæg om frø', file: pdf } as never);
  const paper = added.link('Oplæg om frø');
  assert.equal((await (await house.signedIn(maja)).fetch(paper)).status, 200);
  const resident = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    return aPerson(tx, { name: 'Poul Kjær', lives: await aTenancy(tx, { departmentId }) });
  });
  assert.equal((await (await house.signedIn(resident)).fetch(paper)).status, 404);
  assert.equal((await house.visitor().fetch(paper)).status, 303);
  const host = await (await house.signedIn(signe)).get(place);
  await host.submit('Fjern');
  assert.equal((await (await house.signedIn(maja)).fetch(paper)).status, 404);
});

test('a speaker cannot fill the disk: a table holds so many papers and no more', async () => {
  const { house, municipality, gathering, place } = await hosted();
  const speaker = await house.tx(async (tx) => {
    const bytes = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
    for (let laid = 0; laid < 50; laid += 1) {
      await verbs.addPaper(tx, gathering.id, { title: `Papir ${laid}`, name: 'papir.pdf', bytes });
    }
    return aGuest(tx, gathering, { name: 'Aksel Bro', organisationId: municipality, part: 'speaker' });
  });
  const page = await (await house.signedIn(speaker)).get(place);
  const pdf = new File([new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')], 'oplaeg.pdf');
  const full = await page.submit('Læg papiret her', { title: 'Ét til', file: pdf });
  assert.equal(full.status, 422);
  assert.match(full.text, /Der ligger allerede 50 papirer/);
});

test('somebody who lives here and is invited keeps all they had', async () => {
  const { house, municipality, gathering, place } = await hosted();
  const email = post.newAddress();
  const poul = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const id = await aPerson(tx, { name: 'Poul Kjær', email, lives: await aTenancy(tx, { departmentId }) });
    await aGuest(tx, gathering, { name: 'En anden', email, organisationId: municipality });
    return id;
  });
  const reader = await house.signedIn(poul);
  assert.equal((await reader.fetch('/initiativer')).status, 200);
  assert.equal((await reader.fetch(place)).status, 200);
});

test('staff are not invited to their own, and nobody twice', async () => {
  const { house, signe, place, email } = await hosted();
  const own = post.newAddress();
  await house.tx((tx) => tx.sql.updateTable('person').set({ email: own }).where('id', '=', signe).execute());
  const page = await (await house.signedIn(signe)).get(`${place}/gaester`);
  const organisation = page.root.querySelectorAll('select[name=organisation] option')[1]?.getAttribute('value') ?? '';
  const asked = (name: string, address: string) => page.submit('Inviter', { name, email: address, organisation });
  assert.match((await asked('Signe', own)).text, /en af jeres egne ansatte/);
  assert.match((await asked('Maja', email)).text, /allerede med/);
  const wrong = await page.submit('Inviter', { name: 'Aksel', email: 'aksel@@', organisation: '' });
  assert.match(wrong.text, /navn@eksempel\.dk.*hvor gæsten kommer fra/);
});
