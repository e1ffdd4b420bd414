import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { XmlDocument } from 'libxml2-wasm';
import { invoiceJson } from './invoice-json.ts';
import { readInvoice } from './read-invoice.ts';

/** Official samples, where they lie beside the project; the same promises hold for our own fixtures without them. */
const SHARED = process.env.GROBUND_SHARED ?? join(import.meta.dirname, '../../../../shared');
const SAMPLES = join(SHARED, 'data/invoices');
const FIXTURES = join(import.meta.dirname, 'fixtures');

const UBL = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
};

interface Expected {
  readonly format: string;
  readonly kind: string;
  readonly supplierCvr: string | null;
  readonly buyerGln: string | null;
  readonly warnings: readonly string[];
}

const OFFICIAL: Readonly<Record<string, Expected>> = {
  'valid/OIOUBL_Invoice_v2p2.xml': oioubl('invoice', '16356706', '5798009811578', ['CVR']),
  'valid/OIOUBL_CreditNote_v2p2.xml': oioubl('creditNote', '16356706', '5798009811578', ['CVR']),
  'valid/old_BASPRO_03_01_06_Invoice_B.xml': oioubl('invoice', '16356706', '5798000416604', ['CVR', 'CVR']),
  'valid/old_COMPAY_04_04_00_Invoice.xml': oioubl('invoice', '56781234', null, []),
  'valid/peppol_base-example.xml': peppol('invoice'),
  'valid/peppol_base-creditnote-correction.xml': peppol('creditNote'),
  'valid/latin1-with-wrong-name.xml': peppol('invoice'),
};

const OWN: Readonly<Record<string, Expected>> = {
  'oioubl-invoice.xml': oioubl('invoice', '31415926', '5790000271825', []),
  'oioubl-credit-note.xml': oioubl('creditNote', '31415926', '5790000271825', []),
  'peppol-invoice.xml': { ...oioubl('invoice', '31415926', '5790000271825', []), format: 'peppol' },
  'peppol-credit-note.xml': { ...oioubl('creditNote', '31415926', '5790000271825', []), format: 'peppol' },
};

function oioubl(kind: string, supplierCvr: string, buyerGln: string | null, warnings: readonly string[]): Expected {
  return { format: 'oioubl', kind, supplierCvr, buyerGln, warnings };
}

function peppol(kind: string): Expected {
  return { format: 'peppol', kind, supplierCvr: null, buyerGln: null, warnings: ['CURRENCY', 'GLN', 'IBAN'] };
}

const folders = [
  { folder: FIXTURES, files: OWN },
  ...(existsSync(SAMPLES) ? [{ folder: SAMPLES, files: OFFICIAL }] : []),
];

for (const { folder, files } of folders) {
  for (const [name, expected] of Object.entries(files)) {
    test(`${name} is read with the figures that another reader finds in it`, async () => {
      const bytes = readFileSync(join(folder, name));
      const { lines, payment, problems, ...said } = invoiceJson(await readInvoice(bytes));
      const found = figuresIn(bytes, expected.format === 'oioubl');
      assert.deepEqual(
        problems.map(({ code }) => code),
        expected.warnings,
      );
      assert.deepEqual(
        [said.format, said.kind, said.supplier.cvr, said.buyer.gln],
        [expected.format, expected.kind, expected.supplierCvr, expected.buyerGln],
      );
      assert.deepEqual(
        [said.number, said.issueDate, said.dueDate, said.currency, said.supplier.name, said.orderReference],
        [found.number, found.issueDate, found.dueDate, found.currency, found.supplier, found.orderReference],
      );
      assert.deepEqual(
        [said.netAmount, said.vatAmount, said.payableAmount],
        [found.net, found.vat, found.payable].map((amount) => amount.toFixed(2)),
      );
      assert.deepEqual(
        lines.map((line) => [line.id, line.netAmount]),
        found.lines,
      );
      assert.equal(payment?.means ?? null, found.means);
    });
  }
}

