import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type House, testApp } from '../../../testing/app.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import type { Workshop } from './rules/workshop.ts';
import { aWorkshop, confirmAll, setTables } from './seed.ts';
import { answersOf } from './store/answers.ts';

const { db, newHouse } = await testApp();

/** A house with a workshop of one table, and its link. */
async function held() {
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const workshop = await aWorkshop(tx);
    const [table] = await setTables(tx, workshop, [null]);
    return { signe, workshop, table: table ?? assert.fail() };
  });
  return { house, ...made, link: `/w/${made.workshop.code}` };
}

const answered = (house: House, workshop: Workshop) =>
  house.tx(async (tx) => Object.fromEntries((await answersOf(tx, workshop.id)).map((one) => [one.field, one.answer])));

test('a table answers on a telephone, and can change its mind; the numbers are those of the last time', async () => {
  const { house, workshop, link } = await held();
  const phone = house.visitor();
  const table = await phone.get(`${link}/bord/1`);
  const theme = await table.follow('Samarbejde med andre');
  const done = await theme.submit('Gem svarene', {
    'b-samarbejde.kommune': 'V',
    'b-samarbejde.other1': 'X',
    'w-samarbejde.other1': 'Med kirken',
  });
  assert.match(done.text, /Jeres svar er gemt/);
  const again = await done.follow('Samarbejde med andre');
  assert.equal(again.root.querySelector('input[name="w-samarbejde.other1"]')?.getAttribute('value'), 'Med kirken');
  await again.submit('Gem svarene', { 'b-samarbejde.kommune': 'X' });
  assert.equal((await answered(house, workshop))['samarbejde.kommune'], 'X');
});

test('what those who run the workshop have confirmed cannot be changed by the link', async () => {
  const { house, signe, workshop, table, link } = await held();
  const open = await house.visitor().get(`${link}/bord/1/1`);
  const host = (await house.tx((tx) => loadActor(tx, signe))) ?? assert.fail();
  await house.as(host, (tx) => confirmAll(tx, workshop, [{ table, page: 0, said: [] }]));
  const late = await open.submit('Gem svarene', { 'b-rammer.haver': 'V', 'w-rammer.note1': 'Vi vil noget andet' });
  assert.equal(late.status, 422);
  assert.match(late.text, /Værten har bekræftet jeres svar her/);
  assert.match(late.text, /Vi vil noget andet/, 'what was typed is kept');
  assert.equal((await answered(house, workshop))['rammer.haver'], 'empty');
  const page = await house.visitor().get(`${link}/bord/1/1`);
  assert.match(page.text, /sig det til værten/);
  assert.equal(page.root.querySelector('input[name="b-rammer.haver"]'), null);
});

test('ten pictures at once, HEIC too, hold no connection while they are made clean', async () => {
  const { house, link } = await held();
  const heic = await readFile(new URL('../../../engines/sheet/fixtures/placemat.heic', import.meta.url));
  const photos = Array.from({ length: 10 }, (_, nth) => {
    return new File([new Uint8Array(heic), new Uint8Array(nth)], `IMG_${nth}.heic`);
  });
  const page = await house.visitor('10.2.0.2').get(link);
  const sent = Promise.all(photos.map((photo) => page.submit('Send', { photos: photo })));
  const begun = performance.now();
  let done = false;
  void sent.then(() => {
    done = true;
  });
  let seen = 0;
  while (!done) {
    await new Promise((wait) => setTimeout(wait, 40));
    const { rows } = await db.pool.query<{ held: number }>(
      `select count(*)::int as held from pg_stat_activity
       where datname = current_database() and state = 'idle in transaction' and state_change < now() - interval '150 ms'`,
    );
    seen = Math.max(seen, rows[0]?.held ?? 0);
  }
  assert.ok(performance.now() - begun > 500, 'they took their time');
  assert.equal(seen, 0, 'none waits in a transaction');
  for (const { text } of await sent) assert.match(text, /Billedet bliver læst nu/);
});

test('after its last day the link takes nothing more, and a wrong code is no workshop', async () => {
  const { house, link, workshop } = await held();
  const visitor = house.visitor();
  const typed = await (await visitor.get('/w')).submit('Kom ind', {
    kode: `${workshop.code.slice(0, 4)} ${workshop.code.slice(4)}`,
  });
  assert.ok(typed.path.endsWith(link));
  assert.match(
    (await (await visitor.get('/w')).submit('Kom ind', { kode: '2222 2222' })).text,
    /Den kode kender vi ikke/,
  );
  house.clock.forward({ days: 15 });
  assert.match((await visitor.get(link)).text, /linket tager ikke imod mere/);
  assert.equal((await visitor.fetch(`${link}/layout`)).status, 404);
});
