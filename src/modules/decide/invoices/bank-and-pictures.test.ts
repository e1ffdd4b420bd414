import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writePdf } from '../../../engines/invoice/fixtures/write-pdf.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { INVOICE_PAYERS } from '../../../neighbours.tsx';
import { testApp } from '../../../testing/app.ts';
import { acceptedInvoiceById } from './public.ts';
import type { Facts } from './rules/facts.ts';
import { billsOf, type Part } from './rules/pairing.ts';
import { aDesk, anInvoice, NO_PAYERS, oioubl, typedFacts, verbs, type Written } from './seed.ts';

const { newHouse } = await testApp();
const withCommitment = async () => aDesk(await newHouse());

const A_PDF = new Uint8Array(
  Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF'),
);

test('whose account changed is asked about however the supplier is written, and the way back is a change too', async () => {
  const { invoice, signe, as } = await withCommitment();
  const lines = [{ name: 'Mad', price: kroner(100) }];
  const supplier = { name: 'Vesterby Brugs', cvr: '31415926' };
  const other = { reg: '5479', number: '0001234567' };
  let number = 200;
  const accept = async (wanted: Partial<Written>, words?: string) => {
    number += 1;
    const id = await as(signe, (tx) => anInvoice(tx, invoice({ lines, number: String(number), ...wanted })));
    if (words) await as(signe, (tx) => verbs.answerCheck(tx, id, { rule: 'bank', code: 'bank_changed', words }));
    const done = await as(signe, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, id, { part: false, words: '' }));
    return { id, done: done.ok ? 'ok' : done.refusal };
  };
  assert.equal((await accept({ supplier })).done, 'ok', 'the first time');
  assert.equal((await accept({ supplier })).done, 'ok', 'the same again');
  assert.equal((await accept({ supplier, account: { reg: '40', number: '440116243' } })).done, 'ok', 'without noughts');
  // A forged bill leaves the company number out: it is no new supplier for that.
  assert.equal((await accept({ supplier: { ...supplier, cvr: '' }, account: other })).done, 'unanswered');
  assert.equal((await accept({ supplier: { name: 'VESTERBY BRUGS', cvr: '' }, account: other })).done, 'unanswered');
  assert.equal((await accept({ supplier: { name: 'Vesterby Brugs', cvr: '99134623' }, account: other })).done, 'ok');
  const moved = await accept({ supplier, account: other }, 'Jeg har ringet til dem.');
  assert.equal(moved.done, 'ok');
  assert.equal((await accept({ supplier })).done, 'unanswered', 'back again is a change');
  // What was taken back was no payment: the account of the time before holds.
  await as(signe, (tx) => verbs.undoOutcome(tx, NO_PAYERS, moved.id, 'Forkert'));
  assert.equal((await accept({ supplier })).done, 'ok');
});

test('a bill that would pay ourselves is stopped, and the ready mail asks for the right account', async () => {
  const { house, invoice, signe, karen, as } = await withCommitment();
  const admin = await house.signedIn(karen);
  const settings = await (await admin.get('/betalinger/indstillinger')).submit('Gem', {
    payerName: 'Boligforeningen Prøven',
    iban: '0040 0440116243',
  });
  assert.equal(settings.status, 200, settings.text);
  const id = await as(signe, (tx) => anInvoice(tx, invoice()));
  const one = await (await house.signedIn(signe)).get(`/fakturaer/${id}`);
  assert.match(one.text, /Kontoen er vores egen/);
  assert.match(one.html, /Kontoen på fakturaen er vores egen\. Skriv jeres\./);
  assert.doesNotMatch(one.text, /Godkend 3\.000/);
  const paid = await as(signe, (tx) => verbs.acceptInvoice(tx, INVOICE_PAYERS, id, { part: false, words: '' }));
  assert.deepEqual(paid, { ok: false, refusal: 'stopped' });
});

