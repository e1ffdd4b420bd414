import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startDevBroker } from '../../dev/broker.ts';
import { openParties } from '../../platform/oidc/oidc.ts';
import { type House, testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import type { Page, Reader } from '../../testing/reader.ts';
import { vouch } from '../../testing/vouch.ts';
import { loadActor } from '../housing/public.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { issueHomeCode } from './commands/codes.ts';
import { decideOpenWays } from './commands/settings.ts';
import { signinJobs } from './public.ts';
import { OPEN_AT_FIRST } from './rules/ways.ts';

/** Real parties: an OpenID provider written by others, which speaks as each broker does. */
const signaturgruppen = await startDevBroker({ broker: 'signaturgruppen' });
const idura = await startDevBroker({ broker: 'idura' });
const entra = await startDevBroker({ broker: 'entra' });
const hasty = await startDevBroker({ broker: 'idura', codeSeconds: 1 });
const forged = await startDevBroker({ broker: 'idura', forged: true });
const gone = await startDevBroker({ broker: 'idura' });
await gone.close();
const brokers = { idura, hasty, forged, gone };
after(() => Promise.all([signaturgruppen, idura, entra, hasty, forged].map((broker) => broker.close())));

const parties = openParties([
  signaturgruppen.settings,
  { ...entra.settings, houses: ['at-entra'] },
  ...Object.entries(brokers).map(([house, { settings }]) => ({ ...settings, houses: [`at-${house}`] })),
]);
const { db, newHouse } = await testApp({ signIn: { sms: true, parties } });
const post = await testPost(db);

let devices = 0;
const visitor = (house: House): Reader => house.visitor(`10.2.0.${++devices & 255}`);
const isSignedIn = async (reader: Reader) => (await reader.fetch('/min-side/enheder')).status === 200;

const begin = async (reader: Reader, way = 'mitid', retur = '') =>
  (await reader.fetch(`/log-ind/hos/${way}?retur=${retur}`)).headers.get('location') ?? '';

/** The whole journey; answers the page that it ends at. */
async function journey(reader: Reader, sub: string, way = 'mitid'): Promise<Page> {
  return reader.get(await vouch(await begin(reader, way), sub));
}

async function known(house: House, wanted: Parameters<typeof aPerson>[1] = {}) {
  const email = post.newAddress();
  return { email, id: await house.tx((tx) => aPerson(tx, { email, ...wanted })) };
}

async function rolesOf(house: House, id: Awaited<ReturnType<typeof known>>['id']): Promise<string[]> {
  const actor = await house.tx((tx) => loadActor(tx, id));
  return actor?.kind === 'person' ? actor.grants.map((grant) => grant.role).sort() : [];
}

async function enterByCode(house: House, reader: Reader, email: string): Promise<Page> {
  const page = await reader.post('/log-ind', { adresse: email, retur: '/min-side' });
  await post.work(house, signinJobs(post.ways));
  const [mail] = await post.to(email);
  const code = /(\d{3}) (\d{3})/.exec(mail?.subject ?? '');
  const til = page.root.querySelector('input[name=til]')?.getAttribute('value') ?? '';
  return reader.post('/log-ind/kode', { til, kode: `${code?.[1]}${code?.[2]}` });
}

/** Somebody whose MitID (or work account) is known in the house. */
async function tied(house: House, sub: string, way = 'mitid', wanted: Parameters<typeof aPerson>[1] = {}) {
  const person = await known(house, wanted);
  const reader = await house.signedIn(person.id);
  const ask = await journey(reader, sub, way);
  await ask.submit(way === 'mitid' ? 'Knyt dit MitID' : 'Knyt din arbejdskonto', {});
  return { ...person, reader };
}

for (const slug of ['at-signaturgruppen', 'at-idura']) {
  test(`${slug}: a stranger's MitID opens nothing; after a code and a yes it does, and its owner is told`, async () => {
    const at = await newHouse({ slug });
    const { email } = await known(at, { name: 'Mette Lauridsen' });
    const reader = visitor(at);
    const stranger = await journey(reader, 'mette');
    assert.match(stranger.text, /Log ind én gang på en anden måde/);
    assert.doesNotMatch(stranger.text, /Lauridsen/, 'what the broker told is not shown');
    assert.equal(await isSignedIn(reader), false);

    const ask = await enterByCode(at, reader, email);
    assert.match(ask.text, /Skal dit MitID høre til den bruger\?/);
    const home = await ask.submit('Knyt dit MitID', {});
    assert.match(home.html, /Dit MitID er knyttet til dig her/);
    await post.work(at, signinJobs(post.ways));
    assert.match((await post.to(email))[0]?.text ?? '', /Et MitID er knyttet/);

    const another = visitor(at);
    const before = [...another.cookies()];
    await another.get(await vouch(await begin(another, 'mitid', '/min-side/veje'), 'mette'));
    assert.ok(await isSignedIn(another));
    assert.notDeepEqual([...another.cookies()], before);
    assert.match((await another.get('/min-side/veje')).text, /Knyttet/);
  });
}

test('somebody new comes by MitID and the letter to their home, and is asked whether the two belong together', async () => {
  const house = await newHouse();
  const home = await house.tx(async (tx) => aTenancy(tx, { departmentId: await aDepartment(tx) }));
  const [printed] = await house.tx((tx) => issueHomeCode(tx, home));
  const reader = visitor(house);
  const stranger = await journey(reader, 'poul');
  assert.ok(stranger.link('Brug koden fra et brev'));
  const ask = await reader.post('/log-ind/brev/navn', { kode: printed?.code ?? '', navn: 'Poul Munk', alder: 'ja' });
  assert.match(ask.text, /logget ind som Poul Munk\. Skal dit MitID høre til den bruger/);
  await ask.submit('Knyt dit MitID', {});
  const another = visitor(house);
  await journey(another, 'poul');
  assert.ok(await isSignedIn(another));
});

test('neither names nor CPR nor days of birth are kept of what a broker tells', async () => {
  const house = await newHouse();
  await tied(house, 'poul');
  const kept = await house.tx(({ sql }) => sql.selectFrom('sign_in_identity').selectAll().execute());
  assert.deepEqual(Object.keys(kept[0] ?? {}).sort(), [
    ...['added_at', 'id', 'issuer', 'last_used_at', 'level', 'on_paper', 'person_id', 'subject', 'tenant_id', 'way'],
  ]);
  assert.doesNotMatch(JSON.stringify(kept), /Munk|1949/);
});

test('a wrong state, a missing one, and a way back in another browser lead nowhere', async () => {
  const house = await newHouse();
  await tied(house, 'mette');
  const reader = visitor(house);
  const back = new URL(await vouch(await begin(reader), 'mette'));
  const wrong = new URL(back);
  wrong.searchParams.set('state', 'somebody-elses');
  const other = visitor(house);
  assert.match((await other.get(back.href)).text, /blev begyndt i en anden browser/);
  assert.match((await reader.get(wrong.href)).text, /Du er ikke logget ind/);
  assert.match((await reader.get(back.href)).text, /blev begyndt i en anden browser/, 'a journey ends once');
  const bare = visitor(house);
  await begin(bare);
  assert.match((await bare.get('/log-ind/hos/mitid/retur')).text, /Du er ikke logget ind/);
  for (const one of [reader, other, bare]) assert.equal(await isSignedIn(one), false);
});

test('a token that was asked for in another journey, or in none, is refused: its nonce is not ours', async () => {
  const house = await newHouse();
  await tied(house, 'mette');
  for (const nonce of ['of-another-journey', null]) {
    const reader = visitor(house);
    const asked = new URL(await begin(reader));
    if (nonce) asked.searchParams.set('nonce', nonce);
    else asked.searchParams.delete('nonce');
    assert.match((await reader.get(await vouch(asked.href, 'mette'))).text, /Du er ikke logget ind/);
    assert.equal(await isSignedIn(reader), false);
  }
});

test('a code is used once, also put into another journey', async () => {
  const house = await newHouse();
  await tied(house, 'mette');
  const owner = visitor(house);
  const back = new URL(await vouch(await begin(owner), 'mette'));
  const thief = visitor(house);
  const own = new URL(await begin(thief));
  const stolen = new URL(back);
  stolen.searchParams.set('state', own.searchParams.get('state') ?? '');
  assert.match((await thief.get(stolen.href)).text, /Du er ikke logget ind/, 'it was asked for with another secret');
  assert.equal(await isSignedIn(thief), false);

  const fresh = visitor(house);
  const once = await vouch(await begin(fresh), 'mette');
  await fresh.get(once);
  assert.ok(await isSignedIn(fresh));
  const again = visitor(house);
  const journeyOfIts = new URL(await begin(again));
  const replayed = new URL(once);
  replayed.searchParams.set('state', journeyOfIts.searchParams.get('state') ?? '');
  assert.match((await again.get(replayed.href)).text, /Du er ikke logget ind/);
  assert.equal(await isSignedIn(again), false);
});

test('too late is too late: ours after ten minutes, the broker’s own code when it says', async () => {
  const house = await newHouse();
  await tied(house, 'mette');
  const slow = visitor(house);
  const back = await vouch(await begin(slow), 'mette');
  house.clock.forward({ minutes: 11 });
  assert.match((await slow.get(back)).text, /Det tog for lang tid/);

  const impatient = await newHouse({ slug: 'at-hasty' });
  const reader = visitor(impatient);
  const late = await vouch(await begin(reader), 'mette');
  await new Promise((resolve) => setTimeout(resolve, 2100));
  assert.match((await reader.get(late)).text, /Du er ikke logget ind/);
});

test('MitID at too low a level, a token with a false signature, and somebody who stops are each refused', async () => {
  const house = await newHouse();
  assert.match((await journey(visitor(house), 'lav')).text, /på et højere niveau/);
  assert.match((await journey(visitor(house), '')).text, /Du stoppede, før du var færdig/);
  const between = await newHouse({ slug: 'at-forged' });
  assert.match((await journey(visitor(between), 'mette')).text, /Du er ikke logget ind\. Prøv igen/);
});

test('signed out everywhere is signed out everywhere, also where MitID led in', async () => {
  const house = await newHouse();
  const { reader: first, email } = await tied(house, 'mette');
  const [byCode, byMitid] = [visitor(house), visitor(house)];
  await enterByCode(house, byCode, email);
  await journey(byMitid, 'mette');
  const all = [first, byCode, byMitid];
  assert.deepEqual(await Promise.all(all.map(isSignedIn)), [true, true, true]);
  await (await byCode.get('/min-side/enheder')).submit('Log ud alle steder', {});
  assert.deepEqual(await Promise.all(all.map(isSignedIn)), [false, false, false]);
});

test('a broker that does not answer is said so, and the code is offered', async () => {
  const house = await newHouse({ slug: 'at-gone' });
  const page = await visitor(house).get('/log-ind/hos/mitid');
  assert.match(page.text, /kan ikke få fat i tjenesten/);
  assert.match(page.text, /Bed om en kode/);
});

test('somebody with a protected name is never shown the words that stand for it, and is protected here from then on', async () => {
  const house = await newHouse();
  const { id, reader } = await tied(house, 'beskyttet', 'mitid', { name: 'Rosa' });
  const pages = [(await journey(visitor(await newHouse()), 'beskyttet')).html, (await reader.get('/min-side')).html];
  for (const html of pages) assert.doesNotMatch(html, /beskyttet/i);
  const person = await house.tx(({ sql }) =>
    sql.selectFrom('person').select(['name', 'protected']).where('id', '=', id).executeTakeFirstOrThrow(),
  );
  assert.deepEqual(person, { name: 'Rosa', protected: true });
});

test('under 15 nobody comes in without a parent’s yes; at 16 they do', async () => {
  const house = await newHouse();
  assert.match((await journey(visitor(house), 'barn')).text, /under 15/);
  const { reader } = await tied(house, 'ung');
  assert.ok(await isSignedIn(reader));
  const again = visitor(house);
  await journey(again, 'ung');
  assert.ok(await isSignedIn(again));
  const claimed = await known(house, { name: 'Voksen Mand' });
  const adult = await house.signedIn(claimed.id);
  const ask = await journey(adult, 'barn');
  assert.match((await ask.submit('Knyt dit MitID', {})).text, /under 15/, 'nor as somebody older');
});

test('one MitID is one person’s: another cannot take it, and no one is tied without pressing', async () => {
  const house = await newHouse();
  await tied(house, 'mette');
  const other = await house.signedIn((await known(house)).id);
  assert.match((await journey(other, 'mette')).text, /hører allerede til en anden bruger/);
  const shy = await house.signedIn((await known(house)).id);
  const ask = await journey(shy, 'poul');
  await ask.submit('Nej, ikke nu', {});
  assert.doesNotMatch((await shy.get('/min-side/veje')).text, /Knyttet/);
  assert.match((await journey(visitor(house), 'poul')).text, /Log ind én gang på en anden måde/);
});

test('a work account gives the roles that its app roles mean here, and takes them away; others it leaves alone', async () => {
  const house = await newHouse({ slug: 'at-entra' });
  const { id } = await tied(house, 'karen', 'entra', { name: 'Karen Mose', roles: ['finance'] });
  const rolesNow = () => rolesOf(house, id);
  assert.deepEqual(await rolesNow(), ['finance', 'secretariat']);
  const reader = visitor(house);
  await journey(reader, 'karen', 'entra');
  assert.ok(await isSignedIn(reader));
  await (await reader.get('/min-side/veje')).submit('Fjern arbejdskontoen', {});
  assert.deepEqual(await rolesNow(), ['finance']);
  const temp = await tied(house, 'vikar', 'entra', { name: 'Otto Rask' });
  const actor = await house.tx((tx) => loadActor(tx, temp.id));
  assert.deepEqual(actor?.kind === 'person' && actor.grants, [], 'a work account alone gives nothing');
});

test('what the house has closed is not offered, and does not answer', async () => {
  const house = await newHouse();
  await tied(house, 'mette');
  const open = await visitor(house).get('/log-ind');
  assert.match(open.text, /Log ind med MitID/);
  await house.tx((tx) => decideOpenWays(tx, { ...OPEN_AT_FIRST, mitid: false, passkey: false }));
  const shut = await visitor(house).get('/log-ind');
  assert.doesNotMatch(shut.html, /MitID|adgangsnøgle/);
  assert.match((await visitor(house).get('/log-ind/hos/mitid')).text, /lukket her/);
  assert.equal((await visitor(house).fetch('/log-ind/noegle/begynd', { method: 'POST' })).status, 409);
});
