import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from './kernel/id.ts';
import { anEvent, comes, verbs as events } from './modules/act/events/seed.ts';
import { aDepartment, aPerson, aTenancy } from './modules/housing/seed.ts';
import { anInitiative, verbs as initiatives } from './modules/initiatives/seed.ts';
import { NEWS } from './news.ts';
import { type House, testApp } from './testing/app.ts';

const { newHouse } = await testApp();

/** Something that so many came to, and that has ended well. */
async function held(house: House, title: string, departmentId: Id<'department'>, by: Id<'person'>, came: number) {
  const id = await house.tx(async (tx) => {
    const initiative = await anInitiative(tx, { title, departmentIds: [departmentId], status: 'under_way', by });
    const event = await anEvent(tx, { title, departmentIds: [departmentId], initiativeId: initiative });
    const signUp = await comes(tx, event.id, { name: 'Karen', adults: came });
    await events.checkIn(tx, event.id, { came: [{ id: signUp.id, adults: came, children: 0 }], not: [] });
    await events.countEvent(tx, event.id, { nobodyCame: false });
    return initiative;
  });
  await house.tx((tx) => initiatives.endInitiative(tx, id, { result: 'done', words: '' }));
  return id;
}

test('who asks for it hears once a month of something that another department has tried, and of nothing that few came to', async () => {
  const house = await newHouse();
  const { own, other, poul, mette } = await house.tx(async (tx) => {
    const departments = [await aDepartment(tx), await aDepartment(tx, { number: '2', name: 'Rugmarken' })] as const;
    const home = await aTenancy(tx, { departmentId: departments[0] });
    const people = {
      poul: await aPerson(tx, { name: 'Poul', lives: home }),
      mette: await aPerson(tx, { name: 'Mette' }),
    };
    return { own: departments[0], other: departments[1], ...people };
  });
  const since = new Date('2026-05-01T00:00:00Z');
  const read = (who: Id<'person'>) =>
    house.tx(async (tx) => ({
      reader: (await NEWS.readers(tx, since)).includes(who),
      told: (await NEWS.of(tx, who, since, 'da')).map(({ sentence }) => sentence),
    }));
  await held(house, 'Suppe i gården', own, mette, 12);
  const apples = await held(house, 'Æbledag', other, mette, 14);
  assert.deepEqual(await read(poul), { reader: false, told: [] }, 'nobody who has not asked');
  const asPoul = await house.signedIn(poul);
  const page = await asPoul.get('/min-side/beskeder');
  await page.submit('Gem', { 'emne[]': ['turn', 'digest', 'answer', 'ask', 'nearby'] });
  house.clock.forward({ days: 1 });
  const quiet = await held(house, 'Stille aften', other, mette, 4);
  assert.deepEqual(await read(poul), { reader: true, told: ['Rugmarken prøvede dette: ”Æbledag”. 14 kom.'] });
  assert.notEqual(apples, quiet);
  house.clock.forward({ days: 20 });
  await held(house, 'Loppemarked', other, mette, 16);
  assert.deepEqual(await read(poul), { reader: false, told: [] }, 'not twice in a month');
  house.clock.forward({ days: 8 });
  assert.deepEqual(await read(poul), { reader: true, told: ['Rugmarken prøvede dette: ”Loppemarked”. 16 kom.'] });
  house.clock.forward({ days: 28 });
  assert.deepEqual(await read(poul), { reader: true, told: [] }, 'nothing new');
  const stopping = await (await house.signedIn(poul)).get('/min-side/beskeder');
  await stopping.submit('Gem', { 'emne[]': ['turn', 'digest', 'answer', 'ask'] });
  assert.equal((await read(poul)).reader, false);
});
