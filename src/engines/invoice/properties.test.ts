import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isCvr } from '../../kernel/cvr.ts';
import { toOre } from '../../kernel/money.ts';
import { isSlipReference } from '../../kernel/slip-reference.ts';
import { sample } from '../../testing/long.ts';
import { isGln, isIban } from './check-digits.ts';
import { hundredths, readDecimal, writeDecimal } from './decimal.ts';
import { figures, SAMPLE, type Sample, type SamplePayment } from './fixtures/sample.ts';
import { writeCii } from './fixtures/write-cii.ts';
import { writeOioubl, writePeppol } from './fixtures/write-ubl.ts';
import { readInvoice } from './read-invoice.ts';

const words = fc
  .string({ unit: fc.constantFrom(...'abcæøåÆØÅ1290 .,-&<>"\'/#日🎪'), minLength: 1, maxLength: 40 })
  .map((text) => `x${text}x`);
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** A reference with the check digit that makes it right, found by trying. */
const slipReference = (length: number) =>
  digits(length - 1).map((head) => [...'0123456789'].map((last) => head + last).find(isSlipReference) ?? '');

const payment: fc.Arbitrary<SamplePayment> = fc.oneof(
  fc.record({ kind: fc.constant('account' as const), bank: digits(4), account: digits(10) }),
  fc.record({
    kind: fc.constant('fik' as const),
    cardType: fc.constant('71'),
    reference: slipReference(15),
    creditor: digits(8),
  }),
  fc.record({
    kind: fc.constant('fik' as const),
    cardType: fc.constant('75'),
    reference: slipReference(16),
    creditor: digits(8),
  }),
  fc.record({
    kind: fc.constant('fik' as const),
    cardType: fc.constant('73'),
    reference: fc.constant(''),
    creditor: digits(8),
  }),
  fc.record({
    kind: fc.constant('giro' as const),
    cardType: fc.constant('04'),
    reference: slipReference(16),
    creditor: digits(7),
  }),
  fc.constant({ kind: 'iban' as const, iban: 'DK5000400440116243' }),
);

const anySample: fc.Arbitrary<Sample> = fc.record({
  kind: fc.constantFrom('invoice' as const, 'creditNote' as const),
  number: words,
  issueDate: fc.constant(SAMPLE.issueDate),
  dueDate: fc.constantFrom('2026-09-14', '2028-02-29'),
  supplier: words.map((name) => ({ ...SAMPLE.supplier, name })),
  buyer: words.map((name) => ({ ...SAMPLE.buyer, name })),
  reference: words,
  orderReference: words,
  payment,
  lines: fc.array(
    fc.record({
      name: words,
      quantity: fc.integer({ min: 1, max: 5000 }),
      price: fc.integer({ min: 0, max: 9_999_999 }).map(toOre),
    }),
    { minLength: 1, maxLength: 12 },
  ),
});

const FORMATS = { oioubl: writeOioubl, peppol: writePeppol, cii: (one: Sample) => writeCii(one) };

for (const [format, write] of Object.entries(FORMATS)) {
  test(`whatever an invoice says, written as ${format} it is read back the same and found right`, async () => {
    await fc.assert(
      fc.asyncProperty(anySample, async (one) => {
        const reading = await readInvoice(Buffer.from(write(one)));
        // CII carries the bank of a Danish account as a BIC.
        const found = reading.problems.map(({ code }) => code).filter((code) => format !== 'cii' || code !== 'ACCOUNT');
        assert.deepEqual(found, []);
        assert.ok(reading.kind === 'read');
        const { invoice } = reading;
        const { net, vat, gross, lineNets } = figures(one);
        assert.deepEqual(
          [invoice.format, invoice.kind, invoice.number, invoice.supplier.name, invoice.buyer.name],
          [format, one.kind, one.number, one.supplier.name, one.buyer.name],
        );
        assert.deepEqual([invoice.reference, invoice.orderReference], [one.reference, one.orderReference]);
        assert.deepEqual([invoice.totals.net, invoice.totals.vat, invoice.totals.payable], [net, vat, gross]);
        assert.deepEqual(
          invoice.lines.map((line) => [line.name, line.net]),
          one.lines.map((line, at) => [line.name, lineNets[at]]),
        );
        if (one.kind === 'invoice' || format !== 'oioubl') paidTo(one.payment, invoice.payments[0] ?? null);
      }),
      { numRuns: sample(60, 2000, `invoices written and read as ${format}`), seed: 20261122 },
    );
  });
}

function paidTo(written: SamplePayment, read: Record<string, unknown> | null | object): void {
  const found = read as { iban: unknown; account: unknown; fik: unknown; giro: unknown };
  if (written.kind === 'account') assert.equal(found.account, written.account);
  else if (written.kind === 'iban') assert.equal(found.iban, written.iban);
  else {
    const { kind, ...slip } = written;
    assert.deepEqual(found[kind], { ...slip, reference: slip.reference || null });
  }
}

test('one wrong digit, or two neighbours swapped, is found in every number with a check digit that can find it', () => {
  const right: readonly [string, (text: string) => boolean][] = [
    [SAMPLE.supplier.cvr, isCvr],
    [SAMPLE.buyer.gln, isGln],
    ['DK5000400440116243', isIban],
    ['000000020261178', isSlipReference],
    ['0000000202611703', isSlipReference],
  ];
  for (const [number, isRight] of right) {
    assert.ok(isRight(number), number);
    for (const [at, digit] of [...number].entries()) {
      if (!/\d/.test(digit)) continue;
      const wrong = number.slice(0, at) + ((Number(digit) + 1) % 10) + number.slice(at + 1);
      assert.ok(!isRight(wrong), wrong);
    }
  }
  assert.ok(!isCvr('13415926') && !isIban('DK5000400440116234') && !isSlipReference('000000020261718'));
});

test('decimals are exact, however they are written', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (whole) => {
      const text = writeDecimal(whole * 10n ** 10n, 2);
      assert.equal(readDecimal(text), whole * 10n ** 10n);
      assert.equal(hundredths(readDecimal(text) ?? 0n), Number(whole));
    }),
    { seed: 20261122 },
  );
  assert.deepEqual(
    ['.5', '+1', '1.', '-0.10'].map((text) => writeDecimal(readDecimal(text) ?? -1n)),
    ['0.5', '1', '1', '-0.1'],
  );
  for (const text of ['', '1,5', '1e3', '0x1', 'NaN', '--1', '1.2.3', '9'.repeat(41)])
    assert.equal(readDecimal(text), null);
  assert.deepEqual(
    ['0.005', '0.0049', '-0.005'].map((text) => hundredths(readDecimal(text) ?? 0n)),
    [1, 0, -1],
  );
});
