import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Web } from '../../../platform/web/web.ts';
import { cutJob } from './commands/cutting.ts';
import { answeringRoutes } from './routes/answering.tsx';
import { askingRoutes } from './routes/asking.tsx';
import { countsRoutes } from './routes/counts.tsx';
import { havingRoutes } from './routes/having.tsx';
import { jobRoutes } from './routes/jobs.tsx';
import { listRoutes } from './routes/list.tsx';
import { roundRoutes } from './routes/rounds.tsx';
import { piecesFrom } from './rules/lines.ts';
import { jobTitles, taskWords } from './store/words.ts';
import { turnsOfTasks } from './turns.ts';

export { dropTasksOf } from './commands/calling-off.ts';
export { moveTasksOf } from './commands/moving.ts';
export { tasksFigures } from './figures.ts';
export { tasksHoldings } from './holdings.ts';
export { tasksJobs } from './jobs.ts';
export { tasksJournal } from './journal.ts';
export { tasksBesideEvent, tasksBesideInitiative } from './routes/beside.tsx';
export { JOBS as TASKS_JOBS } from './rules/jobs.ts';
export { minutesAndWords } from './rules/lines.ts';
export { tasksPlace } from './urls.ts';

/** What the smallest tasks can want of a person, with what they and their jobs are called. */
export const tasksTurns = turnsOfTasks(jobTitles, taskWords);

/**
 * Lays the small tasks of something that is begun: one job with them all. What takes more than an hour becomes several tasks.
 * Without tasks there is no job, and null is answered.
 */
export async function layTasks(
  tx: TenantDb,
  job: { readonly initiativeId: Id<'initiative'>; readonly title: string; readonly dueOn: Day | null },
  tasks: readonly { readonly says: string; readonly minutes: number }[],
): Promise<Id<'task_job'> | null> {
  const pieces = tasks
    .flatMap(({ says, minutes }) => piecesFrom(says, minutes))
    .map((one) => ({ ...one, dueOn: job.dueOn }));
  if (pieces.length === 0) return null;
  return cutJob(tx, { ...job, eventId: null, template: '' }, pieces);
}

/** The smallest tasks: cut, asked for, taken, done and thanked for. */
export function tasksRoutes(web: Web): void {
  listRoutes(web);
  countsRoutes(web);
  roundRoutes(web);
  jobRoutes(web);
  havingRoutes(web);
  askingRoutes(web);
  answeringRoutes(web);
}
