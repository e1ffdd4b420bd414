import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../../kernel/id.ts';
import { kroner, toOre } from '../../../kernel/money.ts';
import { testApp } from '../../../testing/app.ts';
import { aPerson } from '../../housing/seed.ts';
import { commitmentById } from '../fund/public.ts';
import { anApplication, answer } from '../fund/seed.ts';
import { acceptedInvoiceById } from './public.ts';
import { aDesk, anInvoice, NO_PAYERS, oioubl, TOLD, typedFacts, verbs } from './seed.ts';

const { newHouse } = await testApp();
const withCommitment = async (terms?: Parameters<typeof aDesk>[1]) => aDesk(await newHouse(), terms);

test('a supplier without an account sends a real OIOUBL file, and the desk pays it out of the commitment', async () => {
  const { house, invoice, signe, mette, applicationId } = await withCommitment();
  const file = new File([oioubl(invoice())], 'faktura.xml', { type: 'text/xml' });
  const form = await house.visitor().get('/faktura?ref=P-0001');
  assert.match(form.html, /value="P-0001"/);
  const sent = await form.submit('Send fakturaen', { file });
  assert.match(sent.text, /Vi har fået fakturaen/);
  assert.match(sent.path, /\/faktura\//);
  const turn = await (await house.signedIn(signe)).get('/din-tur');
  assert.match(turn.text, /Fakturaen til P-0001 venter på dig/);
  const list = await (await house.signedIn(signe)).get('/fakturaer');
  const one = await list.follow('Vesterby Brugs');
  assert.match(one.text, /Referencen står på fakturaen, eller afsenderen har skrevet den/);
  assert.match(one.text, /Leverandøren står i budgettet/);
  assert.match(one.text, /Det er første gang, vi betaler til dem/);
  assert.doesNotMatch(one.html, /&lt;cbc:/);
  const done = await one.submit('Godkend 3.000 kr. til betaling', {});
  assert.match(done.text, /Fakturaen er godkendt/);
  const commitment = await house.tx((tx) => commitmentById(tx, applicationId));
  assert.deepEqual([commitment?.claimed, commitment?.remaining], [kroner(3_000), kroner(1_000)]);
  assert.match((await house.visitor().get(sent.path)).text, /Klaret: ?\s*Kontrolleret/);
  const own = await (await house.signedIn(mette)).get(`/pulje/ansoegninger/${applicationId}`);
  assert.match(own.text, /Vesterby Brugs/);
  assert.doesNotMatch(own.html, /\/fakturaer\//);
});

test('what is over the commitment is paid up to it, and no more', async () => {
  const { invoice, signe, as, applicationId } = await withCommitment();
  const id = await as(signe, (tx) => anInvoice(tx, invoice({ lines: [{ name: 'Mad', price: kroner(4_000) }] })));
  const all = await as(signe, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, id, { part: false, words: '' }));
  assert.deepEqual(all, { ok: false, refusal: 'over_remaining' });
  const part = await as(signe, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, id, { part: true, words: '' }));
  assert.deepEqual(part, { ok: true, value: kroner(4_000) });
  const accepted = await as(signe, (tx) => acceptedInvoiceById(tx, id));
  assert.deepEqual(
    [accepted?.amount, accepted?.part, accepted?.payment?.account],
    [kroner(4_000), true, { reg: '0040', number: '0440116243' }],
  );
  assert.equal((await as(signe, (tx) => commitmentById(tx, applicationId)))?.remaining, 0);
});

test('where the fund counts without VAT, the money set aside is without it and the VAT is paid too', async () => {
  const { invoice, signe, as } = await withCommitment({ amountsIncludeVat: false });
  const id = await as(signe, (tx) => anInvoice(tx, invoice({ lines: [{ name: 'Mad', price: kroner(4_000) }] })));
  const done = await as(signe, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, id, { part: false, words: '' }));
  assert.deepEqual(done, { ok: true, value: kroner(5_000) });
  const accepted = await as(signe, (tx) => acceptedInvoiceById(tx, id));
  assert.deepEqual([accepted?.amount, accepted?.claimed], [kroner(5_000), kroner(4_000)]);
});

test('two who accept the same invoice at the same moment pay it once', async () => {
  const { invoice, signe, karen, as, applicationId } = await withCommitment();
  for (let round = 0; round < 5; round += 1) {
    const id = await as(signe, (tx) =>
      anInvoice(tx, invoice({ number: `A${round}`, lines: [{ name: 'Mad', price: kroner(80) }] })),
    );
    const both = await Promise.all(
      [signe, karen].map((by) => as(by, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, id, { part: false, words: '' }))),
    );
    assert.equal(both.filter(({ ok }) => ok).length, 1);
  }
  const commitment = await as(signe, (tx) => commitmentById(tx, applicationId));
  assert.equal(commitment?.claimed, kroner(500));
});

