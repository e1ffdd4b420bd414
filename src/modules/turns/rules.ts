import type { Role } from '../../kernel/actor.ts';
import { addDays, type Day, dayOf, utc } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Path } from '../../platform/web/path.ts';

/** Who it waits for: one person, or those who hold a role in a department (or, with null, anywhere). */
export type Assignee =
  | { readonly personId: Id<'person'> }
  | { readonly role: Role; readonly departmentId: Id<'department'> | null };

/**
 * Who looks after what waits for a role that nobody holds: the first in the row whom somebody is. So that nothing waits
 * unseen in a house without a consultant; a board's things are the organisation board's (almenboligloven § 34, stk. 5).
 */
const STAND_INS: Partial<Readonly<Record<Role, readonly Role[]>>> = {
  consultant: ['secretariat', 'organisation_board'],
  secretariat: ['organisation_board'],
  board_member: ['organisation_board'],
};

/** The role itself, and those who stand in for it, in their order. */
export function rowOf(role: Role): readonly Role[] {
  return [role, ...(STAND_INS[role] ?? [])];
}

/** What a holder of `role` may come to look after: each with the roles that all must be empty first. */
export function standsInFor(role: Role): readonly { readonly role: Role; readonly empty: readonly Role[] }[] {
  return (Object.keys(STAND_INS) as Role[]).flatMap((other) => {
    const row = rowOf(other);
    const at = row.indexOf(role);
    return at > 0 ? [{ role: other, empty: row.slice(0, at) }] : [];
  });
}

/** Of those who could look after it, the ones whose turn it is: the first role in the row that anybody has. */
export function whoseTurn<Holder extends { readonly role: Role }>(
  role: Role,
  holders: readonly Holder[],
): readonly Holder[] {
  const first = rowOf(role).find((one) => holders.some((holder) => holder.role === one));
  return holders.filter((holder) => holder.role === first);
}

/** The fact by which a role's turn does not wait for one of those who hold the role. */
export function notFor(personId: Id<'person'>): string {
  return `notFor:${personId}`;
}

/** One thing that waits. */
export interface Turn {
  readonly id: Id<'turn'>;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly thread: Id<'initiative'> | null;
  readonly due: Day | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly openedAt: Date;
  readonly openedBy: Id<'person'> | null;
  /** It waits for this very person, not for anybody with the role. */
  readonly personal: boolean;
}

/** A turn as it reads to one person. */
export interface ToldTurn {
  readonly id: Id<'turn'>;
  readonly sentence: string;
  /** What a mail about it is called, where the sentence alone would say too little. */
  readonly subject?: string | null;
  /** What the button says. */
  readonly action: string;
  /** The initiative it is about, unless the sentence names it. */
  readonly about: string | null;
  readonly path: Path;
  readonly due: Day | null;
  readonly since: Day;
  readonly personal: boolean;
  /** What somebody wrote to the one whose turn it is. */
  readonly words?: string | null;
  /** The day it was promised for has passed. */
  readonly late?: boolean;
  /** Something to be done, which cannot be answered with a no. */
  readonly errand?: boolean;
}

const EXCERPT_CHARACTERS = 80;

/** The first words, cut at a word: enough to tell one turn from another. */
export function firstWords(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  if (flat.length <= EXCERPT_CHARACTERS) return flat;
  return `${flat.slice(0, EXCERPT_CHARACTERS).replace(/\s+\S*$/, '')} …`;
}

/** As many as one has done before one turns the page. */
export const TURNS_A_PAGE = 25;
/** Whoever has hundreds waiting sees the pages nearby, and goes on from there. */
export const TURNS_COUNTED_AHEAD = 4 * TURNS_A_PAGE;

/** What a person can say no to. `sign-in` is the answer to their own wish, so it is not among them. */
export const TOPICS = ['turn', 'digest', 'answer', 'ask'] as const;
export type Topic = (typeof TOPICS)[number];

/** What stands in the weekly mail of those who have asked for it, and of nobody else. `nearby`: what another department has tried. */
export const WISHES = ['nearby'] as const;
export type Wish = (typeof WISHES)[number];

/** Once a month at most. */
const WISH_DAYS = 28;

/** Those who last read it on this day or before may read it again. */
export function wishDueSince(today: Day): Day {
  return addDays(today, -WISH_DAYS);
}

/** Somebody was asked at an address that another gave: when it has left, or cannot, nothing of it is kept. */
export function leavesNoTrace(message: { readonly personId: string | null; readonly topic: string }): boolean {
  return message.personId === null && message.topic === 'ask';
}

export function readTopic(text: string): Topic | null {
  return TOPICS.find((topic) => topic === text) ?? null;
}

/** Nobody is woken: from 20 until 08 in Denmark messages wait. */
const QUIET_FROM = 20;
const QUIET_UNTIL = 8;

/** When a message made at `instant` may leave: at once, or at 8 o'clock when the quiet hours are over. */
export function outOfQuietHours(instant: Date): Date {
  const hour = hourIn(instant);
  if (hour >= QUIET_UNTIL && hour < QUIET_FROM) return instant;
  const today = dayOf(instant);
  return clockTime(hour >= QUIET_FROM ? addDays(today, 1) : today, QUIET_UNTIL);
}

