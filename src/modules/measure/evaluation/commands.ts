import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../platform/journal/journal.ts';
import { newTypedCode } from '../../../platform/secret/code.ts';
import { begunSince, tellGuests } from '../../act/events/public.ts';
import { askAfter } from './letters/message.ts';
import {
  type Answer,
  type AnswerWay,
  hasTooMany,
  isEmpty,
  NOTHING,
  percent,
  QUESTIONS,
  type Shown,
  shownOf,
  type Written,
} from './rules/answers.ts';
import {
  type About,
  CODE_LENGTH,
  EVENT_DAYS,
  type Evaluation,
  isTimeToAsk,
  stageOf,
  WORDS_KEPT_DAYS,
} from './rules/evaluation.ts';
import { forgetUnread, insertAnswer, saveQuote, talliesOf, wordsOf } from './store/answers.ts';
import {
  clearAnswers,
  evaluationOf,
  evaluationsOfEvents,
  forgetWords,
  insertAsk,
  insertEnd,
  insertEvaluation,
  lockEvaluation,
  overdue,
} from './store/evaluations.ts';
import { blankTickets, dropTickets, insertTicket, usePerson, useTicket } from './store/tickets.ts';

/** The link to the three questions about a thing; the one there is, when there is one. */
export async function openEvaluation(tx: TenantDb, about: About): Promise<Evaluation> {
  const made = await insertEvaluation(tx, about, newTypedCode(CODE_LENGTH));
  const evaluation = await evaluationOf(tx, about);
  if (!evaluation) throw new Error(`Cannot ask about ${about.kind} ${about.id}: there is no such thing`);
  if (made && tx.actor.kind === 'person') told(tx, 'opened', evaluation);
  return evaluation;
}

/** How an answer comes: by the code of a link of one's own, from a person who is signed in, by the open link, or off a slip. */
export type Hand = { readonly ticket: string } | { readonly personId: Id<'person'> } | 'open' | 'paper';

/** One answer, of nobody we know. `answered`: by that link, or that person, already. */
export async function giveAnswer(
  tx: TenantDb,
  id: Id<'evaluation'>,
  answer: Answer,
  hand: Hand,
): Promise<Outcome<null, 'closed' | 'empty' | 'answered'>> {
  if (isEmpty(answer)) return refused('empty');
  const evaluation = await lockEvaluation(tx, id);
  if (!evaluation || stageOf(evaluation, tx.today) !== 'open') return refused('closed');
  const way = await wayOf(tx, id, hand);
  if (!way) return refused('answered');
  await insertAnswer(tx, id, answer, way);
  if (way === 'paper') told(tx, 'slip_typed', evaluation);
  return ok(null);
}

async function wayOf(tx: TenantDb, id: Id<'evaluation'>, hand: Hand): Promise<AnswerWay | null> {
  if (typeof hand === 'string') return hand;
  const first = 'ticket' in hand ? await useTicket(tx, id, hand.ticket) : await usePerson(tx, id, hand.personId);
  return first ? 'own' : null;
}

/** The code of a link of one's own: for one guest, once. */
export async function newTicket(tx: TenantDb, id: Id<'evaluation'>): Promise<string> {
  const code = newTypedCode(CODE_LENGTH);
  await insertTicket(tx, id, code);
  return code;
}

/** No more answers: the figures stand from now on. Of something that has not begun: nobody is asked. */
export async function endEvaluation(tx: TenantDb, id: Id<'evaluation'>): Promise<Outcome<null, 'ended'>> {
  const evaluation = await lockEvaluation(tx, id);
  if (!evaluation || evaluation.endedOn) return refused('ended');
  await insertEnd(tx, id);
  await forgetUnread(tx, id);
  await blankTickets(tx, id);
  const shown = await figuresOf(tx, id);
  if (!shown) {
    if (evaluation.answers > 0) told(tx, 'ended_few', evaluation);
  } else {
    const shares = QUESTIONS.map((question) => [question, shown[question] && percent(shown[question])]);
    told(tx, 'ended', evaluation, { answers: shown.answers, ...Object.fromEntries(shares) });
  }
  return ok(null);
}

/**
 * Strangers have answered: all answers but those by links of one's own go, and a new code begins anew. Only while people answer, and only where there are more
 * answers than `came`, so that nobody throws away honest words that they dislike.
 */
export async function restartEvaluation(
  tx: TenantDb,
  id: Id<'evaluation'>,
  came: number | null,
): Promise<Outcome<null, 'closed' | 'not_too_many'>> {
  const evaluation = await lockEvaluation(tx, id);
  if (!evaluation || stageOf(evaluation, tx.today) !== 'open') return refused('closed');
  if (!hasTooMany(evaluation.answers, came)) return refused('not_too_many');
  await clearAnswers(tx, id, newTypedCode(CODE_LENGTH));
  told(tx, 'restarted', evaluation);
  return ok(null);
}

/** What came of it. While people answer nothing does: neither figures nor words. */
export async function resultOf(
  tx: TenantDb,
  { id, endedOn }: Pick<Evaluation, 'id' | 'endedOn'>,
): Promise<{ readonly shown: Shown | null; readonly words: readonly Written[] }> {
  if (!endedOn) return { shown: null, words: [] };
  return { shown: await figuresOf(tx, id), words: await wordsOf(tx, id) };
}

async function figuresOf(tx: TenantDb, id: Id<'evaluation'>): Promise<Shown | null> {
  return shownOf((await talliesOf(tx, [id])).get(id) ?? NOTHING);
}

/** Staff have read the words, and say whether everybody may. False where there are none such, or people still answer. */
export async function quote(
  tx: TenantDb,
  evaluation: Evaluation,
  answerId: Id<'evaluation_answer'>,
  shown: boolean,
): Promise<boolean> {
  if (!evaluation.endedOn) return false;
  const saved = await saveQuote(tx, evaluation.id, answerId, shown);
  if (saved) told(tx, shown ? 'words_shown' : 'words_hidden', evaluation);
  return saved;
}

const AT_ONCE = 200;

/**
 * Once a day: the link is ready on the day that an event begins, those who had signed up are asked once, what has had its
 * time is ended, and words that nobody chose to show are forgotten.
 */
export async function morning(tx: TenantDb): Promise<void> {
  const events = await begunSince(tx, addDays(tx.today, -EVENT_DAYS), AT_ONCE);
  const known = await evaluationsOfEvents(
    tx,
    events.map(({ id }) => id),
  );
  for (const event of events) {
    const evaluation = known.get(event.id) ?? (await openEvaluation(tx, { kind: 'event', id: event.id }));
    if (!isTimeToAsk(event, evaluation, tx.today)) continue;
    const parties = await tellGuests(tx, event.id, async (personId) =>
      // Those who arranged it have the open link: theirs is not the answer of one who only came.
      askAfter(evaluation, personId && event.organisers.includes(personId) ? null : await newTicket(tx, evaluation.id)),
    );
    await insertAsk(tx, evaluation.id, parties);
    if (parties > 0) told(tx, 'asked', evaluation, { parties });
  }
  for (const { id } of await overdue(tx, AT_ONCE)) await endEvaluation(tx, id);
  await forgetWords(tx, WORDS_KEPT_DAYS);
  await dropTickets(tx, WORDS_KEPT_DAYS);
}

/** Codes and numbers, also in the thread of the initiative. */
function told(tx: TenantDb, kind: string, { id, initiativeId }: Evaluation, facts: Facts = {}): void {
  record(tx, { kind: `evaluation.${kind}`, subject: { kind: 'evaluation', id }, thread: initiativeId, facts });
}
