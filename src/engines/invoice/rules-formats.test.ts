import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, changed, codesIn, FIK, GIRO, IBAN, type Mistake } from './fixtures/mistakes.ts';
import { SAMPLE } from './fixtures/sample.ts';
import { writeCii } from './fixtures/write-cii.ts';
import { writeOioubl } from './fixtures/write-ubl.ts';
import { readInvoice } from './read-invoice.ts';

const OIOUBL_MISTAKES: readonly Mistake[] = [
  [['OIOUBL-TAX-EXCLUSIVE'], SAMPLE, [/(<cbc:TaxExclusiveAmount currencyID="DKK">)1387.50/, '$15550.00']],
  [['BR-CO-15', 'BR-CO-16'], SAMPLE, [/(<cbc:TaxInclusiveAmount currencyID="DKK">)6937.50/, '$15550.00']],
  [['DUE-DATE'], SAMPLE, [/<cbc:PaymentDueDate>.*?<\/cbc:PaymentDueDate>/, '']],
  [
    ['DK-R-002'],
    SAMPLE,
    ['<cbc:CompanyID schemeID="DK:CVR">DK31415926</cbc:CompanyID>', ''],
    [/<cbc:EndpointID schemeID="DK:CVR">DK31415926</, '<cbc:EndpointID schemeID="DK:P">1003004005<'],
    ['<cbc:CompanyID>DK31415926</cbc:CompanyID>', ''],
  ],
  [['DK-R-005'], SAMPLE, ['>42<', '>56<']],
  [['DK-R-006'], SAMPLE, [/<cac:FinancialInstitutionBranch>.*?<\/cac:FinancialInstitutionBranch>/, '']],
  [['DK-R-008'], GIRO, ['<cbc:PaymentID>04', '<cbc:PaymentID>71']],
  [['DK-R-009'], GIRO, [/<cbc:InstructionID>.*?<\/cbc:InstructionID>/, '']],
  [['DK-R-010'], FIK, ['<cbc:AccountID>82345678', '<cbc:AccountID>8234567']],
  [['DK-R-011'], FIK, [/<cbc:InstructionID>.*?<\/cbc:InstructionID>/, '']],
  [['FIK'], FIK, ['000000020261178', '000000020261187']],
];

for (const [index, [expected, sample, ...changes]] of OIOUBL_MISTAKES.entries()) {
  test(`an OIOUBL invoice with one mistake is told of ${expected.join(', ')} and nothing else (${index + 1})`, async () => {
    assert.deepEqual(await codesIn(changed(writeOioubl(sample), changes)), expected);
  });
}

/** Right OIOUBL invoices that a reader of EN 16931 alone would misread: payable amount, net and VAT in øre. */
const OIOUBL_HABITS: Readonly<Record<string, readonly [figures: [number, number, number], ...Change[]]>> = {
  'rounding is within TaxInclusiveAmount': [
    [693800, 555000, 138750],
    [/(<cbc:TaxInclusiveAmount currencyID="DKK">)6937.50/, '$16938.00'],
    [
      '<cbc:PayableAmount currencyID="DKK">6937.50',
      '<cbc:PayableRoundingAmount currencyID="DKK">0.50</cbc:PayableRoundingAmount><cbc:PayableAmount currencyID="DKK">6938.00',
    ],
  ],
  'what is paid already is taken off': [
    [593750, 555000, 138750],
    [
      '<cbc:PayableAmount currencyID="DKK">6937.50',
      '<cbc:PrepaidAmount currencyID="DKK">1000.00</cbc:PrepaidAmount><cbc:PayableAmount currencyID="DKK">5937.50',
    ],
  ],
  'a duty is a tax beside the VAT': [
    [694375, 555500, 138875],
    [
      '1387.50</cbc:TaxAmount>',
      '1393.75</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="DKK">100.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="DKK">5.00</cbc:TaxAmount><cac:TaxCategory><cbc:ID>3071</cbc:ID><cac:TaxScheme><cbc:ID>16</cbc:ID><cbc:Name>Chokoladeafgift</cbc:Name></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal>',
    ],
    [
      /<cbc:TaxableAmount currencyID="DKK">5550.00(.*?\s*.*?)1387.50/,
      '<cbc:TaxableAmount currencyID="DKK">5555.00$11388.75',
    ],
    [/(<cbc:TaxExclusiveAmount currencyID="DKK">)1387.50/, '$11393.75'],
    [/6937.50/g, '6943.75'],
  ],
  'an allowance of a line stands in the total, and the line is before it': [
    [682500, 546000, 136500],
    [/1387.50/g, '1365.00'],
    [/6937.50/g, '6825.00'],
    [/(<cbc:TaxableAmount currencyID="DKK">)5550.00/, '$15460.00'],
    [
      '<cbc:PayableAmount',
      '<cbc:AllowanceTotalAmount currencyID="DKK">90.00</cbc:AllowanceTotalAmount><cbc:PayableAmount',
    ],
    [
      /(<cbc:LineExtensionAmount currencyID="DKK">750.00<\/cbc:LineExtensionAmount>)/,
      '$1<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount currencyID="DKK">90.00</cbc:Amount></cac:AllowanceCharge>',
    ],
  ],
};

