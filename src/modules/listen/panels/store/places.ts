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
    /** Where in the order of the reserves. */
    readonly reserve?: number;
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
      reserve: place.reserve ?? null,
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

/** Reserves that have been offered a seat, by lot, in the order of their places. */
export async function calledReserves(
  tx: TenantDb,
  drawId: Id<'panel_draw'>,
): Promise<readonly { readonly lot: string; readonly place: number }[]> {
  const rows = await tx.sql
    .selectFrom('panel_place as p')
    .innerJoin('panel_application as a', (join) =>
      join.onRef('a.tenant_id', '=', 'p.tenant_id').onRef('a.id', '=', 'p.application_id'),
    )
    .select(['a.lot', 'p.reserve'])
    .where('p.tenant_id', '=', tx.tenant.id)
    .where('p.draw_id', '=', drawId)
    .where('p.reserve', 'is not', null)
    .orderBy('p.reserve')
    .execute();
  return rows.map(({ lot, reserve }) => ({ lot, place: reserve ?? 0 }));
}
