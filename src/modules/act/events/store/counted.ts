import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { FigureSpan } from '../../../../platform/figures/figures.ts';
import type { WayHere } from '../rules/event.ts';

/** An event that was held, as figures read it. */
export interface CountedEvent {
  readonly id: Id<'event'>;
  readonly on: Day;
  readonly title: string;
  readonly departmentIds: readonly Id<'department'>[];
  readonly wholeOrganisation: boolean;
  readonly openToAll: boolean;
  /** People who came; null when nobody counted. */
  readonly came: number | null;
  readonly knownPeople: number;
  readonly firstPeople: number;
  /** People, by how they say that they came to hear of it. */
  readonly ways: Readonly<Partial<Record<WayHere, number>>>;
}

/** Held in the span: over by now, and not called off. Oldest first. */
export async function heldIn(tx: TenantDb, { from, until }: FigureSpan): Promise<readonly CountedEvent[]> {
  const { rows } = await sql<CountedEvent>`
    select e.id, e.on_day as "on", e.title, e.whole_organisation as "wholeOrganisation", e.open_to_all as "openToAll",
      k.adults + k.children as came, coalesce(k.known_people, 0) as "knownPeople",
      coalesce(k.first_people, 0) as "firstPeople",
      array(
        select d.department_id from event_department d
        where d.tenant_id = e.tenant_id and d.event_id = e.id order by d.department_id
      ) as "departmentIds",
      coalesce((
        select json_object_agg(w.came_by, w.people) from event_count_way w
        where w.tenant_id = e.tenant_id and w.event_id = e.id
      ), '{}') as ways
    from event e
    left join event_count k on k.tenant_id = e.tenant_id and k.event_id = e.id
    where e.tenant_id = ${tx.tenant.id} and e.on_day between ${from} and ${until} and e.last_day < ${tx.today}
      and not exists (select from event_cancellation c where c.tenant_id = e.tenant_id and c.event_id = e.id)
    order by e.on_day, e.id
  `.execute(tx.sql);
  return rows;
}

/** Has the house had an event by this day? Before, there is nothing to count. */
export async function anyEventBy(tx: TenantDb, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from event where tenant_id = ${tx.tenant.id} and on_day <= least(${day}::date, ${tx.today}::date) limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}

/** A home, or a contact, that was at one or more events in a month. */
export interface Visitor {
  /** The first day of the month. */
  readonly on: Day;
  /** The sealed mark. */
  readonly mark: string;
  readonly departmentId: Id<'department'> | null;
}

export async function visitorsIn(tx: TenantDb, { from, until }: FigureSpan): Promise<readonly Visitor[]> {
  const { rows } = await sql<Visitor>`
    select month as "on", encode(mark, 'hex') as mark, department_id as "departmentId" from event_visitor
    where tenant_id = ${tx.tenant.id} and month between ${from} and ${until}
    order by month, mark
  `.execute(tx.sql);
  return rows;
}
