import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';

/** What events are called, for the turns about them: questions that are asked together with others. */
export const eventTitles = (tx: TenantDb, events: readonly string[]): RawBuilder<unknown> => sql`
  select e.id, e.title as words from event e where e.tenant_id = ${tx.tenant.id} and e.id = any(${events}::uuid[])`;

/** The event that something is to be done for. */
export const dutyTitles = (tx: TenantDb, duties: readonly string[]): RawBuilder<unknown> => sql`
  select d.id, e.title as words from event_duty d
  join event e on e.tenant_id = d.tenant_id and e.id = d.event_id
  where d.tenant_id = ${tx.tenant.id} and d.id = any(${duties}::uuid[])`;
