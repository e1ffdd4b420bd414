import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/application.ts';

export type CodeKind = 'follow' | 'slip';

/** One more door to an application. Only the hash of its code is kept. */
export async function insertCode(
  tx: TenantDb,
  code: { readonly applicationId: ApplicationId; readonly kind: CodeKind; readonly hash: Buffer },
): Promise<void> {
  await tx.sql
    .insertInto('fund_code')
    .values({
      tenant_id: tx.tenant.id,
      application_id: code.applicationId,
      kind: code.kind,
      code_hash: code.hash,
      made_at: tx.now,
      made_by: personIdOf(tx.actor),
    })
    .execute();
}

/** Which application a code opens, when it is of this kind and nobody has closed it. */
export async function applicationOfCode(tx: TenantDb, kind: CodeKind, hash: Buffer): Promise<ApplicationId | null> {
  const row = await tx.sql
    .selectFrom('fund_code')
    .select('application_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('code_hash', '=', hash)
    .where('kind', '=', kind)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.application_id ?? null;
}

/** Every slip that is out stops working. Answers how many that were. */
export async function revokeSlips(tx: TenantDb, applicationId: ApplicationId): Promise<number> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('fund_code')
    .set({ revoked_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', applicationId)
    .where('kind', '=', 'slip')
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** How many slips of a case are out and work. */
export async function countSlips(tx: TenantDb, applicationId: ApplicationId): Promise<number> {
  const row = await tx.sql
    .selectFrom('fund_code')
    .select((select) => select.fn.countAll<number>().as('slips'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', applicationId)
    .where('kind', '=', 'slip')
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.slips);
}

/** Somebody who was asked to join, by their row. */
export interface Invited {
  readonly id: Id<'fund_co_applicant'>;
  readonly applicationId: ApplicationId;
  readonly name: string;
  readonly email: string | null;
  readonly declinedOn: Day | null;
}

export async function invitedByHash(tx: TenantDb, hash: Buffer): Promise<Invited | null> {
  const row = await invited(tx).where('invite_hash', '=', hash).executeTakeFirst();
  return row ?? null;
}

/** Those with an address who have not been invited yet. */
export async function uninvited(tx: TenantDb, applicationId: ApplicationId): Promise<Invited[]> {
  return invited(tx)
    .where('application_id', '=', applicationId)
    .where('email', 'is not', null)
    .where('invited_on', 'is', null)
    .orderBy('id')
    .execute();
}

function invited(tx: TenantDb) {
  return tx.sql
    .selectFrom('fund_co_applicant')
    .select(['id', 'application_id as applicationId', 'name', 'email', 'declined_on as declinedOn'])
    .where('tenant_id', '=', tx.tenant.id);
}

/** `personId`: whose address it is, when we know somebody by it. */
export async function markInvited(
  tx: TenantDb,
  id: Id<'fund_co_applicant'>,
  invitation: { readonly hash: Buffer; readonly personId: Id<'person'> | null },
): Promise<void> {
  await tx.sql
    .updateTable('fund_co_applicant')
    .set({ invite_hash: invitation.hash, invited_on: tx.today, person_id: invitation.personId })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function markDeclined(tx: TenantDb, id: Id<'fund_co_applicant'>): Promise<void> {
  await tx.sql
    .updateTable('fund_co_applicant')
    .set({ declined_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}
