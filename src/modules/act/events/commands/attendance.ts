import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { sawPeople } from '../../../../platform/privacy/looks.ts';
import { closeTurns } from '../../../turns/public.ts';
import { countOf, type WalkIn, waysOf } from '../rules/counting.ts';
import { canCheckIn, type Event } from '../rules/event.ts';
import { type Party, peopleIn, type SignUp } from '../rules/signing-up.ts';
import { deleteLastWalkIn, forgetAttendance, insertWalkIn, noteAttendance, walkInsOf } from '../store/attendance.ts';
import { knownMarks, markedOf, saveCount, saveVisits } from '../store/counts.ts';
import { lockEvent } from '../store/events.ts';
import { told } from './told.ts';

/** These came, and those did not: of a page of the list, or of one at the door. */
export async function checkIn(
  tx: TenantDb,
  eventId: Id<'event'>,
  seen: {
    readonly came: readonly ({ readonly id: Id<'event_sign_up'> } & Party)[];
    readonly not: readonly Id<'event_sign_up'>[];
  },
): Promise<Outcome<null, 'closed'>> {
  const event = await lockEvent(tx, eventId);
  if (!event || !canCheckIn(event, tx.today)) return refused('closed');
  await noteAttendance(tx, seen.came, personIdOf(tx.actor));
  await forgetAttendance(tx, seen.not);
  return ok(null);
}

/** Somebody came without having signed up. */
export async function countWalkIn(tx: TenantDb, eventId: Id<'event'>, one: WalkIn): Promise<Outcome<null, 'closed'>> {
  const event = await lockEvent(tx, eventId);
  if (!event || !canCheckIn(event, tx.today)) return refused('closed');
  await insertWalkIn(tx, eventId, one, personIdOf(tx.actor));
  return ok(null);
}

/** The last one who was counted so was none. Was there one? */
export async function undoWalkIn(tx: TenantDb, eventId: Id<'event'>): Promise<boolean> {
  const event = await lockEvent(tx, eventId);
  return event !== null && canCheckIn(event, tx.today) && (await deleteLastWalkIn(tx, eventId));
}

/** The event is over: what came of it is counted, and stays when those who signed up are gone. */
export async function countEvent(
  tx: TenantDb,
  eventId: Id<'event'>,
  { nobodyCame }: { readonly nobodyCame: boolean },
): Promise<Outcome<{ readonly people: number | null }, 'closed' | 'nothing_noted'>> {
  const event = await lockEvent(tx, eventId);
  if (!event || !canCheckIn(event, tx.today)) return refused('closed');
  const [signUps, walkIns] = await Promise.all([markedOf(tx, eventId), walkInsOf(tx, eventId)]);
  const there = signUps.filter(({ came }) => came !== null);
  const byPerson = tx.actor.kind === 'person';
  if (byPerson && !nobodyCame && there.length === 0 && walkIns.length === 0) return refused('nothing_noted');
  const known = await knownMarks(
    tx,
    there.flatMap(({ mark }) => mark ?? []),
  );
  const count = countOf(signUps, walkIns, known, nobodyCame);
  await saveCount(tx, eventId, count, waysOf(signUps, walkIns), personIdOf(tx.actor));
  const homes = new Map(there.flatMap((one) => (one.mark ? [[one.mark, one]] : [])));
  await saveVisits(
    tx,
    `${event.on.slice(0, 7)}-01` as Day,
    [...homes].map(([mark, { departmentId }]) => ({ mark, departmentId, first: !known.has(mark) })),
  );
  await closeTurns(tx, { kind: 'event.count', subject: { kind: 'event', id: eventId } });
  const people = count.adults === null ? null : peopleIn({ adults: count.adults, children: count.children ?? 0 });
  told(tx, people === null ? 'not_counted' : 'counted', event, { people });
  return ok({ people });
}

/** Somebody read the names of those who signed up: written down where they are known here, and in the journal. */
export async function sawSignUps(
  tx: TenantDb,
  event: Event,
  seen: readonly SignUp[],
  why: 'page' | 'list',
): Promise<void> {
  await sawPeople(
    tx,
    why,
    seen.flatMap(({ personId }) => personId ?? []),
  );
  if (why === 'list' && seen.length > 0) told(tx, 'list_printed', event, { parties: seen.length });
}
