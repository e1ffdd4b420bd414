import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Asked, pageOf } from '../../../../platform/resources/resource.ts';

interface Told {
  readonly id: Id<'invoice'>;
  readonly number: string;
  readonly supplierCvr: string | null;
  readonly amountOre: Ore | null;
  readonly status: 'unmatched' | 'matched' | 'accepted' | 'returned';
  readonly applicationId: Id<'fund_application'> | null;
  readonly receivedOn: Day;
  readonly format: string;
}

/** Invoices as other systems read them, by id. */
export async function invoicesAfter(tx: TenantDb, asked: Asked): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select i.id, i.number, i.facts -> 'supplier' ->> 'cvr' as "supplierCvr", i.amount_ore as "amountOre",
      s.shelf as status, s.application_id as "applicationId", i.on_day as "receivedOn", i.format
    from invoice i
    join invoice_standing s on s.tenant_id = i.tenant_id and s.invoice_id = i.id
    where i.tenant_id = ${tx.tenant.id} ${pageOf(asked, sql`i.id`)}
  `.execute(tx.sql);
  return rows;
}
