import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SmsNotTaken } from '../../platform/sms/gateway.ts';
import type { Sms, SmsCarrier } from '../../platform/sms/sms.ts';
import { mailBucket, withinRate } from '../../platform/web/rate.ts';
import { type House, testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import type { Reader } from '../../testing/reader.ts';
import { aPerson } from '../housing/seed.ts';
import { decideOpenWays } from './commands/settings.ts';
import { signinJobs } from './public.ts';
import { OPEN_AT_FIRST } from './rules/ways.ts';
import { GUESSES_A_DAY } from './rules.ts';
import { smsPartsToday } from './store/settings.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);

let devices = 0;
const visitor = (house: House): Reader => house.visitor(`10.1.0.${++devices & 255}`);
let phones = 20_300_000;
const newPhone = () => `+45${++phones}`;

/** A gateway at the end of the line: what it was given, and nothing in our own books. */
function gateway() {
  const sent: Sms[] = [];
  const carrier: SmsCarrier = {
    async send(sms) {
      sent.push(sms);
      return async () => undefined;
    },
  };
  return { sent, work: (house: House) => post.work(house, signinJobs({ ...post.ways, sms: carrier })) };
}

async function known(house: House, channel: 'mail' | 'sms') {
  const [email, phone] = [post.newAddress(), newPhone()];
  await house.tx((tx) => aPerson(tx, { email, phone, preference: { channel } }));
  return { email, phone };
}

const ask = (house: House, adresse: string, som = '') => visitor(house).post('/log-ind', { adresse, retur: '', som });
const codeIn = (sms: Sms | undefined) => /(\d{3}) (\d{3})/.exec(sms?.text ?? '');

test('who types their number gets the code by SMS, worth something for as long as the code holds', async () => {
  const house = await newHouse();
  const { phone } = await known(house, 'mail');
  const line = gateway();
  const reader = visitor(house);
  const page = await reader.post('/log-ind', { adresse: phone, retur: '' });
  await line.work(house);
  const [sms] = line.sent;
  assert.deepEqual([line.sent.length, sms?.to, sms?.minutes], [1, phone, 15]);
  const code = codeIn(sms);
  const til = page.root.querySelector('input[name=til]')?.getAttribute('value') ?? '';
  await reader.post('/log-ind/kode', { til, kode: `${code?.[1]}${code?.[2]}` });
  assert.equal((await reader.fetch('/min-side/enheder')).status, 200);
});

test('who typed an e-mail can have the code by SMS, if they have said yes to SMS; else it comes by mail', async () => {
  const house = await newHouse();
  const [yes, no] = [await known(house, 'sms'), await known(house, 'mail')];
  const line = gateway();
  await ask(house, yes.email, 'sms');
  await ask(house, no.email, 'sms');
  await line.work(house);
  assert.deepEqual(
    line.sent.map((sms) => sms.to),
    [yes.phone],
  );
  assert.equal((await post.to(yes.email)).length, 0);
  assert.equal((await post.to(no.email)).length, 1);
});

test('known and unknown addresses get the same page with the same offer of an SMS, and a stranger no SMS', async () => {
  const house = await newHouse();
  const { email } = await known(house, 'sms');
  const line = gateway();
  const bare = async (adresse: string) =>
    (await ask(house, adresse, 'sms')).html
      .replaceAll(adresse, 'X')
      .replace(/name="til" value="[^"]+"/, '')
      .replaceAll(/til=[\w-]+/g, '');
  assert.equal(await bare(email), await bare('ukendt.hos.os@example.dk'));
  await ask(house, newPhone());
  await line.work(house);
  assert.equal(line.sent.length, 1);
});

test('codes by SMS stop at the limit of the house, also two at once; then they go by mail, and the journal says so once', async () => {
  const house = await newHouse();
  await house.tx((tx) => decideOpenWays(tx, { ...OPEN_AT_FIRST, smsADay: 2 }));
  const people = await Promise.all(Array.from({ length: 4 }, () => known(house, 'mail')));
  const line = gateway();
  for (const { phone } of people) await ask(house, phone);
  await Promise.all([line.work(house), line.work(house)]);
  assert.equal(line.sent.length, 2);
  assert.equal(await house.tx(smsPartsToday), 2);
  const mails = await Promise.all(people.map(({ email }) => post.to(email)));
  assert.equal(mails.flat().length, 2);
  const told = await house.tx(({ sql }) =>
    sql.selectFrom('journal_entry').select('seq').where('kind', '=', 'signin.sms_limit_reached').execute(),
  );
  assert.equal(told.length, 1);
});

test('where the house has closed SMS, the code goes by mail, and no SMS is offered', async () => {
  const house = await newHouse();
  await house.tx((tx) => decideOpenWays(tx, { ...OPEN_AT_FIRST, sms: false }));
  const { email, phone } = await known(house, 'sms');
  const line = gateway();
  assert.doesNotMatch((await ask(house, email)).text, /SMS/);
  await ask(house, phone);
  await line.work(house);
  assert.equal(line.sent.length, 0);
  assert.equal((await post.to(email)).length, 2);
});

test('a gateway that does not know our key keeps the code waiting; a number that gets none is let go', async () => {
  const house = await newHouse();
  const { phone } = await known(house, 'sms');
  const refusing = (code: SmsNotTaken['code']): SmsCarrier => ({ send: () => Promise.reject(new SmsNotTaken(code)) });
  await ask(house, phone);
  const at = (code: SmsNotTaken['code']) => signinJobs({ ...post.ways, sms: refusing(code) });
  await assert.rejects(post.work(house, at('account')), SmsNotTaken);
  await post.work(house, at('refused'), { retries: true });
});

test('one number is sent eight codes a day and no more, and who asks is told the same of any number', async () => {
  const house = await newHouse();
  const { phone } = await known(house, 'mail');
  const line = gateway();
  const told = async (number: string) => {
    const answers = [];
    for (let asked = 0; asked < 10; asked += 1) {
      answers.push(/mange SMS’er til det nummer i dag/.test((await ask(house, number)).text));
      await line.work(house);
      house.clock.forward({ minutes: 6 });
    }
    return answers;
  };
  const answers = await told(phone);
  assert.deepEqual(answers, [...Array(8).fill(false), true, true]);
  assert.equal(line.sent.length, 8);
  assert.deepEqual(await told(newPhone()), answers, 'a stranger’s number is answered alike');
  assert.equal(line.sent.length, 8);
  house.clock.forward({ days: 1 });
  await ask(house, phone);
  await line.work(house);
  assert.equal(line.sent.length, 9);
});

test('by an e-mail too, no more than eight SMS a day reach one number; then the code goes by mail', async () => {
  const house = await newHouse();
  const { email } = await known(house, 'sms');
  const line = gateway();
  for (let asked = 0; asked < 10; asked += 1) {
    await ask(house, email, 'sms');
    await line.work(house);
    house.clock.forward({ minutes: 6 });
  }
  assert.deepEqual([line.sent.length, (await post.to(email)).length], [8, 2]);
});

test('one device asks for forty SMS a day, to however many numbers, and keeps nobody else from theirs', async () => {
  const house = await newHouse();
  const greedy = house.visitor('10.1.9.9');
  let refusals = 0;
  for (let asked = 0; asked < 42; asked += 1) {
    const page = await greedy.post('/log-ind', { adresse: newPhone(), retur: '' });
    if (/mange SMS’er herfra i dag/.test(page.text)) refusals += 1;
    // The limit of a quarter of an hour is another.
    if (asked === 28) house.clock.forward({ minutes: 16 });
  }
  assert.equal(refusals, 2);
  assert.doesNotMatch((await ask(house, newPhone())).text, /SMS’er/);
  assert.doesNotMatch((await greedy.post('/log-ind', { adresse: post.newAddress(), retur: '' })).text, /SMS’er/);
});

test('when the day’s SMS of the house are used up, who typed a number is told so, and keeps what they typed', async () => {
  const house = await newHouse();
  await house.tx((tx) => decideOpenWays(tx, { ...OPEN_AT_FIRST, smsADay: 1 }));
  const { phone } = await known(house, 'mail');
  const line = gateway();
  await ask(house, phone);
  await line.work(house);
  const page = await ask(house, phone);
  assert.match(page.text, /kan ikke sende flere SMS’er i dag/);
  assert.equal(page.root.querySelector('[name=adresse]')?.getAttribute('value'), phone);
});

test('when codes are guessed, an SMS brings a link that fits, and no code', async () => {
  const house = await newHouse();
  const { phone } = await known(house, 'mail');
  for (let tried = 0; tried < 50; tried += 1) {
    await house.tx((tx) => withinRate(tx, mailBucket('signin guesses', phone), GUESSES_A_DAY));
  }
  const line = gateway();
  await ask(house, phone);
  await line.work(house);
  const link = /\/log-ind\/link\/[\w-]+$/.exec(line.sent[0]?.text ?? '')?.[0] ?? '';
  assert.equal(codeIn(line.sent[0]), null);
  assert.ok((line.sent[0]?.text.length ?? 999) <= 300);
  const reader = visitor(house);
  await reader.post(link, {});
  assert.equal((await reader.fetch('/min-side/enheder')).status, 200);
});
