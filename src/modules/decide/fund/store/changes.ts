import { type Channel, personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId, DecisionResult, EndResult, RecusalReason, RefusalReason } from '../rules/application.ts';

/** False when the person has it in hand already. */
export async function insertReview(tx: TenantDb, applicationId: ApplicationId, by: Id<'person'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('fund_review')
    .values({ tenant_id: tx.tenant.id, application_id: applicationId, reviewer_id: by, on_day: tx.today })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function insertQuestion(
  tx: TenantDb,
  question: { readonly applicationId: ApplicationId; readonly words: string; readonly by: Id<'person'> },
): Promise<Id<'fund_question'>> {
  const { id } = await tx.sql
    .insertInto('fund_question')
    .values({
      tenant_id: tx.tenant.id,
      application_id: question.applicationId,
      words: question.words,
      asked_by: question.by,
      on_day: tx.today,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertAnswer(
  tx: TenantDb,
  answer: { readonly questionId: Id<'fund_question'>; readonly words: string; readonly onBehalf: Channel | null },
): Promise<void> {
  await tx.sql
    .insertInto('fund_answer')
    .values({
      tenant_id: tx.tenant.id,
      question_id: answer.questionId,
      words: answer.words,
      on_day: tx.today,
      channel: answer.onBehalf ?? tx.channel,
      answered_by: answer.onBehalf ? null : personIdOf(tx.actor),
      registered_by: answer.onBehalf ? personIdOf(tx.actor) : null,
    })
    .execute();
}

export async function insertRecommendation(
  tx: TenantDb,
  recommendation: {
    readonly applicationId: ApplicationId;
    readonly advice: DecisionResult;
    readonly amount: Ore | null;
    readonly terms: string;
    readonly reason: RefusalReason | null;
    readonly words: string;
    readonly by: Id<'person'>;
  },
): Promise<void> {
  await tx.sql
    .insertInto('fund_recommendation')
    .values({
      tenant_id: tx.tenant.id,
      application_id: recommendation.applicationId,
      advice: recommendation.advice,
      amount_ore: recommendation.amount,
      terms: recommendation.terms,
      reason: recommendation.reason,
      words: recommendation.words,
      recommended_by: recommendation.by,
      on_day: tx.today,
    })
    .execute();
}

/** False when the person stands aside already. */
export async function insertRecusal(
  tx: TenantDb,
  recusal: {
    readonly applicationId: ApplicationId;
    readonly personId: Id<'person'>;
    readonly reason: RecusalReason;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('fund_recusal')
    .values({
      tenant_id: tx.tenant.id,
      application_id: recusal.applicationId,
      person_id: recusal.personId,
      reason: recusal.reason,
      on_day: tx.today,
      recorded_by: personIdOf(tx.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function insertDecision(
  tx: TenantDb,
  decision: {
    readonly applicationId: ApplicationId;
    readonly result: DecisionResult;
    readonly money: { readonly amount: Ore; readonly periodId: Id<'fund_period'>; readonly expiresOn: Day } | null;
    readonly terms: string;
    readonly reason: RefusalReason | null;
    readonly words: string;
    readonly reference: string;
    readonly meetingId: Id<'fund_meeting'> | null;
    readonly policyId: Id<'fund_policy'>;
    readonly by: Id<'person'>;
  },
): Promise<void> {
  await tx.sql
    .insertInto('fund_decision')
    .values({
      tenant_id: tx.tenant.id,
      application_id: decision.applicationId,
      result: decision.result,
      amount_ore: decision.money?.amount ?? null,
      period_id: decision.money?.periodId ?? null,
      expires_on: decision.money?.expiresOn ?? null,
      terms: decision.terms,
      reason: decision.reason,
      words: decision.words,
      decision_reference: decision.reference,
      meeting_id: decision.meetingId,
      policy_id: decision.policyId,
      decided_by: decision.by,
      on_day: tx.today,
    })
    .execute();
}

export async function insertEnd(
  tx: TenantDb,
  applicationId: ApplicationId,
  end: { readonly result: EndResult; readonly words: string },
): Promise<void> {
  await tx.sql
    .insertInto('fund_end')
    .values({
      tenant_id: tx.tenant.id,
      application_id: applicationId,
      result: end.result,
      words: end.words,
      on_day: tx.today,
      ended_by: personIdOf(tx.actor),
    })
    .execute();
}

export async function insertRelease(
  tx: TenantDb,
  release: {
    readonly applicationId: ApplicationId;
    readonly periodId: Id<'fund_period'>;
    readonly amount: Ore;
    readonly reason: 'withdrawn' | 'cancelled' | 'lapsed' | 'rest';
    readonly words: string;
  },
): Promise<void> {
  await tx.sql
    .insertInto('fund_release')
    .values({
      tenant_id: tx.tenant.id,
      application_id: release.applicationId,
      period_id: release.periodId,
      amount_ore: release.amount,
      reason: release.reason,
      words: release.words,
      on_day: tx.today,
      released_by: personIdOf(tx.actor),
    })
    .execute();
}

export async function insertTakeOver(
  tx: TenantDb,
  takeOver: {
    readonly applicationId: ApplicationId;
    readonly from: Id<'person'> | null;
    readonly to: Id<'person'>;
    readonly words: string;
  },
): Promise<void> {
  await tx.sql
    .insertInto('fund_take_over')
    .values({
      tenant_id: tx.tenant.id,
      application_id: takeOver.applicationId,
      from_person_id: takeOver.from,
      to_person_id: takeOver.to,
      words: takeOver.words,
      on_day: tx.today,
      recorded_by: personIdOf(tx.actor),
    })
    .execute();
}
