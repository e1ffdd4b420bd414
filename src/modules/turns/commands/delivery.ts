import type { Role } from '../../../kernel/actor.ts';
import { STAFF } from '../../../kernel/actor.ts';
import { MS_PER_DAY } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { type Contact, contactOf, contactsOf } from '../../housing/public.ts';
import {
  channelFor,
  type Envelope,
  envelopesOf,
  JOBS,
  leavesNoTrace,
  nextTry,
  type OutgoingChannel,
  outOfQuietHours,
  WORDS_KEPT_DAYS,
} from '../rules.ts';
import { deleteOldDigests } from '../store/digests.ts';
import {
  changeChannel,
  countWaitingLetters,
  deleteOutgoing,
  forgetWords,
  insertOutgoing,
  isDeadAddress,
  lockUndelivered,
  lockWaiting,
  markDropped,
  markFailed,
  markSent,
  markTried,
  type Outgoing,
  waitingLetters,
} from '../store/outgoing.ts';
import { addressHash, stoppedTopics } from '../store/stops.ts';
import { turnById } from '../store/turns.ts';
import { closeTurns, endPile, letterWaits, openTurn } from './waiting.ts';

/** A message that shall leave now, and where to. */
export interface Ready {
  readonly message: Outgoing;
  readonly channel: 'mail' | 'sms';
  readonly address: string;
  /** Null for a visitor. */
  readonly name: string | null;
}

/**
 * Looks once more before a message leaves: whether it is still wanted (the turn still waits, the topic is not stopped,
 * the person may be contacted at all), whether it is time, and by which way. Null when it does not leave now.
 */
export async function readyToLeave(
  tx: TenantDb,
  id: Id<'outgoing'>,
  sms: 'can send' | 'cannot send',
): Promise<Ready | null> {
  const message = await lockWaiting(tx, id);
  if (!message || message.channel === 'print') return null;
  if (await isTurnOver(tx, message)) return drop(tx, message, 'turn_over');
  if (await isStopped(tx, message)) return drop(tx, message, 'stopped');
  const earliest = outOfQuietHours(new Date(Math.max(message.notBefore.getTime(), tx.now.getTime())));
  if (earliest > tx.now) {
    await enqueue(tx, JOBS.send, { outgoing: id }, { after: earliest });
    return null;
  }
  if (!message.personId) return readyForVisitor(tx, message, sms);
  const contact = await contactOf(tx, message.personId);
  if (!contact || contact.channel === 'never') return drop(tx, message, 'never');
  const email = contact.email && !(await isDeadAddress(tx, message.personId, contact.email)) ? contact.email : null;
  const channel = channelFor({ ...contact, email }, sms) ?? 'print';
  if (channel !== message.channel) await changeChannel(tx, id, channel);
  if (channel === 'print') {
    await letterWaits(tx);
    return null;
  }
  return { message, channel, address: (channel === 'sms' ? contact.phone : email) as string, name: contact.name };
}

async function readyForVisitor(
  tx: TenantDb,
  message: Outgoing,
  sms: 'can send' | 'cannot send',
): Promise<Ready | null> {
  const channel = message.channel as Exclude<OutgoingChannel, 'print'>;
  if (message.address && (channel === 'mail' || sms === 'can send'))
    return { message, channel, address: message.address, name: null };
  await giveUp(tx, message, 'no_way', message.address);
  return null;
}

async function isTurnOver(tx: TenantDb, message: Outgoing): Promise<boolean> {
  return message.turnId !== null && !(await turnById(tx, message.turnId))?.open;
}

async function isStopped(tx: TenantDb, message: Outgoing): Promise<boolean> {
  const stopper = message.personId
    ? ({ kind: 'person', personId: message.personId } as const)
    : ({ kind: 'address', hash: addressHash(message.address ?? '') } as const);
  return (await stoppedTopics(tx, stopper)).has(message.topic);
}

async function drop(tx: TenantDb, message: Outgoing, why: 'turn_over' | 'stopped' | 'never'): Promise<null> {
  if (leavesNoTrace(message)) await deleteOutgoing(tx, message.id);
  else await markDropped(tx, [message.id], why);
  return null;
}

/** It was taken at the other end. */
export async function delivered(tx: TenantDb, ready: Ready): Promise<void> {
  const { message } = ready;
  if (leavesNoTrace(message)) await deleteOutgoing(tx, message.id);
  else await markSent(tx, [message.id]);
}

/** It was not taken: again later, with growing waits, until it is no use; then it becomes a turn for staff. */
export async function notDelivered(tx: TenantDb, ready: Ready, why: string, forever: boolean): Promise<void> {
  const { message } = ready;
  const again = forever ? null : nextTry(message.tries + 1, tx.now);
  if (!again) return giveUp(tx, message, why, ready.address);
  await markTried(tx, message.id, message.tries + 1, again);
  await enqueue(tx, JOBS.send, { outgoing: message.id }, { after: again });
}

