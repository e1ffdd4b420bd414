import type { Channel } from '../../../../kernel/actor.ts';
import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { WayHere } from './event.ts';

/** Sign-ups go so many days after the last day of the event; the counts stay. */
export const KEPT_DAYS = 30;
export const MOST_IN_ONE = 50;

export interface Party {
  readonly adults: number;
  readonly children: number;
}

export function peopleIn({ adults, children }: Party): number {
  return adults + children;
}

export interface SignUp extends Party {
  readonly id: Id<'event_sign_up'>;
  readonly eventId: Id<'event'>;
  /** Its place among the sign-ups to this event, from 1: stands on the paper list. */
  readonly number: number;
  readonly name: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly home: string;
  readonly cameBy: WayHere | null;
  readonly language: Language;
  readonly personId: Id<'person'> | null;
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
  readonly placed: boolean;
  readonly left: boolean;
  /** Who of them were there; null: not noted. */
  readonly came: Party | null;
}

type SignUpState = 'coming' | 'waiting' | 'left' | 'came';

export function stateOf({ placed, left, came }: Pick<SignUp, 'placed' | 'left' | 'came'>): SignUpState {
  if (came) return 'came';
  if (left) return 'left';
  return placed ? 'coming' : 'waiting';
}

/** Is there room for a party when so many seats are taken? Whoever waits already goes before. */
export function hasRoom(capacity: number | null, taken: number, waiting: number, party: Party): boolean {
  if (capacity === null) return true;
  return waiting === 0 && taken + peopleIn(party) <= capacity;
}

/**
 * Who moves up, when so many seats are taken: those who have waited longest first. A party that is too large for the seats
 * there are keeps its place in the line, and a smaller one behind it may take them: an empty chair helps nobody.
 */
export function movingUp<T extends Party>(capacity: number | null, taken: number, line: readonly T[]): readonly T[] {
  if (capacity === null) return line;
  const moved: T[] = [];
  let seats = capacity - taken;
  for (const party of line) {
    if (peopleIn(party) > seats) continue;
    moved.push(party);
    seats -= peopleIn(party);
  }
  return moved;
}

/** The day on which the sign-ups to an event go. */
export function goOn(lastDay: Day): Day {
  return addDays(lastDay, KEPT_DAYS);
}

/** "Mette Lauridsen" → "Mette": what an organiser who is no staff reads. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}

/** How full an event is. */
export interface Seats {
  /** People with seats; people who wait; households in each. */
  readonly taken: number;
  readonly waiting: number;
  readonly parties: number;
  readonly waitingParties: number;
  /** People who are there, of those who signed up. */
  readonly there: number;
}

/**
 * Who is asked afterwards how it was: those who were there, where anybody was noted; else all who had seats. Of two with one
 * address the first.
 */
export function guestsOf(signUps: readonly SignUp[]): readonly SignUp[] {
  const placed = signUps.filter((one) => one.placed && !one.left);
  const noted = placed.some(({ came }) => came !== null);
  const met = new Set<string>();
  return placed.filter(({ came, personId, email, phone }) => {
    const way = personId ?? email ?? phone;
    if (!way || met.has(way) || (noted && came === null)) return false;
    met.add(way);
    return true;
  });
}
