import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { record } from '../../../platform/journal/journal.ts';
import { testApp } from '../../../testing/app.ts';
import type { TestTenant } from '../../../testing/database.ts';
import type { Reader } from '../../../testing/reader.ts';
import { loadActor } from '../../housing/public.ts';
import { aPerson, ownHouse } from '../../housing/seed.ts';
import { decide } from './commands/decide.ts';
import type { Application } from './rules/application.ts';
import { type Tracked, trackOf } from './rules/tracker.ts';
import { aFund, anApplication } from './seed.ts';

const { newHouse } = await testApp();

/** Acts as a person, with the roles they have. */
async function as<T>(house: TestTenant, personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  return house.as(actor ?? assert.fail('nobody is there'), work);
}

async function committed() {
  const house = await newHouse();
  const inge = await house.tx((tx) => aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }));
  const mette = await house.tx((tx) => aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk' }));
  const id = await as(house, mette, async (tx) => {
    await ownHouse(tx, { cvr: '99999942' });
    return anApplication(tx, await aFund(tx), {
      applicantId: mette,
      applicantName: 'Mette Holm',
      applicantEmail: 'mette@example.dk',
      applicantPhone: '+4540506070',
    });
  });
  const yes = { result: 'commit', amount: kroner(3_000), terms: '', words: '', reference: '' } as const;
  assert.ok((await as(house, inge, (tx) => decide(tx, id, yes))).ok);
  return { house, id, mette, inge };
}

async function slipFrom(reader: Reader, id: string, copies: string) {
  const page = await reader.get(`/pulje/ansoegninger/${id}`);
  const form = page.root.querySelectorAll('form').find((one) => one.getAttribute('action')?.endsWith('/seddel'));
  const token = form?.querySelector('[name="_csrf"]')?.getAttribute('value') ?? '';
  const body = new URLSearchParams({ _csrf: token, antal: copies });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await reader.fetch(`/pulje/ansoegninger/${id}/seddel`, { method: 'POST', body, headers });
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const size = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(Buffer.from(bytes).toString('latin1'));
  return {
    pdf: await readPdf(bytes),
    millimetres: [size?.[1], size?.[2]].map((points) => (Number(points) * 25.4) / 72),
  };
}

function codeOn(text: string): string {
  return /\b[2-9A-Z]{5}-[2-9A-Z]{5}\b/.exec(text)?.[0] ?? assert.fail(`no code in ${text}`);
}

test('the slip fits a wallet, has a new code at each print, and comes eight on a page', async () => {
  const { house, id, mette } = await committed();
  const reader = await house.signedIn(mette);
  const one = await slipFrom(reader, id, '1');
  assert.equal(one.pdf.pages.length, 1);
  assert.ok(one.pdf.claimsUa1);
  assert.deepEqual(one.millimetres.map(Math.round), [86, 54]);
  const eight = await slipFrom(reader, id, '8');
  assert.equal(eight.pdf.pages.length, 1);
  assert.equal(eight.pdf.text.split(codeOn(eight.pdf.text)).length - 1, 8);
  assert.notEqual(codeOn(one.pdf.text), codeOn(eight.pdf.text));
  const kept = await house.tx((tx) => tx.sql.selectFrom('fund_code').selectAll().where('kind', '=', 'slip').execute());
  assert.equal(kept.length, 2);
  assert.ok(!JSON.stringify(kept).includes(codeOn(one.pdf.text).replace('-', '')), 'the code itself is kept nowhere');
});

test('the shop sees whom to bill and what is left, and nobody who applied', async () => {
  const { house, id, mette } = await committed();
  const { pdf } = await slipFrom(await house.signedIn(mette), id, '1');
  const code = codeOn(pdf.text);
  const typed = await (await house.visitor().get('/seddel')).submit('Se sedlen', { kode: ` ${code.toLowerCase()} ` });
  const scanned = await house.visitor().get(`/seddel/${code.replace('-', '')}`);
  for (const page of [typed, scanned]) {
    assert.equal(page.status, 200);
    assert.match(page.text, /99999942.*P-0001.*Suppe i gården.*Tilbage lige nu.*3\.000 kr\./);
    assert.match(page.text, /Her er vi: Tilsagn/);
    assert.doesNotMatch(page.html, /Mette|mette@|40506070|40 50 60 70/);
  }
});

