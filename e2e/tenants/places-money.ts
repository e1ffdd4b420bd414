import type { Asked } from './things.ts';

const followed: Asked = { params: { code: 'invoiceCode' } };
const invoice: Asked = { params: { id: 'invoice' } };
const payment: Asked = { params: { id: 'payment' } };
const batch: Asked = { params: { id: 'batch' } };
const nothing: Asked = {};

/** Invoices and payments. */
export const MONEY: Readonly<Record<string, Asked>> = {
  'GET /faktura': { query: { ref: 'P-0001' } },
  'POST /faktura': { fields: { reference: 'P-0001' } },
  'GET /faktura/:code': followed,
  'GET /fakturaer': { query: { vis: 'all', q: 'brugs' } },
  'GET /fakturaer/ny': nothing,
  'POST /fakturaer/ny': nothing,
  'GET /fakturaer/ny/skriv': nothing,
  'POST /fakturaer/ny/skriv': { fields: { supplierName: 'Vesterby Brugs', payable: '100' } },
  'GET /fakturaer/indstillinger': nothing,
  'POST /fakturaer/indstillinger': nothing,
  'POST /fakturaer/mails/:id/set': { params: { id: 'mailIn' } },
  'GET /fakturaer/:id': invoice,
  'GET /fakturaer/:id/fil': invoice,
  'GET /fakturaer/:id/billede': invoice,
  'POST /fakturaer/:id/billede/skil': invoice,
  'GET /fakturaer/:id/ret': invoice,
  'POST /fakturaer/:id/ret': { ...invoice, fields: { supplierName: 'Vesterby Brugs', payable: '100', version: '1' } },
  'POST /fakturaer/:id/tilsagn': { ...invoice, fields: { application: '{application}' } },
  'POST /fakturaer/:id/svar': { ...invoice, fields: { rule: 'bank', code: 'bank_changed', words: 'Set' } },
  'POST /fakturaer/:id/betal': invoice,
  'POST /fakturaer/:id/retur': { ...invoice, fields: { subject: 'Retur', body: 'Ord' } },
  'POST /fakturaer/:id/afvis': { ...invoice, fields: { words: 'Nej' } },
  'POST /fakturaer/:id/fortryd': { ...invoice, fields: { words: 'Nej' } },
  'GET /fakturaer/:id/brev/:letter': { params: { id: 'invoice', letter: 'invoiceLetter' } },
  'GET /betalinger': { query: { vis: 'paid' } },
  'GET /betalinger/indstillinger': nothing,
  'POST /betalinger/indstillinger': {
    fields: { version: '0', payerName: 'Hus', iban: 'DK5000400440116243', 'firstRoles[]': 'finance', keepYears: '5' },
  },
  'GET /betalinger/eksport': nothing,
  'POST /betalinger/eksport': { fields: { 'payments[]': '{payment}', when: 'due' } },
  'GET /betalinger/filer': nothing,
  'GET /betalinger/filer/:id': batch,
  'GET /betalinger/filer/:id/fil': batch,
  'GET /betalinger/filer/:id/csv': batch,
  'POST /betalinger/filer/:id/fortryd': { ...batch, fields: { words: 'Nej' } },
  'POST /betalinger/filer/:id/betalt': { ...batch, fields: { on: '2026-01-01' } },
  'GET /betalinger/bank': nothing,
  'POST /betalinger/bank': nothing,
  'GET /betalinger/bank/:id': payment,
  'POST /betalinger/bank/:id/gem': payment,
  'GET /betalinger/bilag': { query: { fra: '2026-01-01' } },
  'GET /betalinger/bilag/liste': { query: { fra: '2026-01-01' } },
  'GET /betalinger/bilag/pakke': { query: { fra: '2026-01-01' } },
  'GET /betalinger/:id/bilag': payment,
  'GET /betalinger/:id/bilag/ark': payment,
  'GET /betalinger/:id': payment,
  'POST /betalinger/:id/godkend': { ...payment, fields: { digest: 'x' } },
  'POST /betalinger/:id/konto': { ...payment, fields: { way: 'account', account: '3000 1234567', words: 'Ja' } },
  'POST /betalinger/:id/betalt': { ...payment, fields: { on: '2026-01-01' } },
  'POST /betalinger/:id/retur': { ...payment, fields: { bouncedOn: '2026-01-01', words: 'Ja' } },
};
