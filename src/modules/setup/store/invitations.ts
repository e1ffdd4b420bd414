import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** The letter to every home, as it was written. `{navne}` stands for those who live there. */
export interface Invitation {
  readonly id: Id<'setup_invitation'>;
  readonly fundId: Id<'fund'>;
  readonly subject: string;
  readonly body: string;
  readonly signer: string;
  readonly printedAt: Date | null;
}

export type Wording = Pick<Invitation, 'subject' | 'body' | 'signer'>;

/** The one that stands; null while there is none. */
export async function standingInvitation(tx: TenantDb): Promise<Invitation | null> {
  const row = await tx.sql
    .selectFrom('setup_invitation')
    .select(['id', 'fund_id as fundId', 'subject', 'body', 'signer', 'printed_at as printedAt'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes it, or writes it anew while it is not printed. */
export async function saveInvitation(tx: TenantDb, fundId: Id<'fund'>, wording: Wording): Promise<void> {
  const rewritten = await tx.sql
    .updateTable('setup_invitation')
    .set({ ...wording, fund_id: fundId })
    .where('tenant_id', '=', tx.tenant.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (rewritten.numUpdatedRows > 0n) return;
  await tx.sql
    .insertInto('setup_invitation')
    .values({
      tenant_id: tx.tenant.id,
      fund_id: fundId,
      ...wording,
      written_at: tx.now,
      written_by: personIdOf(tx.actor),
    })
    .execute();
}

export async function markPrinted(tx: TenantDb): Promise<void> {
  await tx.sql
    .updateTable('setup_invitation')
    .set({ printed_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('withdrawn_at', 'is', null)
    .where('printed_at', 'is', null)
    .execute();
}

export async function withdrawInvitation(tx: TenantDb): Promise<void> {
  await tx.sql
    .updateTable('setup_invitation')
    .set({ withdrawn_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** Those that were taken back would hold the fund that they told of. */
export async function forgetWithdrawn(tx: TenantDb, fundId: Id<'fund'>): Promise<void> {
  await tx.sql
    .deleteFrom('setup_invitation')
    .where('tenant_id', '=', tx.tenant.id)
    .where('fund_id', '=', fundId)
    .where('withdrawn_at', 'is not', null)
    .execute();
}
