import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInvoice } from '../../../engines/invoice/read-invoice.ts';
import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner, toOre } from '../../../kernel/money.ts';
import type { CheckCode, Rule } from './rules/check.ts';
import { checksOf, type Scene } from './rules/checks.ts';
import { type Facts, factsOf, NO_FACTS, numberKey, paymentKey, supplierKey } from './rules/facts.ts';
import { houseOf, mayAnswerMail } from './rules/mail.ts';
import { clearMatch, type Promised, suggestions } from './rules/matching.ts';
import { acceptRefusal, amountsOf } from './rules/outcome.ts';
import type { Involved } from './rules/parties.ts';
import { oioubl } from './seed.ts';

const PROMISED: Promised = {
  applicationId: 'a' as Id<'fund_application'>,
  fundId: 'f' as Id<'fund'>,
  reference: 'P-0007',
  title: 'Suppe i gården',
  initiativeId: null,
  applicantName: 'Mette Holm',
  lines: [{ what: 'Mad', supplier: 'Vesterby Brugs', amount: kroner(4_000) }],
  startsOn: day('2026-06-12'),
  endsOn: day('2026-06-13'),
  committedOn: day('2026-05-03'),
  expiresOn: day('2026-08-12'),
  amount: kroner(4_000),
  remaining: kroner(4_000),
};

const FACTS: Facts = {
  ...NO_FACTS,
  number: '117',
  issueDate: day('2026-06-14'),
  deliveryFrom: day('2026-06-12'),
  deliveryUntil: day('2026-06-12'),
  supplier: { name: 'Vesterby Brugs', cvr: '31415926', email: null, phone: null },
  buyer: { name: 'Boligforeningen Lyngbakken', cvr: '27182828', gln: null },
  net: kroner(3_200),
  vat: kroner(800),
  payable: kroner(4_000),
  payment: { means: '42', iban: null, account: { reg: '0040', number: '0440116243' }, fik: null },
};

const SCENE: Scene = {
  facts: FACTS,
  today: day('2026-06-20'),
  us: {
    name: 'Boligforeningen Lyngbakken',
    cvr: '27182828',
    otherNames: ['Lyngbakken'],
    glns: ['5790000271825'],
    departments: ['Kærhaven'],
  },
  commitment: { ...PROMISED, closed: false },
  policy: { includesVat: true, allowsOutlays: false },
  involved: [],
  duplicate: null,
  lastPayment: 'dk:0040:440116243',
  ownAccounts: [],
  privatePayments: [],
  credited: null,
  hasFile: true,
};

function finding(rule: Rule, facts: Partial<Facts>, scene: Partial<Scene> = {}): CheckCode | undefined {
  return checksOf({ ...SCENE, ...scene, facts: { ...FACTS, ...facts } }).find((check) => check.rule === rule)?.code;
}

test('an invoice that is as it should be has nothing to say', () => {
  const checks = checksOf(SCENE);
  assert.deepEqual(
    checks.filter(({ severity }) => severity !== 'fine'),
    [],
  );
  assert.equal(acceptRefusal(checks, [], null, false), null);
});

test('it is made out to the organisation by its number, its address or its name, and to nobody else', () => {
  const buyer = (name: string | null, cvr: string | null = null, gln: string | null = null) =>
    finding('buyer', { buyer: { name, cvr, gln } });
  assert.equal(buyer('BOLIGFORENINGEN  LYNGBAKKEN'), 'buyer_ok');
  assert.equal(buyer('Lyngbakken'), 'buyer_ok');
  assert.equal(buyer(null, '27182828'), 'buyer_ok');
  assert.equal(buyer(null, null, '5790000271825'), 'buyer_ok');
  assert.equal(buyer('Bolig Lyngbakke', '27182828'), 'buyer_name_differs');
  assert.equal(buyer('Lyngbakken', '31415926'), 'buyer_other_cvr');
  assert.equal(buyer('Mette Holm'), 'buyer_other');
  assert.equal(buyer('Kærhaven'), 'buyer_department');
  assert.equal(buyer('Lyngbakken, afd. 3'), 'buyer_department');
  assert.equal(buyer('Afdelingsbestyrelsen i Kærhaven', '27182828'), 'buyer_board');
  assert.equal(buyer('', null, '5790000000005'), 'buyer_other');
  assert.equal(buyer(null), 'buyer_missing');
});

