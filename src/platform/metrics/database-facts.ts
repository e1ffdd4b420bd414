import type { Database } from '../db/database.ts';
import { WORKED_ON } from '../jobs/install.ts';
import type { Family, Line } from './exposition.ts';

/** Longer than any of it takes where the database is well; who collects asks again in a while. */
const PATIENCE_MS = 5_000;

/**
 * What the database knows, which is the same whichever process is asked: what waits to be done, how fresh the journal is,
 * how many houses there are. `outgoing` are the jobs that hand mail or SMS to others. When it does not answer, only that.
 */
export async function databaseFacts(database: Database, outgoing: readonly string[]): Promise<Family[]> {
  const asked = await within(PATIENCE_MS, Promise.all([jobs(database), facts(database)])).catch(() => null);
  const up = gauge('grobund_database_up', 'Whether the database answered.', asked ? 1 : 0);
  if (!asked) return [up];
  const [waiting, { failed, tenants, journal, bytes }] = asked;
  const out = waiting.filter(({ kind }) => outgoing.includes(kind));
  return [
    up,
    {
      name: 'grobund_jobs_waiting',
      kind: 'gauge',
      help: 'Jobs that are due and not done, by kind.',
      lines: waiting.map(({ kind, jobs }): Line => ({ labels: { kind }, value: jobs })),
    },
    gauge('grobund_jobs_oldest_seconds', 'How long the oldest of them has been due.', oldest(waiting)),
    gauge('grobund_outgoing_waiting', 'Mails and SMS that are due and not handed over.', sum(out)),
    gauge('grobund_outgoing_oldest_seconds', 'How long the oldest of them has been due.', oldest(out)),
    gauge('grobund_jobs_failed', 'Jobs that were given up after the last try.', failed),
    gauge('grobund_tenants', 'Houses of this installation.', tenants),
    gauge('grobund_journal_age_seconds', 'Time since anything was last written in a journal.', journal),
    gauge('grobund_database_bytes', 'Size of the database.', bytes),
  ];
}

interface Waiting {
  readonly kind: string;
  readonly jobs: number;
  readonly oldest: number;
}

async function jobs({ pool }: Database): Promise<Waiting[]> {
  const { rows } = await pool.query<Waiting>(
    `select data ->> 'kind' as kind, count(*)::int as jobs,
       extract(epoch from now() - min(start_after))::float8 as oldest
     from pgboss.job_common
     where name in (${WORKED_ON}) and (state < 'active' and start_after <= now() or state = 'active')
     group by 1 order by 1`,
  );
  return rows;
}

interface Facts {
  readonly failed: number;
  readonly tenants: number;
  readonly journal: number;
  readonly bytes: number;
}

async function facts({ pool }: Database): Promise<Facts> {
  const { rows } = await pool.query<Facts>(
    `select (select count(*) from pgboss.job_common where name = 'dead')::int as failed,
       (select count(*) from tenant)::int as tenants,
       coalesce(extract(epoch from now() - (
         select max(e.at) from journal_head h join journal_entry e on e.tenant_id = h.tenant_id and e.seq = h.seq
       )), 0)::float8 as journal,
       pg_database_size(current_database())::float8 as bytes`,
  );
  return rows[0] ?? { failed: 0, tenants: 0, journal: 0, bytes: 0 };
}

function sum(waiting: readonly Waiting[]): number {
  return waiting.reduce((sum, { jobs }) => sum + jobs, 0);
}

function oldest(waiting: readonly Waiting[]): number {
  return Math.max(0, ...waiting.map((one) => one.oldest));
}

function gauge(name: string, help: string, value: number): Family {
  return { name, kind: 'gauge', help, lines: [{ value }] };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The database took too long')), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
