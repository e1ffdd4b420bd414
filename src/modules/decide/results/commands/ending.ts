import { actingPerson } from '../../../../kernel/actor.ts';
import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import { attendingRole, closeCase, type EndRefusal, referenceOf, release } from '../../fund/public.ts';
import { type ApplicationId, type EndingCase, isMoneyMoving, isOpen, remainingOf } from '../rules/case.ts';
import { closingOf } from '../rules/closing.ts';
import { endingCase } from '../store/cases.ts';
import { insertWaiver } from '../store/feedback.ts';
import { insertWait } from '../store/reminders.ts';
import { subjectOf, write } from './entries.ts';

/** What is left, or so much of it, comes free, with the reason. Closes the case where nothing else is lacking. */
export async function releaseRest(
  tx: TenantDb,
  id: ApplicationId,
  words: string,
  part: Ore | null = null,
): Promise<Outcome<null, 'nothing_left' | 'over_left' | 'invoice_waits' | 'not_open'>> {
  const one = await caseIn(tx, id);
  if (!isOpen(one)) return refused('not_open');
  if (isMoneyMoving(one)) return refused('invoice_waits');
  const left = remainingOf(one);
  if (left <= 0) return refused('nothing_left');
  if (part !== null && part > left) return refused('over_left');
  const released = await release(tx, id, { amount: part ?? left, words });
  if (!released.ok) return refused(RELEASE_REFUSALS[released.refusal]);
  if (part === null || part === left) await closeTurns(tx, { kind: 'results.release', subject: subjectOf(one) });
  await closeIfReady(tx, id);
  return ok(null);
}

/** The fund's answers, as they are said at the end of a case: something happened since it was read. */
const RELEASE_REFUSALS = {
  over_remaining: 'nothing_left',
  claimed: 'invoice_waits',
  closed: 'not_open',
  not_committed: 'not_open',
  paid_already: 'nothing_left',
  not_expired: 'not_open',
} as const satisfies Readonly<Record<EndRefusal, string>>;

/** The longest one may choose to wait before being asked again. */
const LONGEST_WAIT_DAYS = 365;

/** What is left stays promised until a day; then it is asked about again. */
export async function waitWithRelease(
  tx: TenantDb,
  id: ApplicationId,
  wait: { readonly until: Day; readonly words: string },
): Promise<Outcome<null, 'not_open' | 'not_later' | 'too_late'>> {
  const one = await caseIn(tx, id);
  if (!isOpen(one)) return refused('not_open');
  if (wait.until <= tx.today) return refused('not_later');
  if (wait.until > addDays(tx.today, LONGEST_WAIT_DAYS)) return refused('too_late');
  await insertWait(tx, { applicationId: id, ...wait, by: actingPerson(tx) });
  write(tx, one, 'release_waits', { until: wait.until });
  await closeTurns(tx, { kind: 'results.release', subject: subjectOf(one) });
  return ok(null);
}

export type CloseRefusal = 'not_open' | 'invoice_waits' | 'feedback_missing';

/**
 * The consultant closes: the rest comes free. Without feedback it takes a reason, which is kept; an invoice on its way to
 * be paid always comes first.
 */
export async function closeByHand(
  tx: TenantDb,
  id: ApplicationId,
  words: string,
): Promise<Outcome<null, CloseRefusal>> {
  const one = await caseIn(tx, id);
  if (!isOpen(one)) return refused('not_open');
  if (isMoneyMoving(one)) return refused('invoice_waits');
  if (!one.feedback && !one.waived) {
    if (words === '') return refused('feedback_missing');
    await insertWaiver(tx, { applicationId: id, words, by: actingPerson(tx) });
    write(tx, one, 'waived');
  }
  const closed = await closeCase(tx, id);
  return closed.ok ? ok(null) : refused(closed.refusal === 'claimed' ? 'invoice_waits' : 'not_open');
}

/** Told, paid, and nothing more to come: closed. With money left it is the consultant's turn to say so. */
export async function closeIfReady(tx: TenantDb, id: ApplicationId): Promise<void> {
  const one = await endingCase(tx, id);
  const ready = one && closingOf(one, tx.today);
  if (!one || !ready) return;
  if (ready === 'now') {
    await closeCase(tx, id);
    return;
  }
  await openTurn(tx, {
    kind: 'results.close',
    subject: subjectOf(one),
    thread: one.initiativeId,
    assignee: { role: attendingRole(one), departmentId: null },
    facts: { reference: referenceOf(one, one.number), left: remainingOf(one) },
  });
}

export async function caseIn(tx: TenantDb, id: ApplicationId): Promise<EndingCase> {
  const one = await endingCase(tx, id);
  if (!one) throw new Error(`Cannot end application ${id}: it is not there, or was never sent in`);
  return one;
}
