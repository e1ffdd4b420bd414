import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, beforeEach, test } from 'node:test';
import { CONNECTIONS } from '../../connections.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { NEWS } from '../../news.ts';
import { settleTenant } from '../../platform/db/tenants.ts';
import { drainJobs } from '../../platform/jobs/drain.ts';
import { record } from '../../platform/journal/journal.ts';
import { workOf } from '../../schedule.ts';
import { type House, testApp } from '../../testing/app.ts';
import { aPerson } from '../housing/seed.ts';
import { actingAs, anInitiative } from '../initiatives/seed.ts';
import { renewSecret } from './commands/webhooks.ts';
import { offeredKinds } from './rules/events.ts';
import { nextTry } from './rules/webhooks.ts';
import { aWebhook } from './seed.ts';
import { webhookById } from './store/webhooks.ts';
import { kindsText } from './text/kinds.ts';

const { db, newHouse } = await testApp({ loopbackToo: true });

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const got: Got[] = [];
let status = 200;
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (piece) => {
    body += String(piece);
  });
  request.on('end', () => {
    got.push({ headers: request.headers, body });
    response.writeHead(status, { location: `http://127.0.0.1:${port}/another` }).end();
  });
});
await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
const { port } = receiver.address() as AddressInfo;
after(() => receiver.close());
beforeEach(() => {
  got.length = 0;
  status = 200;
});

const url = `http://127.0.0.1:${port}/krog`;
const told = () => got.map(({ body }) => (JSON.parse(body) as { data: { subject: { id: string } } }).data.subject.id);

async function lived() {
  const house = await newHouse();
  const karen = await house.tx((tx) => aPerson(tx, { name: 'Karen Mose', roles: ['secretariat'], email: 'k@x.dk' }));
  const hook = (wanted: Parameters<typeof aWebhook>[1] = {}) =>
    house.tx(async (tx) => aWebhook(await actingAs(tx, karen), { url, ...wanted }));
  return { house, karen, hook };
}

const { kinds } = workOf({ mail: null, sms: null }, NEWS, { loopbackToo: true });
const work = (house: House) =>
  drainJobs({
    database: db,
    kinds,
    clock: house.clock,
    originOf: () => 'http://grobund.test',
  });

const signed = ({ headers, body }: Got, secret: Uint8Array) =>
  `v1,${createHmac('sha256', secret).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`;

test('what happens is told, signed, in order, with codes and ids and no person', async () => {
  const { house, karen, hook } = await lived();
  await house.tx((tx) => anInitiative(tx, { title: 'Før' }));
  const { secret } = await hook();
  const made: string[] = [];
  for (let one = 0; one < 22; one += 1) {
    made.push(await house.tx((tx) => anInitiative(tx, { title: `Suppe ${one}`, status: 'under_way', by: karen })));
  }
  await work(house);
  assert.deepEqual(told(), made, 'those before it came are not told, and none twice');
  const [first] = got;
  assert.ok(first);
  assert.equal(first.headers['webhook-signature'], signed(first, secret));
  assert.equal(Number(first.headers['webhook-timestamp']), Math.floor(house.clock.now().getTime() / 1000));
  assert.equal(new Set(got.map(({ headers }) => headers['webhook-id'])).size, 22);
  const { type, data } = JSON.parse(first.body) as { type: string; data: Record<string, unknown> };
  assert.equal(type, 'initiative.created');
  assert.deepEqual(Object.keys(data), ['id', 'subject', 'initiativeId', 'facts']);
  for (const { body } of got) assert.ok(!body.includes(karen) && !body.includes('Suppe'), body);
});

test('what is not taken waits in its place and comes again with the same id, later and later', async () => {
  const { house, hook } = await lived();
  const { id } = await hook();
  const made = [await house.tx((tx) => anInitiative(tx)), await house.tx((tx) => anInitiative(tx))];
  status = 500;
  await work(house);
  assert.deepEqual(told(), [made[0]]);
  await work(house);
  // Something new does not hurry it.
  made.push(await house.tx((tx) => anInitiative(tx)));
  await work(house);
  assert.equal(got.length, 1);
  house.clock.forward({ minutes: 1 });
  await work(house);
  assert.equal(got.length, 2);
  status = 200;
  house.clock.forward({ minutes: 2 });
  await work(house);
  assert.deepEqual(told(), [made[0], made[0], ...made]);
  assert.equal(got[0]?.headers['webhook-id'], got[2]?.headers['webhook-id']);
  const webhook = await house.tx((tx) => webhookById(tx, id));
  assert.deepEqual([webhook?.tries, webhook?.failingSince, webhook?.busyUntil], [0, null, null]);
});

