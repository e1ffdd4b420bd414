import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, day } from '../../kernel/day.ts';
import { type House, testApp } from '../../testing/app.ts';
import { moveIn } from './commands/moves.ts';
import { housingJournal } from './journal.ts';
import { aDepartment, aPerson, aRole, aTenancy } from './seed.ts';

const { newHouse } = await testApp();

/** Mette lives in Kærhaven since 3 May 2026, sits in its board and is its ambassador; Engblommen has a home free. */
async function town(house: House) {
  return house.tx(async (tx) => {
    const kærhaven = await aDepartment(tx);
    const engblommen = await aDepartment(tx, { number: '2', name: 'Engblommen' });
    const home = await aTenancy(tx, { departmentId: kærhaven });
    await aTenancy(tx, { departmentId: kærhaven, number: '2', door: 'th' });
    await aTenancy(tx, { departmentId: engblommen, street: 'Engvej', houseNumber: '4', floor: '', door: '' });
    const mette = await aPerson(tx, {
      lives: home,
      roles: ['board_member', 'ambassador', { role: 'operations', departmentId: kærhaven }],
    });
    return { mette, signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }) };
  });
}

function homesOf(house: House, person: string) {
  return house.tx(async (tx) => {
    const rows = await tx.sql
      .selectFrom('residency')
      .selectAll()
      .where('person_id', '=', person as never)
      .orderBy('from_day')
      .execute();
    return rows.map((row) => [row.from_day, row.until_day]);
  });
}

function rolesOf(house: House, person: string) {
  return house.tx(async (tx) => {
    const rows = await tx.sql
      .selectFrom('role_grant')
      .selectAll()
      .where('person_id', '=', person as never)
      .execute();
    return new Map(rows.map((row) => [row.role, row.until_day]));
  });
}

test('a new home is written from a day to come, and until then the person lives where they live', async () => {
  const house = await newHouse();
  const { mette, signe } = await town(house);
  const staff = await house.signedIn(signe);
  const moved = await (await staff.get(`/personer/${mette}`)).submit('Skriv flytningen ind', {
    address: 'Engvej 4',
    day: '2026-06-01',
  });
  assert.equal(moved.status, 200);
  assert.match(moved.text, /Engvej 4 fra 01\.06\.2026/);
  assert.match(moved.text, /Kærhaven 1, st\. tv 03\.05\.2026 – 31\.05\.2026/);
  assert.match(moved.text, /Kærhaven 1, st\. tv, 8000/, 'letters go to the home of today');
  const roles = await rolesOf(house, mette);
  assert.deepEqual([roles.get('board_member'), roles.get('ambassador')], ['2026-05-31', null]);
  house.clock.forward({ days: 29 });
  const later = await (await house.signedIn(mette)).get('/min-side');
  assert.match(later.text, /Engvej 4, Engblommen/);
});

test('a move inside a department ends no role, whatever is ticked', async () => {
  const house = await newHouse();
  const { mette, signe } = await town(house);
  house.clock.forward({ days: 3 });
  const page = await (await house.signedIn(signe)).get(`/personer/${mette}`);
  await page.submit('Skriv flytningen ind', { address: 'Kærhaven 1, st. th', day: '2026-05-06' });
  assert.deepEqual(await homesOf(house, mette), [
    ['2026-05-03', '2026-05-05'],
    ['2026-05-06', null],
  ]);
  assert.equal((await rolesOf(house, mette)).get('board_member'), null);
});

test('whoever moves away leaves the board and the ambassadors on that day, unless staff say otherwise; work goes on', async () => {
  const house = await newHouse();
  const { mette, signe } = await town(house);
  house.clock.forward({ days: 10 });
  const staff = await house.signedIn(signe);
  const page = await staff.get(`/personer/${mette}`);
  assert.match(
    page.text,
    /Roller, der slutter.*Medlem af afdelingsbestyrelsen, Kærhaven.*TrivselsAmbassadør, Kærhaven/s,
  );
  const done = await page.submit('Skriv fraflytningen ind', { day: '2026-05-20' });
  assert.equal(done.status, 200);
  assert.deepEqual(await homesOf(house, mette), [['2026-05-03', '2026-05-20']]);
  const roles = await rolesOf(house, mette);
  assert.deepEqual(
    [roles.get('board_member'), roles.get('ambassador'), roles.get('operations')],
    ['2026-05-20', '2026-05-20', null],
  );
  house.clock.forward({ days: 10 });
  assert.doesNotMatch(
    (
      await house
        .visitor()
        .get('/afdelinger')
        .then((list) => list.follow('Kærhaven'))
    ).text,
    /Mette/,
  );
});

