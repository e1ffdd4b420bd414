import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../kernel/id.ts';
import type { House } from '../../testing/app.ts';
import { testApp } from '../../testing/app.ts';
import { tenancyById } from '../housing/public.ts';
import { aDepartment, aPerson, manyTenancies } from '../housing/seed.ts';
import { lettersTo } from './letters.ts';
import { inWalkingOrder, type ListedHome } from './rules.ts';
import { homesToPrint } from './store.ts';

const { newHouse } = await testApp();

async function lived(house: House) {
  return house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const other = await aDepartment(tx, { number: '2', name: 'Engblommen' });
    const homes = await manyTenancies(tx, departmentId, 8);
    const at = async (nth: number) => {
      const lives = await tenancyById(tx, homes[nth] as Id<'tenancy'>);
      return lives ? { lives } : {};
    };
    await aPerson(tx, {
      name: 'Exempt Erik',
      email: 'erik@example.dk',
      ...(await at(1)),
      preference: { digitalExempt: true },
    });
    await aPerson(tx, { name: 'Online Olga', email: 'olga@example.dk', ...(await at(2)) });
    await aPerson(tx, { name: 'Skjult Sif', email: 'sif@example.dk', protected: true, ...(await at(3)) });
    await aPerson(tx, {
      name: 'Aldrig Alex',
      email: 'alex@example.dk',
      ...(await at(4)),
      preference: { channel: 'never' },
    });
    return {
      departmentId,
      other,
      signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
      mette: await aPerson(tx, { name: 'Mette Holm', ...(await at(0)), roles: ['board_member'] }),
    };
  });
}

async function rows(house: House, personId: Id<'person'>, query: string): Promise<string[]> {
  const reader = await house.signedIn(personId);
  const response = await reader.fetch(`/udskriv/liste?format=csv&${query}`);
  assert.equal(response.status, 200);
  return (await response.text()).replace('\ufeff', '').trim().split('\r\n');
}

test('an address exempt from digital post is always on the list of what is to be posted', async () => {
  const house = await newHouse();
  const { departmentId, signe } = await lived(house);
  const paper = await rows(house, signe, `department=${departmentId}&paperOnly=ja&columns=names`);
  assert.ok(paper.some((row) => row.includes('Exempt Erik')));
  assert.ok(!paper.some((row) => row.includes('Online Olga')));
  assert.ok(
    paper.some((row) => row.startsWith('"Kærhaven 1, 2. th"') || row.startsWith('Kærhaven 1, 2. th')),
    'homes without any account need paper',
  );
});

test('protected names are never printed, and those who said no are left out of door rounds only', async () => {
  const house = await newHouse();
  const { departmentId, signe } = await lived(house);
  const post = await rows(house, signe, `department=${departmentId}&columns=names&purpose=post`);
  assert.equal(post.length, 9);
  assert.doesNotMatch(post.join('\n'), /Skjult/);
  assert.match(post.join('\n'), /Aldrig Alex/);
  const visit = await rows(house, signe, `department=${departmentId}&columns=names&purpose=visit`);
  assert.equal(visit.length, 8);
  assert.doesNotMatch(visit.join('\n'), /Aldrig Alex/);
});

test('a board gets addresses and boxes of its own department, and no names however it asks', async () => {
  const house = await newHouse();
  const { departmentId, other, mette } = await lived(house);
  const list = await rows(
    house,
    mette,
    `department=${departmentId}&columns=names&columns=paper&paperOnly=ja&boxes=Mødt, Stemt`,
  );
  assert.equal(list.length, 9);
  assert.equal(list[0], 'Adresse;Mødt;Stemt');
  assert.doesNotMatch(list.join('\n'), /Erik|Olga|Alex/);
  const reader = await house.signedIn(mette);
  assert.equal((await reader.fetch(`/udskriv/liste?format=csv&department=${other}`)).status, 404);
  assert.equal((await reader.fetch('/udskriv/adressebrev')).status, 404);
});

