import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { endEvaluation, giveAnswer, morning, newTicket, openEvaluation, quote } from './commands.ts';
import type { Answer, Helps, Liked } from './rules/answers.ts';
import type { About, Evaluation } from './rules/evaluation.ts';
import { wordsOf } from './store/answers.ts';
import { evaluationOf } from './store/evaluations.ts';

/** What stories that are told elsewhere name. */
export type { About, Answer, Evaluation };

/** "4ja": very good, met somebody, would help. How it was, (j)a or (n)ej, (y)es, (a)sked or (n)o; "-" where it was left out. */
export function answerFrom(short: string, words = ''): Answer {
  const [liked, met, helps] = short;
  const HELP: Readonly<Record<string, Helps>> = { y: 'yes', a: 'asked', n: 'no' };
  return {
    liked: liked === '-' ? null : (Number(liked) as Liked),
    metNew: met === '-' ? null : met === 'j',
    helps: HELP[helps ?? '-'] ?? null,
    words,
  };
}

/** Answers about a thing, each by a link of its own, or all by the open one; the link is made when there is none. */
export async function answered(
  tx: TenantDb,
  about: About,
  answers: readonly Answer[],
  by: 'own' | 'open' = 'own',
): Promise<Evaluation> {
  const { id } = await openEvaluation(tx, about);
  for (const answer of answers) {
    const hand = by === 'own' ? { ticket: await newTicket(tx, id) } : by;
    const given = await giveAnswer(tx, id, answer, hand);
    if (!given.ok) throw new Error(`Cannot answer about ${about.kind} ${about.id}: ${given.refusal}`);
  }
  return (await evaluationOf(tx, about)) as Evaluation;
}

/** The verbs and the reads, for stories that are told elsewhere. */
export const verbs = { endEvaluation, evaluationOf, morning, openEvaluation, quote, wordsOf };
