import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Answer } from '../rules/asking.ts';

interface Span {
  readonly from: Day;
  readonly until: Day;
}

/** What every row behind a figure tells of its job. */
interface OfJob {
  readonly jobId: Id<'task_job'>;
  readonly title: string;
  readonly departmentIds: readonly Id<'department'>[];
  readonly on: Day;
}

const DEPARTMENTS: RawBuilder<unknown> = sql`coalesce((
    select array_agg(d.department_id order by d.department_id) from initiative_department d
    where d.tenant_id = j.tenant_id and d.initiative_id = j.initiative_id
  ), (
    select array_agg(d.department_id order by d.department_id) from event_department d
    where d.tenant_id = j.tenant_id and d.event_id = j.event_id
  ), '{}') as "departmentIds"`;

/** Was there any work cut by that day? */
export async function anyJobBy(tx: TenantDb, until: Day): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from task_job
      where tenant_id = ${tx.tenant.id} and (cut_at at time zone 'Europe/Copenhagen')::date <= ${until}
    ) as found`.execute(tx.sql);
  return rows[0]?.found ?? false;
}

export interface DoneTask extends OfJob {
  readonly taskId: Id<'task'>;
  readonly helperId: Id<'task_helper'>;
  /** As somebody said it took; else as it was laid. */
  readonly minutes: number;
  /** They took it because somebody asked them. */
  readonly asked: boolean;
  /** The first task that this helper ever did. */
  readonly first: boolean;
}

/** Tasks done in the span, oldest first. */
export async function doneIn(tx: TenantDb, { from, until }: Span): Promise<readonly DoneTask[]> {
  const { rows } = await sql<DoneTask>`
    select j.id as "jobId", j.title, ${DEPARTMENTS}, e.on_day as "on", t.id as "taskId", c.helper_id as "helperId",
      coalesce(e.minutes, t.minutes) as minutes, c.ask_id is not null as asked, not exists (
        select from task_claim d
        join task_claim_end f on f.tenant_id = d.tenant_id and f.claim_id = d.id and f.outcome = 'done'
        where d.tenant_id = c.tenant_id and d.helper_id = c.helper_id and (f.on_day, d.id) < (e.on_day, c.id)
      ) as first
    from task_claim_end e
    join task_claim c on c.tenant_id = e.tenant_id and c.id = e.claim_id
    join task t on t.tenant_id = c.tenant_id and t.id = c.task_id
    join task_job j on j.tenant_id = t.tenant_id and j.id = t.job_id
    where e.tenant_id = ${tx.tenant.id} and e.outcome = 'done' and e.on_day between ${from} and ${until}
    order by e.on_day, c.id`.execute(tx.sql);
  return rows;
}

export interface AskMade extends OfJob {
  readonly answer: Answer | null;
}

/** Asks of the span by the day they were made, oldest first. */
export async function asksIn(tx: TenantDb, { from, until }: Span): Promise<readonly AskMade[]> {
  const { rows } = await sql<AskMade>`
    select j.id as "jobId", j.title, ${DEPARTMENTS}, q.asked_on as "on", w.answer
    from task_ask q
    join task t on t.tenant_id = q.tenant_id and t.id = q.task_id
    join task_job j on j.tenant_id = t.tenant_id and j.id = t.job_id
    left join task_answer w on w.tenant_id = q.tenant_id and w.ask_id = q.id
    where q.tenant_id = ${tx.tenant.id} and q.asked_on between ${from} and ${until}
    order by q.asked_on, q.id`.execute(tx.sql);
  return rows;
}

export interface CutJob extends OfJob {
  readonly cutBy: Id<'person'>;
}

/** Work that was cut in the span, by whom. */
export async function cutIn(tx: TenantDb, { from, until }: Span): Promise<readonly CutJob[]> {
  const { rows } = await sql<CutJob>`
    select j.id as "jobId", j.title, ${DEPARTMENTS}, (j.cut_at at time zone 'Europe/Copenhagen')::date as "on",
      j.cut_by as "cutBy"
    from task_job j
    where j.tenant_id = ${tx.tenant.id} and j.cut_by is not null
      and (j.cut_at at time zone 'Europe/Copenhagen')::date between ${from} and ${until}
    order by j.cut_at, j.id`.execute(tx.sql);
  return rows;
}