for (const [name, [expected, ...changes]] of Object.entries(OIOUBL_HABITS)) {
  test(`in OIOUBL ${name}`, async () => {
    const reading = await readInvoice(Buffer.from(changed(writeOioubl(SAMPLE), changes)));
    assert.deepEqual(
      reading.problems.map(({ code, message }) => [code, message.en]),
      [],
    );
    assert.ok(reading.kind === 'read');
    const { payable, net, vat } = reading.invoice.totals;
    assert.deepEqual([payable, net, vat], expected);
  });
}

const CII_MISTAKES: readonly Mistake[] = [
  [['BR-02'], SAMPLE, [/<ram:ID>2026-117<\/ram:ID>/, '']],
  [['BR-03', 'STRUCTURE-DATE'], SAMPLE, ['20260914', '20261314']],
  [['BR-CO-16'], SAMPLE, [/(<ram:DuePayableAmount>)6937.50/, '$19999.99']],
  [['DK-R-014'], SAMPLE, ['<ram:ID schemeID="0184">DK31415926', '<ram:ID>DK31415926']],
  [['DK-R-010'], FIK, ['71#', '70#']],
  [['DK-R-009'], GIRO, ['04#0000000202611703', '04#00000002026']],
  [['IBAN'], IBAN, ['DK5000400440116243', 'DK5000400440116244']],
  [['STRUCTURE-MISSING'], SAMPLE, ['<ram:ApplicableHeaderTradeDelivery/>', '']],
  [['DK-R-013'], SAMPLE, [/(<ram:SellerTradeParty>)/, '$1<ram:GlobalID>31415926</ram:GlobalID>']],
  // In D16B the type code comes before the day, and the buyer after the seller.
  [
    ['STRUCTURE-ORDER'],
    SAMPLE,
    [/(<ram:TypeCode>380<\/ram:TypeCode>)(\s*)(<ram:IssueDateTime>[\s\S]*?<\/ram:IssueDateTime>)/, '$3$2$1'],
  ],
  [
    ['STRUCTURE-ORDER'],
    SAMPLE,
    [
      /(<ram:SellerTradeParty>[\s\S]*?<\/ram:SellerTradeParty>)(\s*)(<ram:BuyerTradeParty>[\s\S]*?<\/ram:BuyerTradeParty>)/,
      '$3$2$1',
    ],
  ],
  [
    ['STRUCTURE-ORDER'],
    SAMPLE,
    [
      /(<ram:GrandTotalAmount>[^<]*<\/ram:GrandTotalAmount>)(\s*)(<ram:DuePayableAmount>[^<]*<\/ram:DuePayableAmount>)/,
      '$3$2$1',
    ],
  ],
];

for (const [index, [expected, sample, ...changes]] of CII_MISTAKES.entries()) {
  test(`a CII invoice with one mistake is told of ${expected.join(', ')} and nothing else (${index + 1})`, async () => {
    assert.deepEqual(await codesIn(changed(writeCii(sample), changes)), expected);
  });
}

test('Factur-X profiles without lines or breakdown are not blamed for lacking them', async () => {
  assert.deepEqual(await codesIn(writeCii(SAMPLE, 'urn:factur-x.eu:1p0:minimum')), []);
});
