import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Ledger, type LedgerRow, POST_KINDS, POSTS_A_PAGE, type Post } from '../rules/money.ts';

/** The sums of one period, counted from its rows in one round trip. Ask with the fund locked before money is promised. */
export async function ledgerOf(tx: TenantDb, periodId: Id<'fund_period'>): Promise<Ledger> {
  const of = (amounts: ReturnType<typeof sql<Ore>>) =>
    sql<Ore>`(select coalesce(sum(amount_ore), 0)::bigint ${amounts})`;
  const here = sql`tenant_id = ${tx.tenant.id}`;
  const promised = sql`select application_id from fund_decision where ${here} and period_id = ${periodId}`;
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
    ${of(sql`from fund_payment where ${here} and application_id in (${promised})`)} as "paid",
    (
      select coalesce(sum(other_money_ore), 0)::bigint from fund_application where ${here} and id in (${promised})
    ) as "other"`.execute(tx.sql);
  return rows[0] as Ledger;
}

/** The rows behind one sum, or (null) behind the balance, oldest first, and how many there are: the figure opened. */
export async function ledgerPosts(
  tx: TenantDb,
  periodId: Id<'fund_period'>,
  wanted: { readonly post?: Post | null; readonly page?: number; readonly most?: number } = {},
): Promise<{ readonly rows: readonly LedgerRow[]; readonly total: number }> {
  const { post = null, page = 1, most = POSTS_A_PAGE } = wanted;
  const all = post === 'paid' || post === 'other' ? BESIDE[post](tx, periodId) : balance(tx, periodId);
  const chosen = post === null ? sql`true` : sql`"kind" = ${post}`;
  const { rows } = await sql<LedgerRow & { total: number }>`
    select *, count(*) over ()::integer as "total" from (${all}) posts
    where ${chosen}
    order by "on", "id"
    limit ${most} offset ${(page - 1) * most}`.execute(tx.sql);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** All that moves the balance of a period, with what is left after each. */
function balance(tx: TenantDb, periodId: Id<'fund_period'>): RawBuilder<unknown> {
  const here = sql`tenant_id = ${tx.tenant.id}`;
  const total = sql`coalesce((
    select (array_agg(total_ore order by number desc))[1] from fund_policy where ${here} and period_id = ${periodId}
  ), 0)`;
  const [toppedUp, carriedIn, carriedOut, committed, released] = POST_KINDS.map((kind) => sql.lit(kind));
  return sql`
    select m.*, (${total} + sum(m."amount") over (order by m."on", m."id"))::bigint as "left" from (
      select ${toppedUp} as "kind", id, on_day as "on", amount_ore as "amount", null::uuid as "applicationId",
        decision_reference as "words"
      from fund_top_up where ${here} and period_id = ${periodId}
      union all
      select ${carriedIn}, id, on_day, amount_ore, null, '' from fund_carry_over
      where ${here} and to_period_id = ${periodId}
      union all
      select ${carriedOut}, id, on_day, -amount_ore, null, '' from fund_carry_over
      where ${here} and from_period_id = ${periodId}
      union all
      select ${committed}, d.id, d.on_day, -d.amount_ore, d.application_id, a.title
      from fund_decision d
      join fund_application a on a.tenant_id = d.tenant_id and a.id = d.application_id
      where d.tenant_id = ${tx.tenant.id} and d.period_id = ${periodId}
      union all
      select ${released}, r.id, r.on_day, r.amount_ore, r.application_id, a.title
      from fund_release r
      join fund_application a on a.tenant_id = r.tenant_id and a.id = r.application_id
      where r.tenant_id = ${tx.tenant.id} and r.period_id = ${periodId}
    ) m`;
}

const BESIDE = {
  paid: (tx: TenantDb, periodId: Id<'fund_period'>) => sql`
    select 'paid' as "kind", p.id, p.on_day as "on", p.amount_ore as "amount", p.application_id as "applicationId",
      a.title as "words", null::bigint as "left"
    from fund_decision d
    join fund_payment p on p.tenant_id = d.tenant_id and p.application_id = d.application_id
    join fund_application a on a.tenant_id = d.tenant_id and a.id = d.application_id
    where d.tenant_id = ${tx.tenant.id} and d.period_id = ${periodId}`,
  other: (tx: TenantDb, periodId: Id<'fund_period'>) => sql`
    select 'other' as "kind", d.id, d.on_day as "on", a.other_money_ore as "amount", d.application_id as "applicationId",
      a.title as "words", null::bigint as "left"
    from fund_decision d
    join fund_application a on a.tenant_id = d.tenant_id and a.id = d.application_id
    where d.tenant_id = ${tx.tenant.id} and d.period_id = ${periodId} and a.other_money_ore > 0`,
} as const;
