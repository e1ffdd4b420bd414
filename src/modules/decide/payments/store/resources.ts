import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Asked, pageOf } from '../../../../platform/resources/resource.ts';
import type { Status } from '../rules/payment.ts';

interface Told {
  readonly id: Id<'payment'>;
  readonly number: number;
  readonly status: Status;
  readonly amountOre: Ore;
  readonly dueOn: Day;
  readonly reference: string;
  readonly applicationId: Id<'fund_application'>;
  readonly invoiceId: Id<'invoice'>;
}

/** Payments as other systems read them, by id. */
export async function paymentsAfter(tx: TenantDb, asked: Asked): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select p.id, p.number, s.status, p.amount_ore as "amountOre", p.due_on as "dueOn", p.reference,
      p.application_id as "applicationId", p.invoice_id as "invoiceId"
    from payment p
    join payment_standing s on s.tenant_id = p.tenant_id and s.payment_id = p.id
    where p.tenant_id = ${tx.tenant.id} ${pageOf(asked, sql`p.id`)}
  `.execute(tx.sql);
  return rows;
}