test('a form takes a bill as XML and PDF: one invoice, whose picture lies beside it and can be parted from it', async () => {
  const { house, invoice, signe, as } = await withCommitment();
  const desk = await house.signedIn(signe);
  const xml = () => new File([oioubl(invoice())], 'faktura.xml', { type: 'text/xml' });
  const pdf = (name: string) => new File([A_PDF], name, { type: 'application/pdf' });
  const add = await desk.get('/fakturaer/ny');
  const bad = await add.submit('Læg den ind', { file: [xml(), new File(['<a/>'], 'note.xml')] });
  assert.equal(bad.status, 422);
  assert.match(bad.text, /note\.xml: /);
  assert.match((await desk.get('/fakturaer')).text, /Ingen fakturaer venter/, 'all or nothing');
  const one = await add.submit('Læg den ind', { file: [pdf('faktura.pdf'), xml()] });
  assert.match(one.text, /Åbn billedet af fakturaen/);
  const picture = await desk.fetch(`${one.path}/billede`);
  assert.equal(picture.headers.get('content-type'), 'application/pdf');
  assert.match(String((await desk.fetch(`${one.path}/fil`)).headers.get('content-type')), /xml/);
  const id = one.path.split('/').at(-1) as Id<'invoice'>;
  const done = await as(signe, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, id, { part: false, words: '' }));
  assert.ok(done.ok);
  const accepted = await as(signe, (tx) => acceptedInvoiceById(tx, id));
  assert.ok(accepted?.fileId && accepted.pictureId && accepted.fileId !== accepted.pictureId, 'the voucher has both');
  await as(signe, (tx) => verbs.undoOutcome(tx, NO_PAYERS, id, 'Forkert'));
  const two = await (await desk.get(one.path)).submit('Skil dem ad', {});
  assert.match(two.text, /Nu er det to fakturaer/);
  assert.match(two.text, /Vi kunne ikke læse tal i filen/);
  assert.notEqual(two.path, one.path);
  assert.doesNotMatch((await desk.get(one.path)).text, /Åbn billedet/);
  const several = await add.submit('Læg den ind', { file: [pdf('a.pdf'), pdf('b.pdf')] });
  assert.match(several.text, /2 fakturaer er lagt ind/);
});

test('a supplier sends one bill at a time; the PDF of a bill that we have is known as the same', async () => {
  const { house, invoice, signe, as } = await withCommitment();
  const xml = new File([oioubl(invoice())], 'faktura.xml', { type: 'text/xml' });
  const pdf = new File([A_PDF], 'faktura.pdf', { type: 'application/pdf' });
  const form = await house.visitor().get('/faktura?ref=P-0001');
  const both = await form.submit('Send fakturaen', {
    file: [xml, new File([oioubl(invoice({ number: '9' }))], '9.xml')],
  });
  assert.equal(both.status, 422);
  assert.match(both.text, /mere end én faktura/);
  assert.match((await form.submit('Send fakturaen', { file: [xml, pdf] })).text, /Vi har fået fakturaen/);
  const late = await as(signe, (tx) => verbs.receiveInvoice(tx, { bytes: A_PDF, name: 'rykker.pdf', way: 'public' }));
  assert.ok(late.ok);
  const facts = typedFacts({ number: '4', supplier: 'Vesterby Brugs', payable: kroner(3_000) });
  await as(signe, (tx) => verbs.typeFacts(tx, late.value.id, 1, facts));
  const one = await (await house.signedIn(signe)).get(`/fakturaer/${late.value.id}`);
  assert.match(one.text, /den samme fil, som vi har fået før/);
});

test('a PDF that comes alone after its XML is laid beside it; one that says something else is a bill of its own', async () => {
  const { house, invoice, signe, as } = await withCommitment();
  const written = invoice({ number: 'F-2026-41' });
  const id = await as(signe, (tx) => anInvoice(tx, written));
  const sent = (words: string, way: 'mail' | 'public' = 'mail') =>
    as(signe, (tx) => verbs.receiveInvoice(tx, { bytes: writePdf([], words), name: 'scan.pdf', way }));
  const other = await sent('Faktura F-2026-42 Vesterby Brugs I alt 3.000,00 kr.');
  const dearer = await sent('Faktura F-2026-41 Vesterby Brugs I alt 3.000,01 kr.');
  const stranger = await sent('Faktura F-2026-41 Garn og Traad I alt 3.000,00 kr.');
  const byForm = await sent('Faktura F-2026-41 Vesterby Brugs I alt 3.000,00 kr. Form', 'public');
  for (const one of [other, dearer, stranger, byForm]) assert.ok(one.ok && one.value.id !== id && one.value.code);
  const same = await sent('Faktura F-2026-41 Vesterby Brugs I alt 3.000,00 kr.');
  assert.deepEqual(same, { ok: true, value: { id, code: null, read: true } });
  const desk = await house.signedIn(signe);
  assert.match((await desk.get(`/fakturaer/${id}`)).text, /Åbn billedet af fakturaen/);
  assert.equal((await desk.fetch(`/fakturaer/${id}/billede`)).headers.get('content-type'), 'application/pdf');
  const again = await sent('Faktura F-2026-41 Vesterby Brugs I alt 3.000,00 kr. igen');
  assert.ok(again.ok && again.value.id !== id, 'it has its picture');
});

