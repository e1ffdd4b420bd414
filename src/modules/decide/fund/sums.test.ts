import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type TestTenant, testDatabase } from '../../../testing/database.ts';
import { sample } from '../../../testing/long.ts';
import { aPerson } from '../../housing/seed.ts';
import { approvePolicy } from './commands/funds.ts';
import { POST_KINDS, type Post } from './rules/money.ts';
import { aFund, anApplication, someTerms } from './seed.ts';
import { periodsOf, policiesOf } from './store/funds.ts';
import { ledgerOf, ledgerPosts } from './store/ledger.ts';

const { db, newTenant } = await testDatabase();

const KINDS = ['topped_up', 'carried', 'committed', 'released', 'paid', 'other'] as const;

/** Rows put in by one statement: which kind, on which days, of how much; `kept` false when its transaction is undone. */
interface Batch {
  readonly kind: (typeof KINDS)[number];
  readonly rows: readonly { readonly days: number; readonly amount: number; readonly which: number }[];
  readonly kept: boolean;
}

const batch: fc.Arbitrary<Batch> = fc.record({
  kind: fc.constantFrom(...KINDS),
  rows: fc.array(
    fc.record({ days: fc.nat({ max: 6 }), amount: fc.integer({ min: 1, max: 900 }), which: fc.nat({ max: 11 }) }),
    { minLength: 1, maxLength: 4 },
  ),
  kept: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

test('what is kept of a fund is what its rows come to, whatever is put in together, on any day, or undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 15, maxLength: 30, size: 'max' }), async (batches) => {
      const place = await settle();
      for (const one of batches) await put(place, one);
      for (const periodId of place.periods) await agree(place, periodId);
      const kept = await sumsOf(place.house);
      await db.asOwner(async (owner) => sql`select read_fund_sums(${place.house.tenant.id}::uuid)`.execute(owner));
      assert.deepEqual(kept, await sumsOf(place.house));
    }),
    { numRuns: sample(2, 100, 'stories of what is kept of a fund'), seed: 11, endOnFailure: true },
  );
});

test('nobody who uses the program can write a sum that no rows stand behind', async () => {
  const { house, periods } = await settle();
  const wrong = house.tx((tx) =>
    sql`insert into fund_sum (period_id, kind, on_day, amount_ore, posts) values (${periods[0]}, 'released', ${tx.today}, 1, 1)`.execute(
      tx.sql,
    ),
  );
  await assert.rejects(wrong, /permission denied/);
  await assert.rejects(
    house.tx((tx) => sql`update fund_sum set amount_ore = 0`.execute(tx.sql)),
    /permission denied/,
  );
});

interface Place {
  readonly house: TestTenant;
  readonly inge: Id<'person'>;
  readonly policyId: Id<'fund_policy'>;
  readonly periods: readonly [Id<'fund_period'>, Id<'fund_period'>];
  readonly applications: readonly Id<'fund_application'>[];
  readonly promised: Set<number>;
}

/** A fund of two years with a dozen applications. */
async function settle(): Promise<Place> {
  const house = await newTenant();
  return house.tx(async (tx) => {
    const inge = await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] });
    const fundId = await aFund(tx);
    const next = { startsOn: addDays(someTerms(tx).endsOn, 1), endsOn: addDays(someTerms(tx).endsOn, 300) };
    await approvePolicy(tx, fundId, someTerms(tx, next));
    const applications: Id<'fund_application'>[] = [];
    for (let at = 0; at < 12; at += 1) {
      applications.push(await anApplication(tx, fundId, { otherMoney: kroner(at % 3) }));
    }
    const [first, second] = await periodsOf(tx, fundId);
    const [policy] = await policiesOf(tx, fundId);
    assert.ok(first && second && policy);
    return { house, inge, policyId: policy.id, periods: [first.id, second.id], applications, promised: new Set() };
  });
}

/** One statement of several rows, as the plain role; where it is undone, nothing of it must stay. */
async function put(place: Place, { kind, rows, kept }: Batch): Promise<void> {
  const undone = new Error('undone');
  const done = place.house.tx(async (tx) => {
    const fresh = await putRows(tx, place, kind, rows);
    if (!kept) throw undone;
    return fresh;
  });
  const fresh = await done.catch((error: unknown) => assert.equal(error, undone));
  for (const which of fresh ?? []) place.promised.add(which);
}

