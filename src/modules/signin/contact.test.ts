import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type House, testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import type { Reader } from '../../testing/reader.ts';
import { personByContact, personById } from '../housing/public.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { issueHomeCode } from './commands/codes.ts';
import { signinJobs } from './public.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);

const work = (house: House) => post.work(house, signinJobs(post.ways));

async function resident(house: House, wanted: Parameters<typeof aPerson>[1] = {}) {
  const email = post.newAddress();
  const id = await house.tx((tx) => aPerson(tx, { name: 'Mette Holm', email, ...wanted }));
  return { id, email, reader: await house.signedIn(id), now: () => house.tx((tx) => personById(tx, id)) };
}

async function ask(reader: Reader, adresse: string) {
  return (await reader.get('/min-side/adresse')).submit('Send mig en kode', { adresse });
}

async function codeIn(address: string): Promise<string> {
  return ((await post.to(address))[0]?.subject ?? '').slice(0, 7);
}

test('a new e-mail counts when its code is entered and not before, and the old mailbox is told', async () => {
  const house = await newHouse();
  const { email, reader, now } = await resident(house);
  const fresh = post.newAddress();
  const page = await ask(reader, fresh);
  await work(house);
  assert.equal((await now())?.email, email);
  const wrong = await page.submit('Det er min adresse', { kode: '000 000' });
  assert.equal(wrong.status, 422);
  assert.equal((await now())?.email, email);
  const right = await wrong.submit('Det er min adresse', { kode: await codeIn(fresh) });
  assert.match(right.text, /Nu kan vi nå dig der/);
  assert.equal((await now())?.email, fresh);
  await work(house);
  assert.match((await post.to(email))[0]?.subject ?? '', /mailadresse er skiftet/);
});

test('the old mailbox is told also when staff write another address on a person', async () => {
  const house = await newHouse();
  const { id, email, now } = await resident(house, { roles: ['finance'] });
  const karen = await house.signedIn(
    await house.tx((tx) => aPerson(tx, { name: 'Karen Mose', roles: ['secretariat'] })),
  );
  const fresh = post.newAddress();
  await (await karen.get(`/personer/${id}/ret`)).submit('Gem', { name: 'Mette Ny' });
  await work(house);
  assert.deepEqual(await post.to(email), [], 'another name is no way in');
  await (await karen.get(`/personer/${id}/ret`)).submit('Gem', { email: fresh });
  assert.equal((await now())?.email, fresh);
  await work(house);
  assert.match((await post.to(email))[0]?.subject ?? '', /mailadresse er skiftet/);
});

test('nobody changes their e-mail or telephone by the form with name and language', async () => {
  const house = await newHouse();
  const { email, reader, now } = await resident(house);
  const token = (await reader.get('/min-side')).root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  await reader.post('/min-side/oplysninger', {
    _csrf: token,
    name: 'Mette Ny',
    email: 'stjaalet@example.dk',
    phone: '20304059',
  });
  assert.deepEqual([(await now())?.name, (await now())?.email, (await now())?.phone], ['Mette Ny', email, null]);
});

test('the answer is the same for an e-mail that somebody has and for a free one, and the owner’s is not to be had', async () => {
  const house = await newHouse();
  const { reader, now, email } = await resident(house);
  const owner = await resident(house, { name: 'Poul Kjær' });
  const free = post.newAddress();
  const shown: string[] = [];
  for (const address of [owner.email, free]) {
    const page = await ask(reader, address);
    await work(house);
    const guess = await page.submit('Det er min adresse', { kode: '000000' });
    shown.push([page.status, page.text, guess.status, guess.text].join(' ').replaceAll(address, ''));
  }
  assert.equal(shown[0], shown[1]);
  assert.equal((await post.to(owner.email)).length, 0);
  assert.equal((await now())?.email, email);
});

test('a code to an address that somebody else gets meanwhile changes nothing', async () => {
  const house = await newHouse();
  const { reader, now, email } = await resident(house);
  const wanted = post.newAddress();
  const page = await ask(reader, wanted);
  await work(house);
  await house.tx((tx) => aPerson(tx, { email: wanted }));
  assert.equal((await page.submit('Det er min adresse', { kode: await codeIn(wanted) })).status, 422);
  assert.equal((await now())?.email, email);
});

test('a telephone that somebody has gets no code, and still signs its owner in; a free one is proved by SMS', async () => {
  const house = await newHouse();
  const { id, reader, now } = await resident(house);
  const owner = await house.tx((tx) => aPerson(tx, { phone: '+4520304050' }));
  await ask(reader, '20 30 40 50');
  const page = await ask(reader, '20 30 40 51');
  await work(house);
  const sent = await house.tx((tx) => tx.sql.selectFrom('sms_log').select(['phone', 'body']).execute());
  assert.deepEqual(
    sent.map((sms) => sms.phone),
    ['+4520304051'],
  );
  assert.equal((await house.tx((tx) => personByContact(tx, { phone: '+4520304050' })))?.id, owner);
  await page.submit('Det er min adresse', { kode: sent[0]?.body.slice(0, 7) ?? '' });
  assert.equal((await now())?.phone, '+4520304051');
  assert.equal((await house.tx((tx) => personByContact(tx, { phone: '+4520304051' })))?.id, id);
});

test('a person asks for five codes an hour, and guesses five times in a quarter', async () => {
  const house = await newHouse();
  const { reader, now, email } = await resident(house);
  const wanted = post.newAddress();
  let page = await ask(reader, wanted);
  await work(house);
  for (let tried = 0; tried < 5; tried += 1) page = await page.submit('Det er min adresse', { kode: '000000' });
  page = await page.submit('Det er min adresse', { kode: await codeIn(wanted) });
  assert.match(page.text, /gættet for mange gange/);
  assert.equal((await now())?.email, email);
  const statuses: number[] = [];
  for (let asked = 0; asked < 5; asked += 1) {
    statuses.push((await ask(reader, post.newAddress())).status);
  }
  assert.deepEqual(statuses, [200, 200, 200, 200, 422]);
  house.clock.forward({ hours: 1 });
  assert.equal((await ask(reader, wanted)).status, 200);
});

test('an address from a letter sign-up belongs to nobody until its code comes back, so its owner can still take it', async () => {
  const house = await newHouse();
  const wanted = post.newAddress();
  const letter = await house.tx(async (tx) => {
    const home = await aTenancy(tx, { departmentId: await aDepartment(tx) });
    return (await issueHomeCode(tx, home))[0]?.code ?? '';
  });
  const reader = house.visitor('10.9.0.1');
  const household = { kode: letter, navn: 'Bo Lund', alder: 'ja', email: wanted, telefon: '20304052' };
  const page = await reader.post('/log-ind/brev/navn', household);
  await work(house);
  const holder = (contact: { email: string } | { phone: string }) =>
    house.tx(async (tx) => (await personByContact(tx, contact))?.name ?? null);
  assert.deepEqual([await holder({ email: wanted }), await holder({ phone: '+4520304052' })], [null, null]);
  const next = await page.submit('Det er min adresse', { kode: await codeIn(wanted) });
  assert.match(next.text, /20 30 40 52/);
  assert.equal(await holder({ email: wanted }), 'Bo Lund');
  const [sms] = await house.tx((tx) => tx.sql.selectFrom('sms_log').select('body').execute());
  await next.submit('Det er min adresse', { kode: sms?.body.slice(0, 7) ?? '' });
  assert.equal(await holder({ phone: '+4520304052' }), 'Bo Lund');
});
