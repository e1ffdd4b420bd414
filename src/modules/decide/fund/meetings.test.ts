import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kroner } from '../../../kernel/money.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { testApp } from '../../../testing/app.ts';
import { aPerson } from '../../housing/seed.ts';
import { recuse } from './commands/handling.ts';
import { aFund, anApplication } from './seed.ts';

const { newHouse } = await testApp();

async function withCases() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => ({
    signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
    karen: await aPerson(tx, { name: 'Karen Mose', roles: ['secretariat'] }),
    inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
    ole: await aPerson(tx, { name: 'Ole Bach', roles: ['organisation_board'] }),
    mette: await aPerson(tx, { name: 'Mette Holm' }),
  }));
  const fundId = await house.tx((tx) => aFund(tx, { total: kroner(20_000), projectMax: kroner(20_000) }));
  const ids = await house.tx(async (tx) => ({
    soup: await anApplication(tx, fundId, { title: 'Suppe', sought: kroner(6_000) }),
    choir: await anApplication(tx, fundId, { title: 'Kor', sought: kroner(9_000) }),
  }));
  const asSigne = await house.signedIn(people.signe);
  for (const [id, amount] of [
    [ids.soup, '5.000'],
    [ids.choir, '9.000'],
  ] as const) {
    const page = await asSigne.get(`/pulje/ansoegninger/${id}`);
    await page.submit('Send til beslutning', { result: 'commit', amount, words: 'Hemmelig overvejelse.' });
  }
  const list = await (await asSigne.get(`/puljer/${fundId}/moeder`)).submit('Lav mødelisten', {
    on: '2026-05-12',
    reference: 'OB 12.05.2026, punkt 4',
  });
  return { house, ...people, ...ids, fundId, asSigne, list };
}

test('the meeting list shows what is left after each case, and never tells who stands aside', async () => {
  const { house, inge, ole, soup, fundId, asSigne, list } = await withCases();
  assert.match(list.text, /P-0001 Suppe[\s\S]*6\.000 kr\.[\s\S]*Ja 5\.000 kr\.[\s\S]*15\.000 kr\./);
  assert.match(list.text, /P-0002 Kor[\s\S]*9\.000 kr\.[\s\S]*Ja 9\.000 kr\.[\s\S]*6\.000 kr\./);
  await house.tx((tx) => recuse(tx, soup, { personId: inge, reason: 'family' }));
  const hers = await (await house.signedIn(inge)).get(list.path);
  assert.doesNotMatch(hers.text, /5\.000 kr\.[\s\S]*P-0002/, 'neither the advice nor a sum that tells it');
  assert.match(hers.text, /Du er inhabil/);
  const paper = await (await house.signedIn(inge)).fetch(`${list.path}/liste.pdf`);
  const printed = (await readPdf(new Uint8Array(await paper.arrayBuffer()))).text;
  assert.doesNotMatch(printed, /Ja 5\.000 kr\.|Ingen indstilling/, 'nor does her paper, nor that there is none');
  assert.match(printed, /Du er inhabil/);
  const asOle = await house.signedIn(ole);
  const yes = await (await asOle.get(`/pulje/ansoegninger/${soup}`)).submit('Ja til 5.000 kr.', {});
  assert.match(yes.text, /Beslutningen er skrevet/);
  const after = await asOle.get(list.path);
  assert.match(after.text, /Besluttet: Ja 5\.000 kr\./);
  assert.match(list.text, /Før mødet er der 20\.000 kr\. i puljen/);
  assert.match(after.text, /Der er 15\.000 kr\. i puljen nu, når det, I har besluttet, er trukket fra/);
  assert.doesNotMatch(after.text, /Før mødet/, 'what is left after a decision is not what there was before');
  assert.equal((await asOle.fetch(`${list.path}/liste.pdf`)).status, 200);
  assert.doesNotMatch(after.text, /Referat \(PDF\)|Gem, hvem der var med/);
  assert.equal((await asOle.fetch(`${list.path}/referat.docx`)).status, 422, 'nobody has said who was there');
  const nobody = await (await asSigne.get(list.path)).submit('Gem, hvem der var med', {});
  assert.match(nobody.text, /Vælg mindst én/);
  const written = await nobody.submit('Gem, hvem der var med', { 'present[]': [ole] });
  assert.match(written.text, /Nu står det i referatet[\s\S]*Referat \(PDF\)/);
  assert.equal((await asOle.fetch(`${list.path}/referat.docx`)).status, 200);
  const minutes = Buffer.from(await (await asOle.fetch(`${list.path}/referat.pdf`)).arrayBuffer());
  const said = (await readPdf(new Uint8Array(minutes))).text;
  assert.match(said, /Til stede\s*Ole Bach/);
  assert.match(said, /Inge Falk/, 'who stood aside was not there, and is named so');
  assert.doesNotMatch((await house.visitor().get(`/puljer/${fundId}/venteliste`)).text, /Venteliste til/);
});