test('many invoices on one commitment at the same moment never take more than was promised', async () => {
  const { invoice, signe, karen, as, applicationId } = await withCommitment();
  const ids: Id<'invoice'>[] = [];
  for (let at = 0; at < 12; at += 1) {
    ids.push(
      await as(signe, (tx) =>
        anInvoice(tx, invoice({ number: `B${at}`, lines: [{ name: 'Mad', price: kroner(800) }] })),
      ),
    );
  }
  const done = await Promise.all(
    ids.map((id, at) =>
      as(at % 2 === 0 ? signe : karen, (tx) =>
        verbs.acceptInvoice(tx, NO_PAYERS, id, { part: at % 3 === 0, words: '' }),
      ),
    ),
  );
  const paid = done.reduce((sum, one) => sum + (one.ok ? one.value : 0), 0);
  const commitment = await as(signe, (tx) => commitmentById(tx, applicationId));
  assert.equal(commitment?.claimed, paid);
  assert.ok(paid <= kroner(4_000), `${paid}`);
  assert.ok(paid >= kroner(3_000), `${paid}`);
});

test('an invoice made out to a department goes back with a ready mail, and an undone answer waits again', async () => {
  const { house, invoice, signe, as } = await withCommitment();
  const buyer = { name: 'Afdelingsbestyrelsen i Kærhaven', cvr: null };
  const id = await as(signe, (tx) => anInvoice(tx, invoice({ buyer })));
  const one = await (await house.signedIn(signe)).get(`/fakturaer/${id}`);
  assert.match(one.text, /En bestyrelse kan ikke stå som køber/);
  assert.match(one.text, /Den kan ikke betales, som den er/);
  assert.match(one.html, /value="regning@vesterbybrugs\.example"/);
  assert.match(one.html, /Den skal stiles til Boligforeningen Prøven/);
  const back = await one.submit('Send tilbage', {});
  assert.match(back.text, /Fakturaen er sendt tilbage/);
  const undone = await back.submit('Tag svaret tilbage', { words: 'De ringede.' });
  assert.match(undone.text, /Fakturaen venter igen/);
});

test('an account that changed must be answered before it is paid, and finance hears of it', async () => {
  const { invoice, signe, as } = await withCommitment();
  const lines = [{ name: 'Mad', price: kroner(800) }];
  const first = await as(signe, (tx) => anInvoice(tx, invoice({ lines })));
  assert.ok((await as(signe, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, first, { part: false, words: '' }))).ok);
  const account = { reg: '5479', number: '0001234567' };
  const id = await as(signe, (tx) => anInvoice(tx, invoice({ number: '118', account, lines })));
  const accept = () => as(signe, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, id, { part: false, words: '' }));
  assert.deepEqual(await accept(), { ok: false, refusal: 'unanswered' });
  const answer = { rule: 'bank', code: 'bank_changed', words: 'Jeg har ringet til dem.' } as const;
  await as(signe, (tx) => verbs.answerCheck(tx, id, answer));
  assert.deepEqual(await accept(), { ok: true, value: kroner(1_000) });
  assert.ok((await as(signe, (tx) => acceptedInvoiceById(tx, id)))?.warnings.includes('bank_changed'));
});

test('the same invoice twice, by number or by file, is stopped until the first is out of the way', async () => {
  const { invoice, signe, as } = await withCommitment();
  const first = await as(signe, (tx) => anInvoice(tx, invoice()));
  const again = await as(signe, (tx) => anInvoice(tx, invoice({ number: '0117', deliveryDate: null })));
  const same = await as(signe, (tx) => anInvoice(tx, invoice()));
  const accept = (id: Id<'invoice'>) =>
    as(signe, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, id, { part: false, words: '' }));
  assert.deepEqual(await accept(again), { ok: false, refusal: 'stopped' });
  assert.deepEqual(await accept(same), { ok: false, refusal: 'stopped' });
  await as(signe, (tx) => verbs.rejectInvoice(tx, first, 'Forkert.'));
  await as(signe, (tx) => verbs.rejectInvoice(tx, again, 'Forkert.'));
  assert.ok((await accept(same)).ok);
});

test('the same number for another amount, or on paper without company number, is asked about', async () => {
  const { invoice, signe, as } = await withCommitment();
  const accept = (id: Id<'invoice'>) =>
    as(signe, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, id, { part: false, words: '' }));
  const supplier = { name: 'Vesterby Brugs', cvr: '31415926' };
  assert.ok((await accept(await as(signe, (tx) => anInvoice(tx, invoice({ supplier }))))).ok);
  const more = [{ name: 'Suppeurter', price: kroner(2_401) }];
  const dearer = await as(signe, (tx) => anInvoice(tx, invoice({ number: '0117', lines: more })));
  const paper = await as(signe, (tx) => anInvoice(tx, invoice({ supplier: { ...supplier, cvr: '' } })));
  assert.deepEqual(await accept(dearer), { ok: false, refusal: 'unanswered' });
  assert.deepEqual(await accept(paper), { ok: false, refusal: 'unanswered' });
});

