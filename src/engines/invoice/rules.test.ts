import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CREDIT, changed, codesIn, FIK, GIRO, IBAN, type Mistake } from './fixtures/mistakes.ts';
import { SAMPLE } from './fixtures/sample.ts';
import { writePeppol } from './fixtures/write-ubl.ts';
import { WARNINGS } from './problem-text.ts';
import { readInvoice } from './read-invoice.ts';

const LEGAL_ID = '<cbc:CompanyID schemeID="0184">DK31415926</cbc:CompanyID>';

const PEPPOL_MISTAKES: readonly Mistake[] = [
  [['BR-01'], SAMPLE, [/<cbc:CustomizationID>.*?<\/cbc:CustomizationID>/, '']],
  [['BR-02'], SAMPLE, ['<cbc:ID>2026-117</cbc:ID>', '']],
  [['BR-02'], SAMPLE, ['<cbc:ID>2026-117</cbc:ID>', '<cbc:ID> </cbc:ID>']],
  [['BR-03'], SAMPLE, ['<cbc:IssueDate>2026-09-14</cbc:IssueDate>', '']],
  [['BR-03', 'STRUCTURE-DATE'], SAMPLE, ['2026-09-14', '2026-02-30']],
  [['BR-04'], SAMPLE, ['<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>', '']],
  [['BR-05'], SAMPLE, ['<cbc:DocumentCurrencyCode>DKK</cbc:DocumentCurrencyCode>', '']],
  [
    ['BR-06'],
    SAMPLE,
    [/<cac:PartyName>.*?<\/cac:PartyName>/, ''],
    [/<cbc:RegistrationName>.*?<\/cbc:RegistrationName>/, ''],
  ],
  [
    ['BR-09'],
    SAMPLE,
    [/<cac:Country>.*?<\/cac:Country>/, ''],
    [LEGAL_ID, ''],
    ['<cbc:CompanyID>DK31415926</cbc:CompanyID>', ''],
  ],
  [['BR-12'], SAMPLE, [/<cbc:LineExtensionAmount currencyID="DKK">5550.00<\/cbc:LineExtensionAmount>/, '']],
  [['BR-13'], SAMPLE, [/<cbc:TaxExclusiveAmount .*?<\/cbc:TaxExclusiveAmount>/, '']],
  [['BR-14'], SAMPLE, [/<cbc:TaxInclusiveAmount .*?<\/cbc:TaxInclusiveAmount>/, '']],
  [['BR-15'], SAMPLE, [/<cbc:PayableAmount .*?<\/cbc:PayableAmount>/, '']],
  [['BR-16'], SAMPLE, [/<cac:InvoiceLine>.*<\/cac:InvoiceLine>/s, '']],
  [['BR-21'], SAMPLE, ['<cbc:ID>2</cbc:ID>', '']],
  [['BR-22'], SAMPLE, [/<cbc:InvoicedQuantity .*?<\/cbc:InvoicedQuantity>/, '']],
  [['BR-23'], SAMPLE, [' unitCode="EA"', '']],
  [['BR-24'], SAMPLE, ['<cbc:LineExtensionAmount currencyID="DKK">750.00</cbc:LineExtensionAmount>', '']],
  [['BR-25'], SAMPLE, ['<cbc:Name>Bord med to bænke</cbc:Name>', '']],
  [['BR-26'], SAMPLE, [/<cac:Price>.*?<\/cac:Price>/, '']],
  [['BR-27'], SAMPLE, ['>62.50<', '>-62.50<'], ['>12<', '>-12<']],
  [
    ['BR-29'],
    SAMPLE,
    [
      '<cac:OrderReference>',
      '<cac:InvoicePeriod><cbc:StartDate>2026-09-02</cbc:StartDate><cbc:EndDate>2026-09-01</cbc:EndDate></cac:InvoicePeriod><cac:OrderReference>',
    ],
  ],
  [['BR-45'], SAMPLE, [/<cbc:TaxableAmount .*?<\/cbc:TaxableAmount>/, '']],
  [['BR-47'], SAMPLE, ['<cac:TaxCategory><cbc:ID>S</cbc:ID>', '<cac:TaxCategory>']],
  [['BR-48'], SAMPLE, ['<cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent>', '<cbc:ID>S</cbc:ID>']],
  [['BR-61'], IBAN, [/<cac:PayeeFinancialAccount>.*?<\/cac:PayeeFinancialAccount>/, '']],
  [['BR-CL-01'], SAMPLE, ['>380<', '>999<']],
  [['BR-CL-04', 'CURRENCY'], SAMPLE, [/"DKK"/g, '"KRO"'], ['>DKK<', '>KRO<']],
  [['BR-CL-17'], SAMPLE, ['<cac:TaxCategory><cbc:ID>S<', '<cac:TaxCategory><cbc:ID>Q<']],
  [['BR-CO-10'], SAMPLE, ['>750.00<', '>650.00<'], ['>62.50<', '>54.166667<']],
  [
    ['BR-CO-11', 'BR-CO-13'],
    SAMPLE,
    [
      '<cbc:PayableAmount',
      '<cbc:AllowanceTotalAmount currencyID="DKK">10.00</cbc:AllowanceTotalAmount><cbc:PayableAmount',
    ],
  ],
  [
    ['BR-CO-12', 'BR-CO-13'],
    SAMPLE,
    ['<cbc:PayableAmount', '<cbc:ChargeTotalAmount currencyID="DKK">10.00</cbc:ChargeTotalAmount><cbc:PayableAmount'],
  ],
  [['BR-CO-13', 'BR-CO-15'], SAMPLE, [/(<cbc:TaxExclusiveAmount currencyID="DKK">)5550.00/, '$15500.00']],
  [['BR-CO-14', 'BR-CO-15'], SAMPLE, [/(<cac:TaxTotal><cbc:TaxAmount currencyID="DKK">)1387.50/, '$11300.00']],
  [['BR-CO-15', 'BR-CO-16'], SAMPLE, [/(<cbc:TaxInclusiveAmount currencyID="DKK">)6937.50/, '$16900.00']],
  [['BR-CO-16'], SAMPLE, [/(<cbc:PayableAmount currencyID="DKK">)6937.50/, '$19999.99']],
  [
    ['BR-CO-14', 'BR-CO-17'],
    SAMPLE,
    [/(<\/cbc:TaxableAmount>\s*<cbc:TaxAmount currencyID="DKK">)1387.50/, '$11000.00'],
  ],
  [['BR-CO-25'], SAMPLE, ['<cbc:DueDate>2026-10-01</cbc:DueDate>', '']],
  [['BR-DEC'], SAMPLE, [/(<cbc:PayableAmount currencyID="DKK">)6937.50/, '$16937.501']],
  [['LINE-SUM'], SAMPLE, ['>62.50<', '>61.50<']],
  [['CURRENCY'], SAMPLE, [/"DKK"/g, '"EUR"'], ['>DKK<', '>EUR<']],
  [['CURRENCY-MIXED'], SAMPLE, ['<cbc:PayableAmount currencyID="DKK">', '<cbc:PayableAmount currencyID="SEK">']],
  [['VAT-RATE'], SAMPLE, [/>25</g, '>24.99<'], ['1387.50', '1387.50 ']],
  [['DUE-BEFORE-ISSUE'], SAMPLE, ['2026-10-01', '2026-09-13']],
  [['CVR'], SAMPLE, [/31415926/g, '31415927']],
  [['GLN'], SAMPLE, ['5790000271825', '5790000271826']],
  [['IBAN'], IBAN, ['DK5000400440116243', 'DK5100400440116243']],
  [['ACCOUNT'], SAMPLE, ['0440116243', '04401162431234']],
  [['FIK'], FIK, ['000000020261178', '000000020261179']],
  [['GIRO'], GIRO, ['0000000202611703', '0000000202611704']],
  [
    ['PAYEE'],
    SAMPLE,
    [
      '<cac:PaymentMeans>',
      '<cac:PayeeParty><cac:PartyName><cbc:Name>Inkasso Nord</cbc:Name></cac:PartyName></cac:PayeeParty><cac:PaymentMeans>',
    ],
  ],
  [['PROFORMA'], SAMPLE, ['>380<', '>325<']],
  [
    ['REFERENCE'],
    SAMPLE,
    [/<cbc:BuyerReference>.*?<\/cbc:BuyerReference>/, ''],
    [/<cac:OrderReference>.*?<\/cac:OrderReference>/, ''],
  ],
  [['BR-15', 'STRUCTURE-AMOUNT'], SAMPLE, [/(<cbc:PayableAmount currencyID="DKK">)6937.50/, '$16.937,50']],
  [['STRUCTURE-CURRENCY'], SAMPLE, ['<cbc:PayableAmount currencyID="DKK">', '<cbc:PayableAmount>']],
  [
    ['BR-CO-11', 'STRUCTURE-FLAG'],
    SAMPLE,
    [
      '<cac:TaxTotal>',
      '<cac:AllowanceCharge><cbc:ChargeIndicator>nej</cbc:ChargeIndicator><cbc:Amount currencyID="DKK">5.00</cbc:Amount></cac:AllowanceCharge><cac:TaxTotal>',
    ],
  ],
  [['STRUCTURE-MISSING'], SAMPLE, [/<cac:TaxScheme>.*?<\/cac:TaxScheme>/, '']],
  [['STRUCTURE-ORDER'], SAMPLE, [/(<cbc:IssueDate>.*?<\/cbc:IssueDate>)\s*(<cbc:DueDate>.*?<\/cbc:DueDate>)/, '$2$1']],
  [['STRUCTURE-REPEATED'], SAMPLE, ['<cbc:ID>2026-117</cbc:ID>', '<cbc:ID>2026-117</cbc:ID><cbc:ID>2026-118</cbc:ID>']],
  [['DK-R-002'], SAMPLE, [LEGAL_ID, '']],
  [
    ['DK-R-003'],
    SAMPLE,
    [
      '<cac:ClassifiedTaxCategory>',
      '<cac:CommodityClassification><cbc:ItemClassificationCode listID="TST" listVersionID="1">49121503</cbc:ItemClassificationCode></cac:CommodityClassification><cac:ClassifiedTaxCategory>',
    ],
  ],
  [
    ['BR-CO-12', 'DK-R-004'],
    SAMPLE,
    [
      '<cac:TaxTotal>',
      '<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>ZZZ</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>afgift</cbc:AllowanceChargeReason><cbc:Amount currencyID="DKK">5.00</cbc:Amount></cac:AllowanceCharge><cac:TaxTotal>',
    ],
  ],
  [['DK-R-005'], SAMPLE, ['>42<', '>56<']],
  [['DK-R-006'], SAMPLE, [/<cac:FinancialInstitutionBranch>.*?<\/cac:FinancialInstitutionBranch>/, '']],
  [['DK-R-007'], SAMPLE, ['>42<', '>49<']],
  [['DK-R-008'], GIRO, ['04#', '35#']],
  [['DK-R-008'], GIRO, ['>1234567<', '>123456<']],
  [['DK-R-009'], GIRO, ['0000000202611703', '000000020261170']],
  [['DK-R-010'], FIK, ['71#', '72#']],
  [['DK-R-010'], FIK, ['82345678', '8234567']],
  [['DK-R-011'], FIK, ['000000020261178', '00000002026117']],
  [
    ['DK-R-013'],
    SAMPLE,
    ['<cac:PartyName>', '<cac:PartyIdentification><cbc:ID>4711</cbc:ID></cac:PartyIdentification><cac:PartyName>'],
  ],
  [['DK-R-014'], SAMPLE, [LEGAL_ID, '<cbc:CompanyID>DK31415926</cbc:CompanyID>']],
  [['DK-R-015'], SAMPLE, ['<cbc:CompanyID>DK31415926<', '<cbc:CompanyID>DK 31415926<']],
  [
    ['CREDIT-SIGN', 'DK-R-016'],
    CREDIT,
    [/(currencyID="DKK">)(?=\d)/g, '$1-'],
    [/(<cbc:CreditedQuantity unitCode="EA">)/g, '$1-'],
    [/(<cbc:PriceAmount currencyID="DKK">)-/g, '$1'],
  ],
];

