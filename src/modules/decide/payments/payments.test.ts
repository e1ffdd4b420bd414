import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { danishIban } from '../../../engines/payment-file/accounts.ts';
import { painFaults } from '../../../engines/payment-file/structure.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner, type Ore } from '../../../kernel/money.ts';
import { openDatabase } from '../../../platform/db/database.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { readFile } from '../../../platform/files/files.ts';
import { type TestTenant, testDatabase } from '../../../testing/database.ts';
import { loadActor, ownOrganisation } from '../../housing/public.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { claimMoney, commitmentById } from '../fund/public.ts';
import { aFund, anApplication, answer } from '../fund/seed.ts';
import type { AcceptedInvoice } from '../invoices/public.ts';
import { approve, changeAccount } from './commands/approving.ts';
import { exportPayments, undoBatch } from './commands/exporting.ts';
import { openPayment, stopPayment } from './commands/opening.ts';
import { changeSettings } from './commands/settings.ts';
import { markBounced, markPaid } from './commands/settling.ts';
import { type PaymentId, statusOf } from './rules/payment.ts';
import { type Settings, USUAL_SETTINGS } from './rules/settings.ts';
import { batchById } from './store/batches.ts';
import { paymentCounts, paymentsIn } from './store/lists.ts';
import { digestOf, lockPayments, paymentById, paymentOfInvoice } from './store/payments.ts';
import { settingsOf } from './store/settings.ts';

const { connection, newTenant } = await testDatabase();
const IBAN = danishIban('3000', '1234567') ?? '';
const OWN = danishIban('0040', '0440116243') ?? '';

type People = Awaited<ReturnType<typeof office>>['people'];

/** A fund with a promise of 10.000 kr. to Poul, who lives with Rita; and an office of three. */
async function office(settings: Partial<Settings> = {}) {
  const house = await newTenant();
  const people = await house.tx(async (tx) => {
    const home = await aTenancy(tx, { departmentId: await aDepartment(tx) });
    return {
      lise: await aPerson(tx, { name: 'Lise Krogh', roles: ['finance'] }),
      karen: await aPerson(tx, { name: 'Karen Lund', roles: ['secretariat'] }),
      jonas: await aPerson(tx, { name: 'Jonas Bak', roles: ['consultant'] }),
      inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
      poul: await aPerson(tx, { name: 'Poul Dahl', lives: home, roles: ['finance'] }),
      rita: await aPerson(tx, { name: 'Rita Dahl', lives: home, roles: ['finance'] }),
    };
  });
  const applicationId = await house.tx(async (tx) => {
    const fundId = await aFund(tx);
    return anApplication(tx, fundId, { sought: kroner(10_000), applicantId: people.poul });
  });
  const decision = { result: 'commit', amount: kroner(10_000), terms: '', words: '' } as const;
  const told = { key: 'suppe', startsIn: 0, departments: 0, decision } as Parameters<typeof answer>[2];
  await by(house, people.inge, (tx) => answer(tx, applicationId, told, 'OB, punkt 4'));
  const organisationId = await house.tx(async (tx) => (await ownOrganisation(tx)).id);
  await by(house, people.karen, (tx) =>
    changeSettings(tx, 0, { ...USUAL_SETTINGS, organisationId, payerName: 'Prøven', iban: OWN, ...settings }),
  );
  return { house, people, applicationId, organisationId };
}
type Office = Awaited<ReturnType<typeof office>>;

async function by<T>(house: TestTenant, personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  assert(actor);
  return house.as(actor, work);
}

let invoices = 0;

