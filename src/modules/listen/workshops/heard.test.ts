import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEWS } from '../../../news.ts';
import { workOf } from '../../../schedule.ts';
import { testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { aGathering, aGuest } from '../../gatherings/seed.ts';
import { anOrganisation } from '../../housing/seed.ts';
import { aWorkshop, setTables, verbs } from './seed.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;

test('those who took part hear once that the result is ready, by a link to their own answer or to the wall', async () => {
  const house = await newHouse();
  const { workshop, table } = await house.tx(async (tx) => {
    const workshop = await aWorkshop(tx);
    const [table] = await setTables(tx, workshop, [null]);
    return { workshop, table: table ?? assert.fail() };
  });
  const [seated, free, absent] = [post.newAddress(), post.newAddress(), post.newAddress()];
  await house.tx(async (tx) => {
    const asked = { phone: null, organisationId: null, part: 'participant' as const };
    for (const [email, tableId, came] of [
      [seated, table.id, true],
      [free, null, true],
      [absent, table.id, false],
    ] as const)
      await verbs.invite(tx, workshop, { ...asked, personName: 'Gæst', email, tableId, came });
  });
  const before = (await post.to(absent)).length;
  for (let times = 0; times < 2; times += 1) {
    await house.tx((tx) => verbs.release(tx, workshop));
    await post.work(house, jobs);
  }
  const letters = await post.to(seated);
  assert.deepEqual([letters.length, (await post.to(free)).length], [1, 1]);
  assert.deepEqual((await post.to(absent)).length - before, 1, 'the invitation alone');
  assert.match(letters[0]?.text ?? '', /Resultatet af ”Fællesskaber, der holder” er klar.*jeres eget bord svarede/s);
  const link = /kommer-du\/[\w-]+/.exec(letters[0]?.text ?? '')?.[0] ?? assert.fail();
  assert.ok((await house.visitor().get(`/${link}`)).link('svar'));
  const [other] = await post.to(free);
  const theirs = await house.visitor().get(`/${/kommer-du\/[\w-]+/.exec(other?.text ?? '')?.[0] ?? assert.fail()}`);
  assert.ok((await theirs.follow('Se resultatet')).path.endsWith(`/w/${workshop.code}/vaeg`));
});

test('guests of the gathering and who asked for it at the wall hear too, once, and nobody else who left an address', async () => {
  const house = await newHouse();
  const [guest, step, both, silent] = [1, 2, 3, 4].map(() => post.newAddress()) as [string, string, string, string];
  const workshop = await house.tx(async (tx) => {
    const gathering = await aGathering(tx);
    const organisationId = await anOrganisation(tx);
    for (const email of [guest, both]) await aGuest(tx, gathering, { name: `Gæst ${email}`, email, organisationId });
    const opened = await aWorkshop(tx, { gatheringId: gathering.id });
    await verbs.putUpChoices(tx, opened, [{ field: '', title: 'Fællesspisning' }]);
    return opened;
  });
  const phone = house.visitor();
  const link = `/w/${workshop.code}`;
  const said = (email: string, hears: string) => ({ step: 'Jeg ringer', stepContact: email, stepHears: hears });
  const nowhere = await (await phone.get(`${link}/skridt`)).submit('Det gør jeg', said('', 'ja'));
  assert.equal(nowhere.status, 422);
  assert.match(nowhere.text, /så vi kan skrive til dig/);
  for (const email of [step, both]) await (await phone.get(`${link}/skridt`)).submit('Det gør jeg', said(email, 'ja'));
  await (await phone.get(`${link}/skridt`)).submit('Det gør jeg', { step: 'Jeg ringer', stepContact: silent });
  const join = await phone.get(`${link}/vaer-med`);
  const choice = join.root.querySelector('input[name="choices[]"]')?.getAttribute('value') ?? assert.fail();
  await join.submit('Jeg vil være med', { 'choices[]': choice, name: 'Bo', contact: step, hears: 'ja' });
  await post.work(house, jobs);
  await house.tx((tx) => verbs.release(tx, workshop));
  await post.work(house, jobs);
  const ready = async (address: string) =>
    (await post.to(address)).filter(({ text }) => /Resultatet af/.test(text ?? '')).length;
  assert.deepEqual([await ready(guest), await ready(step), await ready(both), await ready(silent)], [1, 1, 1, 0]);
});