test('a code that opens nothing answers alike, whatever it is, and a closed slip is one of them', async () => {
  const { house, id, mette } = await committed();
  const reader = await house.signedIn(mette);
  const code = codeOn((await slipFrom(reader, id, '1')).pdf.text).replace('-', '');
  const closed = await (await reader.get(`/pulje/ansoegninger/${id}`)).submit('Luk for sedlerne');
  assert.match(closed.text, /Sedlen virker ikke mere/);
  const answers = [];
  for (const tried of [code, 'K7QX4MTD9P', 'kort', '%C3%86-%E2%80%AE']) {
    const page = await house.visitor().get(`/seddel/${tried}`);
    answers.push([page.status, page.text]);
  }
  assert.equal(new Set(answers.map(String)).size, 1, JSON.stringify(answers));
  assert.equal(answers[0]?.[0], 422);
});

test('codes are not found by trying: typed ones are limited by device, and after many misses addresses open nothing', async () => {
  const { house, id, mette } = await committed();
  const code = codeOn((await slipFrom(await house.signedIn(mette), id, '1')).pdf.text);
  const thief = house.visitor('203.0.113.9');
  const form = await thief.get('/seddel');
  for (let tries = 0; tries < 20; tries += 1) await form.submit('Se sedlen', { kode: 'K7QX4MTD9P' });
  assert.equal((await form.submit('Se sedlen', { kode: code })).status, 429);
  for (let tries = 0; tries < 100; tries += 1) await thief.fetch(`/seddel/K7QX4MTD${String(tries).padStart(3, '2')}`);
  assert.doesNotMatch((await house.visitor().get(`/seddel/${code}`)).text, /Suppe i gården/);
  const honest = await (await house.visitor('198.51.100.7').get('/seddel')).submit('Se sedlen', { kode: code });
  assert.match(honest.text, /Suppe i gården/);
});

test('the case is followed from sent to closed, each step with its day, by what the journal tells', async () => {
  const { house, id, mette } = await committed();
  await house.tx(async (tx) => {
    for (const kind of ['invoice.received', 'invoice.accepted']) {
      record(tx, { kind, subject: { kind: 'fund_application', id }, facts: {} });
    }
  });
  const page = await (await house.signedIn(mette)).get(`/pulje/ansoegninger/${id}`);
  assert.match(page.text, /Klaret: Faktura modtaget ?0?3\.0?5\.2026/);
  assert.match(page.text, /Her er vi: Kontrolleret/);
  assert.match(page.text, /Kommer: Til betaling/);
});

test('an invoice that goes back, or a payment that bounces, goes back on the way too', () => {
  const on = day('2026-05-04');
  const rows = { reviews: [], questions: [], recommendations: [], payments: [], end: null };
  const decision = { on, result: 'commit', amount: kroner(3_000), terms: '' };
  const application = { ...rows, submission: { on }, decisions: [decision] } as unknown as Application;
  const here = (...kinds: Tracked['kind'][]) =>
    trackOf(
      application,
      kinds.map((kind, at) => ({ kind, on: addDays(on, at + 1) })),
    ).find((step) => step.state === 'now')?.step;
  assert.equal(here(), 'commitment');
  assert.equal(here('invoice.received'), 'invoice');
  assert.equal(here('invoice.received', 'invoice.returned'), 'commitment');
  assert.equal(here('invoice.received', 'invoice.accepted', 'invoice.undone'), 'invoice');
  assert.equal(here('invoice.received', 'invoice.accepted', 'payment.approved'), 'payment');
  assert.equal(here('invoice.received', 'invoice.accepted', 'payment.approved', 'fund.paid'), 'paid');
  assert.equal(
    here('invoice.received', 'invoice.accepted', 'payment.exported', 'fund.paid', 'payment.bounced'),
    'checked',
  );
  assert.equal(here('invoice.received', 'fund.paid', 'fund.closed'), 'closed');
  const steps = (more: object) => trackOf({ ...application, ...more } as Application, []).map(({ step }) => step);
  assert.deepEqual(
    steps({ decisions: [{ on, result: 'refuse' }] }),
    ['sent', 'review'],
    'after a no nothing is to come',
  );
  assert.deepEqual(steps({ end: { on, result: 'cancelled' } }), ['sent', 'review', 'commitment']);
  assert.equal(steps({}).length, 8);
});
