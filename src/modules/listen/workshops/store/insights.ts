import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { ROWS_A_PAGE } from '../rules/workshop.ts';

export interface Insight {
  readonly id: Id<'workshop_insight'>;
  readonly tableId: Id<'workshop_table'> | null;
  readonly words: string;
  readonly hidden: boolean;
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

/** The newest first. Those that staff have hidden come only when they are asked for. */
export async function insightsOf(tx: TenantDb, workshop: Id<'workshop'>, hiddenToo: boolean): Promise<Insight[]> {
  const all = tx.sql
    .selectFrom('workshop_insight')
    .select(['id', 'table_id as tableId', 'words', sql<boolean>`hidden_at is not null`.as('hidden')])
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop);
  const query = hiddenToo ? all : all.where('hidden_at', 'is', null);
  return query.orderBy('id', 'desc').limit(ROWS_A_PAGE).execute();
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
