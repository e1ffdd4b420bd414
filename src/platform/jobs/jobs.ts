import { sql } from 'kysely';
import type { TenantDb } from '../db/tenant-db.ts';
import type { Queue } from './install.ts';

/** What a job carries: ids and codes only, never names, addresses or text. */
export type Payload = Readonly<Record<string, string | number | boolean | null>>;

/** A kind of job: its name (`mail.send`) and what does it, inside a transaction of the tenant that asked. */
export interface JobKind<P extends Payload = Payload> {
  readonly name: string;
  /** Runs as the system, at least once; what it writes to the database is kept exactly once. Throwing means: later again. */
  run(tx: TenantDb, payload: P): Promise<void>;
}

/**
 * What is done beyond our own database (a mail is handed over) while no transaction is open, so that a slow server at
 * the other end holds none of our connections. Answers what is then written down, in a transaction of its own, with
 * which the job is done. Throwing means: later again. If the machine stops between the two, it is done again: what is
 * handed over must carry the same name each time (the Message-ID), so that it counts once.
 */
export type Errand = () => Promise<(tx: TenantDb) => Promise<void>>;

/** A kind of job that goes out of the house. */
export interface ErrandKind<P extends Payload = Payload> {
  readonly name: string;
  /** Runs as the system, in a transaction that is committed before the errand. Null: nothing is to be done any more. */
  prepare(tx: TenantDb, payload: P): Promise<Errand | null>;
}

/** Any kind of job, for lists of them. */
// biome-ignore lint/suspicious/noExplicitAny: a list holds kinds with different payloads; each is given what it asked for.
export type AnyJobKind = JobKind<any> | ErrandKind<any>;

export interface EnqueueOptions {
  /** Not before this instant, by the clock of `tx.now`. */
  readonly after?: Date;
  /** At most one waiting job of this kind has the key; asking again while it waits changes nothing but the earliest time. */
  readonly key?: string;
}

/** What is asked for: a kind's name, and where it waits; among the others unless said. */
export interface AskedJob {
  readonly name: string;
  readonly queue?: Queue;
}

/** Asks for a job. It exists when the caller's transaction commits, and not otherwise. */
export async function enqueue(
  tx: TenantDb,
  { name, queue = 'work' }: AskedJob,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<void> {
  const { after = null, key = null } = options;
  await sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::jsonb, ${after}, ${key}, ${queue})`.execute(tx.sql);
}
