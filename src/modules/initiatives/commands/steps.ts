import { personIdOf } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { closeTurns, openTurn } from '../../turns/public.ts';
import type { Step } from '../rules.ts';
import { insertStep, insertStepEnd } from '../store/changes.ts';
import { locked, write } from './changing.ts';

export interface NewStep {
  readonly says: string;
  readonly personId: Id<'person'> | null;
  readonly dueOn: Day | null;
}

/** What comes next. With a name on it, it waits for that person. */
export async function addStep(tx: TenantDb, id: Id<'initiative'>, step: NewStep): Promise<Outcome<string, 'ended'>> {
  const initiative = await locked(tx, id);
  if (initiative.end) return refused('ended');
  const stepId = await insertStep(tx, id, { ...step, by: personIdOf(tx.actor) });
  write(tx, id, 'step_added', { step: stepId, person: step.personId, due: step.dueOn });
  await waitForStep(tx, id, { id: stepId, personId: step.personId, dueOn: step.dueOn });
  return ok(stepId);
}

/** An open step with a name on it is that person's turn. */
export async function waitForStep(
  tx: TenantDb,
  id: Id<'initiative'>,
  step: Pick<Step, 'id' | 'personId' | 'dueOn'>,
): Promise<void> {
  if (!step.personId) return;
  await openTurn(tx, {
    kind: 'initiative.step',
    subject: { kind: 'step', id: step.id },
    thread: id,
    assignee: { personId: step.personId },
    due: step.dueOn,
    facts: { initiative: id },
  });
}

/** It is done, with an answer or a word if there is one; or it fell away. Refused when it was finished before. */
export async function finishStep(
  tx: TenantDb,
  id: Id<'initiative'>,
  stepId: string,
  end: { readonly outcome: 'done' | 'dropped'; readonly words: string },
): Promise<Outcome<null, 'unknown' | 'finished'>> {
  const initiative = await locked(tx, id);
  const step = initiative.steps.find((one) => one.id === stepId);
  if (!step) return refused('unknown');
  if (step.outcome) return refused('finished');
  await insertStepEnd(tx, stepId, { ...end, by: personIdOf(tx.actor) });
  write(tx, id, `step_${end.outcome}`, { step: stepId });
  await closeTurns(tx, { subject: { kind: 'step', id: stepId } });
  return ok(null);
}
