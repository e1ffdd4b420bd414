import { stringify } from 'csv-stringify/sync';
import type { Ore } from '../../kernel/money.ts';
import { danishAccount } from './accounts.ts';
import { type Batch, LONGEST_NAME, type Payment } from './batch.ts';
import { bankText } from './letters.ts';
import { byDay, messageOf } from './pain001.ts';
import { batchProblems } from './problems.ts';

/** The heading of the file, in its order. */
export const CSV_COLUMNS = [
  'Betalings-id',
  'Betalingsdato',
  'Modtager',
  'Reg.nr.',
  'Kontonr.',
  'IBAN',
  'Kortart',
  'Betalings-id på kort',
  'Kreditornr.',
  'Beløb',
  'Valuta',
  'Fakturanr.',
  'Reference',
  'Tekst til modtager',
] as const;

/**
 * The batch as a Danish spreadsheet and most finance systems read it: `;`, UTF-8 with BOM, CRLF, comma before the øre. One
 * row a payment and no sum below, so that a program can read every row. Cells that would run as a formula get an apostrophe.
 * Throws as `writePain001` does.
 */
export function writeCsv(batch: Batch): string {
  const [problem] = batchProblems(batch);
  if (problem) throw new Error(`Cannot write batch ${batch.id} as CSV: ${problem.code} (payment ${problem.at})`);
  const rows = byDay(batch.payments).flatMap(([, payments]) => payments.map(row));
  return stringify([[...CSV_COLUMNS], ...rows], {
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

function row(payment: Payment): string[] {
  const { to } = payment;
  const account = to.kind === 'account' ? danishAccount(to.iban) : null;
  const slip = to.kind === 'slip' ? to : null;
  return [
    payment.endToEndId,
    payment.executeOn.split('-').reverse().join('-'),
    bankText(payment.payee, LONGEST_NAME),
    account?.registration ?? '',
    account?.account ?? '',
    to.kind === 'account' ? to.iban : '',
    slip?.cardType ?? '',
    slip?.reference ?? '',
    slip?.creditor ?? '',
    danishDecimal(payment.amount),
    'DKK',
    bankText(payment.invoiceNumber, 60),
    bankText(payment.reference, 60),
    messageOf(payment),
  ];
}

function danishDecimal(amount: Ore): string {
  return `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`;
}
