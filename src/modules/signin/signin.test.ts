import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VISITOR } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { type MailCarrier, MailNotTaken } from '../../platform/mail/mail.ts';
import { webTidyJob } from '../../platform/web/tidy.ts';
import { type House, SITE, testApp } from '../../testing/app.ts';
import { codeByMail, isSignedIn, newcomers } from '../../testing/codes.ts';
import { testPost } from '../../testing/post.ts';
import type { Reader } from '../../testing/reader.ts';
import { aPerson } from '../housing/seed.ts';
import { signinJobs } from './public.ts';
import { JOBS, readReturn } from './rules.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);

const visitor = newcomers();
const work = (house: House) => post.work(house, signinJobs(post.ways));
const codeFor = (...asked: [house: House, reader: Reader, email: string, retur?: string]) => codeByMail(post, ...asked);

async function known(house: House, wanted: Parameters<typeof aPerson>[1] = {}) {
  const email = post.newAddress();
  return { email, id: await house.tx((tx) => aPerson(tx, { email, ...wanted })) };
}

test('a resident signs in with the code from the mail, and comes where they were going', async () => {
  const house = await newHouse();
  const { email } = await known(house, { name: 'Poul Kjær' });
  const reader = visitor(house);
  const { page, code, til, mail } = await codeFor(house, reader, email.toUpperCase(), '/min-side/enheder?side=2');
  assert.match(page.text, /Hvis vi kender/);
  assert.match(mail?.text ?? '', /Hej Poul/);
  const answer = await reader.fetch('/log-ind/kode', {
    method: 'POST',
    body: new URLSearchParams({ til, kode: code }),
  });
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), `/${house.tenant.slug}/min-side/enheder?side=2`);
  assert.ok(await isSignedIn(reader));
});

test('the code also works on another device, with the address', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const { code } = await codeFor(house, visitor(house), email);
  const library = visitor(house);
  await library.post('/log-ind/kode', { adresse: email, kode: `${code.slice(0, 3)} ${code.slice(3)}` });
  assert.ok(await isSignedIn(library));
});

test('a code is used once', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const { code, til, link } = await codeFor(house, visitor(house), email);
  await visitor(house).post('/log-ind/kode', { til, kode: code });
  const second = visitor(house);
  assert.equal((await second.post('/log-ind/kode', { til, kode: code })).status, 422);
  assert.equal((await second.post(link, {})).status, 422, 'nor does its link work any more');
  assert.equal(await isSignedIn(second), false);
});

test('opening the link changes nothing, so a mail scanner cannot use it up; the button signs in, once', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const { link } = await codeFor(house, visitor(house), email);
  const scanner = visitor(house);
  for (let i = 0; i < 3; i++) assert.equal((await scanner.get(link)).status, 200);
  assert.equal(await isSignedIn(scanner), false);
  const readers = Array.from({ length: 8 }, () => visitor(house));
  await Promise.all(readers.map((reader) => reader.post(link, {})));
  const signedIn = await Promise.all(readers.map(isSignedIn));
  assert.equal(signedIn.filter(Boolean).length, 1);
});

test('no code and no link holds after 15 minutes', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const reader = visitor(house);
  const { til, code, link } = await codeFor(house, reader, email);
  house.clock.forward({ minutes: 16 });
  assert.match((await reader.post('/log-ind/kode', { til, kode: code })).text, /virker ikke mere/);
  assert.match((await reader.post(link, {})).text, /virker ikke mere/);
  assert.equal(await isSignedIn(reader), false);
});

test('a code of one tenant never works in another, though the same person lives in both', async () => {
  const [here, there] = [await newHouse(), await newHouse()];
  const { email } = await known(here);
  await there.tx((tx) => aPerson(tx, { email }));
  const { code, til, link } = await codeFor(here, visitor(here), email);
  const stranger = visitor(there);
  await stranger.post('/log-ind/kode', { til, kode: code });
  await stranger.post('/log-ind/kode', { adresse: email, kode: code });
  await stranger.post(link, {});
  assert.equal(await isSignedIn(stranger), false);
});

test('the answer is the same for known and unknown addresses: status, headers and page', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const stranger = post.newAddress();
  const asks = async (address: string) => {
    const reader = visitor(house);
    const answer = await reader.fetch('/log-ind', { method: 'POST', body: new URLSearchParams({ adresse: address }) });
    await work(house);
    const location = answer.headers.get('location') ?? '';
    const til = new URL(location, SITE).searchParams.get('til') ?? '';
    const hide = (text: string) => text.replaceAll(address, 'ADRESSE').replaceAll(til, 'ID');
    const seen: unknown[] = [answer.status, ...headersOf(answer).map(hide)];
    const page = await reader.fetch(location);
    seen.push(page.status, ...headersOf(page).map(hide), hide(await page.text()));
    for (let i = 0; i < 7; i++) {
      const body = new URLSearchParams({ til, kode: '000001' });
      const tried = await reader.fetch('/log-ind/kode', { method: 'POST', body });
      seen.push(tried.status, ...headersOf(tried).map(hide), hide(await tried.text()));
    }
    return seen;
  };
  const [forKnown, forStranger] = [await asks(email), await asks(stranger)];
  assert.deepEqual(forStranger, forKnown);
});

function headersOf(answer: Response): string[] {
  const varying = ['x-request-id', 'date', 'etag', 'content-length'];
  return [...answer.headers]
    .filter(([name]) => !varying.includes(name))
    .map((pair) => pair.join(': '))
    .sort();
}

