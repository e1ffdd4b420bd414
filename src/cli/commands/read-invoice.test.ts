import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Call } from '../command.ts';
import { readInvoiceCommand } from './read-invoice.ts';

const FIXTURES = join(import.meta.dirname, '../../engines/invoice/fixtures');
const scratch = await mkdtemp(join(tmpdir(), 'gri-'));
after(() => rm(scratch, { recursive: true, force: true }));

/** The command as `main.ts` calls it, its words and data kept. */
async function typed(file: string, json: boolean) {
  const said: string[] = [];
  const answered: unknown[] = [];
  const call: Call = {
    args: [file],
    option: () => undefined,
    flag: () => false,
    json,
    file: (path) => path,
    config: () => assert.fail('reading an invoice needs no settings'),
    settings: () => assert.fail('reading an invoice needs no settings'),
    say: (text) => said.push(text),
    answer: (value) => answered.push(JSON.parse(JSON.stringify(value))),
  };
  const code = (await readInvoiceCommand.run(call)) ?? 0;
  return { code, said, answer: answered[0] as Record<string, unknown> };
}

test('a right invoice exits with 0, one with errors with 1, and what is no invoice with 2', async () => {
  const wrong = join(scratch, 'forkert sum.xml');
  const xml = readFileSync(join(FIXTURES, 'peppol-invoice.xml'), 'utf8');
  await writeFile(wrong, xml.replace(/(PayableAmount currencyID="DKK">)6937.50/, '$19999.99'));
  const doctype = join(scratch, 'doctype.xml');
  await writeFile(doctype, xml.replace('?>', '?><!DOCTYPE Invoice>'));
  const codes: number[] = [];
  for (const file of [join(FIXTURES, 'oioubl-invoice.xml'), wrong, doctype, join(FIXTURES, 'plain.pdf')]) {
    codes.push((await typed(file, true)).code);
  }
  assert.deepEqual(codes, [0, 1, 2, 2]);
  const { said } = await typed(wrong, false);
  assert.ok(
    said.some((line) => line.startsWith('✖ BR-CO-16: Beløbet at betale burde være 6.937,50')),
    said.join('\n'),
  );
});

test('the JSON has every field, in a fixed order, with null for what is missing', async () => {
  const { answer } = await typed(join(FIXTURES, 'plain.pdf'), true);
  assert.deepEqual(Object.keys(answer), [
    'format',
    'kind',
    'number',
    'issueDate',
    'dueDate',
    'currency',
    'supplier',
    'buyer',
    'reference',
    'orderReference',
    'netAmount',
    'vatAmount',
    'payableAmount',
    'payment',
    'lines',
    'problems',
  ]);
  assert.deepEqual([answer.format, answer.kind, answer.payableAmount, answer.lines], ['pdf', null, null, []]);
  const read = await typed(join(FIXTURES, 'factur-x.pdf'), true);
  assert.deepEqual(Object.keys(read.answer), Object.keys(answer));
  assert.deepEqual(read.answer.buyer, { name: 'Boligselskabet Lyngbakken', cvr: '27182828', gln: '5790000271825' });
});

test('a FIK payment is written as at the foot of the slip', async () => {
  const { answer } = await typed(join(FIXTURES, 'oioubl-invoice.xml'), true);
  assert.equal((answer.payment as { fik: string }).fik, '+71<000000020261178+82345678<');
});

test('a file that is not there is said in one sentence', async () => {
  await assert.rejects(typed(join(scratch, 'væk.xml'), true), /there is no such file\.$/);
});
