import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Answer, Tally, Written } from '../rules/answers.ts';

type EvaluationId = Id<'evaluation'>;

export async function insertAnswer(tx: TenantDb, id: EvaluationId, answer: Answer, onPaper: boolean): Promise<void> {
  const { liked, metNew, helps, words } = answer;
  await tx.sql
    .insertInto('evaluation_answer')
    .values({ tenant_id: tx.tenant.id, evaluation_id: id, liked, met_new: metNew, helps, words, on_paper: onPaper })
    .execute();
}

/** The sums of an evaluation's answers: a row of `evaluation_answer a` that belongs to it. "Good" counts with "very good". */
const TALLY = sql`
  count(*)::int as answers,
  count(a.liked)::int as "likedOf", (count(*) filter (where a.liked >= 3))::int as "likedPart",
  count(a.met_new)::int as "metNewOf", (count(*) filter (where a.met_new))::int as "metNewPart",
  count(a.helps)::int as "helpsOf", (count(*) filter (where a.helps <> 'no'))::int as "helpsPart"`;

type TallyRow = { readonly id: EvaluationId; readonly answers: number } & Readonly<
  Record<'likedOf' | 'likedPart' | 'metNewOf' | 'metNewPart' | 'helpsOf' | 'helpsPart', number>
>;

/** Of those that have any answer. */
export async function talliesOf(tx: TenantDb, ids: readonly EvaluationId[]): Promise<ReadonlyMap<EvaluationId, Tally>> {
  const { rows } = await sql<TallyRow>`
    select a.evaluation_id as id, ${TALLY} from evaluation_answer a
    where a.tenant_id = ${tx.tenant.id} and a.evaluation_id = any(${[...ids]}::uuid[])
    group by a.evaluation_id
  `.execute(tx.sql);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        answers: row.answers,
        liked: { part: row.likedPart, of: row.likedOf },
        metNew: { part: row.metNewPart, of: row.metNewOf },
        helps: { part: row.helpsPart, of: row.helpsOf },
      },
    ]),
  );
}

/** What people wrote, by the alphabet: the order tells nothing of who came first. */
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