/** An invoice that was accepted: the money is set aside, and the payment is open. */
async function accepted(
  { house, people, applicationId }: Office,
  wanted: { readonly amount?: Ore; readonly payment?: AcceptedInvoice['payment']; readonly supplier?: string } = {},
): Promise<{ id: PaymentId; invoiceId: Id<'invoice'> }> {
  const { amount = kroner(1_000), supplier = 'Vesterby Brugs' } = wanted;
  invoices += 1;
  const number = `F-${invoices}`;
  return house.tx(async (tx) => {
    const invoice = await tx.sql
      .insertInto('invoice')
      .values({
        way: 'typed',
        format: 'typed',
        follow_hash: randomBytes(32),
        number,
        supplier_name: supplier,
        on_day: tx.today,
        received_at: tx.now,
        channel: 'web',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const claim = await claimMoney(tx, applicationId, { amount, reference: number });
    assert(claim.ok);
    await openPayment(tx, {
      invoiceId: invoice.id,
      claimId: claim.value,
      applicationId,
      kind: amount < 0 ? 'creditNote' : 'invoice',
      supplier: { name: supplier, cvr: null },
      number,
      precedingInvoice: null,
      issueDate: tx.today,
      dueDate: addDays(tx.today, 14),
      amount,
      claimed: amount,
      part: false,
      payment: wanted.payment ?? { means: '42', iban: null, account: { reg: '3000', number: '1234567' }, fik: null },
      acceptedBy: people.jonas,
      acceptedOn: tx.today,
      handlers: [people.jonas],
      fileId: null,
      warnings: [],
      outlay: null,
    });
    const id = await paymentOfInvoice(tx, invoice.id);
    assert(id);
    return { id, invoiceId: invoice.id };
  });
}

const look = ({ house }: Office, id: PaymentId) =>
  house.tx(async (tx) => {
    const payment = await paymentById(tx, id);
    assert(payment);
    return payment;
  });
const status = async (at: Office, id: PaymentId) => statusOf(await look(at, id));

/** Approves what the person sees now. */
async function yes(at: Office, who: keyof People, id: PaymentId) {
  const shown = digestOf(await look(at, id));
  return by(at.house, at.people[who], (tx) => approve(tx, id, shown));
}

async function ready(at: Office, wanted: Parameters<typeof accepted>[1] = {}): Promise<PaymentId> {
  const { id } = await accepted(at, wanted);
  assert((await yes(at, 'jonas', id)).ok);
  assert((await yes(at, 'lise', id)).ok);
  return id;
}

const send = (at: Office, ids: readonly PaymentId[], hold = lockPayments) =>
  by(at.house, at.people.lise, (tx) => exportPayments(tx, at.organisationId, ids, { kind: 'due' }, hold));

const paidAndClaimed = ({ house, applicationId }: Office) =>
  house.tx(async (tx) => {
    const commitment = await commitmentById(tx, applicationId);
    return [commitment?.paid, commitment?.claimed, commitment?.remaining];
  });
const tomorrow = { source: 'hand', words: '' } as const;

test('it takes two different people, the second of finance or the secretariat', async () => {
  const at = await office();
  const { id } = await accepted(at);
  assert.equal(await status(at, id), 'waiting_first');
  assert.deepEqual(await yes(at, 'inge', id), { ok: false, refusal: 'role' });
  assert.deepEqual(await yes(at, 'jonas', id), { ok: true, value: { complete: false } });
  assert.equal(await status(at, id), 'waiting_second');
  assert.deepEqual(await yes(at, 'jonas', id), { ok: false, refusal: 'twice' });
  assert.deepEqual(await yes(at, 'lise', id), { ok: true, value: { complete: true } });
  assert.equal(await status(at, id), 'ready');
  assert.deepEqual(await yes(at, 'karen', id), { ok: false, refusal: 'not_waiting' });
});

test('whoever asked for the money, lives with them, or is paid, takes no part', async () => {
  const at = await office();
  const { id } = await accepted(at);
  assert.deepEqual(await yes(at, 'poul', id), { ok: false, refusal: 'own_case' });
  assert.deepEqual(await yes(at, 'rita', id), { ok: false, refusal: 'own_case' });
  const { id: own } = await accepted(at, { supplier: 'Krogh og Datter v/ Lise Krogh' });
  assert.deepEqual(await yes(at, 'lise', own), { ok: false, refusal: 'own_money' });
});

test('one person on two devices at the same moment is one person', async () => {
  const at = await office();
  const { id } = await accepted(at);
  const shown = digestOf(await look(at, id));
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => by(at.house, at.people.lise, (tx) => approve(tx, id, shown))),
  );
  assert.equal(tries.filter(({ ok }) => ok).length, 1);
  assert.equal((await look(at, id)).approvals.length, 1);
  assert.equal(await status(at, id), 'waiting_second');
});

