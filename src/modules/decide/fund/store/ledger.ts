import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Ledger, type LedgerRow, POST_KINDS, POSTS_A_PAGE, type Post } from '../rules/money.ts';

/**
 * The sums of one period, as they are kept day by day (`fund_sum`), in one round trip: as fast with many rows as with few.
 * Ask with the fund locked before money is promised.
 */
export async function ledgerOf(tx: TenantDb, periodId: Id<'fund_period'>): Promise<Ledger> {
  const of = (kind: Post) => sql`coalesce(sum(amount_ore) filter (where kind = ${sql.lit(kind)}), 0)::bigint`;
  const { rows } = await sql<Ledger>`
    select ${total(tx, periodId)} as "total", ${of('topped_up')} as "toppedUp", ${of('carried_in')} as "carriedIn",
      ${of('carried_out')} as "carriedOut", ${of('committed')} as "committed", ${of('released')} as "released",
      ${of('paid')} as "paid", ${of('other')} as "other"
    from fund_sum
    where tenant_id = ${tx.tenant.id} and period_id = ${periodId}`.execute(tx.sql);
  return rows[0] as Ledger;
}

/**
 * The rows behind one sum, or (null) behind the balance, oldest first, and how many there are: the figure opened. The sums
 * of the days tell on which days the page lies and what was left before them; no other days' rows are read.
 */
export async function ledgerPosts(
  tx: TenantDb,
  periodId: Id<'fund_period'>,
  wanted: { readonly post?: Post | null; readonly page?: number; readonly most?: number } = {},
): Promise<{ readonly rows: readonly LedgerRow[]; readonly total: number }> {
  const { post = null, page = 1, most = POSTS_A_PAGE } = wanted;
  const skipped = (page - 1) * most;
  const sources = kindsOf(post).map((kind) => sql`(${SOURCES[kind](tx, periodId)})`);
  const moved = sql`case when kind in ('carried_out', 'committed') then -amount_ore else amount_ore end`;
  const left = post === null ? sql`span."left" + sum(m."amount") over earlier` : sql`null`;
  const { rows } = await sql<LedgerRow & { total: number }>`
    with day as (
      select on_day, sum(posts)::integer as posts, sum(${moved})::bigint as amount
      from fund_sum
      where tenant_id = ${tx.tenant.id} and period_id = ${periodId} and kind = any(${[...kindsOf(post)]}::text[])
      group by on_day
    ), run as (
      select on_day, (sum(posts) over w)::integer - posts as before, (sum(posts) over w)::integer as upto,
        ${total(tx, periodId)} + (sum(amount) over w)::bigint - amount as "left"
      from day
      window w as (order by on_day)
    ), span as (
      select min(on_day) as first_day, max(on_day) as last_day, min(before) as before,
        (array_agg("left" order by on_day))[1] as "left"
      from run
      where upto > ${skipped}::integer and before < ${skipped + most}::integer
    )
    select m."kind", m.id, m."on", m."amount", m."applicationId", coalesce(a.title, m."reference") as "words", m."left",
      (select max(upto) from run) as "total"
    from (
      select m.*, (${left})::bigint as "left"
      from (${sql.join(sources, sql` union all `)}) m
      cross join span
      window earlier as (order by m."on", m.id rows unbounded preceding)
      order by m."on", m.id
      limit ${most} offset ${skipped}::integer - (select before from span)
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

function kindsOf(post: Post | null): readonly Post[] {
  return post === null ? POST_KINDS : [post];
}

type Source = (tx: TenantDb, periodId: Id<'fund_period'>) => RawBuilder<unknown>;

/** The days of the page, for a day column. */
const on = (day: RawBuilder<unknown>) =>
  sql`${day} between (select first_day from span) and (select last_day from span)`;

const SOURCES = {
  topped_up: (tx, periodId) => sql`
    select 'topped_up' as "kind", id, on_day as "on", amount_ore as "amount", null::uuid as "applicationId",
      decision_reference as "reference"
    from fund_top_up where tenant_id = ${tx.tenant.id} and period_id = ${periodId} and ${on(sql`on_day`)}`,
  carried_in: (tx, periodId) => sql`
    select 'carried_in' as "kind", id, on_day as "on", amount_ore as "amount", null::uuid as "applicationId",
      '' as "reference"
    from fund_carry_over where tenant_id = ${tx.tenant.id} and to_period_id = ${periodId} and ${on(sql`on_day`)}`,
  carried_out: (tx, periodId) => sql`
    select 'carried_out' as "kind", id, on_day as "on", -amount_ore as "amount", null::uuid as "applicationId",
      '' as "reference"
    from fund_carry_over where tenant_id = ${tx.tenant.id} and from_period_id = ${periodId} and ${on(sql`on_day`)}`,
  committed: (tx, periodId) => sql`
    select 'committed' as "kind", id, on_day as "on", -amount_ore as "amount", application_id as "applicationId",
      '' as "reference"
    from fund_decision where tenant_id = ${tx.tenant.id} and period_id = ${periodId} and ${on(sql`on_day`)}`,
  released: (tx, periodId) => sql`
    select 'released' as "kind", id, on_day as "on", amount_ore as "amount", application_id as "applicationId",
      '' as "reference"
    from fund_release where tenant_id = ${tx.tenant.id} and period_id = ${periodId} and ${on(sql`on_day`)}`,
  paid: (tx, periodId) => sql`
    select 'paid' as "kind", id, on_day as "on", amount_ore as "amount", application_id as "applicationId",
      '' as "reference"
    from fund_payment where tenant_id = ${tx.tenant.id} and period_id = ${periodId} and ${on(sql`on_day`)}`,
  other: (tx, periodId) => sql`
    select 'other' as "kind", d.id, d.on_day as "on", a.other_money_ore as "amount", d.application_id as "applicationId",
      '' as "reference"
    from fund_decision d
    join fund_application a on a.tenant_id = d.tenant_id and a.id = d.application_id
    where d.tenant_id = ${tx.tenant.id} and d.period_id = ${periodId} and a.other_money_ore > 0
      and ${on(sql`d.on_day`)}`,
} as const satisfies Record<Post, Source>;
