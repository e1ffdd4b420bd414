import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { testDatabase } from '../../../testing/database.ts';
import { correctPerson, loadActor, personById } from '../../housing/public.ts';
import { aPerson, aRole } from '../../housing/seed.ts';
import { exportPayments } from './commands/exporting.ts';
import { stopPayment } from './commands/opening.ts';
import { changeSettings } from './commands/settings.ts';
import { markPaid } from './commands/settling.ts';
import { statusOf } from './rules/payment.ts';
import type { WrittenSettings } from './rules/settings.ts';
import { actingAs, anOffice, aPayment, type Office, type PaymentId, yes } from './seed.ts';
import { paymentCounts } from './store/lists.ts';
import { paymentById } from './store/payments.ts';
import { settingsOf } from './store/settings.ts';

const { newTenant } = await testDatabase();
type PersonId = Id<'person'>;

const FIRST = { ok: true, value: { complete: false } };
const BOTH = { ok: true, value: { complete: true } };
const SAME_HANDS = { ok: false, refusal: 'same_hands' };

/** An office whose rules the tests begin with are older than what they look back on. */
async function office(settings: Parameters<typeof anOffice>[1] = {}) {
  const at = await anOffice(await newTenant(), settings);
  at.house.clock.forward({ days: 60 });
  const says = (who: PersonId, id: PaymentId) => actingAs(at.house, who, (tx) => yes(tx, id));
  const newColleague = (by: PersonId, name: string) =>
    actingAs(at.house, by, (tx) => aPerson(tx, { name, roles: ['finance'] }));
  return { ...at, says, newColleague };
}

async function save(at: Office, who: PersonId, changed: Partial<WrittenSettings>): Promise<void> {
  const { number, changers: _, lookBack: __, ...now } = await at.house.tx((tx) => settingsOf(tx, at.organisationId));
  assert((await actingAs(at.house, who, (tx) => changeSettings(tx, number, { ...now, ...changed }))).ok);
}

test('nobody approves a payment together with somebody they registered or gave the role, whoever begins', async () => {
  const at = await office();
  const { karen, lise } = at.people;
  const made = await at.newColleague(karen, 'Nanna Ny');
  const one = await aPayment(at);
  assert.deepEqual(await at.says(karen, one.id), FIRST);
  assert.deepEqual(await at.says(made, one.id), SAME_HANDS);
  const other = await aPayment(at);
  assert.deepEqual(await at.says(made, other.id), FIRST);
  assert.deepEqual(await at.says(karen, other.id), SAME_HANDS);
  assert.deepEqual(await at.says(lise, one.id), BOTH, 'a third person can');
  assert.deepEqual(await at.says(lise, other.id), BOTH);
  const known = await at.house.tx((tx) => aPerson(tx, { name: 'Kendt Kollega' }));
  await actingAs(at.house, karen, (tx) => aRole(tx, known, 'finance'));
  const third = await aPayment(at);
  assert.deepEqual(await at.says(known, third.id), FIRST);
  assert.deepEqual(await at.says(karen, third.id), SAME_HANDS, 'the role alone is enough');
});

test('two accounts that one person made are not two people, also where the one made the other', async () => {
  const at = await office();
  const { karen, lise } = at.people;
  const first = await actingAs(at.house, karen, (tx) => aPerson(tx, { name: 'Sif Skygge', roles: ['secretariat'] }));
  const second = await at.newColleague(karen, 'Tim Tvilling');
  const grandchild = await at.newColleague(first, 'Ulla Under');
  const one = await aPayment(at);
  assert.deepEqual(await at.says(first, one.id), FIRST);
  assert.deepEqual(await at.says(second, one.id), SAME_HANDS);
  const other = await aPayment(at);
  assert.deepEqual(await at.says(karen, other.id), FIRST);
  assert.deepEqual(await at.says(grandchild, other.id), SAME_HANDS);
  assert.deepEqual(await at.says(lise, other.id), BOTH);
});

test('whoever corrected the address of a colleague is not the other who approves; correcting oneself is nothing', async () => {
  const at = await office();
  const { karen, lise } = at.people;
  const correct = (by: PersonId, whom: PersonId, email: string) =>
    actingAs(at.house, by, async (tx) => {
      const person = await personById(tx, whom);
      assert(person && (await correctPerson(tx, { ...person, email })).ok);
    });
  await correct(karen, karen, 'karen@prove.test');
  const one = await aPayment(at);
  assert.deepEqual(await at.says(karen, one.id), FIRST);
  await correct(karen, lise, 'karens-anden-postkasse@prove.test');
  assert.deepEqual(await at.says(lise, one.id), SAME_HANDS);
});

test('the days are counted from the first yes, and after them colleagues are colleagues', async () => {
  const at = await office({ lookBackDays: 30 });
  const { karen } = at.people;
  const made = await at.newColleague(karen, 'Nanna Ny');
  at.house.clock.forward({ days: 29 });
  const one = await aPayment(at);
  assert.deepEqual(await at.says(made, one.id), FIRST);
  at.house.clock.forward({ days: 30 });
  assert.deepEqual(await at.says(karen, one.id), SAME_HANDS, 'waiting for the second makes nobody another');
  const other = await aPayment(at);
  assert.deepEqual(await at.says(made, other.id), FIRST);
  assert.deepEqual(await at.says(karen, other.id), BOTH);
});

