import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { closeTurns, notify, openTurn } from '../../../turns/public.ts';
import { answered, notAnswered } from '../letters/messages.ts';
import { type AskRefusal, answerBy, askRefusal, type Question, waitedSince } from '../rules/voices.ts';
import {
  closeQuestion,
  driversOf,
  insertAnswer,
  insertQuestion,
  lockAsking,
  questionById,
  unanswered,
} from '../store/questions.ts';

/** "Spørg dem, der har gjort det": it waits for each of those who drove it. Neither is told where the other lives or writes. */
export async function askThem(
  tx: TenantDb,
  asked: Pick<Question, 'cardId' | 'initiativeId' | 'words' | 'askedBy'>,
): Promise<Outcome<Question['id'], AskRefusal>> {
  const refusal = askRefusal(await lockAsking(tx, asked.initiativeId, asked.askedBy));
  if (refusal) return refused(refusal);
  const drivers = (await driversOf(tx, asked.initiativeId)).filter((id) => id !== asked.askedBy);
  if (drivers.length === 0) return refused('nobody_there');
  const id = await insertQuestion(tx, asked);
  for (const personId of drivers) {
    await openTurn(tx, {
      kind: 'catalogue.question',
      subject: { kind: 'catalogue_question', id },
      assignee: { personId },
      due: answerBy(tx.today),
      facts: { asker: asked.askedBy },
    });
  }
  note(tx, 'asked', asked.cardId);
  return ok(id);
}

/** One of them answers, for all of them; empty words say that they cannot just now. False when somebody had answered. */
export async function answerThem(
  tx: TenantDb,
  question: Question,
  answer: { readonly words: string; readonly named: boolean; readonly answeredBy: Id<'person'>; readonly name: string },
): Promise<boolean> {
  if (!(await closeQuestion(tx, question.id))) return false;
  await insertAnswer(tx, question.id, answer);
  await closeTurns(tx, { subject: { kind: 'catalogue_question', id: question.id } });
  note(tx, 'answered', question.cardId);
  const name = answer.named ? answer.name : '';
  const say = answer.words === '' ? notAnswered(question) : answered(question, answer.words, name);
  await notify(tx, { to: { personId: question.askedBy }, topic: 'answer', say });
  return true;
}

/** Every morning: a question that nobody has answered for a month waits no longer, and the asker is told. */
export async function letQuestionsGo(tx: TenantDb): Promise<void> {
  for (const id of await unanswered(tx, waitedSince(tx.today))) {
    const question = await questionById(tx, id);
    if (!question || !(await closeQuestion(tx, id))) continue;
    await closeTurns(tx, { subject: { kind: 'catalogue_question', id } });
    await notify(tx, { to: { personId: question.askedBy }, topic: 'answer', say: notAnswered(question) });
  }
}

function note(tx: TenantDb, what: string, id: Question['cardId']): void {
  record(tx, { kind: `catalogue.${what}`, subject: { kind: 'catalogue_card', id }, facts: {} });
}
