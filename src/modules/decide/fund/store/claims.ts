import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/application.ts';

/** Which application a claim belongs to. */
export async function applicationOfClaim(tx: TenantDb, id: Id<'fund_claim'>): Promise<ApplicationId | null> {
  const row = await tx.sql
    .selectFrom('fund_claim')
    .select('application_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.application_id ?? null;
}

/** How the claim was ended last; null while nothing came of it yet. */
export async function lastEndOf(tx: TenantDb, id: Id<'fund_claim'>): Promise<'let_go' | 'paid' | 'bounced' | null> {
  const row = await tx.sql
    .selectFrom('fund_claim_end')
    .select(sql<'let_go' | 'paid' | 'bounced'>`result`.as('result'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('claim_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.result ?? null;
}

/** The day it was paid, when the newest of its ends says so. */
export async function claimPaidOn(tx: TenantDb, id: Id<'fund_claim'>): Promise<Day | null> {
  const row = await tx.sql
    .selectFrom('fund_claim_end')
    .select(['result', 'on_day as on'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('claim_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.result === 'paid' ? row.on : null;
}

export async function insertClaim(
  tx: TenantDb,
  claim: { readonly applicationId: ApplicationId; readonly amount: Ore; readonly reference: string },
): Promise<Id<'fund_claim'>> {
  const { id } = await tx.sql
    .insertInto('fund_claim')
    .values({
      tenant_id: tx.tenant.id,
      application_id: claim.applicationId,
      amount_ore: claim.amount,
      reference: claim.reference,
      on_day: tx.today,
      claimed_by: personIdOf(tx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertClaimEnd(
  tx: TenantDb,
  end: { readonly claimId: Id<'fund_claim'>; readonly result: 'let_go' | 'paid' | 'bounced'; readonly words: string },
): Promise<void> {
  await tx.sql
    .insertInto('fund_claim_end')
    .values({
      tenant_id: tx.tenant.id,
      claim_id: end.claimId,
      result: end.result,
      words: end.words,
      on_day: tx.today,
      ended_by: personIdOf(tx.actor),
    })
    .execute();
}

export async function insertPayment(
  tx: TenantDb,
  payment: {
    readonly applicationId: ApplicationId;
    readonly claimId: Id<'fund_claim'>;
    readonly amount: Ore;
    readonly reference: string;
    readonly on: Day;
  },
): Promise<void> {
  await tx.sql
    .insertInto('fund_payment')
    .values({
      tenant_id: tx.tenant.id,
      application_id: payment.applicationId,
      period_id: promisedFrom(tx, payment.applicationId),
      claim_id: payment.claimId,
      amount_ore: payment.amount,
      reference: payment.reference,
      on_day: payment.on,
      recorded_by: personIdOf(tx.actor),
    })
    .execute();
}

/** The period that a case's money was promised from. */
function promisedFrom(tx: TenantDb, applicationId: ApplicationId) {
  return sql<Id<'fund_period'>>`(
    select period_id from fund_decision
    where tenant_id = ${tx.tenant.id} and application_id = ${applicationId} and result = 'commit'
  )`;
}
