import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { newTypedCode } from '../../../../platform/secret/code.ts';
import { closeTurns, notify, openTurn, type Saying } from '../../../turns/public.ts';
import type { Event } from '../rules/event.ts';
import type { NoticeKind } from '../rules/notices.ts';
import { guestsOf, type SignUp } from '../rules/signing-up.ts';
import { insertNotice, saveTold } from '../store/notices.ts';
import { insertKey, signUpsOf } from '../store/sign-ups.ts';
import { minePlace } from '../urls.ts';

/** Twelve letters and figures that nobody mistakes for each other: 59 bits. */
export const CODE_LENGTH = 12;

/** What is said to somebody, given the way to their own sign-up. */
export type SayTo = (language: Language, path: ReturnType<typeof minePlace>) => Saying;

/** Another code for the same sign-up: nobody can read the ones before. */
export async function newKey(tx: TenantDb, id: Id<'event_sign_up'>): Promise<string> {
  const code = newTypedCode(CODE_LENGTH);
  await insertKey(tx, id, code);
  return code;
}

/** Sends it by the way that the person is reached by. Did it leave? */
export async function send(tx: TenantDb, one: SignUp, say: SayTo): Promise<boolean> {
  const { id, personId, email, phone, name, language } = one;
  if (!personId && !email && !phone) return false;
  const code = await newKey(tx, id);
  const fate = await notify(tx, {
    to: personId ? { personId } : { visitor: { email, phone, name, language } },
    topic: 'answer',
    say: (read) => say(read, minePlace({ code })),
  });
  return fate === 'waiting';
}

/**
 * Tells everybody, each by their own way. Whom no message reaches stands on a list that the organisers bring around, until
 * they say that it is done.
 */
export async function tellAll(
  tx: TenantDb,
  event: Event,
  people: readonly SignUp[],
  kind: NoticeKind,
  say: SayTo,
): Promise<{ readonly sent: number; readonly byHand: number }> {
  let sent = 0;
  for (const one of people) {
    const left = await send(tx, one, say);
    if (left) sent += 1;
    if (left || kind !== 'reminder') {
      await insertNotice(tx, { eventId: event.id, signUpId: one.id, kind, way: left ? 'sent' : 'paper' });
    }
  }
  const byHand = people.length - sent;
  if (byHand > 0 && kind !== 'reminder') await waitsForOrganisers(tx, event, 'event.tell');
  return { sent, byHand };
}

/**
 * Says something, when it is over, to those who had signed up and can be reached by a message: nothing waits for anybody to
 * bring. `words` is asked for each of them, with the person where we know who it is. How many households were reached?
 */
export async function tellGuests(
  tx: TenantDb,
  eventId: Id<'event'>,
  words: (personId: Id<'person'> | null) => Promise<(language: Language) => Saying>,
): Promise<number> {
  let reached = 0;
  for (const { personId, email, phone, name, language } of guestsOf(await signUpsOf(tx, eventId))) {
    const to = personId ? { personId } : { visitor: { email, phone, name, language } };
    if ((await notify(tx, { to, topic: 'answer', say: await words(personId) })) === 'waiting') reached += 1;
  }
  return reached;
}

/** The organisers say whom they have told; when nobody is left, nothing waits. */
export async function haveTold(
  tx: TenantDb,
  event: Event,
  ids: readonly string[],
  by: Id<'person'> | null,
): Promise<void> {
  if ((await saveTold(tx, event.id, ids, by)) > 0) return;
  await closeTurns(tx, { kind: 'event.tell', subject: { kind: 'event', id: event.id } });
}

/** For each who arranges it; where nobody does any more, the consultant. */
export async function waitsForOrganisers(
  tx: TenantDb,
  event: Pick<Event, 'id' | 'initiativeId' | 'organisers' | 'departmentIds'>,
  kind: 'event.tell' | 'event.count',
): Promise<void> {
  const turn = { kind, subject: { kind: 'event', id: event.id }, thread: event.initiativeId };
  for (const personId of event.organisers) await openTurn(tx, { ...turn, assignee: { personId } });
  if (event.organisers.length > 0) return;
  const [departmentId = null] = event.departmentIds;
  await openTurn(tx, { ...turn, assignee: { role: 'consultant', departmentId } });
}
