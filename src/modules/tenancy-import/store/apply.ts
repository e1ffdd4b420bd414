import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { FileWords } from '../rules.ts';
import type { Import } from './staging.ts';

type ImportId = Id<'tenancy_import'>;

/**
 * Rows staged a moment ago have no statistics, so the planner takes them for a handful and loops: 5,000 homes took two
 * minutes. Joined by hash they take a second, whatever their number.
 */
export async function inBulk<T>(tx: TenantDb, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(tx.sql);
  const answer = await work();
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(tx.sql);
  return answer;
}

/**
 * Finds which tenancy each staged row is. People live at an address, so the address decides first (a number that the
 * ERP gave to another home must not move anybody); then the number, for a corrected address. Answers what would happen.
 */
export async function compareStage(
  tx: TenantDb,
  { id, organisationId }: Import,
): Promise<Pick<Import, 'created' | 'changed' | 'unchanged' | 'absent'>> {
  await tx.sql
    .updateTable('tenancy_import_row')
    .set({ tenancy_id: null, fate: 'created' })
    .where('import_id', '=', id)
    .where('fate', '!=', 'created')
    .execute();
  await sql`
    update tenancy_import_row r
    set tenancy_id = same.id
    from (
      select distinct on (r.row) r.row, t.id
      from tenancy_import_row r
      join tenancy t on t.address_key = r.address_key
      join department d on d.id = t.department_id
      where r.import_id = ${id} and d.organisation_id = ${organisationId}
      order by r.row, (d.number = r.department_number) desc, (t.number = r.number) desc, t.absent_since nulls first, t.id
    ) same
    where r.import_id = ${id} and r.row = same.row
  `.execute(tx.sql);
  await sql`
    update tenancy_import_row r
    set tenancy_id = t.id
    from department d
    join tenancy t on t.department_id = d.id
    where r.import_id = ${id} and r.tenancy_id is null
      and d.organisation_id = ${organisationId} and d.number = r.department_number and t.number = r.number
      and not exists (select from tenancy_import_row o where o.import_id = ${id} and o.tenancy_id = t.id)
  `.execute(tx.sql);
  await sql`
    update tenancy_import_row r
    set fate = case
      when t.absent_since is null
        and (d.number, t.number, t.address_key, t.street, t.city) = (r.department_number, r.number, r.address_key, r.street, r.city)
        and t.kind = coalesce(r.kind, t.kind)
        and t.rooms is not distinct from coalesce(r.rooms, t.rooms)
        and t.area_m2 is not distinct from coalesce(r.area_m2, t.area_m2)
        and t.from_day is not distinct from coalesce(r.from_day, t.from_day)
        and t.until_day is not distinct from coalesce(r.until_day, t.until_day)
      then 'unchanged' else 'changed' end
    from tenancy t
    join department d on d.id = t.department_id
    where r.import_id = ${id} and t.id = r.tenancy_id
  `.execute(tx.sql);
  return countFates(tx, id, organisationId);
}

async function countFates(tx: TenantDb, id: ImportId, organisationId: Id<'organisation'>) {
  const { rows } = await sql<Pick<Import, 'created' | 'changed' | 'unchanged' | 'absent'>>`
    select
      count(*) filter (where fate = 'created') as created,
      count(*) filter (where fate = 'changed') as changed,
      count(*) filter (where fate = 'unchanged') as unchanged,
      (
        select count(*)
        from tenancy t
        join department d on d.id = t.department_id
        where d.organisation_id = ${organisationId} and t.absent_since is null
          and d.number in (select department_number from tenancy_import_row where import_id = ${id})
          and not exists (select from tenancy_import_row o where o.import_id = ${id} and o.tenancy_id = t.id)
          and not exists (
            select from tenancy_import_problem p
            where p.import_id = ${id} and p.department_number = d.number and p.number = t.number
          )
      ) as absent
    from tenancy_import_row
    where import_id = ${id}
  `.execute(tx.sql);
  return rows[0] as Pick<Import, 'created' | 'changed' | 'unchanged' | 'absent'>;
}

/** A department that the file brings, and what it is called now (null when it is new). */
export interface DepartmentChange {
  readonly number: string;
  readonly name: string;
  readonly before: string | null;
}

export async function departmentChanges(
  tx: TenantDb,
  { id, organisationId }: Import,
  words: FileWords,
): Promise<DepartmentChange[]> {
  const { rows } = await sql<DepartmentChange>`
    select f.number, coalesce(nullif(f.name, ''), ${words.department} || ' ' || f.number) as name, d.name as before
    from (
      select department_number as number, max(department_name) as name
      from tenancy_import_row
      where import_id = ${id}
      group by department_number
    ) f
    left join department d on d.organisation_id = ${organisationId} and d.number = f.number
    where d.id is null or (f.name <> '' and f.name <> d.name)
    order by f.number
  `.execute(tx.sql);
  return rows;
}

