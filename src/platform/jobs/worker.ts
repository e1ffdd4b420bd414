import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Queue } from './install.ts';
import { alignWaiting, openQueue, type Waiting } from './queue.ts';
import { briefly, runJob, type Workplace } from './run-job.ts';
import { type ScheduledJob, startDue } from './schedule.ts';

export interface WorkerSettings extends Workplace {
  /** What the clock starts. */
  readonly schedule?: readonly ScheduledJob[];
  /** How many jobs at once, besides calls to strangers; 2 unless said. */
  readonly concurrency?: number;
  /** A job, the queue or the schedule failed: for the log. The job comes again later by itself. */
  onError?(error: unknown, kind?: string): void;
}

export interface Worker {
  /** Takes no more, and waits for those under way (at most 30 seconds). */
  stop(): Promise<void>;
}

const POLL_SECONDS = 0.5;
const LOOK_AT_CLOCK = 1_000;
/** They mostly wait for an answer, and hold no connection while they do. */
const CALLS_AT_ONCE = 4;

/** Starts doing jobs in this process. Any number of processes may: each job is given to one of them. */
export async function startWorker(settings: WorkerSettings): Promise<Worker> {
  const { database, clock, schedule = [], concurrency = 2, onError = () => undefined } = settings;
  const boss: PgBoss = await openQueue(database, true, onError);
  await attend(boss, 'work', settings, { localConcurrency: concurrency, batchSize: 5 });
  // One at a time each: who waits for a stranger's server keeps no other job beside it.
  await attend(boss, 'calls', settings, { localConcurrency: CALLS_AT_ONCE, batchSize: 1 });

  let moved = false;
  const stopLooking = repeat(LOOK_AT_CLOCK, async () => {
    try {
      moved = await alignWaiting(database, clock, moved);
      await startDue(database, schedule, clock.now());
    } catch (error) {
      onError(error);
    }
  });
  return {
    stop: async () => {
      await stopLooking();
      await boss.stop({ graceful: true, timeout: 30_000 });
    },
  };
}

/** Workers that do what waits in one queue. */
async function attend(
  boss: PgBoss,
  queue: Queue,
  settings: WorkerSettings,
  share: { readonly localConcurrency: number; readonly batchSize: number },
): Promise<void> {
  const options = {
    ...share,
    pollingIntervalSeconds: POLL_SECONDS,
    burstWhenBatchFull: true,
    includeMetadata: true,
    perJobResults: true,
  } as const;
  await boss.work<Waiting, void, typeof options>(queue, options, async (jobs: JobWithMetadata<Waiting>[]) => {
    const results: JobResult[] = [];
    for (const job of jobs) results.push(await resultOf(settings, job));
    return results;
  });
}

async function resultOf(settings: WorkerSettings, job: JobWithMetadata<Waiting>): Promise<JobResult> {
  try {
    await runJob(settings, job);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    settings.onError?.(error, job.data.kind);
    return { id: job.id, status: 'failed', output: briefly(error) };
  }
}

/** Again and again with a pause between, never two at once. Answers what ends it. */
function repeat(pause: number, work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const round = () => {
    running = work().finally(() => {
      if (!ended) timer = setTimeout(round, pause);
    });
  };
  round();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await running;
  };
}
