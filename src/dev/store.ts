import { sql } from 'kysely';
import type { Role } from '../kernel/actor.ts';
import type { Id } from '../kernel/id.ts';
import type { Database } from '../platform/db/database.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';

export interface DevPerson {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly roles: readonly { readonly role: Role; readonly department: string | null }[];
}

/** Those with the most to do first; residents without a role last. */
export async function everybody(tx: TenantDb): Promise<readonly DevPerson[]> {
  const { rows } = await sql<DevPerson>`
    select p.id, p.name,
      coalesce(
        json_agg(json_build_object('role', g.role, 'department', d.name) order by d.name nulls first)
          filter (where g.role is not null),
        '[]'
      ) as roles
    from person p
    left join role_grant g
      on g.person_id = p.id and g.from_day <= ${tx.today} and (g.until_day is null or g.until_day >= ${tx.today})
    left join department d on d.id = g.department_id
    group by p.id, p.name
    order by count(g.role) = 0, min(g.role), p.name collate "da-x-icu"
    limit 300
  `.execute(tx.sql);
  return rows;
}

export async function personNamed({ sql, tenant }: TenantDb, name: string): Promise<Id<'person'> | null> {
  const query = sql.selectFrom('person').select('id').where('tenant_id', '=', tenant.id).where('name', '=', name);
  return (await query.executeTakeFirst())?.id ?? null;
}

/** Somebody of each role today, and first of all a resident who holds none: those for whom something waits. */
export async function oneOfEachRole(tx: TenantDb): Promise<readonly { id: Id<'person'>; name: string; role: Role }[]> {
  const { rows } = await sql<{ id: Id<'person'>; name: string; role: Role }>`
    with held as (
      select person_id, role from role_grant
      where from_day <= ${tx.today} and (until_day is null or until_day >= ${tx.today})
      union all
      select person_id, 'resident' from residency
      where until_day is null and person_id not in (select person_id from role_grant)
    )
    select distinct on (h.role <> 'resident', h.role) p.id, p.name, h.role
    from held h
    join person p on p.id = h.person_id
    left join turn t on t.person_id = p.id and t.closed_at is null
    order by h.role <> 'resident', h.role, t.id is null, p.id
  `.execute(tx.sql);
  return rows;
}

export interface SentText {
  readonly phone: string;
  readonly body: string;
  readonly sentAt: Date;
}

export async function sentTexts(tx: TenantDb): Promise<readonly SentText[]> {
  return tx.sql
    .selectFrom('sms_log')
    .select(['phone', 'body', 'sent_at as sentAt'])
    .orderBy('sent_at', 'desc')
    .limit(100)
    .execute();
}

export interface WaitingMessage {
  readonly name: string;
  readonly channel: string;
  readonly topic: string;
  /** Not before: the quiet hours hold messages back. */
  readonly notBefore: Date;
}

export async function waitingMessages(tx: TenantDb): Promise<readonly WaitingMessage[]> {
  return tx.sql
    .selectFrom('outgoing')
    .innerJoin('person', 'person.id', 'outgoing.person_id')
    .select(['person.name', 'outgoing.channel', 'outgoing.topic', 'outgoing.not_before as notBefore'])
    .where('outgoing.sent_at', 'is', null)
    .where('outgoing.failed_at', 'is', null)
    .where('outgoing.dropped_at', 'is', null)
    .orderBy('outgoing.created_at', 'desc')
    .limit(100)
    .execute();
}

export interface QueuedJob {
  readonly kind: string;
  readonly state: string;
  readonly tries: number;
  readonly createdAt: Date;
  /** Why the last try failed. */
  readonly output: string | null;
}

/** The latest jobs of all tenants; their payloads are ids, so nothing is told. */
export async function queuedJobs(database: Database): Promise<readonly QueuedJob[]> {
  const { rows } = await database.pool.query<QueuedJob>(
    `select data->>'kind' as kind, state::text as state, retry_count as tries, created_on as "createdAt", output::text as output
     from pgboss.job
     order by created_on desc
     limit 200`,
  );
  return rows;
}
