import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** Those who drive one of these initiatives today. */
export async function driversOfAny(tx: TenantDb, ids: readonly Id<'initiative'>[]): Promise<Id<'person'>[]> {
  if (ids.length === 0) return [];
  const rows = await drivenToday(tx).select('person_id').distinct().where('initiative_id', 'in', ids).execute();
  return rows.map((row) => row.person_id);
}

/** Who is or was in the group behind an initiative: drives it, drove it, or has taken on one of its steps. */
export async function groupOf(tx: TenantDb, id: Id<'initiative'>): Promise<Id<'person'>[]> {
  const rows = await tx.sql
    .selectFrom('initiative_driver')
    .select('person_id as id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('initiative_id', '=', id)
    .union(
      tx.sql
        .selectFrom('initiative_step')
        .select((row) => row.ref('person_id').$notNull().as('id'))
        .where('tenant_id', '=', tx.tenant.id)
        .where('initiative_id', '=', id)
        .where('person_id', 'is not', null),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** The initiatives that a person drives today. */
export async function drivenBy(tx: TenantDb, personId: Id<'person'>): Promise<Id<'initiative'>[]> {
  const rows = await drivenToday(tx).select('initiative_id').where('person_id', '=', personId).execute();
  return rows.map((row) => row.initiative_id);
}

function drivenToday(tx: TenantDb) {
  return tx.sql
    .selectFrom('initiative_driver')
    .where('from_day', '<=', tx.today)
    .where((where) => where.or([where('stopped_on', 'is', null), where('stopped_on', '>', tx.today)]));
}
