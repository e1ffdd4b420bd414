import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startDevBroker } from '../../dev/broker.ts';
import { openParties } from '../../platform/oidc/oidc.ts';
import { type House, testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import type { Reader } from '../../testing/reader.ts';
import { aPerson } from '../housing/seed.ts';
import { signinJobs } from './public.ts';

const broker = await startDevBroker({ broker: 'signaturgruppen' });
after(() => broker.close());
const { db, newHouse } = await testApp({ signIn: { sms: true, parties: openParties([broker.settings]) } });
const post = await testPost(db);

let devices = 0;
const visitor = (house: House): Reader => house.visitor(`10.3.${(++devices >> 8) & 255}.${devices & 255}`);
const isSignedIn = async (reader: Reader) => (await reader.fetch('/min-side/enheder')).status === 200;
const sessionOf = (house: House, reader: Reader) => reader.cookies().get(`grobund-${house.tenant.slug}`);

async function known(house: House) {
  const email = post.newAddress();
  return { email, id: await house.tx((tx) => aPerson(tx, { email })) };
}

async function enter(house: House, reader: Reader, email: string, _csrf = ''): Promise<void> {
  const page = await reader.post('/log-ind', { adresse: email, retur: '', _csrf });
  await post.work(house, signinJobs(post.ways));
  const code = /(\d{3}) (\d{3})/.exec((await post.to(email))[0]?.subject ?? '');
  const til = page.root.querySelector('input[name=til]')?.getAttribute('value') ?? '';
  await reader.post('/log-ind/kode', { til, kode: `${code?.[1]}${code?.[2]}`, _csrf });
}

test('a session that somebody planted in the browser is worth nothing after signing in', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const planted = 'planted-by-a-thief';
  const reader = visitor(house);
  reader.keep([`grobund-${house.tenant.slug}=${planted}; Path=/`]);
  await enter(house, reader, email);
  assert.ok(await isSignedIn(reader));
  assert.notEqual(sessionOf(house, reader), planted);
  const thief = visitor(house);
  thief.keep([`grobund-${house.tenant.slug}=${planted}; Path=/`]);
  assert.equal(await isSignedIn(thief), false);
});

test('who signs in anew on a device gets a new session, and the one before ends', async () => {
  const house = await newHouse();
  const [first, second] = [await known(house), await known(house)];
  const reader = visitor(house);
  await enter(house, reader, first.email);
  const before = sessionOf(house, reader) ?? '';
  const page = await reader.get('/min-side/enheder');
  await enter(house, reader, second.email, page.root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '');
  const old = visitor(house);
  old.keep([`grobund-${house.tenant.slug}=${before}; Path=/`]);
  assert.equal(await isSignedIn(old), false);
});

test('a journey that a thief began in their own browser cannot be ended in another’s, nor the secret planted there', async () => {
  const house = await newHouse();
  const thief = visitor(house);
  const begun = await thief.fetch('/log-ind/hos/mitid');
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const victim = visitor(house);
  const lured = await victim.get(`/log-ind/hos/mitid/retur?code=stolen&state=${state}`);
  assert.match(lured.text, /blev begyndt i en anden browser/);
  assert.equal(await isSignedIn(victim), false);
  const cookies = begun.headers.getSetCookie();
  assert.ok(cookies.length > 0 && cookies.every((line) => /HttpOnly; SameSite=Lax/.test(line)));
  const kept = await house.tx(({ sql }) => sql.selectFrom('sign_in_attempt').selectAll().execute());
  const secret = decodeURIComponent(/=([^;]+)/.exec(cookies[0] ?? '')?.[1] ?? '');
  assert.ok(secret.length > 40 && !JSON.stringify(kept).includes(secret), 'the database knows its hash alone');
});

