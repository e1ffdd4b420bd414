import type pg from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';

/**
 * Where jobs wait: `work`, and for what asks strangers' servers `calls`, which workers of its own do. However many of those
 * servers dawdle, they hold back nothing but each other.
 */
export const QUEUES = ['work', 'calls'] as const;
export type Queue = (typeof QUEUES)[number];
/** Where those go that failed too often. */
const DEAD_QUEUE = 'dead';

const listed = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
/** The queues that are worked on, as SQL lists them: `'work', 'calls'`. */
export const WORKED_ON = listed(QUEUES);
/**
 * Which rows of `pgboss.job` are worth a backup: jobs that are not done, and those that failed for good. A letter that was
 * decided is sent after a restore too. What else pg-boss keeps is only of use to the server that it was about.
 */
export const WAITING_JOBS = `name in (${listed([...QUEUES, DEAD_QUEUE])}) and state < 'completed' or name = '${DEAD_QUEUE}'`;

/** The schema that pg-boss 12.35.0 knows. */
const BOSS_SCHEMA_VERSION = 43;

const RETRIES = { retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 };
const TIMES = {
  expireInSeconds: 900,
  heartbeatSeconds: 20,
  retentionSeconds: 90 * 86_400,
  deleteAfterSeconds: 7 * 86_400,
};

/** Makes or updates the queue's own schema and the two doors to it, in the caller's transaction. Idempotent. */
export async function installJobQueue(client: pg.ClientBase): Promise<void> {
  const { rows: found } = await client.query(`select to_regclass('pgboss.version') is not null as there`);
  if (!found[0]?.there) await runPlan(client, getConstructionPlans('pgboss'));
  const { rows: versions } = await client.query('select version from pgboss.version');
  const version = versions[0]?.version as number;
  if (version > BOSS_SCHEMA_VERSION) throw new Error(`The job queue is of edition ${version}: use a newer program`);
  if (version < BOSS_SCHEMA_VERSION) await runPlan(client, getMigrationPlans('pgboss', version));
  await client.query('select pgboss.create_queue($1, $2)', [
    DEAD_QUEUE,
    { policy: 'standard', retentionSeconds: TIMES.retentionSeconds },
  ]);
  for (const queue of QUEUES) {
    await client.query('select pgboss.create_queue($1, $2)', [
      queue,
      { policy: 'standard', deadLetter: DEAD_QUEUE, ...RETRIES, ...TIMES },
    ]);
  }
  await client.query(DOORS);
}

/** A plan of pg-boss brings its own transaction and limits; ours is the one that counts. */
async function runPlan(client: pg.ClientBase, plan: string): Promise<void> {
  await client.query(plan.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, ''));
  await client.query('set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0');
}

/**
 * The plain role may put a job in for its own tenant and finish the one it was given; it cannot read the queue, where
 * all tenants' jobs lie. Rows are put in by SQL, as pg-boss documents for triggers, with the queue's own settings.
 */
const DOORS = `
-- Of before 0.5, when there was one queue.
drop function if exists insert_job(uuid, text, jsonb, timestamptz, text);
drop function if exists enqueue_job(text, jsonb, timestamptz, text);

create or replace function insert_job(
  tenant uuid, kind text, payload jsonb, after timestamptz, key text, queue text default 'work'
) returns void
language sql as $$
  insert into pgboss.job_common (
    id, name, data, start_after, created_on, keep_until, singleton_key, policy, retry_limit, retry_delay, retry_backoff,
    retry_delay_max, expire_seconds, deletion_seconds, dead_letter, heartbeat_seconds
  )
  select
    public.new_id(), q.name,
    jsonb_build_object('kind', kind, 'tenant', tenant, 'payload', payload, 'due', after),
    coalesce(after, now()), clock_timestamp(),
    greatest(coalesce(after, now()), now()) + q.retention_seconds * interval '1 second',
    tenant || ':' || kind || ':' || key, case when key is null then q.policy else 'short' end,
    q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.deletion_seconds,
    q.dead_letter, q.heartbeat_seconds
  from pgboss.queue q where q.name = insert_job.queue
  -- The update also holds the waiting job back until we commit: it is to see what we wrote.
  on conflict (name, coalesce(singleton_key, '')) where state = 'created' and policy = 'short'
  do update set
    start_after = least(job_common.start_after, excluded.start_after),
    data = case when excluded.start_after < job_common.start_after then excluded.data else job_common.data end
$$;
revoke all on function insert_job from public;

create or replace function enqueue_job(
  kind text, payload jsonb, after timestamptz, key text, queue text default 'work'
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.current_tenant() is null then raise exception 'Cannot enqueue a job: no tenant'; end if;
  perform public.insert_job(public.current_tenant(), kind, payload, after, key, queue);
end $$;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to grobund_app;

create or replace function finish_job(job uuid, attempt integer) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with finished as (
    update pgboss.job_common set state = 'completed', completed_on = now()
    where name in (${WORKED_ON}) and id = job and state = 'active' and retry_count = attempt
      and data ->> 'tenant' = public.current_tenant()::text
    returning id
  )
  select exists (select from finished)
$$;
revoke all on function finish_job from public;
grant execute on function finish_job to grobund_app;
`;
