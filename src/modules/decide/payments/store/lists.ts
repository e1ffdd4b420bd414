import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { PAYMENTS_A_PAGE } from '../rules/lists.ts';
import type { Payment, PaymentId, Status } from '../rules/payment.ts';
import { paymentsById } from './payments.ts';

/** Those of one status: open ones by the day they are due, those that are over the newest first. */
export async function paymentsIn(
  tx: TenantDb,
  organisations: readonly Id<'organisation'>[],
  status: Status,
  page: number,
): Promise<Payment[]> {
  const over = status === 'paid' || status === 'stopped';
  const order = over ? sql`number desc` : sql`due_on, payment_id`;
  const { rows } = await sql<{ id: PaymentId }>`
    select payment_id as id from payment_standing
    where ${seenBy(tx, organisations)} and status = ${status}
    order by ${order}
    limit ${PAYMENTS_A_PAGE} offset ${(page - 1) * PAYMENTS_A_PAGE}`.execute(tx.sql);
  const found = await paymentsById(
    tx,
    rows.map(({ id }) => id),
  );
  return over ? found.toSorted((a, b) => b.number - a.number) : found;
}

export type Counts = Readonly<Partial<Record<Status, { readonly count: number; readonly sum: Ore }>>>;

/** How many there are of each, and what they come to: kept, not counted. Of what this transaction did they know nothing yet. */
export async function paymentCounts(tx: TenantDb, organisations: readonly Id<'organisation'>[]): Promise<Counts> {
  const { rows } = await sql<{ status: Status; count: number; sum: number }>`
    select status, sum(payments)::integer as count, sum(amount_ore)::bigint as sum
    from payment_sum
    where ${seenBy(tx, organisations)} and payments > 0
    group by status`.execute(tx.sql);
  return Object.fromEntries(rows.map(({ status, count, sum }) => [status, { count, sum: toOre(sum) }]));
}

/** Is there something to send to the bank? */
export async function isAnyReady(tx: TenantDb, organisationId: Id<'organisation'>): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (
      select from payment_standing where ${seenBy(tx, [organisationId])} and status = 'ready'
    ) as any`.execute(tx.sql);
  return rows[0]?.any === true;
}

function seenBy(tx: TenantDb, organisations: readonly Id<'organisation'>[]) {
  return sql`tenant_id = ${tx.tenant.id} and organisation_id = any(${[...organisations]}::uuid[])`;
}
