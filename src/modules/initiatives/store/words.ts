import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** What people wrote, by the id of the row that it lies on: questions that are asked together with others. */
export const askWords = (tx: TenantDb, asks: readonly string[]): RawBuilder<unknown> =>
  sql`select id, words from initiative_driver_ask where tenant_id = ${tx.tenant.id} and id = any(${asks}::uuid[])`;

export const stepWords = (tx: TenantDb, steps: readonly string[]): RawBuilder<unknown> =>
  sql`select id, says as words from initiative_step where tenant_id = ${tx.tenant.id} and id = any(${steps}::uuid[])`;

export const ideaWords = (tx: TenantDb, ideas: readonly string[]): RawBuilder<unknown> =>
  sql`select id, said as words from idea where tenant_id = ${tx.tenant.id} and id = any(${ideas}::uuid[])`;

/** What they wrote who asked for help, by their initiative. */
export const helpWords = (tx: TenantDb, initiatives: readonly string[]): RawBuilder<unknown> => sql`
  select initiative_id as id, words from initiative_question
  where tenant_id = ${tx.tenant.id} and initiative_id = any(${initiatives}::uuid[])
    and answer = 'help' and helped_on is null and words <> ''`;
