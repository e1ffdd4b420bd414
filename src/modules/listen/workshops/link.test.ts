import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type House, testApp } from '../../../testing/app.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { receivePhoto } from './commands/photos.ts';
import { MOST_PHOTOS } from './rules/sheets.ts';
import type { Workshop } from './rules/workshop.ts';
import { aWorkshop, confirmAll, setTables, verbs } from './seed.ts';
import { answersOf } from './store/answers.ts';
import { insertPhoto, photoCount, saveReading } from './store/photos.ts';

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
  return { house, ...made, link: `/w/${made.workshop.code}`, own: `/b/${made.table.code}` };
}

const answered = (house: House, workshop: Workshop) =>
  house.tx(async (tx) => Object.fromEntries((await answersOf(tx, workshop.id)).map((one) => [one.field, one.answer])));

test('a table answers on a telephone, and can change its mind; the numbers are those of the last time', async () => {
  const { house, workshop, own } = await held();
  const phone = house.visitor();
  const theme = await (await phone.get(own)).follow('Samarbejde med andre');
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

test('whoever has the link neither sees nor changes what a table answers: that takes the code on its sheets', async () => {
  const { house, workshop, table, link, own } = await held();
  await (await house.visitor().get(`${own}/tema/1`)).submit('Gem svarene', { 'b-rammer.haver': 'V' });
  const stranger = house.visitor();
  const asked = await (await stranger.get(link)).follow('Bord 1');
  assert.match(asked.text, /Bord 1 har sin egen kode/);
  assert.equal(asked.root.querySelector('input[name^="b-"]'), null);
  assert.doesNotMatch(asked.html, new RegExp(table.code ?? ''));
  const wrong = await asked.submit('Kom ind', { kode: '2222 2222' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /ikke dette bords kode/);
  assert.equal((await stranger.get('/b/22222222')).status, 404);
  assert.equal((await stranger.fetch(`${own}/tema/99`)).status, 404);
  assert.doesNotMatch(
    (await stranger.get(`${link}/layout`)).html,
    new RegExp(table.code ?? ''),
    'nor do the measures tell',
  );
  const typed = await asked.submit('Kom ind', { kode: (table.code ?? '').toLowerCase() });
  assert.ok(typed.path.endsWith(own));
  const back = await stranger.fetch(`${link}/bord/1`);
  assert.ok(back.headers.get('location')?.endsWith(own), 'this telephone is the table’s from now on');
  assert.equal((await answered(house, workshop))['rammer.haver'], 'V');
});

test('a table without sheets is answered for by the first telephone that says it sits there, and by those it lets in', async () => {
  const { house, signe, workshop } = await held();
  await house.tx((tx) => verbs.addTables(tx, workshop.id, [{ name: '', organisationId: null }]));
  const place = `/w/${workshop.code}/bord/2`;
  const [first, second] = [house.visitor('10.2.0.3'), house.visitor('10.2.0.4')];
  const meanwhile = await second.get(place);
  const begun = await (await first.get(place)).submit('Vi sidder her');
  assert.match(begun.text, /Nu svarer I for bordet/);
  await house.tx((tx) => verbs.addTables(tx, workshop.id, [{ name: '', organisationId: null }]));
  const greedy = await (await first.get(`/w/${workshop.code}/bord/3`)).submit('Vi sidder her');
  assert.equal(greedy.status, 422, 'one telephone does not sit down at every table');
  assert.match(greedy.text, /svarer allerede for et andet bord/);
  const late = await meanwhile.submit('Vi sidder her');
  assert.equal(late.status, 422);
  assert.match(late.text, /En anden telefon ved bordet kom først/);
  const shown = /Bordets kode: (\S+ \S+)/.exec(begun.text)?.[1] ?? assert.fail();
  assert.match((await late.submit('Kom ind', { kode: shown })).text, /Vælg et tema/);
  const host = await house.signedIn(signe);
  const renewed = await (await host.get(`/workshops/${workshop.id}/borde`)).submit('Ny kode');
  assert.match(renewed.text, /Bord 1 har en ny kode/);
  assert.equal((await first.fetch(begun.path)).status, 200, 'another table’s code is its own');
});

test('a host gives a table another code, and the one before opens nothing', async () => {
  const { house, signe, workshop, own } = await held();
  assert.equal((await house.visitor().get(own)).status, 200);
  const host = await house.signedIn(signe);
  const tables = await host.get(`/workshops/${workshop.id}/borde`);
  const renewed = await tables.submit('Ny kode');
  assert.equal((await house.visitor().get(own)).status, 404);
  assert.notEqual(renewed.root.querySelector('a[href^="/b/"]')?.getAttribute('href'), own);
});

test('what those who run the workshop have confirmed cannot be changed by the table', async () => {
  const { house, signe, workshop, table, own } = await held();
  const open = await house.visitor().get(`${own}/tema/1`);
  const host = (await house.tx((tx) => loadActor(tx, signe))) ?? assert.fail();
  await house.as(host, (tx) => confirmAll(tx, workshop, [{ table, page: 0, said: [] }]));
  const late = await open.submit('Gem svarene', { 'b-rammer.haver': 'V', 'w-rammer.note1': 'Vi vil noget andet' });
  assert.equal(late.status, 422);
  assert.match(late.text, /Værten har bekræftet jeres svar her/);
  assert.match(late.text, /Vi vil noget andet/, 'what was typed is kept');
  assert.equal((await answered(house, workshop))['rammer.haver'], 'empty');
  const page = await house.visitor().get(`${own}/tema/1`);
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
  const sent = Promise.all(photos.map((photo) => page.submit('Send billeder', { photos: photo })));
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
  assert.ok(performance.now() - begun > 200, 'long enough for one that is held to be seen');
  // Held while they wait for each other, nearly all ten would be seen; a busy machine may leave one or two idle a moment.
  assert.ok(seen <= 3, `${seen} wait in a transaction`);
  for (const { text } of await sent) assert.match(text, /Billedet bliver læst nu/);
});

test('pictures that strangers fill a workshop with hinder neither those who run it, nor others once they are removed', async () => {
  const { house, workshop } = await held();
  // One grey point: a PNG.
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==',
    'base64',
  );
  const photo = (cameBy: 'link' | 'sms', nth: number) => {
    const clean = { bytes, name: 'a.png', sha256: createHash('sha256').update(`${nth}`).digest() };
    return house.tx((tx) => receivePhoto(tx, workshop, { clean, cameBy, tableId: null }));
  };
  const by = { workshopId: workshop.id, tableId: null, fileId: null, cameBy: 'link', by: null } as const;
  await house.tx(async (tx) => {
    for (let nth = 0; nth < MOST_PHOTOS; nth += 1)
      await insertPhoto(tx, { ...by, sha256: createHash('sha256').update(`junk ${nth}`).digest() });
  });
  assert.deepEqual(await photo('link', 1), { ok: false, refusal: 'full' });
  assert.ok((await photo('sms', 2)).ok);
  await house.tx((tx) => {
    const gone = { gone_at: tx.now, gone_why: 'removed' } as const;
    return tx.sql.updateTable('workshop_photo').set(gone).where('file_id', 'is', null).execute();
  });
  assert.ok((await photo('link', 3)).ok);
});

test('pictures that are no sheets go together, and none that is', async () => {
  const { house, signe, workshop } = await held();
  const by = { workshopId: workshop.id, tableId: null, fileId: null, by: null } as const;
  const [kept = ''] = await house.tx(async (tx) => {
    const ids: string[] = [];
    for (const [nth, outcome] of (['retake', 'reject', 'reject', 'error', 'reject'] as const).entries()) {
      const sha256 = createHash('sha256').update(`${nth}`).digest();
      const id = await insertPhoto(tx, { ...by, sha256, cameBy: nth === 4 ? 'sms' : 'link' });
      await saveReading(tx, id, { outcome, reason: 'not-found', sheetId: null, flatFileId: null, ms: 1 });
      ids.push(id);
    }
    return ids;
  });
  const host = await house.signedIn(signe);
  const list = await host.get(`/workshops/${workshop.id}/billeder`);
  const form = list.root.querySelector('form[action$="/alle/fjern"]')?.getAttribute('action') ?? assert.fail();
  list.root.querySelector('input[name="billeder[]"]')?.setAttribute('value', kept);
  assert.match((await list.submit('Slet de 3 billeder på siden, der ikke er et ark')).text, /2 billeder er slettet/);
  assert.equal((await house.visitor().post(form, { 'billeder[]': kept })).status, 403);
  assert.equal(
    await house.tx((tx) => photoCount(tx, workshop.id)),
    3,
    'the one by SMS, the one to take again, and the one left out',
  );
});

test('what strangers fill the wall with comes down at once, all of it', async () => {
  const { house, signe, link, workshop } = await held();
  const page = await house.visitor().get(link);
  for (const words of ['Første ting', 'Anden ting']) await page.submit('Send det til væggen', { words });
  const host = await house.signedIn(signe);
  const seen = await host.get(`/workshops/${workshop.id}`);
  const shown = await seen.submit('Vis alle, der venter');
  assert.match((await house.visitor().get(link)).text, /Første ting/);
  assert.match((await shown.submit('Skjul dem alle')).text, /De er skjult/);
  assert.doesNotMatch((await house.visitor().get(link)).text, /Første ting|Anden ting/);
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
