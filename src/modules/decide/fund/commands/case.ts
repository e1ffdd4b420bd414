import { personIdOf, type Role } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import type { Application, ApplicationId } from '../rules/application.ts';
import { nextInLine } from '../rules/deciding.ts';
import { availableOf } from '../rules/money.ts';
import type { Fund, Policy } from '../rules/policy.ts';
import { fundOfApplication, lockApplication, waitingList } from '../store/applications.ts';
import { lockFund, policyOn } from '../store/funds.ts';
import { ledgerOf } from '../store/ledger.ts';

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

/** An entry about a case. It stands in the thread of the initiative that the case is for. */
export function write(tx: TenantDb, application: Application, what: string, facts: Facts = {}): void {
  const number = application.submission?.number ?? null;
  record(tx, {
    kind: `fund.${what}`,
    subject: subjectOf(application),
    thread: application.initiativeId,
    facts: { number, ...facts },
  });
}

/** Nothing about the case waits for anybody any more. */
export async function closeCaseTurns(tx: TenantDb, application: Application): Promise<void> {
  await closeTurns(tx, { subject: subjectOf(application) });
  for (const question of application.questions) {
    if (question.answeredOn === null) await closeTurns(tx, { subject: { kind: 'fund_question', id: question.id } });
  }
}

/** Money came free, or was taken: the first in line whom it serves is the consultant's turn, and nobody else is. */
export async function moveWaitingList(tx: TenantDb, fundId: Id<'fund'>): Promise<void> {
  const waiting = await waitingList(tx, fundId);
  const policy = waiting.length > 0 ? await policyOn(tx, fundId, tx.today) : null;
  if (!policy) return;
  const available = availableOf(await ledgerOf(tx, policy.periodId));
  const next = nextInLine(waiting, policy, available, tx.today);
  for (const one of waiting) {
    if (one !== next) await closeTurns(tx, { kind: 'fund.next_in_line', subject: subjectOf(one) });
  }
  if (!next) return;
  await openTurn(tx, {
    kind: 'fund.next_in_line',
    subject: subjectOf(next),
    thread: next.initiativeId,
    assignee: { role: attendingRole(policy), departmentId: null },
    facts: { number: next.submission?.number ?? null },
  });
}

export function actingPerson(tx: TenantDb): Id<'person'> {
  const personId = personIdOf(tx.actor);
  if (!personId) throw new Error(`Cannot act on a fund as ${tx.actor.kind}: a person acts`);
  return personId;
}
