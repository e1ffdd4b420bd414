import { daysBetween } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { moveTurns, notify } from '../../../turns/public.ts';
import type { Event } from '../../events/public.ts';
import { movedNote } from '../letters/called-off.ts';
import { MINE_TURN } from '../rules/jobs.ts';
import { moveWork } from '../store/moved.ts';
import { wayTo } from './telling.ts';

/** An event has another day: what is left of its work moves as far, and those who have a task of it hear of its new day. */
export async function moveTasksOf(
  tx: TenantDb,
  before: Pick<Event, 'id' | 'initiativeId' | 'on' | 'until'>,
  now: Pick<Event, 'on' | 'title'>,
): Promise<void> {
  const days = daysBetween(before.on, now.on);
  if (days === 0) return;
  for (const { id, says, dueOn, holder } of await moveWork(tx, before, days)) {
    if (!holder || !dueOn) continue;
    await moveTurns(tx, { kind: MINE_TURN, subject: { kind: 'task', id }, due: dueOn });
    const to = wayTo(tx, holder);
    if (to) await notify(tx, { to, topic: 'answer', say: (language) => movedNote(now.title, says, dueOn, language) });
  }
}
