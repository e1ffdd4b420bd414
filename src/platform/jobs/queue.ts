import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Database } from '../db/database.ts';
import { QUEUES } from './install.ts';
import type { Payload } from './jobs.ts';

/** A clock that can be moved in development and tests. */
export interface Clock {
  now(): Date;
}

/** What lies in the queue. */
export interface Waiting {
  readonly kind: string;
  readonly tenant: string;
  readonly payload: Payload;
}

export type TakenJob = Pick<JobWithMetadata<Waiting>, 'id' | 'data' | 'retryCount'>;

/** pg-boss on the database's own connections. With `upkeep` it also takes back jobs of the dead and clears the old. */
export async function openQueue(
  database: Database,
  upkeep: boolean,
  onError: (error: unknown) => void,
): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values as unknown[]) },
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: upkeep,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    monitorVacuum: false,
    reindex: false,
  });
  boss.on('error', onError);
  return boss.start();
}

/** A difference of the clocks that counts as moved on purpose. */
const MOVED = 5_000;

/**
 * Lets jobs with a time wait by the moved clock: the queue itself knows only the server's. Answers whether the clock
 * is moved.
 */
export async function alignWaiting(database: Database, clock: Clock, wasMoved: boolean): Promise<boolean> {
  const ahead = clock.now().getTime() - Date.now();
  const moved = Math.abs(ahead) > MOVED;
  if (!moved && !wasMoved) return false;
  await database.pool.query(
    `update pgboss.job_common set start_after = (data ->> 'due')::timestamptz - $1 * interval '1 millisecond'
     where name = any($2) and state = 'created' and data ->> 'due' is not null
       and (start_after <= now()) <> ((data ->> 'due')::timestamptz - $1 * interval '1 millisecond' <= now())`,
    [moved ? ahead : 0, QUEUES],
  );
  return moved;
}
