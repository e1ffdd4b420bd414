import { personIdOf } from '../../../kernel/actor.ts';
import { MS_PER_DAY } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { record } from '../../../platform/journal/journal.ts';
import { mailBucket, rateReached, withinRate } from '../../../platform/web/rate.ts';
import {
  changeContact,
  type Department,
  type Person,
  type PersonRefusal,
  personById,
  registerPerson,
  type Tenancy,
  tenancyById,
} from '../../housing/public.ts';
import {
  CONTACT_ASKS,
  CONTACT_ASKS_A_DAY,
  CONTACT_TRIES,
  CONTACT_TRIES_A_DAY,
  type CodeRefusal,
  decideCode,
  GUESSES_A_DAY,
  GUESSES_IN_ALL,
  JOBS,
  LETTER_DAYS,
  type LetterRefusal,
  letterHolds,
  type SendTo,
  WRONG_LETTERS,
} from '../rules.ts';
import {
  attemptOf,
  countTry,
  lockTurn,
  lockWish,
  markAllUsed,
  newestWish,
  type Wish,
  wishById,
  wishByLink,
} from '../store/codes.ts';
import { closeContacts, contactCode } from '../store/contact-codes.ts';
import { endDevice } from '../store/devices.ts';
import { type Home, homesOf, insertUse, issueCodes, type Letter, lockLetter, revokeCodes } from '../store/letters.ts';

const WRONG_BUCKET = 'signin wrong letters';
const GUESSES_BUCKET = 'signin guesses in all';

export interface SignedIn {
  readonly personId: Id<'person'>;
  readonly way: 'mail' | 'sms';
  readonly returnPath: string | null;
}

/** Six digits for a wish, or (on another device) for an address. */
export async function enterCode(
  tx: TenantDb,
  given: { readonly code: string } & ({ readonly wish: Id<'sign_in_code'> } | { readonly address: string }),
): Promise<Outcome<SignedIn, CodeRefusal>> {
  const asked = 'wish' in given ? await wishById(tx, given.wish) : await newestWish(tx, given.address);
  // Nothing was sent for this one; its address has got a code all the same.
  const unsent = asked && asked.expiresAt <= asked.askedAt;
  const wish = unsent ? ((await newestWish(tx, asked.address)) ?? asked) : asked;
  return wish ? useWish(tx, wish, given.code) : refused('wrong');
}

/** The button behind the link in the mail. */
export async function enterLink(tx: TenantDb, token: string): Promise<Outcome<SignedIn, CodeRefusal>> {
  const wish = await wishByLink(tx, token);
  return wish ? useWish(tx, wish, null) : refused('expired');
}

/** Each wrong try counts. A right one does not: that it was given is no business of who guesses afterwards. */
async function useWish(tx: TenantDb, found: Wish, code: string | null): Promise<Outcome<SignedIn, CodeRefusal>> {
  // The person first, then the wish: two links of one person pressed at once do not wait for each other for ever.
  await lockTurn(tx, found.personId ?? found.address);
  const wish = (await lockWish(tx, found.id)) ?? found;
  const decision = decideCode(attemptOf(wish, code, await isGuessedOut(tx, wish.address)), tx.now);
  if (!decision.ok && code !== null) await countWrong(tx, wish, decision.refusal);
  if (!decision.ok) return decision;
  if (!wish.personId) return refused('wrong');
  await markAllUsed(tx, wish.personId);
  record(tx, { kind: 'signin.signed_in', subject: { kind: 'person', id: wish.personId }, facts: { by: wish.channel } });
  const way = wish.bySms ? 'sms' : wish.channel;
  return ok({ personId: wish.personId, way, returnPath: wish.returnPath });
}

async function countWrong(tx: TenantDb, wish: Wish, refusal: CodeRefusal): Promise<void> {
  await countTry(tx, wish.id);
  // What is refused for another reason tells who guesses nothing.
  if (refusal !== 'wrong') return;
  await withinRate(tx, guesses(wish.address), GUESSES_A_DAY);
  await withinRate(tx, GUESSES_BUCKET, GUESSES_IN_ALL);
}