/** New departments, new names, and numbers out of the way of those who are to have them. */
export async function applyDepartments(tx: TenantDb, { id, organisationId }: Import, words: FileWords): Promise<void> {
  await sql`
    with put as (
      insert into department (tenant_id, organisation_id, number, name, municipality)
      select ${tx.tenant.id}::uuid, ${organisationId}::uuid, department_number,
        coalesce(nullif(max(department_name), ''), ${words.department} || ' ' || department_number), max(municipality)
      from tenancy_import_row
      where import_id = ${id}
      group by department_number
      on conflict (tenant_id, organisation_id, number) do update
      set
        name = case when excluded.name = ${words.department} || ' ' || excluded.number then department.name else excluded.name end,
        municipality = coalesce(nullif(excluded.municipality, ''), department.municipality)
      -- A row that was there before has a transaction that took it out of the way.
      returning id, xmax = 0 as is_new
    ),
    made as (select id from put where is_new)
    ${noteMade(tx, id, 'department')}
  `.execute(tx.sql);
  await sql`
    update tenancy t
    set number = t.number || ' (' || ${words.retired} || ' ' || right(t.id::text, 6) || ')'
    from department d, tenancy_import_row r
    where r.import_id = ${id} and d.organisation_id = ${organisationId} and d.number = r.department_number
      and t.department_id = d.id and t.number = r.number
      and not exists (select from tenancy_import_row o where o.import_id = ${id} and o.tenancy_id = t.id)
  `.execute(tx.sql);
  await sql`
    update tenancy t
    set number = '~' || t.id
    from tenancy_import_row r, department d
    where r.import_id = ${id} and r.tenancy_id = t.id and d.id = t.department_id
      and (t.number, d.number) <> (r.number, r.department_number)
  `.execute(tx.sql);
}

/** The rows that a statement `made`: what taking the import back takes away. */
function noteMade(tx: TenantDb, id: ImportId, kind: 'department' | 'building' | 'tenancy') {
  return sql`
    insert into tenancy_import_made (tenant_id, import_id, kind, row_id)
    select ${tx.tenant.id}, ${id}, ${kind}, id from made`;
}

/** The next rows after `after`: their stairwells, changes and new homes. Answers the last row done, null when none was left. */
export async function applyRows(
  tx: TenantDb,
  { id, organisationId }: Import,
  after: number,
  limit: number,
): Promise<{ last: number; rows: number } | null> {
  const { rows } = await sql<{ last: number | null; rows: number }>`
    select max(row) as last, count(*) as rows
    from (select row from tenancy_import_row where import_id = ${id} and row > ${after} order by row limit ${limit}) step
  `.execute(tx.sql);
  const last = rows[0]?.last ?? null;
  if (last === null) return null;
  const staged = sql`
    from tenancy_import_row r
    join department d on d.organisation_id = ${organisationId} and d.number = r.department_number
    join building b on b.department_id = d.id and b.address_key = r.building_key
    where r.import_id = ${id} and r.row > ${after} and r.row <= ${last}`;
  await sql`
    with made as (
    insert into building (tenant_id, department_id, street, house_number, postcode, city, address_key)
    select distinct on (d.id, r.building_key)
      ${tx.tenant.id}, d.id, r.street, r.house_number, r.postcode, r.city, r.building_key
    from tenancy_import_row r
    join department d on d.organisation_id = ${organisationId} and d.number = r.department_number
    where r.import_id = ${id} and r.row > ${after} and r.row <= ${last} and r.fate <> 'unchanged'
    on conflict (tenant_id, department_id, address_key) do nothing
    returning id
    )
    ${noteMade(tx, id, 'building')}
  `.execute(tx.sql);
  await sql`
    update tenancy t
    set department_id = n.department_id, building_id = n.building_id, number = n.number, street = n.street,
      house_number = n.house_number, floor = n.floor, door = n.door, postcode = n.postcode, city = n.city,
      address_key = n.address_key, kind = coalesce(n.kind, t.kind), rooms = coalesce(n.rooms, t.rooms),
      area_m2 = coalesce(n.area_m2, t.area_m2), from_day = coalesce(n.from_day, t.from_day),
      until_day = coalesce(n.until_day, t.until_day), absent_since = null
    from (select r.*, d.id as department_id, b.id as building_id ${staged} and r.fate = 'changed') n
    where t.id = n.tenancy_id
  `.execute(tx.sql);
  await sql`
    with made as (
    insert into tenancy (
      tenant_id, department_id, building_id, number, street, house_number, floor, door, postcode, city, address_key,
      kind, rooms, area_m2, from_day, until_day
    )
    select ${tx.tenant.id}, d.id, b.id, r.number, r.street, r.house_number, r.floor, r.door, r.postcode, r.city,
      r.address_key, coalesce(r.kind, 'family'), r.rooms, r.area_m2, r.from_day, r.until_day
    ${staged} and r.fate = 'created'
    on conflict (tenant_id, department_id, number) do nothing
    returning id
    )
    ${noteMade(tx, id, 'tenancy')}
  `.execute(tx.sql);
  return { last, rows: rows[0]?.rows ?? 0 };
}

/** Homes of the file's departments that it no longer has are marked, never deleted. Then the staged rows go. */
export async function finishRows(tx: TenantDb, { id, organisationId }: Import): Promise<void> {
  const marked = await sql`
    update tenancy t
    set absent_since = ${tx.today}
    from department d
    where t.department_id = d.id and d.organisation_id = ${organisationId} and t.absent_since is null
      and d.number in (select department_number from tenancy_import_row where import_id = ${id})
      and not exists (
        select from tenancy_import_row r
        where r.import_id = ${id} and r.department_number = d.number and r.number = t.number
      )
      and not exists (
        select from tenancy_import_problem p
        where p.import_id = ${id} and p.department_number = d.number and p.number = t.number
      )
  `.execute(tx.sql);
  await tx.sql.deleteFrom('tenancy_import_row').where('import_id', '=', id).execute();
  await tx.sql
    .updateTable('tenancy_import')
    .set({ finished_at: tx.now, absent: Number(marked.numAffectedRows ?? 0) })
    .where('id', '=', id)
    .execute();
}
