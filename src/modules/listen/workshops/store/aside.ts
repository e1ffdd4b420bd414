import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ByLinkSeat } from '../rules/sheets.ts';

/** Somebody has sat down at the table by the link alone. */
export async function insertLinkSeat(tx: TenantDb, table: Id<'workshop_table'>): Promise<void> {
  await tx.sql
    .insertInto('workshop_link_seat')
    .values({ tenant_id: tx.tenant.id, table_id: table, begun_at: tx.now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'table_id']).doUpdateSet({ begun_at: tx.now }))
    .execute();
}

/** Those who run the workshop have given the table its code. */
export async function deleteLinkSeat(tx: TenantDb, table: Id<'workshop_table'>): Promise<void> {
  await tx.sql
    .deleteFrom('workshop_link_seat')
    .where('tenant_id', '=', tx.tenant.id)
    .where('table_id', '=', table)
    .execute();
}

/** Tables where somebody sits by the link, or something is set aside. */
export async function linkSeatsOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<ByLinkSeat[]> {
  const { rows } = await sql<ByLinkSeat>`
    select t.id as "tableId", l.table_id is not null as seated,
      (select count(*)::int from (${typedSheets(tx)}) s where s.table_id = t.id) as typed,
      (select count(*)::int from workshop_aside a where a.tenant_id = t.tenant_id and a.table_id = t.id) as aside
    from workshop_table t
    left join workshop_link_seat l on l.tenant_id = t.tenant_id and l.table_id = t.id
    where t.tenant_id = ${tx.tenant.id} and t.workshop_id = ${workshop} and (l.table_id is not null or exists (
      select from workshop_aside a where a.tenant_id = t.tenant_id and a.table_id = t.id))`.execute(tx.sql);
  return rows;
}

/** Sheets on a telephone whose latest settling is the table's own word. */
function typedSheets(tx: TenantDb) {
  return sql<{ id: Id<'workshop_sheet'> }>`
    select s.id, s.table_id from workshop_sheet s
    join lateral (
      select k.source from workshop_confirmation c
      join workshop_check k on k.tenant_id = c.tenant_id and k.id = c.check_id
      where c.tenant_id = s.tenant_id and c.sheet_id = s.id order by c.id desc limit 1
    ) last on last.source = 'table'
    where s.tenant_id = ${tx.tenant.id} and s.serial is null`;
}

/** What was typed for a table on telephones, and stands by nobody's word but theirs. */
export async function typedFor(tx: TenantDb, table: Id<'workshop_table'>): Promise<readonly Id<'workshop_sheet'>[]> {
  const { rows } = await sql<{ id: Id<'workshop_sheet'> }>`
    select t.id from (${typedSheets(tx)}) t where t.table_id = ${table} order by t.id`.execute(tx.sql);
  return rows.map(({ id }) => id);
}

/** It is no table's any more, until it is put back. */
export async function setAsideSheet(
  tx: TenantDb,
  sheet: Id<'workshop_sheet'>,
  table: Id<'workshop_table'>,
): Promise<void> {
  await tx.sql
    .insertInto('workshop_aside')
    .values({
      ...{ tenant_id: tx.tenant.id, sheet_id: sheet, table_id: table },
      ...{ aside_at: tx.now, aside_by: personIdOf(tx.actor) },
    })
    .execute();
  await tx.sql
    .updateTable('workshop_sheet')
    .set({ table_id: null })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', sheet)
    .execute();
}

/** What was set aside is the table's again, but for what has been answered anew meanwhile. Answers how many sheets. */
export async function putBackSheets(tx: TenantDb, table: Id<'workshop_table'>): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with newest as (
      select distinct on (s.edition_id, s.page) a.sheet_id from workshop_aside a
      join workshop_sheet s on s.tenant_id = a.tenant_id and s.id = a.sheet_id
      where a.tenant_id = ${tx.tenant.id} and a.table_id = ${table} and not exists (
        select from workshop_sheet o where o.tenant_id = s.tenant_id and o.table_id = ${table}
          and o.edition_id = s.edition_id and o.page = s.page and o.serial is null)
      order by s.edition_id, s.page, a.sheet_id desc
    ), off as (
      delete from workshop_aside a using newest n
      where a.tenant_id = ${tx.tenant.id} and a.sheet_id = n.sheet_id returning a.sheet_id
    )
    update workshop_sheet s set table_id = ${table} from off
    where s.tenant_id = ${tx.tenant.id} and s.id = off.sheet_id returning s.id`.execute(tx.sql);
  return rows.length;
}