test('a credit note gives money back only to the case of an invoice that we accepted', async () => {
  const { invoice, signe, as } = await withCommitment();
  const id = await as(signe, (tx) => anInvoice(tx, invoice()));
  const credit = invoice({
    kind: 'creditNote',
    number: 'K1',
    credits: '117',
    lines: [{ name: 'Retur', price: kroner(400) }],
  });
  const early = await as(signe, (tx) => anInvoice(tx, credit));
  const accept = (one: Id<'invoice'>) =>
    as(signe, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, one, { part: false, words: '' }));
  assert.deepEqual(await accept(early), { ok: false, refusal: 'stopped' });
  assert.ok((await accept(id)).ok);
  assert.deepEqual(await accept(early), { ok: true, value: toOre(-kroner(500)) });
  const over = await as(signe, (tx) =>
    anInvoice(tx, { ...credit, number: 'K2', credits: '0-117', lines: [{ name: 'Retur', price: kroner(2_001) }] }),
  );
  assert.deepEqual(await accept(over), { ok: false, refusal: 'stopped' });
});

test('a photo is kept, typed in beside the picture, and then finds its commitment', async () => {
  const { house, signe } = await withCommitment();
  const { default: sharp } = await import('sharp');
  const picture = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer();
  const file = new File([new Uint8Array(picture)], 'bon.jpg', { type: 'image/jpeg' });
  const desk = await house.signedIn(signe);
  const added = await (await desk.get('/fakturaer/ny')).submit('Læg den ind', { file });
  assert.match(added.text, /Vi kunne ikke læse tal i filen/);
  const form = await added.follow('Skriv fakturaen ind');
  assert.match(form.html, /<img[^>]+alt="Billede af fakturaen"/);
  const wrong = await form.submit('Gem', { supplierName: 'Vesterby Brugs', payable: '12.50', supplierCvr: '12345678' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv beløbet i kroner/);
  assert.match(wrong.html, /value="12\.50"/);
  const typed = await wrong.submit('Gem', {
    supplierCvr: '',
    payable: '4.000',
    number: '9',
    buyerName: 'Boligforeningen Prøven',
    deliveryFrom: '2026-06-12',
    issueDate: '2026-06-12',
    reg: '0040',
    account: '440116243',
  });
  assert.match(typed.text, /Leverandøren står i budgettet/);
  const paid = await typed.submit('Godkend 4.000 kr. til betaling', {});
  assert.match(paid.text, /Fakturaen er godkendt/);
});

test('residents, boards and other houses see no invoice; finance reads but does not handle', async () => {
  const { house, invoice, signe, mette, inge, lise, as } = await withCommitment();
  const id = await as(signe, (tx) => anInvoice(tx, invoice()));
  for (const who of [mette, inge]) {
    const reader = await house.signedIn(who);
    assert.equal((await reader.get(`/fakturaer/${id}`)).status, 404);
    assert.equal((await reader.get(`/fakturaer/${id}/fil`)).status, 404);
    assert.equal((await reader.get('/fakturaer')).status, 404);
  }
  assert.doesNotMatch((await house.visitor().get(`/fakturaer/${id}`)).text, /Vesterby Brugs/);
  const finance = await house.signedIn(lise);
  const seen = await finance.get(`/fakturaer/${id}`);
  assert.match(seen.text, /Du kan se fakturaen, men ikke ændre den/);
  assert.doesNotMatch(seen.text, /Godkend 3\.000/);
  assert.equal(
    (await finance.fetch(`/fakturaer/${id}/fil`)).headers.get('content-disposition')?.startsWith('attachment'),
    true,
  );
});

test('who applied, or lives with them, neither types, answers, moves nor accepts the bill, also when they work at the desk', async () => {
  const { house, as, fundId, inge, signe, invoice, on } = await withCommitment();
  const eva = await house.tx((tx) => aPerson(tx, { name: 'Eva Lund', roles: ['consultant'] }));
  house.clock.set('2026-05-03T12:00:00+02:00');
  const own = await as(eva, (tx) => anApplication(tx, fundId, { applicantId: eva, applicantName: 'Eva Lund' }));
  await as(inge, (tx) => answer(tx, own, TOLD, 'OB, punkt 5'));
  house.clock.set('2026-06-20T12:00:00+02:00');
  const id = await as(eva, (tx) => anInvoice(tx, invoice({ reference: 'P-0002', issueDate: on(41) })));
  const facts = typedFacts({ number: '118', reference: 'P-0002', supplier: 'Vesterby Brugs', payable: kroner(500) });
  const paper = await as(eva, (tx) => verbs.receiveTyped(tx, facts, null));
  const typed = paper.ok ? paper.value.id : id;
  for (const who of [eva, signe]) {
    const said = (it: object) => assert.equal('refusal' in it && it.refusal, who === eva && 'own_case');
    said(await as(who, (tx) => verbs.acceptInvoice(tx, NO_PAYERS, id, { part: true, words: '' })));
    said(await as(who, (tx) => verbs.typeFacts(tx, typed, 1, facts)));
    said(await as(who, (tx) => verbs.answerCheck(tx, typed, { rule: 'bank', code: 'bank_changed', words: 'Ja' })));
    said(await as(who, (tx) => verbs.chooseMatch(tx, typed, null)));
  }
});
