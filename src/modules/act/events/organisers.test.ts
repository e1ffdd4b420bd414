import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { testApp } from '../../../testing/app.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { actingAs } from '../../initiatives/seed.ts';
import { addOrganiser, removeOrganiser } from './commands/events.ts';
import { anEvent, comes, verbs } from './seed.ts';
import { signUpWays } from './store/attendance.ts';

const { newHouse } = await testApp();
const house = await newHouse();
const people = await house.tx(async (tx) => {
  const department = await aDepartment(tx);
  const lives = await aTenancy(tx, { departmentId: department });
  return {
    department,
    mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk', lives }),
    signe: await aPerson(tx, { name: 'Signe Højlund', email: 'signe@example.dk', roles: ['consultant'] }),
  };
});

const as = <T>(personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> =>
  house.tx(async (tx) => work(await actingAs(tx, personId)));

test('nothing waits for whoever arranges it no more, and of two who take each other off, one is left', async () => {
  const event = await as(people.signe, async (tx) => {
    const made = await anEvent(tx, { on: addDays(tx.today, 20), title: 'Bålaften', aspects: ['fire'] });
    await addOrganiser(tx, made, people.mette);
    return made;
  });
  const turns = async (who: Id<'person'>) => (await (await house.signedIn(who)).get('/din-tur')).text;
  assert.match(await turns(people.mette), /Spørg brandvæsenet om bål og grill/);
  await as(people.signe, (tx) => removeOrganiser(tx, event, people.mette));
  assert.doesNotMatch(await turns(people.mette), /Spørg brandvæsenet/);
  assert.match(await turns(people.signe), /Spørg brandvæsenet/);
  await as(people.signe, (tx) => addOrganiser(tx, event, people.mette));
  const both = [people.signe, people.mette] as const;
  const gone = await Promise.all(both.map((who) => as(people.signe, (tx) => removeOrganiser(tx, event, who))));
  assert.equal(gone.filter(({ ok }) => ok).length, 1);
  const left = await as(people.signe, (tx) => verbs.eventById(tx, event.id));
  assert.equal(left?.organisers.length, 1);
});

test('how those with seats came to hear of it does not count those who wait', async () => {
  const ways = await as(people.signe, async (tx) => {
    const event = await anEvent(tx, { on: addDays(tx.today, 9), capacity: 5 });
    await comes(tx, event.id, { name: 'Aya', adults: 5, cameBy: 'asked' });
    await comes(tx, event.id, { name: 'Bo', adults: 2, cameBy: 'poster' });
    return signUpWays(tx, event.id);
  });
  assert.deepEqual([...ways], [['asked', 5]]);
});
