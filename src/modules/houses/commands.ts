import { createHash, randomBytes } from 'node:crypto';
import { type Actor, asksForOwnWay } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import {
  bytesIn,
  type Handover,
  handOver,
  lookAtHandover,
  type Neighbour,
  neighbourById,
  type Receivers,
  takeHandover,
  textIn,
} from '../../platform/across/across.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { hex } from '../../platform/journal/chain.ts';
import { record } from '../../platform/journal/journal.ts';
import { newCode } from '../../platform/secret/code.ts';
import { endAllSessions, type SignInWay } from '../../platform/web/session.ts';
import { renewFeeds } from '../connections/public.ts';
import { loadActor, lockPerson } from '../housing/public.ts';
import { notify } from '../turns/public.ts';
import { tiedMail } from './letters.ts';
import { MINUTES, type Way } from './rules.ts';
import { allTies, deleteTie, heldTies, type KnownTie, markTied, saveTie, tieBySecret, tieTo } from './store.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/** What a browser holds, as it may stand in an address. */
export function traceOf(held: string): string {
  return createHash('sha256').update(held).digest('base64url');
}

/**
 * Writes the letter with which the person in this browser is let in over there, and answers its code. Null when they are
 * not tied to that house. To be tied, they are written down here at once, and it holds when they have said yes there.
 */
export async function writeLetter(
  tx: TenantDb,
  person: Person,
  house: Neighbour,
  journey: { readonly way: Way; readonly trace: string; readonly onPaper: boolean },
): Promise<string | null> {
  const known = await tieTo(tx, person.personId, house.id);
  if (journey.way === 'skift' && !known?.tied) return null;
  // A tie outlives the card that somebody came in by.
  if (journey.way === 'knyt' && journey.onPaper) return null;
  const secret = known?.tied ? known.secret : randomBytes(32);
  if (!known?.tied) await saveTie(tx, { personId: person.personId, house: house.id, secret, tiedAt: null });
  const code = newCode();
  const asking = journey.way === 'knyt';
  await handOver(tx, {
    to: house.id,
    kind: asking ? 'house.ask' : 'house.switch',
    // The name is for the person themselves to see, on the page that asks; it goes when they have answered.
    body: {
      tie: hex(secret),
      browser: journey.trace,
      onPaper: journey.onPaper,
      ...(asking ? { name: person.name } : {}),
    },
    code: { secret: code, minutes: MINUTES[journey.way] },
  });
  return code;
}

/** What became of somebody who stood at the door with a letter. */
export type Arrival =
  | { readonly come: 'in'; readonly personId: Id<'person'>; readonly way: SignInWay }
  /** The letter is good, and whom it names is nobody here any more, or is trusted with too much for paper. */
  | { readonly come: 'closed'; readonly from: Neighbour | null }
  /** There is no such letter, or it is another browser's. */
  | { readonly come: 'over' };

/**
 * Who comes in by a letter for this browser. A tie of which this house has nothing left, because its person was forgotten
 * here, is then taken away in the other house as well.
 */
export async function comeIn(tx: TenantDb, code: string, held: string | null): Promise<Arrival> {
  const letter = await takeHandover(tx, code);
  if (letter?.kind !== 'house.switch' || !isFor(letter, held)) return { come: 'over' };
  const secret = bytesIn(letter, 'tie');
  const known = await tieBySecret(tx, letter.from, secret);
  // Held, so that a role that is given at this very moment is either seen here, or ends the session that begins here.
  if (known) await lockPerson(tx, known.personId);
  const actor = known?.tied ? await loadActor(tx, known.personId) : null;
  if (known && actor?.kind === 'person') {
    if (letter.body.onPaper !== true) return { come: 'in', personId: known.personId, way: 'house' };
    // Paper opens no more here than our own paper would.
    if (!actor.grants.some(({ role }) => asksForOwnWay(role)))
      return { come: 'in', personId: known.personId, way: 'letter' };
  }
  if (!known) await handOver(tx, { to: letter.from, kind: 'house.untied', body: { tie: hex(secret) } });
  return { come: 'closed', from: await neighbourById(tx, letter.from) };
}

/** They are in: who it was, is known from now on. */
export function noteSwitch(tx: TenantDb, personId: Id<'person'>): void {
  record(tx, { kind: 'houses.switched', subject: { kind: 'person', id: personId } });
}

/** Somebody asks to be tied, with what they are called over there. */
export interface Asking {
  readonly house: Neighbour;
  readonly name: string;
}

