import type { Channel } from '../../../kernel/actor.ts';
import { formatAddress } from '../../../kernel/address.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Language, readLanguage } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Person, Residency } from '../rules.ts';
import { mergedInto } from './merging.ts';

const PERSON = ['id', 'name', 'protected', 'birth_year as birthYear', 'email', 'phone', 'language'] as const;

function asPerson(row: Omit<Person, 'language'> & { language: string }): Person {
  return { ...row, language: readLanguage(row.language) ?? 'da' };
}

export async function personById(tx: TenantDb, id: Id<'person'>): Promise<Person | null> {
  const row = await tx.sql.selectFrom('person').select(PERSON).where('id', '=', id).executeTakeFirst();
  return row ? asPerson(row) : null;
}

/** Is only the number left of this person? */
export async function isForgotten(tx: TenantDb, id: Id<'person'>): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('person')
    .select('erased_on')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.erased_on != null;
}

/** By e-mail (any case) or E.164 telephone. Null for nobody, and for a telephone that several share. */
export async function personByContact(
  tx: TenantDb,
  contact: { email: string } | { phone: string },
): Promise<Person | null> {
  const query = tx.sql.selectFrom('person').select(PERSON).where('tenant_id', '=', tx.tenant.id).limit(2);
  const rows = await ('email' in contact
    ? query.where('email', '=', contact.email.trim().toLowerCase())
    : query.where('phone', '=', contact.phone)
  ).execute();
  const [only, another] = rows;
  if (!only || another) return null;
  // The address of a record that became another's finds the human all the same.
  const into = await mergedInto(tx, only.id);
  return into ? personById(tx, into) : asPerson(only);
}

/** Does somebody else have this e-mail or E.164 telephone? */
export async function contactIsTaken(
  tx: TenantDb,
  personId: Id<'person'>,
  contact: { email: string } | { phone: string },
): Promise<boolean> {
  const others = tx.sql.selectFrom('person').select('id').where('id', '!=', personId).limit(1);
  const found =
    'email' in contact ? others.where('email', '=', contact.email) : others.where('phone', '=', contact.phone);
  return (await found.executeTakeFirst()) !== undefined;
}

export interface NewPerson {
  readonly name: string;
  readonly protected: boolean;
  readonly birthYear: number | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language;
  readonly registeredBy: Id<'person'> | null;
}

/** Null when somebody else has the e-mail already, also when both came at once. */
export async function insertPerson(tx: TenantDb, person: NewPerson): Promise<Id<'person'> | null> {
  const row = await tx.sql
    .insertInto('person')
    .values({
      tenant_id: tx.tenant.id,
      name: person.name,
      protected: person.protected,
      birth_year: person.birthYear,
      email: person.email,
      phone: person.phone,
      language: person.language,
      registered_at: tx.now,
      registered_by: person.registeredBy,
      channel: tx.channel,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'email']).where('email', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** How and when a person came to us, and who wrote it down (null when they did it themselves). */
export async function registrationOf(
  tx: TenantDb,
  id: Id<'person'>,
): Promise<{ at: Date; channel: Channel; by: string | null }> {
  const row = await tx.sql
    .selectFrom('person')
    .leftJoin('person as by', 'by.id', 'person.registered_by')
    .select(['person.registered_at as at', 'person.channel', 'by.name as by'])
    .where('person.id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...row, channel: row.channel as Channel };
}

/** The names of some, in order. */
export async function peopleByIds(
  tx: TenantDb,
  ids: readonly Id<'person'>[],
): Promise<{ id: Id<'person'>; name: string; address: null }[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, address: null }));
}

export async function updatePerson(tx: TenantDb, person: Person): Promise<void> {
  await tx.sql
    .updateTable('person')
    .set({
      name: person.name,
      protected: person.protected,
      birth_year: person.birthYear,
      email: person.email,
      phone: person.phone,
      language: person.language,
    })
    .where('id', '=', person.id)
    .execute();
}

export interface GuardianApproval {
  readonly guardianName: string;
  readonly approvedOn: Day;
  readonly channel: string;
}

export async function guardianApproval(tx: TenantDb, personId: Id<'person'>): Promise<GuardianApproval | null> {
  const row = await tx.sql
    .selectFrom('guardian_approval')
    .select(['guardian_name as guardianName', 'approved_on as approvedOn', 'channel'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .orderBy('approved_on', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

export async function insertGuardianApproval(
  tx: TenantDb,
  approval: { personId: Id<'person'>; guardianName: string; registeredBy: Id<'person'> | null },
): Promise<void> {
  await tx.sql
    .insertInto('guardian_approval')
    .values({
      tenant_id: tx.tenant.id,
      person_id: approval.personId,
      guardian_name: approval.guardianName,
      approved_on: tx.today,
      channel: tx.channel,
      registered_by: approval.registeredBy,
    })
    .execute();
}

/** Where a person lives and has lived, the newest first. */
export async function residenciesOf(tx: TenantDb, personId: Id<'person'>): Promise<Residency[]> {
  const rows = await tx.sql
    .selectFrom('residency')
    .innerJoin('tenancy', 'tenancy.id', 'residency.tenancy_id')
    .select([
      'residency.id',
      'residency.tenancy_id as tenancyId',
      'tenancy.department_id as departmentId',
      'residency.from_day as from',
      'residency.until_day as until',
      'tenancy.street',
      'tenancy.house_number as houseNumber',
      'tenancy.floor',
      'tenancy.door',
    ])
    .where('residency.person_id', '=', personId)
    .orderBy('residency.from_day', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    tenancyId: row.tenancyId,
    departmentId: row.departmentId,
    from: row.from,
    until: row.until,
    address: formatAddress(row),
  }));
}

export async function insertResidency(
  tx: TenantDb,
  home: { personId: Id<'person'>; tenancyId: Id<'tenancy'>; from: Day; until: Day | null },
): Promise<void> {
  await tx.sql
    .insertInto('residency')
    .values({
      tenant_id: tx.tenant.id,
      person_id: home.personId,
      tenancy_id: home.tenancyId,
      from_day: home.from,
      until_day: home.until,
    })
    .execute();
}

/** The last day in a home; one that had not begun is as if never written. */
export async function endResidency(tx: TenantDb, id: Id<'residency'>, lastDay: Day): Promise<void> {
  const early = tx.sql.deleteFrom('residency').where('tenant_id', '=', tx.tenant.id).where('id', '=', id);
  await early.where('from_day', '>', lastDay).execute();
  await tx.sql
    .updateTable('residency')
    .set({ until_day: lastDay })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}
