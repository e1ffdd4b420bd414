import { sql } from 'kysely';
import { type Day, yearOf } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Asked, pageOf } from '../../../platform/resources/resource.ts';

interface ToldDepartment {
  readonly id: Id<'department'>;
  readonly number: string;
  readonly name: string;
  readonly municipality: string;
  readonly startedOn: Day | null;
  readonly hasBoard: boolean;
  readonly homes: number;
}

/** Departments as other systems read them, by id. */
export async function departmentsAfter(tx: TenantDb, asked: Asked): Promise<readonly ToldDepartment[]> {
  const { rows } = await sql<ToldDepartment>`
    select d.id, d.number, d.name, d.municipality, d.started_on as "startedOn", d.has_board as "hasBoard", (
        select count(*)::int from tenancy t
        where t.tenant_id = d.tenant_id and t.department_id = d.id and t.absent_since is null
          and (t.until_day is null or t.until_day >= ${tx.today})
      ) as homes
    from department d
    where d.tenant_id = ${tx.tenant.id} ${pageOf(asked, sql`d.id`)}
  `.execute(tx.sql);
  return rows;
}

interface ToldHome {
  readonly id: Id<'tenancy'>;
  readonly departmentId: Id<'department'>;
  readonly number: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly floor: string;
  readonly door: string;
  readonly postcode: string;
  readonly city: string;
  readonly kind: 'family' | 'senior' | 'youth';
  readonly rooms: number | null;
  readonly areaM2: number | null;
  readonly fromDay: Day | null;
  readonly untilDay: Day | null;
}

export async function homesAfter(tx: TenantDb, asked: Asked): Promise<readonly ToldHome[]> {
  const { rows } = await sql<ToldHome>`
    select t.id, t.department_id as "departmentId", t.number, t.street, t.house_number as "houseNumber", t.floor, t.door,
      t.postcode, t.city, t.kind, t.rooms, t.area_m2 as "areaM2", t.from_day as "fromDay", t.until_day as "untilDay"
    from tenancy t
    where t.tenant_id = ${tx.tenant.id} and t.absent_since is null ${pageOf(asked, sql`t.id`)}
  `.execute(tx.sql);
  return rows;
}

interface ToldPerson {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly departmentIds: Id<'department'>[];
}

/** Neither protected people, nor children, nor the forgotten, nor records that became another's. */
export async function peopleAfter(tx: TenantDb, asked: Asked): Promise<readonly ToldPerson[]> {
  const grownUp = yearOf(tx.today) - 18;
  const { rows } = await sql<ToldPerson>`
    select p.id, p.name, p.email, p.phone, p.language, array(
        select distinct t.department_id from residency r
        join tenancy t on t.tenant_id = r.tenant_id and t.id = r.tenancy_id
        where r.tenant_id = p.tenant_id and r.person_id = p.id
          and r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})
        order by t.department_id
      ) as "departmentIds"
    from person p
    where p.tenant_id = ${tx.tenant.id} and not p.protected and p.erased_on is null
      and (p.birth_year is null or p.birth_year < ${grownUp})
      and not exists (select from person_merge m where m.tenant_id = p.tenant_id and m.person_id = p.id)
      ${pageOf(asked, sql`p.id`)}
  `.execute(tx.sql);
  return rows;
}
