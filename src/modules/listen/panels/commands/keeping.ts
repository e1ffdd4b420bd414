import { dayOf } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { mainDraw } from '../rules/draw.ts';
import { goesOn } from '../rules/keeping.ts';
import type { Panel } from '../rules/panel.ts';
import { applicationsOf, saveGoesOn } from '../store/applications.ts';
import { drawsOf } from '../store/draws.ts';
import { lastMeeting } from '../store/meetings.ts';

/** When each application goes, as things stand today. */
export async function dayToGo(tx: TenantDb, panel: Panel): Promise<void> {
  const drawn = mainDraw(await drawsOf(tx, panel.id));
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
