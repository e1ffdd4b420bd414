import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../../platform/secret/code.ts';
import { ROWS_A_PAGE, type WayHere } from '../rules/event.ts';
import type { Party, Seats, SignUp } from '../rules/signing-up.ts';

type EventId = Id<'event'>;
type SignUpId = Id<'event_sign_up'>;

export interface NewSignUp extends Omit<SignUp, 'id' | 'number' | 'left' | 'came'> {
  /** The day on which the row goes. */
  readonly goesOn: Day;
}

export async function insertSignUp(tx: TenantDb, one: NewSignUp): Promise<SignUpId> {
  const { id } = await tx.sql
    .insertInto('event_sign_up')
    .values({
      tenant_id: tx.tenant.id,
      event_id: one.eventId,
      name: one.name,
      email: one.email,
      phone: one.phone,
      home: one.home,
      adults: one.adults,
      children: one.children,
      came_by: one.cameBy,
      language: one.language,
      person_id: one.personId,
      signed_up_at: tx.now,
      channel: one.channel,
      registered_by: one.registeredBy,
      placed_at: one.placed ? tx.now : null,
      goes_on: one.goesOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertKey(tx: TenantDb, id: SignUpId, code: string): Promise<void> {
  await tx.sql
    .insertInto('event_sign_up_key')
    .values({ tenant_id: tx.tenant.id, code_hash: hashOf(code), sign_up_id: id, made_at: tx.now })
    .execute();
}

function hashOf(code: string): Buffer {
  return hashOfCode(`event sign-up ${code}`);
}

export async function signUpByCode(tx: TenantDb, code: string): Promise<SignUp | null> {
  return first(
    await signUps(
      tx,
      sql`and s.id = (
        select k.sign_up_id from event_sign_up_key k
        where k.tenant_id = ${tx.tenant.id} and k.code_hash = ${hashOf(code)}
      )`,
    ),
  );
}

export async function signUpById(tx: TenantDb, id: SignUpId): Promise<SignUp | null> {
  return first(await signUps(tx, sql`and s.id = ${id}`));
}

/** A person's own, to events that are not over and counted; the newest first. */
export async function signUpOf(tx: TenantDb, eventId: EventId, personId: Id<'person'>): Promise<SignUp | null> {
  return first(
    await signUps(
      tx,
      sql`and s.event_id = ${eventId} and s.person_id = ${personId} and s.left_at is null order by s.id desc limit 1`,
    ),
  );
}

/** All of an event, in the order in which they signed up. */
export function signUpsOf(tx: TenantDb, eventId: EventId): Promise<readonly SignUp[]> {
  return signUps(tx, sql`and s.event_id = ${eventId} order by s.id`);
}

/** A page of those who have not left, and how many there are; `name`: those whose name begins so. */
export async function signUpPage(
  tx: TenantDb,
  eventId: EventId,
  page: number,
  name: string,
): Promise<{ readonly rows: readonly SignUp[]; readonly more: boolean }> {
  const called = name ? sql`and lower(s.name) like ${`${name.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}` : sql``;
  const found = await signUps(
    tx,
    sql`and s.event_id = ${eventId} and s.left_at is null ${called}
      order by s.placed_at is null, s.id limit ${ROWS_A_PAGE + 1} offset ${(page - 1) * ROWS_A_PAGE}`,
  );
  return { rows: found.slice(0, ROWS_A_PAGE), more: found.length > ROWS_A_PAGE };
}

/** Those who wait for seats, the longest first. */
export function waitingFor(tx: TenantDb, eventId: EventId): Promise<readonly SignUp[]> {
  return signUps(tx, sql`and s.event_id = ${eventId} and s.left_at is null and s.placed_at is null order by s.id`);
}

export async function seatsOf(tx: TenantDb, eventId: EventId): Promise<Seats> {
  const { rows } = await sql<Seats>`
    select
      coalesce(sum(s.adults + s.children) filter (where s.placed_at is not null), 0)::int as taken,
      coalesce(sum(s.adults + s.children) filter (where s.placed_at is null), 0)::int as waiting,
      (count(*) filter (where s.placed_at is not null))::int as parties,
      (count(*) filter (where s.placed_at is null))::int as "waitingParties",
      coalesce(sum(a.adults + a.children), 0)::int as there
    from event_sign_up s
    left join event_attendance a on a.tenant_id = s.tenant_id and a.sign_up_id = s.id
    where s.tenant_id = ${tx.tenant.id} and s.event_id = ${eventId} and s.left_at is null
  `.execute(tx.sql);
  return rows[0] ?? { taken: 0, waiting: 0, parties: 0, waitingParties: 0, there: 0 };
}

async function signUps(tx: TenantDb, wanted: RawBuilder<unknown>): Promise<readonly SignUp[]> {
  const { rows } = await sql<Row>`
    select s.id, s.event_id as "eventId", s.name, s.email, s.phone, s.home, s.adults, s.children,
      s.came_by as "cameBy", s.language, s.person_id as "personId", s.channel, s.registered_by as "registeredBy",
      s.placed_at is not null as placed, s.left_at is not null as "left",
      a.adults as "cameAdults", a.children as "cameChildren",
      (
        select count(*)::int from event_sign_up b
        where b.tenant_id = s.tenant_id and b.event_id = s.event_id and b.id <= s.id
      ) as number
    from event_sign_up s
    left join event_attendance a on a.tenant_id = s.tenant_id and a.sign_up_id = s.id
    where s.tenant_id = ${tx.tenant.id} ${wanted}
  `.execute(tx.sql);
  return rows.map(({ cameAdults, cameChildren, ...row }) => ({
    ...row,
    came: cameAdults === null ? null : { adults: cameAdults, children: cameChildren ?? 0 },
  }));
}

type Row = Omit<SignUp, 'came'> & { readonly cameAdults: number | null; readonly cameChildren: number | null };

function first(found: readonly SignUp[]): SignUp | null {
  return found[0] ?? null;
}

export async function saveParty(
  tx: TenantDb,
  id: SignUpId,
  party: Party & { readonly cameBy?: WayHere | null; readonly placed?: boolean },
): Promise<void> {
  await change(tx, id, {
    adults: party.adults,
    children: party.children,
    ...(party.cameBy === undefined ? {} : { came_by: party.cameBy }),
    ...(party.placed === undefined ? {} : { placed_at: party.placed ? tx.now : null }),
  });
}

export async function saveCameBy(tx: TenantDb, id: SignUpId, cameBy: WayHere): Promise<void> {
  await change(tx, id, { came_by: cameBy });
}

export async function saveLeft(tx: TenantDb, id: SignUpId): Promise<void> {
  await change(tx, id, { left_at: tx.now });
}

export async function placeAll(tx: TenantDb, ids: readonly SignUpId[]): Promise<void> {
  await tx.sql
    .updateTable('event_sign_up')
    .set({ placed_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', sql<SignUpId>`any(${[...ids]}::uuid[])`)
    .execute();
}

async function change(
  tx: TenantDb,
  id: SignUpId,
  columns: {
    readonly adults?: number;
    readonly children?: number;
    readonly came_by?: WayHere | null;
    readonly placed_at?: Date | null;
    readonly left_at?: Date;
  },
): Promise<void> {
  await tx.sql
    .updateTable('event_sign_up')
    .set(columns)
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Sign-ups whose time is up are gone (never before they are counted), with all that hangs on them. How many households they were, by event. */
export async function deletePast(
  tx: TenantDb,
): Promise<readonly { readonly eventId: EventId; readonly parties: number }[]> {
  const { rows } = await sql<{ eventId: EventId; parties: number }>`
    with gone as (
      delete from event_sign_up s
      where s.tenant_id = ${tx.tenant.id} and s.goes_on <= ${tx.today}
        and (
          exists (select from event_count k where k.tenant_id = s.tenant_id and k.event_id = s.event_id)
          or exists (select from event_cancellation c where c.tenant_id = s.tenant_id and c.event_id = s.event_id)
        )
      returning s.event_id
    )
    select event_id as "eventId", count(*)::int as parties from gone group by event_id
  `.execute(tx.sql);
  return rows;
}

/** The event has another last day: its sign-ups go on another day. */
export async function saveGoesOn(tx: TenantDb, eventId: EventId, day: Day): Promise<void> {
  await tx.sql
    .updateTable('event_sign_up')
    .set({ goes_on: day })
    .where('tenant_id', '=', tx.tenant.id)
    .where('event_id', '=', eventId)
    .where('goes_on', '<>', day)
    .execute();
}
