import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** An initiative as a calendar or a news reader tells it: what everybody may read. */
export interface Followed {
  readonly id: Id<'initiative'>;
  readonly title: string;
  readonly what: string;
  readonly place: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly createdAt: Date;
}

const MOST = 500;

/** Those with a day from `since` on, that have not been given up: of the house, of a department, or that a person drives. */
export async function datedInitiatives(
  tx: TenantDb,
  of: { readonly departmentId?: Id<'department'> | null; readonly drivenBy?: Id<'person'>; readonly since: Day },
): Promise<readonly Followed[]> {
  return followed(
    tx,
    sql`
      and i.starts_on is not null and coalesce(i.ends_on, i.starts_on) >= ${of.since}
      and not exists (
        select from initiative_end e
        where e.tenant_id = i.tenant_id and e.initiative_id = i.id and e.result = 'stopped'
      )
      ${concerning(of.departmentId)}
      ${of.drivenBy ? drivenBy(tx, of.drivenBy) : sql``}
      order by i.starts_on, i.id limit ${MOST}`,
  );
}

/** The newest, of the house or of a department with those for everybody. */
export async function newestInitiatives(
  tx: TenantDb,
  departmentId: Id<'department'> | null,
  limit: number,
): Promise<readonly Followed[]> {
  return followed(tx, sql`${concerning(departmentId)} order by i.id desc limit ${limit}`);
}

function concerning(departmentId: Id<'department'> | null | undefined): RawBuilder<unknown> {
  if (!departmentId) return sql``;
  return sql`and (i.whole_organisation or exists (
    select from initiative_department m
    where m.tenant_id = i.tenant_id and m.initiative_id = i.id and m.department_id = ${departmentId}
  ))`;
}

function drivenBy(tx: TenantDb, personId: Id<'person'>): RawBuilder<unknown> {
  return sql`and exists (
    select from initiative_driver d
    where d.tenant_id = i.tenant_id and d.initiative_id = i.id and d.person_id = ${personId}
      and d.from_day <= ${tx.today} and (d.stopped_on is null or d.stopped_on > ${tx.today})
  )`;
}

async function followed(tx: TenantDb, rest: RawBuilder<unknown>): Promise<readonly Followed[]> {
  const { rows } = await sql<Followed>`
    select i.id, i.title, i.what, i.place, i.starts_on as "startsOn", i.ends_on as "endsOn", i.created_at as "createdAt"
    from initiative i where i.tenant_id = ${tx.tenant.id} ${rest}
  `.execute(tx.sql);
  return rows;
}
