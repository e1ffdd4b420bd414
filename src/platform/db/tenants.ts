import type { Id } from '../../kernel/id.ts';
import type { Database } from './database.ts';
import type { Tenant } from './tenant-db.ts';

const COLUMNS = ['id', 'slug', 'name', 'host', 'colour', 'language'] as const;

/** The tenant that a host name (lower case, without port) leads to, or null. */
export async function tenantByHost(database: Database, host: string): Promise<Tenant | null> {
  const row = await database.asOwner((sql) =>
    sql.selectFrom('tenant').select(COLUMNS).where('host', '=', host).executeTakeFirst(),
  );
  return row ?? null;
}

/** The tenant whose addresses begin with `/slug`, or null. */
export async function tenantBySlug(database: Database, slug: string): Promise<Tenant | null> {
  const row = await database.asOwner((sql) =>
    sql.selectFrom('tenant').select(COLUMNS).where('slug', '=', slug).executeTakeFirst(),
  );
  return row ?? null;
}

/** Every tenant, by slug. */
export async function allTenants(database: Database): Promise<Tenant[]> {
  return database.asOwner((sql) => sql.selectFrom('tenant').select(COLUMNS).orderBy('slug').execute());
}

/** Opens a house. Throws when the slug or the host name is taken. */
export async function createTenant(
  database: Database,
  tenant: Pick<Tenant, 'slug' | 'name'> & Partial<Omit<Tenant, 'slug' | 'name'>>,
): Promise<Tenant> {
  return database.asOwner((sql) =>
    sql.insertInto('tenant').values(tenant).returning(COLUMNS).executeTakeFirstOrThrow(),
  );
}

/** Looks a tenant up by id; null when there is none. */
export async function tenantById(database: Database, id: Id<'tenant'>): Promise<Tenant | null> {
  const row = await database.asOwner((sql) =>
    sql.selectFrom('tenant').select(COLUMNS).where('id', '=', id).executeTakeFirst(),
  );
  return row ?? null;
}
