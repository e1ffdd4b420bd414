import type { Role } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';
import { indexForSearch } from '../../../../platform/search/search.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import { nextOnTheList } from '../letters/notices.ts';
import type { Application, ApplicationId } from '../rules/application.ts';
import { CASE_IN_SEARCH } from '../rules/cases.ts';
import { nextInLine } from '../rules/deciding.ts';
import { availableOf } from '../rules/money.ts';
import type { Fund, Policy } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { applicationById, fundOfApplication, lockApplication } from '../store/applications.ts';
import { waitingCards } from '../store/cases.ts';
import { fundById, lockFund, policyOn } from '../store/funds.ts';
import { ledgerOf } from '../store/ledger.ts';
import { referenceOfCase } from '../store/reference.ts';
import { nextNow, putNext, standAnew } from '../store/standing.ts';
import { applicationPlace } from '../urls.ts';
import { tellApplicant } from './telling.ts';

export interface Case {
  readonly fund: Fund;
  readonly application: Application;
}

/**
 * The application and the fund it draws on, both held until the transaction ends; the fund always first, so that nobody
 * waits in a circle. `hold` is how the fund is held.
 */
export async function lockCase(tx: TenantDb, id: ApplicationId, hold = lockFund): Promise<Case> {
  const fundId = await fundOfApplication(tx, id);
  const fund = fundId && (await hold(tx, fundId));
  const application = fund && (await lockApplication(tx, id));
  if (!application) throw new Error(`Cannot change application ${id}: it is not there`);
  return { fund, application };
}

/** Who looks after the fund's cases: the consultants, or the officers where it is the municipality's money. */
export function attendingRole(policy: Pick<Policy, 'decidingRole'> | null): Role {
  return policy?.decidingRole === 'municipal_officer' ? 'municipal_officer' : 'consultant';
}

export function subjectOf(application: Pick<Application, 'id'>) {
  return { kind: 'fund_application', id: application.id };
}

/** An entry about a case, when its rows are saved. It stands in the thread of the initiative that the case is for. */
export async function write(tx: TenantDb, application: Application, what: string, facts: Facts = {}): Promise<void> {
  const number = application.submission?.number ?? null;
  record(tx, {
    kind: `fund.${what}`,
    subject: subjectOf(application),
    thread: application.initiativeId,
    facts: { number, ...facts },
  });
  await standAnew(tx, application.id);
  if (what === 'submitted' || what === 'corrected') await makeFindable(tx, application.id);
}

/** Staff find a case by its number, its title, who applies, and what it is for. */
async function makeFindable(tx: TenantDb, id: ApplicationId): Promise<void> {
  const application = await applicationById(tx, id);
  const fund = application && (await fundById(tx, application.fundId));
  if (!fund || !application.submission) return;
  await indexForSearch(tx, {
    kind: CASE_IN_SEARCH,
    id,
    title: `${referenceOf(fund, application.submission.number)} ${application.title}`,
    body: `${application.applicantName}. ${application.purpose}`,
    path: applicationPlace({ id }),
    audience: 'staff',
  });
}

/** Nothing about the case waits for anybody any more. */
export async function closeCaseTurns(tx: TenantDb, application: Application): Promise<void> {
  await closeTurns(tx, { subject: subjectOf(application) });
  for (const question of application.questions) {
    if (question.answeredOn === null) await closeTurns(tx, { subject: { kind: 'fund_question', id: question.id } });
  }
}

/**
 * Money came free, or was taken: the first in line whom it serves is the consultant's turn, and nobody else is; and they
 * hear of it, unless they were put in line this very moment (`justPut`).
 */
export async function moveWaitingList(
  tx: TenantDb,
  fundId: Id<'fund'>,
  justPut: ApplicationId | null = null,
): Promise<void> {
  const waiting = await waitingCards(tx, fundId, LOOKED_AT);
  const policy = waiting.length > 0 ? await policyOn(tx, fundId, tx.today) : null;
  const available = policy && availableOf(await ledgerOf(tx, policy.periodId));
  const next = policy && available !== null ? nextInLine(waiting, policy, available, tx.today) : null;
  const before = await nextNow(tx, fundId);
  if (before && before !== next?.id) {
    await closeTurns(tx, { kind: 'fund.next_in_line', subject: { kind: 'fund_application', id: before } });
  }
  if (before !== (next?.id ?? null)) await putNext(tx, fundId, next?.id ?? null);
  if (!next) return;
  await openTurn(tx, {
    kind: 'fund.next_in_line',
    subject: subjectOf(next),
    thread: next.initiativeId,
    assignee: { role: attendingRole(policy), departmentId: null },
    facts: { reference: await referenceOfCase(tx, next.id) },
  });
  const application = next.id === before || next.id === justPut ? null : await applicationById(tx, next.id);
  if (application) await tellApplicant(tx, application, nextOnTheList(application));
}
/** Who stands further back than this is not asked for yet. */
const LOOKED_AT = 500;