test('the issuer is a third party, whatever they are known by', () => {
  const mette: Involved = { as: 'applicant', name: 'Mette Holm', email: 'mette@example.dk', phone: '+4520304050' };
  const issuer = (supplier: Partial<Facts['supplier']>, as: Involved['as'] = 'applicant') =>
    finding('issuer', { supplier: { ...FACTS.supplier, ...supplier } }, { involved: [{ ...mette, as }] });
  assert.equal(issuer({}), 'issuer_ok');
  assert.equal(issuer({ name: 'mette  holm', cvr: null }), 'issuer_applicant');
  assert.equal(issuer({ name: 'Suppe & Co', email: 'mette@example.dk' }, 'co_applicant'), 'issuer_co_applicant');
  assert.equal(issuer({ name: 'Suppe & Co', phone: '20 30 40 50' }, 'household'), 'issuer_household');
  assert.equal(issuer({ name: 'Mette Holm' }, 'decider'), 'issuer_decider');
  assert.equal(issuer({ name: 'Mette Holm Catering' }), 'issuer_resembles');
  assert.equal(issuer({ cvr: '27182828' }), 'issuer_us');
  assert.equal(issuer({ name: null, cvr: null }), 'issuer_missing');
});

test('what was delivered before the yes is stopped, on the day itself it is not; a date before it is only a warning', () => {
  const delivered = (from: string, until = from) =>
    finding('delivered', { deliveryFrom: day(from), deliveryUntil: day(until) });
  assert.equal(delivered('2026-05-02'), 'delivered_before_commitment');
  assert.equal(delivered('2026-05-02', '2026-06-12'), 'delivered_before_commitment');
  assert.equal(delivered('2026-05-03'), 'delivered_ok');
  assert.equal(delivered('2026-06-13'), 'delivered_ok');
  assert.equal(delivered('2026-06-14'), 'delivered_after_activity');
  assert.equal(delivered('2026-08-12'), 'delivered_after_activity');
  assert.equal(delivered('2026-08-13'), 'delivered_after_expiry');
  assert.equal(finding('delivered', { deliveryFrom: null, deliveryUntil: null }), 'delivered_unknown');
  assert.equal(finding('issued', { issueDate: day('2026-05-02') }), 'issued_before_commitment');
  assert.equal(finding('issued', { issueDate: day('2026-05-03') }), 'issued_ok');
  assert.equal(finding('issued', { issueDate: day('2026-06-21') }), 'issued_in_future');
});

test('the account is held against our own, the private ones of the case, and where the money went last time', () => {
  const iban = 'DK5000400440116243';
  const own = { ownAccounts: ['dk:0040:440116243'] };
  const bank = (payment: Partial<NonNullable<Facts['payment']>> | null, scene: Partial<Scene> = {}) =>
    finding('bank', { payment: payment && { means: null, iban: null, account: null, fik: null, ...payment } }, scene);
  assert.equal(bank({ iban }), 'bank_ok');
  assert.equal(bank({ account: { reg: '40', number: '440116243' } }), 'bank_ok');
  assert.equal(bank({ account: { reg: '0040', number: '0440116244' } }), 'bank_changed');
  assert.equal(bank({ account: { reg: '0041', number: '0440116243' } }), 'bank_changed');
  assert.equal(bank({ iban: 'SE4550000000058398257466' }), 'bank_changed');
  assert.equal(bank({ fik: { kind: '71', reference: '123', creditor: '82345678' } }), 'bank_changed');
  assert.equal(bank({ iban }, { lastPayment: null }), 'bank_first');
  assert.equal(bank({ iban }, { lastPayment: 'fik:71:82345678' }), 'bank_changed');
  // Another number on the slip is another bill, not another place.
  const slip = { kind: '71', reference: '999', creditor: '82345678' };
  assert.equal(bank({ fik: slip }, { lastPayment: 'fik:71:82345678' }), 'bank_ok');
  assert.equal(bank({ fik: { ...slip, creditor: '82345679' } }, { lastPayment: 'fik:71:82345678' }), 'bank_changed');
  assert.equal(bank(null), 'bank_missing');
  assert.equal(bank({ iban }, own), 'bank_ours');
  assert.equal(bank({ iban }, { ...own, lastPayment: null }), 'bank_ours');
  assert.equal(bank({ iban }, { privatePayments: ['dk:0040:440116243'] }), 'bank_of_applicant');
  const stopped = checksOf({ ...SCENE, ...own });
  assert.equal(acceptRefusal(stopped, [], null, false), 'stopped');
});