test('two people at the same moment are the first and the second', async () => {
  const at = await office();
  const { id } = await accepted(at);
  const shown = digestOf(await look(at, id));
  const both = await Promise.all(
    (['lise', 'karen'] as const).map((who) => by(at.house, at.people[who], (tx) => approve(tx, id, shown))),
  );
  assert.deepEqual(both.map((one) => one.ok && one.value.complete).sort(), [false, true]);
  assert.equal(await status(at, id), 'ready');
});

test('without the hold, one person on two devices is stopped by the unique key alone', async () => {
  const at = await office();
  const { id } = await accepted(at);
  const shown = digestOf(await look(at, id));
  const notHeld = async (tx: TenantDb, one: PaymentId) => {
    const payment = await paymentById(tx, one);
    assert(payment);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return payment;
  };
  const tries = await Promise.allSettled(
    [1, 2].map(() => by(at.house, at.people.lise, (tx) => approve(tx, id, shown, notHeld))),
  );
  assert.equal(tries.filter((one) => one.status === 'rejected').length, 1);
  assert.equal((await look(at, id)).approvals.length, 1);
});

test('an approval is of the account that was shown: another account, and everybody is asked again', async () => {
  const at = await office({ singleLimit: kroner(5_000) });
  const { id } = await accepted(at);
  const shown = digestOf(await look(at, id));
  const other = { kind: 'account', iban: danishIban('5000', '7654321') ?? '' } as const;
  const change = (to: Parameters<typeof changeAccount>[2]) =>
    by(at.house, at.people.lise, (tx) => changeAccount(tx, id, to, 'Ringet til dem'));
  assert.deepEqual(await change({ kind: 'account', iban: IBAN }), { ok: false, refusal: 'same' });
  assert.deepEqual(await change({ kind: 'account', iban: 'SE4550000000058398257466' }), {
    ok: false,
    refusal: 'account',
  });
  assert((await change(other)).ok);
  const stale = await by(at.house, at.people.karen, (tx) => approve(tx, id, shown));
  assert.deepEqual(stale, { ok: false, refusal: 'changed' });
  // Small enough for one; but whoever wrote the new account cannot be that one.
  assert.deepEqual(await yes(at, 'lise', id), { ok: true, value: { complete: false } });
  assert.deepEqual(await yes(at, 'lise', id), { ok: false, refusal: 'twice' });
  assert((await yes(at, 'karen', id)).ok);
  assert.equal(await status(at, id), 'ready');
  assert((await change({ kind: 'account', iban: IBAN })).ok);
  assert.equal(await status(at, id), 'waiting_first');
  assert.equal((await look(at, id)).approvals.length, 2);
});

test('up to the limit one of finance suffices; above it never', async () => {
  const at = await office({ singleLimit: kroner(1_000) });
  const { id: small } = await accepted(at);
  assert.deepEqual(await yes(at, 'jonas', small), { ok: false, refusal: 'role' });
  assert.deepEqual(await yes(at, 'lise', small), { ok: true, value: { complete: true } });
  const { id: large } = await accepted(at, { amount: kroner(1_000.01) });
  assert.deepEqual(await yes(at, 'lise', large), { ok: true, value: { complete: false } });
});

test('an account that is not the one from last time says so, and takes two', async () => {
  const at = await office({ singleLimit: kroner(5_000) });
  const first = await accepted(at);
  assert((await yes(at, 'lise', first.id)).ok);
  assert((await send(at, [first.id])).ok);
  const on = await at.house.tx(async (tx) => tx.today);
  assert((await by(at.house, at.people.lise, (tx) => markPaid(tx, first.id, { ...tomorrow, on }))).ok);
  const same = await accepted(at);
  assert.equal((await look(at, same.id)).destinations[0]?.changed, false);
  const moved = await accepted(at, { payment: { means: '30', iban: OWN, account: null, fik: null } });
  assert.equal((await look(at, moved.id)).destinations[0]?.changed, true);
  assert.deepEqual(await yes(at, 'lise', moved.id), { ok: true, value: { complete: false } });
});

