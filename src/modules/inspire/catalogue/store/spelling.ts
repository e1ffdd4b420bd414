import { sql } from 'kysely';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Card } from '../rules/card.ts';

/** The words that a card can be found by, however they are spelt; none, and it is not found so any more. */
export async function writeFindWords(tx: TenantDb, cardId: Card['id'], words: readonly string[]): Promise<void> {
  await tx.sql
    .deleteFrom('catalogue_word')
    .where('tenant_id', '=', tx.tenant.id)
    .where('card_id', '=', cardId)
    .execute();
  if (words.length === 0) return;
  await tx.sql
    .insertInto('catalogue_word')
    .values(words.map((word) => ({ tenant_id: tx.tenant.id, card_id: cardId, word })))
    .execute();
}

/** Every word that some card can be found by, once, with spaces between, as the triggers of migration 0053 keep them. */
export async function everyWord(tx: TenantDb): Promise<string> {
  // As one value: a row for each word took as long as finding them.
  const { rows } = await sql<{ words: string | null }>`
    select string_agg(v.word, ' ') as words from catalogue_vocabulary v
    where v.tenant_id = ${tx.tenant.id}`.execute(tx.sql);
  return rows[0]?.words ?? '';
}

/** The words that say something: without those that Danish is full of ("og", "noget"). All of them where there are no others. */
export async function tellingWords(tx: TenantDb, words: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ word: string }>`
    select w.word from unnest(${[...words]}::text[]) with ordinality as w (word, at)
    where to_tsvector('danish', w.word) <> ''::tsvector order by w.at`.execute(tx.sql);
  return rows.length > 0 ? rows.map(({ word }) => word) : words;
}

const MOST_ROWS = 5000;

/** Cards that can be found by one of the words, each with those of them that it has. */
export async function cardsSaying(
  tx: TenantDb,
  words: readonly string[],
): Promise<readonly { readonly id: Card['id']; readonly words: readonly string[] }[]> {
  const { rows } = await sql<{ id: Card['id']; words: string[] }>`
    select w.card_id as id, array_agg(w.word) as words
    from (
      select w.card_id, w.word from catalogue_word w
      where w.tenant_id = ${tx.tenant.id} and w.word = any(${[...words]}::text[])
      limit ${MOST_ROWS}
    ) w
    group by w.card_id`.execute(tx.sql);
  return rows;
}
