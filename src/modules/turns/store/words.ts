import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** A question for `id` and `words` of these subjects. */
type Question = (tx: TenantDb, subjects: readonly string[]) => RawBuilder<unknown>;

/** What was written on the rows that things wait about, by the row's id: all of it in one question. */
export async function wordsOn(
  tx: TenantDb,
  wanted: ReadonlyMap<Question, readonly string[]>,
): Promise<ReadonlyMap<string, string>> {
  const questions = [...wanted].map(([ask, subjects]) => ask(tx, subjects));
  if (questions.length === 0) return new Map();
  const { rows } = await sql<{ id: string; words: string }>`${sql.join(questions, sql` union all `)}`.execute(tx.sql);
  return new Map(rows.map(({ id, words }) => [id, words]));
}
