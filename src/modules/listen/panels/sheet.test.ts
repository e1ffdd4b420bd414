import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { testApp } from '../../../testing/app.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson } from '../../housing/seed.ts';
import { aPanel, residentsToMirror } from './seed.ts';

const { newHouse } = await testApp();

test('whoever would rather write with a pen gets the same questions on one page, while one can sign up', async () => {
  const house = await newHouse();
  const signe = await house.tx(async (tx) => {
    await residentsToMirror(tx);
    return aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
  });
  const actor = (await house.tx((tx) => loadActor(tx, signe))) ?? assert.fail();
  const panel = await house.as(actor, (tx) => aPanel(tx, { closesOn: tx.today }));
  const place = `/fokusgrupper/${panel.id}`;
  const visitor = house.visitor('10.4.0.9');
  const form = await visitor.get(`${place}/tilmeld`);
  const href = form.root.querySelector('a[href$="/skema"]')?.getAttribute('href') ?? assert.fail('no way to it');
  const sheet = await readPdf(new Uint8Array(await (await visitor.fetch(href)).arrayBuffer()));
  assert.equal(sheet.pages.length, 1);
  assert.ok(sheet.claimsUa1);
  const questions = form.root.querySelectorAll('main label, main legend');
  assert.ok(questions.length > 12);
  for (const asked of questions) {
    const question = asked.text.replace(/\(.*\)|valgfri.*/i, '').trim();
    if (/^(Om dig|Hvor du bor|Hvordan vi|Når vi|Det ved jeg)/.test(question)) continue;
    assert.ok(sheet.text.replace(/\s+/g, ' ').includes(question), `"${question}" is asked on paper too`);
  }
  house.clock.forward({ days: 1 });
  assert.equal((await visitor.fetch(`${place}/tilmeld/skema`)).status, 404);
});
