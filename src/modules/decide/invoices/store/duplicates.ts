import { sql } from 'kysely';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Scene } from '../rules/checks.ts';
import { numberKey, supplierKey } from '../rules/facts.ts';
import type { InvoiceRow } from '../rules/invoice.ts';

/**
 * Others that wait before it or are accepted: with the very same content, or of the same supplier with the same number. The
 * same bill often comes twice, as a file and as paper that says less: so a name is enough, in the same case or without number.
 */
export async function duplicateOf(tx: TenantDb, invoice: InvoiceRow): Promise<Scene['duplicate']> {
  const { facts, content, pictureContent, id, applicationId } = invoice;
  const key = facts && supplierKey(facts.supplier);
  const named = facts && supplierKey({ ...facts.supplier, cvr: null });
  const keys = [key, named].filter((one) => one !== null);
  // A picture beside both is none: the supplier's terms lie beside every bill.
  const contents = [content, pictureContent].filter((one) => one !== null);
  const number = numberKey(facts?.number ?? null);
  const here = sql`x.tenant_id = ${tx.tenant.id}`;
  const { rows: found } = await sql<{ same: Scene['duplicate'] }>`
    with near as (
      select x.id from invoice x where ${here} and x.content_sha256 = any(${contents}::bytea[])
      union select x.id from invoice x where ${here} and x.picture_sha256 = ${content}
      union select x.id from invoice x where ${here} and x.supplier_key = any(${keys}::text[]) and x.number_key = ${number}
      union select x.invoice_id from invoice_match x where ${here} and x.application_id = ${applicationId}
    ), other as (
      select i.*, coalesce(i.content_sha256 = any(${contents}::bytea[]) or i.picture_sha256 = ${content}, false) as same_file,
        ${number} <> '' and i.number_key = ${number} and i.facts ->> 'kind' = ${facts?.kind ?? ''} and (
          i.supplier_key = any(${keys}::text[]) or lower(i.supplier_name) = lower(${facts?.supplier.name ?? ''})
        ) as same_number
      from near join invoice i on i.tenant_id = ${tx.tenant.id} and i.id = near.id
      where i.id <> ${id}
    )
    select case when other.same_file then 'file'
      when other.supplier_key = ${key} and other.amount_ore = ${facts?.payable ?? null} then 'number'
      else 'alike' end as same
    from other
    left join lateral (
      select x.result from invoice_outcome x
      left join invoice_undo u on u.tenant_id = x.tenant_id and u.outcome_id = x.id
      where ${here} and x.invoice_id = other.id and u.outcome_id is null
      order by x.id desc limit 1
    ) o on true
    where (o.result = 'accepted' or (o.result is null and other.id < ${id})) and (other.same_file or other.same_number)
    order by other.same_file desc, same desc
    limit 1`.execute(tx.sql);
  return found[0]?.same ?? null;
}