test('the waits double from half a minute to six hours', () => {
  const now = new Date('2026-05-03T10:00:00Z');
  const waits = [1, 2, 3, 10, 11, 50].map((tries) => (nextTry(tries, now).getTime() - now.getTime()) / 1000);
  assert.deepEqual(waits, [30, 60, 120, 15_360, 21_600, 21_600]);
});

test('after five days of silence it stops, the secretariat hears of it, and starting again tells what was missed', async () => {
  const { house, karen, hook } = await lived();
  const { id } = await hook();
  const made = [await house.tx((tx) => anInitiative(tx))];
  status = 503;
  while (!(await house.tx((tx) => webhookById(tx, id)))?.paused) {
    await work(house);
    house.clock.forward({ hours: 6 });
  }
  const stopped = got.length;
  assert.ok(stopped > 15 && stopped < 25, String(stopped));
  assert.equal((await house.tx((tx) => webhookById(tx, id)))?.paused, 'failing');
  made.push(await house.tx((tx) => anInitiative(tx)));
  await work(house);
  assert.equal(got.length, stopped);
  const office = await house.signedIn(karen);
  assert.match((await office.get('/din-tur')).text, /har ikke svaret i fem dage/);
  got.length = 0;
  status = 200;
  await (await office.get(`/forbindelser/beskeder/${id}`)).submit('Start igen');
  await work(house);
  assert.deepEqual(told(), made);
  assert.doesNotMatch((await office.get('/din-tur')).text, /fem dage/);
});

test('one that says it wants no more is believed, and a redirect is not followed', async () => {
  const { house, hook } = await lived();
  const { id } = await hook();
  await house.tx((tx) => anInitiative(tx));
  status = 302;
  await work(house);
  assert.equal(got.length, 1);
  house.clock.forward({ minutes: 1 });
  status = 410;
  await work(house);
  assert.equal((await house.tx((tx) => webhookById(tx, id)))?.paused, 'gone');
});

test('a new secret signs at once, and the old one beside it for a day', async () => {
  const { house, karen, hook } = await lived();
  const { id, secret: old } = await hook();
  const fresh = await house.tx(async (tx) => renewSecret(await actingAs(tx, karen), id));
  assert.ok(fresh);
  const signatures = async () => {
    got.length = 0;
    await house.tx((tx) => anInitiative(tx));
    await work(house);
    const [one] = got;
    assert.ok(one);
    const all = String(one.headers['webhook-signature']).split(' ');
    return [fresh, old].map((secret) => all.includes(signed(one, secret)));
  };
  assert.deepEqual(await signatures(), [true, true]);
  house.clock.forward({ hours: 23 });
  assert.deepEqual(await signatures(), [true, true]);
  house.clock.forward({ hours: 2 });
  assert.deepEqual(await signatures(), [true, false]);
});

test('whoever was out with messages and never came back is waited for, and then nothing is left out', async () => {
  const { house, hook } = await lived();
  const { id } = await hook();
  const made = await house.tx((tx) => anInitiative(tx));
  await house.tx(async (tx) => {
    const send = kinds.find(({ name }) => name === 'connections.send');
    assert.ok(send && 'prepare' in send && (await send.prepare(tx, { webhook: id })), 'taken, and then the power went');
  });
  await work(house);
  assert.deepEqual(told(), []);
  house.clock.forward({ minutes: 4 });
  await work(house);
  assert.deepEqual(told(), [made]);
});

test('a house tells of itself alone, whatever happens in another, and nobody else’s words', async () => {
  const [mine, theirs] = [await lived(), await lived()];
  await mine.hook();
  const own = await mine.house.tx((tx) => anInitiative(tx, { title: 'Vores' }));
  const foreign = await theirs.house.tx((tx) => anInitiative(tx, { title: 'qzfremmed' }));
  await theirs.hook();
  await work(mine.house);
  await work(theirs.house);
  assert.deepEqual(told(), [own]);
  for (const { headers, body } of got) {
    const all = JSON.stringify(headers) + body;
    for (const word of [foreign, 'qzfremmed', theirs.house.tenant.id, theirs.house.tenant.slug])
      assert.ok(!all.includes(word));
  }
});

