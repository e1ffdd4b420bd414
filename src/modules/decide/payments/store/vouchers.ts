import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { PAYMENTS_A_PAGE } from '../rules/lists.ts';
import type { Payment, PaymentId } from '../rules/payment.ts';
import { paymentsById } from './payments.ts';

export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** All payments that left in the period and did not come back, by voucher number, some hundreds at a time. */
export async function* allPaidIn(
  tx: TenantDb,
  organisations: readonly Id<'organisation'>[],
  period: Period,
): AsyncGenerator<readonly Payment[]> {
  const { rows } = await sql<{
    id: PaymentId;
  }>`select p.id ${paid(tx, organisations, period)} order by p.number`.execute(tx.sql);
  for (let from = 0; from < rows.length; from += A_BREATH) {
    const found = await paymentsById(
      tx,
      rows.slice(from, from + A_BREATH).map(({ id }) => id),
    );
    yield found.toSorted((a, b) => a.number - b.number);
  }
}
const A_BREATH = 500;

/** A page of them. */
export async function paidIn(
  tx: TenantDb,
  organisations: readonly Id<'organisation'>[],
  period: Period,
  page: number,
): Promise<Payment[]> {
  const { rows } = await sql<{
    id: PaymentId;
  }>`select p.id ${paid(tx, organisations, period)} order by p.number
    limit ${PAYMENTS_A_PAGE} offset ${(page - 1) * PAYMENTS_A_PAGE}`.execute(tx.sql);
  const found = await paymentsById(
    tx,
    rows.map(({ id }) => id),
  );
  return found.toSorted((a, b) => a.number - b.number);
}

export async function countPaidIn(
  tx: TenantDb,
  organisations: readonly Id<'organisation'>[],
  period: Period,
): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::integer as count ${paid(tx, organisations, period)}`.execute(tx.sql);
  return rows[0]?.count ?? 0;
}

function paid(tx: TenantDb, organisations: readonly Id<'organisation'>[], { from, until }: Period) {
  return sql`from payment_result r
    join payment p on p.tenant_id = r.tenant_id and p.id = r.payment_id
    where r.tenant_id = ${tx.tenant.id} and r.result = 'paid' and r.on_day between ${from} and ${until}
      and p.organisation_id = any(${[...organisations]}::uuid[])
      and not exists (
        select from payment_result b
        where b.tenant_id = ${tx.tenant.id} and b.export_id = r.export_id and b.result = 'bounced'
      )`;
}
