import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { PAYMENTS_A_PAGE } from '../rules/lists.ts';
import type { Payment, PaymentId, Status } from '../rules/payment.ts';
import { paymentsById } from './payments.ts';

/** The status of each payment by the same reading as `statusOf`: one row a payment of these organisations. */
function statusIn(tx: TenantDb, organisations: readonly Id<'organisation'>[]) {
  const here = sql`tenant_id = ${tx.tenant.id}`;
  return sql<{ id: PaymentId; due_on: string; amount: Ore; status: Status }>`
    select p.id, p.due_on, p.number, p.amount_ore as amount, case
      when exists (select from payment_stop where ${here} and payment_id = p.id) then 'stopped'
      when p.amount_ore < 0 then case
        when exists (select from payment_result where ${here} and payment_id = p.id) then 'paid' else 'awaited' end
      when e.id is not null and not e.bounced then case when e.paid then 'paid' else 'exported' end
      when a.completed then 'ready'
      when a.completed is not null then 'waiting_second'
      when e.id is not null then 'bounced'
      else 'waiting_first' end as status
    from payment p
    left join lateral (
      select x.id,
        exists (select from payment_result where ${here} and export_id = x.id and result = 'paid') as paid,
        exists (select from payment_result where ${here} and export_id = x.id and result = 'bounced') as bounced
      from payment_export x
      where x.tenant_id = p.tenant_id and x.payment_id = p.id
        and not exists (select from payment_batch_undo where ${here} and batch_id = x.batch_id)
      order by x.round desc
      limit 1
    ) e on true
    left join lateral (
      select bool_or(completes) as completed
      from payment_approval
      where ${here} and payment_id = p.id
        and destination = (select max(number) from payment_destination where ${here} and payment_id = p.id)
        and round = 1 + (select count(*) from payment_result where ${here} and payment_id = p.id and result = 'bounced')
    ) a on true
    where p.tenant_id = ${tx.tenant.id} and p.organisation_id = any(${[...organisations]}::uuid[])`;
}

/** Those of one status: open ones by the day they are due, those that are over the newest first. */
export async function paymentsIn(
  tx: TenantDb,
  organisations: readonly Id<'organisation'>[],
  status: Status,
  page: number,
): Promise<Payment[]> {
  const over = status === 'paid' || status === 'stopped';
  const order = over ? sql`number desc` : sql`due_on, id`;
  const { rows } = await sql<{ id: PaymentId }>`
    select id from (${statusIn(tx, organisations)}) s
    where status = ${status}
    order by ${order}
    limit ${PAYMENTS_A_PAGE} offset ${(page - 1) * PAYMENTS_A_PAGE}`.execute(tx.sql);
  const found = await paymentsById(
    tx,
    rows.map(({ id }) => id),
  );
  return over ? found.toSorted((a, b) => b.number - a.number) : found;
}

export type Counts = Readonly<Partial<Record<Status, { readonly count: number; readonly sum: Ore }>>>;

/** How many there are of each, and what they come to. */
export async function paymentCounts(tx: TenantDb, organisations: readonly Id<'organisation'>[]): Promise<Counts> {
  if (organisations.length === 0) return {};
  const { rows } = await sql<{ status: Status; count: number; sum: number }>`
    select status, count(*)::integer as count, sum(amount)::bigint as sum
    from (${statusIn(tx, organisations)}) s group by status`.execute(tx.sql);
  return Object.fromEntries(rows.map(({ status, count, sum }) => [status, { count, sum: toOre(sum) }]));
}
