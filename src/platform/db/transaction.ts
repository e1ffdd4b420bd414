import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  PostgresDialect,
  type QueryResult,
  Transaction,
} from 'kysely';
import type pg from 'pg';
import type { StatementNames } from './statement-names.ts';
import type { Tables } from './tables.ts';

/** One query at a time on one client, in the order asked, also when a caller asks for several at once. */
class OneClient implements DatabaseConnection {
  #client: pg.ClientBase;
  #names: StatementNames;
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;
  #asked = false;

  constructor(client: pg.ClientBase, names: StatementNames) {
    this.#client = client;
    this.#names = names;
  }

  /**
   * Waits for what was asked and takes no more: the client goes on to other tenants, and a question that somebody forgot
   * to await must not reach it there.
   */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#last;
  }

  asked(): boolean {
    return this.#asked;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#ended) throw new Error('Cannot ask the database: the transaction has ended (is an await missing?)');
    this.#asked = true;
    const answer = this.#last.then(() => this.#ask<R>(query));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #ask<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const name = this.#names.nameOf(sql);
    const values = [...parameters];
    const { rows, rowCount, command } = await this.#client.query(
      name ? { name, text: sql, values } : { text: sql, values },
    );
    if (command === 'SELECT') return { rows };
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: pages are short; long reads use COPY.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Cannot stream rows in a transaction: read them in pages');
  }
}

/** A Kysely transaction, and what must be called before `commit` or `rollback`. */
export interface OpenTransaction {
  readonly sql: Transaction<Tables>;
  /** Has anything been asked in it? */
  asked(): boolean;
  end(): Promise<void>;
}

/** Makes Kysely transactions over clients of the pool on which the caller has said `begin`. */
export function transactionsOn(pool: pg.Pool, names: StatementNames): (client: pg.ClientBase) => OpenTransaction {
  const dialect = new PostgresDialect({ pool });
  const compiler = dialect.createQueryCompiler();
  const adapter = dialect.createAdapter();
  const driver = dialect.createDriver();
  return (client) => {
    const connection = new OneClient(client, names);
    const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (use) => use(connection) });
    const sql = new Transaction<Tables>({ config: { dialect }, driver, dialect, executor });
    return { sql, asked: () => connection.asked(), end: () => connection.end() };
  };
}
