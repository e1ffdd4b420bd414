import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { testApp } from '../../../testing/app.ts';
import { aPerson } from '../../housing/seed.ts';
import type { CameBy } from './rules/sheets.ts';
import { fieldsOf, isBox, themesOn } from './rules/template.ts';
import { aWorkshop, setTables, verbs } from './seed.ts';
import { answersOf, wordsOn } from './store/answers.ts';
import { insertPhoto, insertReadings, saveReading } from './store/photos.ts';
import { printedSheets } from './store/sheets.ts';
import { tablesOf } from './store/tables.ts';

const { newHouse } = await testApp();

async function held() {
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const workshop = await aWorkshop(tx);
    return { signe, workshop };
  });
  const host = await house.signedIn(made.signe);
  return { house, host, ...made, link: `/w/${made.workshop.code}` };
}

test('who answers for a table by the link alone is seen, set aside in one click, and put back', async () => {
  const { house, host, workshop, link } = await held();
  await house.tx((tx) => verbs.addTables(tx, workshop.id, [{ name: '', organisationId: null }]));
  const stranger = house.visitor('10.2.1.1');
  const begun = await (await stranger.get(`${link}/bord/1`)).submit('Vi sidder her');
  const typed = { 'b-rammer.haver': 'V', 'w-rammer.note1': 'Vi sidder her slet ikke' };
  await (await begun.follow('De fysiske rammer')).submit('Gem svarene', typed);
  const counted = () =>
    house.tx(async (tx) => [
      (await answersOf(tx, workshop.id)).filter(({ answer }) => answer === 'V').length,
      (await wordsOn(tx, workshop.id)).length,
    ]);
  assert.deepEqual(await counted(), [1, 1]);
  const table = await house.visitor('10.2.1.2').get(`${link}/bord/1`);
  assert.match(table.text, /En telefon svarer allerede for bord 1.*så sig det til værten/s);

  const tables = await host.get(`/workshops/${workshop.id}/borde`);
  assert.match(tables.text, /Begyndt med linket.*svaret på 1 tema/s);
  const aside = await tables.submit('Sæt til side');
  const code = /Bord 1 har en ny kode: (\S+ \S+)\./.exec(aside.text)?.[1] ?? assert.fail();
  assert.deepEqual(await counted(), [0, 0]);
  assert.doesNotMatch(aside.text, /Begyndt med linket/);
  assert.match((await host.get(`/workshops/${workshop.id}/ark`)).text, /Der er ingen ark endnu/);
  assert.equal((await stranger.fetch(begun.path)).status, 404, 'the stranger’s telephone opens nothing');
  const room = await house.tx((tx) => verbs.roomOf(tx, workshop));
  assert.deepEqual(
    room.missing.map(({ number, all }) => [number, all]),
    [[1, true]],
  );

  const [honest, other] = ['Samarbejde med andre', 'De fysiske rammer'];
  const own = await (await house.visitor('10.2.1.2').get(`${link}/bord/1`)).submit('Kom ind', { kode: code });
  await (await own.follow(honest)).submit('Gem svarene', { 'b-samarbejde.kommune': 'V' });
  assert.deepEqual(await counted(), [1, 0]);
  const back = await aside.submit('Tag det med igen');
  assert.match(back.text, /Svar på 1 tema tæller med igen/);
  assert.deepEqual(await counted(), [2, 1]);
  const again = await (await own.follow(other)).submit('Gem svarene', { 'b-rammer.haver': 'X' });
  assert.match(again.text, /Jeres svar er gemt/);
});