test('the amount is held to what remains, to the øre, with or without VAT as the fund counts', () => {
  assert.equal(finding('amount', { payable: toOre(400_001) }), 'over_remaining');
  assert.equal(finding('amount', { payable: kroner(4_000) }), 'amount_ok');
  assert.equal(finding('amount', { payable: toOre(0) }), 'amount_missing');
  assert.equal(
    finding('amount', {}, { commitment: { ...PROMISED, closed: false, remaining: toOre(0) } }),
    'nothing_remains',
  );
  const bare = { includesVat: false, allowsOutlays: false };
  assert.equal(finding('amount', { net: kroner(4_000), payable: kroner(5_000) }, { policy: bare }), 'amount_ok');
  const over = { ...FACTS, net: kroner(8_000), payable: kroner(10_000) };
  assert.deepEqual(amountsOf(over, bare, kroner(4_000)), { claim: kroner(4_000), pay: kroner(5_000) });
  assert.deepEqual(amountsOf(over, SCENE.policy, kroner(4_000)), { claim: kroner(4_000), pay: kroner(4_000) });
  assert.deepEqual(amountsOf({ ...over, net: toOre(300), payable: toOre(375) }, bare, toOre(100)), {
    claim: 100,
    pay: 125,
  });
  // Whoever writes one krone without VAT and 9.000 to be paid gets no more than the commitment with its VAT.
  const forged = { ...FACTS, net: kroner(1), payable: kroner(9_000) };
  assert.deepEqual(amountsOf(forged, bare, kroner(4_000)), { claim: kroner(4_000), pay: kroner(5_000) });
});

test('a private outlay is paid only where the policy allows it, with a reason and a receipt', () => {
  const outlay = { outlay: 'Butikken tog kun kort.', number: null, buyer: NO_FACTS.buyer };
  const allows = { includesVat: true, allowsOutlays: true };
  assert.equal(finding('outlay', outlay), 'outlay_closed');
  assert.equal(finding('outlay', outlay, { policy: allows }), 'outlay_ok');
  assert.equal(finding('outlay', outlay, { policy: allows, hasFile: false }), 'outlay_without_receipt');
  assert.equal(finding('buyer', outlay, { policy: allows }), undefined);
});

test('the other stops: no commitment, closed, twice, another currency, no number, nowhere to pay, gift cards', () => {
  assert.equal(finding('commitment', {}, { commitment: null }), 'commitment_missing');
  assert.equal(finding('commitment', {}, { commitment: { ...PROMISED, closed: true } }), 'commitment_closed');
  assert.equal(finding('duplicate', {}, { duplicate: 'file' }), 'duplicate_file');
  assert.equal(finding('duplicate', {}, { duplicate: 'number' }), 'duplicate_number');
  assert.equal(finding('duplicate', {}, { duplicate: 'alike' }), 'duplicate_alike');
  assert.equal(finding('document', {}, { hasFile: false }), 'document_unseen');
  assert.equal(finding('currency', { currency: 'EUR' }), 'currency_other');
  assert.equal(finding('document', { number: null }), 'number_missing');
  assert.equal(finding('bank', { payment: null }), 'bank_missing');
  assert.equal(finding('bank', {}, { lastPayment: null }), 'bank_first');
  assert.equal(finding('bank', {}, { lastPayment: 'dk:5479:1' }), 'bank_changed');
  assert.equal(finding('bank', {}, { privatePayments: ['dk:0040:440116243'] }), 'bank_of_applicant');
  assert.equal(finding('cash_like', { lines: [{ name: '2 gavekort', quantity: null, net: null }] }), 'cash_like');
});

test('a warning is answered by a note; a changed account also by a second person who has looked', () => {
  const [signe, karen] = ['s' as Id<'person'>, 'k' as Id<'person'>];
  const checks = checksOf({ ...SCENE, lastPayment: 'dk:5479:1' });
  const given = (words: string, by: Id<'person'>, code = 'bank_changed') => [
    { rule: 'bank', code, words, by, on: day('2026-06-20') },
  ];
  assert.equal(acceptRefusal(checks, [], signe, false), 'unanswered');
  assert.equal(acceptRefusal(checks, given('', signe), signe, false), 'unanswered');
  assert.equal(acceptRefusal(checks, given('', karen), signe, false), null);
  assert.equal(acceptRefusal(checks, given('Ringet.', signe), signe, false), null);
  assert.equal(acceptRefusal(checks, given('Ringet.', signe, 'bank_first'), signe, false), 'unanswered');
});

