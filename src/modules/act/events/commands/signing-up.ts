import { createHash } from 'node:crypto';
import { type Channel, personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { newTypedCode } from '../../../../platform/secret/code.ts';
import { received, seatFree } from '../letters/messages.ts';
import { canSignUp, type Event, isAhead, type WayHere } from '../rules/event.ts';
import { goOn, hasRoom, movingUp, type Party, peopleIn, type SignUp } from '../rules/signing-up.ts';
import { lockEvent } from '../store/events.ts';
import { dropNotices } from '../store/notices.ts';
import {
  insertKey,
  insertSignUp,
  placeAll,
  saveCameBy,
  saveLeft,
  saveParty,
  seatsOf,
  signUpByCode,
  signUpById,
  waitingFor,
} from '../store/sign-ups.ts';
import { CODE_LENGTH, send, tellAll } from './telling.ts';
import { told } from './told.ts';

/** What the form asks for. */
export interface Wanted extends Party {
  readonly name: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** Where to bring a note to somebody without mail and telephone; '' for nowhere. */
  readonly home: string;
  readonly cameBy: WayHere | null;
  readonly language: Language;
  /** Written in by somebody else, from paper or telephone; null when the person stands at the screen. */
  readonly onBehalf: Channel | null;
  /** What the form carried, so that it counts once, however often it is sent; '' for a form without. */
  readonly once: string;
}

export interface SignedUp {
  readonly id: Id<'event_sign_up'>;
  /** Opens the person's own page; only its hash is kept. */
  readonly code: string;
  /** False: on the waiting list. */
  readonly placed: boolean;
}

/** `too_many`: more than there can ever be room for. */
export type SignUpRefusal = 'closed' | 'too_many';

/** Signs a household up: seats where there are some and nobody waits, else the waiting list. */
export async function signUp(
  tx: TenantDb,
  eventId: Id<'event'>,
  { onBehalf, once, ...wanted }: Wanted,
): Promise<Outcome<SignedUp, SignUpRefusal>> {
  const event = await lockEvent(tx, eventId);
  const open = event && (onBehalf ? isAhead(event, tx.today) : canSignUp(event, tx.today));
  if (!event || !open) return refused('closed');
  if (event.capacity !== null && peopleIn(wanted) > event.capacity) return refused('too_many');
  const code = codeFrom(once, eventId, wanted);
  const before = await signUpByCode(tx, code);
  if (before) return ok({ id: before.id, code, placed: before.placed });
  const me = personIdOf(tx.actor);
  const { taken, waiting } = await seatsOf(tx, eventId);
  const placed = hasRoom(event.capacity, taken, waiting, wanted);
  const id = await insertSignUp(tx, {
    ...wanted,
    eventId,
    personId: onBehalf ? null : me,
    channel: onBehalf ?? tx.channel,
    registeredBy: onBehalf ? me : null,
    placed,
    goesOn: goOn(event.until),
  });
  await insertKey(tx, id, code);
  told(tx, 'signed_up', event, { people: peopleIn(wanted), waits: !placed, channel: onBehalf });
  const one = await signUpById(tx, id);
  if (one) await send(tx, one, received(event, one));
  return ok({ id, code, placed });
}

/** The same words from the same form have the same code, so that "back" and "send" again is not a second one. */
function codeFrom(
  once: string,
  eventId: string,
  { name, email, phone, home }: Omit<Wanted, 'onBehalf' | 'once'>,
): string {
  if (!once) return newTypedCode(CODE_LENGTH);
  const bytes = createHash('sha256')
    .update(JSON.stringify([once, eventId, name, email, phone, home]))
    .digest();
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');
}
/** As `newTypedCode` has them. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** More or fewer of the household come. Who has seats gets further ones only when there are some and nobody waits. */
export async function changeParty(
  tx: TenantDb,
  one: SignUp,
  party: Party & { readonly cameBy: WayHere | null },
): Promise<Outcome<null, 'closed' | 'no_room'>> {
  const event = await lockEvent(tx, one.eventId);
  if (!event || !isAhead(event, tx.today) || one.left) return refused('closed');
  const more = peopleIn(party) - peopleIn(one);
  if (event.capacity !== null && peopleIn(party) > event.capacity) return refused('no_room');
  if (one.placed && more > 0) {
    const { taken, waiting } = await seatsOf(tx, one.eventId);
    if (!hasRoom(event.capacity, taken, waiting, { adults: more, children: 0 })) return refused('no_room');
  }
  await saveParty(tx, one.id, party);
  told(tx, 'sign_up_changed', event);
  await moveUp(tx, event);
  return ok(null);
}

/** They do not come after all: their seats go to those who wait. */
export async function leave(tx: TenantDb, one: SignUp): Promise<Outcome<null, 'closed'>> {
  const event = await lockEvent(tx, one.eventId);
  if (!event || event.count || one.left) return refused('closed');
  await saveLeft(tx, one.id);
  await dropNotices(tx, one.id);
  told(tx, 'left', event);
  await moveUp(tx, event);
  return ok(null);
}

/** "Hvordan kom du hertil?", answered by whoever is asked. */
export async function sayCameBy(tx: TenantDb, one: SignUp, cameBy: WayHere): Promise<void> {
  await saveCameBy(tx, one.id, cameBy);
}

/** Seats that are free go to those who wait, and they are told. The event is locked. */
export async function moveUp(tx: TenantDb, event: Event): Promise<void> {
  if (!isAhead(event, tx.today)) return;
  const line = await waitingFor(tx, event.id);
  if (line.length === 0) return;
  const { taken } = await seatsOf(tx, event.id);
  const moving = movingUp(event.capacity, taken, line);
  if (moving.length === 0) return;
  await placeAll(
    tx,
    moving.map(({ id }) => id),
  );
  told(tx, 'moved_up', event, { parties: moving.length });
  await tellAll(tx, event, moving, 'seat', seatFree(event));
}
