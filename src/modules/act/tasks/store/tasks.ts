import { sql } from 'kysely';
import type { Channel } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Event } from '../../events/public.ts';
import type { Job, ListedTask, Outcome, Piece, Task, TaskBeside } from '../rules/task.ts';
import { CALLED_OFF } from './called-off.ts';

const JOB = sql`j.id, j.initiative_id as "initiativeId", j.event_id as "eventId", j.title, j.template, j.due_on as "dueOn"`;

export async function jobById(tx: TenantDb, id: Id<'task_job'>): Promise<Job | null> {
  const { rows } = await sql<Job>`
    select ${JOB} from task_job j where j.tenant_id = ${tx.tenant.id} and j.id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** Whose the job is. */
export type JobOwner =
  | { readonly initiativeId: Id<'initiative'> }
  | { readonly event: Pick<Event, 'id' | 'initiativeId' | 'on' | 'until'> };

/** An event has its own work, and what its initiative has laid for its days or for no day. */
function isOf(owner: JobOwner) {
  if ('initiativeId' in owner) return sql`j.initiative_id = ${owner.initiativeId}`;
  const { id, initiativeId, on, until } = owner.event;
  const laid = sql`j.event_id is null and (j.due_on is null or j.due_on between ${on} and ${until})`;
  return initiativeId
    ? sql`(j.event_id = ${id} or (j.initiative_id = ${initiativeId} and ${laid}))`
    : sql`j.event_id = ${id}`;
}

/**
 * The jobs of an initiative, or of an event, and the tasks that are left of them, oldest first. In one question and in one
 * go, since every page of an initiative asks.
 */
export async function workOf(
  tx: TenantDb,
  owner: JobOwner,
): Promise<{ readonly jobs: readonly Pick<Job, 'id' | 'title'>[]; readonly tasks: readonly TaskBeside[] }> {
  type Row = Omit<TaskBeside, 'id'> & { readonly id: Id<'task'> | null; readonly title: string };
  const { rows } = await sql<Row>`
    select j.id as "jobId", j.title, t.id, t.says, t.minutes, t.due_on as "dueOn", t.clock, null as away,
      coalesce(jsonb_agg(jsonb_build_object('outcome', e.outcome)) filter (where c.id is not null), '[]') as claims
    from task_job j
    left join task t on t.tenant_id = j.tenant_id and t.job_id = j.id
      and not exists (select from task_away a where a.tenant_id = t.tenant_id and a.task_id = t.id)
    left join task_claim c on c.tenant_id = t.tenant_id and c.task_id = t.id
    left join task_claim_end e on e.tenant_id = c.tenant_id and e.claim_id = c.id
    where j.tenant_id = ${tx.tenant.id} and ${isOf(owner)}
    group by j.tenant_id, j.id, t.tenant_id, t.id
    order by j.id, t.id`.execute(tx.sql);
  const jobs = new Map(rows.map(({ jobId, title }) => [jobId, { id: jobId, title }]));
  return { jobs: [...jobs.values()], tasks: rows.flatMap(({ id, ...task }) => (id ? [{ ...task, id }] : [])) };
}

export async function insertJob(tx: TenantDb, job: Omit<Job, 'id'>, by: Id<'person'> | null): Promise<Id<'task_job'>> {
  const { id } = await tx.sql
    .insertInto('task_job')
    .values({
      tenant_id: tx.tenant.id,
      initiative_id: job.initiativeId,
      event_id: job.eventId,
      title: job.title,
      template: job.template,
      due_on: job.dueOn,
      cut_at: tx.now,
      cut_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertTasks(
  tx: TenantDb,
  jobId: Id<'task_job'>,
  pieces: readonly (Piece & { readonly halfOf?: Id<'task'> })[],
  by: Id<'person'> | null,
): Promise<readonly Id<'task'>[]> {
  if (pieces.length === 0) return [];
  const rows = await tx.sql
    .insertInto('task')
    .values(
      pieces.map((one) => ({
        tenant_id: tx.tenant.id,
        job_id: jobId,
        piece: one.piece,
        says: one.says,
        minutes: one.minutes,
        kind: one.kind,
        due_on: one.dueOn,
        clock: one.clock,
        for_children: one.forChildren,
        half_of: one.halfOf ?? null,
        laid_at: tx.now,
        laid_by: by,
      })),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Tasks with their claims and the asks that wait, all in one question. */
const TASKS = (tx: TenantDb) => sql`
  select t.id, t.job_id as "jobId", t.piece, t.says, t.minutes, t.kind, t.due_on as "dueOn", t.clock,
    t.for_children as "forChildren", t.half_of as "halfOf", a.why as away, coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', c.id, 'helperId', c.helper_id, 'personId', h.person_id, 'name', h.name, 'askId', c.ask_id, 'on', c.on_day,
        'channel', c.channel, 'outcome', e.outcome, 'thanked', y.claim_id is not null
      ) order by c.id)
      from task_claim c
      join task_helper h on h.tenant_id = c.tenant_id and h.id = c.helper_id
      left join task_claim_end e on e.tenant_id = c.tenant_id and e.claim_id = c.id
      left join task_thanks y on y.tenant_id = c.tenant_id and y.claim_id = c.id
      where c.tenant_id = t.tenant_id and c.task_id = t.id
    ), '[]'::jsonb) as claims, (
      select count(*)::int from task_ask q
      where q.tenant_id = t.tenant_id and q.task_id = t.id and q.expires_on >= ${tx.today}
        and not exists (select from task_answer w where w.tenant_id = q.tenant_id and w.ask_id = q.id)
    ) as asked
  from task t left join task_away a on a.tenant_id = t.tenant_id and a.task_id = t.id`;

export async function taskById(tx: TenantDb, id: Id<'task'>): Promise<Task | null> {
  const { rows } = await sql<Task>`${TASKS(tx)} where t.tenant_id = ${tx.tenant.id} and t.id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The tasks of these jobs in the order in which they were laid; those that were cut in two or put away left out. */
