import { personIdOf } from '../../../../kernel/actor.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';

/** What invoices must be made out to, beside the organisation's name and company number. */
export interface InvoiceSettings {
  readonly glns: readonly string[];
  readonly otherNames: readonly string[];
  /** Where suppliers mail invoices to; empty when they cannot. */
  readonly mailAddress: string;
}

export async function invoiceSettings(tx: TenantDb): Promise<InvoiceSettings> {
  const row = await tx.sql
    .selectFrom('invoice_setting')
    .select(['glns', 'other_names as otherNames', 'mail_address as mailAddress'])
    .where('tenant_id', '=', tx.tenant.id)
    .executeTakeFirst();
  return row ?? { glns: [], otherNames: [], mailAddress: '' };
}

export async function saveInvoiceSettings(tx: TenantDb, settings: InvoiceSettings): Promise<void> {
  const values = {
    glns: [...settings.glns],
    other_names: [...settings.otherNames],
    mail_address: settings.mailAddress,
    changed_at: tx.now,
    changed_by: personIdOf(tx.actor),
  };
  await tx.sql
    .insertInto('invoice_setting')
    .values({ tenant_id: tx.tenant.id, ...values })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(values))
    .execute();
}
