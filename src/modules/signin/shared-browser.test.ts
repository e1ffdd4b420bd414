import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startDevBroker } from '../../dev/broker.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { openParties } from '../../platform/oidc/oidc.ts';
import { sessionCookie } from '../../platform/web/session.ts';
import { type House, testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import type { Page, Reader } from '../../testing/reader.ts';
import { vouch } from '../../testing/vouch.ts';
import { loadActor } from '../housing/public.ts';
import { aPerson } from '../housing/seed.ts';
import { decideOpenWays } from './commands/settings.ts';
import { signinJobs } from './public.ts';
import { OPEN_AT_FIRST } from './rules/ways.ts';
import { JOBS } from './rules.ts';

const signaturgruppen = await startDevBroker({ broker: 'signaturgruppen' });
const entra = await startDevBroker({ broker: 'entra' });
after(() => Promise.all([signaturgruppen, entra].map((broker) => broker.close())));
const parties = openParties([
  signaturgruppen.settings,
  { ...entra.settings, houses: ['at-office'] },
  { ...entra.settings, houses: null },
]);
const { db, newHouse } = await testApp({ signIn: { sms: true, parties } });
const post = await testPost(db);

let devices = 0;
const visitor = (house: House): Reader => house.visitor(`10.4.0.${++devices & 255}`);

/** The whole journey to a broker and back. */
async function journey(reader: Reader, sub: string, way = 'mitid'): Promise<Page> {
  const away = (await reader.fetch(`/log-ind/hos/${way}`)).headers.get('location') ?? '';
  return reader.get(await vouch(away, sub));
}

async function known(house: House, wanted: Parameters<typeof aPerson>[1] = {}) {
  const email = post.newAddress();
  return { email, id: await house.tx((tx) => aPerson(tx, { email, ...wanted })) };
}

async function enterByCode(house: House, reader: Reader, email: string): Promise<Page> {
  const page = await reader.post('/log-ind', { adresse: email, retur: '/min-side' });
  await post.work(house, signinJobs(post.ways));
  const [mail] = await post.to(email);
  const code = /(\d{3}) (\d{3})/.exec(mail?.subject ?? '');
  const til = page.root.querySelector('input[name=til]')?.getAttribute('value') ?? '';
  return reader.post('/log-ind/kode', { til, kode: `${code?.[1]}${code?.[2]}` });
}

/** Somebody whose work account is known in the house. */
async function tied(house: House, sub: string, wanted: Parameters<typeof aPerson>[1] = {}) {
  const person = await known(house, wanted);
  const reader = await house.signedIn(person.id);
  const ask = await journey(reader, sub, 'entra');
  await ask.submit('Knyt din arbejdskonto', {});
  return { ...person, reader };
}

async function rolesOf(house: House, id: Awaited<ReturnType<typeof known>>['id']): Promise<string[]> {
  const actor = await house.tx((tx) => loadActor(tx, id));
  return actor?.kind === 'person' ? actor.grants.map((grant) => grant.role).sort() : [];
}

/** What happens once a day. */
async function tidied(house: House): Promise<void> {
  await house.tx((tx) => enqueue(tx, JOBS.tidy, {}));
  await post.work(house, signinJobs(post.ways));
}

/** What a form of this browser's must carry. */
async function tokenOf(reader: Reader): Promise<string> {
  return (await reader.get('/min-side/enheder')).root.querySelector('[name=_csrf]')?.getAttribute('value') ?? '';
}

test('a directory gives its roles in its own house, and in no other', async () => {
  const other = await newHouse({ slug: 'at-anybody' });
  const { id } = await tied(other, 'karen', { name: 'Karen Mose' });
  const actor = await other.tx((tx) => loadActor(tx, id));
  assert.deepEqual(actor?.kind === 'person' && actor.grants, []);
});

test('roles from a work account end when it is not used for as long as the house says, and come back with it', async () => {
  const house = await newHouse({ slug: 'at-office' });
  const { id, email } = await tied(house, 'karen', { name: 'Karen Mose', roles: ['finance'] });
  await house.tx((tx) => decideOpenWays(tx, { ...OPEN_AT_FIRST, directoryDays: 10 }));
  const roles = () => rolesOf(house, id);
  house.clock.forward({ days: 9 });
  await tidied(house);
  assert.deepEqual(await roles(), ['finance', 'secretariat']);
  await journey(visitor(house), 'karen', 'entra');
  house.clock.forward({ days: 9 });
  await tidied(house);
  assert.deepEqual(await roles(), ['finance', 'secretariat'], 'the days are counted from the last time');
  house.clock.forward({ days: 2 });
  await tidied(house);
  assert.deepEqual(await roles(), ['finance'], 'what people gave is left alone');
  await tidied(house);
  await post.work(house, signinJobs(post.ways));
  const told = (await post.to(email)).filter(({ subject }) => subject === 'Log ind med din arbejdskonto igen');
  assert.equal(told.length, 1);
  assert.match(told[0]?.text ?? '', /i 10 dage/);
  await journey(visitor(house), 'karen', 'entra');
  assert.deepEqual(await roles(), ['finance', 'secretariat']);
});

test('who is about to connect a MitID hears whether its name is theirs, and never what it is', async () => {
  const house = await newHouse();
  const asked = async (name: string, sub: string) =>
    journey(await house.signedIn((await known(house, { name })).id), sub);
  assert.match((await asked('Mette Lauridsen', 'mette')).text, /Navnet hos MitID passer med dit/);
  assert.match((await asked('Poul', 'poul')).text, /passer med dit/, 'who is known by a first name');
  const shared = await asked('Mette Holm', 'mette');
  assert.match(shared.text, /Navnet hos MitID er et andet .+ sig nej/);
  assert.doesNotMatch(shared.html, /Lauridsen/);
  assert.match((await asked('Rosa Bech', 'beskyttet')).text, /kan ikke se, hvis MitID det er/);
  const kept = await house.tx(({ sql }) => sql.selectFrom('sign_in_attempt').select('held').execute());
  assert.equal(kept.length, 4);
  assert.doesNotMatch(JSON.stringify(kept.map(({ held }) => held.names)), /mette|lauridsen|munk/i);
});

test('a MitID that waits in a shared browser is gone after five minutes, after signing out, and when asked to', async () => {
  const house = await newHouse();
  const waits = () =>
    house.tx(async ({ sql }) => (await sql.selectFrom('sign_in_attempt').select('id').execute()).length);
  const { email } = await known(house);
  const late = visitor(house);
  await journey(late, 'poul');
  house.clock.forward({ minutes: 6 });
  assert.doesNotMatch((await enterByCode(house, late, email)).text, /Skal dit MitID/);
  await tidied(house);

  const leaving = visitor(house);
  await (await journey(leaving, 'poul')).submit('Glem mit MitID her', {});
  assert.equal(await waits(), 0);
  assert.doesNotMatch((await enterByCode(house, leaving, email)).text, /Skal dit MitID/);

  const shared = visitor(house);
  await journey(shared, 'poul');
  const ask = await enterByCode(house, shared, email);
  assert.match(ask.text, /Skal dit MitID/);
  await (await shared.get('/min-side/enheder')).submit('Log ud her', {});
  assert.equal(await waits(), 0);
});

test('a MitID that one person was asked about in this browser is not offered to the next', async () => {
  const house = await newHouse();
  const [first, second] = [await known(house), await known(house)];
  const browser = visitor(house);
  await journey(browser, 'poul');
  assert.match((await enterByCode(house, browser, first.email)).text, /Skal dit MitID/);
  // Their session has ended elsewhere, or by itself: nobody pressed anything here.
  browser.keep([`${sessionCookie(house.tenant.slug)}=; Max-Age=0`]);
  assert.doesNotMatch((await enterByCode(house, browser, second.email)).text, /Skal dit MitID/);
  const page = await browser.post('/log-ind/hos/mitid/knyt', { svar: 'ja', retur: '', _csrf: await tokenOf(browser) });
  assert.match(page.text, /Prøv igen/);
  assert.doesNotMatch((await browser.get('/min-side/veje')).text, /Knyttet/);
});
