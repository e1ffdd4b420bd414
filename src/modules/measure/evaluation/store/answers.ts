import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Answer, type AnswerWay, countedOf, readableWays, type Tally, type Written } from '../rules/answers.ts';

type EvaluationId = Id<'evaluation'>;

export async function insertAnswer(tx: TenantDb, id: EvaluationId, answer: Answer, way: AnswerWay): Promise<void> {
  const { liked, metNew, helps, words } = answer;
  const came = { own_link: way === 'own', on_paper: way === 'paper' };
  await tx.sql
    .insertInto('evaluation_answer')
    .values({ tenant_id: tx.tenant.id, evaluation_id: id, liked, met_new: metNew, helps, words, ...came })
    .execute();
}

/** The sums of an evaluation's answers: a row of `evaluation_answer a` that belongs to it. "Good" counts with "very good". */
const TALLY = sql`
  count(*)::int as answers,
  count(a.liked)::int as "likedOf", (count(*) filter (where a.liked >= 3))::int as "likedPart",
  count(a.met_new)::int as "metNewOf", (count(*) filter (where a.met_new))::int as "metNewPart",
  count(a.helps)::int as "helpsOf", (count(*) filter (where a.helps <> 'no'))::int as "helpsPart"`;

const WAY = sql<AnswerWay>`case when a.own_link then 'own' when a.on_paper then 'paper' else 'open' end`;

type TallyRow = { readonly id: EvaluationId; readonly way: AnswerWay; readonly answers: number } & Readonly<
  Record<'likedOf' | 'likedPart' | 'metNewOf' | 'metNewPart' | 'helpsOf' | 'helpsPart', number>
>;

/** What counts (`countedOf`), of those that have any answer. */
export async function talliesOf(tx: TenantDb, ids: readonly EvaluationId[]): Promise<ReadonlyMap<EvaluationId, Tally>> {
  const { rows } = await sql<TallyRow>`
    select a.evaluation_id as id, ${WAY} as way, ${TALLY} from evaluation_answer a
    where a.tenant_id = ${tx.tenant.id} and a.evaluation_id = any(${[...ids]}::uuid[])
    group by a.evaluation_id, a.own_link, a.on_paper
  `.execute(tx.sql);
  const found = new Map<EvaluationId, Partial<Record<AnswerWay, Tally>>>();
  for (const { id, way, ...row } of rows) {
    const tally = {
      answers: row.answers,
      liked: { part: row.likedPart, of: row.likedOf },
      metNew: { part: row.metNewPart, of: row.metNewOf },
      helps: { part: row.helpsPart, of: row.helpsOf },
    };
    found.set(id, { ...found.get(id), [way]: tally });
  }
  return new Map([...found].map(([id, ways]) => [id, countedOf(ways)]));
}

/** It ends: words that nobody may read go at once. */
export async function forgetUnread(tx: TenantDb, id: EvaluationId): Promise<void> {
  const { rows } = await sql<{ own: number; paper: number }>`
    select (count(*) filter (where own_link))::int as own, (count(*) filter (where on_paper))::int as paper
    from evaluation_answer where tenant_id = ${tx.tenant.id} and evaluation_id = ${id}
  `.execute(tx.sql);
  const { own, paper } = rows[0] as { own: number; paper: number };
  await sql`
    update evaluation_answer a set words = ''
    where a.tenant_id = ${tx.tenant.id} and a.evaluation_id = ${id} and a.words <> ''
      and ${WAY} <> all(${[...readableWays(own, paper)]}::text[])
  `.execute(tx.sql);
}

/** What people wrote, of an evaluation that has ended; by the alphabet: the order tells nothing of who came first. */
export async function wordsOf(tx: TenantDb, id: EvaluationId): Promise<readonly Written[]> {
  const { rows } = await sql<Written>`
    select a.id, a.words, q.answer_id is not null as shown
    from evaluation_answer a
    left join evaluation_quote q on q.tenant_id = a.tenant_id and q.answer_id = a.id
    where a.tenant_id = ${tx.tenant.id} and a.evaluation_id = ${id} and a.words <> ''
    order by lower(a.words), a.id
  `.execute(tx.sql);
  return rows;
}

/** Everybody may read it, or nobody any more. Was there such words in this evaluation? */
export async function saveQuote(
  tx: TenantDb,
  id: EvaluationId,
  answerId: Id<'evaluation_answer'>,
  shown: boolean,
): Promise<boolean> {
  const { rows } = await sql`
    select from evaluation_answer
    where tenant_id = ${tx.tenant.id} and id = ${answerId} and evaluation_id = ${id} and words <> ''
  `.execute(tx.sql);
  if (rows.length === 0) return false;
  if (shown) {
    await tx.sql
      .insertInto('evaluation_quote')
      .values({ tenant_id: tx.tenant.id, answer_id: answerId, shown_at: tx.now, shown_by: personIdOf(tx.actor) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return true;
  }
  await tx.sql
    .deleteFrom('evaluation_quote')
    .where('tenant_id', '=', tx.tenant.id)
    .where('answer_id', '=', answerId)
    .execute();
  return true;
}
