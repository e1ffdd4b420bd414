import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';

/** What these workshops are called, for what waits about them. */
export const workshopNames = (tx: TenantDb, workshops: readonly string[]): RawBuilder<unknown> => sql`
  select w.id, w.name as words from workshop w
  where w.tenant_id = ${tx.tenant.id} and w.id = any(${workshops}::uuid[])`;

/** The same, asked by a table of each. */
export const tableWorkshopNames = (tx: TenantDb, tables: readonly string[]): RawBuilder<unknown> => sql`
  select t.id, w.name as words
  from workshop_table t
  join workshop w on w.tenant_id = t.tenant_id and w.id = t.workshop_id
  where t.tenant_id = ${tx.tenant.id} and t.id = any(${tables}::uuid[])`;
