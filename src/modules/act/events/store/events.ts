import { type RawBuilder, sql } from 'kysely';
import { type Day, dayOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Count, Event, EventText, EventWords, Reason } from '../rules/event.ts';

type EventId = Id<'event'>;

/** One event with all its rows, in one round trip. */
export async function eventById(tx: TenantDb, id: EventId): Promise<Event | null> {
  return (await events(tx, sql`and e.id = ${id}`))[0] ?? null;
}

/** The same, held until the transaction ends: seats are given once. */
export async function lockEvent(tx: TenantDb, id: EventId): Promise<Event | null> {
  await tx.sql
    .selectFrom('event')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return eventById(tx, id);
}

/** An initiative's, the last first; at most `MOST_OF_ONE`. */
export function eventsOfInitiative(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<readonly Event[]> {
  return events(tx, sql`and e.initiative_id = ${initiativeId} order by e.on_day desc, e.id desc limit ${MOST_OF_ONE}`);
}
const MOST_OF_ONE = 100;

/** Over since before `day`, neither counted nor called off: oldest first. */
export function uncounted(tx: TenantDb, before: Day, limit: number): Promise<readonly Event[]> {
  return events(
    tx,
    sql`
      and e.last_day < ${before}
      and not exists (select from event_count k where k.tenant_id = e.tenant_id and k.event_id = e.id)
      and not exists (select from event_cancellation c where c.tenant_id = e.tenant_id and c.event_id = e.id)
      order by e.last_day, e.id limit ${limit}`,
  );
}

/** Those that have begun and were not over before `since`: not called off, oldest first. */
export function begunSince(tx: TenantDb, since: Day, limit: number): Promise<readonly Event[]> {
  return events(
    tx,
    sql`
      and e.last_day >= ${since} and e.on_day <= ${tx.today}
      and not exists (select from event_cancellation c where c.tenant_id = e.tenant_id and c.event_id = e.id)
      order by e.last_day, e.id limit ${limit}`,
  );
}

/** Those that begin on this day, and are on. */
export function eventsOn(tx: TenantDb, day: Day): Promise<readonly Event[]> {
  return events(
    tx,
    sql`
      and e.on_day = ${day}
      and not exists (select from event_cancellation c where c.tenant_id = e.tenant_id and c.event_id = e.id)
      order by e.id`,
  );
}

export async function eventNames(tx: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from event where tenant_id = ${tx.tenant.id} and id = any(${[...ids]}::uuid[])
  `.execute(tx.sql);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

async function events(tx: TenantDb, wanted: RawBuilder<unknown>): Promise<readonly Event[]> {
  const { rows } = await sql<Row>`
    select e.id, e.initiative_id as "initiativeId", e.title, e.what, e.place, e.on_day as "on", e.last_day as "until",
      e.starts, e.ends, e.whole_organisation as "wholeOrganisation", e.open_to_all as "openToAll", e.capacity, e.expected,
      e.sign_up as "signUp", e.sign_up_by as "signUpBy", e.aspects, e.call_who as "callWho", e.phone,
      e.created_by as "createdBy", e.version,
      array(
        select d.department_id from event_department d
        where d.tenant_id = e.tenant_id and d.event_id = e.id order by d.department_id
      ) as "departmentIds",
      array(
        select o.person_id from event_organiser o where o.tenant_id = e.tenant_id and o.event_id = e.id
        union
        select d.person_id from initiative_driver d
        where d.tenant_id = e.tenant_id and d.initiative_id = e.initiative_id
          and d.from_day <= ${tx.today} and (d.stopped_on is null or d.stopped_on > ${tx.today})
      ) as organisers,
      c.cancelled_at as "cancelledAt", c.reason, c.words,
      case when k.event_id is not null then json_build_object(
        'adults', k.adults, 'children', k.children, 'signUps', k.sign_ups, 'absent', k.absent,
        'knownPeople', k.known_people, 'firstPeople', k.first_people,
        'knownHomes', k.known_homes, 'firstHomes', k.first_homes
      ) end as count
    from event e
    left join event_cancellation c on c.tenant_id = e.tenant_id and c.event_id = e.id
    left join event_count k on k.tenant_id = e.tenant_id and k.event_id = e.id
    where e.tenant_id = ${tx.tenant.id} ${wanted}
  `.execute(tx.sql);
  return rows.map(({ cancelledAt, reason, words, ...row }) => ({
    ...row,
    cancelled: cancelledAt && reason ? { on: dayOf(cancelledAt), reason, words: words ?? '' } : null,
  }));
}

type Row = Omit<Event, 'cancelled'> & {
  readonly count: Count | null;
  readonly cancelledAt: Date | null;
  readonly reason: Reason | null;
  readonly words: string | null;
};

export async function insertEvent(
  tx: TenantDb,
  words: EventWords,
  made: { readonly initiativeId: Id<'initiative'> | null; readonly by: Id<'person'> | null },
): Promise<EventId> {
  const { id } = await tx.sql
    .insertInto('event')
    .values({
      tenant_id: tx.tenant.id,
      initiative_id: made.initiativeId,
      created_at: tx.now,
      created_by: made.by,
      ...columnsOf(words),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await saveDepartments(tx, id, words.departmentIds);
  return id;
}

/** Saves the words of an event that is locked. */
export async function saveEvent(tx: TenantDb, id: EventId, words: EventWords): Promise<void> {
  await tx.sql
    .updateTable('event')
    .set({ ...columnsOf(words), version: sql`version + 1` })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
  await tx.sql
    .deleteFrom('event_department')
    .where('tenant_id', '=', tx.tenant.id)
    .where('event_id', '=', id)
    .execute();
  await saveDepartments(tx, id, words.departmentIds);
}

function columnsOf(words: EventWords) {
  return {
    title: words.title,
    what: words.what,
    place: words.place,
    on_day: words.on,
    last_day: words.until,
    starts: words.starts,
    ends: words.ends,
    whole_organisation: words.wholeOrganisation,
    open_to_all: words.openToAll,
    capacity: words.capacity,
    expected: words.expected,
    sign_up: words.signUp,
    sign_up_by: words.signUpBy,
    aspects: [...words.aspects],
    call_who: words.callWho,
    phone: words.phone,
  };
}

async function saveDepartments(tx: TenantDb, id: EventId, departments: readonly Id<'department'>[]): Promise<void> {
  if (departments.length === 0) return;
  await tx.sql
    .insertInto('event_department')
    .values(departments.map((one) => ({ tenant_id: tx.tenant.id, event_id: id, department_id: one })))
    .execute();
}

export async function insertMove(
  tx: TenantDb,
  id: EventId,
  was: Pick<EventWords, 'on' | 'starts' | 'place'>,
  by: Id<'person'> | null,
): Promise<void> {
  await tx.sql
    .insertInto('event_move')
    .values({
      tenant_id: tx.tenant.id,
      event_id: id,
      moved_at: tx.now,
      moved_by: by,
      was_day: was.on,
      was_starts: was.starts,
      was_place: was.place,
    })
    .execute();
}

export async function insertCancellation(
  tx: TenantDb,
  id: EventId,
  why: { readonly reason: Reason; readonly words: string; readonly by: Id<'person'> | null },
): Promise<void> {
  await tx.sql
    .insertInto('event_cancellation')
    .values({
      tenant_id: tx.tenant.id,
      event_id: id,
      cancelled_at: tx.now,
      cancelled_by: why.by,
      reason: why.reason,
      words: why.words,
    })
    .execute();
}

export async function insertOrganiser(tx: TenantDb, id: EventId, personId: Id<'person'>): Promise<void> {
  await tx.sql
    .insertInto('event_organiser')
    .values({ tenant_id: tx.tenant.id, event_id: id, person_id: personId, since: tx.now })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

export async function deleteOrganiser(tx: TenantDb, id: EventId, personId: Id<'person'>): Promise<void> {
  await tx.sql
    .deleteFrom('event_organiser')
    .where('tenant_id', '=', tx.tenant.id)
    .where('event_id', '=', id)
    .where('person_id', '=', personId)
    .execute();
}

/** The invitation in further languages. */
export async function textsOf(tx: TenantDb, id: EventId): Promise<readonly EventText[]> {
  const rows = await tx.sql
    .selectFrom('event_text')
    .select(['language', 'title', 'what'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('event_id', '=', id)
    .orderBy('language')
    .execute();
  return rows as readonly EventText[];
}

/** A text for a language; without words it is taken away. */
export async function saveText(tx: TenantDb, id: EventId, { language, title, what }: EventText): Promise<void> {
  if (!title || !what) {
    await tx.sql
      .deleteFrom('event_text')
      .where('tenant_id', '=', tx.tenant.id)
      .where('event_id', '=', id)
      .where('language', '=', language)
      .execute();
    return;
  }
  await tx.sql
    .insertInto('event_text')
    .values({ tenant_id: tx.tenant.id, event_id: id, language, title, what })
    .onConflict((clash) => clash.columns(['tenant_id', 'event_id', 'language']).doUpdateSet({ title, what }))
    .execute();
}