test('a reference is enough; two that fit alike are for a person', () => {
  const known = { referred: new Set<string>(), creditedOn: null, senderWords: '' };
  const other = { ...PROMISED, applicationId: 'b' as Id<'fund_application'>, reference: 'P-0008' };
  const twins = suggestions(FACTS, [PROMISED, other], known);
  assert.equal(twins.length, 2);
  assert.equal(clearMatch(twins), null);
  const referred = suggestions(FACTS, [PROMISED, other], { ...known, referred: new Set(['P-0008']) });
  assert.equal(clearMatch(referred)?.commitment.reference, 'P-0008');
  assert.deepEqual(referred[0]?.reasons, ['reference', 'supplier', 'amount']);
  assert.equal(suggestions({ ...NO_FACTS }, [PROMISED], known).length, 0);
});

test('the same account, number and supplier are the same however they are written', () => {
  const account = { means: null, iban: null, account: { reg: '40', number: '440116243' }, fik: null };
  const iban = { means: null, iban: 'DK5000400440116243', account: null, fik: null };
  assert.equal(paymentKey(account), paymentKey(iban));
  assert.equal(numberKey('2026-0117'), numberKey('2026 0117'));
  assert.equal(numberKey('00117'), numberKey('117'));
  assert.equal(supplierKey({ name: 'Garn & Tråd ApS', cvr: null }), supplierKey({ name: 'garn og tråd', cvr: null }));
});

test('of what a file says no more is kept than fits on a page and in an index, and never half a letter', async () => {
  const long = (most: number) => `${'x'.repeat(most - 1)}😀${'y'.repeat(300)}`;
  const reading = await readInvoice(
    Buffer.from(
      oioubl({
        number: long(60),
        issueDate: day('2026-06-14'),
        supplier: { name: 'ﷺ'.repeat(300), cvr: '' },
        reference: long(200),
        lines: [{ name: long(200), price: kroner(1) }],
      }),
    ),
  );
  assert(reading.kind === 'read');
  const all = Array.from({ length: 1_001 }, () => reading.invoice.lines[0] ?? assert.fail());
  const facts = factsOf({ ...reading.invoice, lines: all }, reading.problems);
  const { number, reference, supplier, lines, faults } = facts;
  const lengths = [number, reference, supplier.name, lines[0]?.name].map((text) => text?.length);
  assert.deepEqual(lengths, [60, 200, 200, 200]);
  assert.equal(lines.length, 1_000);
  assert.equal(faults[0]?.code, 'LINES');
  assert((supplierKey(supplier) ?? '').length <= 400);
  assert(JSON.stringify(facts).isWellFormed() && !/\\ud[89a-f]/i.test(JSON.stringify(facts)));
});

test('no machine is answered: no bounce, no list, no robot, not ourselves, nobody who hides', () => {
  const mail = { envelopeFrom: 'a@b.dk', from: 'a@b.dk', subject: '', text: '', headers: new Map<string, string>() };
  assert.equal(mayAnswerMail(mail, []), true);
  assert.equal(mayAnswerMail({ ...mail, envelopeFrom: '' }, []), false);
  assert.equal(mayAnswerMail({ ...mail, from: 'c@b.dk' }, []), false);
  assert.equal(mayAnswerMail(mail, ['A@b.dk']), false);
  assert.equal(mayAnswerMail({ ...mail, envelopeFrom: 'no-reply@b.dk', from: 'no-reply@b.dk' }, []), false);
  for (const [name, value] of [
    ['auto-submitted', 'auto-replied'],
    ['precedence', 'bulk'],
    ['list-id', '<x>'],
    ['list-unsubscribe', '<x>'],
  ] as const) {
    assert.equal(mayAnswerMail({ ...mail, headers: new Map([[name, value]]) }, []), false, name);
  }
  const houses = [
    { slug: 'lyngbakken', host: null },
    { slug: 'vest', host: 'vest.example' },
  ];
  assert.equal(houseOf('lyngbakken@x.dk', houses)?.slug, 'lyngbakken');
  assert.equal(houseOf('Faktura+Lyngbakken@x.dk', houses)?.slug, 'lyngbakken');
  assert.equal(houseOf('faktura@vest.example', houses)?.slug, 'vest');
  assert.equal(houseOf('faktura@x.dk', houses), null);
});
