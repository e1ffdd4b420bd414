import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Event } from '../../events/public.ts';
import type { Helper } from './helpers.ts';

/** An event (v) of the initiative of a job (j) lies on the day that the job is for. */
export const THAT_DAY = sql`
  v.tenant_id = j.tenant_id and v.initiative_id = j.initiative_id and j.due_on between v.on_day and v.last_day`;

export const IS_CANCELLED = sql`exists (select from event_cancellation x where x.tenant_id = v.tenant_id and x.event_id = v.id)`;

/**
 * What a job (j) was for is called off: its own event, or all that its initiative had on the day that it is for. Then nobody
 * is asked, reminded or waited for. Who has a task of it, and what was done before, stays.
 */
export const CALLED_OFF = sql`(
  exists (select from event_cancellation x where x.tenant_id = j.tenant_id and x.event_id = j.event_id)
  or (
    j.event_id is null
    and exists (select from event v where ${THAT_DAY} and ${IS_CANCELLED})
    and not exists (select from event v where ${THAT_DAY} and not ${IS_CANCELLED})
  )
)`;

export async function isCalledOff(tx: TenantDb, id: Id<'task'>): Promise<boolean> {
  const { rows } = await sql`
    select from task t join task_job j on j.tenant_id = t.tenant_id and j.id = t.job_id
    where t.tenant_id = ${tx.tenant.id} and t.id = ${id} and ${CALLED_OFF}`.execute(tx.sql);
  return rows.length > 0;
}

/** A task (t) that nobody has done, and that is not cut in two or put away. */
export const LEFT = sql`(
  not exists (select from task_away a where a.tenant_id = t.tenant_id and a.task_id = t.id)
  and not exists (
    select from task_claim d
    join task_claim_end e on e.tenant_id = d.tenant_id and e.claim_id = d.id and e.outcome = 'done'
    where d.tenant_id = t.tenant_id and d.task_id = t.id
  )
)`;

/** A task that is left, and who has it. */
export interface Left {
  readonly id: Id<'task'>;
  readonly jobId: Id<'task_job'>;
  readonly says: string;
  readonly dueOn: Day | null;
  readonly holder: Omit<Helper, 'id'> | null;
}

/** Those that are left of the jobs (j) that are wanted, in the order in which they were laid. */
export async function leftOf(tx: TenantDb, wanted: RawBuilder<unknown>): Promise<readonly Left[]> {
  const { rows } = await sql<Left>`
    select t.id, t.job_id as "jobId", t.says, t.due_on as "dueOn", case when h.id is not null then jsonb_build_object(
      'personId', h.person_id, 'name', h.name, 'email', h.email, 'phone', h.phone
    ) end as holder
    from task_job j
    join task t on t.tenant_id = j.tenant_id and t.job_id = j.id
    left join task_claim c on c.tenant_id = t.tenant_id and c.task_id = t.id
      and not exists (select from task_claim_end e where e.tenant_id = c.tenant_id and e.claim_id = c.id)
    left join task_helper h on h.tenant_id = c.tenant_id and h.id = c.helper_id
    where j.tenant_id = ${tx.tenant.id} and ${wanted} and ${LEFT}
    order by t.id`.execute(tx.sql);
  return rows;
}

/** A job (j) is for the event: its own, or what its initiative laid for its days. */
export function isFor({ id, initiativeId, on, until }: Pick<Event, 'id' | 'initiativeId' | 'on' | 'until'>) {
  return sql`(
    j.event_id = ${id}
    or (j.event_id is null and j.initiative_id = ${initiativeId}::uuid and j.due_on between ${on} and ${until})
  )`;
}

/** What is left of the work for an event that has just been called off. */
export function droppedWith(
  tx: TenantDb,
  event: Pick<Event, 'id' | 'initiativeId' | 'on' | 'until'>,
): Promise<readonly Left[]> {
  return leftOf(tx, sql`${isFor(event)} and ${CALLED_OFF}`);
}
