import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SAMPLE } from './fixtures/sample.ts';
import { writeCii } from './fixtures/write-cii.ts';
import { writePdf } from './fixtures/write-pdf.ts';
import { writeOioubl, writePeppol } from './fixtures/write-ubl.ts';
import type { Reading } from './invoice.ts';
import { readInvoice } from './read-invoice.ts';

const XML = writePeppol(SAMPLE);
const MB = 1024 * 1024;

function fixture(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, 'fixtures', name));
}

function codesOf(reading: Reading): string[] {
  return reading.problems.map(({ code }) => code);
}

async function refusal(bytes: Uint8Array | string): Promise<string> {
  const reading = await readInvoice(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  assert.equal(reading.kind, 'unreadable', JSON.stringify(reading).slice(0, 300));
  return codesOf(reading).join();
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'be' ? bytes.swap16() : bytes;
}

function declaredAs(encoding: string): string {
  return XML.replace('encoding="UTF-8"', `encoding="${encoding}"`).replace('×', 'x');
}

const ENCODED: Readonly<Record<string, Uint8Array>> = {
  'UTF-8': Buffer.from(XML),
  'UTF-8 with a byte order mark': Buffer.from(`\uFEFF${XML}`),
  'UTF-16LE with a mark': utf16(declaredAs('UTF-16'), 'le', true),
  'UTF-16BE with a mark': utf16(declaredAs('UTF-16'), 'be', true),
  'UTF-16LE without a mark': utf16(declaredAs('UTF-16'), 'le', false),
  'ISO-8859-1': Buffer.from(declaredAs('ISO-8859-1'), 'latin1'),
  'windows-1252': Buffer.from(declaredAs('windows-1252'), 'latin1'),
};

for (const [name, bytes] of Object.entries(ENCODED)) {
  test(`an invoice in ${name} is read with its æ, ø and å`, async () => {
    const reading = await readInvoice(bytes);
    assert.deepEqual(codesOf(reading), []);
    assert.equal(reading.kind === 'read' && reading.invoice.supplier.name, 'Bølgens Telte & Borde ApS');
  });
}

test('bytes that are wrong in their encoding are refused rather than guessed at', async () => {
  assert.equal(await refusal(Buffer.from(XML, 'latin1')), 'ENCODING');
  assert.equal(await refusal(declaredAs('EBCDIC-CP-DK')), 'ENCODING');
});

const DOCTYPE = '<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

test('a DOCTYPE is refused before parsing, in every encoding and behind anything that may stand before it', async () => {
  const [head = '', rest = ''] = XML.split('?>\n', 2).map((part, index) => (index === 0 ? `${part}?>` : part));
  const doctyped = `${head}\n<!-- en > kommentar --><?pi ?>\n${DOCTYPE}${rest.replace('2026-117', '&x;')}`;
  const lower = doctyped.replace('!DOCTYPE', '!doctype');
  const wide = doctyped.replace('UTF-8', 'UTF-16');
  for (const bytes of [doctyped, lower, `\uFEFF${doctyped}`, `${DOCTYPE}${rest}`]) {
    assert.equal(await refusal(bytes), 'DOCTYPE');
  }
  for (const order of ['le', 'be'] as const) {
    assert.equal(await refusal(utf16(wide, order, true)), 'DOCTYPE');
    assert.equal(await refusal(utf16(wide, order, false)), 'DOCTYPE');
  }
  const latin = Buffer.from(doctyped.replace('UTF-8', 'ISO-8859-1').replace('×', 'x'), 'latin1');
  assert.equal(await refusal(latin), 'DOCTYPE');
  assert.equal(await refusal(writePdf([{ name: 'factur-x.xml', content: Buffer.from(doctyped) }])), 'DOCTYPE');
});

test('the word DOCTYPE in a note is no DOCTYPE', async () => {
  const noted = XML.replace('<cbc:DocumentC', `<cbc:Note><![CDATA[${DOCTYPE}]]></cbc:Note><cbc:DocumentC`);
  assert.deepEqual(codesOf(await readInvoice(Buffer.from(noted))), []);
});

test('entities that nobody declared are refused, and the five of XML are read', async () => {
  assert.equal(await refusal(XML.replace('2026-117', '&x;')), 'XML');
  const reading = await readInvoice(Buffer.from(XML.replace('2026-117', '&lt;&#65;&#x42;&apos;&gt;')));
  assert.equal(reading.kind === 'read' && reading.invoice.number, "<AB'>");
});

const NO_INVOICES: Readonly<Record<string, [string, Uint8Array | string]>> = {
  nothing: ['EMPTY', ''],
  'a page': ['NOT-INVOICE', '<!doctype html><title>Faktura</title><p>Ikke XML'],
  'a page in XML': ['NOT-INVOICE', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
  text: ['NOT-INVOICE', 'Kære Lyngbakken, her er fakturaen.'],
  'a picture': ['NOT-INVOICE', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  'another document of UBL': ['NOT-INVOICE', XML.replaceAll(/\bInvoice(?=[- >])/g, 'Order')],
  'half an invoice': ['XML', XML.slice(0, 2000)],
  'an invoice with a duplicate attribute': ['XML', XML.replace('unitCode="EA"', 'unitCode="EA" unitCode="KGM"')],
  'an invoice with an unknown prefix': ['XML', XML.replace(/cbc:Note|cbc:UBLVersionID/g, 'zzz:Note')],
  'OIOUBL 3': ['OIOUBL-3', XML.replace(/(<cbc:CustomizationID>).*?</, '$1urn:fdc:oioubl.dk:trns:billing:invoice:3.0<')],
  'ZUGFeRD 1': ['ZUGFERD-1', '<CrossIndustryDocument xmlns="urn:ferd:CrossIndustryDocument:invoice:1p0"/>'],
  'a PDF without data': ['PDF-NO-XML', fixture('plain.pdf')],
  'half a PDF': ['PDF-BROKEN', fixture('factur-x.pdf').subarray(0, 700)],
  'a PDF with a picture attached': ['PDF-NO-XML', writePdf([{ name: 'kvittering.png', content: Buffer.from('PNG') }])],
  'a PDF with other XML attached': ['NOT-INVOICE', writePdf([{ name: 'ordre.xml', content: Buffer.from('<Order/>') }])],
};

for (const [name, [code, bytes]] of Object.entries(NO_INVOICES)) {
  test(`${name} is refused as ${code}`, async () => {
    assert.equal(await refusal(bytes), code);
  });
}

test('an element of a foreign namespace is not taken for the number of the invoice', async () => {
  const foreign = XML.replace('<cbc:ID>2026-117</cbc:ID>', '<x:ID xmlns:x="urn:x">9</x:ID><cbc:ID>2026-117</cbc:ID>');
  const reading = await readInvoice(Buffer.from(foreign));
  assert.equal(reading.kind === 'read' && reading.invoice.number, '2026-117');
});

test('the invoice in a PDF is found by the name of the standards among other files', async () => {
  const other = { name: 'a.xml', content: Buffer.from(writeOioubl({ ...SAMPLE, number: 'Gammel' })) };
  const named = { name: 'factur-x.xml', content: Buffer.from(writeCii(SAMPLE)) };
  const reading = await readInvoice(writePdf([other, named]));
  assert.equal(reading.kind === 'read' && reading.invoice.format, 'factur-x');
  const only = await readInvoice(writePdf([other]));
  assert.deepEqual(only.kind === 'read' && [only.invoice.format, only.invoice.number], ['oioubl', 'Gammel']);
});

test('a large attached document in the XML is passed over, and a file beyond the limit is not read at all', async () => {
  const attachment = `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject
    mimeCode="application/pdf" filename="a.pdf">${'QUJD'.repeat(MB)}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
  const large = Buffer.from(XML.replace('<cac:AccountingSupplierParty>', `${attachment}<cac:AccountingSupplierParty>`));
  // On a busy machine four megabytes may take longer than the usual limit; how long is asked elsewhere.
  assert.deepEqual(codesOf(await readInvoice(large, { timeLimit: 20_000 })), []);
  assert.deepEqual(codesOf(await readInvoice(large, { mostBytes: 4 * MB })), ['TOO-LARGE']);
  assert.equal(await refusal(new Uint8Array(20 * MB + 1)), 'TOO-LARGE');
});

test('what hurts is read in small pieces: nobody else waits for long', async () => {
  for (const make of [HURTING['instructions before the root'], HURTING['comments before the root']]) {
    let longest = 0;
    let last = process.cpuUsage();
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(last);
      longest = Math.max(longest, (user + system) / 1000);
      last = process.cpuUsage();
    }, 1);
    const bytes = make?.() ?? new Uint8Array();
    last = process.cpuUsage();
    await readInvoice(bytes);
    await new Promise((resolve) => setTimeout(resolve, 5));
    clearInterval(watch);
    assert.ok(longest < 1000, `${longest.toFixed(0)} ms of the processor in one go`);
  }
});

test('too deep, too many and too slow are told apart', async () => {
  const root = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">';
  assert.equal(await refusal(`${root}${'<a>'.repeat(100_000)}`), 'TOO-DEEP');
  assert.match(await refusal(`${root}${'<a/>'.repeat(300_000)}</Invoice>`), /TOO-DEEP|TOO-SLOW/);
  const long = Buffer.from(`${root}${'<a>x</a> '.repeat(150_000)}</Invoice>`);
  assert.deepEqual(codesOf(await readInvoice(long, { timeLimit: 1 })), ['TOO-SLOW']);
});

/** Inputs made to hurt. */
const HURTING: Readonly<Record<string, () => Uint8Array>> = {
  'spaces before the root': () => Buffer.from(`${' '.repeat(8 * MB)}<a/>`),
  'comments before the root': () => Buffer.from(`${'<!---->'.repeat(2 * MB)}<a/>`),
  'instructions before the root': () => Buffer.from(`${'<?a?>'.repeat(3 * MB)}<a/>`),
  'an unclosed comment': () => Buffer.from(`<!--${'-'.repeat(8 * MB)}`),
  'one endless text': () => Buffer.from(XML.replace('Bord med', 'x'.repeat(8 * MB))),
  'character references': () => Buffer.from(XML.replace('Bord med', '&#65;'.repeat(3 * MB))),
  'attributes without end': () =>
    Buffer.from(`<Invoice ${Array.from({ length: 200_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`),
  'a name without end': () => Buffer.from(`<${'a'.repeat(8 * MB)}/>`),
  'a number without end': () => Buffer.from(XML.replace('6937.50', '9'.repeat(MB))),
  'zeros without end': () => new Uint8Array(8 * MB),
};

for (const [name, make] of Object.entries(HURTING)) {
  test(`${name}: an answer within the time limit`, async () => {
    const bytes = make();
    // What the processor did for it: a machine that does other things at the same time changes nothing in that.
    const begun = process.cpuUsage();
    await readInvoice(bytes, { timeLimit: 500 });
    const { user, system } = process.cpuUsage(begun);
    const taken = (user + system) / 1000;
    assert.ok(taken < 2000, `took ${taken.toFixed(0)} ms`);
  });
}

test('a PDF is ended by what it makes the reader work, and the next one is read', async () => {
  const endless = writePdf([], 'a', 2_000_000);
  const begun = process.cpuUsage();
  assert.deepEqual(codesOf(await readInvoice(endless, { timeLimit: 500 })), ['TOO-SLOW']);
  const { user, system } = process.cpuUsage(begun);
  assert.ok((user + system) / 1000 < 1500, `${(user + system) / 1000} ms of the processor`);
  const next = await readInvoice(fixture('factur-x.pdf'));
  assert.equal(next.kind, 'read');
});

test('a PDF that unpacks to more than it should is ended, and the next one is read', async () => {
  const bomb = writePdf([{ name: 'factur-x.xml', content: new Uint8Array(300 * MB) }]);
  assert.ok(bomb.length < MB);
  assert.match(await refusal(bomb), /PDF-HEAVY|TOO-SLOW|PDF-BROKEN/);
  const next = await readInvoice(fixture('factur-x.pdf'));
  assert.equal(next.kind, 'read');
});

test('several hundred PDFs in a row, and several at once, are all read', async () => {
  const pdf = fixture('factur-x.pdf');
  for (let count = 0; count < 210; count += 1) assert.equal((await readInvoice(pdf)).kind, 'read');
  const together = await Promise.all(Array.from({ length: 20 }, () => readInvoice(pdf)));
  assert.ok(together.every(({ kind }) => kind === 'read'));
});
