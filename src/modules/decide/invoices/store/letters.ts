import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';

export interface Letter {
  readonly id: Id<'invoice_letter'>;
  /** Null: it is printed. */
  readonly address: string | null;
  readonly subject: string;
  readonly body: string;
}

export async function insertLetter(
  tx: TenantDb,
  outcomeId: Id<'invoice_outcome'>,
  { address, subject, body }: Omit<Letter, 'id'>,
): Promise<Id<'invoice_letter'>> {
  const { id } = await tx.sql
    .insertInto('invoice_letter')
    .values({
      tenant_id: tx.tenant.id,
      outcome_id: outcomeId,
      address,
      subject,
      body,
      on_day: tx.today,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A letter that still has to go by mail, held; null when it has gone, cannot, or what it says was taken back. */
export async function lockUnsentLetter(tx: TenantDb, id: Id<'invoice_letter'>): Promise<Letter | null> {
  const row = await tx.sql
    .selectFrom('invoice_letter')
    .select(['id', 'address', 'subject', 'body', 'outcome_id', 'sent_at', 'failed'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row?.address || row.sent_at || row.failed) return null;
  const undone = await tx.sql
    .selectFrom('invoice_undo')
    .select('outcome_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('outcome_id', '=', row.outcome_id)
    .executeTakeFirst();
  return undone ? null : row;
}

export async function letterById(tx: TenantDb, id: Id<'invoice_letter'>): Promise<Letter | null> {
  const row = await tx.sql
    .selectFrom('invoice_letter')
    .select(['id', 'address', 'subject', 'body'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** It has gone, or (`failed`, a code) its address takes no mail. */
export async function markLetter(tx: TenantDb, id: Id<'invoice_letter'>, failed: string | null): Promise<void> {
  await tx.sql
    .updateTable('invoice_letter')
    .set(failed ? { failed } : { sent_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}
