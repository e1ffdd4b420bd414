import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEWS } from '../../news.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { workOf } from '../../schedule.ts';
import { type House, testApp } from '../../testing/app.ts';
import { codeByMail, isSignedIn, newcomers } from '../../testing/codes.ts';
import { testPost } from '../../testing/post.ts';
import type { Page, Reader } from '../../testing/reader.ts';
import { aPerson } from '../housing/seed.ts';
import { PRIVACY_JOBS } from './public.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const visitor = newcomers();
const { kinds } = workOf(post.ways, NEWS);
const PHONE = '+4531123456';

/** A page without what is drawn anew each time and what was typed. */
const bare = ({ html, status }: Page, typed: string) =>
  [status, html.replaceAll(typed, '…').replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '…')] as const;

const code = (page: Page) => page.root.querySelector('input[name=til]')?.getAttribute('value') ?? '';

/** Mette has asked to be forgotten, and her last night is come: a code and a link lie unused in her mailbox. */
async function lastNight() {
  const house = await newHouse();
  const email = post.newAddress();
  const id = await house.tx((tx) => aPerson(tx, { name: 'Mette Holm', email, phone: PHONE }));
  const her = await house.signedIn(id);
  await (await her.get('/min-side/data')).submit('Slet mig', { sure: 'ja' });
  await post.work(house, kinds);
  house.clock.forward({ days: 14 });
  const device = visitor(house);
  const unused = await codeByMail(post, house, device, email);
  assert.match(unused.code, /^\d{6}$/);
  return { house, email, her, device, unused, open: await her.get('/min-side/data') };
}

async function night(house: House): Promise<void> {
  await house.tx((tx) => enqueue(tx, PRIVACY_JOBS.retention, {}));
  await post.work(house, kinds);
}

test('who was forgotten is a stranger to every code, link, device and open page of before', async () => {
  const { house, email, her, device, unused, open } = await lastNight();
  await night(house);
  const attempts: (() => Promise<Page>)[] = [
    () => device.post('/log-ind/kode', { til: unused.til, kode: unused.code }),
    () => visitor(house).post('/log-ind/kode', { adresse: email, kode: unused.code }),
    () => device.post(unused.link, {}),
  ];
  for (const attempt of attempts) assert.equal((await attempt()).status, 422);
  assert.equal(await isSignedIn(device), false);
  assert.equal(await isSignedIn(her), false, 'the device that was signed in');
  const undone = await open.submit('Fortryd');
  assert.match(undone.text, /Log ind/, 'the page left open, where it could be taken back');
  assert.doesNotMatch(undone.text, /Mette/);
  const { rows } = await db.pool.query('select from session where tenant_id = $1', [house.tenant.id]);
  assert.equal(rows.length, 0);
});

test('who was forgotten and asks for a code gets the page, the mail and the silence that a stranger gets', async () => {
  const { house, email } = await lastNight();
  await night(house);
  const stranger = post.newAddress();
  const ask = async (reader: Reader, adresse: string) => reader.post('/log-ind', { adresse, retur: '' });
  const [asHer, asNobody] = [visitor(house), visitor(house)];
  const pages = [await ask(asHer, email), await ask(asNobody, stranger)] as const;
  assert.deepEqual(bare(pages[0], email), bare(pages[1], stranger));
  const guesses = [
    await asHer.post('/log-ind/kode', { til: code(pages[0]), kode: '123456' }),
    await asNobody.post('/log-ind/kode', { til: code(pages[1]), kode: '123456' }),
  ] as const;
  assert.deepEqual(bare(guesses[0], email), bare(guesses[1], stranger));
  await post.work(house, kinds);
  const [[hers], [nobodys]] = [await post.to(email), await post.to(stranger)];
  assert.equal(hers?.subject, nobodys?.subject);
  assert.doesNotMatch(`${hers?.subject}${hers?.text}`, /Mette|\d{3} \d{3}/);
  const numbers = [await ask(visitor(house), PHONE), await ask(visitor(house), '+4531999999')] as const;
  assert.deepEqual(bare(numbers[0], PHONE), bare(numbers[1], '+4531999999'));
  await post.work(house, kinds);
  const { rows } = await db.pool.query(
    `select from sign_in_code where tenant_id = $1 and (person_id is not null or code_hash is not null)`,
    [house.tenant.id],
  );
  assert.equal(rows.length, 0, 'no code was made for either');
});
