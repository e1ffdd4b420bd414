import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { decide } from './commands/decide.ts';
import { aFund, anApplication } from './seed.ts';

const { newHouse } = await testApp();

async function twoFunds() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => ({
    signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
    inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
    mette: await aPerson(tx, { name: 'Mette Holm' }),
    first: await aFund(tx, { prefix: 'P', allocation: 'first_come', total: kroner(20_000) }),
    second: await aFund(tx, { name: 'Vilde køer', prefix: 'VK' }),
  }));
  return { house, ...people };
}

async function as<T>(house: House, personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const actor = (await house.tx((tx) => loadActor(tx, personId))) ?? assert.fail();
  return house.as(actor, work);
}

const YES = { result: 'commit', amount: kroner(500), terms: '', words: '', reference: '' } as const;

test('two funds each have a first case, and every list, page and turn tells them apart', async () => {
  const { house, signe, mette, first, second } = await twoFunds();
  await as(house, mette, (tx) => anApplication(tx, first, { title: 'Suppe', applicantId: mette }));
  const choir = await as(house, mette, (tx) => anApplication(tx, second, { title: 'Kor', applicantId: mette }));
  const asSigne = await house.signedIn(signe);
  const turns = await asSigne.get('/din-tur');
  assert.match(turns.text, /Ansøgning P-0001 venter på dig/);
  assert.match(turns.text, /Ansøgning VK-0001 venter på dig/);
  assert.match((await asSigne.get(`/pulje/ansoegninger/${choir}`)).text, /Nr\. VK-0001\./);
  const own = await (await house.signedIn(mette)).get('/pulje/ansoegninger');
  assert.match(own.text, /VK-0001[\s\S]*P-0001|P-0001[\s\S]*VK-0001/);
});

test('who came too early in the line reads which case came before, by its reference', async () => {
  const { house, inge, first } = await twoFunds();
  const later = await house.tx(async (tx) => {
    await anApplication(tx, first, { title: 'Suppe', sought: kroner(1_000) });
    return anApplication(tx, first, { title: 'Kor', sought: kroner(1_000) });
  });
  const done = await as(house, inge, (tx) => decide(tx, later, YES));
  assert.deepEqual(done, { ok: false, refusal: { kind: 'not_first', reference: 'P-0001' } });
});

test('a fund with less left than one project may have says what is left', async () => {
  const { house, inge, first, second } = await twoFunds();
  const sought = kroner(14_900);
  const id = await house.tx((tx) => anApplication(tx, first, { sought }));
  assert.ok((await as(house, inge, (tx) => decide(tx, id, { ...YES, amount: sought }))).ok);
  const visitor = house.visitor();
  for (const place of [`/puljer/${first}`, '/pulje']) {
    assert.match(
      (await visitor.get(place)).text,
      /Der er kun 5\.100 kr\. tilbage\. Mere kan I ikke få lige nu\./,
      place,
    );
  }
  const rich = await visitor.get(`/puljer/${second}`);
  assert.match(rich.text, /I kan højst få 20\.000 kr\. til ét projekt/);
  assert.doesNotMatch(rich.text, /Der er kun/);
});

test('nobody is offered to decide before it is answered whether one of them applies too', async () => {
  const { house, inge, mette, second } = await twoFunds();
  const ole = await house.tx((tx) => aPerson(tx, { name: 'Ole Bach', roles: ['organisation_board'] }));
  const coApplicants = [{ name: 'Inge Falk', personId: inge, email: null, declinedOn: null }];
  const id = await as(house, mette, (tx) => anApplication(tx, second, { coApplicants }));
  const asOle = await house.signedIn(ole);
  const before = await asOle.get(`/pulje/ansoegninger/${id}`);
  assert.match(before.text, /Svar først på, om Inge Falk søger med\. Så kan I beslutte/);
  assert.doesNotMatch(before.text, /Skriv beslutningen|Et klik skriver/);
  const after = await before.submit('Inge Falk søger med og er inhabil', {});
  assert.match(after.text, /Skriv beslutningen/);
  assert.doesNotMatch(after.text, /Svar først på/);
});
