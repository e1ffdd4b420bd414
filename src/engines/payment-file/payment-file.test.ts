import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { addDays, day } from '../../kernel/day.ts';
import { sumOre, toOre } from '../../kernel/money.ts';
import { isSlipReference } from '../../kernel/slip-reference.ts';
import { sample } from '../../testing/long.ts';
import { danishAccount, danishIban, isKroneIban, plainIban, writtenIban } from './accounts.ts';
import { type Batch, CARD_TYPES, type CardType, type Destination, MOST_ORE, REFERENCE_DIGITS } from './batch.ts';
import { CSV_COLUMNS, writeCsv } from './csv.ts';
import { SAMPLE } from './fixtures/sample.ts';
import { bankText } from './letters.ts';
import { PAIN_VERSIONS, writePain001 } from './pain001.ts';
import { batchProblems } from './problems.ts';
import { painFaults } from './structure.ts';

const digits = (least: number, most = least) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
    .map((list) => list.join(''))
    .filter((text) => Number(text) > 0);

const account: fc.Arbitrary<Destination> = fc
  .tuple(digits(4), digits(1, 10))
  .map(([bank, number]) => ({ kind: 'account', iban: danishIban(bank, number) ?? '' }));

const slipOf = (cardType: CardType): fc.Arbitrary<Destination> =>
  fc.tuple(digits(15), digits(/^7/.test(cardType) ? 8 : 7)).map(([head, creditor]) => ({
    kind: 'slip',
    cardType,
    creditor,
    reference: withCheck(head, REFERENCE_DIGITS[cardType]),
  }));

function withCheck(head: string, length: number): string | null {
  if (length === 0) return null;
  const body = head.slice(0, length - 1);
  return [...'0123456789'].map((last) => body + last).find(isSlipReference) ?? null;
}

/** Whatever people write, emoji, right-to-left, markup and formulas among it; with something a bank can show. */
const words = fc
  .tuple(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom('=SUM(A1)', '<b>', '&amp;', '', ';"\r\n', 'Ærø'),
  )
  .map(([free, nasty]) => `${nasty}${free} A`);

const anyBatch: fc.Arbitrary<Batch> = fc
  .array(
    fc.record({
      payee: words,
      to: fc.oneof(account, ...CARD_TYPES.map(slipOf)),
      amount: fc.integer({ min: 1, max: MOST_ORE }).map(toOre),
      executeOn: fc.integer({ min: 0, max: 3 }).map((days) => addDays(day('2026-12-30'), days)),
      invoiceNumber: words,
      reference: words,
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((payments) => ({
    ...SAMPLE,
    payments: payments.map((payment, at) => ({ ...payment, endToEndId: `GB-2026-${String(at).padStart(6, '0')}` })),
  }));

const SEED = { seed: 20261122 };

for (const version of PAIN_VERSIONS) {
  test(`whatever is to be paid, the file in pain.001.001.${version} has the standard's shape, and its sums and counts fit`, () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        assert.deepEqual(batchProblems(batch), []);
        const xml = writePain001(batch, version);
        assert.deepEqual(painFaults(xml), []);
        const sum = sumOre(batch.payments.map(({ amount }) => amount));
        const [, written = ''] = /<CtrlSum>(.*?)<\/CtrlSum>/.exec(xml) ?? [];
        assert.equal(written.replace('.', ''), String(sum).padStart(3, '0'));
        assert.equal(xml.match(/<CdtTrfTxInf>/g)?.length, batch.payments.length);
        for (const { endToEndId } of batch.payments) assert.ok(xml.includes(`<EndToEndId>${endToEndId}<`));
      }),
      { ...SEED, numRuns: sample(100, 3000, `batches written as pain.001.001.${version}`) },
    );
  });
}

test('whatever is to be paid, a spreadsheet reads every row of the CSV, and nothing in it runs', () => {
  fc.assert(
    fc.property(anyBatch, (batch) => {
      const text = writeCsv(batch);
      assert.ok(text.startsWith('\ufeff'));
      const [heading, ...rows] = parse(text, { delimiter: ';', bom: true }) as string[][];
      assert.deepEqual(heading, [...CSV_COLUMNS]);
      assert.equal(rows.length, batch.payments.length);
      const amounts = rows.map((cells) => toOre(Number(cells[9]?.replace(',', ''))));
      assert.equal(sumOre(amounts), sumOre(batch.payments.map(({ amount }) => amount)));
      for (const cell of rows.flat()) assert.doesNotMatch(cell, /^\s*[=+\-@\t\r]/);
    }),
    { ...SEED, numRuns: sample(100, 3000, 'batches written as CSV') },
  );
});