test('after the yes, money comes free, is called off with a fee kept, and is handed on', async () => {
  const { house, inge, mette, soup, choir, asSigne, fundId } = await withCases();
  const asInge = await house.signedIn(inge);
  for (const [id, yes] of [
    [soup, 'Ja til 5.000 kr.'],
    [choir, 'Ja til 9.000 kr.'],
  ] as const) {
    await (await asInge.get(`/pulje/ansoegninger/${id}`)).submit(yes, {});
  }
  const ask = (id: string) => asSigne.get(`/pulje/ansoegninger/${id}`);
  assert.match((await (await ask(soup)).submit('Frigiv penge', { amount: '9.999' })).text, /Så meget er der ikke/);
  assert.match((await (await ask(soup)).submit('Frigiv penge', { amount: '1.000' })).text, /Pengene er tilbage/);
  const off = await (await ask(choir)).submit('Skriv, at den er aflyst', { keep: '500', words: 'Storm.' });
  assert.match(off.text, /Sagen er aflyst/);
  assert.match(off.text, /Kan stadig bruges[\s\S]*500,00 kr\./);
  await house.tx((tx) =>
    tx.sql.updateTable('person').set({ email: 'mette@example.dk' }).where('id', '=', mette).execute(),
  );
  const on = await (await ask(soup)).submit('Giv sagen videre', { contact: 'mette@example.dk' });
  assert.match(on.text, /Mette Holm fører sagen nu/);
  const ledger = await house.visitor().get(`/puljer/${fundId}/regnskab`);
  assert.match(
    ledger.text,
    /Lovet -14\.000,00 kr\.[\s\S]*Kommet retur 9\.500,00 kr\.[\s\S]*Tilbage nu 15\.500,00 kr\./,
  );
});

test('the secretariat puts money in with a reference, and nobody else does', async () => {
  const { house, karen, mette, fundId } = await withCases();
  const place = `/puljer/${fundId}/regnskab`;
  const page = await (await house.signedIn(karen)).get(place);
  assert.match((await page.submit('Læg pengene i', { amount: '5.000' })).text, /Skriv, hvor det er besluttet/);
  const more = await page.submit('Læg pengene i', { amount: '5.000', reference: 'OB 12.05, punkt 9' });
  assert.match(more.text, /Lagt til af bestyrelsen 5\.000,00 kr\.[\s\S]*Tilbage nu 25\.000,00 kr\./);
  const theirs = await house.signedIn(mette);
  assert.doesNotMatch((await theirs.get(place)).text, /Læg pengene i/);
  const tried = await theirs.post(`/puljer/${fundId}/tilfoej`, { amount: '5.000', reference: 'OB' });
  assert.ok(tried.status >= 400);
  assert.match((await theirs.get(place)).text, /Tilbage nu 25\.000,00 kr\./);
});
