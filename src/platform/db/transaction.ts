import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  PostgresDialect,
  type QueryResult,
  Transaction,
} from 'kysely';
import type pg from 'pg';
import { sendTogether } from './breath.ts';
import type { StatementNames } from './statement-names.ts';
import type { Tables } from './tables.ts';

/**
 * One client, which answers in the order asked. What is asked at once goes there at once (the pipeline of `pg`); when one
 * of them fails, those after it do too, so that whoever waits for all hears of the first.
 */
class OneClient implements DatabaseConnection {
  #client: pg.ClientBase;
  #names: StatementNames;
  #begun: Promise<unknown>;
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;
  #asked = false;
  #committed: Promise<void> | null = null;

  constructor(client: pg.ClientBase, names: StatementNames, begun: Promise<unknown>) {
    this.#client = client;
    this.#names = names;
    this.#begun = begun;
  }

  /**
   * Waits for what was asked and takes no more: the client goes on to other tenants, and a question that somebody forgot
   * to await must not reach it there.
   */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#last;
  }

  /** Takes no more and commits; the word goes out at once, behind what was asked. Twice is once. */
  commit(): Promise<void> {
    this.#committed ??= this.#commit();
    return this.#committed;
  }

  async #commit(): Promise<void> {
    this.#ended = true;
    const [{ command }] = await Promise.all([this.#client.query('commit'), this.#begun, this.#last]);
    // PostgreSQL answers COMMIT with ROLLBACK when a statement had failed and its error was swallowed.
    if (command !== 'COMMIT') throw new Error('Cannot commit: a statement in the transaction had failed');
  }

  asked(): boolean {
    return this.#asked;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#ended) throw new Error('Cannot ask the database: the transaction has ended (is an await missing?)');
    this.#asked = true;
    const answer = this.#ask<R>(query);
    this.#last = Promise.allSettled([this.#last, answer]);
    return answer;
  }

  async #ask<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const name = this.#names.nameOf(sql);
    const values = [...parameters];
    sendTogether(this.#client);
    const answer = this.#client.query(name ? { name, text: sql, values } : { text: sql, values });
    // Nothing that was answered outside the transaction ever gets out of here.
    const [, { rows, rowCount, command }] = await Promise.all([this.#begun, answer]);
    if (command === 'SELECT') return { rows };
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: pages are short; long reads use COPY.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Cannot stream rows in a transaction: read them in pages');
  }
}

/** A Kysely transaction, and how it ends. */
export interface OpenTransaction {
  readonly sql: Transaction<Tables>;
  /** Has anything been asked in it? */
  asked(): boolean;
  commit(): Promise<void>;
  /** Must be called before `rollback`. */
  end(): Promise<void>;
}

/** A transaction on a client on which `begin` has been said; `begun` resolves when the server has heard it. */
export type TransactionOn = (client: pg.ClientBase, begun: Promise<unknown>) => OpenTransaction;

/** Makes Kysely transactions over clients of the pool. */
export function transactionsOn(pool: pg.Pool, names: StatementNames): TransactionOn {
  const dialect = new PostgresDialect({ pool });
  const compiler = dialect.createQueryCompiler();
  const adapter = dialect.createAdapter();
  const driver = dialect.createDriver();
  return (client, begun) => {
    const connection = new OneClient(client, names, begun);
    const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (use) => use(connection) });
    const sql = new Transaction<Tables>({ config: { dialect }, driver, dialect, executor });
    return {
      sql,
      asked: () => connection.asked(),
      commit: () => connection.commit(),
      end: () => connection.end(),
    };
  };
}
