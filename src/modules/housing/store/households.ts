import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** Who lives in the same home as each of these people today, themselves left out; one query. */
export async function housematesOf(
  tx: TenantDb,
  personIds: readonly Id<'person'>[],
): Promise<ReadonlyMap<Id<'person'>, readonly Id<'person'>[]>> {
  if (personIds.length === 0) return new Map();
  const today = sql`from_day <= ${tx.today}::date and (until_day is null or until_day >= ${tx.today}::date)`;
  const { rows } = await sql<{ id: Id<'person'>; mates: Id<'person'>[] }>`
    select r.person_id as id, array_agg(distinct m.person_id) as mates
    from (select * from residency where person_id = any(${[...personIds]}::uuid[]) and ${today}) r
    join (select * from residency where ${today}) m on m.tenancy_id = r.tenancy_id and m.person_id <> r.person_id
    group by r.person_id
  `.execute(tx.sql);
  return new Map(rows.map(({ id, mates }) => [id, mates]));
}

/** Whose last day in a home was that day, and who lives nowhere here the day after; one query. */
export async function movedOutOn(tx: TenantDb, lastDay: Day): Promise<readonly Id<'person'>[]> {
  const { rows } = await sql<{ id: Id<'person'> }>`
    select distinct r.person_id as id from residency r
    where r.tenant_id = ${tx.tenant.id} and r.until_day = ${lastDay}::date and not exists (
      select from residency h
      where h.tenant_id = r.tenant_id and h.person_id = r.person_id
        and h.from_day <= ${lastDay}::date + 1 and (h.until_day is null or h.until_day > ${lastDay}::date)
    )
    order by 1
  `.execute(tx.sql);
  return rows.map(({ id }) => id);
}
