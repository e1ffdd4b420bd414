import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { canHalve, halvesOf, type Job, type Piece, stateOf, type Task } from '../rules/task.ts';
import { insertAway, insertJob, insertTasks, lockTask } from '../store/tasks.ts';
import { told } from './telling.ts';

/** A job and the tasks that it is cut into. Nobody has any of them yet. */
export async function cutJob(tx: TenantDb, job: Omit<Job, 'id'>, pieces: readonly Piece[]): Promise<Id<'task_job'>> {
  const by = personIdOf(tx.actor);
  const id = await insertJob(tx, job, by);
  await insertTasks(tx, id, pieces, by);
  told(tx, 'task.cut', { id, initiativeId: job.initiativeId }, { job: id, tasks: pieces.length });
  return id;
}

/** One more task of a job. */
export async function addTask(tx: TenantDb, job: Job, piece: Piece): Promise<Id<'task'>> {
  const [id] = await insertTasks(tx, job.id, [piece], personIdOf(tx.actor));
  if (!id) throw new Error('Cannot add a task: none was written');
  told(tx, 'task.added', job, { task: id, minutes: piece.minutes });
  return id;
}

export type CutRefusal = 'unknown' | 'taken' | 'too_small';

/** Cuts an open task in two, each about half as long. Answers the two. */
export async function halveTask(
  tx: TenantDb,
  job: Job,
  id: Id<'task'>,
): Promise<Outcome<readonly Id<'task'>[], CutRefusal>> {
  const task = await openTask(tx, job, id);
  if (!task.ok) return task;
  if (!canHalve(task.value)) return refused('too_small');
  return ok(await halved(tx, job, task.value));
}

/** The caller holds the task, and it is open and large enough. */
export async function halved(tx: TenantDb, job: Job, task: Task): Promise<readonly Id<'task'>[]> {
  const by = personIdOf(tx.actor);
  await insertAway(tx, task.id, 'halved', by);
  const halves = halvesOf(task.minutes).map((minutes) => ({ ...task, minutes, halfOf: task.id }));
  const ids = await insertTasks(tx, job.id, halves, by);
  told(tx, 'task.halved', job, { task: task.id });
  return ids;
}

/** It is not needed after all. */
export async function putAway(tx: TenantDb, job: Job, id: Id<'task'>): Promise<Outcome<null, CutRefusal>> {
  const task = await openTask(tx, job, id);
  if (!task.ok) return task;
  await insertAway(tx, id, 'not_needed', personIdOf(tx.actor));
  told(tx, 'task.put_away', job, { task: id });
  return ok(null);
}

async function openTask(tx: TenantDb, job: Job, id: Id<'task'>): Promise<Outcome<Task, 'unknown' | 'taken'>> {
  const task = await lockTask(tx, id);
  if (!task || task.jobId !== job.id) return refused('unknown');
  return stateOf(task) === 'open' ? ok(task) : refused('taken');
}
