import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailBucket, withinRate } from '../../platform/web/rate.ts';
import { type House, testApp } from '../../testing/app.ts';
import { codeByMail, isSignedIn, newcomers } from '../../testing/codes.ts';
import { testPost } from '../../testing/post.ts';
import type { Reader } from '../../testing/reader.ts';
import { aPerson } from '../housing/seed.ts';
import { signinJobs } from './public.ts';
import { GUESSES_A_DAY, GUESSES_IN_ALL } from './rules.ts';

const { db, app, another, newHouse } = await testApp();
const post = await testPost(db);

const visitor = newcomers();
const work = (house: House) => post.work(house, signinJobs(post.ways));
const codeFor = (...asked: [house: House, reader: Reader, email: string, retur?: string]) => codeByMail(post, ...asked);
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

async function known(house: House, wanted: Parameters<typeof aPerson>[1] = {}) {
  const email = post.newAddress();
  return { email, id: await house.tx((tx) => aPerson(tx, { email, ...wanted })) };
}

test('who guesses gets five tries, also with 20 at once from 20 devices and two processes', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const { code, til } = await codeFor(house, visitor(house), email);
  const processes = [app, another()];
  const guesses = Array.from({ length: 20 }, (_, at) =>
    visitor(house)
      .at(processes[at % 2] ?? app)
      .post('/log-ind/kode', { til, kode: wrongOf(code) }),
  );
  const answers = await Promise.all(guesses);
  assert.ok(answers.every((answer) => answer.status === 422));
  assert.equal(answers.filter((answer) => answer.text.includes('passer ikke')).length, 5);
  const honest = visitor(house);
  const late = await honest.post('/log-ind/kode', { til, kode: code });
  assert.equal(late.status, 422);
  assert.equal(await isSignedIn(honest), false, 'the right code comes too late');
});

test('who guesses, and asks for new codes, takes nothing from a code on the page that asked for it', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const resident = visitor(house);
  const own = await codeFor(house, resident, email);
  for (let asked = 0; asked < 5; asked += 1) {
    const attacker = visitor(house);
    const { til } = await codeFor(house, attacker, email);
    for (let tried = 0; tried < 6; tried += 1) await attacker.post('/log-ind/kode', { til, kode: wrongOf(own.code) });
  }
  await resident.post('/log-ind/kode', { til: own.til, kode: own.code });
  assert.ok(await isSignedIn(resident));
});

test('five wrong guesses leave the link in the mail alone', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const { til, code, link } = await codeFor(house, visitor(house), email);
  for (let tried = 0; tried < 6; tried += 1) await visitor(house).post('/log-ind/kode', { til, kode: wrongOf(code) });
  const resident = visitor(house);
  await resident.post(link, {});
  assert.ok(await isSignedIn(resident));
});

test('who asks when others have used up the mails signs in with the newest code, and sees the same page', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  let newest = await codeFor(house, visitor(house), email);
  const shown = newest.page.text;
  for (let asked = 0; asked < 4; asked += 1) newest = await codeFor(house, visitor(house), email);
  const resident = visitor(house);
  const late = await codeFor(house, resident, email);
  assert.equal(late.page.text, shown);
  await resident.post('/log-ind/kode', { til: late.til, kode: newest.code });
  assert.ok(await isSignedIn(resident));
});

test('signing in ends every other code and link of the person', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const older = await codeFor(house, visitor(house), email);
  const newer = await codeFor(house, visitor(house), email);
  await visitor(house).post(newer.link, {});
  const thief = visitor(house);
  await thief.post(older.link, {});
  await thief.post('/log-ind/kode', { til: older.til, kode: older.code });
  assert.equal(await isSignedIn(thief), false);
});

test('a stranger cannot tell whether a code has been used', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const { til, code } = await codeFor(house, visitor(house), email);
  await visitor(house).post('/log-ind/kode', { til, kode: code });
  const stranger = post.newAddress();
  await codeFor(house, visitor(house), stranger);
  const told = async (address: string) => {
    const answers: string[] = [];
    for (let tried = 0; tried < 7; tried += 1) {
      const answer = await visitor(house).post('/log-ind/kode', { adresse: address, kode: wrongOf(code) });
      answers.push(answer.text.replaceAll(address, ''));
    }
    return answers;
  };
  assert.deepEqual(await told(email), await told(stranger));
  assert.match((await visitor(house).post('/log-ind/kode', { til, kode: code })).text, /gættet for mange gange/);
});

