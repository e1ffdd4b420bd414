import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { answerAsk, askNeighbour } from './commands/asking.ts';
import { cutJob } from './commands/cutting.ts';
import { finishTask, letTaskGo, takeMyself, taskMissed, thank } from './commands/having.ts';
import { piecesOffered } from './commands/offering.ts';
import { countRound, planRound } from './commands/rounds.ts';
import { optIn } from './commands/willing.ts';
import { piecesFrom, readLine } from './rules/lines.ts';
import type { Job, Task } from './rules/task.ts';
import type { Template } from './rules/templates.ts';
import { jobById, tasksOf } from './store/tasks.ts';

/** What stories that are told elsewhere name. */
export type { Job, Task };

/** A job of an initiative, by a template or by lines ("20 Hent stole"), with its tasks. */
export async function aJob(
  tx: TenantDb,
  wanted: {
    readonly initiativeId: Id<'initiative'>;
    readonly title?: string;
    readonly template?: Template;
    readonly lines?: readonly string[];
    readonly dueOn?: Day | null;
  },
): Promise<{ readonly job: Job; readonly tasks: readonly Task[] }> {
  const { initiativeId, template = null, lines = template ? [] : ['20 Hent stole'], title = 'Sommerfest' } = wanted;
  const dueOn = wanted.dueOn === undefined ? addDays(tx.today, 10) : wanted.dueOn;
  const own = lines.flatMap((line) => {
    const read = readLine(line);
    return read ? piecesFrom(read.says, read.minutes).map((one) => ({ ...one, dueOn })) : [];
  });
  const offered = await piecesOffered(tx, template ?? '', dueOn);
  const id = await cutJob(tx, { initiativeId, eventId: null, title, template: template ?? '', dueOn }, [
    ...offered,
    ...own,
  ]);
  const job = (await jobById(tx, id)) as Job;
  return { job, tasks: await tasksOf(tx, [id]) };
}

/** The verbs, for stories that are told elsewhere. */
export const verbs = {
  answerAsk,
  askNeighbour,
  cutJob,
  countRound,
  finishTask,
  letTaskGo,
  optIn,
  planRound,
  takeMyself,
  tasksOf,
  taskMissed,
  thank,
};
