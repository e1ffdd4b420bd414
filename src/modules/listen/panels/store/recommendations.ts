import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Recommendation } from '../rules/meeting.ts';
import { ROWS_A_PAGE } from '../rules/panel.ts';

function recommendations(tx: TenantDb) {
  return tx.sql
    .selectFrom('panel_recommendation')
    .select([
      'id',
      'panel_id as panelId',
      'says',
      'said_on as saidOn',
      'answer',
      'answered_on as answeredOn',
      'initiative_id as initiativeId',
    ])
    .where('tenant_id', '=', tx.tenant.id);
}

/** The newest first. */
export async function recommendationsOf(tx: TenantDb, panelId: Id<'panel'>): Promise<Recommendation[]> {
  return recommendations(tx).where('panel_id', '=', panelId).orderBy('id', 'desc').limit(ROWS_A_PAGE).execute();
}

export async function recommendationById(
  tx: TenantDb,
  panelId: Id<'panel'>,
  id: Id<'panel_recommendation'>,
): Promise<Recommendation | null> {
  return (await recommendations(tx).where('panel_id', '=', panelId).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Held until the transaction ends, so that one initiative is born of it. */
export async function lockRecommendation(tx: TenantDb, id: Id<'panel_recommendation'>): Promise<Recommendation | null> {
  return (await recommendations(tx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function insertRecommendation(
  tx: TenantDb,
  panelId: Id<'panel'>,
  said: { readonly says: string; readonly meetingId: Id<'panel_meeting'> | null; readonly on: Day },
  by: Id<'person'> | null,
): Promise<Id<'panel_recommendation'>> {
  const row = await tx.sql
    .insertInto('panel_recommendation')
    .values({
      tenant_id: tx.tenant.id,
      panel_id: panelId,
      meeting_id: said.meetingId,
      says: said.says,
      said_on: said.on,
      written_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function answerRecommendation(
  tx: TenantDb,
  id: Id<'panel_recommendation'>,
  answer: string,
  by: Id<'person'>,
): Promise<void> {
  await tx.sql
    .updateTable('panel_recommendation')
    .set({ answer, answered_on: tx.today, answered_by: by })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function saveInitiative(
  tx: TenantDb,
  id: Id<'panel_recommendation'>,
  initiativeId: Id<'initiative'>,
): Promise<void> {
  await tx.sql
    .updateTable('panel_recommendation')
    .set({ initiative_id: initiativeId })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}
