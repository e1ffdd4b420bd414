import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, day } from '../../../kernel/day.ts';
import { kroner } from '../../../kernel/money.ts';
import { testApp } from '../../../testing/app.ts';
import { exportPayments } from './commands/exporting.ts';
import { markBounced } from './commands/settling.ts';
import type { PaymentId } from './rules/payment.ts';
import { answersIn, matchAnswers } from './rules/statement.ts';
import { actingAs, anOffice, aReadyPayment, type Office } from './seed.ts';
import { paymentById } from './store/payments.ts';

const { newHouse } = await testApp();

async function sent(at: Office): Promise<PaymentId> {
  const id = await aReadyPayment(at);
  const made = await actingAs(at.house, at.people.lise, (tx) =>
    exportPayments(tx, at.organisationId, [id], { kind: 'due' }),
  );
  assert(made.ok);
  return id;
}

const payment = ({ house }: Office, id: PaymentId) =>
  house.tx(async (tx) => {
    const found = await paymentById(tx, id);
    assert(found);
    return found;
  });
const csv = (rows: readonly string[]) => new File([rows.join('\r\n')], 'bevægelser.csv', { type: 'text/csv' });

test('a row of the bank is known by our id, wherever it stands, and by its day and amount', () => {
  const on = day('2026-05-02');
  const known: readonly (readonly [readonly string[], readonly string[], Partial<ReturnType<typeof answersIn>[0]>])[] =
    [
      [['Dato', 'Tekst', 'Beløb'], ['02-05-2026', 'GB-000001-1 Vesterby', '-1.000,00'], { on, amount: kroner(1000) }],
      [['Date', 'Amount', 'Text'], ['2026-05-02', '-1000.00', 'ref GB-000001-1'], { on, amount: kroner(1000) }],
      [['Tekst', 'Saldo'], ['02.05.2026 ', 'GB-000001-1'], { amount: null }],
      [
        ['Posteringsdato', 'Tekst', 'Beløb i DKK', 'Saldo'],
        ['02-05-2026', 'Retur GB-000001-1', '1.000,00', '9.999,00'],
        { on, result: 'bounced', amount: kroner(1000) },
      ],
    ];
  for (const [heading, row, wanted] of known) {
    const [answer, ...more] = answersIn([heading, row]);
    assert.deepEqual(more, []);
    assert.deepEqual({ ...answer, ...wanted }, answer, row.join(';'));
    assert.equal(answer?.endToEndId, 'GB-000001-1');
  }
});

test('a row with none of our ids, or with two, says nothing', () => {
  assert.deepEqual(
    answersIn([
      ['Dato', 'Tekst', 'Beløb'],
      ['02-05-2026', 'Husleje', '-100,00'],
    ]),
    [],
  );
  assert.deepEqual(answersIn([['02-05-2026', 'GB-000001-1 og GB-000002-1', '-100,00']]), []);
});

test('an answer changes a payment only when amount and day are right, and only once', async () => {
  const at = await anOffice(await newHouse());
  const one = await payment(at, await sent(at));
  const [endToEndId = ''] = one.exports.map((each) => each.endToEndId);
  const today = day('2026-05-03');
  const answer = { endToEndId, result: 'paid', on: today as Day | null, amount: one.amount, reason: '' } as const;
  const finding = (changed: Partial<Parameters<typeof matchAnswers>[0][0]>) =>
    matchAnswers([{ ...answer, ...changed }], [one], today)[0]?.finding;
  assert.equal(finding({}), 'paid');
  assert.equal(finding({ result: 'bounced' }), 'bounced');
  assert.equal(finding({ amount: kroner(999) }), 'amount');
  assert.equal(finding({ on: day('2026-05-04') }), 'day');
  assert.equal(finding({ on: null }), 'day');
  // A status report of the bank names neither day nor amount: then it is today.
  assert.equal(finding({ on: null, amount: null }), 'paid');
  assert.equal(finding({ endToEndId: 'GB-000099-1' }), 'unknown');
});