/** Nothing wrong with the message: the way out is closed for all. Waits without counting. */
export async function waitForWay(tx: TenantDb, ready: Ready): Promise<void> {
  await enqueue(tx, JOBS.send, { outgoing: ready.message.id }, { after: new Date(tx.now.getTime() + 3_600_000) });
}

async function giveUp(tx: TenantDb, message: Outgoing, why: string, address: string | null): Promise<void> {
  if (leavesNoTrace(message)) return deleteOutgoing(tx, message.id);
  await markFailed(tx, message.id, why, address);
  for (const role of STAFF as readonly Role[]) {
    await openTurn(tx, {
      kind: 'turns.unreachable',
      subject: { kind: 'outgoing', id: message.id },
      assignee: { role, departmentId: null },
      facts: { person: message.personId },
    });
  }
}

/** As many messages as one file of letters holds; the rest comes with the next one. */
const MESSAGES_A_FILE = 200;

/** The letters to be printed now, in one envelope a person, with where they go. */
export interface Pile {
  readonly envelopes: readonly Envelope<Outgoing>[];
  readonly contacts: ReadonlyMap<Id<'person'>, Contact>;
  /** Messages in the envelopes, and those that wait for the next file. */
  readonly messages: number;
  readonly later: number;
  /** The newest message looked at: only up to it is anything marked as printed. */
  readonly until: Id<'outgoing'> | null;
  /** Written before the person said "never": they get none. */
  readonly unwanted: readonly Id<'outgoing'>[];
}

/** Three questions, however many letters. */
export async function pileOfLetters(tx: TenantDb, until?: Id<'outgoing'>): Promise<Pile> {
  const waiting = await waitingLetters(tx, MESSAGES_A_FILE, until);
  const contacts = await contactsOf(
    tx,
    waiting.flatMap(({ personId }) => personId ?? []),
  );
  const [unwanted, wanted] = [new Set<Id<'outgoing'>>(), [] as Outgoing[]];
  for (const letter of waiting) {
    const contact = letter.personId && contacts.get(letter.personId);
    if (contact && contact.channel !== 'never') wanted.push(letter);
    else unwanted.add(letter.id);
  }
  return {
    envelopes: envelopesOf(wanted, contacts),
    contacts,
    messages: wanted.length,
    later: (await countWaitingLetters(tx)) - waiting.length,
    until: waiting.at(-1)?.id ?? null,
    unwanted: [...unwanted],
  };
}

/** Staff have printed the letters, up to that message. Answers how many envelopes that were. */
export async function lettersPrinted(tx: TenantDb, until: Id<'outgoing'>): Promise<number> {
  const { envelopes, unwanted } = await pileOfLetters(tx, until);
  await markSent(
    tx,
    envelopes.flatMap(({ letters }) => letters.map((letter) => letter.id)),
  );
  await markDropped(tx, unwanted, 'never');
  await endPile(tx);
  return envelopes.length;
}

const DIGESTS_KEPT_DAYS = 365;

/** Letters that nobody wants any more leave the pile, and the words of old messages are deleted. To be asked once a day. */
export async function forgetOld(tx: TenantDb): Promise<void> {
  await dropUnwantedLetters(tx);
  const daysAgo = (days: number) => new Date(tx.now.getTime() - days * MS_PER_DAY);
  await forgetWords(tx, daysAgo(WORDS_KEPT_DAYS));
  await deleteOldDigests(tx, daysAgo(DIGESTS_KEPT_DAYS));
}

/** Letters to those who have said "never" since they were written. */
async function dropUnwantedLetters(tx: TenantDb): Promise<void> {
  const { unwanted } = await pileOfLetters(tx);
  if (unwanted.length === 0) return;
  await markDropped(tx, unwanted, 'never');
  await endPile(tx);
}

/** Staff take care of what did not arrive: as a letter instead, or it has been told otherwise (by telephone). */
export async function takeCareOf(tx: TenantDb, id: Id<'outgoing'>, how: 'letter' | 'told'): Promise<boolean> {
  const message = await lockUndelivered(tx, id);
  if (!message || (how === 'letter' && !message.personId)) return false;
  await markSent(tx, [id]);
  await closeTurns(tx, { subject: { kind: 'outgoing', id } });
  if (how === 'letter') {
    await letterWaits(tx);
    await insertOutgoing(tx, { ...message, address: null, channel: 'print', turnId: null, notBefore: tx.now });
  }
  return true;
}
