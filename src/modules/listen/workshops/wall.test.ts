import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../testing/app.ts';
import { anOrganisation, aPerson } from '../../housing/seed.ts';
import { closeRoom } from './commands/closing.ts';
import { aWorkshop, setTables, verbs } from './seed.ts';

const { newHouse } = await testApp();

/** A room of so many organisations, and a way to let the next of them answer. */
async function roomOf(count: number, { inSteps }: { readonly inSteps: boolean }) {
  const house = await newHouse();
  const { workshop, tables, signe } = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const workshop = await aWorkshop(tx, { inSteps });
    const organisations = [];
    for (let nth = 0; nth < count; nth += 1) organisations.push(await anOrganisation(tx));
    return { workshop, tables: await setTables(tx, workshop, organisations), signe };
  });
  let next = 0;
  const answer = async (times: number) => {
    for (const table of tables.slice(next, next + times))
      await house.tx((tx) =>
        verbs.enterAtTable(tx, workshop, table, 0, [{ field: 'rammer.haver', answer: 'X', words: null }]),
      );
    next += times;
  };
  const wall = () => house.visitor().get(`/w/${workshop.code}/vaeg`);
  const host = await house.signedIn(signe);
  const result = () => host.get(`/workshops/${workshop.id}/resultat`);
  return { house, workshop, answer, wall, result, host };
}

test('the wall follows along from the fifth organisation on', async () => {
  const { answer, wall } = await roomOf(7, { inSteps: false });
  await answer(4);
  assert.match((await wall()).text, /Tallene vises, når mindst 5 har svaret/);
  for (const count of [5, 6]) {
    await answer(1);
    const now = await wall();
    assert.match(now.text, new RegExp(`${count} kunne, 0 gør det`));
    assert.doesNotMatch(now.text, /stemmer er med i tallene/);
  }
});

test('in steps the sixth of six is not read off the wall: it stands still until all are in', async () => {
  const { answer, wall, result } = await roomOf(6, { inSteps: true });
  await answer(5);
  const before = await wall();
  assert.equal(before.root.querySelector('.heat'), null);
  assert.match(before.text, /Tallene kommer samlet, når alle borde er talt med/);
  assert.match((await result()).text, /5 kunne|5 stemmer er talt med/, 'those who run it see all');
  await answer(1);
  assert.match((await wall()).text, /6 kunne, 0 gør det/);
});

test('in steps of twelve the wall lives from the fifth; who goes on without the last has them along when they are enough', async () => {
  const { house, workshop, answer, wall, result, host } = await roomOf(12, { inSteps: true });
  await answer(8);
  const five = await wall();
  assert.match(five.text, /5 kunne, 0 gør det/);
  assert.match(five.text, /5 af 8 stemmer er med i tallene/);
  assert.match((await result()).text, /3 stemmer er ikke med i de tal, andre ser/);
  const made = await host.post(`/workshops/${workshop.id}/videre`, {
    ...{ 'boxes[]': 'rammer.haver', as: 'initiative' },
    ...tokenOf(await host.get(`/workshops/${workshop.id}/videre`)),
  });
  const thread = await made.follow('Nyttehaver og højbede');
  assert.match(thread.text, /5 satte X/, 'nor is it read off a thread');
  await answer(2);
  assert.match((await wall()).text, /5 kunne/);
  await house.tx((tx) => closeRoom(tx, workshop.id, 'now'));
  assert.match((await wall()).text, /10 kunne/);
  house.clock.forward({ minutes: 1 });
  await answer(1);
  assert.match((await wall()).text, /10 kunne/, 'one that comes late is for those who run it');
});

const tokenOf = (page: Awaited<ReturnType<Awaited<ReturnType<typeof roomOf>>['wall']>>) => {
  const field = page.root.querySelector('input[type="hidden"]');
  return { [field?.getAttribute('name') ?? '']: field?.getAttribute('value') ?? '' };
};
