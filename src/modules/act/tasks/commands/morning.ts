import { addDays } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { driversOfAny } from '../../../initiatives/public.ts';
import { type Assignee, notify, openTurn } from '../../../turns/public.ts';
import { eventById } from '../../events/public.ts';
import { reminder } from '../letters/messages.ts';
import { AFTER_TURN, GUEST_DAYS, UNCLAIMED_TURN } from '../rules/jobs.ts';
import { forgetGuests } from '../store/helpers.ts';
import { jobsLackingHands, jobsToTick, lockTomorrow, setReminded, type Waiting } from '../store/mornings.ts';
import { wayTo } from './telling.ts';

/** Each morning, in the hours in which people may be written to. */
export async function morning(tx: TenantDb): Promise<void> {
  await remind(tx);
  for (const job of await jobsLackingHands(tx)) await reach(tx, job, UNCLAIMED_TURN);
  for (const job of await jobsToTick(tx)) await reach(tx, job, AFTER_TURN);
  await forgetGuests(tx, addDays(tx.today, -GUEST_DAYS));
}

const A_ROUND = 200;

/** The day before: everybody who has left a way to be reached. */
async function remind(tx: TenantDb): Promise<void> {
  for (let some = await lockTomorrow(tx, A_ROUND); some.length > 0; some = await lockTomorrow(tx, A_ROUND)) {
    await setReminded(
      tx,
      some.map(({ claimId }) => claimId),
    );
    for (const one of some) {
      const to = wayTo(tx, one);
      if (to) await notify(tx, { to, topic: 'answer', say: (language) => reminder(one, language) });
    }
  }
}

/** Those who drive it have it in Din tur; where nobody does, the consultants. */
async function reach(tx: TenantDb, job: Waiting, kind: string): Promise<void> {
  const turn = {
    kind,
    subject: { kind: 'task_job', id: job.id },
    thread: job.initiativeId,
    facts: { open: job.tasks },
  };
  for (const assignee of await whoLooksAfter(tx, job)) await openTurn(tx, { ...turn, assignee });
}

async function whoLooksAfter(tx: TenantDb, job: Waiting): Promise<readonly Assignee[]> {
  const driving = job.initiativeId ? await driversOfAny(tx, [job.initiativeId]) : [];
  const event = job.eventId ? await eventById(tx, job.eventId) : null;
  const people = new Set<Id<'person'>>([...driving, ...(event?.organisers ?? [])]);
  if (people.size > 0) return [...people].map((personId) => ({ personId }));
  return [{ role: 'consultant', departmentId: null }];
}
