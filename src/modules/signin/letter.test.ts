import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '../../platform/documents/pdf-reading.ts';
import { type House, testApp } from '../../testing/app.ts';
import type { Reader } from '../../testing/reader.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { issueHomeCode } from './commands/codes.ts';
import { writeLetterCode } from './rules.ts';

const { newHouse } = await testApp();

let devices = 0;
/** Somebody on a device of their own. */
function visitor(house: House): Reader {
  devices += 1;
  return house.visitor(`10.0.${devices >> 8}.${devices & 255}`);
}

const isSignedIn = async (reader: Reader) => (await reader.fetch('/min-side/enheder')).status === 200;

/** A home with a printed code. */
async function home(house: House) {
  return house.tx(async (tx) => {
    const tenancy = await aTenancy(tx, { departmentId: await aDepartment(tx), street: 'Kærhaven', houseNumber: '12' });
    const neighbour = await aPerson(tx, { name: 'Naboen Niels', lives: tenancy });
    const [printed] = await issueHomeCode(tx, tenancy);
    return { tenancy, neighbour, letter: writeLetterCode(printed?.code ?? '') };
  });
}

const mette = { navn: 'Mette Holm', alder: 'ja' };

test('the letter shows the address without names, and makes its reader a resident who is signed in', async () => {
  const house = await newHouse();
  const { letter, tenancy } = await home(house);
  const reader = visitor(house);
  const page = await (await reader.get(`/log-ind/brev?kode=${letter}`)).submit('Videre', {});
  assert.match(page.text, /Kærhaven 12/);
  assert.doesNotMatch(page.text, /Niels/);
  await reader.post('/log-ind/brev/navn', { ...mette, kode: letter.toLowerCase(), email: 'mette.holm@example.dk' });
  assert.ok(await isSignedIn(reader));
  const residents = await house.tx((tx) =>
    tx.sql
      .selectFrom('residency')
      .innerJoin('person', 'person.id', 'residency.person_id')
      .select('name')
      .where('tenancy_id', '=', tenancy.id)
      .execute(),
  );
  assert.ok(residents.some((one) => one.name === 'Mette Holm'));
});

test('under 15 one is asked to bring a grown-up, and no account is made', async () => {
  const house = await newHouse();
  const { letter } = await home(house);
  const reader = visitor(house);
  const page = await reader.post('/log-ind/brev/navn', { ...mette, alder: 'nej', kode: letter });
  assert.match(page.text, /forældre/);
  assert.equal(await isSignedIn(reader), false);
  const found = await house.tx((tx) =>
    tx.sql.selectFrom('person').select('id').where('name', '=', 'Mette Holm').execute(),
  );
  assert.equal(found.length, 0);
});

test('the letter is for each adult of the household, not for the whole street; a new one ends the old; so does time', async () => {
  const house = await newHouse();
  const { letter, tenancy } = await home(house);
  const uses = await Promise.all(
    Array.from({ length: 12 }, async (_, at) => {
      const reader = visitor(house);
      await reader.post('/log-ind/brev/navn', { ...mette, navn: `Beboer ${at}`, kode: letter });
      return isSignedIn(reader);
    }),
  );
  assert.equal(uses.filter(Boolean).length, 8);
  const print = () => house.tx((tx) => issueHomeCode(tx, tenancy)).then(([printed]) => printed?.code ?? '');
  const [second, third] = [await print(), await print()];
  const answer = async (kode: string) => (await visitor(house).post('/log-ind/brev', { kode })).text;
  assert.match(await answer(second), /virker ikke mere/);
  assert.match(await answer(third), /Kærhaven 12/);
  house.clock.forward({ days: 61 });
  assert.match(await answer(third), /virker ikke mere/);
});

test('a letter does not open somebody else’s account, and does not tell that there is one', async () => {
  const house = await newHouse();
  const email = 'findes.her@example.dk';
  await house.tx((tx) => aPerson(tx, { email, name: 'Findes Her' }));
  const { letter } = await home(house);
  const answer = async (address: string) => {
    const reader = visitor(house);
    const page = await reader.post('/log-ind/brev/navn', { ...mette, kode: letter, email: address });
    assert.ok(await isSignedIn(reader));
    return [page.status, page.text.replaceAll(address, '')];
  };
  assert.deepEqual(await answer(email), await answer('findes.ikke@example.dk'));
  const holders = await house.tx((tx) =>
    tx.sql.selectFrom('person').select('name').where('email', '=', email).execute(),
  );
  assert.deepEqual(holders, [{ name: 'Findes Her' }]);
});

test('guessing at letters is stopped by the device', async () => {
  const house = await newHouse();
  const reader = visitor(house);
  const statuses: number[] = [];
  for (let i = 0; i < 32; i++) statuses.push((await reader.post('/log-ind/brev', { kode: 'ACD-EFH-JKLM' })).status);
  assert.deepEqual([...new Set(statuses)], [422, 429]);
});

