import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArrivedMail } from '../../../dev/smtp.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { ENCLOSURES } from '../../../neighbours.tsx';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { testApp } from '../../../testing/app.ts';
import type { TestTenant } from '../../../testing/database.ts';
import { testPost } from '../../../testing/post.ts';
import { loadActor } from '../../housing/public.ts';
import { aDepartment, aPerson, aTenancy, ownHouse } from '../../housing/seed.ts';
import { turnsJobs } from '../../turns/public.ts';
import { startApplication, submit } from './commands/applying.ts';
import { decide } from './commands/decide.ts';
import { withdraw } from './commands/endings.ts';
import { askQuestion } from './commands/handling.ts';
import { fundTurns } from './public.ts';
import type { ApplicationId, Page } from './rules/application.ts';
import type { Decision } from './rules/deciding.ts';
import { aFund, anApplication, aPage } from './seed.ts';

const { newHouse, db } = await testApp();
const post = await testPost(db);
const names = () => async () => new Map<string, string>();
const news = { readers: async () => [], of: async () => [] };
const jobs = turnsJobs({ ...post.ways, tongue: { kinds: fundTurns, names }, news, enclosures: ENCLOSURES });

/** Acts as a person, with the roles they have. */
async function as<T>(house: TestTenant, personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  return house.as(actor ?? assert.fail('nobody is there'), work);
}

async function lived() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => {
    await ownHouse(tx, {
      cvr: '99999942',
      streetLine: 'Bakketoppen 2',
      postcode: '4999',
      city: 'Vesterby',
      email: 'regning@lyngbakken.test',
    });
    const home = await aTenancy(tx, { departmentId: await aDepartment(tx) });
    return {
      signe: await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] }),
      inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
      tove: await aPerson(tx, { name: 'Tove Lund', lives: home }),
      fundId: await aFund(tx),
    };
  });
  const answer = (id: ApplicationId, decision: Decision) =>
    as(house, people.inge, async (tx) => {
      const done = await decide(tx, id, { ...decision, reference: 'OB, punkt 4' });
      assert.ok(done.ok, JSON.stringify(done));
    });
  return { house, answer, ...people };
}

const yes = { result: 'commit', amount: kroner(3_000), terms: 'To voksne er med.', words: 'Godt fundet på.' } as const;
const no = { result: 'refuse', reason: 'cash_like', words: 'Gavekort kan vi ikke give.' } as const;

async function attached(mail: ArrivedMail | undefined) {
  const [file] = mail?.attachments ?? [];
  assert.ok(file, 'a file came with the mail');
  return { name: file.name, pdf: await readPdf(new Uint8Array(Buffer.from(file.base64, 'base64'))) };
}

test('a visitor gets receipt, question and commitment by mail, with the page for the supplier', async () => {
  const { house, answer, signe, fundId } = await lived();
  const mine = post.newAddress();
  const id = await house.tx((tx) => anApplication(tx, fundId, { applicantEmail: mine }));
  await post.work(house, jobs);
  const [receipt] = await post.to(mine);
  assert.match(receipt?.subject ?? '', /Vi har fået jeres ansøgning, nr\. P-0001/);
  assert.match((await attached(receipt)).pdf.text, /I får svar senest 17\. maj 2026/);
  await as(house, signe, (tx) => askQuestion(tx, id, 'Hvem køber ind?'));
  await post.work(house, jobs);
  const [question] = await post.to(mine);
  assert.match(question?.text ?? '', /Hvem køber ind\?/);
  const link = /\/pulje\/min-ansoegning\/[\w-]+/.exec(question?.text ?? '')?.[0] ?? '';
  const asked = await house.visitor().get(link);
  assert.match((await asked.submit('Send svaret', { words: 'Det gør Poul.' })).text, /Tak for svaret/);
  await answer(id, yes);
  await post.work(house, jobs);
  const [told] = await post.to(mine);
  assert.match(told?.text ?? '', /I har fået ja til ”Suppe i gården”: 3\.000 kr\./);
  const { name, pdf } = await attached(told);
  assert.equal(name, 'tilsagn.pdf');
  assert.ok(pdf.claimsUa1 && pdf.tagged);
  assert.match(pdf.text, /I søgte om 4\.000 kr\..*To voksne er med.*mærkes P-0001.*Læg ikke selv ud/s);
  const sheet = pdf.pages[1] ?? '';
  assert.match(
    sheet,
    /Bakketoppen 2, 4999 Vesterby.*99999942.*P-0001.*regning@lyngbakken\.test.*3\.000 kr\. med moms/s,
  );
});

test('a no says why and how to apply again; what is rolled back is never sent', async () => {
  const { house, answer, inge, fundId } = await lived();
  const mine = post.newAddress();
  const id = await house.tx((tx) => anApplication(tx, fundId, { applicantEmail: mine, language: 'en' }));
  await post.work(house, jobs);
  await assert.rejects(
    as(house, inge, async (tx) => {
      await decide(tx, id, { ...no, reference: '' });
      throw new Error('no light');
    }),
    /no light/,
  );
  await post.work(house, jobs);
  assert.equal((await post.to(mine)).length, 1, 'the receipt, and nothing else');
  await answer(id, no);
  await post.work(house, jobs);
  const { pdf, name } = await attached((await post.to(mine))[0]);
  assert.equal(name, 'answer.pdf');
  assert.equal(pdf.language, 'en-GB');
  assert.match(pdf.text, /How to apply again.*a shop or a firm can send us an invoice/s);
});