/** Have the address, or all together, had their wrong codes for today? Counted for addresses that nobody has as well. */
export async function isGuessedOut(tx: TenantDb, address: string): Promise<boolean> {
  if (await rateReached(tx, guesses(address), GUESSES_A_DAY)) return true;
  return rateReached(tx, GUESSES_BUCKET, GUESSES_IN_ALL);
}

const guesses = (address: string): string => mailBucket('signin guesses', address);

/** The home that a printed code belongs to. */
export async function openLetter(
  tx: TenantDb,
  code: string,
): Promise<Outcome<{ readonly letter: Letter; readonly home: Tenancy }, LetterRefusal>> {
  // Before the code is looked up: a right one is not let through either, or who guesses would go on.
  if (await rateReached(tx, WRONG_BUCKET, WRONG_LETTERS)) return refused('closed');
  const letter = await lockLetter(tx, code);
  if (!letter) return refused((await withinRate(tx, WRONG_BUCKET, WRONG_LETTERS)) ? 'unknown' : 'closed');
  const home = await tenancyById(tx, letter.tenancyId);
  if (!home || !letterHolds(letter, tx.now)) return refused('over');
  return ok({ letter, home });
}

/** Somebody of the household says who they are: they are registered at home there, and may sign in. */
export async function enterHousehold(
  tx: TenantDb,
  given: {
    readonly code: string;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly language: Language;
  },
): Promise<Outcome<Id<'person'>, LetterRefusal | PersonRefusal['kind']>> {
  const opened = await openLetter(tx, given.code);
  if (!opened.ok) return opened;
  const { letter, home } = opened.value;
  const registered = await registerPerson(tx, {
    name: given.name,
    language: given.language,
    tenancyId: home.id,
  });
  if (!registered.ok) return refused(registered.refusal.kind);
  // Whoever holds the letter may write any address: it is theirs when a code sent there comes back, and not before.
  for (const to of contactsIn(given)) {
    const closed = await closeContacts(tx, [to]);
    await enqueue(tx, JOBS.confirm, { person: registered.value, to: closed, language: given.language });
  }
  await insertUse(tx, letter.id, registered.value);
  record(tx, {
    kind: 'signin.letter_used',
    subject: { kind: 'tenancy', id: home.id },
    facts: { person: registered.value },
  });
  return ok(registered.value);
}

/** The addresses that somebody wrote of themselves, the mailbox first. */
export function contactsIn(given: { readonly email: string | null; readonly phone: string | null }): SendTo[] {
  return [
    ...(given.email ? [{ channel: 'mail' as const, address: given.email }] : []),
    ...(given.phone ? [{ channel: 'sms' as const, address: given.phone }] : []),
  ];
}

/** The person wants to be reached there: a code goes to the address, unless somebody else has it. The same answer for both. */
export async function askToConfirm(
  tx: TenantDb,
  personId: Id<'person'>,
  to: SendTo,
  language: Language,
): Promise<Outcome<null, 'too_often'>> {
  const often = await withinRate(tx, `signin contact ${personId}`, CONTACT_ASKS);
  const daily = await withinRate(tx, `signin contact day ${personId}`, CONTACT_ASKS_A_DAY);
  if (!often || !daily) return refused('too_often');
  await enqueue(tx, JOBS.confirm, { person: personId, to: await closeContacts(tx, [to]), language });
  return ok(null);
}

