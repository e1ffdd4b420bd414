import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns } from '../../../turns/public.ts';
import { deletePast } from '../store/applications.ts';
import { forgetPooled } from '../store/draws.ts';
import { panelsWithPeople } from '../store/panels.ts';
import { answerPlace, overdueOffers } from '../store/places.ts';
import { seatIsFree } from './answering.ts';
import { dayToGo } from './keeping.ts';
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
  // Also those who were forgotten since yesterday, because they asked for it.
  await forgetPooled(tx);
}
