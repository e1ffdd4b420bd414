import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  PostgresDialect,
  type QueryResult,
  Transaction,
} from 'kysely';
import type pg from 'pg';
import type { Tables } from './tables.ts';

/** One query at a time on one client, in the order asked, also when a caller asks for several at once. */
class OneClient implements DatabaseConnection {
  #client: pg.ClientBase;
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const answer = this.#last.then(() => this.#ask<R>(query));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #ask<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount, command } = await this.#client.query(query.sql, [...query.parameters]);
    if (command === 'SELECT') return { rows };
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: pages are short; long reads use COPY.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Cannot stream rows in a transaction: read them in pages');
  }
}

/** A Kysely transaction over a client on which the caller has said `begin` and will say `commit`. */
export function transactionOn(client: pg.ClientBase, pool: pg.Pool): Transaction<Tables> {
  const dialect = new PostgresDialect({ pool });
  const connection = new OneClient(client);
  const executor = new DefaultQueryExecutor(dialect.createQueryCompiler(), dialect.createAdapter(), {
    provideConnection: (use) => use(connection),
  });
  return new Transaction<Tables>({ config: { dialect }, driver: dialect.createDriver(), dialect, executor });
}