test('a line of another sum for a payment that came back is not called known: the page says both sums', async () => {
  const house = await newHouse();
  const at = await anOffice(house);
  const id = await sent(at);
  const bounce = { on: day('2026-05-03'), source: 'hand', words: 'Konto lukket' } as const;
  await actingAs(at.house, at.people.lise, (tx) => markBounced(tx, id, bounce));
  const lise = await house.signedIn(at.people.lise);
  const found = async (amount: string) => {
    const file = csv(['Dato;Tekst;Beløb', `03-05-2026;Retur GB-000001-1;${amount}`]);
    return (await (await lise.get('/betalinger/bank')).submit('Læs filen', { file })).text;
  };
  const other = await found('650,00');
  assert.match(other, /Beløbet passer ikke.*Betalingen er på 1\.000,00/s);
  assert.doesNotMatch(other, /Står sådan i forvejen/);
  assert.match(await found('1.000,00'), /Står sådan i forvejen/);
});

test("the bank's list is looked at before anything changes, and saved once", async () => {
  const house = await newHouse();
  const at = await anOffice(house);
  const [first, second, third] = [await sent(at), await sent(at), await sent(at)];
  const lise = await house.signedIn(at.people.lise);
  const file = csv([
    'Dato;Tekst;Beløb;Saldo',
    '02-05-2026;GB-000001-1 Vesterby Brugs;-1.000,00;9.000,00',
    '03-05-2026;Retur GB-000002-1;1.000,00;10.000,00',
    '03-05-2026;GB-000003-1;-999,00;9.001,00',
    '03-05-2026;Kontingent;-50,00;8.951,00',
  ]);
  const found = await (await lise.get('/betalinger/bank')).submit('Læs filen', { file });
  assert.match(found.text, /GB-000001-1.*Betalt.*GB-000002-1.*Kom retur.*GB-000003-1.*Beløbet passer ikke/s);
  assert.doesNotMatch(found.text, /Kontingent/);
  assert.equal((await payment(at, first)).results.length, 0);
  const done = await found.submit('Gem 2 svar', {});
  assert.match(done.text, /2 betalinger fik svar fra banken/);
  assert.deepEqual(
    [await payment(at, first), await payment(at, second), await payment(at, third)].map(({ results }) =>
      results.map(({ result, on }) => [result, on]),
    ),
    [[['paid', '2026-05-02']], [['bounced', '2026-05-03']], []],
  );
  const again = await lise.get(found.path);
  assert.match(again.text, /Der er ikke noget nyt at gemme/);
});

test('a list without our payments, a picture and nothing at all are answered in plain words', async () => {
  const house = await newHouse();
  const at = await anOffice(house);
  const lise = await house.signedIn(at.people.lise);
  const page = await lise.get('/betalinger/bank');
  const wrong: readonly (readonly [File | undefined, RegExp])[] = [
    [csv(['Dato;Tekst;Beløb', '02-05-2026;Husleje;-100,00']), /Vi fandt ingen af jeres betalinger/],
    [new File([new Uint8Array([0x89, 0x50, 0, 1])], 'a.png'), /Filen kan ikke læses/],
    [new File([], ''), /Vælg en fil/],
  ];
  for (const [file, answer] of wrong) {
    const told = await page.submit('Læs filen', file ? { file } : {});
    assert.equal(told.status, 422);
    assert.match(told.text, answer);
  }
});

test('the list of another house is not found, and who may not send payments reads none', async () => {
  const house = await newHouse();
  const at = await anOffice(house);
  await sent(at);
  const lise = await house.signedIn(at.people.lise);
  const file = csv(['Dato;Tekst;Beløb', '02-05-2026;GB-000001-1;-1.000,00']);
  const found = await (await lise.get('/betalinger/bank')).submit('Læs filen', { file });
  const jonas = await house.signedIn(at.people.jonas);
  assert.equal((await jonas.get(found.path)).status, 404);
  const other = await newHouse();
  const there = await anOffice(other);
  const elsewhere = await other.signedIn(there.people.lise);
  assert.equal((await elsewhere.get(found.path)).status, 404);
});
