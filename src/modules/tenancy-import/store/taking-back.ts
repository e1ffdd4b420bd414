import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

type ImportId = Id<'tenancy_import'>;

/** What an import made, and how many of its homes somebody lives in, wrote to or left alone since. */
export interface ImportTraces {
  readonly departments: number;
  readonly stairwells: number;
  readonly homes: number;
  readonly inUse: number;
}

export async function readTraces(tx: TenantDb, id: ImportId): Promise<ImportTraces> {
  const { rows } = await sql<ImportTraces>`
    select
      count(*) filter (where m.kind = 'department')::int as departments,
      count(*) filter (where m.kind = 'building')::int as stairwells,
      count(*) filter (where m.kind = 'tenancy')::int as homes,
      count(*) filter (where m.kind = 'tenancy' and (
        exists (select from residency r where r.tenant_id = m.tenant_id and r.tenancy_id = m.row_id)
        or exists (select from household_code h where h.tenant_id = m.tenant_id and h.tenancy_id = m.row_id)
        or exists (select from no_contact n where n.tenant_id = m.tenant_id and n.tenancy_id = m.row_id)
      ))::int as "inUse"
    from tenancy_import_made m
    where m.tenant_id = ${tx.tenant.id} and m.import_id = ${id}
  `.execute(tx.sql);
  return rows[0] as ImportTraces;
}

/** False, and nothing is changed, when anything at all points at what the import made. */
export async function deleteMade(tx: TenantDb, id: ImportId): Promise<boolean> {
  await sql`savepoint taking_back`.execute(tx.sql);
  try {
    for (const kind of ['tenancy', 'building', 'department'] as const) {
      await sql`
        delete from ${sql.table(kind)}
        where tenant_id = ${tx.tenant.id}
          and id in (
            select row_id from tenancy_import_made
            where tenant_id = ${tx.tenant.id} and import_id = ${id} and kind = ${kind}
          )
      `.execute(tx.sql);
    }
  } catch (error) {
    const FOREIGN_KEY_VIOLATION = '23503';
    if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error;
    await sql`rollback to savepoint taking_back`.execute(tx.sql);
    return false;
  }
  await tx.sql
    .deleteFrom('tenancy_import_made')
    .where('tenant_id', '=', tx.tenant.id)
    .where('import_id', '=', id)
    .execute();
  await tx.sql
    .updateTable('tenancy_import')
    .set({ taken_back_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
  return true;
}
