import { sql } from 'kysely';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** Who lives in the same home as each of these people today, themselves left out; one query. */
export async function housematesOf(
  tx: TenantDb,
  personIds: readonly Id<'person'>[],
): Promise<ReadonlyMap<Id<'person'>, readonly Id<'person'>[]>> {
  if (personIds.length === 0) return new Map();
  const today = sql`
    tenant_id = ${tx.tenant.id}
    and from_day <= ${tx.today}::date and (until_day is null or until_day >= ${tx.today}::date)`;
  const { rows } = await sql<{ id: Id<'person'>; mates: Id<'person'>[] }>`
    select r.person_id as id, array_agg(distinct m.person_id) as mates
    from (select * from residency where person_id = any(${[...personIds]}::uuid[]) and ${today}) r
    join (select * from residency where ${today}) m on m.tenancy_id = r.tenancy_id and m.person_id <> r.person_id
    group by r.person_id
  `.execute(tx.sql);
  return new Map(rows.map(({ id, mates }) => [id, mates]));
}

/** Who lives in these homes today; one query. */
export async function livingIn(tx: TenantDb, tenancyIds: readonly string[]): Promise<readonly Id<'person'>[]> {
  const { rows } = await sql<{ id: Id<'person'> }>`
    select distinct person_id as id from residency
    where tenant_id = ${tx.tenant.id} and tenancy_id = any(${[...tenancyIds]}::uuid[])
      and from_day <= ${tx.today} and (until_day is null or until_day >= ${tx.today})
  `.execute(tx.sql);
  return rows.map(({ id }) => id);
}

/**
 * Who moved out in the last month and lives nowhere here today; one query. A month, so that nobody is forgotten when a
 * move is heard of late or the house was closed down for some days.
 */
export async function movedOutLately(tx: TenantDb): Promise<readonly Id<'person'>[]> {
  const { rows } = await sql<{ id: Id<'person'> }>`
    select distinct r.person_id as id from residency r
    where r.tenant_id = ${tx.tenant.id}
      and r.until_day between ${addDays(tx.today, -31)}::date and ${addDays(tx.today, -1)}::date
      and not exists (
        select from residency h
        where h.tenant_id = r.tenant_id and h.person_id = r.person_id
          and h.from_day <= ${tx.today}::date and (h.until_day is null or h.until_day >= ${tx.today}::date)
      )
    order by 1
  `.execute(tx.sql);
  return rows.map(({ id }) => id);
}
