import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { EmptyMail } from '../rules/mail.ts';

type DeliveryId = Id<'invoice_delivery'>;

/** Was this very mail or file taken in before? */
export async function isDelivered(tx: TenantDb, digest: Buffer): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('invoice_delivery')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row !== undefined;
}

/** Null when this very mail or file was taken in before; whoever comes at the same moment waits and then knows. */
export async function insertDelivery(
  tx: TenantDb,
  delivery: {
    readonly digest: Buffer;
    readonly way: 'mail' | 'folder';
    readonly sender: string | null;
    readonly subject: string;
    readonly words: string;
  },
): Promise<DeliveryId | null> {
  const row = await tx.sql
    .insertInto('invoice_delivery')
    .values({ tenant_id: tx.tenant.id, ...delivery, on_day: tx.today, received_at: tx.now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'digest']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function markDelivery(
  tx: TenantDb,
  id: DeliveryId,
  came: { readonly invoices: number; readonly refusals: readonly string[]; readonly answered: boolean },
): Promise<void> {
  await tx.sql
    .updateTable('invoice_delivery')
    .set({ ...came, refusals: [...came.refusals] })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function deliveryById(
  tx: TenantDb,
  id: DeliveryId,
): Promise<{ readonly sender: string | null; readonly invoices: number } | null> {
  const row = await tx.sql
    .selectFrom('invoice_delivery')
    .select(['sender', 'invoices'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Has this sender had an automatic answer today? */
export async function wasAnsweredToday(tx: TenantDb, sender: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('invoice_delivery')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('sender', '=', sender)
    .where('on_day', '=', tx.today)
    .where('answered', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** Has an invoice from this sender been accepted here before? */
export async function isKnownSender(tx: TenantDb, sender: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('invoice as i')
    .innerJoin('invoice_outcome as o', (join) =>
      join.onRef('o.tenant_id', '=', 'i.tenant_id').onRef('o.invoice_id', '=', 'i.id').on('o.result', '=', 'accepted'),
    )
    .select('i.id')
    .where('i.tenant_id', '=', tx.tenant.id)
    .where('i.sender_email', '=', sender)
    .executeTakeFirst();
  return row !== undefined;
}

/** Mails without an invoice that nobody has looked at, oldest first. */
export async function emptyDeliveries(tx: TenantDb, limit = 20): Promise<EmptyMail[]> {
  return tx.sql
    .selectFrom('invoice_delivery')
    .select(['id', 'sender', 'subject', 'words', 'refusals', 'on_day as on'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('invoices', '=', 0)
    .where('seen_on', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Somebody has looked at it. False when it is not there, or was seen. */
export async function markSeen(tx: TenantDb, id: DeliveryId, by: Id<'person'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('invoice_delivery')
    .set({ seen_on: tx.today, seen_by: by })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('seen_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** It was not taken after all, and may come again. */
export async function deleteDelivery(tx: TenantDb, id: DeliveryId): Promise<void> {
  await tx.sql.deleteFrom('invoice_delivery').where('tenant_id', '=', tx.tenant.id).where('id', '=', id).execute();
}
