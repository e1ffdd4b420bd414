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

/**
 * The rows behind one sum, or (null) behind the balance, oldest first, and how many there are: the figure opened. Only a
 * page is read: it is found in the order of an index, and what is left is added up no further than its last row.
 */
export async function ledgerPosts(
  tx: TenantDb,
  periodId: Id<'fund_period'>,
  wanted: { readonly post?: Post | null; readonly page?: number; readonly most?: number } = {},
): Promise<{ readonly rows: readonly LedgerRow[]; readonly total: number }> {
  const { post = null, page = 1, most = POSTS_A_PAGE } = wanted;
  const sources = sourcesOf(post).map((source) => source(tx, periodId));
  // No row of the page stands further down in its own table than this.
  const near = sources.map((source) => sql`(${source} order by "on", id limit ${page * most})`);
  const together = (some: readonly RawBuilder<unknown>[]) => sql.join(some, sql` union all `);
  const left = post === null ? sql`${total(tx, periodId)} + sum(m."amount") over earlier` : sql`null`;
  const { rows } = await sql<LedgerRow & { total: number }>`
    select m."kind", m.id, m."on", m."amount", m."applicationId", coalesce(a.title, m."reference") as "words", m."left",
      (select count(*)::integer from (${together(sources)}) every_one) as "total"
    from (
      select m.*, (${left})::bigint as "left" from (${together(near)}) m
      window earlier as (order by m."on", m.id rows unbounded preceding)
      order by m."on", m.id
      limit ${most} offset ${(page - 1) * most}
    ) m
    left join fund_application a on a.tenant_id = ${tx.tenant.id} and a.id = m."applicationId"
    order by m."on", m.id`.execute(tx.sql);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

function total(tx: TenantDb, periodId: Id<'fund_period'>): RawBuilder<unknown> {
  return sql`coalesce((
    select total_ore from fund_policy
    where tenant_id = ${tx.tenant.id} and period_id = ${periodId} order by number desc limit 1
  ), 0)`;
}

/** Behind one sum, or behind the balance. */
function sourcesOf(post: Post | null): readonly Source[] {
  if (post === null) return POST_KINDS.map((kind) => MOVES[kind]);
  return [post === 'paid' || post === 'other' ? BESIDE[post] : MOVES[post]];
}

type Source = (tx: TenantDb, periodId: Id<'fund_period'>) => RawBuilder<unknown>;

const MOVES = {
  topped_up: (tx, periodId) => sql`
    select 'topped_up' as "kind", id, on_day as "on", amount_ore as "amount", null::uuid as "applicationId",
      decision_reference as "reference"
    from fund_top_up where tenant_id = ${tx.tenant.id} and period_id = ${periodId}`,
  carried_in: (tx, periodId) => sql`
    select 'carried_in' as "kind", id, on_day as "on", amount_ore as "amount", null::uuid as "applicationId",
      '' as "reference"
    from fund_carry_over where tenant_id = ${tx.tenant.id} and to_period_id = ${periodId}`,
  carried_out: (tx, periodId) => sql`
    select 'carried_out' as "kind", id, on_day as "on", -amount_ore as "amount", null::uuid as "applicationId",
      '' as "reference"
    from fund_carry_over where tenant_id = ${tx.tenant.id} and from_period_id = ${periodId}`,
  committed: (tx, periodId) => sql`
    select 'committed' as "kind", id, on_day as "on", -amount_ore as "amount", application_id as "applicationId",
      '' as "reference"
    from fund_decision where tenant_id = ${tx.tenant.id} and period_id = ${periodId}`,
  released: (tx, periodId) => sql`
    select 'released' as "kind", id, on_day as "on", amount_ore as "amount", application_id as "applicationId",
      '' as "reference"
    from fund_release where tenant_id = ${tx.tenant.id} and period_id = ${periodId}`,
} as const satisfies Record<(typeof POST_KINDS)[number], Source>;

const BESIDE = {
  paid: (tx, periodId) => sql`
    select 'paid' as "kind", p.id, p.on_day as "on", p.amount_ore as "amount", p.application_id as "applicationId",
      '' as "reference"
    from fund_decision d
    join fund_payment p on p.tenant_id = d.tenant_id and p.application_id = d.application_id
    where d.tenant_id = ${tx.tenant.id} and d.period_id = ${periodId}`,
  other: (tx, periodId) => sql`
    select 'other' as "kind", d.id, d.on_day as "on", a.other_money_ore as "amount", d.application_id as "applicationId",
      '' as "reference"
    from fund_decision d
    join fund_application a on a.tenant_id = d.tenant_id and a.id = d.application_id
    where d.tenant_id = ${tx.tenant.id} and d.period_id = ${periodId} and a.other_money_ore > 0`,
} as const satisfies Record<'paid' | 'other', Source>;
