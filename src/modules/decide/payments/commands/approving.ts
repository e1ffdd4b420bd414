import { paymentProblems } from '../../../../engines/payment-file/problems.ts';
import { actingPerson } from '../../../../kernel/actor.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { standingBehind } from '../../../housing/public.ts';
import { commitmentById } from '../../fund/public.ts';
import { rolesIn, SEEING } from '../access.ts';
import {
  type ApprovalRefusal,
  type Approver,
  approvalRefusal,
  approvalsNeeded,
  type Behind,
  type Concerned,
  daysBefore,
  type Limits,
  nextStep,
} from '../rules/approving.ts';
import {
  currentApprovals,
  destinationOf,
  type Payment,
  type PaymentId,
  type Place,
  placeKey,
  roundOf,
  statusOf,
} from '../rules/payment.ts';
import { insertApproval, insertDestination } from '../store/changes.ts';
import { limitsOf } from '../store/limits.ts';
import { digestOf } from '../store/payments.ts';
import { lockPayment, moveTurns, write } from './writing.ts';

/**
 * One person's yes to exactly what they saw. The payment is held while it is judged, so that one person on two devices is
 * one person, and a change at the same moment is seen. `hold` is how it is held; a test shows what happens without.
 */
export async function approve(
  tx: TenantDb,
  id: PaymentId,
  shown: string,
  hold = lockPayment,
): Promise<Outcome<{ readonly complete: boolean }, ApprovalRefusal>> {
  const by = actingPerson(tx);
  // Written in for somebody, from paper or a telephone: that is not their yes.
  if (tx.channel !== 'web') return refused('on_behalf');
  const payment = await hold(tx, id);
  const limits = await limitsOf(tx, payment);
  const digest = digestOf(payment);
  const approver = approverOf(tx, payment);
  const refusal = approvalRefusal(payment, limits, approver, await concernedIn(tx, payment, limits), {
    shown,
    now: digest,
  });
  if (refusal) return refused(refusal);
  const step = nextStep(payment, limits, by);
  const needed = approvalsNeeded(payment, limits, by);
  const complete = step === 2;
  await insertApproval(tx, id, {
    destination: destinationOf(payment).number,
    round: roundOf(payment),
    digest,
    step,
    completes: complete,
    by,
  });
  write(tx, payment, 'approved', { step: needed === 1 ? 1 : step, of: needed });
  await moveTurns(tx, id);
  return ok({ complete });
}

/** The acting person, as the rules of approval look at them. */
export function approverOf({ actor }: Pick<TenantDb, 'actor'>, payment: Payment): Approver {
  if (actor.kind !== 'person') throw new Error(`Cannot approve payment ${payment.id}: nobody acts`);
  return { id: actor.personId, name: actor.name, roles: rolesIn(actor, payment.organisationId) };
}

/** Who asked for the money that pays it, who lives with them, who stood aside, and who stands behind those who approve. */
export async function concernedIn(
  tx: TenantDb,
  payment: Payment,
  { lookBack }: Pick<Limits, 'lookBack'>,
): Promise<Concerned & { readonly behind: Behind }> {
  const commitment = await commitmentById(tx, payment.applicationId);
  if (!commitment) throw new Error(`Cannot judge payment ${payment.id}: nothing was promised`);
  const { applicantId, carrierId, coApplicants, householdIds, recusedIds } = commitment;
  const applicants = [applicantId, carrierId, ...coApplicants.map(({ personId }) => personId)];
  return {
    applicants: applicants.filter((one) => one !== null),
    household: householdIds,
    recused: recusedIds,
    behind: await behindIn(tx, payment, lookBack),
  };
}

/** Counted back from the first yes: a colleague made yesterday does not become another person by waiting for the second. */
async function behindIn(tx: TenantDb, payment: Payment, lookBack: number): Promise<Behind> {
  const given = currentApprovals(payment);
  const first = Math.min(tx.now.getTime(), ...given.map(({ at }) => at.getTime()));
  const people = [actingPerson(tx), ...given.map(({ by }) => by)];
  return standingBehind(tx, people, SEEING, daysBefore(new Date(first), lookBack));
}

export type AccountRefusal = 'not_open' | 'same' | 'account' | 'slip';

/** Another account, because the first was wrong or missing. Approvals that were given do not hold for it. */
export async function changeAccount(
  tx: TenantDb,
  id: PaymentId,
  to: Exclude<Place, { kind: 'unknown' }>,
  words: string,
): Promise<Outcome<null, AccountRefusal>> {
  const typedBy = actingPerson(tx);
  const payment = await lockPayment(tx, id);
  if (!['waiting_first', 'waiting_second', 'ready', 'bounced'].includes(statusOf(payment))) return refused('not_open');
  const now = destinationOf(payment);
  const reference = (place: Place) => (place.kind === 'slip' ? place.reference : null);
  if (placeKey(now.to) === placeKey(to) && reference(now.to) === reference(to)) return refused('same');
  const wrong = paymentProblems({ ...payment, to }).find((one) => one === 'account' || one === 'slip');
  if (wrong === 'account' || wrong === 'slip') return refused(wrong);
  await insertDestination(tx, id, { number: now.number + 1, to, changed: true, typedBy, words });
  write(tx, payment, 'account_changed');
  await moveTurns(tx, id);
  return ok(null);
}
