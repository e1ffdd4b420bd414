import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import { approvalsNeeded } from '../rules/approving.ts';
import { type Payment, type PaymentId, statusOf } from '../rules/payment.ts';
import { limitsOf } from '../store/limits.ts';
import { isAnyReady } from '../store/lists.ts';
import { lockPayments, paymentById } from '../store/payments.ts';

/** An entry about the case that the payment is for; it stands in the thread of its initiative. */
export function write(tx: TenantDb, payment: Payment, what: string, facts: Facts = {}): void {
  record(tx, {
    kind: `payment.${what}`,
    subject: { kind: 'fund_application', id: payment.applicationId },
    thread: payment.initiativeId,
    facts: { payment: payment.id, number: payment.number, amount: payment.amount, ...facts },
  });
}

export async function lockPayment(tx: TenantDb, id: PaymentId): Promise<Payment> {
  const [payment] = await lockPayments(tx, [id]);
  if (!payment) throw new Error(`Cannot change payment ${id}: it is not there`);
  return payment;
}

export function subjectOf(id: PaymentId) {
  return { kind: 'payment', id };
}

/** What waits after a change: whose yes is next, and whether there is something to send. */
export async function moveTurns(tx: TenantDb, id: PaymentId): Promise<void> {
  const { organisationId } = await moveApprovalTurn(tx, id);
  await moveExportTurn(tx, organisationId);
}

/** Whose yes is next; of several payments, say with `moveExportTurn` afterwards whether there is something to send. */
export async function moveApprovalTurn(tx: TenantDb, id: PaymentId): Promise<Payment> {
  const payment = await paymentById(tx, id);
  if (!payment) throw new Error(`Cannot say what payment ${id} waits for: it is not there`);
  const subject = subjectOf(id);
  await closeTurns(tx, { subject });
  const status = statusOf(payment);
  const facts = { number: payment.number, amount: payment.amount };
  if (status === 'bounced') {
    await openTurn(tx, { kind: 'payment.bounced', subject, assignee: wholeHouse('finance'), facts });
  } else if (status === 'waiting_first' || status === 'waiting_second') {
    const settings = await limitsOf(tx, payment);
    const alone = approvalsNeeded(payment, settings) === 1 ? 'only' : 'first';
    const step = status === 'waiting_second' ? 'second' : alone;
    // Finance is told; where finance may not, whoever may.
    const roles: readonly (typeof settings.firstRoles)[number][] =
      step === 'first' ? settings.firstRoles : settings.secondRoles;
    for (const role of roles.includes('finance') && step !== 'second' ? (['finance'] as const) : roles) {
      const turn = { kind: 'payment.approve', subject, assignee: wholeHouse(role), due: payment.dueOn };
      await openTurn(tx, { ...turn, thread: payment.initiativeId, facts: { ...facts, step } });
    }
  }
  return payment;
}

/** One turn for all that is ready: files are made of several. */
export async function moveExportTurn(tx: TenantDb, organisationId: Id<'organisation'>): Promise<void> {
  const subject = { kind: 'organisation', id: organisationId };
  if (!(await isAnyReady(tx, organisationId))) return closeTurns(tx, { kind: 'payment.export', subject });
  return openTurn(tx, { kind: 'payment.export', subject, assignee: wholeHouse('finance') });
}

function wholeHouse(role: 'consultant' | 'secretariat' | 'finance') {
  return { role, departmentId: null } as const;
}
