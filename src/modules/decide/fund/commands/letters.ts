import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { contactOf } from '../../../housing/public.ts';
import { closeTurns, type NoteFate, notify, openTurn } from '../../../turns/public.ts';
import { applicationReceived, budgetForMunicipality, decided, type Notice } from '../letters/notices.ts';
import { type Application, type ApplicationId, carriedBy } from '../rules/application.ts';
import { LETTER_FOR, type LetterKind, wayWithoutPost } from '../rules/letters.ts';
import type { Fund } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { applicationById } from '../store/applications.ts';
import { policyOn } from '../store/funds.ts';
import { insertLetter, markHanded, setLetterWay } from '../store/letters.ts';
import { referenceOfCase } from '../store/reference.ts';
import { attendingRole, write } from './case.ts';
import { municipality } from './papers.ts';
import { tellApplicant } from './telling.ts';

/** What the fund's letters are called among all that can go with a message. */
export const FUND_LETTER = 'fund.letter';

/** It was received: number and day of the answer, to the applicant by their own channel. */
export async function sendReceipt(tx: TenantDb, fund: Fund, id: ApplicationId): Promise<void> {
  const application = await applicationById(tx, id);
  const submission = application?.submission;
  if (!application || !submission) throw new Error(`Cannot send a receipt for application ${id}: it was not sent in`);
  const reference = referenceOf(fund, submission.number);
  const notice = applicationReceived(application, { reference, answerBy: submission.answerBy });
  await sendLetter(tx, application, { kind: 'receipt', decisionId: null, notice });
}

/** The newest decision, with its letter, in the transaction in which it is made. */
export async function sendDecision(tx: TenantDb, fund: Fund, id: ApplicationId): Promise<void> {
  const application = await applicationById(tx, id);
  const decision = application?.decisions.at(-1);
  if (!application?.submission || !decision) throw new Error(`Cannot tell of a decision on ${id}: there is none`);
  const kind = LETTER_FOR[decision.result];
  const reference = referenceOf(fund, application.submission.number);
  const notice = decided(application, {
    kind,
    reference,
    amount: decision.amount,
  });
  await sendLetter(tx, application, { kind, decisionId: decision.id, notice });
  const policy =
    application.nonResidents && decision.result === 'commit' ? await policyOn(tx, fund.id, tx.today) : null;
  if (policy?.tellsMunicipality) await tellMunicipality(tx, fund, application, decision.id);
}

/**
 * People from outside come and it costs money: then the municipality is to have the budget before it begins. By mail where
 * its address is known, else staff print it. Not where the money is the municipality's own.
 */
async function tellMunicipality(
  tx: TenantDb,
  fund: Fund,
  application: Application,
  decisionId: Id<'fund_decision'>,
): Promise<void> {
  const to = await municipality(tx);
  if (to?.id === fund.organisationId || !application.submission) return;
  const { language } = tx.tenant;
  const id = await insertLetter(tx, { applicationId: application.id, kind: 'municipality', decisionId, language });
  const say = budgetForMunicipality(application, referenceOf(fund, application.submission.number));
  const fate = to?.email
    ? await notify(tx, {
        to: { visitor: { email: to.email, language } },
        topic: 'answer',
        say,
        enclosure: { kind: FUND_LETTER, id },
      })
    : 'no way';
  if (fate !== 'waiting') await handLetter(tx, application, id);
  await write(tx, application, 'municipality_told');
}

async function sendLetter(
  tx: TenantDb,
  application: Application,
  letter: { readonly kind: LetterKind; readonly decisionId: Id<'fund_decision'> | null; readonly notice: Notice },
): Promise<void> {
  const { kind, decisionId } = letter;
  const language = await languageFor(tx, application);
  const id = await insertLetter(tx, { applicationId: application.id, kind, decisionId, language });
  const fate = await tellApplicant(tx, application, letter.notice, { kind: FUND_LETTER, id });
  if (fate !== 'waiting') await keepLetter(tx, application, id, fate);
}

/** Nothing carries it: somebody must hand it over, or it lies where its link leads. "Never" is never. */
async function keepLetter(
  tx: TenantDb,
  application: Application,
  id: Id<'fund_letter'>,
  fate: Exclude<NoteFate, 'waiting'>,
): Promise<void> {
  const way = fate === 'never' ? 'none' : wayWithoutPost(application);
  if (way === 'hand') return handLetter(tx, application, id);
  await setLetterWay(tx, id, way);
}

/** Staff print it and see that it gets there. */
async function handLetter(
  tx: TenantDb,
  application: Pick<Application, 'id' | 'fundId' | 'initiativeId' | 'submission'>,
  id: Id<'fund_letter'>,
): Promise<void> {
  await setLetterWay(tx, id, 'hand');
  await openTurn(tx, {
    kind: 'fund.hand_letter',
    subject: { kind: 'fund_letter', id },
    thread: application.initiativeId,
    assignee: { role: attendingRole(await policyOn(tx, application.fundId, tx.today)), departmentId: null },
    facts: { application: application.id, reference: await referenceOfCase(tx, application.id) },
  });
}

/** Staff have handed a letter over. False when that was said before. */
export async function letterHanded(tx: TenantDb, id: Id<'fund_letter'>): Promise<boolean> {
  if (!(await markHanded(tx, id))) return false;
  await closeTurns(tx, { subject: { kind: 'fund_letter', id } });
  return true;
}

async function languageFor(tx: TenantDb, application: Application): Promise<Language> {
  const personId = carriedBy(application);
  const contact = personId && (await contactOf(tx, personId));
  return contact ? contact.language : application.language;
}
