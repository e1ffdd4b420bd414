import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { WalkIn } from '../rules/counting.ts';
import type { WayHere } from '../rules/event.ts';
import type { Party } from '../rules/signing-up.ts';

type EventId = Id<'event'>;
type SignUpId = Id<'event_sign_up'>;

/** These are there, and so many of them. What was noted before is replaced; who comes, has seats. */
export async function noteAttendance(
  tx: TenantDb,
  rows: readonly ({ readonly id: SignUpId } & Party)[],
  by: Id<'person'> | null,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql
    .insertInto('event_attendance')
    .values(
      rows.map(({ id, adults, children }) => ({
        tenant_id: tx.tenant.id,
        sign_up_id: id,
        adults,
        children,
        noted_at: tx.now,
        noted_by: by,
      })),
    )
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'sign_up_id']).doUpdateSet((to) => ({
        adults: to.ref('excluded.adults'),
        children: to.ref('excluded.children'),
        noted_at: to.ref('excluded.noted_at'),
        noted_by: to.ref('excluded.noted_by'),
      })),
    )
    .execute();
  await sql`
    update event_sign_up set placed_at = ${tx.now}
    where tenant_id = ${tx.tenant.id} and placed_at is null and id = any(${rows.map(({ id }) => id)}::uuid[])
  `.execute(tx.sql);
}

export async function forgetAttendance(tx: TenantDb, ids: readonly SignUpId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql
    .deleteFrom('event_attendance')
    .where('tenant_id', '=', tx.tenant.id)
    .where('sign_up_id', '=', sql<SignUpId>`any(${[...ids]}::uuid[])`)
    .execute();
}

export async function insertWalkIn(
  tx: TenantDb,
  eventId: EventId,
  one: WalkIn,
  by: Id<'person'> | null,
): Promise<void> {
  await tx.sql
    .insertInto('event_walk_in')
    .values({
      tenant_id: tx.tenant.id,
      event_id: eventId,
      adults: one.adults,
      children: one.children,
      came_by: one.cameBy,
      noted_at: tx.now,
      noted_by: by,
    })
    .execute();
}

/** The last that was counted is taken back. Was there one? */
export async function deleteLastWalkIn(tx: TenantDb, eventId: EventId): Promise<boolean> {
  const { rows } = await sql`
    delete from event_walk_in
    where tenant_id = ${tx.tenant.id} and id = (
      select w.id from event_walk_in w
      where w.tenant_id = ${tx.tenant.id} and w.event_id = ${eventId} order by w.id desc limit 1
    )
    returning id
  `.execute(tx.sql);
  return rows.length > 0;
}

/** Summed by the way they came: a party each. */
export async function walkInsOf(tx: TenantDb, eventId: EventId): Promise<readonly WalkIn[]> {
  const { rows } = await sql<{ adults: number; children: number; cameBy: WayHere | null }>`
    select sum(adults)::int as adults, sum(children)::int as children, came_by as "cameBy"
    from event_walk_in where tenant_id = ${tx.tenant.id} and event_id = ${eventId}
    group by came_by order by came_by
  `.execute(tx.sql);
  return rows;
}

/** How those with seats say that they came to hear of it, in people: who has not said, is not here. */
export async function signUpWays(tx: TenantDb, eventId: EventId): Promise<ReadonlyMap<WayHere, number>> {
  const { rows } = await sql<{ cameBy: WayHere; people: number }>`
    select came_by as "cameBy", sum(adults + children)::int as people from event_sign_up
    where tenant_id = ${tx.tenant.id} and event_id = ${eventId} and left_at is null and placed_at is not null
      and came_by is not null
    group by came_by
  `.execute(tx.sql);
  return new Map(rows.map(({ cameBy, people }) => [cameBy, people]));
}
