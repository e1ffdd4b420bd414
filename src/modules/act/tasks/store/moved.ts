import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Event } from '../../events/public.ts';
import { IS_CANCELLED, isFor, LEFT, type Left, leftOf, THAT_DAY } from './called-off.ts';

/**
 * Moves what is left of the work for an event by so many days, never to a day that has been; who has it is reminded anew.
 * Work of the initiative for a day on which it has another event stays. Answers the tasks that have a day, as it is now.
 */
export async function moveWork(
  tx: TenantDb,
  before: Pick<Event, 'id' | 'initiativeId' | 'on' | 'until'>,
  days: number,
): Promise<readonly Left[]> {
  const { rows } = await sql<{ id: Id<'task_job'> }>`
    select j.id from task_job j
    where j.tenant_id = ${tx.tenant.id} and ${isFor(before)} and not (j.event_id is null and exists (
      select from event v where ${THAT_DAY} and v.id <> ${before.id} and not ${IS_CANCELLED}
    ))`.execute(tx.sql);
  const jobs = rows.map(({ id }) => id);
  if (jobs.length === 0) return [];
  await sql`
    update task_job set due_on = due_on + ${days}::int
    where tenant_id = ${tx.tenant.id} and id = any(${jobs}::uuid[]) and due_on is not null`.execute(tx.sql);
  await sql`
    update task t set due_on = greatest(t.due_on + ${days}::int, ${tx.today}::date)
    where t.tenant_id = ${tx.tenant.id} and t.job_id = any(${jobs}::uuid[]) and t.due_on is not null and ${LEFT}
  `.execute(tx.sql);
  await sql`
    update task_claim c set reminded_on = null from task t
    where c.tenant_id = ${tx.tenant.id} and t.tenant_id = c.tenant_id and t.id = c.task_id
      and t.job_id = any(${jobs}::uuid[]) and ${LEFT}`.execute(tx.sql);
  return leftOf(tx, sql`j.id = any(${jobs}::uuid[]) and t.due_on is not null`);
}
