import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kroner } from '../../../kernel/money.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { aPerson } from '../../housing/seed.ts';
import { typedFacts, verbs } from '../invoices/seed.ts';
import { openPayment } from './commands/opening.ts';
import { actingAs, anOffice, aPayment, aReadyPayment } from './seed.ts';
import { paymentOfInvoice } from './store/payments.ts';

const { newHouse } = await testApp();

const office = async (): Promise<{ house: House; at: Awaited<ReturnType<typeof anOffice>> }> => {
  const house = await newHouse();
  return { house, at: await anOffice(house) };
};

test('a payment goes from the first yes to paid, by two people and a file that is the same each time', async () => {
  const { house, at } = await office();
  const { id } = await aPayment(at);
  const lise = await house.signedIn(at.people.lise);
  const karen = await house.signedIn(at.people.karen);
  const first = await (await lise.get(`/betalinger/${id}`)).submit('Godkend betalingen', {});
  assert.match(first.text, /Nu mangler der en godkendelse fra en anden.*Du har godkendt den/s);
  const second = await (await karen.get(`/betalinger/${id}`)).submit('Godkend betalingen', {});
  assert.match(second.text, /klar til banken/);
  const made = await (await lise.get('/betalinger/eksport')).submit('Lav filen', {});
  assert.match(made.text, /Filen er klar.*Vesterby Brugs.*GB-000001-1/s);
  const file = made.path.replace(/^.*(\/betalinger\/filer\/[^?]*).*$/, '$1');
  const [one, two] = [await lise.get(`${file}/csv`), await lise.get(`${file}/csv`)];
  assert.equal(one.status, 200);
  assert.equal(one.text, two.text);
  const paid = await (await lise.get(`/betalinger/${id}`)).submit('Den er betalt', {});
  assert.match(paid.text, /Betalingen står som betalt/);
  assert.match((await lise.get('/betalinger?vis=paid')).text, /Vesterby Brugs/);
});

test('beside a yes from somebody whose role is new stands who gave it, also to the next who approves; an old role is not told', async () => {
  const { house, at } = await office();
  const alias = await house.tx((tx) => aPerson(tx, { name: 'K. Lund' }));
  house.clock.forward({ days: 31 });
  const { id } = await aPayment(at);
  const karen = await house.signedIn(at.people.karen);
  await (await karen.get(`/personer/${alias}`)).submit('Giv en rolle', { role: 'finance' });
  const own = await (await (await house.signedIn(alias)).get(`/betalinger/${id}`)).submit('Godkend betalingen', {});
  assert.match(own.text, /Du har godkendt den/);
  const next = await karen.get(`/betalinger/${id}`);
  assert.match(next.text, /K\. Lund godkendte\s*Rollen er givet af Karen Lund 3\. juni 2026/);
  assert.equal(next.text.match(/Rollen er givet/g)?.length, 2, 'where one approves, and in what has happened');

  const ordinary = await aPayment(at, { number: 'F-118' });
  const lise = await house.signedIn(at.people.lise);
  const seen = await (await lise.get(`/betalinger/${ordinary.id}`)).submit('Godkend betalingen', {});
  assert.match(seen.text, /Lise Krogh godkendte/);
  assert.doesNotMatch(seen.text, /Rollen er givet/);
});

test('the file of a batch that was taken back is not given out any more', async () => {
  const { house, at } = await office();
  await aReadyPayment(at);
  const lise = await house.signedIn(at.people.lise);
  const made = await (await lise.get('/betalinger/eksport')).submit('Lav filen', {});
  const file = made.path.replace(/^.*(\/betalinger\/filer\/[^?]*).*$/, '$1');
  assert.equal((await lise.get(`${file}/csv`)).status, 200);
  const undone = await made.submit('Træk filen tilbage', { words: 'Forkert dag' });
  assert.match(undone.text, /Forkert dag/);
  assert.doesNotMatch(undone.html, new RegExp(`href="${file}/`));
  for (const which of ['csv', 'fil']) assert.equal((await lise.get(`${file}/${which}`)).status, 404);
});

test('what is wrong is said in plain words, and what was typed is kept', async () => {
  const { house, at } = await office();
  const { id } = await aPayment(at);
  const lise = await house.signedIn(at.people.lise);
  const page = await lise.get(`/betalinger/${id}`);
  const again = await page.submit('Gem kontoen', { account: '3000 12345678901', words: 'Ringet til dem' });
  assert.equal(again.status, 422);
  assert.match(again.text, /Kontoen kan ikke være rigtig/);
  assert.match(again.html, /3000 12345678901/);
  const karen = await house.signedIn(at.people.karen);
  const rules = await (await karen.get('/betalinger/indstillinger')).submit('Gem reglerne', { iban: 'DK00' });
  assert.equal(rules.status, 422);
});

test('nobody but those who pay comes near: residents, boards and visitors find no such page', async () => {
  const { house, at } = await office();
  const id = await aReadyPayment(at);
  const readers = [house.visitor(), await house.signedIn(at.people.inge)];
  for (const reader of readers) {
    for (const path of ['/betalinger', `/betalinger/${id}`, '/betalinger/indstillinger', `/betalinger/${id}/bilag`]) {
      const found = await reader.get(path);
      assert.ok(!found.text.includes('Vesterby Brugs'), path);
    }
  }
  const jonas = await house.signedIn(at.people.jonas);
  assert.equal((await jonas.get(`/betalinger/${id}`)).status, 200);
  assert.equal((await jonas.get('/betalinger/eksport')).status, 404);
});

test('who approves a bill that was typed in without a picture is told to look at the paper', async () => {
  const { house, at } = await office();
  const account = { means: null, iban: null, account: { reg: '0040', number: '0440116243' }, fik: null };
  const accepted = async (number: string, picture: Uint8Array | null) => {
    const invoiceId = await actingAs(at.house, at.people.jonas, async (tx) => {
      const facts = typedFacts({
        number,
        reference: 'P-0001',
        issueDate: tx.today,
        supplier: 'Vesterby Brugs',
        buyer: 'Boligforeningen Prøven',
        payable: kroner(1_000),
        payment: account,
      });
      const received = await verbs.receiveTyped(tx, facts, picture && { bytes: picture, name: 'regning.pdf' });
      assert(received.ok);
      const done = await verbs.acceptInvoice(tx, { accepted: openPayment }, received.value.id, {
        part: false,
        words: '',
      });
      assert(done.ok);
      return received.value.id;
    });
    const id = await at.house.tx((tx) => paymentOfInvoice(tx, invoiceId));
    return (await (await house.signedIn(at.people.lise)).get(`/betalinger/${id}`)).text;
  };
  assert.match(await accepted('1', null), /der er intet billede af den.*Se papiret, før du godkender/s);
  assert.doesNotMatch(await accepted('2', Buffer.from('%PDF-1.7\n%%EOF\n')), /intet billede/);
});
