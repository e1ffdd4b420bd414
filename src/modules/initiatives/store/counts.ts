import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** How many initiatives each department has that have not ended; those for the whole house are not counted. */
export async function countsByDepartment(tx: TenantDb): Promise<ReadonlyMap<Id<'department'>, number>> {
  const rows = await tx.sql
    .selectFrom('initiative_department as d')
    .leftJoin('initiative_end as e', (join) =>
      join
        .onRef('e.tenant_id', '=', 'd.tenant_id')
        .onRef('e.initiative_id', '=', 'd.initiative_id')
        .on('e.on_day', '<=', tx.today),
    )
    .select((row) => ['d.department_id as id', row.fn.countAll<number>().as('count')])
    .where('d.tenant_id', '=', tx.tenant.id)
    .where('e.result', 'is', null)
    .groupBy('d.department_id')
    .execute();
  return new Map(rows.map((row) => [row.id, row.count]));
}