test('a shorter time to look back holds first when the longer one is over', async () => {
  const at = await office({ lookBackDays: 60 });
  const lookBack = async () => (await at.house.tx((tx) => settingsOf(tx, at.organisationId))).lookBack;
  assert.equal(await lookBack(), 60);
  await save(at, at.people.karen, { lookBackDays: 7 });
  assert.equal(await lookBack(), 60);
  at.house.clock.forward({ days: 59 });
  assert.equal(await lookBack(), 60);
  await save(at, at.people.karen, { bic: 'DABADKKK' });
  at.house.clock.forward({ days: 2 });
  assert.equal(await lookBack(), 7);
  await save(at, at.people.karen, { lookBackDays: 90 });
  assert.equal(await lookBack(), 90, 'a longer one at once');
});

test('a yes that is written in for somebody is none', async () => {
  const at = await office();
  const { id } = await aPayment(at);
  const lise = await at.house.tx((tx) => loadActor(tx, at.people.lise));
  assert(lise);
  for (const channel of ['paper', 'phone', 'mail', 'system'] as const) {
    assert.deepEqual(await at.house.as(lise, (tx) => yes(tx, id), channel), { ok: false, refusal: 'on_behalf' });
  }
  assert.deepEqual(await at.house.as(lise, (tx) => yes(tx, id)), FIRST);
});

/** The payee has been paid `amount` once, long ago: their account is known, and nothing of it counts any more. */
async function paidLongAgo(at: Awaited<ReturnType<typeof office>>): Promise<void> {
  const { jonas, lise } = at.people;
  const { id } = await aPayment(at, { amount: kroner(100) });
  assert.deepEqual(await at.says(jonas, id), FIRST);
  assert.deepEqual(await at.says(lise, id), BOTH);
  assert((await actingAs(at.house, lise, (tx) => exportPayments(tx, at.organisationId, [id], { kind: 'due' }))).ok);
  const on = await at.house.tx(async (tx) => tx.today);
  assert((await actingAs(at.house, lise, (tx) => markPaid(tx, id, { source: 'hand', words: '', on }))).ok);
  at.house.clock.forward({ days: 60 });
}

test('a bill that is cut in two does not come under the limit for one: all to the payee counts', async () => {
  const at = await office({ singleLimit: kroner(1_000) });
  await paidLongAgo(at);
  const { lise } = at.people;
  // The hundred of the same promise counts however long ago it was.
  const first = await aPayment(at, { amount: kroner(450), number: 'A' });
  assert.deepEqual(await at.says(lise, first.id), BOTH);
  const second = await aPayment(at, { amount: kroner(450), number: 'B' });
  assert.deepEqual(await at.says(lise, second.id), BOTH, 'exactly the limit');
  const third = await aPayment(at, { amount: kroner(0.01), number: 'C' });
  assert.deepEqual(await at.says(lise, third.id), FIRST, 'one øre above');
});

test('a bill that lay waiting counts with one of another promise when both are approved in the same days', async () => {
  const at = await office({ singleLimit: kroner(1_000) });
  await paidLongAgo(at);
  const { lise } = at.people;
  const lay = await aPayment(at, { amount: kroner(600), number: 'A' });
  at.house.clock.forward({ days: 45 });
  const another = { ...at, applicationId: await at.promise() };
  const fresh = await aPayment(another, { amount: kroner(600), number: 'B' });
  assert.deepEqual(await at.says(lise, lay.id), BOTH);
  assert.deepEqual(await at.says(lise, fresh.id), FIRST, '600 + 600');
});

test('both halves that wait together take two, also by another name with the same account; what was stopped does not count', async () => {
  const at = await office({ singleLimit: kroner(1_000) });
  await paidLongAgo(at);
  const { lise, karen, jonas } = at.people;
  const half = await aPayment(at, { amount: kroner(600), number: 'A' });
  const other = await aPayment(at, { amount: kroner(600), number: 'B', supplier: 'Vesterby Brugs Fest' });
  assert.deepEqual(await at.says(lise, half.id), FIRST);
  assert.deepEqual(await at.says(karen, other.id), FIRST);
  assert((await actingAs(at.house, jonas, (tx) => stopPayment(tx, other.invoiceId))).ok);
  const next = await aPayment(at, { amount: kroner(300), number: 'C' });
  assert.deepEqual(await at.says(lise, next.id), BOTH, '100 + 600 + 300');
});

test('the sums of payments are what their rows come to', async () => {
  const at = await office();
  await paidLongAgo(at);
  const stopped = await aPayment(at, { amount: kroner(70) });
  assert((await actingAs(at.house, at.people.jonas, (tx) => stopPayment(tx, stopped.invoiceId))).ok);
  const [counts, status] = await at.house.tx(async (tx) => {
    const payment = await paymentById(tx, stopped.id);
    return [await paymentCounts(tx, [at.organisationId]), payment && statusOf(payment)] as const;
  });
  assert.equal(status, 'stopped');
  assert.deepEqual(counts, { paid: { count: 1, sum: kroner(100) }, stopped: { count: 1, sum: kroner(70) } });
});
