import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { type PrintedPdf, readPdf } from '../../../platform/documents/pdf-reading.ts';
import { testApp } from '../../../testing/app.ts';
import { verbs as invoiceVerbs, oioubl, typedFacts } from '../invoices/seed.ts';
import { exportPayments } from './commands/exporting.ts';
import { markPaid } from './commands/settling.ts';
import { PAYERS } from './public.ts';
import type { PaymentId } from './rules/payment.ts';
import { actingAs, anOffice, type Office, yes } from './seed.ts';
import { paymentOfInvoice } from './store/payments.ts';

const { newHouse } = await testApp();

const plainPdf = await readFile(new URL('../../../engines/invoice/fixtures/plain.pdf', import.meta.url));
const brokenPdf = Buffer.from(
  '%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 1 0 R>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF',
);

async function office() {
  const house = await newHouse();
  return { ...(await anOffice(house)), house };
}

/** The invoice came as this file, and was accepted, approved by two, sent to the bank and paid. */
async function paidWith(at: Office, bytes: Uint8Array, name: string): Promise<PaymentId> {
  const { house, people } = at;
  const invoiceId = await actingAs(house, people.jonas, async (tx) => {
    const received = await invoiceVerbs.receiveInvoice(tx, { bytes, name, way: 'public' });
    assert(received.ok);
    if (!received.value.read) {
      const facts = typed(tx.today);
      assert((await invoiceVerbs.typeFacts(tx, received.value.id, 1, facts)).ok);
    }
    const accepted = await invoiceVerbs.acceptInvoice(tx, PAYERS, received.value.id, { part: false, words: '' });
    assert.deepEqual(accepted, { ok: true, value: kroner(1_000) });
    return received.value.id;
  });
  return pay(at, invoiceId);
}

async function pay({ house, people, organisationId }: Office, invoiceId: Id<'invoice'>): Promise<PaymentId> {
  const id = await house.tx((tx) => paymentOfInvoice(tx, invoiceId));
  assert(id);
  assert((await actingAs(house, people.karen, (tx) => yes(tx, id))).ok);
  await actingAs(house, people.lise, async (tx) => {
    assert((await yes(tx, id)).ok);
    assert((await exportPayments(tx, organisationId, [id], { kind: 'due' })).ok);
    assert((await markPaid(tx, id, { source: 'hand', words: '', on: tx.today })).ok);
  });
  return id;
}

const typed = (today: Day) =>
  typedFacts({
    number: '117',
    reference: 'P-0001',
    issueDate: today,
    dueDate: today,
    deliveryFrom: today,
    deliveryUntil: today,
    supplier: 'Vesterby Brugs',
    buyer: 'Boligforeningen Prøven',
    payable: kroner(1_000),
    payment: { means: null, iban: null, account: { reg: '0040', number: '0440116243' }, fik: null },
  });

async function voucherOf({ house, people }: Awaited<ReturnType<typeof office>>, id: PaymentId): Promise<PrintedPdf> {
  const lise = await house.signedIn(people.lise);
  const response = await lise.fetch(`/betalinger/${id}/bilag`);
  assert.equal(response.headers.get('content-type'), 'application/pdf');
  return readPdf(new Uint8Array(await response.arrayBuffer()));
}

test('a voucher holds the letter of commitment, the approvals and the first 200 lines of the invoice, and is PDF/UA', async () => {
  const at = await office();
  const written = oioubl({
    number: '117',
    issueDate: '2026-05-03' as Day,
    deliveryDate: '2026-05-03' as Day,
    reference: 'P-0001',
    lines: [
      { name: 'Suppeurter', price: kroner(400) },
      ...Array.from({ length: 200 }, () => ({ name: 'En skål', price: kroner(2) })),
    ],
  });
  const id = await paidWith(at, Buffer.from(written), 'faktura.xml');
  const { text, claimsUa1, pages } = await voucherOf(at, id);
  assert.match(text, /Karen Lund.*som den første.*Lise Krogh.*som den anden/s);
  assert.match(text, /advars(?:el|ler), som stod på\s+siden, da Jonas Bak godkendte\s+fakturaen/);
  assert.doesNotMatch(text, /besvaret/);
  assert.match(text, /Suppeurter.*Og 1 linje mere/s);
  assert.ok(pages.some((page) => /Kære Poul/.test(page) && /10\.000 kr\./.test(page)));
  assert.ok(claimsUa1);
});

test('the pages of a PDF follow the voucher to print; a sheet that can be read aloud holds it as a file, and so does the package', async () => {
  const at = await office();
  const shown = await paidWith(at, plainPdf, 'faktura.pdf');
  const { pages, tagged } = await voucherOf(at, shown);
  assert.ok(tagged);
  assert.match(pages.at(-1) ?? '', new RegExp(`Side ${pages.length} af ${pages.length}`));

  const lisa = await at.house.signedIn(at.people.lise);
  const response = await lisa.fetch(`/betalinger/${shown}/bilag/ark`);
  const sheet = await readPdf(new Uint8Array(await response.arrayBuffer()));
  assert.ok(sheet.claimsUa1, 'our own pages can be read aloud');
  assert.deepEqual(
    sheet.attachments.map((one) => Buffer.from(one)),
    [plainPdf],
    'the invoice lies in it as it came',
  );
  assert.match(sheet.text, /Karen Lund.*Fakturaens fil ligger ved/s);
  const all = Buffer.from(await (await lisa.fetch('/betalinger/bilag/pakke')).arrayBuffer());
  for (const name of ['bilag-00001.pdf', 'bilag-00001-faktura.pdf', 'bilag-00001-ark.pdf'])
    assert.ok(all.includes(name));
  assert.ok(all.includes(plainPdf), 'and beside it in the package');

  const broken = await office();
  const unshown = await paidWith(broken, brokenPdf, 'faktura.pdf');
  const voucher = await voucherOf(broken, unshown);
  assert.match(voucher.text, /Fakturaen kan ikke vises her/);
  assert.ok(voucher.claimsUa1);
  const lise = await broken.house.signedIn(broken.people.lise);
  const list = await lise.get('/betalinger/bilag');
  assert.match(list.text, /Vesterby Brugs/);
  const packed = Buffer.from(await (await lise.fetch('/betalinger/bilag/pakke')).arrayBuffer());
  assert.ok(packed.includes('bilag-00001.pdf') && packed.includes('bilag-00001-faktura.pdf'));
  assert.ok(packed.includes(brokenPdf), 'the file as it came');
});

test('the list for the finance system says what was paid, of what, and by whom it was approved', async () => {
  const at = await office();
  await paidWith(at, plainPdf, 'faktura.pdf');
  const lise = await at.house.signedIn(at.people.lise);
  const csv = await (await lise.fetch('/betalinger/bilag/liste')).text();
  const [heading, row, ...more] = csv.trim().split('\r\n');
  assert.match(heading ?? '', /^\ufeff?Bilag;Betalt;Modtager/);
  assert.match(row ?? '', /^1;03-05-2026;Vesterby Brugs;117;P-0001;1000,00;;Karen Lund;Lise Krogh;1;GB-000001-1$/);
  assert.deepEqual(more, []);
  assert.equal((await lise.get('/betalinger/bilag/pakke?fra=2025-01-01&til=2025-12-31')).status, 404);
});
