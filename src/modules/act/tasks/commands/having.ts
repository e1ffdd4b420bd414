import { actingPerson, type Channel, personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns, notify, openTurn } from '../../../turns/public.ts';
import { thanksNote } from '../letters/messages.ts';
import { AFTER_TURN, MINE_TURN, UNCLAIMED_TURN } from '../rules/jobs.ts';
import { canHalve, holderOf, isSoon, isTakeable, type Job, lastClaim, stateOf, type Task } from '../rules/task.ts';
import { isCalledOff } from '../store/called-off.ts';
import { ensureHelper, helperById } from '../store/helpers.ts';
import { insertClaim, insertClaimEnd, insertThanks, lockTask, taskById, tasksOf } from '../store/tasks.ts';
import { halved } from './cutting.ts';
import { told, wayTo } from './telling.ts';

export interface Taking {
  readonly helperId: Id<'task_helper'>;
  readonly askId: Id<'task_ask'> | null;
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
  /** Half of it is enough. */
  readonly half: boolean;
}

export type TakeRefusal = 'unknown' | 'taken';

/** Somebody takes a task that nobody has; of two at the same moment one does. Answers what they took. */
export async function takeTask(
  tx: TenantDb,
  job: Job,
  id: Id<'task'>,
  taking: Taking,
): Promise<Outcome<{ readonly task: Id<'task'>; readonly claim: Id<'task_claim'> }, TakeRefusal>> {
  const task = await lockTask(tx, id);
  if (!task || task.jobId !== job.id) return refused('unknown');
  if (!isTakeable(task, tx.today) || (await isCalledOff(tx, id))) return refused('taken');
  const [first] = taking.half && canHalve(task) ? await halved(tx, job, task) : [id];
  return ok(await give(tx, job, first ?? id, taking));
}

/** The actor takes a task. */
export async function takeMyself(tx: TenantDb, job: Job, id: Id<'task'>, half: boolean) {
  const helperId = await ensureHelper(tx, actingPerson(tx));
  return takeTask(tx, job, id, { helperId, askId: null, channel: tx.channel, registeredBy: null, half });
}

/** The one who has it passes it on to another, who has said yes. The caller has seen that it may be. */
export async function passOn(tx: TenantDb, job: Job, task: Task, taking: Taking): Promise<Id<'task_claim'>> {
  const holder = holderOf(task);
  if (holder) await endClaim(tx, task, holder.id, 'passed_on', null);
  const { claim } = await give(tx, job, task.id, taking);
  return claim;
}

async function give(tx: TenantDb, job: Job, taskId: Id<'task'>, taking: Taking) {
  const claim = await insertClaim(tx, { taskId, ...taking });
  told(tx, 'task.taken', job, { task: taskId, asked: taking.askId !== null, channel: taking.channel });
  const helper = await helperById(tx, taking.helperId);
  const task = await taskById(tx, taskId);
  if (helper?.personId) {
    await openTurn(tx, {
      kind: MINE_TURN,
      subject: { kind: 'task', id: taskId },
      thread: job.initiativeId,
      assignee: { personId: helper.personId },
      due: task?.dueOn ?? null,
      facts: { job: job.id },
    });
  }
  await nothingMissing(tx, job);
  return { task: taskId, claim };
}

/** When all that is near is taken, nobody is waited for. */
async function nothingMissing(tx: TenantDb, job: Job): Promise<void> {
  const tasks = await tasksOf(tx, [job.id]);
  if (tasks.some((task) => stateOf(task) === 'open' && isSoon(task, tx.today))) return;
  await closeTurns(tx, { kind: UNCLAIMED_TURN, subject: { kind: 'task_job', id: job.id } });
}

export type EndRefusal = 'unknown' | 'nobody_has_it';

/** Done: by the one who has it, or by those who drive it. `minutes`: how long it took, where somebody says. */
export async function finishTask(
  tx: TenantDb,
  job: Job,
  id: Id<'task'>,
  minutes: number | null,
): Promise<Outcome<null, EndRefusal>> {
  const ended = await end(tx, job, id, 'done', minutes);
  if (ended.ok) told(tx, 'task.done', job, { task: id, minutes });
  return ended;
}

/** It goes back, without a why; others can take it. */
export async function letTaskGo(tx: TenantDb, job: Job, id: Id<'task'>): Promise<Outcome<null, EndRefusal>> {
  const ended = await end(tx, job, id, 'let_go', null);
  if (ended.ok) told(tx, 'task.let_go', job, { task: id });
  return ended;
}

/** "Det blev ikke til noget": no name, no shame. While its day is not over, others can take it. */
export async function taskMissed(tx: TenantDb, job: Job, id: Id<'task'>): Promise<Outcome<null, EndRefusal>> {
  const ended = await end(tx, job, id, 'missed', null);
  if (ended.ok) told(tx, 'task.missed', job, { task: id });
  return ended;
}

async function end(
  tx: TenantDb,
  job: Job,
  id: Id<'task'>,
  outcome: 'done' | 'let_go' | 'missed',
  minutes: number | null,
): Promise<Outcome<null, EndRefusal>> {
  const task = await lockTask(tx, id);
  if (!task || task.jobId !== job.id) return refused('unknown');
  const holder = holderOf(task);
  if (!holder) return refused('nobody_has_it');
  await endClaim(tx, task, holder.id, outcome, minutes);
  const left = await tasksOf(tx, [job.id]);
  if (!left.some((one) => stateOf(one) === 'taken')) {
    await closeTurns(tx, { kind: AFTER_TURN, subject: { kind: 'task_job', id: job.id } });
  }
  return ok(null);
}

async function endClaim(
  tx: TenantDb,
  task: Task,
  claim: Id<'task_claim'>,
  outcome: 'done' | 'let_go' | 'missed' | 'passed_on',
  minutes: number | null,
): Promise<void> {
  await insertClaimEnd(tx, claim, { outcome, minutes, by: personIdOf(tx.actor) });
  await closeTurns(tx, { kind: MINE_TURN, subject: { kind: 'task', id: task.id } });
}

/** A word of thanks to whoever did it: it reaches them by their own way, where they have left one. */
export async function thank(
  tx: TenantDb,
  job: Job,
  id: Id<'task'>,
  words: string,
): Promise<Outcome<null, 'nobody_did_it'>> {
  const task = await lockTask(tx, id);
  const claim = task && stateOf(task) === 'done' ? lastClaim(task) : null;
  if (!task || task.jobId !== job.id || !claim) return refused('nobody_did_it');
  if (claim.thanked) return ok(null);
  await insertThanks(tx, claim.id, words, personIdOf(tx.actor));
  told(tx, 'task.thanked', job, { task: id });
  const helper = await helperById(tx, claim.helperId);
  const to = helper && helper.personId !== personIdOf(tx.actor) ? wayTo(tx, helper) : null;
  const say = (language: Language) => thanksNote({ says: task.says, job: job.title, words }, language);
  if (to) await notify(tx, { to, topic: 'answer', say });
  return ok(null);
}
