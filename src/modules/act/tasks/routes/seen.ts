import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { missing, type Visit } from '../../../../platform/web/web.ts';
import { type Initiative, initiativeById, mayWith } from '../../../initiatives/public.ts';
import { type Event, eventById } from '../../events/public.ts';
import { type May, mayWithJob } from '../access.ts';
import type { Job, Task } from '../rules/task.ts';
import { jobById, taskById } from '../store/tasks.ts';

export interface SeenJob {
  readonly job: Job;
  readonly initiative: Initiative | null;
  readonly event: Event | null;
  readonly may: May;
}

/** Does the reader look after what the work is for: the initiative, or the event? */
export function drivesIt({ tx, actor }: Reader, initiative: Initiative | null, event: Event | null): boolean {
  const personId = personIdOf(actor);
  if (initiative !== null && mayWith(actor, initiative, tx.today).edit) return true;
  return event !== null && (isStaff(actor) || (personId !== null && event.organisers.includes(personId)));
}

type Reader = Pick<Visit, 'tx' | 'actor'>;

/** The job, for those who live or work here; missing to everybody else. */
export async function seenJob(visit: Reader & { readonly params: { readonly job: string } }): Promise<SeenJob> {
  const id = readId<'task_job'>(visit.params.job) ?? missing();
  return seenBy(visit, (await jobById(visit.tx, id)) ?? missing());
}

/** A task with its job; missing where it was cut in two or put away. */
export async function seenTask(
  visit: Reader & { readonly params: { readonly task: string } },
): Promise<SeenJob & { readonly task: Task }> {
  const id = readId<'task'>(visit.params.task) ?? missing();
  const task = (await taskById(visit.tx, id)) ?? missing();
  if (task.away) missing();
  const job = (await jobById(visit.tx, task.jobId)) ?? missing();
  return { ...(await seenBy(visit, job)), task };
}

async function seenBy({ tx, actor }: Reader, job: Job): Promise<SeenJob> {
  const initiative = job.initiativeId ? await initiativeById(tx, job.initiativeId) : null;
  const event = job.eventId ? await eventById(tx, job.eventId) : null;
  const may = mayWithJob(actor, drivesIt({ tx, actor }, initiative, event));
  return may.help ? { job, initiative, event, may } : missing();
}