/** What the letter of that code asks, left where it is. Null as for `comeIn`. */
export async function askedBy(tx: TenantDb, code: string, held: string | null): Promise<Asking | null> {
  const letter = await lookAtHandover(tx, code);
  if (letter?.kind !== 'house.ask' || !isFor(letter, held)) return null;
  const house = await neighbourById(tx, letter.from);
  return house && { house, name: textIn(letter, 'name') };
}

/** The person says that they are both. Each house then has its own row, and the person hears of it by mail. */
export async function tie(tx: TenantDb, person: Person, code: string, held: string | null): Promise<Neighbour | null> {
  const asking = await askedBy(tx, code, held);
  const letter = asking && (await takeHandover(tx, code));
  if (!letter) return null;
  const secret = bytesIn(letter, 'tie');
  await saveTie(tx, { personId: person.personId, house: letter.from, secret, tiedAt: tx.now });
  await handOver(tx, { to: letter.from, kind: 'house.tied', body: { tie: hex(secret) } });
  record(tx, { kind: 'houses.tied', subject: { kind: 'person', id: person.personId } });
  await tell(tx, person.personId, asking.house.name);
  return asking.house;
}

async function tell(tx: TenantDb, personId: Id<'person'>, there: string): Promise<void> {
  await notify(tx, { to: { personId }, topic: 'answer', say: (language) => tiedMail(language, tx.tenant.name, there) });
}

/** Takes the way away, here at once and over there with the next job. False when there is none. */
export async function untie(tx: TenantDb, person: Person, house: Neighbour): Promise<boolean> {
  const known = await tieTo(tx, person.personId, house.id);
  if (!known) return false;
  await deleteTie(tx, house.id, known.secret);
  await handOver(tx, { to: house.id, kind: 'house.untied', body: { tie: hex(known.secret) } });
  record(tx, { kind: 'houses.untied', subject: { kind: 'person', id: person.personId } });
  return true;
}

/**
 * Takes every way away, also what was asked for: somebody else has written how this person signs in here, and is not to
 * walk on as them into a house that never trusted them.
 */
export async function untieAll(tx: TenantDb, personId: Id<'person'>): Promise<void> {
  for (const { house, secret } of await allTies(tx, personId)) {
    await deleteTie(tx, house, secret);
    await handOver(tx, { to: house, kind: 'house.untied', body: { tie: hex(secret) } });
    record(tx, { kind: 'houses.cut', subject: { kind: 'person', id: personId } });
  }
}

/** Signing out everywhere means every house that one is tied to. `feeds`: calendars get new addresses there too. */
export async function signOutElsewhere(
  tx: TenantDb,
  personId: Id<'person'>,
  { feeds }: { readonly feeds: boolean },
): Promise<void> {
  for (const { house, secret } of await heldTies(tx, personId)) {
    await handOver(tx, { to: house, kind: 'house.signed_out', body: { tie: hex(secret), feeds } });
  }
}

/** What is done with the letters about ties that other houses send. A secret that is not ours, or not theirs, does nothing. */
export const HOUSE_RECEIVERS: Receivers = {
  'house.tied': async (tx, letter) => {
    const known = await knownBy(tx, letter);
    if (!known || known.tied) return;
    await markTied(tx, letter.from, known.secret);
    record(tx, { kind: 'houses.tied', subject: { kind: 'person', id: known.personId } });
    const house = await neighbourById(tx, letter.from);
    if (house) await tell(tx, known.personId, house.name);
  },
  'house.untied': async (tx, letter) => {
    const known = await knownBy(tx, letter);
    if (!known) return;
    await deleteTie(tx, letter.from, known.secret);
    record(tx, { kind: 'houses.untied_there', subject: { kind: 'person', id: known.personId } });
  },
  'house.signed_out': async (tx, letter) => {
    const known = await knownBy(tx, letter);
    if (!known?.tied) return;
    await endAllSessions(tx, known.personId);
    if (letter.body.feeds === true) await renewFeeds(tx, known.personId);
    record(tx, { kind: 'houses.signed_out', subject: { kind: 'person', id: known.personId } });
  },
};

function knownBy(tx: TenantDb, letter: Handover): Promise<KnownTie | null> {
  return tieBySecret(tx, letter.from, bytesIn(letter, 'tie'));
}

function isFor(letter: Handover, held: string | null): boolean {
  return held !== null && letter.body.browser === traceOf(held);
}
