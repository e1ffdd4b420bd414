import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../kernel/day.ts';
import { kroner } from '../../../kernel/money.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { type House, testApp } from '../../../testing/app.ts';
import type { Reader } from '../../../testing/reader.ts';
import { aFund, anApplication } from '../../decide/fund/seed.ts';
import { aPromised, by, paidInvoice, someAnswers, verbs } from '../../decide/results/seed.ts';
import { anOrganisation } from '../../housing/seed.ts';
import { anIdea } from '../../initiatives/seed.ts';

const { newHouse } = await testApp();
const BEST = 'Naboer, der aldrig havde talt sammen, sad ved samme bord.';

/** One project of the house's fund, promised, held, paid and told of; and an application to the municipality's. */
async function aYear(house: House) {
  const all = await aPromised(house, { title: 'Suppe i gården' });
  const other = await house.tx(async (tx) => {
    const organisationId = await anOrganisation(tx);
    return aFund(tx, { name: 'Kommunens pulje', prefix: 'K', organisationId });
  });
  await by(house, all.poul, (tx) => anApplication(tx, other, { sought: kroner(2_500), title: 'Bord til alle' }));
  await house.tx((tx) => paidInvoice(tx, all.id, kroner(3_000)));
  house.clock.set(`${addDays(all.heldOn, 1)}T20:00:00+02:00`);
  await by(house, all.mette, (tx) => verbs.giveFeedback(tx, all.id, someAnswers({ best: BEST })));
  await by(house, all.signe, (tx) => verbs.showWords(tx, all.id, true));
  return { ...all, other };
}

test('what the fund gave stands in the yearly report with what came of it, and each figure opens to its rows', async () => {
  const house = await newHouse();
  const all = await aYear(house);
  const board = await house.signedIn(all.inge);
  const page = await board.get('/aarsrapport/2026');
  assert.match(
    page.text,
    /6\.500 kr\. blev søgt i 2 ansøgninger.*4\.000 kr\. blev lovet i 1 tilsagn.*3\.000 kr\. blev betalt/,
  );
  assert.match(
    page.text,
    /dage var den midterste svartid.*100 % fik svar til tiden \(1 af 1\).*42 mennesker kom, i 1 projekt/,
  );
  assert.match(
    page.text,
    /Pulje for pulje.*Kommunens pulje 2\.500 kr\..*Puljen til fællesskaber 4\.000 kr\. 4\.000 kr\. 3\.000 kr\./,
  );
  assert.match(page.text, new RegExp(`Suppe i gården.*P-0001.*4\\.000 kr\\. 3\\.000 kr\\. 42 Er holdt\\. ”${BEST}”`));

  const sought = await board.get('/aarsrapport/2026/pulje/soegt');
  assert.match(sought.text, /De 2 rækker bag tallet.*P-0001.*Suppe i gården.*6\.500 kr\./);
  assert.match(sought.text, /K-0001 Ansøgning Kommunens pulje/, 'the board does not look into the fund of others');
  assert.doesNotMatch(sought.text, /Bord til alle/);
  const narrowed = await board.get(`/aarsrapport/2026/pulje/soegt?pulje=${all.other}`);
  assert.match(narrowed.text, /Den ene række bag tallet.*K-0001/);
  assert.equal((await board.get('/aarsrapport/2026/pulje/noget')).status, 404);
  assert.equal((await (await house.signedIn(all.poul)).get('/aarsrapport/2026/pulje/soegt')).status, 404);
});

test('the paper for the board holds the same, and words that are taken back are gone from what was published', async () => {
  const house = await newHouse();
  const all = await aYear(house);
  const signe = await house.signedIn(all.signe);
  await (await signe.get('/aarsrapport/2026/udgiv')).submit('Udgiv');
  const paper = await printed(signe);
  assert.match(paper, /Penge til fællesskaber.*6\.500 kr\./);
  assert.match(paper, /Suppe i gården.*4\.000 kr\..*3\.000 kr\..*42.*sad ved samme bord/);
  await by(house, all.signe, (tx) => verbs.showWords(tx, all.id, false));
  const edition = await signe.get('/aarsrapport/2026?udgave=1');
  assert.match(edition.text, /Suppe i gården.*42 Er holdt\./);
  assert.doesNotMatch(edition.text, /samme bord/);
  assert.doesNotMatch(await printed(signe), /samme bord/);
});

test('a year in which nobody asked a fund for anything says that the figures are missing', async () => {
  const house = await newHouse();
  const all = await aPromised(house);
  house.clock.set('2027-02-01T12:00:00+01:00');
  await house.tx((tx) => anIdea(tx));
  const board = await house.signedIn(all.inge);
  assert.match((await board.get('/aarsrapport/2027')).text, /Ingen søgte en pulje i året.*Derfor mangler tallene/);
});

async function printed(reader: Reader): Promise<string> {
  const page = await reader.get('/aarsrapport/2026');
  const token = page.root.querySelector('[name="_csrf"]')?.getAttribute('value') ?? '';
  const response = await reader.fetch('/aarsrapport/2026/hent', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ _csrf: token, form: 'pdf', edition: '1' }),
  });
  assert.equal(response.status, 200);
  const paper = await readPdf(new Uint8Array(await response.arrayBuffer()));
  assert.ok(paper.claimsUa1);
  return paper.text.replace(/\s+/g, ' ');
}