test('a stranger’s address is told once a day that nobody has it, and never gets a code', async () => {
  const house = await newHouse();
  const email = post.newAddress();
  for (let i = 0; i < 3; i++) await codeFor(house, visitor(house), email);
  const mails = await post.to(email);
  assert.equal(mails.length, 1);
  assert.match(mails[0]?.subject ?? '', /Vi kender ikke denne adresse/);
  assert.doesNotMatch(mails[0]?.text ?? '', /link\//);
  house.clock.forward({ hours: 25 });
  await codeFor(house, visitor(house), email);
  assert.equal((await post.to(email)).length, 2);
});

test('nobody’s mailbox can be flooded: five codes in a quarter of an hour', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  for (let i = 0; i < 9; i++) await codeFor(house, visitor(house), email);
  assert.equal((await post.to(email)).length, 5);
});

test('a telephone number gets its code by SMS', async () => {
  const house = await newHouse();
  await house.tx((tx) => aPerson(tx, { phone: '+4520304050' }));
  const reader = visitor(house);
  await reader.post('/log-ind', { adresse: '20 30 40 50' });
  await work(house);
  const [sms] = await house.tx((tx) => tx.sql.selectFrom('sms_log').selectAll().execute());
  const code = sms?.body.slice(0, 7) ?? '';
  await reader.post('/log-ind/kode', { adresse: '20304050', kode: code });
  assert.ok(await isSignedIn(reader));
});

test('where no SMS can be sent, the code comes by mail to who has a mailbox', async () => {
  const house = await newHouse();
  const { email } = await known(house, { phone: '+4520304051' });
  const reader = visitor(house);
  await reader.post('/log-ind', { adresse: '20304051' });
  await post.work(house, signinJobs({ ...post.ways, sms: null }));
  const code = (await post.to(email))[0]?.subject.slice(0, 7) ?? '';
  await reader.post('/log-ind/kode', { adresse: '20304051', kode: code });
  assert.ok(await isSignedIn(reader));
});

test('the code itself lies nowhere in the database', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const { code, link } = await codeFor(house, visitor(house), email);
  const { rows } = await db.pool.query('select s::text as row from sign_in_code s where tenant_id = $1', [
    house.tenant.id,
  ]);
  const { rows: jobs } = await db.pool.query('select j::text as row from pgboss.job_common j');
  assert.equal(rows.length, 1);
  for (const { row } of [...rows, ...jobs]) {
    assert.ok(!row.includes(`"${code}"`) && !row.includes(link.slice(-43)));
  }
});

test('after signing in one never leaves the site', () => {
  for (const bad of [
    '//evil.dk',
    '/\\evil.dk',
    'https://evil.dk',
    '/log-ind',
    '/log-ud',
    '/log-ind/kode',
    'x',
    '',
    '/a\r\nb',
    '/a b',
  ]) {
    assert.equal(readReturn(bad), null, bad);
  }
  assert.equal(readReturn('/initiativer/1?side=2'), '/initiativer/1?side=2');
  assert.equal(readReturn('/log-indtryk'), '/log-indtryk');
});

test('what is of no more use is deleted: old codes, quiet sessions', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const reader = visitor(house);
  const { code, til } = await codeFor(house, reader, email);
  await reader.post('/log-ind/kode', { til, kode: code });
  const left = async () => {
    await house.tx((tx) => enqueue(tx, JOBS.tidy, {}));
    await house.tx((tx) => enqueue(tx, webTidyJob, {}));
    await post.work(house, [...signinJobs(post.ways), webTidyJob]);
    return house.tx(async (tx) => ({
      codes: (await tx.sql.selectFrom('sign_in_code').select('id').execute()).length,
      sessions: (await tx.sql.selectFrom('session').select('person_id').execute()).length,
    }));
  };
  assert.deepEqual(await left(), { codes: 1, sessions: 1 });
  house.clock.forward({ days: 2 });
  assert.deepEqual(await left(), { codes: 0, sessions: 1 });
  house.clock.forward({ days: 31 });
  assert.deepEqual(await left(), { codes: 0, sessions: 0 });
});

test('a code whose mail could not be handed over comes with the next try, and a new one holds', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  let closed = true;
  const mail: MailCarrier = {
    send: (one) => (closed ? Promise.reject(new MailNotTaken('unreachable', false)) : post.ways.mail.send(one)),
    close: () => undefined,
  };
  const reader = visitor(house);
  const page = await reader.post('/log-ind', { adresse: email, retur: '' });
  await assert.rejects(post.work(house, signinJobs({ ...post.ways, mail })), MailNotTaken);
  closed = false;
  await post.work(house, signinJobs({ ...post.ways, mail }), { retries: true });
  const [got, ...more] = await post.to(email);
  assert.equal(more.length, 0);
  const kode = /(\d{3}) (\d{3})/.exec(got?.subject ?? '');
  const til = page.root.querySelector('input[name=til]')?.getAttribute('value') ?? '';
  await reader.post('/log-ind/kode', { til, kode: `${kode?.[1]}${kode?.[2]}` });
  assert.equal(await isSignedIn(reader), true);
});

test('a wish that is rolled back sends nothing', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const { askForCode } = await import('./commands/asking.ts');
  await assert.rejects(
    house.as(VISITOR, async (tx) => {
      await askForCode(tx, { channel: 'mail', address: email, language: 'da', returnPath: null, bySms: false });
      throw new Error('lost');
    }),
  );
  await work(house);
  assert.equal((await post.to(email)).length, 0);
  const id = '00000000-0000-7000-8000-000000000000' as Id<'sign_in_code'>;
  await house.tx((tx) => enqueue(tx, JOBS.send, { code: id }));
  await work(house);
});
