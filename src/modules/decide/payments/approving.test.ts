import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { danishIban } from '../../../engines/payment-file/accounts.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aPerson } from '../../housing/seed.ts';
import { approve, changeAccount } from './commands/approving.ts';
import { exportPayments } from './commands/exporting.ts';
import { changeSettings } from './commands/settings.ts';
import { markPaid } from './commands/settling.ts';
import { type PaymentId, statusOf } from './rules/payment.ts';
import type { Settings } from './rules/settings.ts';
import { actingAs, anOffice, aPayment, yes as approveSeen, type Office } from './seed.ts';
import { digestOf, lockPayments, paymentById } from './store/payments.ts';
import { settingsOf } from './store/settings.ts';

const { newTenant } = await testDatabase();
const IBAN = danishIban('3000', '1234567') ?? '';
const ANOTHER = danishIban('0040', '0440116243') ?? '';

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

test('it takes two different people, the second of finance or the secretariat', async () => {
  const at = await office();
  const { id } = await aPayment(at);
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
  const { id } = await aPayment(at);
  assert.deepEqual(await yes(at, 'poul', id), { ok: false, refusal: 'own_case' });
  assert.deepEqual(await yes(at, 'rita', id), { ok: false, refusal: 'own_case' });
  const { id: own } = await aPayment(at, { supplier: 'Krogh og Datter v/ Lise Krogh' });
  assert.deepEqual(await yes(at, 'lise', own), { ok: false, refusal: 'own_money' });
});

test('whoever stood aside from the case takes no part; whom an applicant named in vain does', async () => {
  const at = await office();
  const { id } = await aPayment(at);
  const { lise, karen, jonas } = at.people;
  const about = { tenant_id: at.house.tenant.id, application_id: at.applicationId };
  const today = await at.house.tx(async (tx) => tx.today);
  const on = { ...about, on_day: today };
  await at.house.tx(async ({ sql: db }) => {
    const recusal = { ...on, person_id: jonas, reason: 'own_interest', recorded_by: karen } as const;
    await db.insertInto('fund_recusal').values(recusal).execute();
    for (const person_id of [lise, karen]) {
      await db
        .insertInto('fund_co_applicant')
        .values({ ...about, name: 'Den, der er nævnt', person_id })
        .execute();
      await db
        .insertInto('fund_naming')
        .values({ ...on, person_id })
        .execute();
    }
    const found = {
      ...on,
      person_id: lise,
      result: 'rejected',
      words: 'Lise er ikke med.',
      answered_by: jonas,
    } as const;
    await db.insertInto('fund_naming_answer').values(found).execute();
  });
  assert.deepEqual(await yes(at, 'jonas', id), { ok: false, refusal: 'recused' });
  assert.deepEqual(await yes(at, 'karen', id), { ok: false, refusal: 'own_case' }, 'nobody has looked into it yet');
  assert.deepEqual(await yes(at, 'lise', id), { ok: true, value: { complete: false } });
});

test('one person on two devices at the same moment is one person', async () => {
  const at = await office();
  const { id } = await aPayment(at);
  const shown = digestOf(await look(at, id));
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => actingAs(at.house, at.people.lise, (tx) => approve(tx, id, shown))),
  );
  assert.equal(tries.filter(({ ok }) => ok).length, 1);
  assert.equal((await look(at, id)).approvals.length, 1);
  assert.equal(await status(at, id), 'waiting_second');
});

test('two people at the same moment are the first and the second', async () => {
  const at = await office();
  const { id } = await aPayment(at);
  const shown = digestOf(await look(at, id));
  const both = await Promise.all(
    (['lise', 'karen'] as const).map((who) => actingAs(at.house, at.people[who], (tx) => approve(tx, id, shown))),
  );
  assert.deepEqual(
    both.map((one) => Number(one.ok && one.value.complete)).toSorted((a, b) => a - b),
    [0, 1],
  );
  assert.equal(await status(at, id), 'ready');
});

test('two records that turned out to be one human have given one yes', async () => {
  const at = await office();
  const { id } = await aPayment(at);
  assert((await yes(at, 'lise', id)).ok);
  const twin = await at.house.tx((tx) => aPerson(tx, { name: 'Lise K.', roles: ['finance'] }));
  await at.house.tx((tx) =>
    tx.sql.insertInto('person_merge').values({ person_id: at.people.lise, into_id: twin, merged_at: tx.now }).execute(),
  );
  assert.deepEqual(await actingAs(at.house, twin, (tx) => approveSeen(tx, id)), { ok: false, refusal: 'twice' });
  assert((await yes(at, 'karen', id)).ok);
});

test('without the hold, one person on two devices is stopped by the unique key alone', async () => {
  const at = await office();
  const { id } = await aPayment(at);
  const shown = digestOf(await look(at, id));
  const notHeld = async (tx: TenantDb, one: PaymentId) => {
    const payment = await paymentById(tx, one);
    assert(payment);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return payment;
  };
  const tries = await Promise.allSettled(
    [1, 2].map(() => actingAs(at.house, at.people.lise, (tx) => approve(tx, id, shown, notHeld))),
  );
  assert.equal(tries.filter((one) => one.status === 'rejected').length, 1);
  assert.equal((await look(at, id)).approvals.length, 1);
});