/** The same facts by XPath in another parser (libxml2). */
function figuresIn(bytes: Uint8Array, danish: boolean) {
  const document = XmlDocument.fromBuffer(bytes);
  try {
    const text = (path: string) => document.get(path, UBL)?.content.trim() || null;
    const number = (path: string) => Number(text(path) ?? 0);
    const total = '/*/cac:LegalMonetaryTotal/cbc:';
    const lines = document.find("/*/*[local-name()='InvoiceLine' or local-name()='CreditNoteLine']");
    const net = number(`${total}LineExtensionAmount`) - number(`${total}AllowanceTotalAmount`);
    return {
      number: text('/*/cbc:ID'),
      issueDate: text('/*/cbc:IssueDate'),
      dueDate: text('/*/cbc:DueDate') ?? text('//cbc:PaymentDueDate'),
      currency: text('/*/cbc:DocumentCurrencyCode'),
      supplier: text('/*/cac:AccountingSupplierParty//cac:PartyName/cbc:Name'),
      orderReference: text('/*/cac:OrderReference/cbc:ID'),
      net: danish ? net : number(`${total}TaxExclusiveAmount`),
      vat: number('/*/cac:TaxTotal/cbc:TaxAmount'),
      payable: number(`${total}PayableAmount`),
      means: text('/*/cac:PaymentMeans/cbc:PaymentMeansCode'),
      lines: lines.map((_, index) => {
        const line = `/*/*[local-name()='InvoiceLine' or local-name()='CreditNoteLine'][${index + 1}]/cbc:`;
        return [text(`${line}ID`), number(`${line}LineExtensionAmount`).toFixed(2)];
      }),
    };
  } finally {
    document.dispose();
  }
}

if (existsSync(SAMPLES)) {
  const INVALID: Readonly<Record<string, readonly [string, string]>> = {
    'peppol-DK-R-002.xml': ['read', 'DK-R-002'],
    'peppol-DK-R-005.xml': ['read', 'DK-R-005'],
    'peppol-DK-R-008.xml': ['read', 'DK-R-008'],
    'peppol-DK-R-011.xml': ['read', 'DK-R-011'],
    'mut-total-wrong.xml': ['read', 'BR-CO-16'],
    'mut-no-id.xml': ['read', 'BR-02'],
    'mut-xxe.xml': ['unreadable', 'DOCTYPE'],
    'not-ubl.html': ['unreadable', 'NOT-INVOICE'],
  };
  for (const [name, [kind, code]] of Object.entries(INVALID)) {
    test(`${name} is told of ${code}`, async () => {
      const reading = await readInvoice(readFileSync(join(SAMPLES, 'invalid', name)));
      const errors = reading.problems.filter(({ severity }) => severity === 'error').map((one) => one.code as string);
      assert.equal(reading.kind, kind);
      assert.ok(errors.includes(code), errors.join());
    });
  }

  test('the official CII example is read with its figures', async () => {
    const bytes = readFileSync(join(SAMPLES, 'valid/CII_example1.xml'));
    const said = invoiceJson(await readInvoice(bytes));
    const text = bytes.toString();
    const amount = (name: string) => Number(new RegExp(`<ram:${name}[^>]*>([^<]*)<`).exec(text)?.[1]).toFixed(2);
    assert.deepEqual(
      [said.netAmount, said.vatAmount, said.payableAmount],
      [amount('TaxBasisTotalAmount'), amount('TaxTotalAmount'), amount('DuePayableAmount')],
    );
    assert.deepEqual([said.format, said.number, said.dueDate], ['cii', '12115118', '2015-01-09']);
    assert.equal(said.lines.length, text.split('<ram:LineID>').length - 1);
    assert.equal(said.payment?.iban, 'NL57RABO0107307510');
    assert.deepEqual(
      said.problems.filter(({ severity }) => severity === 'error'),
      [],
    );
  });
}