test('nothing is told of people: not what happens to them, and not who did it', async () => {
  const { house, karen, hook } = await lived();
  await hook();
  await house.as(SYSTEM, async (tx) => {
    record(tx, { kind: 'fund.committed', subject: { kind: 'person', id: karen }, facts: { amount: 100 } });
    record(tx, {
      kind: 'fund.committed',
      subject: { kind: 'fund_application', id: karen.replace(/^./, 'f') },
      facts: { by: karen, amount: 100 },
    });
  });
  await work(house);
  assert.equal(got.length, 1);
  assert.ok(!got[0]?.body.includes(karen));
  assert.match(got[0]?.body ?? '', /"facts":\{"amount":100\}/);
});

test('the page makes one, shows the secret once, tries it, and sends one event again', async () => {
  const { house, karen } = await lived();
  const office = await house.signedIn(karen);
  const form = await office.get('/forbindelser/beskeder/ny');
  const wrong = await form.submit('Begynd at sende', { name: 'Økonomi', url: 'ftp://x.dk', 'fund[]': [] });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /der begynder med https/);
  assert.match(wrong.text, /Vælg mindst én ting/);
  const inner = await wrong.submit('Begynd at sende', {
    url: 'https://192.168.1.4/',
    'initiative[]': ['initiative.created'],
  });
  assert.match(inner.text, /lukket net/);
  const made = await inner.submit('Begynd at sende', { url, 'idea[]': [], 'initiative[]': ['initiative.created'] });
  const [, written = ''] = /whsec_([\w+/=]+)/.exec(made.text) ?? [];
  const secret = Buffer.from(written, 'base64');
  assert.equal(secret.length, 32);
  const page = await made.follow('Jeg har gemt den');
  assert.ok(!page.html.includes(written));
  await page.submit('Send en prøve');
  await house.tx((tx) => anInitiative(tx));
  await work(house);
  assert.equal(got.length, 2);
  for (const one of got) assert.equal(one.headers['webhook-signature'], signed(one, secret));
  const log = await office.get(page.path);
  assert.match(log.text, /Prøve.*Modtaget \(200\)|Modtaget \(200\).*Prøve/);
  await log.submit('Send igen');
  await work(house);
  assert.equal(got.length, 3);
  assert.ok(got.slice(0, 2).some(({ headers }) => headers['webhook-id'] === got[2]?.headers['webhook-id']));
  const gone = await (await office.get(page.path)).submit('Slet');
  assert.match(gone.text, /I sender ingen beskeder/);
  assert.equal((await office.get(page.path)).status, 404);
});

test('a house has so many webhooks and no more: each costs a request for everything that happens', async () => {
  const { house, karen, hook } = await lived();
  for (let made = 0; made < 20; made += 1) await hook();
  const form = await (await house.signedIn(karen)).get('/forbindelser/beskeder/ny');
  const refused = await form.submit('Begynd at sende', { name: 'Én til', url, 'initiative[]': ['initiative.created'] });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /I har allerede 20 systemer/);
});

test('whatever a system may hear of has its words in both languages, and people read no code', async () => {
  const offered = offeredKinds(CONNECTIONS.kinds);
  for (const language of ['da', 'en'] as const) {
    assert.deepEqual(Object.keys(kindsText(language).kinds).sort(), offered, 'each kind and no other');
  }
  const { house, karen, hook } = await lived();
  const { id } = await hook();
  const reader = await house.signedIn(karen);
  for (const path of [`/forbindelser/beskeder/${id}`, `/forbindelser/beskeder/${id}/ret`]) {
    const { html } = await reader.get(path);
    assert.match(html, /En ansøgning fik ja/, path);
    assert.doesNotMatch(html.replaceAll(/<[^>]*>/g, ' '), /fund\.committed/, path);
  }
});

test('in a house to practise in nothing is sent, and the page says so in the place of offering a trial', async () => {
  const { house, karen, hook } = await lived();
  const { id } = await hook();
  const reader = await house.signedIn(karen);
  await (await reader.get(`/forbindelser/beskeder/${id}`)).submit('Send en prøve');
  await settleTenant(db, house.tenant.id, { practice: true });
  await work(house);
  assert.deepEqual(got, []);
  const { text } = await reader.get(`/forbindelser/beskeder/${id}`);
  assert.match(text, /Her i Øvehuset sendes intet ud/);
  assert.doesNotMatch(text, /Send en prøve/);
});
