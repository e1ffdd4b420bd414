import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Database } from '../db/database.ts';
import { QUEUES } from './install.ts';
import { alignWaiting, openQueue, type Waiting } from './queue.ts';
import { briefly, runJob, type Workplace } from './run-job.ts';

export interface DrainOptions {
  /** Also those that wait for another try after failing. */
  readonly retries?: boolean;
  /** Answer failures instead of throwing the first. */
  readonly tolerant?: boolean;
}

export interface Drained {
  /** Names of the kinds done, in order. */
  readonly done: string[];
  readonly failed: { readonly kind: string; readonly error: unknown }[];
}

const MOST = 100_000;

/**
 * Does everything that is due by the clock, one after the other in the order asked (calls to strangers last), also what these
 * jobs ask for, until nothing is left. For tests, imports and the demo story; a running app has a worker. Throws the first failure.
 */
export async function drainJobs(workplace: Workplace, options: DrainOptions = {}): Promise<Drained> {
  const { database, clock } = workplace;
  const boss = await queueOf(database);
  const drained: Drained = { done: [], failed: [] };
  if (options.retries) {
    const waiting = `update pgboss.job_common set start_after = now() where name = any($1) and state = 'retry'`;
    await database.pool.query(waiting, [QUEUES]);
  }
  for (let count = 0; count < MOST; count++) {
    await alignWaiting(database, clock, true);
    const job = await nextOf(boss);
    if (!job) break;
    try {
      await runJob(workplace, job);
      drained.done.push(job.data.kind);
    } catch (error) {
      await boss.fail(job.name, { id: job.id, retryCount: job.retryCount }, briefly(error));
      drained.failed.push({ kind: job.data.kind, error });
    }
  }
  const [first] = drained.failed;
  if (first && !options.tolerant) throw first.error;
  return drained;
}

async function nextOf(boss: PgBoss): Promise<JobWithMetadata<Waiting> | null> {
  for (const queue of QUEUES) {
    const [job] = await boss.fetch<Waiting>(queue, { includeMetadata: true });
    if (job) return job;
  }
  return null;
}

const queues = new WeakMap<Database, Promise<PgBoss>>();

/** Opened once a database, and closed with it. */
function queueOf(database: Database): Promise<PgBoss> {
  const known = queues.get(database);
  if (known) return known;
  const opening = openQueue(database, false, () => undefined);
  queues.set(database, opening);
  database.beforeClose(async () => (await opening).stop({ graceful: false }));
  return opening;
}