test('a payment leaves in one file, however many make one at the same moment', async () => {
  const at = await office();
  const ids = [await ready(at), await ready(at), await ready(at)];
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
  const id = await ready(at);
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
  const account = await ready(at);
  const slip = await ready(at, { payment: { means: '93', iban: null, account: null, fik } });
  const made = await send(at, [account, slip]);
  assert(made.ok);
  const { bank, csv } = await at.house.tx(async (tx) => {
    const batch = await batchById(tx, made.value);
    assert(batch?.bankFileId);
    const text = async (id: Id<'file'>) => Buffer.from((await readFile(tx, id))?.bytes ?? []).toString('utf8');
    return { bank: await text(batch.bankFileId), csv: await text(batch.csvFileId) };
  });
  assert.deepEqual(painFaults(bank), []);
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
  const { id } = await accepted(at);
  assert.deepEqual(await send(at, [id]), { ok: false, refusal: { kind: 'not_ready', numbers: [1] } });
  assert.deepEqual(await send(at, []), { ok: false, refusal: { kind: 'none_chosen' } });
  const { id: nowhere } = await accepted(at, { payment: { means: null, iban: null, account: null, fik: null } });
  assert.deepEqual(await yes(at, 'lise', nowhere), { ok: false, refusal: 'no_account' });
  const without = await office({ iban: '' });
  assert.deepEqual(await send(without, [await ready(without)]), { ok: false, refusal: { kind: 'no_own_account' } });
});

test('a file that never went to the bank is undone: its payments are approved as they were, and go out anew', async () => {
  const at = await office();
  const id = await ready(at);
  const first = await send(at, [id]);
  assert(first.ok);
  const undo = () => by(at.house, at.people.lise, (tx) => undoBatch(tx, first.value, 'Forkert dag'));
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
  assert((await by(at.house, at.people.lise, (tx) => markPaid(tx, id, { ...tomorrow, on: today }))).ok);
  const late = await by(at.house, at.people.lise, (tx) => undoBatch(tx, second.value, 'For sent'));
  assert.deepEqual(late, { ok: false, refusal: 'moved_on' });
});

test('paid is paid in the fund at the same moment; bounced, and the money is set aside again and everybody asked anew', async () => {
  const at = await office();
  const id = await ready(at);
  assert.deepEqual(await paidAndClaimed(at), [0, kroner(1_000), kroner(9_000)]);
  const on = await at.house.tx(async (tx) => tx.today);
  const lise = <T>(work: (tx: TenantDb) => Promise<T>) => by(at.house, at.people.lise, work);
  assert.deepEqual(await lise((tx) => markPaid(tx, id, { ...tomorrow, on })), { ok: false, refusal: 'not_sent' });
  assert((await send(at, [id])).ok);
  const late = await lise((tx) => markPaid(tx, id, { ...tomorrow, on: addDays(on, 1) }));
  assert.deepEqual(late, { ok: false, refusal: 'in_future' });
  const twice = await Promise.all([1, 2].map(() => lise((tx) => markPaid(tx, id, { ...tomorrow, on }))));
  assert.equal(twice.filter((one) => one.ok).length, 1);
  assert.deepEqual(await paidAndClaimed(at), [kroner(1_000), 0, kroner(9_000)]);
  assert((await lise((tx) => markBounced(tx, id, { source: 'hand', words: 'Lukket konto', on }))).ok);
  assert.deepEqual(await paidAndClaimed(at), [0, kroner(1_000), kroner(9_000)]);
  assert.equal(await status(at, id), 'bounced');
  assert((await yes(at, 'lise', id)).ok);
  assert((await yes(at, 'karen', id)).ok);
  assert.equal(await status(at, id), 'ready');
  assert((await send(at, [id])).ok);
  assert((await lise((tx) => markPaid(tx, id, { ...tomorrow, on }))).ok);
  assert.deepEqual(await paidAndClaimed(at), [kroner(1_000), 0, kroner(9_000)]);
});

