import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { testApp } from '../../../testing/app.ts';
import { aPerson } from '../../housing/seed.ts';
import { aWorkshop, setTables, verbs } from './seed.ts';
import { insertPhoto, saveReading } from './store/photos.ts';
import { workshopById } from './store/workshops.ts';

const { newHouse } = await testApp();

/** A workshop with a table that has sheets, one that has none, and its link. */
async function held() {
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const workshop = await aWorkshop(tx);
    const [table] = await setTables(tx, workshop, [null]);
    await verbs.addTables(tx, workshop.id, [{ name: '', organisationId: null }]);
    return { signe, workshop, table: table ?? assert.fail() };
  });
  const host = await house.signedIn(made.signe);
  const page = () => host.get(`/workshops/${made.workshop.id}`);
  return { house, ...made, host, page, link: `/w/${made.workshop.code}`, own: `/b/${made.table.code}` };
}

test('a link that is closed takes nothing and keeps what was typed; the tables answer by their own codes; open again, it takes it', async () => {
  const { house, page, link, own } = await held();
  const phone = house.visitor();
  const [open, step] = [await phone.get(link), await phone.get(`${link}/skridt`)];
  const closed = await (await page()).submit('Luk linket');
  assert.match(closed.text, /Linket er lukket lige nu/);
  const refused = await open.submit('Send det til væggen', { words: 'Banke på hos naboen' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Det er ikke kommet frem/);
  assert.equal((await step.submit('Det gør jeg', { step: 'Jeg ringer til Bo' })).status, 422);
  const shut = await phone.get(link);
  assert.match(shut.text, /tager ikke imod noget lige nu/);
  assert.ok(shut.root.querySelector(`a[href$="${link}/bord/1"]`), 'a table with a code comes in by it');
  assert.equal(shut.root.querySelector(`a[href$="${link}/bord/2"]`), null);
  assert.match((await phone.get(`${link}/bord/2`)).text, /lukket lige nu/);
  assert.equal((await phone.get(`${link}/vaeg`)).status, 200, 'the wall hangs where it hangs');
  const answered = await (await phone.get(`${own}/tema/1`)).submit('Gem svarene', { 'b-rammer.haver': 'V' });
  assert.match(answered.text, /Jeres svar er gemt/);
  const picture = answered.root.querySelector('form[action$="/billede"]')?.getAttribute('action');
  assert.ok(picture?.endsWith(`${own}/billede`), 'and send pictures by it');
  assert.equal((await phone.get(`${own}/layout`)).status, 200);
  assert.match((await closed.submit('Åbn igen')).text, /Linket er åbent igen/);
  assert.match((await refused.submit('Prøv igen')).text, /Det kommer på væggen/);
  assert.match((await page()).text, /Banke på hos naboen/);
});

test('another code for the link: the old one says so kindly, the tables’ own work on, and two do not give one each', async () => {
  const { house, host, workshop, link, own } = await held();
  const asked = await host.get(`/workshops/${workshop.id}/link/ny`);
  assert.match(asked.text, /Bordenes egne koder/);
  const late = await host.get(`/workshops/${workshop.id}/link/ny`);
  const phone = house.visitor();
  const typing = await phone.get(link);
  const renewed = await asked.submit('Giv linket en ny kode nu');
  const now = (await house.tx((tx) => workshopById(tx, workshop.id)))?.code ?? assert.fail();
  assert.notEqual(now, workshop.code);
  assert.ok(renewed.text.includes(`${now.slice(0, 4)} ${now.slice(4)}`));
  const twice = await late.submit('Giv linket en ny kode nu');
  assert.equal(twice.status, 422);
  assert.match(twice.text, /En anden har lige givet linket en ny kode/);
  assert.equal((await house.tx((tx) => workshopById(tx, workshop.id)))?.code, now);
  for (const place of [link, `${link}/vaeg`, `${link}/bord/1`, `${link}/skridt`]) {
    const old = await phone.get(place);
    assert.equal(old.status, 404);
    assert.match(old.text, /Spørg værten om den nye kode/, place);
    assert.doesNotMatch(old.html, new RegExp(now), 'the old address does not lead to the new one');
  }
  assert.match((await typing.submit('Send det til væggen', { words: 'Suppe' })).text, /Linket er skiftet/);
  assert.match(
    (await (await phone.get('/w')).submit('Kom ind', { kode: workshop.code })).text,
    /Den kode er skiftet ud/,
  );
  assert.equal((await phone.get(`/w/${now}`)).status, 200);
  assert.equal((await phone.get(own)).status, 200);
  assert.equal((await phone.get('/w/22222222')).status, 404);
});

test('of several pictures sent at once each says what came of it, and one is taken again in its own place', async () => {
  const { house, workshop, link } = await held();
  const photo = (nth: number, outcome: 'read' | 'retake' | 'reject' | null, reason = '') =>
    house.tx(async (tx) => {
      const sha256 = createHash('sha256').update(`${nth}`).digest();
      const by = { workshopId: workshop.id, tableId: null, fileId: null, cameBy: 'link', by: null } as const;
      const id = await insertPhoto(tx, { ...by, sha256 });
      if (outcome) await saveReading(tx, id, { outcome, reason, sheetId: null, flatFileId: null, ms: 1 });
      return id;
    });
  const all = [
    await photo(1, 'read'),
    await photo(2, 'retake', 'blurred'),
    await photo(3, 'reject', 'several-sheets'),
    await photo(4, null),
  ];
  const phone = house.visitor();
  const page = await phone.get(`${link}/billede/${all.join('.')}`);
  assert.match(page.text, /2 af billederne kunne ikke læses/);
  const said = page.root.querySelectorAll('section[id^="billede-"]').map(({ textContent }) => textContent);
  assert.equal(said.length, 4);
  assert.match(said[1] ?? '', /Billede 2 af 4.*uskarpt.*Tag billede 2 igen/s);
  assert.match(said[2] ?? '', /flere ark i billedet/);
  assert.doesNotMatch(said[0] ?? '', /billede 1 igen/);
  const none = await page.submit('Send det nye billede', {});
  assert.equal(none.status, 422);
  assert.match(none.text, /2 af billederne kunne ikke læses/, 'the others are not lost by it');
  assert.ok(none.root.querySelector('a[href="#billede-2"]'));
  // One grey point: a PNG.
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==',
    'base64',
  );
  const again = await page.submit('Send det nye billede', { photos: new File([bytes], 'a.png') });
  const now = again.path.split('/').at(-1)?.split('.') ?? [];
  assert.deepEqual([now.length, now[0], now[2], now[3]], [4, all[0], all[2], all[3]]);
  assert.notEqual(now[1], all[1]);
  assert.match(again.text, /a\.png.*Billedet bliver læst nu/s);
  const other = await house.tx((tx) => aWorkshop(tx, { name: 'En anden' }));
  assert.equal((await phone.get(`/w/${other.code}/billede/${all.join('.')}`)).status, 404, 'not by another’s link');
});
