import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Quote } from '../rules/after.ts';
import type { Said } from '../rules/checking.ts';

function quotes(tx: TenantDb, workshop: Id<'workshop'>) {
  return tx.sql
    .selectFrom('workshop_quote as q')
    .innerJoin('workshop_words as w', (join) =>
      join.onRef('w.tenant_id', '=', 'q.tenant_id').onRef('w.id', '=', 'q.words_id'),
    )
    .innerJoin('workshop_sheet as s', (join) =>
      join.onRef('s.tenant_id', '=', 'w.tenant_id').onRef('s.id', '=', 'w.sheet_id'),
    )
    .leftJoin('workshop_quote_answer as a', (join) =>
      join.onRef('a.tenant_id', '=', 'q.tenant_id').onRef('a.quote_id', '=', 'q.id'),
    )
    .select(['q.id', 'q.words_id as wordsId', 's.table_id as tableId', 'w.field', 'q.quote', 'a.approved'])
    .where('q.tenant_id', '=', tx.tenant.id)
    .where('s.workshop_id', '=', workshop);
}

const MOST = 200;

/** All that are put up, with what their tables said. */
export async function quotesOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<Quote[]> {
  return quotes(tx, workshop).orderBy('q.id').limit(MOST).execute();
}

/** Those that a table is asked about, or has answered. */
export async function quotesOfTable(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  table: Id<'workshop_table'>,
): Promise<Quote[]> {
  return quotes(tx, workshop).where('s.table_id', '=', table).orderBy('q.id').limit(MOST).execute();
}

export async function quoteById(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_quote'>,
): Promise<Quote | null> {
  return (await quotes(tx, workshop).where('q.id', '=', id).executeTakeFirst()) ?? null;
}

/** Null when these words are put up already. */
export async function insertQuote(
  tx: TenantDb,
  words: Id<'workshop_words'>,
  quote: string,
): Promise<Id<'workshop_quote'> | null> {
  const row = await tx.sql
    .insertInto('workshop_quote')
    .values({
      tenant_id: tx.tenant.id,
      words_id: words,
      quote,
      put_up_at: tx.now,
      put_up_by: personIdOf(tx.actor),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'words_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What the table was asked about stands on its sheet no more, or otherwise. Must be called before the words are written anew. */
export async function dropOutdatedQuotes(
  tx: TenantDb,
  sheet: Id<'workshop_sheet'>,
  said: readonly Said[],
): Promise<boolean> {
  const now = said.filter(({ words }) => words !== null);
  const { rows } = await sql<{ id: string }>`
    delete from workshop_quote q using workshop_words w
    where q.tenant_id = ${tx.tenant.id} and w.tenant_id = q.tenant_id and w.id = q.words_id and w.sheet_id = ${sheet}
      and not exists (
        select from unnest(${now.map(({ field }) => field)}::text[], ${now.map(({ words }) => words)}::text[]) n(field, words)
        where n.field = w.field and n.words = q.quote)
    returning q.id`.execute(tx.sql);
  return rows.length > 0;
}

export async function deleteQuote(tx: TenantDb, id: Id<'workshop_quote'>): Promise<void> {
  await tx.sql.deleteFrom('workshop_quote').where('tenant_id', '=', tx.tenant.id).where('id', '=', id).execute();
}

/** The table's answer; the newest holds. */
export async function answerQuote(tx: TenantDb, id: Id<'workshop_quote'>, approved: boolean): Promise<void> {
  const said = { approved, answered_at: tx.now, answered_by: personIdOf(tx.actor) };
  await tx.sql
    .insertInto('workshop_quote_answer')
    .values({ tenant_id: tx.tenant.id, quote_id: id, ...said })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'quote_id']).doUpdateSet(said))
    .execute();
}

/** The one at the table who answers for it: a host with an account. */
export async function hostOfTable(tx: TenantDb, table: Id<'workshop_table'>): Promise<Id<'person'> | null> {
  const row = await tx.sql
    .selectFrom('workshop_invitation')
    .select('person_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('table_id', '=', table)
    .where('part', '=', 'table_host')
    .where('person_id', 'is not', null)
    .orderBy('id')
    .executeTakeFirst();
  return row?.person_id ?? null;
}
