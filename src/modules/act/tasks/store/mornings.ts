import { sql } from 'kysely';
import { addDays } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Job, soonUntil } from '../rules/task.ts';
import { CALLED_OFF } from './called-off.ts';

/** A job that somebody must look at, and how many tasks it is about. */
export type Waiting = Pick<Job, 'id' | 'initiativeId' | 'eventId'> & { readonly tasks: number };

/** Jobs with tasks that nobody has taken and whose day is near. */
export async function jobsLackingHands(tx: TenantDb): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select j.id, j.initiative_id as "initiativeId", j.event_id as "eventId", count(*)::int as tasks
    from task t
    join task_job j on j.tenant_id = t.tenant_id and j.id = t.job_id
    where t.tenant_id = ${tx.tenant.id} and t.due_on between ${tx.today} and ${soonUntil(tx.today)}
      and not exists (select from task_away a where a.tenant_id = t.tenant_id and a.task_id = t.id)
      and not exists (
        select from task_claim c
        left join task_claim_end e on e.tenant_id = c.tenant_id and e.claim_id = c.id
        where c.tenant_id = t.tenant_id and c.task_id = t.id and (e.outcome is null or e.outcome = 'done')
      )
      and not exists (
        select from initiative_end x where x.tenant_id = j.tenant_id and x.initiative_id = j.initiative_id
      )
      and not ${CALLED_OFF}
    group by j.tenant_id, j.id order by j.id`.execute(tx.sql);
  return rows;
}

/** Weeks after which nobody is asked any more how it went. */
const ASKED_DAYS = 14;

/** Jobs with tasks that somebody has and whose day is over. */
export async function jobsToTick(tx: TenantDb): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select j.id, j.initiative_id as "initiativeId", j.event_id as "eventId", count(*)::int as tasks
    from task t
    join task_job j on j.tenant_id = t.tenant_id and j.id = t.job_id
    join task_claim c on c.tenant_id = t.tenant_id and c.task_id = t.id
    where t.tenant_id = ${tx.tenant.id}
      and t.due_on between ${addDays(tx.today, -ASKED_DAYS)} and ${addDays(tx.today, -1)}
      and not exists (select from task_claim_end e where e.tenant_id = c.tenant_id and e.claim_id = c.id)
      and not ${CALLED_OFF}
    group by j.tenant_id, j.id order by j.id`.execute(tx.sql);
  return rows;
}

export interface Reminded {
  readonly claimId: Id<'task_claim'>;
  readonly says: string;
  readonly minutes: number;
  readonly clock: string;
  readonly personId: Id<'person'> | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Who has a task tomorrow and has not been reminded; held, so that two mornings at once remind once. */
export async function lockTomorrow(tx: TenantDb, limit: number): Promise<readonly Reminded[]> {
  const { rows } = await sql<Reminded>`
    select c.id as "claimId", t.says, t.minutes, t.clock, h.person_id as "personId", h.name, h.email, h.phone
    from task t
    join task_job j on j.tenant_id = t.tenant_id and j.id = t.job_id
    join task_claim c on c.tenant_id = t.tenant_id and c.task_id = t.id
    join task_helper h on h.tenant_id = c.tenant_id and h.id = c.helper_id
    where t.tenant_id = ${tx.tenant.id} and t.due_on = ${addDays(tx.today, 1)} and c.reminded_on is null
      and not exists (select from task_claim_end e where e.tenant_id = c.tenant_id and e.claim_id = c.id)
      and not ${CALLED_OFF}
    order by c.id limit ${limit} for update of c skip locked`.execute(tx.sql);
  return rows;
}

export async function setReminded(tx: TenantDb, ids: readonly Id<'task_claim'>[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql
    .updateTable('task_claim')
    .set({ reminded_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', 'in', ids)
    .execute();
}
