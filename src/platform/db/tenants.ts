import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import type { Id } from '../../kernel/id.ts';
import type { Database } from './database.ts';
import type { Tenant } from './tenant-db.ts';

const COLUMNS = [
  ...(['id', 'slug', 'name', 'host', 'colour', 'language', 'settings'] as const),
  sql<boolean>`settings->>'browserLanguage' is distinct from 'no'`.as('heedsBrowser'),
];

/** The tenant whose addresses begin with `/slug`, or null. */
export async function tenantBySlug(database: Database, slug: string): Promise<Tenant | null> {
  const row = await database.asOwner((db) =>
    db.selectFrom('tenant').select(COLUMNS).where('slug', '=', slug).executeTakeFirst(),
  );
  return row ?? null;
}

/** Every tenant, by slug. */
export async function allTenants(database: Database): Promise<Tenant[]> {
  return database.asOwner((db) => db.selectFrom('tenant').select(COLUMNS).orderBy('slug').execute());
}

/** Opens a house. Throws when the slug or the host name is taken. */
export async function createTenant(
  database: Database,
  tenant: Pick<Tenant, 'slug' | 'name'> & Partial<Omit<Tenant, 'slug' | 'name' | 'heedsBrowser' | 'settings'>>,
): Promise<Tenant> {
  return database.asOwner((db) => db.insertInto('tenant').values(tenant).returning(COLUMNS).executeTakeFirstOrThrow());
}

/** Looks a tenant up by id; null when there is none. */
export async function tenantById(database: Database, id: Id<'tenant'>): Promise<Tenant | null> {
  const row = await database.asOwner((db) =>
    db.selectFrom('tenant').select(COLUMNS).where('id', '=', id).executeTakeFirst(),
  );
  return row ?? null;
}

/**
 * Takes a tenant away with everything that is its: for a demo story or a trial, never for a house that has lived.
 * Tables are emptied in whatever order their references allow, in one transaction.
 */
export async function removeTenant(database: Database, id: Id<'tenant'>): Promise<void> {
  await database.asOwner((_, client) => removeRows(client, id));
}

/** The new tenant takes the old one's place and address; the old one is gone in the same moment. `settings` are added to its own. */
export async function replaceTenant(
  database: Database,
  { old, fresh }: { readonly old: Tenant; readonly fresh: Tenant },
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await database.asOwner(async (_, client) => {
    await removeRows(client, old.id);
    await client.query('update tenant set slug = $2, host = $3, settings = settings || $4 where id = $1', [
      fresh.id,
      old.slug,
      old.host,
      JSON.stringify(settings),
    ]);
  });
}

/** What everybody knows of the house from now on, beside what was known. */
export async function settleTenant(
  database: Database,
  id: Id<'tenant'>,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await database.asOwner(async (_, client) => {
    await client.query('update tenant set settings = settings || $2 where id = $1', [id, JSON.stringify(settings)]);
  });
}

async function removeRows(client: PoolClient, id: Id<'tenant'>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );
  for (const table of APPEND_ONLY) await client.query(`alter table ${table} disable trigger user`);
  let waiting = rows.map(({ name }) => name);
  while (waiting.length > 0) {
    const still: string[] = [];
    for (const name of waiting) if (!(await emptied(client, name, id))) still.push(name);
    if (still.length === waiting.length) throw new Error(`Cannot remove the tenant: ${still.join(', ')} are held`);
    waiting = still;
  }
  for (const table of APPEND_ONLY) await client.query(`alter table ${table} enable trigger user`);
  await client.query('delete from tenant where id = $1', [id]);
}

/** Tables whose triggers refuse to let anything go, or make something else of it. */
const APPEND_ONLY = ['journal_entry', 'journal_anchor', 'privacy_look', 'privacy_look_list'] as const;

/** False when another table still points at its rows. */
async function emptied(client: PoolClient, table: string, id: Id<'tenant'>): Promise<boolean> {
  await client.query('savepoint emptying');
  try {
    await client.query(`delete from "${table}" where tenant_id = $1`, [id]);
    return true;
  } catch (error) {
    const FOREIGN_KEY_VIOLATION = '23503';
    if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error;
    await client.query('rollback to savepoint emptying');
    return false;
  }
}
