import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Listed, PAYMENTS_A_PAGE } from '../rules/lists.ts';
import type { Payment, PaymentId, Status } from '../rules/payment.ts';
import { paymentsById } from './payments.ts';

/** Those of one status: open ones by the day they are due, those that are over the newest first. */
export async function paymentsIn(
  tx: TenantDb,
  organisations: readonly Id<'organisation'>[],
  status: Status,
  page: number,
): Promise<Payment[]> {
  const { rows } = await sql<{ id: PaymentId }>`
    select payment_id as id ${pageOf(tx, organisations, status, page)}`.execute(tx.sql);
  const found = await paymentsById(
    tx,
    rows.map(({ id }) => id),
  );
  return isOver(status) ? found.toSorted((a, b) => b.number - a.number) : found;
}

/** The same as they stand in a list, without all that has happened to each. */
export async function paymentsListed(
  tx: TenantDb,
  organisations: readonly Id<'organisation'>[],
  status: Status,
  page: number,
): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`
    select p.id, p.number, p.payee_name as payee, p.reference, p.due_on as "dueOn", p.amount_ore as amount, s.status,
      (
        select d.changed from payment_destination d
        where d.tenant_id = p.tenant_id and d.payment_id = p.id
        order by d.number desc limit 1
      ) as changed
    from (select tenant_id, payment_id, status, number, due_on ${pageOf(tx, organisations, status, page)}) s
    join payment p on p.tenant_id = s.tenant_id and p.id = s.payment_id
    order by ${orderOf(status, 's')}`.execute(tx.sql);
  return rows;
}

function pageOf(tx: TenantDb, organisations: readonly Id<'organisation'>[], status: Status, page: number) {
  return sql`
    from payment_standing
    where ${seenBy(tx, organisations)} and status = ${status}
    order by ${orderOf(status, 'payment_standing')}
    limit ${PAYMENTS_A_PAGE} offset ${(page - 1) * PAYMENTS_A_PAGE}`;
}

function orderOf(status: Status, table: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return isOver(status) ? sql`${column('number')} desc` : sql`${column('due_on')}, ${column('payment_id')}`;
}

function isOver(status: Status): boolean {
  return status === 'paid' || status === 'stopped';
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
