import { sql } from 'kysely';
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
