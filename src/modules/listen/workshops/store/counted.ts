import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { FigureSpan } from '../../../../platform/figures/figures.ts';

/** A workshop that has been, with how many tables worked at it. */
export interface CountedWorkshop {
  readonly id: Id<'workshop'>;
  readonly title: string;
  readonly on: Day;
  readonly tables: number;
}

export async function workshopsIn(tx: TenantDb, { from, until }: FigureSpan): Promise<readonly CountedWorkshop[]> {
  const { rows } = await sql<CountedWorkshop>`
    select w.id, w.name as title, w.on_day as "on", (
      select count(*)::int from workshop_table t where t.tenant_id = w.tenant_id and t.workshop_id = w.id
    ) as tables
    from workshop w
    where w.tenant_id = ${tx.tenant.id} and w.on_day between ${from} and least(${until}::date, ${tx.today}::date)
    order by w.on_day, w.id
  `.execute(tx.sql);
  return rows;
}

/** Was a workshop held by that day? */
export async function anyWorkshopBy(tx: TenantDb, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from workshop w where w.tenant_id = ${tx.tenant.id} and w.on_day <= least(${day}::date, ${tx.today}::date) limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}
