import { sql } from 'kysely';
import { addressLines } from '../../../kernel/address.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Language, readLanguage } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Contact, ContactChannel } from '../rules.ts';

/** Everything that reaching a person takes, in one query. Null when there is no such person. */
export async function contactOf(tx: TenantDb, personId: Id<'person'>): Promise<Contact | null> {
  return (await contactsOf(tx, [personId])).get(personId) ?? null;
}

/** The same for many, in one query whatever their number. Those nobody knows are absent. */
export async function contactsOf(tx: TenantDb, people: readonly Id<'person'>[]): Promise<Map<Id<'person'>, Contact>> {
  if (people.length === 0) return new Map();
  const { rows } = await sql<ContactRow>`
    select p.id, p.name, p.email, p.phone, p.language,
      c.channel, coalesce(c.large_print, false) as "largePrint", coalesce(c.digital_exempt, false) as "digitalExempt",
      t.street, t.house_number as "houseNumber", t.floor, t.door, t.postcode, t.city
    from person p
    left join contact_preference c on c.tenant_id = p.tenant_id and c.person_id = p.id
    left join lateral (
      select tenancy_id
      from residency r
      where r.tenant_id = p.tenant_id and r.person_id = p.id
        and r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})
      order by r.from_day desc
      limit 1
    ) home on true
    left join tenancy t on t.tenant_id = p.tenant_id and t.id = home.tenancy_id
    where p.tenant_id = ${tx.tenant.id} and p.id = any(${people}::uuid[]) and p.erased_on is null
  `.execute(tx.sql);
  return new Map(rows.map((row) => [row.id, asContact(row)]));
}

function asContact(row: ContactRow): Contact {
  return {
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: readLanguage(row.language) ?? 'da',
    largePrint: row.largePrint,
    channel: row.channel ?? (row.email ? 'mail' : row.phone ? 'sms' : 'paper'),
    address: row.street ? addressLines({ ...row, street: row.street }) : null,
    digitalExempt: row.digitalExempt,
  };
}

interface ContactRow {
  id: Id<'person'>;
  name: string;
  email: string | null;
  phone: string | null;
  language: string;
  channel: ContactChannel | null;
  largePrint: boolean;
  digitalExempt: boolean;
  street: string | null;
  houseNumber: string;
  floor: string;
  door: string;
  postcode: string;
  city: string;
}

/** How a paper to everybody in a home is best written. */
export interface HouseholdReaders {
  /** Null when they differ. */
  readonly language: Language | null;
  /** Somebody there wants large print. */
  readonly large: boolean;
}

/** For the homes where somebody is known to live today; one query whatever their number. */
export async function readersAt(
  tx: TenantDb,
  homes: readonly Id<'tenancy'>[],
): Promise<Map<Id<'tenancy'>, HouseholdReaders>> {
  if (homes.length === 0) return new Map();
  const { rows } = await sql<{ id: Id<'tenancy'>; languages: string[]; large: boolean }>`
    select r.tenancy_id as id, array_agg(distinct p.language) as languages,
      bool_or(coalesce(c.large_print, false)) as large
    from residency r
    join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    left join contact_preference c on c.tenant_id = p.tenant_id and c.person_id = p.id
    where r.tenant_id = ${tx.tenant.id} and r.tenancy_id = any(${homes}::uuid[])
      and r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})
    group by r.tenancy_id
  `.execute(tx.sql);
  return new Map(
    rows.map(({ id, languages: [first = '', another], large }) => [
      id,
      { language: another ? null : readLanguage(first), large },
    ]),
  );
}

/** What the person has said about being reached. Null when they have said nothing. */
export async function wishOf(tx: TenantDb, personId: Id<'person'>): Promise<Preference | null> {
  const row = await tx.sql
    .selectFrom('contact_preference')
    .select(['channel', 'large_print as largePrint', 'digital_exempt as digitalExempt'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? { ...row, channel: row.channel as ContactChannel } : null;
}

export interface Preference {
  readonly channel: ContactChannel;
  readonly largePrint: boolean;
  readonly digitalExempt: boolean;
}

export async function savePreference(
  tx: TenantDb,
  personId: Id<'person'>,
  preference: Preference,
  by: Id<'person'> | null,
): Promise<void> {
  const row = {
    channel: preference.channel,
    large_print: preference.largePrint,
    digital_exempt: preference.digitalExempt,
    changed_at: tx.now,
    changed_by: by,
    changed_channel: tx.channel,
  };
  await tx.sql
    .insertInto('contact_preference')
    .values({ tenant_id: tx.tenant.id, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(row))
    .execute();
}
