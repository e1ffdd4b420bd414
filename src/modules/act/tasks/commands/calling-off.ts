import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns, notify } from '../../../turns/public.ts';
import type { Event } from '../../events/public.ts';
import { calledOffNote } from '../letters/called-off.ts';
import { MINE_TURN, UNCLAIMED_TURN } from '../rules/jobs.ts';
import { droppedWith } from '../store/called-off.ts';
import { wayTo } from './telling.ts';

/** An event is called off: those who have a small task of it hear so, and nothing waits for them or lacks hands any more. */
export async function dropTasksOf(
  tx: TenantDb,
  event: Pick<Event, 'id' | 'initiativeId' | 'on' | 'until' | 'title'>,
): Promise<void> {
  const dropped = await droppedWith(tx, event);
  for (const { id, says, holder } of dropped) {
    if (!holder) continue;
    await closeTurns(tx, { kind: MINE_TURN, subject: { kind: 'task', id } });
    const to = wayTo(tx, holder);
    if (to) await notify(tx, { to, topic: 'answer', say: (language) => calledOffNote(event.title, says, language) });
  }
  for (const id of new Set(dropped.map(({ jobId }) => jobId))) {
    await closeTurns(tx, { kind: UNCLAIMED_TURN, subject: { kind: 'task_job', id } });
  }
}
