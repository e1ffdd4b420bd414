import { addDays } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { verbs } from '../modules/initiatives/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import type { DemoEvent, DemoInitiative } from './initiatives.ts';
import { must, type Scene, type Stage } from './tell.ts';

/** One event in an initiative's life, as a scene. */
export function tellEvent(initiative: DemoInitiative, event: DemoEvent): Scene {
  return {
    ago: event.ago,
    by: actorOf(event),
    async play(tx, stage) {
      const id = stage.initiatives.get(initiative.key);
      if (!id) throw new Error(`Cannot tell "${initiative.key}": it has not begun ${event.ago} days ago`);
      await play(tx, stage, initiative.key, id, event);
    },
  };
}

function actorOf(event: DemoEvent): string {
  if ('takeOver' in event) return event.takeOver;
  return 'stepDown' in event ? event.stepDown : event.by;
}

async function play(tx: TenantDb, stage: Stage, key: string, id: Id<'initiative'>, event: DemoEvent): Promise<void> {
  if ('ask' in event) {
    const asked = { personId: stage.person(event.ask), words: event.words, inMyPlace: false };
    stage.asks.set(`${key} ${event.ask}`, must(await verbs.askDriver(tx, id, asked), key));
  } else if ('answer' in event) {
    const ask = stage.asks.get(`${key} ${event.by}`) ?? '';
    const given = { answer: event.answer, words: event.words ?? '', namePublic: true, onBehalf: null };
    must(await verbs.answerAsk(tx, ask, given), key);
  } else if ('takeOver' in event) must(await verbs.takeOver(tx, id, true), key);
  else if ('stepDown' in event) await verbs.stepDown(tx, id, event.words);
  else if ('step' in event) {
    const dueOn = event.dueIn === undefined ? null : addDays(tx.today, event.dueIn);
    const step = { says: event.step, personId: event.who ? stage.person(event.who) : null, dueOn };
    stage.steps.set(`${key} ${event.step}`, must(await verbs.addStep(tx, id, step), key));
  } else if ('finish' in event) {
    const step = stage.steps.get(`${key} ${event.finish}`) ?? '';
    must(await verbs.finishStep(tx, id, step, { outcome: 'done', words: event.words ?? '' }), key);
  } else if ('park' in event) {
    const askAgainOn = event.askAgainIn === undefined ? null : addDays(tx.today, event.askAgainIn + event.ago);
    must(await verbs.park(tx, id, { reason: event.park, askAgainOn }), key);
  } else if ('wake' in event) must(await verbs.wake(tx, id, event.wake), key);
  else must(await verbs.endInitiative(tx, id, { result: event.end, words: event.words }), key);
}