test('the money of a credit note is waited for, and never sent', async () => {
  const at = await office();
  const { id } = await accepted(at, { amount: kroner(4_000) });
  const { id: credit } = await accepted(at, { amount: kroner(-1_500) });
  assert.equal(await status(at, credit), 'awaited');
  assert.deepEqual(await yes(at, 'lise', credit), { ok: false, refusal: 'not_waiting' });
  const on = await at.house.tx(async (tx) => tx.today);
  const come = () => by(at.house, at.people.lise, (tx) => markPaid(tx, credit, { ...tomorrow, on }));
  assert.deepEqual(await come(), { ok: false, refusal: 'below_nought' });
  assert((await yes(at, 'jonas', id)).ok);
  assert((await yes(at, 'lise', id)).ok);
  assert((await send(at, [id])).ok);
  assert((await by(at.house, at.people.lise, (tx) => markPaid(tx, id, { ...tomorrow, on }))).ok);
  assert((await come()).ok);
  assert.equal(await status(at, credit), 'paid');
  assert.deepEqual((await paidAndClaimed(at)).slice(0, 2), [kroner(2_500), 0]);
});

test('an invoice whose acceptance is taken back is not paid; once it is on its way that is refused', async () => {
  const at = await office();
  const { id, invoiceId } = await accepted(at);
  assert((await yes(at, 'lise', id)).ok);
  const stop = (invoice: Id<'invoice'>) => by(at.house, at.people.jonas, (tx) => stopPayment(tx, invoice));
  assert((await stop(invoiceId)).ok);
  assert.equal(await status(at, id), 'stopped');
  assert.deepEqual(await yes(at, 'karen', id), { ok: false, refusal: 'not_waiting' });
  const other = await accepted(at);
  assert((await yes(at, 'jonas', other.id)).ok);
  assert((await yes(at, 'lise', other.id)).ok);
  assert((await send(at, [other.id])).ok);
  assert.deepEqual(await stop(other.invoiceId), { ok: false, refusal: 'exported' });
});

test('the lists say the same of each payment as its own page', async () => {
  const at = await office();
  const first = await accepted(at);
  const second = await accepted(at);
  assert((await yes(at, 'lise', second.id)).ok);
  const third = await ready(at);
  const fourth = await ready(at);
  const fifth = await ready(at);
  await accepted(at, { amount: kroner(-500) });
  assert((await send(at, [fourth, fifth])).ok);
  const on = await at.house.tx(async (tx) => tx.today);
  assert((await by(at.house, at.people.lise, (tx) => markBounced(tx, fifth, { source: 'hand', words: 'x', on }))).ok);
  const counts = await at.house.tx((tx) => paymentCounts(tx, [at.organisationId]));
  for (const name of ['waiting_first', 'waiting_second', 'ready', 'exported', 'bounced', 'awaited'] as const) {
    const found = await at.house.tx((tx) => paymentsIn(tx, [at.organisationId], name, 1));
    assert.deepEqual([name, found.map(statusOf), counts[name]?.count], [name, [name], 1]);
  }
  assert.equal(await status(at, first.id), 'waiting_first');
  assert.equal(await status(at, third), 'ready');
});

test('two who change the rules at once: the second is asked to look again', async () => {
  const at = await office();
  const settings = await at.house.tx((tx) => settingsOf(tx, at.organisationId));
  const change = (limit: number) =>
    by(at.house, at.people.karen, (tx) =>
      changeSettings(tx, settings.number, { ...settings, singleLimit: kroner(limit) }),
    );
  const both = await Promise.all([change(100), change(200)]);
  assert.equal(both.filter(({ ok }) => ok).length, 1);
});
