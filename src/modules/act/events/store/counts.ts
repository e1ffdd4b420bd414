import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { signingKey } from '../../../../platform/secret/signing-key.ts';
import type { Attended } from '../rules/counting.ts';
import type { Count, WayHere } from '../rules/event.ts';

type EventId = Id<'event'>;

/** Somebody with seats, and the home that we know them to live in: one mark for whoever lives together. */
export interface Marked extends Attended {
  readonly departmentId: Id<'department'> | null;
}

/**
 * Those with seats, each with a mark: of the home where the person (by account, or by a contact that is theirs alone) lives
 * on the day, else of the contact. The mark is sealed with the house's own key: who reads the table cannot turn it back.
 */
export async function markedOf(tx: TenantDb, eventId: EventId): Promise<readonly Marked[]> {
  const { rows } = await sql<{
    cameAdults: number | null;
    cameChildren: number | null;
    cameBy: WayHere | null;
    tenancyId: string | null;
    departmentId: Id<'department'> | null;
    contact: string | null;
  }>`
    select a.adults as "cameAdults", a.children as "cameChildren", s.came_by as "cameBy",
      home.tenancy_id as "tenancyId", home.department_id as "departmentId", coalesce(s.email, s.phone) as contact
    from event_sign_up s
    join event e on e.tenant_id = s.tenant_id and e.id = s.event_id
    left join event_attendance a on a.tenant_id = s.tenant_id and a.sign_up_id = s.id
    left join lateral (
      select r.tenancy_id, t.department_id
      from (
        select s.person_id as id
        union all
        (select p.id from person p where s.person_id is null and p.tenant_id = s.tenant_id and p.email = s.email)
        union all
        (
          select p.id from person p
          where s.person_id is null and p.tenant_id = s.tenant_id and p.phone = s.phone
            and not exists (
              select from person q where q.tenant_id = p.tenant_id and q.phone = p.phone and q.id <> p.id
            )
        )
      ) who
      join residency r on r.tenant_id = s.tenant_id and r.person_id = who.id
        and r.from_day <= e.on_day and (r.until_day is null or r.until_day >= e.on_day)
      join tenancy t on t.tenant_id = r.tenant_id and t.id = r.tenancy_id
      order by r.from_day desc, r.tenancy_id limit 1
    ) home on true
    where s.tenant_id = ${tx.tenant.id} and s.event_id = ${eventId} and s.left_at is null and s.placed_at is not null
    order by s.id
  `.execute(tx.sql);
  const key = await signingKey(tx, 'event visitors');
  const sealed = (text: string) => createHmac('sha256', key).update(text).digest('hex');
  return rows.map((row) => ({
    came: row.cameAdults === null ? null : { adults: row.cameAdults, children: row.cameChildren ?? 0 },
    cameBy: row.cameBy,
    mark: row.tenancyId ? sealed(`home ${row.tenancyId}`) : row.contact ? sealed(`contact ${row.contact}`) : null,
    departmentId: row.departmentId,
  }));
}

/** Which of these have been to an event here before. */
export async function knownMarks(tx: TenantDb, marks: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ mark: string }>`
    select distinct encode(mark, 'hex') as mark from event_visitor
    where tenant_id = ${tx.tenant.id} and mark = any(${marks.map((mark) => Buffer.from(mark, 'hex'))}::bytea[])
  `.execute(tx.sql);
  return new Set(rows.map(({ mark }) => mark));
}

/** These homes have been to one more event in this month (its first day). */
export async function saveVisits(
  tx: TenantDb,
  month: Day,
  visits: readonly {
    readonly mark: string;
    readonly departmentId: Id<'department'> | null;
    readonly first: boolean;
  }[],
): Promise<void> {
  if (visits.length === 0) return;
  await sql`
    insert into event_visitor (tenant_id, mark, month, department_id, times, first)
    select ${tx.tenant.id}, decode(v.mark, 'hex'), ${month}, v.department, 1, v.first
    from unnest(
      ${visits.map(({ mark }) => mark)}::text[],
      ${visits.map(({ departmentId }) => departmentId)}::uuid[],
      ${visits.map(({ first }) => first)}::boolean[]
    ) as v(mark, department, first)
    on conflict (tenant_id, mark, month) do update
      set times = event_visitor.times + 1, department_id = excluded.department_id
  `.execute(tx.sql);
}

/** Marks of months that nobody compares with any more. How many went? */
export async function deleteOldVisitors(tx: TenantDb, before: Day): Promise<number> {
  const { rows } = await sql`
    delete from event_visitor where tenant_id = ${tx.tenant.id} and month < ${before} returning mark
  `.execute(tx.sql);
  return rows.length;
}

export async function saveCount(
  tx: TenantDb,
  eventId: EventId,
  count: Count,
  ways: ReadonlyMap<WayHere, number>,
  by: Id<'person'> | null,
): Promise<void> {
  await tx.sql
    .insertInto('event_count')
    .values({
      tenant_id: tx.tenant.id,
      event_id: eventId,
      adults: count.adults,
      children: count.children,
      sign_ups: count.signUps,
      absent: count.absent,
      known_people: count.knownPeople,
      first_people: count.firstPeople,
      known_homes: count.knownHomes,
      first_homes: count.firstHomes,
      counted_at: tx.now,
      counted_by: by,
    })
    .execute();
  if (ways.size === 0) return;
  await tx.sql
    .insertInto('event_count_way')
    .values([...ways].map(([way, people]) => ({ tenant_id: tx.tenant.id, event_id: eventId, came_by: way, people })))
    .execute();
}

/** How those who came, came to hear of it; once it is counted. */
export async function countedWays(tx: TenantDb, eventId: EventId): Promise<ReadonlyMap<WayHere, number>> {
  const rows = await tx.sql
    .selectFrom('event_count_way')
    .select(['came_by', 'people'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('event_id', '=', eventId)
    .execute();
  return new Map(rows.map(({ came_by, people }) => [came_by as WayHere, people]));
}
