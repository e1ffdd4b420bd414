import { sql } from 'kysely';
import { type Channel, personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/case.ts';
import type { Answers, Feedback, FeedbackDraft } from '../rules/feedback.ts';

/** The newest answers, and how often they were corrected. */
export async function feedbackOf(tx: TenantDb, id: ApplicationId): Promise<Feedback | null> {
  const row = await tx.sql
    .selectFrom('fund_feedback as b')
    .select(['b.id', 'b.came', 'b.best', 'b.differently', 'b.on_day as on', 'b.channel'])
    .select(
      sql<number>`(
        select count(*)::int - 1 from fund_feedback x
        where x.tenant_id = b.tenant_id and x.application_id = b.application_id
      )`.as('corrections'),
    )
    .select(
      sql<boolean>`coalesce((
        select x.shown from fund_showing x where x.tenant_id = b.tenant_id and x.feedback_id = b.id
        order by x.id desc limit 1
      ), false)`.as('shown'),
    )
    .where('b.tenant_id', '=', tx.tenant.id)
    .where('b.application_id', '=', id)
    .orderBy('b.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, channel: row.channel as Channel } : null;
}

/** How many were counted at the events of its initiative, on its own days. Null where nobody counted. */
export async function countedAt(tx: TenantDb, id: ApplicationId): Promise<number | null> {
  const { rows } = await sql<{ came: number | null }>`
    select sum(k.adults + k.children)::int as came
    from fund_application a
    join event e on e.tenant_id = a.tenant_id and e.initiative_id = a.initiative_id
      and e.on_day between a.starts_on and coalesce(a.ends_on, a.starts_on)
    join event_count k on k.tenant_id = e.tenant_id and k.event_id = e.id
    where a.tenant_id = ${tx.tenant.id} and a.id = ${id}`.execute(tx.sql);
  return rows[0]?.came ?? null;
}

export async function insertFeedback(
  tx: TenantDb,
  id: ApplicationId,
  answers: Answers,
  how: { readonly channel: Channel; readonly registered: boolean },
): Promise<Id<'fund_feedback'>> {
  const personId = personIdOf(tx.actor);
  const row = await tx.sql
    .insertInto('fund_feedback')
    .values({
      tenant_id: tx.tenant.id,
      application_id: id,
      came: answers.came,
      best: answers.best,
      differently: answers.differently,
      on_day: tx.today,
      given_at: tx.now,
      channel: how.channel,
      given_by: how.registered ? null : personId,
      registered_by: how.registered ? personId : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.sql
    .deleteFrom('fund_feedback_draft')
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', id)
    .execute();
  return row.id;
}

export async function draftOf(tx: TenantDb, id: ApplicationId): Promise<FeedbackDraft | null> {
  const row = await tx.sql
    .selectFrom('fund_feedback_draft')
    .select(['came', 'best', 'differently'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function saveDraft(tx: TenantDb, id: ApplicationId, draft: FeedbackDraft): Promise<void> {
  const row = { came: draft.came, best: draft.best, differently: draft.differently, saved_at: tx.now };
  await tx.sql
    .insertInto('fund_feedback_draft')
    .values({ tenant_id: tx.tenant.id, application_id: id, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'application_id']).doUpdateSet(row))
    .execute();
}

export async function insertLink(
  tx: TenantDb,
  link: {
    readonly applicationId: ApplicationId;
    readonly codeHash: Buffer;
    readonly means: 'message' | 'card';
  },
): Promise<void> {
  await tx.sql
    .insertInto('fund_feedback_link')
    .values({
      tenant_id: tx.tenant.id,
      application_id: link.applicationId,
      code_hash: link.codeHash,
      means: link.means,
      made_at: tx.now,
      made_by: personIdOf(tx.actor),
    })
    .execute();
}

export async function applicationOfLink(tx: TenantDb, codeHash: Buffer): Promise<ApplicationId | null> {
  const row = await tx.sql
    .selectFrom('fund_feedback_link')
    .select('application_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return row?.application_id ?? null;
}

export async function waiverOf(tx: TenantDb, id: ApplicationId): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('fund_feedback_waiver')
    .select('words')
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', id)
    .executeTakeFirst();
  return row?.words ?? null;
}

/** Once; a second wish to do without changes nothing. */
export async function insertWaiver(
  tx: TenantDb,
  waiver: { readonly applicationId: ApplicationId; readonly words: string; readonly by: Id<'person'> },
): Promise<void> {
  await tx.sql
    .insertInto('fund_feedback_waiver')
    .values({
      tenant_id: tx.tenant.id,
      application_id: waiver.applicationId,
      words: waiver.words,
      on_day: tx.today,
      waived_by: waiver.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
