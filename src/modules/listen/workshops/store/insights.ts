import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { ROWS_A_PAGE } from '../rules/workshop.ts';

export interface Insight {
  readonly id: Id<'workshop_insight'>;
  readonly tableId: Id<'workshop_table'> | null;
  readonly words: string;
  readonly hidden: boolean;
  /** Somebody who runs the workshop has said yes to it; else it waits. */
  readonly shown: boolean;
}

export async function insertInsight(
  tx: TenantDb,
  insight: {
    readonly workshopId: Id<'workshop'>;
    readonly tableId: Id<'workshop_table'> | null;
    readonly words: string;
  },
): Promise<Id<'workshop_insight'>> {
  const row = await tx.sql
    .insertInto('workshop_insight')
    .values({
      tenant_id: tx.tenant.id,
      workshop_id: insight.workshopId,
      table_id: insight.tableId,
      words: insight.words,
      said_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The newest first. Those that wait or are hidden are for those who run the workshop. */
export async function insightsOf(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  which: 'on the wall' | 'all',
): Promise<Insight[]> {
  const all = tx.sql
    .selectFrom('workshop_insight')
    .select([
      'id',
      'table_id as tableId',
      'words',
      sql<boolean>`hidden_at is not null`.as('hidden'),
      sql<boolean>`shown_at is not null and hidden_at is null`.as('shown'),
    ])
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop);
  const query = which === 'all' ? all : all.where('hidden_at', 'is', null).where('shown_at', 'is not', null);
  return query.orderBy('id', 'desc').limit(ROWS_A_PAGE).execute();
}

/** How many wait for somebody to read them. */
export async function waitingInsights(tx: TenantDb, workshop: Id<'workshop'>): Promise<number> {
  const { count } = await tx.sql
    .selectFrom('workshop_insight')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('shown_at', 'is', null)
    .where('hidden_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Up on the wall; one that was hidden comes back. False when there is none. */
export async function putUpInsight(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_insight'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('workshop_insight')
    .set({ shown_at: tx.now, hidden_at: null })
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** All that wait; those that were hidden stay so. How many it was. */
export async function putUpInsights(tx: TenantDb, workshop: Id<'workshop'>): Promise<number> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('workshop_insight')
    .set({ shown_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('shown_at', 'is', null)
    .where('hidden_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Everything that anybody can read now. How many it was. */
export async function hideInsights(tx: TenantDb, workshop: Id<'workshop'>): Promise<number> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('workshop_insight')
    .set({ hidden_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('hidden_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** False when there is none. */
export async function hideInsight(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_insight'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('workshop_insight')
    .set({ hidden_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