for (const [index, [expected, sample, ...changes]] of PEPPOL_MISTAKES.entries()) {
  test(`a Peppol invoice with one mistake is told of ${expected.join(', ')} and nothing else (${index + 1})`, async () => {
    assert.deepEqual(await codesIn(changed(writePeppol(sample), changes)), expected);
  });
}

test('rules of Denmark do not hold for a supplier abroad, nor payment rules for a buyer abroad', async () => {
  const abroad = changed(writePeppol(FIK), [
    ['71#', '72#'],
    [/>DK<(?![\s\S]*>DK<)/, '>SE<'],
  ]);
  assert.deepEqual(await codesIn(abroad), []);
  const swedish = changed(writePeppol(SAMPLE), [
    [/>DK</g, '>SE<'],
    [LEGAL_ID, '<cbc:CompanyID>556677</cbc:CompanyID>'],
  ]);
  assert.deepEqual(await codesIn(swedish), []);
});

test('a bare fragment is told of the Danish rule it breaks', async () => {
  const fragment = changed(writePeppol(FIK), [
    ['71#000000020261178', '71#1'],
    [/<cbc:UBLVersionID>[\s\S]*?<cac:AccountingSupplierParty>/, '<cac:AccountingSupplierParty>'],
    [/<cac:TaxTotal>[\s\S]*<\/cac:InvoiceLine>/, ''],
  ]);
  const found = await codesIn(fragment);
  assert.ok(found.includes('DK-R-011') && found.includes('BR-02'), found.join());
  assert.ok(!found.includes('DK-R-002'));
});

test('a negative invoice is read with a warning that it is a credit note in truth', async () => {
  const negative = changed(writePeppol(SAMPLE), [
    [/(currencyID="DKK">)(?=\d)/g, '$1-'],
    [/(<cbc:PriceAmount currencyID="DKK">)-/g, '$1'],
    [/(<cbc:InvoicedQuantity unitCode="EA">)/g, '$1-'],
  ]);
  const reading = await readInvoice(Buffer.from(negative));
  assert.equal(reading.kind === 'read' && reading.invoice.totals.payable, -693750);
  assert.deepEqual(await codesIn(negative), ['NEGATIVE']);
});

test('every warning is shown by a mistake', () => {
  const elsewhere = ['NEGATIVE', 'OIOUBL-TAX-EXCLUSIVE', 'DUE-DATE'];
  const shown = new Set([...elsewhere, ...PEPPOL_MISTAKES.flatMap(([expected]) => expected)]);
  assert.deepEqual(
    [...WARNINGS].filter((code) => !shown.has(code)),
    [],
  );
});
