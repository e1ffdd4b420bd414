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

  constructor(client: pg.ClientBase, names: StatementNames) {
    this.#client = client;
    this.#names = names;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
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

/** Makes Kysely transactions over clients of the pool on which the caller has said `begin` and will say `commit`. */
export function transactionsOn(pool: pg.Pool, names: StatementNames): (client: pg.ClientBase) => Transaction<Tables> {
  const dialect = new PostgresDialect({ pool });
  const compiler = dialect.createQueryCompiler();
  const adapter = dialect.createAdapter();
  const driver = dialect.createDriver();
  return (client) => {
    const connection = new OneClient(client, names);
    const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (use) => use(connection) });
    return new Transaction<Tables>({ config: { dialect }, driver, dialect, executor });
  };
}