test('a list comes as PDF, and a letter is seen before it is printed', async () => {
  const house = await newHouse();
  const { departmentId, signe } = await lived(house);
  const reader = await house.signedIn(signe);
  const pdf = await reader.fetch(`/udskriv/liste?format=pdf&department=${departmentId}&boxes=Afleveret`);
  assert.match(pdf.headers.get('content-type') ?? '', /pdf|html/);
  const page = await reader.get('/udskriv/adressebrev');
  const empty = await page.submit('Se det første brev');
  assert.match(empty.text, /Vælg en afdeling.*Skriv en overskrift.*Skriv brevets tekst/s);
  const preview = await page.submit('Se det første brev', {
    department: departmentId,
    subject: 'Suppe i {afdeling}',
    body: 'Kære {navne}\n\nKom og spis.',
  });
  assert.match(preview.text, /Suppe i Kærhaven/);
  assert.match(preview.text, /Kære Mette Holm/);
  assert.match(preview.text, /Hent 8 breve/);
});

test('with several departments the stairwell is chosen after the department, and what was typed is kept', async () => {
  const house = await newHouse();
  const { departmentId, signe } = await lived(house);
  await house.tx((tx) => manyTenancies(tx, departmentId, 8, { street: 'Engstien', firstNumber: 9 }));
  const reader = await house.signedIn(signe);
  const before = await reader.get('/udskriv');
  assert.equal(before.root.querySelector('[name=stairwell]'), null);
  const chosen = await reader.get(`/udskriv?department=${departmentId}&boxes=Mødt&purpose=visit&columns=names`);
  assert.equal(chosen.status, 200);
  const stairwell = chosen.root
    .querySelectorAll('[name=stairwell] option')
    .find((one) => /^Kærhaven/.test(one.text.trim()));
  assert.ok(stairwell);
  assert.equal(chosen.root.querySelector('[name=boxes]')?.getAttribute('value'), 'Mødt');
  assert.ok(chosen.root.querySelector('[name=purpose][value=visit]')?.hasAttribute('checked'));
  assert.ok(chosen.root.querySelector('[name^=columns][value=names]')?.hasAttribute('checked'));
  const all = await rows(house, signe, `department=${departmentId}`);
  const some = await rows(house, signe, `department=${departmentId}&stairwell=${stairwell.getAttribute('value')}`);
  assert.ok(some.length > 1 && some.length < all.length, `${some.length} of ${all.length}`);
});

test('more letters than a file holds come in several files, none twice and none forgotten', async () => {
  const house = await newHouse();
  const { departmentId, signe } = await lived(house);
  await house.tx((tx) => manyTenancies(tx, departmentId, 245, { street: 'Engvej', firstNumber: 100 }));
  const page = await (await house.signedIn(signe)).get('/udskriv/adressebrev');
  const preview = await page.submit('Se det første brev', { department: departmentId, subject: 'Vand', body: 'Kom.' });
  assert.match(preview.text, /Hent brev 1 til 250\s*Hent brev 251 til 253/);
  const rest = await preview.submit('Hent brev 251 til 253');
  assert.equal(rest.status, 200);
  assert.match(rest.response.headers.get('content-disposition') ?? '', /Vand.*del.*2.*\.pdf/);
});

test('a letter to a home where somebody reads large print is in large print, its neighbours’ are not', async () => {
  const house = await newHouse();
  const spec = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const [first] = await manyTenancies(tx, departmentId, 3);
    const lives = (await tenancyById(tx, first as Id<'tenancy'>)) ?? undefined;
    await aPerson(tx, { name: 'Poul Kjær', ...(lives ? { lives } : {}), preference: { largePrint: true } });
    const homes = await homesToPrint(tx, departmentId, null);
    return lettersTo(homes, { language: 'da', day: tx.today, subject: 'Suppe', body: 'Kom og spis.', signer: '' });
  });
  assert.deepEqual(
    spec.letters.filter((letter) => letter.large).map((letter) => letter.recipient[0]),
    ['Poul Kjær'],
  );
  assert.equal(spec.letters.length, 3);
});

test('homes stand in the order in which one walks', () => {
  const home = (houseNumber: string, floor: string, door: string) =>
    ({ street: 'Vej', houseNumber, floor, door }) as ListedHome;
  const order = inWalkingOrder([
    home('10', '1', 'tv'),
    home('2', '10', 'th'),
    home('2', 'st', 'th'),
    home('2', '2', 'mf'),
    home('2', 'kl', ''),
    home('2', '2', 'tv'),
    home('2A', 'st', 'tv'),
  ]);
  assert.deepEqual(
    order.map((one) => `${one.houseNumber} ${one.floor} ${one.door}`.trim()),
    ['2 kl', '2 st th', '2 2 tv', '2 2 mf', '2 10 th', '2A st tv', '10 1 tv'],
  );
});
