import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day } from '../../../kernel/day.ts';
import { kroner } from '../../../kernel/money.ts';
import { testApp } from '../../../testing/app.ts';
import { newFollowCode, newSlipCode } from '../fund/commands/codes.ts';
import { makeLink } from './commands/feedback.ts';
import { setDays } from './commands/follow-up.ts';
import { codeWorks } from './rules/feedback.ts';
import { USUAL_DAYS } from './rules/reminders.ts';
import { aPromised, by, paidInvoice, someAnswers, verbs } from './seed.ts';

const { newHouse } = await testApp();
const evening = (on: Day) => `${on}T20:00:00+02:00`;

async function held() {
  const house = await newHouse();
  const all = await aPromised(house);
  const [follow, slip, card] = await house.tx(async (tx) => [
    await newFollowCode(tx, all.id),
    await newSlipCode(tx, all.id),
    await makeLink(tx, all.id, 'card'),
  ]);
  return { house, ...all, follow, slip, card };
}

test('a guest without mail or telephone tells how it went by the link with which they follow the case', async () => {
  const { house, heldOn, follow } = await held();
  const guest = house.visitor();
  const early = await guest.get(`/pulje/min-ansoegning/${follow}`);
  assert.doesNotMatch(early.text, /Svar på tre korte spørgsmål/);
  house.clock.set(evening(heldOn));
  const page = await guest.get(`/pulje/min-ansoegning/${follow}`);
  assert.match(page.text, /Svar på tre korte spørgsmål/);
  const asked = await page.follow('Fortæl, hvordan det gik');
  const thanks = await asked.submit('Send tilbagemeldingen', { came: '40', best: 'Suppen.' });
  assert.match(thanks.text, /Tak! Nu ved vi, hvordan det gik/);
  assert.match(
    (await guest.get(`/pulje/min-ansoegning/${follow}`)).text,
    /Tak, vi har fået jeres svar.*Ret jeres svar/,
  );
  const pasted = await (await guest.get('/tilbagemelding')).submit('Gå videre', {
    code: `http://grobund.test/${house.tenant.slug}/pulje/min-ansoegning/${follow}`,
  });
  assert.match(pasted.text, /I svarede/);
});

test('the slip shows the shop no way in, and the one who held it where to go', async () => {
  const { house, heldOn, slip, mette, card } = await held();
  assert.doesNotMatch((await house.visitor().get(`/seddel/${slip}`)).text, /Var det jer, der holdt det/);
  house.clock.set(evening(heldOn));
  const shop = house.visitor();
  const page = await shop.get(`/seddel/${slip}`);
  assert.match(page.text, /Var det jer, der holdt det\? .*Brug jeres eget link eller koden på det kort/);
  const entry = await page.follow('Fortæl, hvordan det gik');
  assert.match(entry.path, /\/tilbagemelding$/);
  assert.match((await entry.submit('Gå videre', { code: slip })).text, /Den kode kender vi ikke/);
  for (const code of [slip, slip.toLowerCase()]) assert.equal((await shop.get(`/tilbagemelding/${code}`)).status, 404);
  assert.doesNotMatch(page.html, new RegExp(card));
  const own = await (await house.signedIn(mette)).get(`/seddel/${slip}`);
  assert.match((await own.follow('Fortæl, hvordan det gik')).path, /\/pulje\/ansoegninger\/[^/]+\/tilbagemelding$/);
});

test('a code ends so many days after the closing as the fund has set, and says how to reach us', async () => {
  const { house, heldOn, id, mette, signe, fundId, follow, card } = await held();
  await house.tx((tx) => paidInvoice(tx, id, kroner(4_000)));
  house.clock.set(evening(addDays(heldOn, 1)));
  await by(house, mette, (tx) => verbs.giveFeedback(tx, id, someAnswers()));
  const last = addDays(heldOn, 91);
  house.clock.set(evening(last));
  const guest = house.visitor();
  for (const code of [card, follow]) assert.equal((await guest.get(`/tilbagemelding/${code}`)).status, 200);
  const open = await guest.get(`/tilbagemelding/${card}`);
  house.clock.set(evening(addDays(last, 1)));
  for (const code of [card, follow]) {
    const over = await guest.get(`/tilbagemelding/${code}`);
    assert.equal(over.status, 404);
    assert.match(over.text, /Koden dur ikke mere.*skriv eller ring til os/);
    assert.doesNotMatch(over.text, /Suppe i gården/);
  }
  const late = await open.submit('Ret tilbagemeldingen', { came: '7' });
  assert.match(late.text, /Koden dur ikke mere/);
  assert.doesNotMatch((await guest.get(`/pulje/min-ansoegning/${follow}`)).text, /Ret jeres svar/);
  assert.equal((await (await house.signedIn(mette)).get(`/pulje/ansoegninger/${id}/tilbagemelding`)).status, 200);
  await by(house, signe, (tx) => setDays(tx, fundId, { ...USUAL_DAYS, feedback: 200 }));
  assert.equal((await guest.get(`/tilbagemelding/${card}`)).status, 200);
});

test('while a case is open its codes do not end', () => {
  const today = '2026-05-03' as Day;
  assert.ok(codeWorks(null, 90, today));
  assert.ok(codeWorks(addDays(today, -90), 90, today));
  assert.ok(!codeWorks(addDays(today, -91), 90, today));
});
