import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Ledger, LedgerRow } from '../rules/money.ts';

/** The sums of one period, counted from its rows in one round trip. Ask with the fund locked before money is promised. */
export async function ledgerOf(tx: TenantDb, periodId: Id<'fund_period'>): Promise<Ledger> {
  const of = (amounts: ReturnType<typeof sql<Ore>>) =>
    sql<Ore>`(select coalesce(sum(amount_ore), 0)::bigint ${amounts})`;
  const here = sql`tenant_id = ${tx.tenant.id}`;
  const paid = sql<Ore>`from fund_payment where ${here} and application_id in (
    select application_id from fund_decision where ${here} and period_id = ${periodId}
  )`;
  const { rows } = await sql<Ledger>`select
    (
      select coalesce((array_agg(total_ore order by number desc))[1], 0)
      from fund_policy where ${here} and period_id = ${periodId}
    ) as "total",
    ${of(sql`from fund_top_up where ${here} and period_id = ${periodId}`)} as "toppedUp",
    ${of(sql`from fund_carry_over where ${here} and to_period_id = ${periodId}`)} as "carriedIn",
    ${of(sql`from fund_carry_over where ${here} and from_period_id = ${periodId}`)} as "carriedOut",
    ${of(sql`from fund_decision where ${here} and period_id = ${periodId}`)} as "committed",
    ${of(sql`from fund_release where ${here} and period_id = ${periodId}`)} as "released",
    ${of(paid)} as "paid"`.execute(tx.sql);
  return rows[0] as Ledger;
}

/** Every row behind the sums, oldest first: the figure opened. */
export async function ledgerRows(tx: TenantDb, periodId: Id<'fund_period'>): Promise<LedgerRow[]> {
  const here = sql`tenant_id = ${tx.tenant.id}`;
  const { rows } = await sql<LedgerRow>`
    select 'topped_up' as "kind", id, on_day as "on", amount_ore as "amount", null::uuid as "applicationId",
      decision_reference as "words"
    from fund_top_up where ${here} and period_id = ${periodId}
    union all
    select 'carried_in', id, on_day, amount_ore, null, '' from fund_carry_over
    where ${here} and to_period_id = ${periodId}
    union all
    select 'carried_out', id, on_day, -amount_ore, null, '' from fund_carry_over
    where ${here} and from_period_id = ${periodId}
    union all
    select 'committed', d.id, d.on_day, -d.amount_ore, d.application_id, a.title
    from fund_decision d
    join fund_application a on a.tenant_id = d.tenant_id and a.id = d.application_id
    where d.tenant_id = ${tx.tenant.id} and d.period_id = ${periodId}
    union all
    select 'released', r.id, r.on_day, r.amount_ore, r.application_id, a.title
    from fund_release r
    join fund_application a on a.tenant_id = r.tenant_id and a.id = r.application_id
    where r.tenant_id = ${tx.tenant.id} and r.period_id = ${periodId}
    order by "on", id`.execute(tx.sql);
  return rows;
}
