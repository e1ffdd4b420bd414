import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { ENCLOSURES } from '../../../neighbours.tsx';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { loadActor } from '../../housing/public.ts';
import { aDepartment, anOrganisation, aPerson } from '../../housing/seed.ts';
import { turnsJobs } from '../../turns/public.ts';
import { decide } from './commands/decide.ts';
import { fundTurns } from './public.ts';
import type { Terms } from './rules/policy.ts';
import { aFund, anApplication } from './seed.ts';

const { newHouse, db } = await testApp();
const post = await testPost(db);
const names = () => async () => new Map<string, string>();
const news = { readers: async () => [], of: async () => [] };
const jobs = turnsJobs({ ...post.ways, tongue: { kinds: fundTurns, names }, news, enclosures: ENCLOSURES });

/** A café with guests from outside that has just got its yes, in a house whose municipality has this address. */
async function withGuests(email: string, wanted: { terms?: Partial<Terms>; nonResidents?: boolean } = {}) {
  const { terms = {}, nonResidents = true } = wanted;
  const house = await newHouse();
  const { signe, inge, fundId, departmentId } = await house.tx(async (tx) => {
    await anOrganisation(tx, { streetLine: 'Rådhuset 1', postcode: '4999', city: 'Vesterby', email });
    return {
      signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
      inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
      fundId: await aFund(tx, terms),
      departmentId: await aDepartment(tx, { name: 'Kærhaven' }),
    };
  });
  const id = await house.tx((tx) =>
    anApplication(tx, fundId, { title: 'Sprogcafé', departmentIds: [departmentId], nonResidents }),
  );
  const actor = await house.tx((tx) => loadActor(tx, inge as Id<'person'>));
  const yes = { result: 'commit', amount: kroner(3_000), terms: '', words: '', reference: 'OB 4' } as const;
  await house.as(actor ?? assert.fail(), async (tx) => assert.ok((await decide(tx, id, yes)).ok));
  await post.work(house, jobs);
  return { house, id, staff: await house.signedIn(signe) };
}

test('where guests come from outside, the municipality gets the budget by mail with the yes, and the case says so', async () => {
  const theirs = post.newAddress();
  const { id, staff } = await withGuests(theirs);
  const [mail] = await post.to(theirs);
  assert.match(mail?.subject ?? '', /Budget for en aktivitet med gæster udefra, nr\. P-0001/);
  assert.doesNotMatch(mail?.text ?? '', /Mette Holm/);
  const file = mail?.attachments[0] ?? assert.fail('the budget came with it');
  assert.equal(file.name, 'budget.pdf');
  const pdf = await readPdf(new Uint8Array(Buffer.from(file.base64, 'base64')));
  assert.ok(pdf.claimsUa1 && pdf.tagged);
  assert.match(pdf.text, /Vesterby Kommune.*Sprogcafé.*Kærhaven.*4\.000 kr\..*3\.000 kr\./s);
  assert.doesNotMatch(pdf.text, /Mette Holm/, 'who had the idea is nothing to the municipality');
  const page = await staff.get(`/pulje/ansoegninger/${id}`);
  assert.match(page.text, /Budget til kommunen Sendt, 3\. maj 2026/);
});

test('without an address of the municipality, staff print the budget and say when it has been handed over', async () => {
  const { id, staff } = await withGuests('');
  assert.match((await staff.get('/din-tur')).text, /Et brev om ansøgning P-0001 skal printes og afleveres/);
  const page = await staff.get(`/pulje/ansoegninger/${id}`);
  assert.match(page.text, /Budget til kommunen Skal printes og afleveres/);
  assert.match((await page.submit('Brevet er afleveret')).text, /Budget til kommunen Afleveret 3\. maj 2026/);
});

test('the municipality hears nothing where all live here, or where the policy does not tell it', async () => {
  for (const wanted of [{ nonResidents: false }, { terms: { tellsMunicipality: false } }]) {
    const theirs = post.newAddress();
    const { id, staff } = await withGuests(theirs, wanted);
    assert.deepEqual(await post.to(theirs), []);
    assert.doesNotMatch((await staff.get(`/pulje/ansoegninger/${id}`)).text, /Budget til kommunen/);
  }
});