test('an account is composed to its IBAN and read back, with noughts in front', () => {
  assert.equal(danishIban('0040', '0440116243'), 'DK5000400440116243');
  assert.equal(danishIban('0040', '440116243'), 'DK5000400440116243');
  assert.equal(danishIban('40', '440116243'), null);
  assert.equal(danishIban('0040', '12345678901'), null);
  assert.equal(danishIban('0040', '4401 162-43'), 'DK5000400440116243');
  assert.equal(danishIban('0040', '44o116243'), null);
  assert.equal(plainIban('dk50 0040 0440 1162 43'), 'DK5000400440116243');
  assert.equal(writtenIban('DK5000400440116243'), 'DK50 0040 0440 1162 43');
  fc.assert(
    fc.property(digits(4), digits(1, 10), (bank, number) => {
      const iban = danishIban(bank, number) ?? '';
      assert.ok(isKroneIban(iban), iban);
      assert.deepEqual(danishAccount(iban), { registration: bank, account: number.padStart(10, '0') });
    }),
    SEED,
  );
});

test('a text keeps the Danish letters, loses what banks refuse, and never begins or ends badly', () => {
  assert.equal(bankText('Smørrebrød & Sønner ApS', 70), 'Smørrebrød + Sønner ApS');
  assert.equal(bankText('Café Émile Müller', 70), 'Cafe Emile Muller');
  assert.equal(bankText(' //=+Åse\r\n🎉<x> ', 70), 'Åse x');
  assert.equal(bankText('漢字', 70), '');
  assert.equal(bankText('a'.repeat(200), 70).length, 70);
});

test('a batch says what is in the way instead of being written', () => {
  const [first, ...rest] = SAMPLE.payments;
  assert.ok(first);
  const codes = (batch: Batch) => batchProblems(batch).map(({ at, code }) => (at === null ? code : `${at} ${code}`));
  const withFirst = (change: object) => ({ ...SAMPLE, payments: [{ ...first, ...change }, ...rest] });
  assert.deepEqual(codes(SAMPLE), []);
  assert.deepEqual(codes({ ...SAMPLE, payments: [] }), ['empty']);
  assert.deepEqual(codes({ ...SAMPLE, id: 'x/y' }), ['batch_id']);
  assert.deepEqual(codes({ ...SAMPLE, debtor: { ...SAMPLE.debtor, name: '漢', iban: 'DK1', bic: 'x' } }), [
    'debtor_name',
    'debtor_account',
    'debtor_bic',
  ]);
  assert.deepEqual(codes(withFirst({ endToEndId: 'GB-2026-000102' })), ['1 payment_id_twice']);
  assert.deepEqual(codes(withFirst({ endToEndId: '-a' })), ['0 payment_id']);
  assert.deepEqual(codes(withFirst({ payee: '漢字' })), ['0 payee']);
  for (const amount of [0, -1, MOST_ORE + 1, 1.5]) assert.deepEqual(codes(withFirst({ amount })), ['0 amount']);
  for (const iban of ['DK5000400440116234', 'SE4550000000058398257466', ''])
    assert.deepEqual(codes(withFirst({ to: { kind: 'account', iban } })), ['0 account']);
  const slip = { kind: 'slip', cardType: '71', reference: '000000020261178', creditor: '82345678' };
  for (const wrong of [
    { reference: null },
    { reference: '000000020261718' },
    { creditor: '1234567' },
    { cardType: '75' },
  ])
    assert.deepEqual(codes(withFirst({ to: { ...slip, ...wrong } })), ['0 slip']);
  assert.throws(() => writePain001({ ...SAMPLE, payments: [] }, '03'), /Cannot write batch GB-2026-7/);
  assert.throws(() => writeCsv({ ...SAMPLE, payments: [] }), /Cannot write batch GB-2026-7/);
});

test('a file that somebody changed is found out', () => {
  const xml = writePain001(SAMPLE, '03');
  const faults = (from: string | RegExp, to: string) => painFaults(xml.replace(from, to)).length;
  assert.equal(faults('', ''), 0);
  assert.ok(faults('6937.50', '6937.51') > 0, 'the sum');
  assert.ok(faults('<NbOfTxs>5<', '<NbOfTxs>4<') > 0, 'the count');
  assert.ok(faults('>GB-2026-000102</End', '>GB-2026-000101</End') > 0, 'an id twice');
  assert.ok(faults('Ccy="DKK"', 'Ccy="EUR"') > 0, 'the currency');
  assert.ok(faults('<?xml version="1.0" encoding="UTF-8"?>', '<!DOCTYPE a>') > 0, 'a DOCTYPE');
  assert.ok(faults('pain.001.001.03', 'pain.001.001.02') > 0, 'the version');
  assert.ok(faults('Boligforeningen', 'Bolig{foreningen') > 0, 'a character');
  assert.ok(faults('</Document>', '') > 0, 'the end');
  assert.ok(painFaults('').length > 0);
});
