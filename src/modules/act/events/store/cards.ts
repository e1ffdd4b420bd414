import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Asked, pageOf } from '../../../../platform/resources/resource.ts';
import { type Dated, type EventCard, type EventFilter, ROWS_A_PAGE } from '../rules/event.ts';

/** A page of events: those ahead with the next one first, those that are over with the last one first. */
export async function cardPage(
  tx: TenantDb,
  { when, departmentId }: EventFilter,
  page: number,
): Promise<{ readonly cards: readonly EventCard[]; readonly more: boolean }> {
  const order =
    when === 'ahead'
      ? sql`and e.last_day >= ${tx.today} ${concerning(departmentId)} ${NEXT_FIRST}`
      : sql`and e.last_day < ${tx.today} ${concerning(departmentId)} order by e.last_day desc, e.id desc`;
  const found = await cards(tx, sql`${order} limit ${ROWS_A_PAGE + 1} offset ${(page - 1) * ROWS_A_PAGE}`);
  return { cards: found.slice(0, ROWS_A_PAGE), more: found.length > ROWS_A_PAGE };
}

/** The next ones of a department, or of the whole house. */
export function nextCards(
  tx: TenantDb,
  departmentId: Id<'department'> | null,
  limit: number,
): Promise<readonly EventCard[]> {
  // Chosen first, by what an index holds; what stands on their cards is read of them alone.
  return cards(
    tx,
    sql`
      and e.id = any(array(
        select e.id from event e
        where e.tenant_id = ${tx.tenant.id} and e.last_day >= ${tx.today} ${concerning(departmentId)}
        and not exists (select from event_cancellation c where c.tenant_id = e.tenant_id and c.event_id = e.id)
        ${NEXT_FIRST} limit ${sql.lit(limit)}
      ))
      ${NEXT_FIRST}`,
  );
}

/** An initiative's: those ahead first, then those that were. */
export function cardsOfInitiative(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
  limit: number,
): Promise<readonly EventCard[]> {
  return cards(
    tx,
    sql`
      and e.initiative_id = ${initiativeId}
      order by e.last_day < ${tx.today}, abs(e.on_day - ${tx.today}::date), e.id limit ${limit}`,
  );
}

/** As a sum, so that what lies ahead is found by its last day: in the order of its first, all that ever was would be read. */
const NEXT_FIRST = sql`order by e.on_day + 0, e.id`;

function concerning(departmentId: Id<'department'> | null): RawBuilder<unknown> {
  if (!departmentId) return sql``;
  return sql`and (e.whole_organisation or exists (
    select from event_department d
    where d.tenant_id = e.tenant_id and d.event_id = e.id and d.department_id = ${departmentId}
  ))`;
}

async function cards(tx: TenantDb, wanted: RawBuilder<unknown>): Promise<readonly EventCard[]> {
  const { rows } = await sql<EventCard>`
    select e.id, e.initiative_id as "initiativeId", e.title, e.place, e.on_day as "on", e.last_day as "until", e.starts,
      e.ends, e.whole_organisation as "wholeOrganisation", e.open_to_all as "openToAll", e.capacity, e.sign_up as "signUp",
      array(
        select d.department_id from event_department d
        where d.tenant_id = e.tenant_id and d.event_id = e.id order by d.department_id
      ) as "departmentIds",
      exists (
        select from event_cancellation c where c.tenant_id = e.tenant_id and c.event_id = e.id
      ) as cancelled,
      ${seatsOf(sql`s.placed_at is not null`)} as taken,
      ${seatsOf(sql`s.placed_at is null`)} as waiting,
      (
        select k.adults + k.children from event_count k where k.tenant_id = e.tenant_id and k.event_id = e.id
      ) as came
    from event e
    where e.tenant_id = ${tx.tenant.id} ${wanted}
  `.execute(tx.sql);
  return rows;
}

function seatsOf(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select coalesce(sum(s.adults + s.children), 0)::int from event_sign_up s
    where s.tenant_id = e.tenant_id and s.event_id = e.id and s.left_at is null and ${which}
  )`;
}

const MOST = 500;

/** Those on from `since`, not called off: of the house, of a department, or that a person has signed up to or arranges. */
export async function datedEvents(
  tx: TenantDb,
  of: { readonly departmentId?: Id<'department'> | null; readonly personId?: Id<'person'>; readonly since: Day },
): Promise<readonly Dated[]> {
  const theirs = of.personId
    ? sql`and e.id in (
        select s.event_id from event_sign_up s
        where s.tenant_id = ${tx.tenant.id} and s.person_id = ${of.personId}
          and s.left_at is null and s.placed_at is not null
        union all
        select o.event_id from event_organiser o
        where o.tenant_id = ${tx.tenant.id} and o.person_id = ${of.personId}
        union all
        select i.id from event i
        join initiative_driver d on d.tenant_id = i.tenant_id and d.initiative_id = i.initiative_id
        where d.tenant_id = ${tx.tenant.id} and d.person_id = ${of.personId}
          and d.from_day <= ${tx.today} and (d.stopped_on is null or d.stopped_on > ${tx.today})
      )`
    : sql``;
  const { rows } = await sql<Dated>`
    select e.id, e.title, e.what, e.place, e.on_day as "on", e.last_day as "until", e.starts, e.ends
    from event e
    where e.tenant_id = ${tx.tenant.id} and e.last_day >= ${of.since} ${concerning(of.departmentId ?? null)} ${theirs}
      and not exists (select from event_cancellation c where c.tenant_id = e.tenant_id and c.event_id = e.id)
    ${NEXT_FIRST} limit ${MOST}
  `.execute(tx.sql);
  return rows;
}

/** For other systems: everything in the order in which it was made. */
export async function eventsAfter(
  tx: TenantDb,
  asked: Asked,
): Promise<readonly (EventCard & { readonly what: string })[]> {
  const found = await cards(tx, pageOf(asked, sql`e.id`));
  const { rows } = await sql<{ id: string; what: string }>`
    select id, what from event
    where tenant_id = ${tx.tenant.id} and id = any(${found.map(({ id }) => id)}::uuid[])
  `.execute(tx.sql);
  const whats = new Map(rows.map(({ id, what }) => [id, what]));
  return found.map((one) => ({ ...one, what: whats.get(one.id) ?? '' }));
}
