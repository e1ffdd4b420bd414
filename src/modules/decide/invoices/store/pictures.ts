import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Facts } from '../rules/facts.ts';
import type { NewInvoice } from '../rules/invoice.ts';

/** An e-invoice that nothing shows to the eye yet. */
export interface Unpictured extends Pick<Facts, 'number' | 'payable'> {
  readonly id: Id<'invoice'>;
  readonly supplier: Pick<Facts['supplier'], 'name' | 'cvr'>;
  readonly applicationId: Id<'fund_application'> | null;
  readonly initiativeId: Id<'initiative'> | null;
}

/** Those among the invoices that came last, and were not sent back. */
export async function withoutPicture(tx: TenantDb): Promise<readonly Unpictured[]> {
  const { rows } = await sql<Unpictured>`
    select i.id, i.number, i.amount_ore as "payable",
      jsonb_build_object('name', i.supplier_name, 'cvr', i.facts -> 'supplier' ->> 'cvr') as "supplier",
      a.id as "applicationId", a.initiative_id as "initiativeId"
    from (select * from invoice where tenant_id = ${tx.tenant.id} order by id desc limit ${LATELY}) i
    join invoice_standing s on s.tenant_id = i.tenant_id and s.invoice_id = i.id and s.shelf <> 'returned'
    left join fund_application a on a.tenant_id = s.tenant_id and a.id = s.application_id
    where i.picture_file_id is null and i.format in ('oioubl', 'peppol', 'ubl', 'cii')`.execute(tx.sql);
  return rows;
}
const LATELY = 200;

/** What else came as an invoice in the same mail, the oldest first. */
export async function cameWith(
  tx: TenantDb,
  id: Id<'invoice'>,
): Promise<readonly { readonly id: Id<'invoice'>; readonly number: string }[]> {
  return tx.sql
    .selectFrom('invoice as i')
    .innerJoin('invoice as o', (join) =>
      join.onRef('o.tenant_id', '=', 'i.tenant_id').onRef('o.delivery_id', '=', 'i.delivery_id'),
    )
    .select(['o.id', 'o.number'])
    .where('i.tenant_id', '=', tx.tenant.id)
    .where('i.id', '=', id)
    .whereRef('o.id', '<>', 'i.id')
    .orderBy('o.id')
    .execute();
}

/** Lays it beside the invoice. False where another was laid there in the meantime. */
export async function addPicture(
  tx: TenantDb,
  id: Id<'invoice'>,
  picture: NonNullable<NewInvoice['picture']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('invoice')
    .set({ picture_file_id: picture.fileId, picture_sha256: picture.content })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('picture_file_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