/** The code came back: from now on this is the person's address, and the old mailbox is told. */
export async function confirmContact(
  tx: TenantDb,
  personId: Id<'person'>,
  given: { readonly to: SendTo; readonly code: string },
): Promise<Outcome<null, CodeRefusal | 'tomorrow'>> {
  const few = await withinRate(tx, `signin contact code ${personId}`, CONTACT_TRIES);
  const daily = await withinRate(tx, `signin contact code day ${personId}`, CONTACT_TRIES_A_DAY);
  if (!daily) return refused('tomorrow');
  if (!few) return refused('too_many_tries');
  const codes = [await contactCode(tx, personId, given.to), await contactCode(tx, personId, given.to, 1)];
  if (!codes.includes(given.code)) return refused('wrong');
  await lockTurn(tx, given.to.address);
  const before = await personById(tx, personId);
  const changed = await changeContact(tx, personId, contactOfAddress(given.to));
  if (!before || !changed.ok) return refused('wrong');
  await tellContactMoved(tx, before, { email: before.email, phone: before.phone, ...contactOfAddress(given.to) });
  return ok(null);
}

/**
 * A person has another e-mail or telephone than `before`: whoever reads there can sign in as them. The mailbox from before
 * hears of it, also when staff wrote it: nobody is to be taken over in silence.
 */
export async function tellContactMoved(
  tx: TenantDb,
  before: Pick<Person, 'id' | 'email' | 'phone'>,
  now: Pick<Person, 'email' | 'phone'>,
): Promise<void> {
  const { id, email, phone } = before;
  const moved = now.email !== email ? 'mail' : now.phone !== phone ? 'sms' : null;
  if (!email || !moved) return;
  const to = await closeContacts(tx, [{ channel: 'mail', address: email }]);
  await enqueue(tx, JOBS.tellChanged, { person: id, to, channel: moved });
}

export function contactOfAddress(to: SendTo): { email: string } | { phone: string } {
  return to.channel === 'mail' ? { email: to.address } : { phone: to.address };
}

/** A home and its fresh code, to be printed now: nobody can see it again. */
export interface PrintedCode extends Home {
  readonly code: string;
}

/** New codes for every home of a department. Those printed before hold no more. */
export async function issueDepartmentCodes(tx: TenantDb, department: Department): Promise<PrintedCode[]> {
  return issue(tx, await homesOf(tx, department.id), { kind: 'department', id: department.id });
}

/** A new code for one home: for somebody new, or when the letter was lost. */
export async function issueHomeCode(tx: TenantDb, home: Tenancy): Promise<PrintedCode[]> {
  return issue(tx, [{ ...home, tenancyId: home.id }], { kind: 'tenancy', id: home.id });
}

async function issue(
  tx: TenantDb,
  homes: readonly Home[],
  subject: { readonly kind: string; readonly id: string },
): Promise<PrintedCode[]> {
  const expiresAt = new Date(tx.now.getTime() + LETTER_DAYS * MS_PER_DAY);
  const ids = homes.map((home) => home.tenancyId);
  const codes = await issueCodes(tx, ids, { by: personIdOf(tx.actor), expiresAt });
  record(tx, { kind: 'signin.codes_printed', subject, facts: { homes: homes.length } });
  return homes.map((home, at) => ({ ...home, code: codes[at] as string }));
}

/** The printed codes of a department hold no more. Answers how many that were. */
export async function revokeDepartmentCodes(tx: TenantDb, department: Department): Promise<number> {
  const homes = await homesOf(tx, department.id);
  const revoked = await revokeCodes(
    tx,
    homes.map((home) => home.tenancyId),
  );
  record(tx, {
    kind: 'signin.codes_revoked',
    subject: { kind: 'department', id: department.id },
    facts: { codes: revoked },
  });
  return revoked;
}

/** The person signs out on one of their other devices. False when there is no such device. */
export async function signOutDevice(tx: TenantDb, key: string): Promise<boolean> {
  const id = personIdOf(tx.actor);
  if (!id || !(await endDevice(tx, id, key))) return false;
  record(tx, { kind: 'signin.signed_out_device', subject: { kind: 'person', id } });
  return true;
}

/** The person signs out on all their devices; the sessions themselves are ended by the web platform. */
export function noteSignedOutEverywhere(tx: TenantDb): void {
  const id = personIdOf(tx.actor);
  if (id) record(tx, { kind: 'signin.signed_out_everywhere', subject: { kind: 'person', id } });
}
