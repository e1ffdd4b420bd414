import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { testDatabase } from '../../../testing/database.ts';
import { claimMoney } from '../fund/public.ts';
import { anApplication, answer, type Told } from '../fund/seed.ts';
import { releaseRest, waitWithRelease } from './commands/ending.ts';
import type { ApplicationId } from './rules/case.ts';
import { LACKS, lacksOf } from './rules/closing.ts';
import { USUAL_DAYS } from './rules/reminders.ts';
import { anAskedFor, by, paidInvoice, someAnswers, verbs } from './seed.ts';
import { endingCase, lackingPage } from './store/cases.ts';
import { reminderDays } from './store/reminders.ts';

const { newTenant } = await testDatabase();

const result = { terms: '', words: 'Godt.' };
const YES = { key: 'ja', decision: { ...result, result: 'commit', amount: kroner(4_000) } } as unknown as Told;
const NO = { key: 'nej', decision: { ...result, result: 'refuse', reason: 'other' } } as unknown as Told;
const LATER = { key: 'vent', decision: { ...result, result: 'wait' } } as unknown as Told;

type Step = (tx: TenantDb, id: ApplicationId) => Promise<unknown>;
const claim =
  (amount: number): Step =>
  (tx, id) =>
    claimMoney(tx, id, { amount: kroner(amount), reference: `F${amount}` });
const pay =
  (amount: number): Step =>
  (tx, id) =>
    paidInvoice(tx, id, kroner(amount));
const tell: Step = (tx, id) => verbs.giveFeedback(tx, id, someAnswers());

/** What became of each: every mix of decision, money and answers that a case can stand in. */
const LIVES: readonly (readonly [Told | null, ...Step[]])[] = [
  [null],
  [NO],
  [LATER],
  [YES],
  [YES, claim(1_000)],
  [YES, pay(1_000)],
  [YES, pay(4_000)],
  [YES, pay(1_000), claim(-500)],
  [YES, pay(1_000), claim(500), claim(-500)],
  [YES, tell],
  [YES, tell, pay(1_000)],
  [YES, tell, pay(4_000)],
  [YES, tell, pay(1_000), claim(3_000)],
  [YES, pay(1_000), (tx, id) => releaseRest(tx, id, 'Ikke brugt')],
  [YES, (tx, id) => waitWithRelease(tx, id, { until: addDays(tx.today, 70), words: 'Den kommer' })],
];

test('the list of what is lacking says the same of each case as the rules do, on every day of its life', async () => {
  const house = await newTenant();
  const { mette, inge, signe, fundId, heldOn, id: first } = await anAskedFor(house);
  const ids: [ApplicationId, ...ApplicationId[]] = [first];
  for (const [told] of LIVES) {
    const id = await by(house, mette, (tx) => anApplication(tx, fundId, { applicantId: mette }));
    if (told) await by(house, inge, (tx) => answer(tx, id, told, 'OB, punkt 4'));
    ids.push(id);
  }
  house.clock.set(at(addDays(heldOn, 1)));
  for (const [index, [, ...steps]] of LIVES.entries()) {
    for (const step of steps) await by(house, signe, (tx) => step(tx, ids[index + 1] ?? first));
  }
  const seen = new Set<string>();
  for (const offset of [-41, -15, -14, -1, 0, 1, 2, 29, 30, 31, 59, 60, 61, 70, 71, 72, 120]) {
    house.clock.set(at(addDays(heldOn, offset)));
    await house.tx(async (tx) => {
      const { rules, list } = await bothSay(tx, fundId, ids);
      assert.deepEqual(list, rules, `${offset} days after`);
      for (const said of rules) seen.add(said.split(' ')[1] ?? '');
    });
  }
  assert.deepEqual(
    [...seen].toSorted((a, b) => LACKS.indexOf(a as never) - LACKS.indexOf(b as never)),
    [...LACKS],
  );
});

async function bothSay(tx: TenantDb, fundId: Id<'fund'>, ids: readonly ApplicationId[]) {
  const days = (await reminderDays(tx)).get(fundId) ?? USUAL_DAYS;
  const cases = await Promise.all(ids.map(async (id) => [id, await endingCase(tx, id)] as const));
  const rules: string[] = [];
  const list: string[] = [];
  for (const lack of LACKS) {
    const { cases: found, counts } = await lackingPage(tx, [fundId], lack, 1);
    assert.equal(counts[lack], found.length);
    list.push(...found.map((one) => `${ids.indexOf(one.id)} ${lack}`).toSorted());
    for (const [id, one] of cases) {
      assert(one);
      if (lacksOf(one, days, tx.today).includes(lack)) rules.push(`${ids.indexOf(id)} ${lack}`);
    }
  }
  return { rules: rules.toSorted(), list: list.toSorted() };
}

function at(on: Day): string {
  return `${on}T12:00:00+02:00`;
}
