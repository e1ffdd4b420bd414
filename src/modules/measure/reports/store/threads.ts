import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Began, KINDS, SOURCES, type ThreadEntry } from '../rules/threads.ts';

/** What happened in these threads, the oldest first. */
export async function entriesIn(
  tx: TenantDb,
  ids: readonly Id<'initiative'>[],
): Promise<ReadonlyMap<string, readonly ThreadEntry[]>> {
  const { rows } = await sql<ThreadEntry>`
    select thread_id as thread, kind, at, facts from journal_entry
    where tenant_id = ${tx.tenant.id} and thread_id = any(${[...ids]}::uuid[]) and kind = any(${[...KINDS]}::text[])
    order by seq
  `.execute(tx.sql);
  return Map.groupBy(rows, ({ thread }) => thread);
}

/** Where these began: their first origin, on the day of the idea or the workshop where it has one. */
export async function beginningsOf(
  tx: TenantDb,
  ids: readonly Id<'initiative'>[],
): Promise<ReadonlyMap<string, Began>> {
  const { rows } = await sql<{ id: Id<'initiative'>; source: string; on: Day }>`
    select distinct on (o.initiative_id) o.initiative_id as id, o.source_kind as source,
      least(
        coalesce(
          (i.posted_at at time zone 'Europe/Copenhagen')::date,
          w.on_day,
          (o.linked_at at time zone 'Europe/Copenhagen')::date
        ),
        (o.linked_at at time zone 'Europe/Copenhagen')::date
      ) as "on"
    from initiative_origin o
    left join idea i on o.source_kind = 'idea' and i.tenant_id = o.tenant_id and i.id::text = o.source_id
    left join workshop w on o.source_kind = 'sheet' and w.tenant_id = o.tenant_id
      and w.id::text = split_part(o.source_id, ':', 1)
    where o.tenant_id = ${tx.tenant.id} and o.initiative_id = any(${[...ids]}::uuid[])
    order by o.initiative_id, o.linked_at, o.id
  `.execute(tx.sql);
  return new Map(rows.map(({ id, source, on }) => [id, { source: SOURCES.find((one) => one === source) ?? null, on }]));
}
