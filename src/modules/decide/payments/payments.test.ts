import assert from 'node:assert/strict';
import { test } from 'node:test';
import { painFaults } from '../../../engines/payment-file/structure.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { openDatabase } from '../../../platform/db/database.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { readFile } from '../../../platform/files/files.ts';
import { testDatabase } from '../../../testing/database.ts';
import { loadActor } from '../../housing/public.ts';
import { commitmentById } from '../fund/public.ts';
import { exportPayments, undoBatch } from './commands/exporting.ts';
import { stopPayment } from './commands/opening.ts';
import { changeSettings } from './commands/settings.ts';
import { markBounced, markPaid } from './commands/settling.ts';
import { listed } from './rules/lists.ts';
import { type PaymentId, statusOf } from './rules/payment.ts';
import type { Settings } from './rules/settings.ts';
import { actingAs, anOffice, aPayment, yes as approveSeen, aReadyPayment, type Office } from './seed.ts';
import { batchById } from './store/batches.ts';
import { paymentCounts, paymentsIn, paymentsListed } from './store/lists.ts';
import { lockPayments, paymentById } from './store/payments.ts';
import { settingsOf } from './store/settings.ts';

const { connection, newTenant } = await testDatabase();

const office = async (settings: Partial<Settings> = {}) => anOffice(await newTenant(), settings);

const look = ({ house }: Office, id: PaymentId) =>
  house.tx(async (tx) => {
    const payment = await paymentById(tx, id);
    assert(payment);
    return payment;
  });
const status = async (at: Office, id: PaymentId) => statusOf(await look(at, id));

/** Approves what the person sees now. */
const yes = (at: Office, who: keyof Office['people'], id: PaymentId) =>
  actingAs(at.house, at.people[who], (tx) => approveSeen(tx, id));

const send = (at: Office, ids: readonly PaymentId[], hold = lockPayments) =>
  actingAs(at.house, at.people.lise, (tx) => exportPayments(tx, at.organisationId, ids, { kind: 'due' }, hold));
const byHand = { source: 'hand', words: '' } as const;

const paidAndClaimed = ({ house, applicationId }: Office) =>
  house.tx(async (tx) => {
    const commitment = await commitmentById(tx, applicationId);
    return [commitment?.paid, commitment?.claimed, commitment?.remaining];
  });

test('a payment leaves in one file, however many make one at the same moment', async () => {
  const at = await office();
  const ids = [await aReadyPayment(at), await aReadyPayment(at), await aReadyPayment(at)];
  const other = openDatabase({ connection, connections: 4 });
  try {
    const actor = await at.house.tx((tx) => loadActor(tx, at.people.lise));
    assert(actor);
    const { tenant } = at.house;
    const elsewhere = () =>
      other.asTenant({ tenant, actor, channel: 'web', now: at.house.clock.now(), origin: 'https://x.test' }, (tx) =>
        exportPayments(tx, at.organisationId, [...ids].reverse(), { kind: 'due' }),
      );
    const tries = await Promise.all([
      send(at, ids),
      elsewhere(),
      send(at, ids),
      elsewhere(),
      send(at, [ids[1] as PaymentId]),
    ]);
    assert.equal(tries.filter(({ ok }) => ok).length, 1);
  } finally {
    await other.close();
  }
  for (const id of ids) assert((await look(at, id)).exports.length <= 1);
});

