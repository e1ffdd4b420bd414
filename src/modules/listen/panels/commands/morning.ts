import { dayOf } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns } from '../../../turns/public.ts';
import { goesOn } from '../rules/keeping.ts';
import type { Panel } from '../rules/panel.ts';
import { applicationsOf, deletePast, saveGoesOn } from '../store/applications.ts';
import { drawsOf } from '../store/draws.ts';
import { lastMeeting } from '../store/meetings.ts';
import { panelsWithPeople } from '../store/panels.ts';
import { answerPlace, overdueOffers } from '../store/places.ts';
import { seatIsFree } from './answering.ts';
import { told } from './told.ts';

/** Once a day: offers that nobody answered go on to others, and applications go when their time is up. */
export async function morning(tx: TenantDb): Promise<void> {
  for (const { panelId, applicationId } of await overdueOffers(tx)) {
    await answerPlace(tx, applicationId, { answer: 'lapsed', channel: 'system', registeredBy: null });
    await closeTurns(tx, { subject: { kind: 'panel_application', id: applicationId } });
    told(tx, 'lapsed', panelId);
    await seatIsFree(tx, panelId);
  }
  for (const panel of await panelsWithPeople(tx)) await dayToGo(tx, panel);
  for (const { panelId, people } of await deletePast(tx)) told(tx, 'forgotten', panelId, { people });
}

/** When each application goes, as things stand today. */
async function dayToGo(tx: TenantDb, panel: Panel): Promise<void> {
  const drawn = (await drawsOf(tx, panel.id)).find(({ kind, state }) => state === 'drawn' && kind !== 'spare');
  const happened = {
    drawnOn: drawn?.drawnAt ? dayOf(drawn.drawnAt) : null,
    lastMeeting: await lastMeeting(tx, panel.id),
  };
  const days = new Map<
    string,
    { day: NonNullable<ReturnType<typeof goesOn>>; ids: Parameters<typeof saveGoesOn>[1][number][] }
  >();
  for (const one of await applicationsOf(tx, panel.id)) {
    const day = goesOn(panel, one, happened);
    if (!day || day === one.goesOn) continue;
    const entry = days.get(day) ?? { day, ids: [] };
    entry.ids.push(one.id);
    days.set(day, entry);
  }
  for (const { day, ids } of days.values()) await saveGoesOn(tx, ids, day);
}