export async function tasksOf(tx: TenantDb, jobs: readonly Id<'task_job'>[]): Promise<readonly Task[]> {
  if (jobs.length === 0) return [];
  const { rows } = await sql<Task>`
    ${TASKS(tx)} where t.tenant_id = ${tx.tenant.id} and t.job_id = any(${[...jobs]}::uuid[]) and a.task_id is null
    order by t.id`.execute(tx.sql);
  return rows;
}

/** The task, held until the transaction ends: two who take it at the same moment come one after the other. */
export async function lockTask(tx: TenantDb, id: Id<'task'>): Promise<Task | null> {
  await sql`select 1 from task where tenant_id = ${tx.tenant.id} and id = ${id} for update`.execute(tx.sql);
  return taskById(tx, id);
}

export async function insertAway(
  tx: TenantDb,
  id: Id<'task'>,
  why: 'halved' | 'not_needed',
  by: Id<'person'> | null,
): Promise<void> {
  await tx.sql
    .insertInto('task_away')
    .values({ tenant_id: tx.tenant.id, task_id: id, why, on_day: tx.today, by_person: by })
    .execute();
}

export async function insertClaim(
  tx: TenantDb,
  claim: {
    readonly taskId: Id<'task'>;
    readonly helperId: Id<'task_helper'>;
    readonly askId: Id<'task_ask'> | null;
    readonly channel: Channel;
    readonly registeredBy: Id<'person'> | null;
  },
): Promise<Id<'task_claim'>> {
  const { id } = await tx.sql
    .insertInto('task_claim')
    .values({
      tenant_id: tx.tenant.id,
      task_id: claim.taskId,
      helper_id: claim.helperId,
      ask_id: claim.askId,
      claimed_at: tx.now,
      on_day: tx.today,
      channel: claim.channel,
      registered_by: claim.registeredBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertClaimEnd(
  tx: TenantDb,
  id: Id<'task_claim'>,
  end: { readonly outcome: Outcome; readonly minutes: number | null; readonly by: Id<'person'> | null },
): Promise<void> {
  await tx.sql
    .insertInto('task_claim_end')
    .values({
      tenant_id: tx.tenant.id,
      claim_id: id,
      outcome: end.outcome,
      minutes: end.minutes,
      on_day: tx.today,
      by_person: end.by,
    })
    .execute();
}

export async function insertThanks(
  tx: TenantDb,
  id: Id<'task_claim'>,
  words: string,
  by: Id<'person'> | null,
): Promise<void> {
  await tx.sql
    .insertInto('task_thanks')
    .values({ tenant_id: tx.tenant.id, claim_id: id, words, on_day: tx.today, by_person: by })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** Open tasks that can still be taken, the nearest day first, those without a day last. */
export async function openTasks(
  tx: TenantDb,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly ListedTask[]> {
  const { rows } = await sql<ListedTask>`
    select t.id, t.job_id as "jobId", t.says, t.minutes, t.kind, t.due_on as "dueOn", t.clock,
      t.for_children as "forChildren", j.title as job
    from task t
    join task_job j on j.tenant_id = t.tenant_id and j.id = t.job_id
    where t.tenant_id = ${tx.tenant.id} and (t.due_on is null or t.due_on >= ${tx.today})
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
    order by t.due_on nulls last, t.id limit ${page.limit} offset ${page.offset}`.execute(tx.sql);
  return rows;
}

/** What a person has now, the nearest day first. */
export async function tasksHeldBy(tx: TenantDb, personId: Id<'person'>): Promise<readonly ListedTask[]> {
  const { rows } = await sql<ListedTask>`
    select t.id, t.job_id as "jobId", t.says, t.minutes, t.kind, t.due_on as "dueOn", t.clock,
      t.for_children as "forChildren", j.title as job
    from task_helper h
    join task_claim c on c.tenant_id = h.tenant_id and c.helper_id = h.id
    join task t on t.tenant_id = c.tenant_id and t.id = c.task_id
    join task_job j on j.tenant_id = t.tenant_id and j.id = t.job_id
    where h.tenant_id = ${tx.tenant.id} and h.person_id = ${personId}
      and not exists (select from task_claim_end e where e.tenant_id = c.tenant_id and e.claim_id = c.id)
      and not ${CALLED_OFF}
    order by t.due_on nulls last, t.id limit 50`.execute(tx.sql);
  return rows;
}

/** What past jobs by a template have taught: how long each piece took, and what the last job consisted of. */
export async function learnedBy(
  tx: TenantDb,
  template: string,
): Promise<{
  readonly minutes: readonly { readonly piece: string; readonly median: number; readonly from: number }[];
  readonly last: readonly (Pick<Task, 'piece' | 'says' | 'minutes' | 'kind' | 'clock' | 'forChildren'> & {
    readonly at: number | null;
  })[];
}> {
  const minutes = await sql<{ piece: string; median: number; from: number }>`
    select t.piece, percentile_disc(0.5) within group (order by e.minutes) as median, count(*)::int as "from"
    from task_job j
    join task t on t.tenant_id = j.tenant_id and t.job_id = j.id
    join task_claim c on c.tenant_id = t.tenant_id and c.task_id = t.id
    join task_claim_end e on e.tenant_id = c.tenant_id and e.claim_id = c.id
    where j.tenant_id = ${tx.tenant.id} and j.template = ${template} and j.template <> ''
      and t.piece <> '' and e.outcome = 'done' and e.minutes is not null
    group by t.piece`.execute(tx.sql);
  const last = await sql<
    Pick<Task, 'piece' | 'says' | 'minutes' | 'kind' | 'clock' | 'forChildren'> & { at: number | null }
  >`
    select t.piece, t.says, t.minutes, t.kind, t.clock, t.for_children as "forChildren", t.due_on - j.due_on as at
    from (
      select * from task_job where tenant_id = ${tx.tenant.id} and template = ${template} and template <> ''
      order by id desc limit 1
    ) j
    join task t on t.tenant_id = j.tenant_id and t.job_id = j.id
    left join task_away a on a.tenant_id = t.tenant_id and a.task_id = t.id
    where t.half_of is null and (a.why is null or a.why = 'halved')
    order by t.id limit 100`.execute(tx.sql);
  return { minutes: minutes.rows, last: last.rows };
}