test('a PDF inside an e-invoice is shown beside it; what only says that it is one is not', async () => {
  const { house, invoice, signe, as } = await withCommitment();
  const desk = await house.signedIn(signe);
  const withInside = (number: string, inside: Uint8Array) =>
    oioubl(invoice({ number })).replace(
      '<cac:AccountingSupplierParty>',
      `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject
        mimeCode="application/pdf" filename="faktura.pdf">${Buffer.from(inside).toString('base64')}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>`,
    );
  const send = async (number: string, inside: Uint8Array) => {
    const bytes = new Uint8Array(Buffer.from(withInside(number, inside)));
    const received = await as(signe, (tx) => verbs.receiveInvoice(tx, { bytes, name: 'faktura.xml', way: 'mail' }));
    assert.ok(received.ok);
    return `/fakturaer/${received.value.id}`;
  };
  const one = await send('71', A_PDF);
  assert.match((await desk.get(one)).text, /Åbn billedet af fakturaen/);
  const shown = await desk.fetch(`${one}/billede`);
  assert.equal(shown.headers.get('content-type'), 'application/pdf');
  assert.deepEqual(new Uint8Array(await shown.arrayBuffer()), A_PDF);
  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  assert.doesNotMatch((await desk.get(await send('72', new Uint8Array(page)))).text, /Åbn billedet/);
});

test('files that came together are as many invoices as there are bills', () => {
  const part = (
    name: string,
    facts: Partial<Facts> | null = null,
    format: Part['format'] = facts ? 'oioubl' : 'pdf',
    text = '',
  ) => ({
    name,
    format,
    text,
    facts: facts && { ...typedFacts({ supplier: 'Vesterby Brugs' }), ...facts },
  });
  const bills = (...parts: Part[]) =>
    billsOf(parts).map(({ file, picture }) => (picture ? `${file.name} + ${picture.name}` : file.name));
  const xml = part('F-117.xml', { number: '117' });
  const other = part('F-118.xml', { number: '118' });
  assert.deepEqual(bills(xml, part('F-117.pdf')), ['F-117.xml + F-117.pdf']);
  assert.deepEqual(bills(part('f-117.PDF'), xml), ['F-117.xml + f-117.PDF']);
  assert.deepEqual(bills(part('Faktura.pdf'), xml), ['F-117.xml + Faktura.pdf'], 'alone with each other');
  assert.deepEqual(bills(xml, part('bon.jpg', null, 'picture')), ['F-117.xml + bon.jpg']);
  assert.deepEqual(bills(xml, part('F-118.pdf')), ['F-117.xml', 'F-118.pdf'], 'a numbered neighbour is another bill');
  assert.deepEqual(bills(xml, part('vilkår.pdf'), part('Regning 117.pdf')), [
    'F-117.xml + Regning 117.pdf',
    'vilkår.pdf',
  ]);
  assert.deepEqual(bills(xml, part('1170.pdf'), part('a.pdf')), ['F-117.xml', '1170.pdf', 'a.pdf']);
  assert.deepEqual(bills(part('F-118.pdf'), part('F-117.pdf'), xml, other), [
    'F-117.xml + F-117.pdf',
    'F-118.xml + F-118.pdf',
  ]);
  assert.deepEqual(bills(xml, other, part('a.pdf')), ['F-117.xml', 'F-118.xml', 'a.pdf'], 'whose it is, nobody knows');
  const says = (name: string, text: string) => part(name, null, 'pdf', text);
  const full = part('F-117.xml', { number: 'F-117', payable: kroner(1_250) });
  const terms = says('Salgsbetingelser.pdf', 'Betaling sker netto 14 dage. Alle priser er uden moms.');
  assert.deepEqual(
    bills(full, terms),
    ['F-117.xml', 'Salgsbetingelser.pdf'],
    'alone with each other, and another paper',
  );
  assert.deepEqual(bills(full, says('F-117.pdf', 'Faktura F-118 At betale 1.250,00')), ['F-117.xml', 'F-117.pdf']);
  assert.deepEqual(bills(full, says('a.pdf', 'Faktura F117 At betale 1250,00 kr.'), part('b.pdf')), [
    'F-117.xml + a.pdf',
    'b.pdf',
  ]);
  assert.deepEqual(bills(full, says('a.pdf', 'Følgeseddel til F-117')), ['F-117.xml + a.pdf'], 'nothing contradicts');
  const hybrid = (number: string) => part('a.pdf', { number }, 'factur-x');
  assert.deepEqual(bills(xml, hybrid('0117')), ['F-117.xml + a.pdf']);
  assert.deepEqual(bills(xml, hybrid('118')), ['F-117.xml', 'a.pdf']);
  assert.deepEqual(bills(part('a.pdf'), part('b.jpg', null, 'picture')), ['a.pdf', 'b.jpg']);
});
