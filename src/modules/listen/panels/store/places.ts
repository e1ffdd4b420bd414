import type { Channel } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';

/** A seat is offered; with `answer`, it is taken from the first day. */
export async function insertPlace(
  tx: TenantDb,
  place: {
    readonly panelId: Id<'panel'>;
    readonly applicationId: Id<'panel_application'>;
    readonly drawId: Id<'panel_draw'> | null;
    readonly answerBy: Day;
    readonly taken?: boolean;
  },
): Promise<void> {
  await tx.sql
    .insertInto('panel_place')
    .values({
      tenant_id: tx.tenant.id,
      panel_id: place.panelId,
      application_id: place.applicationId,
      draw_id: place.drawId,
      offered_at: tx.now,
      answer_by: place.answerBy,
      ...(place.taken ? { answer: 'yes', answered_at: tx.now, channel: tx.channel } : {}),
    })
    .execute();
}

export async function answerPlace(
  tx: TenantDb,
  applicationId: Id<'panel_application'>,
  answer: {
    readonly answer: 'yes' | 'no' | 'lapsed';
    readonly channel: Channel;
    readonly registeredBy: Id<'person'> | null;
  },
): Promise<void> {
  await tx.sql
    .updateTable('panel_place')
    .set({
      answer: answer.answer,
      answered_at: tx.now,
      channel: answer.channel,
      registered_by: answer.registeredBy,
    })
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', applicationId)
    .where('answer', 'is', null)
    .execute();
}

/** Offers whose day has passed without an answer. */
export async function overdueOffers(
  tx: TenantDb,
): Promise<readonly { readonly panelId: Id<'panel'>; readonly applicationId: Id<'panel_application'> }[]> {
  return tx.sql
    .selectFrom('panel_place')
    .select(['panel_id as panelId', 'application_id as applicationId'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('answer', 'is', null)
    .where('answer_by', '<', tx.today)
    .execute();
}