/** When the weekly digest is due in the week of `instant`. `weekday` 1 is Monday, 7 Sunday. */
export interface DigestTime {
  readonly weekday: number;
  readonly hour: number;
}
export const MONDAY_AT_8: DigestTime = { weekday: 1, hour: 8 };

/** A house that was down makes up for its digest on the two days after, until the evening of the second. */
const DIGEST_GRACE_DAYS = 2;

/**
 * The Monday of the week whose digest is due at `instant`, or null when it is not yet time, or too late for it to be of
 * use. Whether it has been made already is another question.
 */
export function digestWeek(instant: Date, time: DigestTime): Day | null {
  const today = dayOf(instant);
  const late = (weekdayNumber(today) - time.weekday + 7) % 7;
  if (late > DIGEST_GRACE_DAYS) return null;
  if (late === 0 && hourIn(instant) < time.hour) return null;
  if (late === DIGEST_GRACE_DAYS && hourIn(instant) >= QUIET_FROM) return null;
  return addDays(today, 1 - time.weekday - late);
}

/** Waits before the next try of a message that could not be delivered: 5 minutes, then longer; null when we give up. */
export function nextTry(tries: number, now: Date): Date | null {
  const minutes = RETRY_MINUTES[tries - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
const RETRY_MINUTES = [5, 20, 60, 240, 720, 1440];

/** How a person is reached. */
export type OutgoingChannel = 'mail' | 'sms' | 'print';

/** What is known about reaching somebody. */
export interface Reach {
  readonly channel: 'mail' | 'sms' | 'paper' | 'never';
  readonly email: string | null;
  readonly phone: string | null;
  readonly digitalExempt: boolean;
}

/**
 * The way a message takes. "Never" is never; whoever is exempt from digital post gets paper; what cannot be reached by
 * the chosen channel falls back to the next that works, and at last to a letter.
 */
export function channelFor(reach: Reach, sms: 'can send' | 'cannot send'): OutgoingChannel | null {
  if (reach.channel === 'never') return null;
  if (reach.digitalExempt || reach.channel === 'paper') return 'print';
  if (reach.channel === 'sms' && reach.phone && sms === 'can send') return 'sms';
  return reach.email ? 'mail' : 'print';
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', hourCycle: 'h23' });

function hourIn(instant: Date): number {
  return Number(clock.format(instant));
}

/** The instant at which clocks in Denmark show `hour` on a day, winter (UTC+1) or summer (UTC+2). */
function clockTime(day: Day, hour: number): Date {
  const winter = new Date(utc(day) + (hour - 1) * 3_600_000);
  return hourIn(winter) === hour ? winter : new Date(winter.getTime() - 3_600_000);
}

function weekdayNumber(day: Day): number {
  return new Date(utc(day)).getUTCDay() || 7;
}

/** A letter that waits to be printed, as far as the pile is concerned. */
interface Waiting {
  readonly personId: Id<'person'> | null;
  readonly language: string;
}

/** One envelope: all that waits for one person in one language, oldest first. */
export interface Envelope<Letter> {
  readonly personId: Id<'person'>;
  readonly letters: readonly [Letter, ...Letter[]];
  /** It goes to the same door as the envelope before it. Two people's letters never share an envelope. */
  readonly sameDoor: boolean;
}

/** The pile in the order in which it is carried out: by postcode and town, then street and number. */
export function envelopesOf<Letter extends Waiting>(
  letters: readonly Letter[],
  homes: ReadonlyMap<Id<'person'>, { readonly address: readonly string[] | null }>,
): Envelope<Letter>[] {
  const envelopes = new Map<string, { personId: Id<'person'>; walk: string; letters: [Letter, ...Letter[]] }>();
  for (const letter of letters) {
    const home = letter.personId && homes.get(letter.personId);
    if (!letter.personId || !home) continue;
    const known = envelopes.get(letter.personId + letter.language);
    // The ground floor comes before the first.
    const walk = (home.address?.toReversed().join(' ') ?? '').replace(/, st\b/, ', 0');
    if (known) known.letters.push(letter);
    else envelopes.set(letter.personId + letter.language, { personId: letter.personId, walk, letters: [letter] });
  }
  const walked = [...envelopes.values()].sort((one, other) => danish.compare(one.walk, other.walk));
  return walked.map(({ personId, walk, letters: inside }, at) => ({
    personId,
    letters: inside,
    sameDoor: walk !== '' && walk === walked[at - 1]?.walk,
  }));
}

const danish = new Intl.Collator('da', { numeric: true });

/** Names of the jobs, so that commands can ask for them and `jobs.ts` can do them. */
export const JOBS = {
  tell: { name: 'turns.tell' },
  send: { name: 'turns.send' },
  digests: { name: 'turns.digests' },
  digest: { name: 'turns.digest' },
  tidy: { name: 'turns.tidy' },
} as const;

/** Why a message was not sent after all. */
export type DropReason = 'turn_over' | 'stopped' | 'never';

/** How long the words of a message are kept after it was made. */
export const WORDS_KEPT_DAYS = 30;

/** Who a signed link stops messages for. */
export type Stopper =
  | { readonly kind: 'person'; readonly personId: Id<'person'> }
  | { readonly kind: 'address'; readonly hash: Uint8Array };
