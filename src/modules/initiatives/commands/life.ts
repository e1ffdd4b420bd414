import { personIdOf } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { closeTurns, openTurn } from '../../turns/public.ts';
import { driversOn, type EndResult, type Initiative, openSteps, restingNow } from '../rules.ts';
import { insertEnd, insertParking, insertStepEnd, insertWaking } from '../store/changes.ts';
import { endedPeriods, parkingsToAskAbout } from '../store/mornings.ts';
import { locked, write } from './changing.ts';
import { findDriver } from './company.ts';
import { waitForStep } from './steps.ts';

export type LifeRefusal = 'ended' | 'rests_already' | 'does_not_rest';

/** Lets it rest, with a reason and perhaps a day to ask again. What waits for its people stops waiting. */
export async function park(
  tx: TenantDb,
  id: Id<'initiative'>,
  parking: { readonly reason: string; readonly askAgainOn: Day | null },
): Promise<Outcome<null, LifeRefusal>> {
  const initiative = await locked(tx, id);
  if (initiative.end) return refused('ended');
  if (restingNow(initiative, tx.today)) return refused('rests_already');
  const parkingId = await insertParking(tx, id, { ...parking, by: personIdOf(tx.actor) });
  write(tx, id, 'parked', { parking: parkingId, until: parking.askAgainOn });
  await closeItsTurns(tx, initiative);
  return ok(null);
}

/** It rests no longer. Steps that were open wait for their people again. */
export async function wake(tx: TenantDb, id: Id<'initiative'>, words: string): Promise<Outcome<null, LifeRefusal>> {
  const initiative = await locked(tx, id);
  if (initiative.end) return refused('ended');
  const parking = restingNow(initiative, tx.today);
  if (!parking) return refused('does_not_rest');
  await insertWaking(tx, parking.id, words, personIdOf(tx.actor));
  write(tx, id, 'woken', { parking: parking.id });
  await closeTurns(tx, { kind: 'initiative.ask_again', subject: { kind: 'initiative', id } });
  for (const step of openSteps(initiative)) await waitForStep(tx, id, step);
  const letGo = initiative.drivers.length > 0 && driversOn(initiative, tx.today).length === 0;
  if (letGo) await findDriver(tx, { ...initiative, parkings: [] });
  return ok(null);
}

/** The end, with its result: it was held, or it stopped. Steps that were still open fall away. */
export async function endInitiative(
  tx: TenantDb,
  id: Id<'initiative'>,
  end: { readonly result: EndResult; readonly words: string },
): Promise<Outcome<null, 'ended'>> {
  const initiative = await locked(tx, id);
  if (initiative.end) return refused('ended');
  const by = personIdOf(tx.actor);
  await insertEnd(tx, id, { ...end, by });
  for (const step of openSteps(initiative)) await insertStepEnd(tx, step.id, { outcome: 'dropped', words: '', by });
  write(tx, id, `ended_${end.result}`, {});
  await closeItsTurns(tx, initiative);
  return ok(null);
}

/** Every morning: parkings whose day has come ask the consultants again, and what is over asks its people how it went. */
export async function askWhatTheDayBrings(tx: TenantDb): Promise<void> {
  for (const { initiativeId, askAgainOn } of await parkingsToAskAbout(tx)) {
    await openTurn(tx, {
      kind: 'initiative.ask_again',
      subject: { kind: 'initiative', id: initiativeId },
      thread: initiativeId,
      assignee: { role: 'consultant', departmentId: null },
      due: askAgainOn,
      facts: { initiative: initiativeId },
    });
  }
  for (const { initiativeId, personId } of await endedPeriods(tx)) {
    await openTurn(tx, {
      kind: 'initiative.tell',
      subject: { kind: 'initiative', id: initiativeId },
      thread: initiativeId,
      assignee: { personId },
      facts: { initiative: initiativeId },
    });
  }
}

async function closeItsTurns(tx: TenantDb, initiative: Initiative): Promise<void> {
  await closeTurns(tx, { subject: { kind: 'initiative', id: initiative.id } });
  for (const step of openSteps(initiative)) await closeTurns(tx, { subject: { kind: 'step', id: step.id } });
  for (const ask of initiative.asks) {
    if (ask.answer === null) await closeTurns(tx, { subject: { kind: 'ask', id: ask.id } });
  }
}