/** Answers which applications were promised something. */
async function putRows(
  tx: TenantDb,
  place: Place,
  kind: Batch['kind'],
  rows: Batch['rows'],
): Promise<readonly number[]> {
  const { inge, policyId, applications, promised } = place;
  const period = (which: number) => place.periods[which % 2 === 0 ? 0 : 1];
  const values = (of: (row: Batch['rows'][number], day: unknown) => ReturnType<typeof sql>, some = rows) =>
    sql.join(some.map((row) => of(row, addDays(tx.today, row.days))));
  if (kind === 'topped_up')
    await sql`insert into fund_top_up (period_id, amount_ore, decision_reference, on_day)
      values ${values(({ which, amount }, day) => sql`(${period(which)}, ${amount}, 'OB 4', ${day})`)}`.execute(tx.sql);
  if (kind === 'carried')
    await sql`insert into fund_carry_over (from_period_id, to_period_id, amount_ore, on_day)
      values ${values(({ which, amount }, day) => sql`(${period(which)}, ${period(which + 1)}, ${amount}, ${day})`)}`.execute(
      tx.sql,
    );
  if (kind === 'committed') {
    const fresh = rows.filter(
      ({ which }, at) => !promised.has(which) && rows.findIndex((one) => one.which === which) === at,
    );
    if (fresh.length === 0) return [];
    await sql`insert into fund_decision (
        application_id, result, amount_ore, period_id, expires_on, policy_id, decided_by, on_day
      ) values ${values(
        ({ which, amount }, day) =>
          sql`(${applications[which]}, 'commit', ${amount}, ${period(which)}, ${day}, ${policyId}, ${inge}, ${day})`,
        fresh,
      )}`.execute(tx.sql);
    return fresh.map(({ which }) => which);
  }
  if (kind === 'released')
    await sql`insert into fund_release (application_id, period_id, amount_ore, reason, on_day)
      values ${values(({ which, amount }, day) => sql`(${applications[which]}, ${period(which)}, ${amount}, 'rest', ${day})`)}`.execute(
      tx.sql,
    );
  if (kind === 'paid')
    await sql`insert into fund_payment (application_id, period_id, amount_ore, reference, on_day)
      values ${values(({ which, amount }, day) => sql`(${applications[which]}, ${period(which)}, ${amount - 300 || 1}, 'F-17', ${day})`)}`.execute(
      tx.sql,
    );
  if (kind === 'other')
    for (const { which, amount } of rows)
      await sql`update fund_application set other_money_ore = ${amount % 4} where id = ${applications[which]}`.execute(
        tx.sql,
      );
  return [];
}

/** Each figure is what its rows come to, page by page, with what is left after each; and no row is on two pages. */
async function agree({ house }: Place, periodId: Id<'fund_period'>): Promise<void> {
  await house.tx(async (tx) => {
    const ledger = await ledgerOf(tx, periodId);
    const figures: Readonly<Record<Post, number>> = {
      topped_up: ledger.toppedUp,
      carried_in: ledger.carriedIn,
      carried_out: ledger.carriedOut,
      committed: ledger.committed,
      released: ledger.released,
      paid: ledger.paid,
      other: ledger.other,
    };
    for (const post of Object.keys(figures) as Post[]) {
      const { rows, total } = await ledgerPosts(tx, periodId, { post, most: 1000 });
      const sum = rows.reduce((all, row) => all + row.amount, 0);
      assert.equal(POST_KINDS.some((one) => one === post) ? Math.abs(sum) : sum, figures[post], post);
      assert.equal(total, rows.length);
    }
    const whole = await ledgerPosts(tx, periodId, { most: 1000 });
    let left = ledger.total as number;
    for (const row of whole.rows) {
      left += row.amount;
      assert.equal(row.left, left);
    }
    const pages: string[] = [];
    for (let page = 1; page <= Math.ceil(whole.total / 3); page += 1) {
      const { rows } = await ledgerPosts(tx, periodId, { page, most: 3 });
      pages.push(...rows.map((row) => `${row.kind} ${row.id} ${row.left}`));
    }
    assert.deepEqual(
      pages,
      whole.rows.map((row) => `${row.kind} ${row.id} ${row.left}`),
    );
  });
}

async function sumsOf({ tx }: TestTenant): Promise<unknown> {
  const { rows } = await tx((open) =>
    sql`select period_id, kind, on_day, amount_ore, posts from fund_sum where posts > 0 order by 1, 2, 3`.execute(
      open.sql,
    ),
  );
  return rows;
}