test('the count of tries tells a guesser nothing, also where no more codes are sent', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const told: string[] = [];
  for (const address of [email, post.newAddress()]) {
    const guess = async () =>
      (await visitor(house).post('/log-ind/kode', { adresse: address, kode: '000000' })).text.replaceAll(address, '');
    for (let asked = 0; asked < 5; asked += 1) await visitor(house).post('/log-ind', { adresse: address });
    await work(house);
    for (let tried = 0; tried < 5; tried += 1) await guess();
    await visitor(house).post('/log-ind', { adresse: address });
    await work(house);
    told.push(await guess());
  }
  assert.match(told[0] ?? '', /gættet for mange gange/);
  assert.equal(told[0], told[1]);
});

test('asking twenty times at once, of two processes, sends no more than five mails either', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const processes = [app, another()];
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      visitor(house)
        .at(processes[at % 2] ?? app)
        .post('/log-ind', { adresse: email }),
    ),
  );
  await work(house);
  assert.equal((await post.to(email)).length, 5);
});

test('after fifty wrong guesses in a day no code is taken until the next; the link is, and the message brings it alone', async () => {
  const house = await newHouse();
  const { email } = await known(house);
  const guessAll = async (adresse: string) => {
    for (let tried = 3; tried < GUESSES_A_DAY.times; tried += 1) {
      await house.tx((tx) => withinRate(tx, mailBucket('signin guesses', adresse), GUESSES_A_DAY));
    }
    const attacker = visitor(house);
    const { til, code } = await codeFor(house, attacker, adresse);
    const answers: boolean[] = [];
    for (let tried = 0; tried < 4; tried += 1) {
      const { text } = await attacker.post('/log-ind/kode', { til, kode: wrongOf(code || '0') });
      answers.push(text.includes('gættet forkert mange gange i dag'));
    }
    return answers;
  };
  assert.deepEqual(await guessAll(email), [false, false, false, true]);
  assert.deepEqual(
    await guessAll('ukendt.hos.os@example.dk'),
    [false, false, false, true],
    'of nobody the same is said',
  );

  const resident = visitor(house);
  const late = await codeFor(house, resident, email);
  assert.equal(late.mail?.subject, 'Log ind med ét tryk');
  assert.doesNotMatch(late.mail?.text ?? '', /\d{3} \d{3}/);
  await resident.post(late.link, {});
  assert.ok(await isSignedIn(resident), 'nobody is shut out by who guesses');

  house.clock.forward({ days: 1 });
  const next = visitor(house);
  const { til, code } = await codeFor(house, next, email);
  await next.post('/log-ind/kode', { til, kode: code });
  assert.ok(await isSignedIn(next));
});

test('who guesses a little at each of many addresses is stopped with them all; links are taken', async () => {
  const house = await newHouse();
  const [one, other] = [await known(house), await known(house)];
  const guess = async ({ email }: { readonly email: string }) => {
    const attacker = visitor(house);
    const { til, code } = await codeFor(house, attacker, email);
    const { text } = await attacker.post('/log-ind/kode', { til, kode: wrongOf(code || '0') });
    return text.includes('gættet forkert mange gange i dag');
  };
  assert.equal(await guess(one), false);
  const before = { bucket: 'signin guesses in all', hits: 1 };
  const counts = () => house.tx((tx) => tx.sql.selectFrom('rate_limit').select(['bucket', 'hits']).execute());
  assert.deepEqual(
    (await counts()).filter(({ bucket }) => bucket === before.bucket),
    [before],
  );
  await house.tx((tx) =>
    tx.sql
      .updateTable('rate_limit')
      .set({ hits: GUESSES_IN_ALL.times - 1 })
      .where('bucket', '=', before.bucket)
      .execute(),
  );
  assert.deepEqual(
    [await guess(one), await guess(other), await guess({ email: post.newAddress() })],
    [false, true, true],
  );
  const resident = visitor(house);
  const { link } = await codeFor(house, resident, other.email);
  await resident.post(link, {});
  assert.ok(await isSignedIn(resident), 'nobody is shut out by who guesses');
});