test('a yes in English calls the sheet for the shop what stands on the sheet', async () => {
  const { house, answer, fundId } = await lived();
  const mine = post.newAddress();
  const id = await house.tx((tx) => anApplication(tx, fundId, { applicantEmail: mine, language: 'en' }));
  await answer(id, yes);
  await post.work(house, jobs);
  const told = (await post.to(mine)).find((mail) => mail.attachments.some(({ name }) => name === 'commitment.pdf'));
  const { pages } = (await attached(told)).pdf;
  const [letter = '', sheet = ''] = pages.map((page) => page.replace(/\s+/g, ' '));
  assert.match(letter, /Give them the page “Til den, der sender fakturaen”/);
  assert.match(sheet, /Til den, der sender fakturaen/);
});

test('who wants paper finds the letter in the print list, with name and street in the window', async () => {
  const { house, answer, signe, tove, fundId } = await lived();
  const id = await as(house, tove, (tx) =>
    anApplication(tx, fundId, { applicantId: tove, applicantName: 'Tove Lund' }),
  );
  await answer(id, { result: 'wait', words: 'Vi har ikke penge nok lige nu.' });
  const staff = await house.signedIn(signe);
  const pile = await staff.get('/udskriv/breve');
  assert.match(pile.text, /Tove Lund/);
  const file = await staff.fetch(pile.link('Hent'));
  const pdf = await readPdf(new Uint8Array(await file.arrayBuffer()));
  assert.equal(pdf.pages.length, 2, 'the receipt and the answer, each a letter');
  assert.match(pdf.pages[1] ?? '', /Tove Lund.*I er på venteliste.*Vi har ikke penge nok/s);
});

test('a paper form without an address becomes a letter to hand over, until somebody has', async () => {
  const { house, answer, signe, fundId } = await lived();
  const id = await as(house, signe, async (tx) => {
    const made = await startApplication(tx, fundId, aPage(tx, { applicantName: 'Ukendt Nabo' }), 'paper');
    assert.ok((await submit(tx, made.id)).ok);
    return made.id;
  });
  await answer(id, yes);
  const staff = await house.signedIn(signe);
  assert.match((await staff.get('/din-tur')).text, /Et brev om ansøgning P-0001 skal printes og afleveres/);
  const page = await staff.get(`/pulje/ansoegninger/${id}`);
  assert.match(page.text, /Tilsagn Skal printes og afleveres/);
  const pdf = await staff.fetch(page.link('Tilsagn'));
  assert.equal((await readPdf(new Uint8Array(await pdf.arrayBuffer()))).pages.length, 2);
  const word = await staff.fetch(page.link('Ret det i Word'));
  assert.match(word.headers.get('content-type') ?? '', /wordprocessingml/);
  const handed = await page.submit('Brevet er afleveret');
  assert.match(handed.text, /Afleveret 3\. maj 2026/);
  const after = await handed.submit('Brevet er afleveret');
  assert.doesNotMatch(after.text, /Skal printes og afleveres/);
  assert.doesNotMatch((await staff.get('/din-tur')).text, /skal printes og afleveres/);
});

test('nobody reads a letter that is not theirs', async () => {
  const { house, answer, tove, inge, fundId } = await lived();
  const one = (wanted: Partial<Page>) => house.tx((tx) => anApplication(tx, fundId, wanted));
  const id = await one({ applicantEmail: post.newAddress() });
  const other = await one({ applicantId: tove });
  await answer(id, yes);
  const [letter] = await house.tx((tx) =>
    tx.sql.selectFrom('fund_letter').select('id').where('application_id', '=', id).execute(),
  );
  for (const reader of [await house.signedIn(tove), await house.signedIn(inge), house.visitor()]) {
    for (const at of [id, other]) {
      assert.notEqual((await reader.fetch(`/pulje/ansoegninger/${at}/brev/${letter?.id}`)).status, 200);
    }
  }
});

test('who takes a case back hears that it is done, and the first on the waiting list hears that money came', async () => {
  const { house, answer, signe } = await lived();
  const [mine, theirs] = [post.newAddress(), post.newAddress()];
  const few = { total: kroner(5_000), projectMax: kroner(5_000), prefix: 'W' };
  const fundId = await house.tx((tx) => aFund(tx, few));
  const first = await house.tx((tx) => anApplication(tx, fundId, { applicantEmail: mine, title: 'Suppe' }));
  const second = await house.tx((tx) => anApplication(tx, fundId, { applicantEmail: theirs, title: 'Kor' }));
  await answer(first, yes);
  await answer(second, { result: 'wait', words: 'Pengene rækker ikke i år.' });
  await post.work(house, jobs);
  const told = async (address: string) => (await post.to(address)).map((mail) => mail.text).join('\n');
  assert.doesNotMatch(await told(theirs), /næste på ventelisten/);
  assert.ok((await as(house, signe, (tx) => withdraw(tx, first, 'De flyttede.'))).ok);
  await post.work(house, jobs);
  assert.match(await told(mine), /Ansøgningen ”Suppe” er trukket tilbage/);
  assert.match(await told(theirs), /”Kor” er den næste på ventelisten/);
  assert.match(await told(theirs), /Køb ikke ind endnu/);
});
