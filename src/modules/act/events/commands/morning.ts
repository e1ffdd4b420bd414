import { addDays, type Day, yearOf } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { comesSoon } from '../letters/messages.ts';
import { KEPT_DAYS } from '../rules/signing-up.ts';
import { deleteOldVisitors } from '../store/counts.ts';
import { eventsOn, uncounted } from '../store/events.ts';
import { toldOf } from '../store/notices.ts';
import { deletePast, signUpsOf } from '../store/sign-ups.ts';
import { countEvent } from './attendance.ts';
import { remindAll } from './duties.ts';
import { tellAll, waitsForOrganisers } from './telling.ts';
import { told } from './told.ts';

/** Marks of homes are kept for this year and so many before: what a report compares with. */
export const YEARS_BACK = 2;
const AT_ONCE = 200;

/**
 * Once a day: what is to be done soon, a word to those who come tomorrow, the question of how many came, and that sign-ups
 * go when their time is up. What nobody counted is closed as not counted.
 */
export async function morning(tx: TenantDb): Promise<void> {
  await remindAll(tx);
  for (const event of await eventsOn(tx, addDays(tx.today, 1))) {
    if ((await toldOf(tx, event.id)).some(({ kind }) => kind === 'reminder')) continue;
    const people = (await signUpsOf(tx, event.id)).filter(({ left, placed }) => placed && !left);
    await tellAll(tx, event, people, 'reminder', comesSoon(event));
  }
  const over = await uncounted(tx, tx.today, AT_ONCE);
  for (const event of over) {
    if (event.until <= addDays(tx.today, -KEPT_DAYS)) await countEvent(tx, event.id, { nobodyCame: false });
    else await waitsForOrganisers(tx, event, 'event.count');
  }
  for (const { eventId, parties } of await deletePast(tx)) {
    told(tx, 'forgotten', { id: eventId, initiativeId: null }, { parties });
  }
  await deleteOldVisitors(tx, `${yearOf(tx.today) - YEARS_BACK}-01-01` as Day);
}
