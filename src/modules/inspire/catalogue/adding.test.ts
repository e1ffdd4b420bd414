import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../testing/app.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { initiativeById } from '../../initiatives/public.ts';
import { anInitiative } from '../../initiatives/seed.ts';
import { deckCard, verbs } from './seed.ts';

const { newHouse } = await testApp();

test('a card comes into what is begun already, once: its title and places stay, and the day and the why where none are', async () => {
  const house = await newHouse();
  const people = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId });
    await verbs.putInDeck(tx);
    const [mette, poul] = [await aPerson(tx, { lives: home }), await aPerson(tx, { lives: home })];
    return { departmentId, mette, poul };
  });
  const [begun, card, other] = await house.tx(async (tx) => [
    await anInitiative(tx, {
      title: 'Bål hos os',
      status: 'under_way',
      by: people.mette,
      departmentIds: [people.departmentId],
      why: '',
      place: '',
    }),
    await deckCard(tx, 'firePlace'),
    await deckCard(tx, 'knitting'),
  ]);
  const poul = await house.signedIn(people.poul);
  assert.equal((await poul.get(`/katalog/kort/${card.id}/vi-vil?initiativ=${begun}`)).status, 404, 'not his');
  const mette = await house.signedIn(people.mette);
  const page = await (await mette.get(`/katalog/kort/${card.id}/vi-vil`)).follow('Læg til: Bål hos os');
  assert.equal(page.root.querySelector('[name="title"]'), null, 'its title is not asked for');
  const wrong = await page.submit('Læg det til', { participants: 'mange' });
  assert.equal(wrong.status, 422);
  const inside = await wrong.submit('Læg det til', { participants: '60', startsOn: '2026-08-20' });
  assert.match(inside.text, /Skridt, små opgaver og budget er lagt til/);
  assert.match(inside.text, /Find et sted langt nok fra huse og træer/);
  assert.match(inside.text, /Kortet ”Bålplads og fortælleaftener” i kataloget/);
  assert.match(inside.text, /Bålfad og sten 8\.400 kr\./, 'the bowl for twice as many');
  const known = await house.tx((tx) => initiativeById(tx, begun));
  assert.deepEqual(
    [known?.title, known?.departmentIds, known?.startsOn, known?.why === ''],
    ['Bål hos os', [people.departmentId], '2026-08-20', false],
  );
  const again = await mette.get(`/katalog/kort/${other.id}/vi-vil?initiativ=${begun}`);
  assert.match((await again.submit('Læg det til', {})).text, /Initiativet har allerede et kort/);
  const event = await inside.follow('Sæt en dag på');
  const value = (name: string) => event.root.querySelector(`[name="${name}"]`)?.getAttribute('value');
  assert.deepEqual([value('on'), value('expected')], ['2026-08-20', '60'], 'nor are the day and how many they are');
  const held = await event.submit('Sæt det på kalenderen', { starts: '19:00', place: 'Gården' });
  assert.match(held.text, /Fortæl en historie på ti minutter/, 'its small tasks stand on the event');
});
