import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drainJobs } from '../../platform/jobs/drain.ts';
import { testApp } from '../../testing/app.ts';
import { aPerson } from '../housing/seed.ts';
import { tenancyImportJobs } from './jobs.ts';

const { newHouse, db } = await testApp();

const CSV = `Afd.nr;Afdeling;Lejemålsnr;Adresse;Postnr;By
1;Kærhaven;1;"Kærhaven 1, st. tv";8000;Vesterby
1;Kærhaven;2;"Kærhaven 1, st. th";8000;Vesterby
1;Kærhaven;3;=1+1;8000;Vesterby
`;

function csv(text: string): File {
  return new File([text], 'lejemål.csv', { type: 'text/csv' });
}

test('staff send a file, see what happens, say yes, and the homes are there', async () => {
  const house = await newHouse();
  const signe = await house.signedIn(await house.tx((tx) => aPerson(tx, { name: 'Signe', roles: ['consultant'] })));
  const page = await signe.get('/import');
  const nothing = await page.submit('Læs filen', {});
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /Vælg en fil/);
  const preview = await page.submit('Læs filen', { file: csv(CSV) });
  assert.match(preview.text, /2 nye boliger/);
  assert.match(preview.text, /1 række kan ikke komme med/);
  assert.match(preview.text, /Ny afdeling 1: Kærhaven/);
  assert.match(preview.text, /Skriv vej og nummer/);
  const errors = await signe.fetch(preview.link('Hent dem som CSV'));
  assert.match(await errors.text(), /4;Adresse;'=1\+1;Skriv vej og nummer/);
  const running = await preview.submit('Hent dem ind');
  assert.match(running.text, /0 af 2/);
  assert.match(running.html, /data-live="tenancy_import:[0-9a-f-]{36}"/, 'it moves by itself where there is script');
  assert.equal(running.response.headers.get('refresh'), null, 'a page that moves by itself cannot be read in peace');
  await drainJobs({ database: db, kinds: tenancyImportJobs, clock: house.clock, originOf: () => '' });
  const done = await running.follow('Opdatér');
  assert.match(done.text, /Boligerne er hentet ind.*2 nye boliger/s);
  assert.match((await house.visitor().get('/afdelinger')).text, /Kærhaven.*2 boliger/s);

  const again = await (await signe.get('/import')).submit('Læs filen', { file: csv(CSV) });
  assert.match(again.text, /Alt i filen står her allerede/);
  assert.doesNotMatch(again.text, /Hent dem ind/);
});

test('a department that the file gives no number is called by its name alone', async () => {
  const house = await newHouse();
  const signe = await house.signedIn(await house.tx((tx) => aPerson(tx, { name: 'Signe', roles: ['consultant'] })));
  const file = csv('Afdeling;Lejemålsnr;Adresse;Postnr;By\nKærhaven;1;"Kærhaven 1, st. tv";8000;Vesterby\n');
  const preview = await (await signe.get('/import')).submit('Læs filen', { file });
  assert.match(preview.text, /Ny afdeling: Kærhaven/);
});

test('a picture is no table, and a stranger’s file is not found', async () => {
  const house = await newHouse();
  const signe = await house.signedIn(await house.tx((tx) => aPerson(tx, { name: 'Signe', roles: ['consultant'] })));
  const picture = new File([new Uint8Array([0x89, 0x50, 0, 0])], 'billede.png');
  assert.match(
    (await (await signe.get('/import')).submit('Læs filen', { file: picture })).text,
    /Vi kan ikke læse filen/,
  );
  const preview = await (await signe.get('/import')).submit('Læs filen', { file: csv(CSV) });
  const poul = await house.signedIn(await house.tx((tx) => aPerson(tx, { name: 'Poul' })));
  const path = preview.root.querySelector('form[action*="/hent"]')?.getAttribute('action') ?? '';
  const inside = path.replace(/^\/[^/]+/, '').replace('/hent', '');
  assert.match(inside, /^\/import\/[0-9a-f-]{36}$/);
  assert.equal((await signe.fetch(inside)).status, 200);
  assert.equal((await poul.fetch(inside)).status, 404);
  const other = await newHouse();
  const karen = await other.signedIn(await other.tx((tx) => aPerson(tx, { name: 'Karen', roles: ['consultant'] })));
  assert.equal((await karen.fetch(inside)).status, 404);
});
