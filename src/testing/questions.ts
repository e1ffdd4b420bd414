import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

const asking = new AsyncLocalStorage<string[]>();
/** What stands outside a page: the directory of tenants, hints of live updates, the journal's head, the queue. */
const BACKGROUND = /from "tenant"|pg_notify|journal_head|pg_current_snapshot|version\(\)|pgboss/;

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function heard(this: pg.Client, ...args: Parameters<typeof query>) {
  const [asked] = args as unknown as [string | { text: string }];
  const text = typeof asked === 'string' ? asked : asked.text;
  if (/^\s*(select|with)\b/.test(text) && !BACKGROUND.test(text)) asking.getStore()?.push(text);
  return query.apply(this, args);
} as typeof query;

/** The questions that `work` put to the database: its own, and not those of whatever else runs in this process. */
export async function questionsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const questions: string[] = [];
  await asking.run(questions, work);
  return questions;
}
