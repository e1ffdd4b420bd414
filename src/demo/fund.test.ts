import assert from 'node:assert/strict';
import test from 'node:test';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { kroner } from '../kernel/money.ts';
import { fundFigures, fundsOf } from '../modules/decide/fund/public.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { tenantBySlug } from '../platform/db/tenants.ts';
import { testDatabase } from '../testing/database.ts';
import { STORY_ENDS, theStory } from '../testing/story.ts';

const { db } = await testDatabase(theStory);
const tenant = await tenantBySlug(db, 'lyngbakken');
assert(tenant);
const visit = { tenant, actor: { kind: 'system' }, now: STORY_ENDS, origin: 'http://127.0.0.1' } as const;

/** The thirteen, as the handbook of the first year has them: what was sought, the last answer, its money and reason. */
const THIRTEEN = [
  [1, 12_500, 'commit', 12_500, 'as sought'],
  [2, 3_200, 'commit', 3_200, 'as sought'],
  [3, 18_000, 'refuse', null, 'own_account'],
  [4, 6_800, 'commit', 6_800, 'as sought'],
  [5, 9_500, 'commit', 9_500, 'on terms'],
  [6, 24_000, 'commit', 20_000, 'in part'],
  [7, 4_750, 'refuse', null, 'too_late'],
  [8, 19_500, 'commit', 19_500, 'on terms'],
  [9, 5_000, 'refuse', null, 'cash_like'],
  [10, 7_400, 'commit', 7_400, 'on terms'],
  [11, 3_000, 'refuse', null, 'own_interest'],
  [12, 16_000, 'commit', 16_000, 'as sought'],
  [13, 8_000, 'wait', null, 'withdrawn'],
] as const;

test('the thirteen applications of the first year are answered as they were told, with 5.100 kr. left', async () => {
  const { fund, answers } = await db.asTenant(visit, async (tx) => {
    const [first] = await fundsOf(tx);
    assert(first);
    return { fund: await fundFigures(tx, first.id), answers: await answersOf(tx, first.id) };
  });
  assert.deepEqual(answers, THIRTEEN);
  assert.equal(fund.figures?.committed, kroner(94_900));
  assert.equal(fund.figures?.available, kroner(5_100));
  assert.equal(fund.figures?.total, kroner(100_000));
  assert.deepEqual([fund.counts.refused, fund.counts.withdrawn], [4, 1]);
});

test('what the fund gave money to hangs on its initiative, whose thread tells it from the application to the payment', async () => {
  const kinds = await db.asTenant(visit, async (tx) => {
    const rows = await tx.sql
      .selectFrom('fund_application as a')
      .innerJoin('journal_entry as j', (join) =>
        join.onRef('j.tenant_id', '=', 'a.tenant_id').onRef('j.thread_id', '=', 'a.initiative_id'),
      )
      .select(['a.title', 'j.kind'])
      .where('a.initiative_id', 'is not', null)
      .orderBy('j.seq')
      .execute();
    return Map.groupBy(rows, (row) => row.title);
  });
  assert.ok(kinds.size >= 6);
  const thread = kinds.get('Garn til strikkekredsen')?.map((row) => row.kind) ?? [];
  const told = [
    'initiative.created',
    'fund.submitted',
    'fund.committed',
    'invoice.returned',
    'fund.paid',
    'feedback.given',
  ];
  assert.deepEqual(
    told.filter((kind) => thread.includes(kind)),
    told,
  );
});

test('what is kept of sums, invoices and payments while the story happens is what their rows say', async () => {
  const kept = await standing();
  await db.asOwner(async (owner) => {
    await sql`select read_fund_sums(${tenant.id}::uuid)`.execute(owner);
    await sql`select read_invoice_standing(tenant_id, id) from invoice`.execute(owner);
    await sql`select read_payment_standing(tenant_id, id) from payment`.execute(owner);
  });
  const anew = await standing();
  for (const [table, rows] of Object.entries(kept)) assert.ok(rows.length > 3, table);
  assert.deepEqual(anew, kept);
});

async function standing() {
  return db.asTenant(visit, async (tx) => ({
    sums: await tx.sql
      .selectFrom('fund_sum')
      .selectAll()
      .orderBy('period_id')
      .orderBy('kind')
      .orderBy('on_day')
      .execute(),
    invoices: await tx.sql.selectFrom('invoice_standing').selectAll().orderBy('invoice_id').execute(),
    payments: await tx.sql.selectFrom('payment_standing').selectAll().orderBy('payment_id').execute(),
  }));
}

async function answersOf(tx: TenantDb, fundId: Id<'fund'>): Promise<readonly unknown[]> {
  const rows = await tx.sql
    .selectFrom('fund_standing as c')
    .innerJoin('fund_decision as d', 'd.application_id', 'c.application_id')
    .leftJoin('fund_end as e', (join) =>
      join.onRef('e.application_id', '=', 'c.application_id').on('e.result', '<>', 'completed'),
    )
    .select(['c.number', 'c.sought_ore', 'd.result', 'd.amount_ore', 'd.terms', 'd.reason', 'e.result as ended'])
    .where('c.fund_id', '=', fundId)
    .distinctOn('c.number')
    .orderBy('c.number')
    .orderBy('d.id', 'desc')
    .execute();
  return rows.map((row) => {
    const given = row.terms ? 'on terms' : row.amount_ore === row.sought_ore ? 'as sought' : 'in part';
    const how = row.ended ?? row.reason ?? given;
    return [row.number, row.sought_ore / 100, row.result, row.amount_ore === null ? null : row.amount_ore / 100, how];
  });
}
