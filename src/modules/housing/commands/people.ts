import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { mayBeUnder15, type Person, type PersonRefusal } from '../rules.ts';
import { type Preference, savePreference } from '../store/contacts.ts';
import {
  contactIsTaken,
  guardianApproval,
  insertGuardianApproval,
  insertPerson,
  personByContact,
  personById,
  updatePerson,
} from '../store/people.ts';
import { endNoContact, insertNoContact, tenancyById } from '../store/tenancies.ts';
import { moveIn } from './moves.ts';

export interface Registration {
  readonly name: string;
  readonly email?: string | null;
  /** E.164; read by `readPhone`. */
  readonly phone?: string | null;
  readonly language?: Language;
  readonly tenancyId?: Id<'tenancy'> | null;
  readonly birthYear?: number | null;
  readonly protected?: boolean;
  /** Who of the parents said yes, for somebody under 15. */
  readonly guardianName?: string | null;
}

/** Registers a person, at home in a tenancy when one is given. Nobody under 15 without a guardian's yes. */
export async function registerPerson(
  tx: TenantDb,
  registration: Registration,
): Promise<Outcome<Id<'person'>, PersonRefusal>> {
  const { birthYear = null, guardianName = null, tenancyId = null } = registration;
  if (mayBeUnder15(birthYear, tx.today) && !guardianName) return refused({ kind: 'guardian_needed' });
  if (tenancyId && !(await tenancyById(tx, tenancyId))) return refused({ kind: 'no_such_tenancy' });
  const id = await insertPerson(tx, {
    name: registration.name.trim(),
    protected: registration.protected ?? false,
    birthYear,
    email: registration.email?.trim().toLowerCase() || null,
    phone: registration.phone || null,
    language: registration.language ?? tx.tenant.language,
    registeredBy: personIdOf(tx.actor),
  });
  if (!id) return refused({ kind: 'email_taken' });
  if (guardianName)
    await insertGuardianApproval(tx, { personId: id, guardianName, registeredBy: personIdOf(tx.actor) });
  record(tx, { kind: 'housing.person_registered', subject: { kind: 'person', id }, facts: { channel: tx.channel } });
  if (tenancyId) await moveIn(tx, id, tenancyId);
  return ok(id);
}

/** Somebody that staff write for: known by an address, or to be registered. */
export interface Somebody {
  readonly name: string;
  readonly email?: string | null;
  /** E.164. */
  readonly phone?: string | null;
}

/**
 * The person who has the e-mail, else the only one with the telephone, else a new one by that name. For staff alone: a
 * stranger could find out by it who is known here. Nobody is dropped: what cannot be done is refused with its reason.
 */
export async function findOrRegister(
  tx: TenantDb,
  { name, email, phone }: Somebody,
): Promise<Outcome<{ readonly id: Id<'person'>; readonly name: string }, PersonRefusal | { kind: 'name_missing' }>> {
  const known = (email && (await personByContact(tx, { email }))) || (phone && (await personByContact(tx, { phone })));
  if (known) return ok({ id: known.id, name: known.name });
  if (name.trim() === '') return refused({ kind: 'name_missing' });
  const registered = await registerPerson(tx, { name, email: email ?? null, phone: phone ?? null });
  if (registered.ok) return ok({ id: registered.value, name: name.trim() });
  // A colleague wrote for the same person at the same moment, and was first.
  const first = email ? await personByContact(tx, { email }) : null;
  return first ? ok({ id: first.id, name: first.name }) : registered;
}

/** Corrects what is known about a person. */
export async function correctPerson(tx: TenantDb, person: Person): Promise<Outcome<null, PersonRefusal>> {
  const before = await personById(tx, person.id);
  if (before && person.email && person.email !== before.email && (await personByContact(tx, { email: person.email }))) {
    return refused({ kind: 'email_taken' });
  }
  const needsYes = mayBeUnder15(person.birthYear, tx.today) && !(await guardianApproval(tx, person.id));
  if (needsYes) return refused({ kind: 'guardian_needed' });
  await updatePerson(tx, person);
  record(tx, { kind: 'housing.person_corrected', subject: { kind: 'person', id: person.id } });
  return ok(null);
}

/** An address that the person has proved to be theirs. `taken`: somebody else has it; shared telephones are staff's to write. */
export async function changeContact(
  tx: TenantDb,
  personId: Id<'person'>,
  contact: { email: string } | { phone: string },
): Promise<Outcome<null, 'taken' | 'unknown'>> {
  const person = await personById(tx, personId);
  if (!person) return refused('unknown');
  if (await contactIsTaken(tx, personId, contact)) return refused('taken');
  await updatePerson(tx, { ...person, ...contact });
  record(tx, { kind: 'housing.person_corrected', subject: { kind: 'person', id: personId } });
  return ok(null);
}

/** A guardian said yes to an account. */
export async function approveAsGuardian(tx: TenantDb, personId: Id<'person'>, guardianName: string): Promise<void> {
  await insertGuardianApproval(tx, { personId, guardianName, registeredBy: personIdOf(tx.actor) });
  record(tx, { kind: 'housing.guardian_approved', subject: { kind: 'person', id: personId } });
}

/** How a person wants to hear from us. */
export async function choosePreference(tx: TenantDb, personId: Id<'person'>, preference: Preference): Promise<void> {
  await savePreference(tx, personId, preference, personIdOf(tx.actor));
  record(tx, { kind: 'housing.preference_changed', subject: { kind: 'person', id: personId } });
}

/** Somebody at this address asked never to be contacted again: by letter, telephone or at the door. */
export async function neverContact(tx: TenantDb, tenancyId: Id<'tenancy'>): Promise<void> {
  const added = await insertNoContact(tx, tenancyId, personIdOf(tx.actor));
  if (added) record(tx, { kind: 'housing.no_contact', subject: { kind: 'tenancy', id: tenancyId } });
}

/** They changed their mind, or others live there now. */
export async function allowContact(tx: TenantDb, tenancyId: Id<'tenancy'>): Promise<void> {
  await endNoContact(tx, tenancyId);
  record(tx, { kind: 'housing.contact_allowed', subject: { kind: 'tenancy', id: tenancyId } });
}
