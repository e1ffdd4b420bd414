import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type House, testApp } from '../../../testing/app.ts';
import { anOffice, aPayment, aReadyPayment } from './seed.ts';

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