test('without the hold, the unique key lets a payment out only once', async () => {
  const at = await office();
  const id = await aReadyPayment(at);
  const notHeld: typeof lockPayments = async (tx, ids) => {
    const found = await Promise.all(ids.map((one) => paymentById(tx, one)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    return found.filter((one) => one !== null);
  };
  const tries = await Promise.allSettled([send(at, [id], notHeld), send(at, [id], notHeld)]);
  assert.equal(tries.filter((one) => one.status === 'rejected').length, 1);
  assert.equal((await look(at, id)).exports.length, 1);
});

test('the files are kept as they were made, and every payment stands in them once', async () => {
  const fik = { kind: '71', reference: '000000020261178', creditor: '82345678' };
  const at = await office({ format: 'pain.001.001.03' });
  const account = await aReadyPayment(at);
  const slip = await aReadyPayment(at, { payment: { means: '93', iban: null, account: null, fik } });
  const made = await send(at, [account, slip]);
  assert(made.ok);
  const { bank, csv } = await at.house.tx(async (tx) => {
    const batch = await batchById(tx, made.value);
    assert(batch?.bankFileId);
    const text = async (id: Id<'file'>) => Buffer.from((await readFile(tx, id))?.bytes ?? []).toString('utf8');
    return { bank: await text(batch.bankFileId), csv: await text(batch.csvFileId) };
  });
  assert.deepEqual(painFaults(bank), []);
  // Due on Sunday 17 May.
  assert.match(bank, /<ReqdExctnDt>2026-05-18<\/ReqdExctnDt>/);
  // The slip is typed by hand until the bank has approved a file with one.
  assert.equal(bank.match(/<CdtTrfTxInf>/g)?.length, 1);
  assert.equal(csv.trim().split('\r\n').length, 3);
  assert.deepEqual(
    (await look(at, slip)).exports.map(({ byHand }) => byHand),
    [true],
  );
});

test('what is not approved, has no account, or no payer, does not leave', async () => {
  const at = await office();
  const { id } = await aPayment(at);
  assert.deepEqual(await send(at, [id]), { ok: false, refusal: { kind: 'not_ready', numbers: [1] } });
  assert.deepEqual(await send(at, []), { ok: false, refusal: { kind: 'none_chosen' } });
  const { id: nowhere } = await aPayment(at, { payment: { means: null, iban: null, account: null, fik: null } });
  assert.deepEqual(await yes(at, 'lise', nowhere), { ok: false, refusal: 'no_account' });
  const without = await office({ iban: '' });
  assert.deepEqual(await send(without, [await aReadyPayment(without)]), {
    ok: false,
    refusal: { kind: 'no_own_account' },
  });
});

test('a file that never went to the bank is undone: its payments are approved as they were, and go out anew', async () => {
  const at = await office();
  const id = await aReadyPayment(at);
  const first = await send(at, [id]);
  assert(first.ok);
  const undo = () => actingAs(at.house, at.people.lise, (tx) => undoBatch(tx, first.value, 'Forkert dag'));
  assert((await undo()).ok);
  assert.deepEqual(await undo(), { ok: false, refusal: 'undone_already' });
  assert.equal(await status(at, id), 'ready');
  const second = await send(at, [id]);
  assert(second.ok);
  assert.deepEqual(
    (await look(at, id)).exports.map((one) => one.endToEndId),
    ['GB-000001-1', 'GB-000001-2'],
  );
  const today = await at.house.tx(async (tx) => tx.today);
  assert((await actingAs(at.house, at.people.lise, (tx) => markPaid(tx, id, { ...byHand, on: today }))).ok);
  const late = await actingAs(at.house, at.people.lise, (tx) => undoBatch(tx, second.value, 'For sent'));
  assert.deepEqual(late, { ok: false, refusal: 'moved_on' });
});

test('paid is paid in the fund at the same moment; bounced, and the money is set aside again and everybody asked anew', async () => {
  const at = await office();
  const id = await aReadyPayment(at);
  assert.deepEqual(await paidAndClaimed(at), [0, kroner(1_000), kroner(9_000)]);
  const on = await at.house.tx(async (tx) => tx.today);
  const lise = <T>(work: (tx: TenantDb) => Promise<T>) => actingAs(at.house, at.people.lise, work);
  assert.deepEqual(await lise((tx) => markPaid(tx, id, { ...byHand, on })), { ok: false, refusal: 'not_sent' });
  assert((await send(at, [id])).ok);
  const late = await lise((tx) => markPaid(tx, id, { ...byHand, on: addDays(on, 1) }));
  assert.deepEqual(late, { ok: false, refusal: 'in_future' });
  const twice = await Promise.all([1, 2].map(() => lise((tx) => markPaid(tx, id, { ...byHand, on }))));
  assert.equal(twice.filter((one) => one.ok).length, 1);
  assert.deepEqual(await paidAndClaimed(at), [kroner(1_000), 0, kroner(9_000)]);
  assert((await lise((tx) => markBounced(tx, id, { source: 'hand', words: 'Lukket konto', on }))).ok);
  assert.deepEqual(await paidAndClaimed(at), [0, kroner(1_000), kroner(9_000)]);
  assert.equal(await status(at, id), 'bounced');
  assert((await yes(at, 'lise', id)).ok);
  assert((await yes(at, 'karen', id)).ok);
  assert.equal(await status(at, id), 'ready');
  assert((await send(at, [id])).ok);
  assert((await lise((tx) => markPaid(tx, id, { ...byHand, on }))).ok);
  assert.deepEqual(await paidAndClaimed(at), [kroner(1_000), 0, kroner(9_000)]);
});

test('the money of a credit note is waited for, and never sent', async () => {
  const at = await office();
  const { id } = await aPayment(at, { amount: kroner(4_000) });
  const { id: credit } = await aPayment(at, { amount: kroner(-1_500) });
  assert.equal(await status(at, credit), 'awaited');
  assert.deepEqual(await yes(at, 'lise', credit), { ok: false, refusal: 'not_waiting' });
  const on = await at.house.tx(async (tx) => tx.today);
  const come = () => actingAs(at.house, at.people.lise, (tx) => markPaid(tx, credit, { ...byHand, on }));
  assert.deepEqual(await come(), { ok: false, refusal: 'below_nought' });
  assert((await yes(at, 'jonas', id)).ok);
  assert((await yes(at, 'lise', id)).ok);
  assert((await send(at, [id])).ok);
  assert((await actingAs(at.house, at.people.lise, (tx) => markPaid(tx, id, { ...byHand, on }))).ok);
  assert((await come()).ok);
  assert.equal(await status(at, credit), 'paid');
  assert.deepEqual((await paidAndClaimed(at)).slice(0, 2), [kroner(2_500), 0]);
});

test('an invoice whose acceptance is taken back is not paid; once it is on its way that is refused', async () => {
  const at = await office();
  const { id, invoiceId } = await aPayment(at);
  assert((await yes(at, 'lise', id)).ok);
  const stop = (invoice: Id<'invoice'>) => actingAs(at.house, at.people.jonas, (tx) => stopPayment(tx, invoice));
  assert((await stop(invoiceId)).ok);
  assert.equal(await status(at, id), 'stopped');
  assert.deepEqual(await yes(at, 'karen', id), { ok: false, refusal: 'not_waiting' });
  const other = await aPayment(at);
  assert((await yes(at, 'jonas', other.id)).ok);
  assert((await yes(at, 'lise', other.id)).ok);
  assert((await send(at, [other.id])).ok);
  assert.deepEqual(await stop(other.invoiceId), { ok: false, refusal: 'exported' });
});

test('the lists say the same of each payment as its own page', async () => {
  const at = await office();
  const first = await aPayment(at);
  const second = await aPayment(at);
  assert((await yes(at, 'lise', second.id)).ok);
  const third = await aReadyPayment(at);
  const fourth = await aReadyPayment(at);
  const fifth = await aReadyPayment(at);
  await aPayment(at, { amount: kroner(-500) });
  assert((await send(at, [fourth, fifth])).ok);
  const on = await at.house.tx(async (tx) => tx.today);
  assert(
    (await actingAs(at.house, at.people.lise, (tx) => markBounced(tx, fifth, { source: 'hand', words: 'x', on }))).ok,
  );
  const counts = await at.house.tx((tx) => paymentCounts(tx, [at.organisationId]));
  for (const name of ['waiting_first', 'waiting_second', 'ready', 'exported', 'bounced', 'awaited'] as const) {
    const found = await at.house.tx((tx) => paymentsIn(tx, [at.organisationId], name, 1));
    assert.deepEqual([name, found.map(statusOf), counts[name]?.count], [name, [name], 1]);
    assert.deepEqual(await at.house.tx((tx) => paymentsListed(tx, [at.organisationId], name, 1)), found.map(listed));
  }
  assert.equal(await status(at, first.id), 'waiting_first');
  assert.equal(await status(at, third), 'ready');
});

test('two who change the rules at once: the second is asked to look again', async () => {
  const at = await office();
  const settings = await at.house.tx((tx) => settingsOf(tx, at.organisationId));
  const change = (limit: number) =>
    actingAs(at.house, at.people.karen, (tx) =>
      changeSettings(tx, settings.number, { ...settings, singleLimit: kroner(limit) }),
    );
  const both = await Promise.all([change(100), change(200)]);
  assert.equal(both.filter(({ ok }) => ok).length, 1);
});
