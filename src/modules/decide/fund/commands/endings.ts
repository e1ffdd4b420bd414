import type { Id } from '../../../../kernel/id.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns } from '../../../turns/public.ts';
import { takenBack } from '../letters/notices.ts';
import { type Application, type ApplicationId, carriedBy, commitmentOf, type EndResult } from '../rules/application.ts';
import { moneyOf, untouchedRefusal } from '../rules/money.ts';
import { statusOf } from '../rules/status.ts';
import { insertEnd, insertRelease, insertTakeOver } from '../store/changes.ts';
import { closeCaseTurns, lockCase, moveWaitingList, subjectOf, write } from './case.ts';
import { tellApplicant } from './telling.ts';

/** `claimed`: an accepted invoice waits to be paid. */
export type EndRefusal = 'closed' | 'paid_already' | 'claimed' | 'not_committed' | 'not_expired' | 'over_remaining';

/** The applicant takes it back. Before a commitment no money moves; after it all of it comes free by a release. */
export async function withdraw(tx: TenantDb, id: ApplicationId, words: string): Promise<Outcome<null, EndRefusal>> {
  const { application } = await lockCase(tx, id);
  const refusal = isClosed(application, tx) ? 'closed' : untouchedRefusal(application);
  if (refusal) return refused(refusal);
  await end(tx, application, 'withdrawn', words, moneyOf(application).remaining);
  if (application.submission) await tellApplicant(tx, application, takenBack(application));
  return ok(null);
}

/** It was promised, and called off: by the weather, say. `keep` is what a supplier can still ask for. */
export async function cancel(
  tx: TenantDb,
  id: ApplicationId,
  called: { readonly words: string; readonly keep: Ore },
): Promise<Outcome<null, EndRefusal>> {
  const { application } = await lockCase(tx, id);
  if (isClosed(application, tx)) return refused('closed');
  if (!commitmentOf(application)) return refused('not_committed');
  const { remaining } = moneyOf(application);
  if (called.keep > remaining || called.keep < 0) return refused('over_remaining');
  await end(tx, application, 'cancelled', called.words, toOre(remaining - called.keep));
  return ok(null);
}

/** The commitment was never used, and its last day is over. */
export async function lapse(tx: TenantDb, id: ApplicationId, words: string): Promise<Outcome<null, EndRefusal>> {
  const { application } = await lockCase(tx, id);
  if (isClosed(application, tx)) return refused('closed');
  const commitment = commitmentOf(application);
  if (!commitment?.expiresOn) return refused('not_committed');
  if (commitment.expiresOn >= tx.today) return refused('not_expired');
  const refusal = untouchedRefusal(application);
  if (refusal) return refused(refusal);
  await end(tx, application, 'lapsed', words, moneyOf(application).remaining);
  return ok(null);
}

/** Part of a commitment that is not needed comes free, in the period it was promised from. Never to another project. */
export async function release(
  tx: TenantDb,
  id: ApplicationId,
  part: { readonly amount: Ore; readonly words: string },
): Promise<Outcome<null, EndRefusal>> {
  const { application } = await lockCase(tx, id);
  if (!commitmentOf(application)) return refused('not_committed');
  if (part.amount <= 0 || part.amount > moneyOf(application).remaining) return refused('over_remaining');
  await giveBack(tx, application, { amount: part.amount, reason: 'rest', words: part.words });
  await moveWaitingList(tx, application.fundId);
  return ok(null);
}

/** Held, paid and told about: the rest comes free, and the case is closed. `claimed`: an accepted invoice waits first. */
export async function closeCase(
  tx: TenantDb,
  id: ApplicationId,
): Promise<Outcome<null, 'not_committed' | 'closed' | 'claimed'>> {
  const { application } = await lockCase(tx, id);
  if (application.end) return refused('closed');
  if (!commitmentOf(application)) return refused('not_committed');
  if (application.claims.some((claim) => claim.open)) return refused('claimed');
  await end(tx, application, 'completed', '', moneyOf(application).remaining);
  return ok(null);
}

/** Somebody else carries it on: the applicant moved, or stopped. */
export async function takeOver(
  tx: TenantDb,
  id: ApplicationId,
  to: { readonly personId: Id<'person'>; readonly words: string },
): Promise<Outcome<null, 'closed' | 'carries_already'>> {
  const { application } = await lockCase(tx, id);
  if (isClosed(application, tx)) return refused('closed');
  const from = carriedBy(application);
  if (from === to.personId) return refused('carries_already');
  await insertTakeOver(tx, { applicationId: id, from, to: to.personId, words: to.words });
  await write(tx, application, 'taken_over', { person: to.personId, from });
  await closeTurns(tx, { kind: 'fund.moved_out', subject: subjectOf(application) });
  return ok(null);
}

/** A release: money that was promised is free again, in the period it was promised from. */
export async function giveBack(
  tx: TenantDb,
  application: Application,
  part: {
    readonly amount: Ore;
    readonly reason: 'withdrawn' | 'cancelled' | 'lapsed' | 'rest';
    readonly words: string;
  },
): Promise<void> {
  const periodId = commitmentOf(application)?.periodId;
  if (!periodId) throw new Error(`Cannot set money free from application ${application.id}: none was promised`);
  await insertRelease(tx, { applicationId: application.id, periodId, ...part });
  await write(tx, application, 'released', { amount: part.amount, reason: part.reason });
}

const ENTRIES = { withdrawn: 'withdrawn', cancelled: 'cancelled', lapsed: 'lapsed', completed: 'closed' } as const;

async function end(tx: TenantDb, application: Application, result: EndResult, words: string, free: Ore): Promise<void> {
  await insertEnd(tx, application.id, { result, words });
  await write(tx, application, ENTRIES[result]);
  const reason = result === 'completed' ? 'rest' : result;
  if (free > 0) await giveBack(tx, application, { amount: free, reason, words: '' });
  await closeCaseTurns(tx, application);
  await moveWaitingList(tx, application.fundId);
}

function isClosed(application: Application, tx: TenantDb): boolean {
  const status = statusOf(application, tx.today);
  return application.end !== null || status === 'refused' || status === 'settled';
}
