import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Table } from '../rules/sheets.ts';

export async function tablesOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<Table[]> {
  return tables(tx).where('workshop_id', '=', workshop).orderBy('number').limit(500).execute();
}

export async function tableById(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_table'>,
): Promise<Table | null> {
  return (await tables(tx).where('workshop_id', '=', workshop).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function tableByNumber(tx: TenantDb, workshop: Id<'workshop'>, number: number): Promise<Table | null> {
  const query = tables(tx).where('workshop_id', '=', workshop).where('number', '=', number);
  return (await query.executeTakeFirst()) ?? null;
}

/** The table whose own code it is, and its workshop. */
export async function tableByCode(
  tx: TenantDb,
  code: string,
): Promise<(Table & { readonly workshopId: Id<'workshop'> }) | null> {
  const query = tables(tx).select('workshop_id as workshopId').where('code', '=', code);
  return (await query.executeTakeFirst()) ?? null;
}

/** False when another table of the house has it, or (`first`) this one has one already. */
export async function setTableCode(
  tx: TenantDb,
  id: Id<'workshop_table'>,
  code: string,
  { first }: { readonly first: boolean },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update workshop_table t set code = ${code}
    where t.tenant_id = ${tx.tenant.id} and t.id = ${id} and (not ${first}::boolean or t.code is null)
      and not exists (select from workshop_table o where o.tenant_id = t.tenant_id and o.code = ${code})
    returning t.id`.execute(tx.sql);
  return rows.length > 0;
}

function tables(tx: TenantDb) {
  return tx.sql
    .selectFrom('workshop_table')
    .select(['id', 'number', 'name', 'organisation_id as organisationId', 'code'])
    .where('tenant_id', '=', tx.tenant.id);
}

export async function insertTables(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  tables: readonly Omit<Table, 'id' | 'code'>[],
): Promise<void> {
  if (tables.length === 0) return;
  await tx.sql
    .insertInto('workshop_table')
    .values(
      tables.map(({ number, name, organisationId }) => ({
        tenant_id: tx.tenant.id,
        workshop_id: workshop,
        number,
        name,
        organisation_id: organisationId,
      })),
    )
    .execute();
}

export async function updateTable(tx: TenantDb, table: Omit<Table, 'number' | 'code'>): Promise<void> {
  await tx.sql
    .updateTable('workshop_table')
    .set({ name: table.name, organisation_id: table.organisationId })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', table.id)
    .execute();
}

/** False when something hangs on it: a sheet, a picture, words. Whoever was to sit there stays invited. */
export async function deleteTable(tx: TenantDb, workshop: Id<'workshop'>, id: Id<'workshop_table'>): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with free as (
      select t.tenant_id, t.id from workshop_table t
      where t.tenant_id = ${tx.tenant.id} and t.workshop_id = ${workshop} and t.id = ${id}
        and not exists (select from workshop_sheet s where s.tenant_id = t.tenant_id and s.table_id = t.id)
        and not exists (select from workshop_photo p where p.tenant_id = t.tenant_id and p.table_id = t.id)
        and not exists (select from workshop_insight i where i.tenant_id = t.tenant_id and i.table_id = t.id)
        and not exists (select from workshop_pledge p where p.tenant_id = t.tenant_id and p.table_id = t.id)
        and not exists (select from workshop_aside a where a.tenant_id = t.tenant_id and a.table_id = t.id)
    ), nobody as (
      update workshop_invitation i set table_id = null from free where i.tenant_id = free.tenant_id and i.table_id = free.id
    ), unreturned as (
      delete from workshop_return r using free where r.tenant_id = free.tenant_id and r.table_id = free.id
    )
    delete from workshop_table t using free where t.tenant_id = free.tenant_id and t.id = free.id returning t.id`.execute(
    tx.sql,
  );
  return rows.length > 0;
}