test('a role that staff let go on does not end with the home', async () => {
  const house = await newHouse();
  const { mette, signe } = await town(house);
  const page = await (await house.signedIn(signe)).get(`/personer/${mette}`);
  const ambassador = await house.tx((tx) =>
    tx.sql.selectFrom('role_grant').select('id').where('role', '=', 'ambassador').executeTakeFirstOrThrow(),
  );
  await page.submit('Skriv fraflytningen ind', { day: '2026-05-20', 'ending[]': [ambassador.id] });
  const roles = await rolesOf(house, mette);
  assert.deepEqual([roles.get('board_member'), roles.get('ambassador')], [null, '2026-05-20']);
});

test('what was done with a role until today stands, also when we hear of the move late', async () => {
  const house = await newHouse();
  const { mette, signe } = await town(house);
  house.clock.forward({ days: 30 });
  const page = await (await house.signedIn(signe)).get(`/personer/${mette}`);
  await page.submit('Skriv fraflytningen ind', { day: '2026-05-10' });
  assert.deepEqual(await homesOf(house, mette), [['2026-05-03', '2026-05-10']]);
  const today = await house.tx((tx) => Promise.resolve(tx.today));
  assert.equal((await rolesOf(house, mette)).get('board_member'), addDays(today, -1));
});

test('a resident who edits the catalogue does so no more when they have moved away, and still in another home', async () => {
  const house = await newHouse();
  const { mette, signe } = await town(house);
  await house.tx(async (tx) => {
    await aRole(tx, mette, 'catalogue_editor');
    const rugmarken = await aDepartment(tx, { number: '3', name: 'Rugmarken' });
    const other = await aTenancy(tx, { departmentId: rugmarken, street: 'Rugvej', houseNumber: '2' });
    await moveIn(tx, mette, other.id);
  });
  assert.equal((await rolesOf(house, mette)).get('catalogue_editor'), null, 'she lives here still');
  const page = await (await house.signedIn(signe)).get(`/personer/${mette}`);
  assert.match(page.text, /Rollen som redaktør af kataloget slutter af sig selv/);
  await page.submit('Skriv fraflytningen ind', { day: '2026-05-20' });
  assert.equal((await rolesOf(house, mette)).get('catalogue_editor'), '2026-05-20');
});

test('nobody moves before they came, and a move that is wrong says where', async () => {
  const house = await newHouse();
  const { mette, signe } = await town(house);
  const page = await (await house.signedIn(signe)).get(`/personer/${mette}`);
  for (const [button, fields, told] of [
    ['Skriv flytningen ind', { address: 'Engvej 4', day: '2026-05-01' }, /Datoen skal ligge efter den dag/],
    ['Skriv flytningen ind', { address: '' }, /Vi kan ikke finde adressen/],
    ['Skriv fraflytningen ind', { day: '2026-05-01' }, /Datoen skal ligge efter den dag/],
    ['Skriv fraflytningen ind', { day: '31-02-2026' }, /Vælg en dato, der findes/],
  ] as const) {
    const refused = await page.submit(button, fields);
    assert.equal(refused.status, 422, button);
    assert.match(refused.text, told);
    const link = refused.root.querySelector('.error-summary a')?.getAttribute('href') ?? '';
    assert.ok(refused.root.querySelector(`details[open] ${link}`), `${link} stands in the form that came back`);
  }
  assert.deepEqual(await homesOf(house, mette), [[day('2026-05-03'), null]]);
});

test('the journal tells when a move is to be, and of older moves that they were', () => {
  const sentence = (facts: Record<string, string>) =>
    housingJournal['housing.moved_out']?.sentence({ language: 'da', actor: 'Signe', facts, name: () => 'Mette Holm' });
  assert.equal(sentence({ person: '1', day: '2026-05-20' }), 'Fraflytning, sidste dag 20. maj 2026: Mette Holm.');
  assert.equal(sentence({ person: '1' }), 'Mette Holm flyttede.');
});