test('guessing at letters from ever new devices is stopped for the whole site, and begins again in the next hour', async () => {
  const house = await newHouse();
  const { letter } = await home(house);
  const guess = (kode: string) => visitor(house).post('/log-ind/brev', { kode });
  for (let at = 0; at < 200; at += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess('ACD-EFH-JKLM')));
    assert.ok(answers.every((answer) => answer.text.includes('kender ikke den kode')));
  }
  assert.match((await guess('ACD-EFH-JKLM')).text, /for mange forkerte koder/);
  assert.match((await guess(letter)).text, /for mange forkerte koder/, 'a right guess tells nothing either');
  house.clock.forward({ hours: 1 });
  assert.match((await guess(letter)).text, /Kærhaven 12/);
});

test('a printed code is ten characters, read aloud in three parts', async () => {
  const house = await newHouse();
  const { tenancy } = await home(house);
  const codes = await house.tx(async (tx) => {
    const made: string[] = [];
    for (let at = 0; at < 20; at += 1) made.push((await issueHomeCode(tx, tenancy))[0]?.code ?? '');
    return made;
  });
  for (const code of codes) assert.match(writeLetterCode(code), /^[A-Z\d]{3}-[A-Z\d]{3}-[A-Z\d]{4}$/);
});

test('a letter of one tenant opens nothing in another', async () => {
  const [here, there] = [await newHouse(), await newHouse()];
  const { letter } = await home(here);
  assert.match((await visitor(there).post('/log-ind/brev', { kode: letter })).text, /kender ikke/);
});

test('staff print codes as cards and letters; the homes of one department only; others may not', async () => {
  const house = await newHouse();
  const { tenancy, neighbour } = await home(house);
  const signe = await house.signedIn(await house.tx((tx) => aPerson(tx, { name: 'Signe Bro', roles: ['consultant'] })));
  for (const som of ['kort', 'breve']) {
    const page = await signe.get('/udskriv/koder');
    const token = page.root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
    const body = new URLSearchParams({ _csrf: token, afdeling: tenancy.departmentId, som });
    const answer = await signe.fetch('/udskriv/koder/print', { method: 'POST', body });
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', /pdf|html/);
    assert.ok((await answer.arrayBuffer()).byteLength > 1000);
  }
  const counted = (await signe.get('/udskriv/koder')).text;
  assert.match(counted, /Kærhaven/);
  const held = await house.tx((tx) =>
    tx.sql.selectFrom('household_code').select('id').where('revoked_at', 'is', null).execute(),
  );
  assert.equal(held.length, 1, 'one home, one code that holds');
  const resident = await house.signedIn(neighbour);
  assert.equal((await resident.fetch('/udskriv/koder')).status, 404);
});

test('a home is written to in the language of those who live there, and in large print where somebody asked for it', async () => {
  const house = await newHouse();
  const { signe, departmentId } = await house.tx(async (tx) => {
    const department = await aDepartment(tx);
    const at = (houseNumber: string) =>
      aTenancy(tx, { departmentId: department, street: 'Kærhaven', houseNumber, number: houseNumber });
    const [english, mixed] = [await at('1'), await at('2')];
    await at('3');
    await aPerson(tx, { name: 'John Reed', lives: english, language: 'en' });
    await aPerson(tx, { name: 'Ann Reed', lives: mixed, language: 'en', preference: { largePrint: true } });
    await aPerson(tx, { name: 'Bo Lund', lives: mixed });
    return { departmentId: department, signe: await aPerson(tx, { name: 'Signe', roles: ['consultant'] }) };
  });
  const staff = await house.signedIn(signe);
  const printed = async (som: string, adresse = '') => {
    const page = await staff.get('/udskriv/koder');
    const token = page.root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
    const body = new URLSearchParams({ _csrf: token, afdeling: departmentId, adresse, som });
    const answer = await staff.fetch('/udskriv/koder/print', { method: 'POST', body });
    return readPdf(new Uint8Array(await answer.arrayBuffer()));
  };
  const { pages } = await printed('breve');
  const [english = '', ...danish] = pages;
  assert.match(english, /To everybody at the address/);
  assert.match(english, /\d+ \w+ 2026/);
  assert.equal(danish.filter((page) => page.includes('Til alle på adressen')).length, 2);
  const [small, large] = [await printed('breve', 'Kærhaven 1, st. tv'), await printed('breve', 'Kærhaven 2, st. tv')];
  assert.deepEqual(
    [small.find('Now there is')?.size, large.find('Nu har vi')?.size].map((size) => Math.round(size ?? 0)),
    [11, 18],
  );
  const cards = (await printed('kort')).text.replaceAll(/\s+/g, ' ');
  assert.deepEqual([cards.split('Take a pic').length, cards.split('Ret kamer').length], [2, 3], cards);
});

test('nothing chosen and an unknown address are explained, and nothing is printed', async () => {
  const house = await newHouse();
  await home(house);
  const signe = await house.signedIn(await house.tx((tx) => aPerson(tx, { name: 'Signe', roles: ['consultant'] })));
  const page = await signe.get('/udskriv/koder');
  assert.match((await page.submit('Lav nye koder', { adresse: '' })).text, /Vælg en afdeling/);
  assert.match((await page.submit('Lav nye koder', { adresse: 'Findesikkevej 4' })).text, /kender ikke den adresse/);
  assert.equal((await house.tx((tx) => tx.sql.selectFrom('household_code').select('id').execute())).length, 1);
});
