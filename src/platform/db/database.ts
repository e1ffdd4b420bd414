import type { Transaction } from 'kysely';
import pg from 'pg';
import type { Actor, Channel } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/day.ts';
import { flushJournal } from '../journal/flush.ts';
import { hintTeller } from '../live/tell.ts';
import { sendTogether } from './breath.ts';
import { isOutdatedPlan, statementNames } from './statement-names.ts';
import type { Tables } from './tables.ts';
import type { Tenant, TenantDb, Unwritten } from './tenant-db.ts';
import { type OpenTransaction, type TransactionOn, transactionsOn } from './transaction.ts';
import { valueParsers } from './value-parsers.ts';

/** Who comes, to which tenant, and when. */
export interface TenantVisit {
  readonly tenant: Tenant;
  readonly actor: Actor;
  /** `web` unless said. */
  readonly channel?: Channel;
  readonly now: Date;
  /** Absolute address of the tenant's front page without a trailing slash. */
  readonly origin: string;
  /** It is a page that is asked for: many small questions, whose plans are made once a connection and not once a page. */
  readonly reading?: boolean;
}

export interface Database {
  /**
   * One transaction as the plain role, under row-level security for one tenant. Commits when `work` resolves (the
   * journal entries of `record` are written just before); rolls everything back when it throws. Nothing is retried.
   */
  asTenant<T>(visit: TenantVisit, work: (tx: TenantDb) => Promise<T>): Promise<T>;
  /** One transaction as the owner, who sees every tenant: migrations, backup, the tenant directory. Never a request. */
  asOwner<T>(work: (sql: Transaction<Tables>, client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** The connections themselves, for what is not a transaction: listening, copying, the job queue. */
  readonly pool: pg.Pool;
  /** How many questions this process has asked, begin and commit among them. */
  questions(): number;
  /** Settings with which a connection of its own can be opened (LISTEN holds one for ever). */
  readonly connection: pg.ClientConfig;
  /** Something that uses the connections and must end before them. */
  beforeClose(end: () => Promise<void>): void;
  close(): Promise<void>;
}

/** The name of an app that serves: what a restore would pull the floor away under. */
export const RUNNING_APP = 'grobund app';

export interface DatabaseSettings {
  /** `postgres://…`, or the parts (`{host: '/path/to/socket', user, database}`). */
  readonly url?: string;
  readonly connection?: pg.ClientConfig;
  /** What the server calls our connections; `grobund` unless said. */
  readonly name?: string;
  /** Most connections at once; 10 unless said. */
  readonly connections?: number;
}

const UUID = /^[0-9a-f-]{36}$/;

/** Opens a pool; connects on first use. Throws at once when neither `url` nor `connection` is given. */
export function openDatabase(settings: DatabaseSettings): Database {
  if (!settings.url && !settings.connection)
    throw new Error('Cannot open the database: neither url nor connection given');
  const connection: pg.ClientConfig = {
    ...settings.connection,
    ...(settings.url ? { connectionString: settings.url } : {}),
    types: valueParsers,
    application_name: settings.name ?? 'grobund',
  };
  const pool = new pg.Pool({ ...connection, max: settings.connections ?? 10 });
  // An idle connection that the server closes (a restart) is replaced at next use; without a listener it ends the process.
  pool.on('error', () => undefined);
  // One that is in use tells whoever waits for its answer; told to nobody as well, it would end the process too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const questions = countQuestions(pool);

  const transactionOn = transactionsOn(pool, statementNames());
  const hints = hintTeller(pool);
  const endings: (() => Promise<void>)[] = [hints.end];
  return {
    pool,
    questions,
    connection,
    asTenant: async (visit, work) => {
      const [answer, changed] = await inTransaction(pool, asTenantOf(visit), transactionOn, async (open) => {
        const tx = tenantDb(visit, open);
        const answer = await work(tx);
        return [answer, await flushJournal(tx)] as const;
      });
      if (changed) hints.tell(visit.tenant.id);
      return answer;
    },
    asOwner: (work) => inTransaction(pool, AS_OWNER, transactionOn, ({ sql }, client) => work(sql, client)),
    beforeClose: (end) => void endings.push(end),
    close: async () => {
      await Promise.all(endings.splice(0).map((end) => end()));
      await pool.end();
    },
  };
}

/** How a transaction begins, and whether its first question may go out in the same breath. */
interface Beginning {
  readonly words: string;
  readonly atOnce: boolean;
}

/** The owner's work may speak with the client itself, which copies rows and must know that it is alone. */
const AS_OWNER: Beginning = { words: 'begin', atOnce: false };

/** Should any of it fail, the transaction is a failed one, and PostgreSQL refuses whatever was sent after it. */
function asTenantOf({ tenant, reading }: TenantVisit): Beginning {
  if (!UUID.test(tenant.id)) throw new Error(`Cannot begin for tenant "${tenant.id}": not a UUID`);
  const plans = reading ? 'set local plan_cache_mode = force_generic_plan; ' : '';
  const words = `begin; set local role grobund_app; ${plans}set local app.tenant_id = '${tenant.id}'`;
  return { words, atOnce: true };
}

function tenantDb(visit: TenantVisit, { sql, asked, commit }: OpenTransaction): TenantDb {
  const unwritten: Unwritten[] = [];
  return {
    sql,
    asked,
    asksNoMore: () => {
      // Heard when the work is done.
      if (unwritten.length === 0) commit().catch(() => undefined);
    },
    tenant: visit.tenant,
    reading: visit.reading ?? false,
    actor: visit.actor,
    channel: visit.channel ?? 'web',
    now: visit.now,
    today: dayOf(visit.now),
    origin: visit.origin,
    unwritten,
  };
}

async function inTransaction<T>(
  pool: pg.Pool,
  { words, atOnce }: Beginning,
  transactionOn: TransactionOn,
  work: (open: OpenTransaction, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client: Pipelined = await pool.connect();
  client.pipeline = atOnce;
  sendTogether(client);
  const begun = client.query(words);
  // Heard below, perhaps after other waiting.
  begun.catch(() => undefined);
  const open = transactionOn(client, begun);
  let broken = false;
  try {
    if (!atOnce) await begun;
    const answer = await work(open, client);
    await open.commit();
    return answer;
  } catch (error) {
    broken = isOutdatedPlan(error);
    await open.end();
    await Promise.all([begun, client.query('rollback')]).catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.pipeline = false;
    client.release(broken);
  }
}

/** Counts what is asked on the pool's connections, whoever asks. */
function countQuestions(pool: pg.Pool): () => number {
  let count = 0;
  pool.on('connect', (client) => {
    const ask = client.query.bind(client) as (...words: unknown[]) => unknown;
    const counting = (...words: unknown[]): unknown => {
      count += 1;
      return ask(...words);
    };
    client.query = counting as typeof client.query;
  });
  return () => count;
}

/** `pg` sends what is asked at once without waiting for the answer before, when told to. */
type Pipelined = pg.PoolClient & { pipeline?: boolean };
