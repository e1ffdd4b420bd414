import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Asked, pageOf } from '../../../platform/resources/resource.ts';
import type { Category, Status } from '../rules.ts';

interface Told {
  readonly id: Id<'initiative'>;
  readonly title: string;
  readonly what: string;
  readonly category: Category;
  readonly place: string;
  readonly status: Status;
  readonly wholeOrganisation: boolean;
  readonly departmentIds: Id<'department'>[];
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly createdAt: Date;
}

/** Initiatives as other systems read them, by id. */
export async function initiativesAfter(tx: TenantDb, asked: Asked): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select i.id, i.title, i.what, i.category, i.place, s.status, i.whole_organisation as "wholeOrganisation",
      array(
        select m.department_id from initiative_department m
        where m.tenant_id = i.tenant_id and m.initiative_id = i.id order by m.department_id
      ) as "departmentIds",
      i.starts_on as "startsOn", i.ends_on as "endsOn", i.created_at as "createdAt"
    from initiative i
    join initiative_standing s on s.tenant_id = i.tenant_id and s.initiative_id = i.id
      and s.from_day <= ${tx.today} and s.before_day > ${tx.today}
    where i.tenant_id = ${tx.tenant.id} ${pageOf(asked, sql`i.id`)}
  `.execute(tx.sql);
  return rows;
}