test('what has been answered anew since it was set aside stands, and a table on paper is never by the link', async () => {
  const { house, host, workshop, link } = await held();
  await house.tx((tx) => setTables(tx, workshop, [null]));
  await house.tx((tx) => verbs.addTables(tx, workshop.id, [{ name: '', organisationId: null }]));
  const begun = await (await house.visitor('10.2.1.1').get(`${link}/bord/2`)).submit('Vi sidder her');
  await (await begun.follow('De fysiske rammer')).submit('Gem svarene', { 'b-rammer.haver': 'V' });
  const aside = await (await host.get(`/workshops/${workshop.id}/borde`)).submit('Sæt til side');
  const [, second] = await house.tx((tx) => tablesOf(tx, workshop.id));
  const own = await house.visitor('10.2.1.2').get(`/b/${second?.code}/tema/1`);
  await own.submit('Gem svarene', { 'b-rammer.haver': 'X' });
  assert.equal(aside.root.querySelectorAll('form[action$="/til-side"]').length, 0);
  assert.match((await aside.submit('Tag det med igen')).text, /Bordet har svaret igen imens/);
  const answers = await house.tx((tx) => answersOf(tx, workshop.id));
  assert.deepEqual(
    answers.filter(({ field }) => field === 'rammer.haver').map(({ answer }) => answer),
    ['X'],
  );
});

test('two pictures of one sheet: what they say differently is asked, staff choose, and one that comes meanwhile is not lost', async () => {
  const { house, host, workshop } = await held();
  const fields = fieldsOf({ themes: themesOn(workshop.template, 'a3', 0) }).filter(isBox);
  const photo = async (tx: TenantDb, nth: number, cameBy: CameBy, says: Readonly<Record<string, 'V' | 'X'>>) => {
    const [sheet] = await printedSheets(tx, workshop.id);
    const sha256 = createHash('sha256').update(`${nth}`).digest();
    const id = await insertPhoto(tx, {
      workshopId: workshop.id,
      tableId: null,
      fileId: null,
      cameBy,
      by: null,
      sha256,
    });
    await saveReading(tx, id, { outcome: 'read', reason: '', sheetId: sheet?.id ?? null, flatFileId: null, ms: 1 });
    const readings = fields.map(({ id: field }) => ({
      field,
      label: says[field] ?? ('empty' as const),
      confidence: 0.99,
    }));
    await insertReadings(tx, id, readings);
    return id;
  };
  await house.tx((tx) => setTables(tx, workshop, [null]));
  await house.tx((tx) => photo(tx, 1, 'table', { 'rammer.haver': 'V' }));
  await house.tx((tx) => photo(tx, 2, 'link', { 'rammer.haver': 'X' }));
  const list = await host.get(`/workshops/${workshop.id}/tast`);
  assert.match(list.text, /2 billeder viser dette ark/);
  const place = list.root.querySelector('td a, th a')?.getAttribute('href') ?? assert.fail();
  const checked = (page: typeof list) =>
    page.root.querySelector('input[name="b-rammer.haver"][checked]')?.getAttribute('value') ?? null;
  const open = await host.get(place);
  assert.match(open.text, /De er ikke enige om 1 felt/);
  assert.match(open.text, /Der er sagt forskelligt her: V og X/);
  assert.equal(checked(open), null, 'neither holds by itself');
  const chosen = await open.follow('Fra linket');
  assert.equal(checked(chosen), 'X');
  await house.tx((tx) => photo(tx, 3, 'table', { 'rammer.haver': 'V', 'rammer.generationer': 'V' }));
  const late = await chosen.submit('Ja, sådan står der');
  assert.equal(late.status, 422);
  assert.match(late.text, /et billede mere af arket imens/);
  const settled = await (await host.get(place)).submit('Ja, sådan står der', {
    'b-rammer.haver': 'V',
    'b-rammer.generationer': 'empty',
  });
  assert.match(settled.text, /Arket er bekræftet/);

  await house.tx((tx) => photo(tx, 4, 'link', { 'rammer.haver': 'X' }));
  const answer = async () =>
    (await house.tx((tx) => answersOf(tx, workshop.id))).find(({ field }) => field === 'rammer.haver')?.answer;
  assert.equal(await answer(), 'V', 'what is confirmed stands until somebody says otherwise');
  const anew = await host.get(place);
  assert.match(anew.text, /Det tæller ikke, før du siger ja/);
  assert.match(anew.text, /Der er sagt forskelligt her: X og V/);
  assert.equal(checked(anew), null);
});
