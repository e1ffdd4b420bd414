import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../../kernel/id.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { questionsOf } from '../../../testing/questions.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { anInitiative } from '../../initiatives/seed.ts';

const { newHouse } = await testApp();

function town(house: House) {
  return house.tx(async (tx) => ({
    departments: [await aDepartment(tx), await aDepartment(tx, { number: '2', name: 'Engblommen' })],
    signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
  }));
}

test('a department’s board reads its own figures, and nobody else’s', async () => {
  const house = await newHouse();
  const { departments } = await town(house);
  const [own, other] = departments as [Id<'department'>, Id<'department'>];
  const board = await house.tx(async (tx) => {
    await anInitiative(tx, { title: 'Suppe i gården', departmentIds: [own] });
    return aPerson(tx, { name: 'Ida Bro', roles: [{ role: 'board_member', departmentId: own }] });
  });
  const reader = await house.signedIn(board);
  const page = await reader.get('/tal');
  assert.match(page.text, /Tal for .*Initiativer, der begyndte 1/);
  const rows = await page.reader.get(`/tal/bag/initiativer-begyndt?aar=2026&afdeling=${own}`);
  assert.match(rows.text, /Suppe i gården/);
  for (const url of [`/tal?afdeling=${other}`, `/tal/bag/initiativer-begyndt?afdeling=${other}`]) {
    assert.equal((await reader.get(url)).status, 404);
  }
});

test('a number opens to exactly its rows, and what nothing was counted of is missing', async () => {
  const house = await newHouse();
  const { signe, departments } = await town(house);
  const reader = await house.signedIn(signe);
  assert.match((await reader.get('/tal')).text, /Initiativer, der begyndte mangler mangler/);
  await house.tx(async (tx) => {
    await anInitiative(tx, { title: 'Suppe', departmentIds: departments.slice(0, 1) });
    await anInitiative(tx, { title: 'Strik', departmentIds: departments.slice(1) });
  });
  const all = await reader.get('/tal/bag/initiativer-begyndt?aar=2026');
  assert.match(all.text, /2 Tallet.*Suppe.*Strik/);
  const some = await reader.get(all.root.querySelectorAll('a.figure-link')[1]?.getAttribute('href') ?? '');
  assert.match(some.text, /1 Tallet.*Strik/);
  assert.doesNotMatch(some.text, /Suppe/);
});

test('what was counted stands until something happens in the house, whoever does it, or the minute is over', async () => {
  const house = await newHouse();
  const { signe, departments } = await town(house);
  const reader = await house.signedIn(signe);
  const begun = async () => /Initiativer, der begyndte (\S+)/.exec((await reader.get('/tal')).text)?.[1];
  assert.equal(await begun(), 'mangler');
  const again = await questionsOf(begun);
  assert.ok(again.length < 12, `${again.length} questions, and nothing to count`);
  const id = await house.tx((tx) => anInitiative(tx, { title: 'Suppe', departmentIds: departments.slice(0, 1) }));
  assert.equal(await begun(), '1', 'at once');
  await house.tx((tx) =>
    tx.sql
      .updateTable('initiative')
      .set({ created_at: new Date('2025-04-01T12:00:00Z') })
      .where('id', '=', id)
      .execute(),
  );
  assert.equal(await begun(), '1', 'nobody told of it');
  house.clock.forward({ minutes: 1 });
  assert.match((await reader.get('/tal')).text, /Initiativer, der begyndte 0 1/);
});
