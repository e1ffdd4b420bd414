import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../kernel/day.ts';
import { kroner } from '../../kernel/money.ts';
import { readBankAnswer } from './bank-answer.ts';

const document = (space: string, inside: string) =>
  `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${space}">${inside}</Document>`;

test('a status report says what was refused and why, and nothing of what is pending', () => {
  const told = (id: string, status: string, why = '') =>
    `<TxInfAndSts><StsId>1</StsId><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${status}</TxSts>${why}</TxInfAndSts>`;
  const why = '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Closed account</AddtlInf></StsRsnInf>';
  const inside = `<CstmrPmtStsRpt><OrgnlPmtInfAndSts>${told('GB-000001-1', 'RJCT', why)}${told('GB-000002-1', 'PDNG')}${told(
    'GB-000003-1',
    'ACSC',
  )}</OrgnlPmtInfAndSts></CstmrPmtStsRpt>`;
  assert.deepEqual(readBankAnswer(document('pain.002.001.03', inside)), {
    format: 'pain.002',
    answers: [
      { endToEndId: 'GB-000001-1', result: 'bounced', on: null, amount: null, reason: 'Closed account' },
      { endToEndId: 'GB-000003-1', result: 'paid', on: null, amount: null, reason: '' },
    ],
  });
});

test('a statement says on which day the money left, and what came back', () => {
  const entry = (id: string, direction: string, amount: string, status = '<Sts>BOOK</Sts>') =>
    `<Ntry><Amt Ccy="DKK">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${status}<BookgDt><Dt>2026-12-01</Dt></BookgDt>
     <ValDt><Dt>2026-12-02</Dt></ValDt><NtryDtls><TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`;
  const inside = `<BkToCstmrStmt><Stmt>${entry('GB-000001-1', 'DBIT', '6937.50')}${entry('GB-000002-1', 'CRDT', '1')}${entry(
    'GB-000003-1',
    'DBIT',
    '5.00',
    '<Sts>PDNG</Sts>',
  )}</Stmt></BkToCstmrStmt>`;
  const on = day('2026-12-01');
  assert.deepEqual(readBankAnswer(document('camt.053.001.02', inside))?.answers, [
    { endToEndId: 'GB-000001-1', result: 'paid', on, amount: kroner(6937.5), reason: '' },
    { endToEndId: 'GB-000002-1', result: 'bounced', on, amount: kroner(1), reason: '' },
  ]);
});

test('anything else is nothing: other XML, no XML, a DOCTYPE', () => {
  for (const text of [
    '',
    '<a/>',
    'GB-000001-1;100',
    document('pain.001.001.03', ''),
    '<Document',
    `<!DOCTYPE a>${document('camt.054.001.02', '')}`,
  ]) {
    assert.equal(readBankAnswer(text), null);
  }
});
