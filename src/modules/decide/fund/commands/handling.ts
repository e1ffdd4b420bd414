import { actingPerson, type Channel } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns, exceptFromTurns, openTurn } from '../../../turns/public.ts';
import { questionAsked } from '../letters/notices.ts';
import {
  type Application,
  type ApplicationId,
  carriedBy,
  type DecisionResult,
  isRecused,
  type RecusalReason,
  type RefusalReason,
  recusedOf,
} from '../rules/application.ts';
import { statusOf, UNDECIDED } from '../rules/status.ts';
import { applicationOfQuestion, lockApplication } from '../store/applications.ts';
import { insertAnswer, insertQuestion, insertRecommendation, insertRecusal, insertReview } from '../store/changes.ts';
import { policyOn } from '../store/funds.ts';
import { referenceOfCase } from '../store/reference.ts';
import { attendingRole, subjectOf, write } from './case.ts';
import { tellApplicant } from './telling.ts';

export type HandlingRefusal = 'not_open' | 'recused';

/** The acting person takes the case into their hands. */
export async function takeUp(tx: TenantDb, id: ApplicationId): Promise<Outcome<null, HandlingRefusal>> {
  const application = await locked(tx, id);
  const refusal = handlingRefusal(tx, application);
  if (refusal) return refused(refusal);
  if (await insertReview(tx, id, actingPerson(tx))) await write(tx, application, 'taken_up');
  return ok(null);
}

/** Something is missing: the applicant is asked, in words. The case waits for the answer. */
export async function askQuestion(
  tx: TenantDb,
  id: ApplicationId,
  words: string,
): Promise<Outcome<Id<'fund_question'>, HandlingRefusal>> {
  const application = await locked(tx, id);
  const refusal = handlingRefusal(tx, application);
  if (refusal) return refused(refusal);
  const questionId = await insertQuestion(tx, { applicationId: id, words, by: actingPerson(tx) });
  await write(tx, application, 'asked', { question: questionId });
  await closeTurns(tx, { kind: 'fund.handle', subject: subjectOf(application) });
  const applicant = carriedBy(application);
  if (!applicant) await tellApplicant(tx, application, questionAsked(application, words));
  if (applicant) {
    await openTurn(tx, {
      kind: 'fund.answer',
      subject: { kind: 'fund_question', id: questionId },
      thread: application.initiativeId,
      assignee: { personId: applicant },
      facts: { application: id, asker: actingPerson(tx) },
    });
  }
  return ok(questionId);
}

/** The applicant's answer, or what staff wrote down of it. It goes back to the one who asked. */
export async function answerQuestion(
  tx: TenantDb,
  questionId: Id<'fund_question'>,
  given: { readonly words: string; readonly onBehalf: Channel | null },
): Promise<Outcome<ApplicationId, 'answered' | 'not_open'>> {
  const id = await applicationOfQuestion(tx, questionId);
  if (!id) throw new Error(`Cannot answer question ${questionId}: it is not there`);
  const application = await locked(tx, id);
  const question = application.questions.find((one) => one.id === questionId);
  if (!question || question.answeredOn !== null) return refused('answered');
  if (!isUndecided(tx, application)) return refused('not_open');
  await insertAnswer(tx, { questionId, words: given.words, onBehalf: given.onBehalf });
  await write(tx, application, 'answered', { question: questionId, channel: given.onBehalf });
  await closeTurns(tx, { subject: { kind: 'fund_question', id: questionId } });
  await openTurn(tx, {
    kind: 'fund.read_answer',
    subject: subjectOf(application),
    thread: application.initiativeId,
    assignee: { personId: question.askedBy },
    due: application.submission?.answerBy ?? null,
    facts: { reference: await referenceOfCase(tx, application.id) },
  });
  return ok(id);
}

export interface Advice {
  readonly advice: DecisionResult;
  /** With `commit` only. */
  readonly amount: Ore | null;
  readonly terms?: string;
  /** With `refuse` only. */
  readonly reason?: RefusalReason | null;
  readonly words: string;
}

/** What the consultant advises; now it is the deciding body's turn. */
export async function recommend(
  tx: TenantDb,
  id: ApplicationId,
  advice: Advice,
): Promise<Outcome<null, HandlingRefusal>> {
  const application = await locked(tx, id);
  const refusal = handlingRefusal(tx, application);
  if (refusal) return refused(refusal);
  const { terms = '', reason = null } = advice;
  await insertRecommendation(tx, { applicationId: id, ...advice, terms, reason, by: actingPerson(tx) });
  await write(tx, application, 'recommended', { advice: advice.advice, amount: advice.amount });
  await closeTurns(tx, { subject: subjectOf(application) });
  const policy = await policyOn(tx, application.fundId, tx.today);
  await openTurn(tx, {
    kind: 'fund.decide',
    subject: subjectOf(application),
    thread: application.initiativeId,
    assignee: { role: policy?.decidingRole ?? attendingRole(policy), departmentId: null },
    due: application.submission?.answerBy ?? null,
    facts: { reference: await referenceOfCase(tx, application.id) },
    except: recusedOf(application),
  });
  return ok(null);
}

/** Habilitet: from now on the person neither sees the deliberation nor decides, and the journal says so. */
export async function recuse(
  tx: TenantDb,
  id: ApplicationId,
  recusal: { readonly personId: Id<'person'>; readonly reason: RecusalReason },
): Promise<Outcome<null, 'not_open' | 'has_decided'>> {
  const application = await locked(tx, id);
  if (application.decisions.some((decision) => decision.by === recusal.personId)) return refused('has_decided');
  if (!isUndecided(tx, application) && statusOf(application, tx.today) !== 'waiting_list') return refused('not_open');
  const fresh = await insertRecusal(tx, { applicationId: id, ...recusal });
  if (fresh) await write(tx, application, 'recused', { person: recusal.personId, reason: recusal.reason });
  await exceptFromTurns(tx, subjectOf(application), recusal.personId);
  return ok(null);
}

function handlingRefusal(tx: TenantDb, application: Application): HandlingRefusal | null {
  if (!isUndecided(tx, application)) return 'not_open';
  return isRecused(application, actingPerson(tx)) ? 'recused' : null;
}

function isUndecided(tx: TenantDb, application: Application): boolean {
  return UNDECIDED.includes(statusOf(application, tx.today));
}

async function locked(tx: TenantDb, id: ApplicationId): Promise<Application> {
  const application = await lockApplication(tx, id);
  if (!application) throw new Error(`Cannot change application ${id}: it is not there`);
  return application;
}
