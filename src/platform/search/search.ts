import { sql } from 'kysely';
import type { TenantDb } from '../db/tenant-db.ts';

/** Who may find it: anybody, who is signed in, or staff. */
export type Audience = 'public' | 'members' | 'staff';

/** A thing that can be found: what it is called, what it says, and where it is. */
export interface Findable {
  /** `initiative`, `person`: together with the id it names the thing. */
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** All other words by which it is to be found. */
  readonly body: string;
  /** Its page within the tenant. */
  readonly path: string;
  readonly audience: Audience;
}

export interface Found {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** Some 20 words of the body around what was asked for. Plain text. */
  readonly excerpt: string;
}

export interface SearchOptions {
  readonly audience: Audience;
  /** Only things of these kinds. */
  readonly kinds?: readonly string[];
  /** At most so many; 20 unless said. */
  readonly limit?: number;
}

const SEES: Readonly<Record<Audience, readonly Audience[]>> = {
  public: ['public'],
  members: ['public', 'members'],
  staff: ['public', 'members', 'staff'],
};
const MOST_WORDS = 12;
const LONGEST_WORD = 60;

/** Makes a thing findable, or findable as it is now. In the transaction that changed it. */
export async function indexForSearch(tx: TenantDb, thing: Findable): Promise<void> {
  const { title, body, path, audience } = thing;
  await tx.sql
    .insertInto('search_entry')
    .values(thing)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'kind', 'id']).doUpdateSet({ title, body, path, audience }),
    )
    .execute();
}

/**
 * Finds things by Danish words in any inflection ("haver" finds "haven"), the last word half written, then by parts of
 * titles ("værksted" finds "Cykelværkstedet") and by titles nearly spelt so. Best first; empty for an empty question.
 * A word that more than 2,000 things say is ranked among 2,000 of them, whichever the index gives first: ranking reads
 * every row it ranks, so a common word would cost as much as the house is large; a second word finds what was meant.
 */
export async function search(tx: TenantDb, question: string, options: SearchOptions): Promise<Found[]> {
  const words = wordsOf(question);
  if (words.length === 0) return [];
  const { rows } = await sql<Found>`
    select kind, id, title, path, excerpt
    from find_entries(${sql.join(asked(words, options))})`.execute(tx.sql);
  return rows;
}

/**
 * The ids alone of what `search` finds, in the same order: for a list that shows its own cards. An excerpt reads a whole text
 * again, and was nine tenths of a search.
 */
export async function searchIds(tx: TenantDb, question: string, options: SearchOptions): Promise<string[]> {
  const words = wordsOf(question);
  if (words.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id
    from find_entries(${sql.join(asked(words, options))}, with_excerpts => false)`.execute(tx.sql);
  return rows.map(({ id }) => id);
}

function asked(words: readonly string[], { audience, kinds, limit = 20 }: SearchOptions): unknown[] {
  return [words, SEES[audience], kinds ?? null, limit];
}

/** Letters and digits only, so that nothing in a question is taken for an operator. */
function wordsOf(question: string): string[] {
  const words =
    question
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}

/** These things are not found any more. */
export async function forgetInSearch(tx: TenantDb, ids: readonly string[]): Promise<void> {
  await tx.sql
    .deleteFrom('search_entry')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}
