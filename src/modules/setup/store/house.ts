import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Tenant, TenantDb } from '../../../platform/db/tenant-db.ts';

export type KnownHouse = Pick<Tenant, 'name' | 'slug' | 'host' | 'colour' | 'language' | 'settings'>;

/** The house as it stands now: what a request knows of it may be two seconds old. */
export async function knownHouse(tx: TenantDb): Promise<KnownHouse> {
  return tx.sql
    .selectFrom('tenant')
    .select(['name', 'slug', 'host', 'colour', 'language', 'settings'])
    .where('id', '=', tx.tenant.id)
    .executeTakeFirstOrThrow();
}

export async function nameHouse(tx: TenantDb, name: string, language: Language): Promise<void> {
  await sql`select name_house(${name}, ${language})`.execute(tx.sql);
}

/** `logo` null: our drawn house instead. */
export async function dressHouse(tx: TenantDb, colour: string, logo: Id<'file'> | null): Promise<void> {
  await sql`select dress_house(${colour}, ${logo}::uuid)`.execute(tx.sql);
}

export async function showSetup(tx: TenantDb, shown: boolean): Promise<void> {
  await sql`select show_setup(${shown})`.execute(tx.sql);
}
