import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Attendance, Meeting, MeetingWords } from '../rules/meeting.ts';
import { ROWS_A_PAGE } from '../rules/panel.ts';

const MEETING = ['id', 'panel_id as panelId', 'on_day as on', 'starts', 'place', 'agenda', 'notes', 'version'] as const;

function meetings(tx: TenantDb) {
  return tx.sql.selectFrom('panel_meeting').select(MEETING).where('tenant_id', '=', tx.tenant.id);
}

/** The newest first. */
export async function meetingsOf(tx: TenantDb, panelId: Id<'panel'>): Promise<Meeting[]> {
  return meetings(tx)
    .where('panel_id', '=', panelId)
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(ROWS_A_PAGE)
    .execute();
}

export async function meetingById(
  tx: TenantDb,
  panelId: Id<'panel'>,
  id: Id<'panel_meeting'>,
): Promise<Meeting | null> {
  return (await meetings(tx).where('panel_id', '=', panelId).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lastMeeting(tx: TenantDb, panelId: Id<'panel'>): Promise<Day | null> {
  const row = await meetings(tx).where('panel_id', '=', panelId).orderBy('on_day', 'desc').limit(1).executeTakeFirst();
  return row?.on ?? null;
}

export async function insertMeeting(
  tx: TenantDb,
  panelId: Id<'panel'>,
  { on, starts, place, agenda }: MeetingWords,
  by: Id<'person'> | null,
): Promise<Id<'panel_meeting'>> {
  const row = await tx.sql
    .insertInto('panel_meeting')
    .values({
      tenant_id: tx.tenant.id,
      panel_id: panelId,
      on_day: on,
      starts,
      place,
      agenda,
      called_at: tx.now,
      called_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** False when somebody else has saved since `version` was read. */
export async function updateMeeting(
  tx: TenantDb,
  id: Id<'panel_meeting'>,
  { on, starts, place, agenda, notes }: MeetingWords & { readonly notes: string },
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('panel_meeting')
    .set((set) => ({ on_day: on, starts, place, agenda, notes, version: set('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Of these meetings, in one question. */
export async function attendanceOf(tx: TenantDb, ids: readonly Id<'panel_meeting'>[]): Promise<Attendance[]> {
  return tx.sql
    .selectFrom('panel_attendance')
    .select(['meeting_id as meetingId', 'application_id as applicationId', 'means_to as meansTo', 'came'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('meeting_id', '=', sql<Id<'panel_meeting'>>`any(${[...ids]}::uuid[])`)
    .execute();
}

export async function saveMeansTo(
  tx: TenantDb,
  meetingId: Id<'panel_meeting'>,
  applicationId: Id<'panel_application'>,
  meansTo: boolean,
): Promise<void> {
  await tx.sql
    .insertInto('panel_attendance')
    .values({ tenant_id: tx.tenant.id, meeting_id: meetingId, application_id: applicationId, means_to: meansTo })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'meeting_id', 'application_id']).doUpdateSet({ means_to: meansTo }),
    )
    .execute();
}

export async function saveCame(
  tx: TenantDb,
  meetingId: Id<'panel_meeting'>,
  people: readonly { readonly id: Id<'panel_application'>; readonly came: boolean }[],
): Promise<void> {
  if (people.length === 0) return;
  await tx.sql
    .insertInto('panel_attendance')
    .values(
      people.map(({ id, came }) => ({ tenant_id: tx.tenant.id, meeting_id: meetingId, application_id: id, came })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'meeting_id', 'application_id'])
        .doUpdateSet((set) => ({ came: set.ref('excluded.came') })),
    )
    .execute();
}