test('what a broker’s way back carries opens no other site, and no code stays in an address', async () => {
  const house = await newHouse();
  for (const retur of ['https://ond.example', '//ond.example', '/\\ond.example', '/log-ud']) {
    const page = await visitor(house).get(`/log-ind?retur=${encodeURIComponent(retur)}`);
    const hrefs = page.root.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '');
    assert.ok(hrefs.every((href) => !decodeURIComponent(href).includes('ond.example')));
  }
  const back = await visitor(house).fetch('/log-ind/hos/mitid/retur?code=hemmelig&state=x');
  assert.equal(back.status, 303);
  assert.doesNotMatch(`${back.headers.get('location')} ${await back.text()}`, /hemmelig/);
});

test('asking for a code takes as long for a known address as for a stranger’s: nothing is looked up', async () => {
  const house = await newHouse();
  const asked = async (adresse: string) => {
    const before = performance.now();
    await visitor(house).fetch('/log-ind', { method: 'POST', body: new URLSearchParams({ adresse, retur: '' }) });
    return performance.now() - before;
  };
  await asked('warm@example.dk');
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < 30; i += 1) {
    const { email } = await known(house);
    times[0].push(await asked(email));
    times[1].push(await asked(`fremmed${i}@example.dk`));
  }
  const [one, other] = times.map((all) => all.toSorted((a, b) => a - b)[15] ?? 0) as [number, number];
  // A busy machine is noisy; a look-up that one of them alone had to wait for would show in the middle of thirty.
  assert.ok(Math.abs(one - other) < Math.max(one, other) * 0.5 + 2, `${one.toFixed(1)} ms and ${other.toFixed(1)} ms`);
});

test('a passkey nobody knows, one in bad shape, and one without a challenge are answered alike', async () => {
  const house = await newHouse();
  const answers: string[] = [];
  for (const svar of [
    '',
    'nej',
    '{}',
    '{"id":"YWJj","rawId":"YWJj","type":"public-key","response":{}}',
    '[1]',
    'null',
  ]) {
    const page = await visitor(house).post('/log-ind/noegle', { svar });
    assert.equal(page.status, 422);
    answers.push(page.text);
  }
  assert.equal(new Set(answers).size, 1);
});

test('nobody names, deletes or unties what is another’s', async () => {
  const house = await newHouse();
  const [owner, other] = [await known(house), await known(house)];
  const { passkey, identity } = await house.tx(async ({ sql, tenant, now }) => {
    const mine = { tenant_id: tenant.id, person_id: owner.id, added_at: now };
    const key = {
      credential_id: Buffer.from('k'),
      public_key: Buffer.from('p'),
      counter: 0,
      transports: [],
      name: 'Min',
    };
    const told = { way: 'mitid', issuer: 'i', subject: 's', level: 'substantial', last_used_at: now } as const;
    const one = await sql
      .insertInto('passkey')
      .values({ ...mine, ...key })
      .returning('id')
      .executeTakeFirstOrThrow();
    const two = await sql
      .insertInto('sign_in_identity')
      .values({ ...mine, ...told })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { passkey: one.id, identity: two.id };
  });
  const reader = await house.signedIn(other.id);
  const page = await reader.get('/min-side/veje');
  const csrf = page.root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  const tries = [
    [`/min-side/veje/noegle/${passkey}/navn`, { navn: 'Tyvens' }],
    [`/min-side/veje/noegle/${passkey}/slet`, {}],
    [`/min-side/veje/${identity}/fjern`, {}],
  ] as const;
  for (const [path, fields] of tries) {
    assert.equal((await reader.post(path, { ...fields, _csrf: csrf })).status, 404, path);
    assert.notEqual((await reader.post(path, fields)).status, 200, 'nor without the form');
  }
  const left = await house.tx(({ sql }) => sql.selectFrom('passkey').select('name').execute());
  assert.deepEqual(left, [{ name: 'Min' }]);
  const ties = await house.tx(({ sql }) => sql.selectFrom('sign_in_identity').select('way').execute());
  assert.deepEqual(ties, [{ way: 'mitid' }]);
});
