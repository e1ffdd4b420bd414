import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAMPLE, type Sample } from './fixtures/sample.ts';
import { writeOioubl, writePeppol } from './fixtures/write-ubl.ts';
import type { Invoice } from './invoice.ts';
import { invoiceJson } from './invoice-json.ts';
import { readInvoice } from './read-invoice.ts';

const CREDIT: Sample = { ...SAMPLE, kind: 'creditNote', number: 'K-9' };

async function read(xml: string): Promise<Invoice> {
  const reading = await readInvoice(Buffer.from(xml));
  assert.equal(reading.kind, 'read', JSON.stringify(reading));
  assert.deepEqual(reading.problems, []);
  return (reading as { invoice: Invoice }).invoice;
}

for (const [format, write] of [['oioubl', writeOioubl] as const, ['peppol', writePeppol] as const]) {
  test(`an invoice in ${format} is read with its parties, references, amounts and lines`, async () => {
    const reading = await readInvoice(Buffer.from(write(SAMPLE)));
    assert.deepEqual(invoiceJson(reading), {
      format,
      kind: 'invoice',
      number: '2026-117',
      issueDate: '2026-09-14',
      dueDate: '2026-10-01',
      currency: 'DKK',
      supplier: { name: 'Bølgens Telte & Borde ApS', cvr: '31415926', endpoint: 'DK31415926' },
      buyer: { name: 'Boligselskabet Lyngbakken', cvr: '27182828', gln: '5790000271825' },
      reference: 'FP-2026-0042',
      orderReference: 'Tilsagn 42',
      netAmount: '5550.00',
      vatAmount: '1387.50',
      payableAmount: '6937.50',
      payment: {
        means: '42',
        iban: null,
        registrationNumber: '0040',
        account: '0440116243',
        bic: null,
        fik: null,
        giro: null,
        reference: null,
      },
      lines: [
        {
          id: '1',
          name: 'Festtelt 6 × 12 m, opstillet',
          quantity: '1',
          unit: 'EA',
          price: '4800.00',
          netAmount: '4800.00',
          vatRate: '25',
        },
        {
          id: '2',
          name: 'Bord med to bænke',
          quantity: '12',
          unit: 'EA',
          price: '62.50',
          netAmount: '750.00',
          vatRate: '25',
        },
      ],
      problems: [],
    });
  });

  test(`a credit note in ${format} says so, with positive amounts`, async () => {
    const invoice = await read(write(CREDIT));
    assert.deepEqual([invoice.kind, invoice.number, invoice.totals.payable], ['creditNote', 'K-9', 693750]);
  });
}
