import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { NoticeKind, Told, ToTell } from '../rules/notices.ts';

type EventId = Id<'event'>;

export async function insertNotice(
  tx: TenantDb,
  one: {
    readonly eventId: EventId;
    readonly signUpId: Id<'event_sign_up'>;
    readonly kind: NoticeKind;
    readonly way: 'sent' | 'paper';
  },
): Promise<void> {
  await tx.sql
    .insertInto('event_notice')
    .values({
      tenant_id: tx.tenant.id,
      event_id: one.eventId,
      sign_up_id: one.signUpId,
      kind: one.kind,
      way: one.way,
      made_at: tx.now,
      done_at: one.way === 'sent' ? tx.now : null,
    })
    .execute();
}

/** Whom nobody has told yet; the oldest first. */
export async function toTell(tx: TenantDb, eventId: EventId): Promise<readonly ToTell[]> {
  const { rows } = await sql<ToTell>`
    select n.id, n.sign_up_id as "signUpId", n.kind, s.name, s.home, s.phone,
      (
        select count(*)::int from event_sign_up b
        where b.tenant_id = s.tenant_id and b.event_id = s.event_id and b.id <= s.id
      ) as number
    from event_notice n
    join event_sign_up s on s.tenant_id = n.tenant_id and s.id = n.sign_up_id
    where n.tenant_id = ${tx.tenant.id} and n.event_id = ${eventId} and n.done_at is null
    order by n.id
  `.execute(tx.sql);
  return rows;
}

export async function toldOf(tx: TenantDb, eventId: EventId): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select kind, (count(*) filter (where way = 'sent'))::int as sent,
      (count(*) filter (where way = 'paper' and done_at is not null))::int as "byHand",
      (count(*) filter (where done_at is null))::int as waiting
    from event_notice where tenant_id = ${tx.tenant.id} and event_id = ${eventId}
    group by kind order by kind
  `.execute(tx.sql);
  return rows;
}

/** These have been told by hand. How many are left? */
export async function saveTold(
  tx: TenantDb,
  eventId: EventId,
  ids: readonly string[],
  by: Id<'person'> | null,
): Promise<number> {
  await sql`
    update event_notice set done_at = ${tx.now}, done_by = ${by}
    where tenant_id = ${tx.tenant.id} and event_id = ${eventId} and done_at is null and id = any(${[...ids]}::uuid[])
  `.execute(tx.sql);
  return (await toTell(tx, eventId)).length;
}

/** Who is not to be told any more: they left, or what they were to hear is overtaken. */
export async function dropNotices(tx: TenantDb, signUpId: Id<'event_sign_up'>): Promise<void> {
  await tx.sql
    .deleteFrom('event_notice')
    .where('tenant_id', '=', tx.tenant.id)
    .where('sign_up_id', '=', signUpId)
    .where('done_at', 'is', null)
    .execute();
}
