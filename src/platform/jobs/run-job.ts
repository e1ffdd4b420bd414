import { sql } from 'kysely';
import { SYSTEM } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database } from '../db/database.ts';
import type { Tenant, TenantDb } from '../db/tenant-db.ts';
import { tenantById } from '../db/tenants.ts';
import type { AnyJobKind } from './jobs.ts';
import type { Clock, TakenJob } from './queue.ts';

/** Everything that can be asked for, and where. */
export interface Workplace {
  readonly database: Database;
  readonly kinds: readonly AnyJobKind[];
  readonly clock: Clock;
  /** Absolute address of a tenant's front page without a trailing slash. */
  originOf(tenant: Tenant): string;
}

/**
 * Does one job in one transaction of its tenant, and marks it finished in the same: what it wrote and that it is done
 * are kept together. One that goes out of the house has two, and none while it is out. Throws when it failed, or when
 * the queue has given it to somebody else meanwhile.
 */
export async function runJob({ database, kinds, clock, originOf }: Workplace, job: TakenJob): Promise<void> {
  const kind = kinds.find(({ name }) => name === job.data.kind);
  if (!kind) throw new Error(`Cannot do job "${job.data.kind}": this program does not know it`);
  const tenant = await tenantById(database, job.data.tenant as Id<'tenant'>);
  // The house is gone, and with it whatever the job was about.
  if (!tenant) return;
  const inTransaction = <T>(work: (tx: TenantDb) => Promise<T>): Promise<T> =>
    database.asTenant({ tenant, actor: SYSTEM, channel: 'system', now: clock.now(), origin: originOf(tenant) }, work);
  const done = (work: (tx: TenantDb) => Promise<void>) =>
    inTransaction(async (tx) => {
      await work(tx);
      await finish(tx, job);
    });

  if ('run' in kind) return done((tx) => kind.run(tx, job.data.payload));
  const errand = await inTransaction((tx) => kind.prepare(tx, job.data.payload));
  return done(errand ? await errand() : async () => undefined);
}

async function finish(tx: TenantDb, { id, retryCount, data }: TakenJob): Promise<void> {
  const { rows } = await sql<{ mine: boolean }>`select finish_job(${id}, ${retryCount}) as mine`.execute(tx.sql);
  if (!rows[0]?.mine) throw new Error(`Cannot finish job "${data.kind}": another worker has it now`);
}

/** What of an error may be kept in the queue: no values, which could be personal. */
export function briefly(error: unknown): { name: string; code?: string } {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? { name: error.name, code } : { name: error.name };
}