test('an approval is of the account that was shown: another account, and everybody is asked again', async () => {
  const at = await office({ singleLimit: kroner(5_000) });
  const { id } = await aPayment(at);
  const shown = digestOf(await look(at, id));
  const other = { kind: 'account', iban: danishIban('5000', '7654321') ?? '' } as const;
  const change = (to: Parameters<typeof changeAccount>[2]) =>
    actingAs(at.house, at.people.lise, (tx) => changeAccount(tx, id, to, 'Ringet til dem'));
  assert.deepEqual(await change({ kind: 'account', iban: IBAN }), { ok: false, refusal: 'same' });
  assert.deepEqual(await change({ kind: 'account', iban: 'SE4550000000058398257466' }), {
    ok: false,
    refusal: 'account',
  });
  assert((await change(other)).ok);
  const stale = await actingAs(at.house, at.people.karen, (tx) => approve(tx, id, shown));
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

/** The supplier has been paid once: from now on their account is known. */
async function paidBefore(at: Office): Promise<void> {
  const { id } = await aPayment(at);
  assert((await yes(at, 'jonas', id)).ok);
  assert((await yes(at, 'lise', id)).ok);
  assert((await send(at, [id])).ok);
  const on = await at.house.tx(async (tx) => tx.today);
  assert((await actingAs(at.house, at.people.lise, (tx) => markPaid(tx, id, { ...byHand, on }))).ok);
}

test('an account that was never paid to takes two, however small the amount', async () => {
  const at = await office({ singleLimit: kroner(5_000) });
  const { id } = await aPayment(at);
  assert.deepEqual(await yes(at, 'karen', id), { ok: true, value: { complete: false } });
  assert.deepEqual(await yes(at, 'karen', id), { ok: false, refusal: 'twice' });
  // Sent and not yet paid is not known either.
  assert((await yes(at, 'lise', id)).ok);
  assert((await send(at, [id])).ok);
  const { id: next } = await aPayment(at);
  assert.deepEqual(await yes(at, 'karen', next), { ok: true, value: { complete: false } });
});

test('up to the limit one of finance suffices; above it never', async () => {
  // What the payee got before for the same promise counts with it.
  const at = await office({ singleLimit: kroner(2_000) });
  await paidBefore(at);
  const { id: small } = await aPayment(at);
  const nanna = await at.house.tx((tx) => aPerson(tx, { name: 'Nanna Vad', roles: ['consultant'] }));
  const asNanna = await actingAs(at.house, nanna, (tx) => approveSeen(tx, small));
  assert.deepEqual(asNanna, { ok: false, refusal: 'role' });
  assert.deepEqual(await yes(at, 'lise', small), { ok: true, value: { complete: true } });
  const { id: large } = await aPayment(at, { amount: kroner(1_000.01) });
  assert.deepEqual(await yes(at, 'lise', large), { ok: true, value: { complete: false } });
});

test('an account that is not the one from last time says so, and takes two', async () => {
  const at = await office({ singleLimit: kroner(5_000) });
  await paidBefore(at);
  const same = await aPayment(at);
  assert.equal((await look(at, same.id)).destinations[0]?.changed, false);
  const moved = await aPayment(at, { payment: { means: '30', iban: ANOTHER, account: null, fik: null } });
  assert.equal((await look(at, moved.id)).destinations[0]?.changed, true);
  assert.deepEqual(await yes(at, 'lise', moved.id), { ok: true, value: { complete: false } });
});

test('whoever changed the rules does not approve alone by them; their yes takes another person', async () => {
  const at = await office({ singleLimit: kroner(1_000) });
  await paidBefore(at);
  const { id } = await aPayment(at);
  assert.deepEqual(await yes(at, 'karen', id), { ok: true, value: { complete: false } });
  assert.equal(await status(at, id), 'waiting_second');
  assert.deepEqual(await yes(at, 'karen', id), { ok: false, refusal: 'twice' });
  assert.deepEqual(await yes(at, 'lise', id), { ok: true, value: { complete: true } });
  const { rows } = await at.house.tx((tx) =>
    sql<{ facts: unknown }>`select facts from journal_entry where kind = 'payment.settings_changed'`.execute(tx.sql),
  );
  assert.deepEqual(rows, [{ facts: { version: 1, limit: kroner(1_000), format: 'csv' } }]);
});

test('a limit that one raised and a colleague saved once more still holds the one who raised it', async () => {
  const at = await office();
  await paidBefore(at);
  const { house, organisationId } = at;
  const other = await house.tx((tx) => aPerson(tx, { name: 'Mads Holt', roles: ['secretariat'] }));
  const save = async (who: Id<'person'>, changed: Partial<Settings>) => {
    const { number, changers: _, ...now } = await house.tx((tx) => settingsOf(tx, organisationId));
    assert((await actingAs(house, who, (tx) => changeSettings(tx, number, { ...now, ...changed }))).ok);
  };
  const third = await house.tx((tx) => aPerson(tx, { name: 'Tove Rask', roles: ['secretariat'] }));
  await save(third, { singleLimit: kroner(9_000) });
  await save(other, { bic: 'DABADKKK' });
  const { id } = await aPayment(at);
  assert.deepEqual(await actingAs(house, third, (tx) => approveSeen(tx, id)), { ok: true, value: { complete: false } });
  assert.deepEqual(await yes(at, 'lise', id), { ok: true, value: { complete: true } });
});

test('whoever accepted the invoice does not approve its payment alone', async () => {
  const at = await office({ singleLimit: kroner(5_000) });
  await paidBefore(at);
  const { id } = await aPayment(at);
  const twin = await at.house.tx((tx) => aPerson(tx, { name: 'Jonas B.', roles: ['finance'] }));
  await at.house.tx((tx) =>
    tx.sql
      .insertInto('person_merge')
      .values({ person_id: at.people.jonas, into_id: twin, merged_at: tx.now })
      .execute(),
  );
  assert.deepEqual(await actingAs(at.house, twin, (tx) => approveSeen(tx, id)), {
    ok: true,
    value: { complete: false },
  });
  assert.deepEqual(await yes(at, 'lise', id), { ok: true, value: { complete: true } });
});
