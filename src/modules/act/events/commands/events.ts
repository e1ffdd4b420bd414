import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns } from '../../../turns/public.ts';
import { calledOff, moved } from '../letters/messages.ts';
import { type Event, type EventText, type EventWords, isAhead, movedBetween, type Reason } from '../rules/event.ts';
import { goOn } from '../rules/signing-up.ts';
import { dutiesOfEvent } from '../store/duties.ts';
import {
  deleteOrganiser,
  eventById,
  insertCancellation,
  insertEvent,
  insertMove,
  insertOrganiser,
  lockEvent,
  saveEvent,
  saveText,
} from '../store/events.ts';
import { saveGoesOn, signUpsOf } from '../store/sign-ups.ts';
import { prepare } from './duties.ts';
import { moveUp } from './signing-up.ts';
import { tellAll } from './telling.ts';
import { told } from './told.ts';

/** An event on the calendar, of an initiative or alone. Whoever makes it arranges it. */
export async function makeEvent(
  tx: TenantDb,
  words: EventWords,
  initiativeId: Id<'initiative'> | null,
): Promise<Id<'event'>> {
  const me = personIdOf(tx.actor);
  const id = await insertEvent(tx, words, { initiativeId, by: me });
  if (me) await insertOrganiser(tx, id, me);
  const event = await eventById(tx, id);
  if (event) await prepare(tx, event);
  told(tx, 'planned', { id, initiativeId });
  return id;
}

/** What a change came to: who was told of another time or place, and how. */
export interface Changed {
  readonly moved: boolean;
  readonly sent: number;
  readonly byHand: number;
}

/** Changes the words. Another time or place reaches everybody who signed up; further seats go to those who wait. */
export async function changeEvent(
  tx: TenantDb,
  id: Id<'event'>,
  words: EventWords,
  version: number,
): Promise<Outcome<Changed, 'changed' | 'over'>> {
  const before = await lockEvent(tx, id);
  if (!before || before.version !== version) return refused('changed');
  if (!isAhead(before, tx.today)) return refused('over');
  const moves = movedBetween(before, words);
  if (moves) await insertMove(tx, id, before, personIdOf(tx.actor));
  await saveEvent(tx, id, words);
  await saveGoesOn(tx, id, goOn(words.until));
  const now = (await eventById(tx, id)) ?? before;
  await prepare(tx, now);
  told(tx, moves ? 'moved' : 'changed', now);
  await moveUp(tx, now);
  if (!moves) return ok({ moved: false, sent: 0, byHand: 0 });
  const people = (await signUpsOf(tx, id)).filter(({ left }) => !left);
  return ok({ moved: true, ...(await tellAll(tx, now, people, 'moved', moved(now))) });
}

/** Called off. Everybody who signed up is told, those on the waiting list too. */
export async function cancelEvent(
  tx: TenantDb,
  id: Id<'event'>,
  why: { readonly reason: Reason; readonly words: string },
): Promise<Outcome<{ readonly sent: number; readonly byHand: number }, 'over'>> {
  const event = await lockEvent(tx, id);
  if (!event || !isAhead(event, tx.today)) return refused('over');
  await insertCancellation(tx, id, { ...why, by: personIdOf(tx.actor) });
  for (const duty of await dutiesOfEvent(tx, id)) {
    await closeTurns(tx, { subject: { kind: 'event_duty', id: duty.id } });
  }
  await closeTurns(tx, { subject: { kind: 'event', id } });
  told(tx, 'cancelled', event);
  const people = (await signUpsOf(tx, id)).filter(({ left }) => !left);
  return ok(await tellAll(tx, event, people, 'cancelled', calledOff(event, why)));
}

/** The invitation in further languages. */
export async function saveTexts(tx: TenantDb, event: Event, texts: readonly EventText[]): Promise<void> {
  for (const text of texts) await saveText(tx, event.id, text);
  told(tx, 'translated', event);
}

/** Somebody arranges it too. */
export async function addOrganiser(tx: TenantDb, event: Event, personId: Id<'person'>): Promise<void> {
  if (event.organisers.includes(personId)) return;
  await insertOrganiser(tx, event.id, personId);
  const now = await eventById(tx, event.id);
  if (now) await prepare(tx, now);
  told(tx, 'organiser_added', event, { person: personId });
}

/** Somebody does not arrange it any more, and nothing waits for them. Whoever drives its initiative still does; one is always left. */
export async function removeOrganiser(
  tx: TenantDb,
  event: Pick<Event, 'id' | 'initiativeId'>,
  personId: Id<'person'>,
): Promise<Outcome<null, 'last'>> {
  const before = await lockEvent(tx, event.id);
  if (!before || before.organisers.every((one) => one === personId)) return refused('last');
  await deleteOrganiser(tx, event.id, personId);
  const now = await eventById(tx, event.id);
  if (!now?.organisers.includes(personId)) await nothingWaitsFor(tx, event.id, personId);
  told(tx, 'organiser_left', event, { person: personId });
  return ok(null);
}

async function nothingWaitsFor(tx: TenantDb, id: Id<'event'>, personId: Id<'person'>): Promise<void> {
  await closeTurns(tx, { subject: { kind: 'event', id }, personId });
  for (const duty of await dutiesOfEvent(tx, id)) {
    await closeTurns(tx, { subject: { kind: 'event_duty', id: duty.id }, personId });
  }
}
