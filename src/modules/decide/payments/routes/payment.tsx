import { readId } from '../../../../kernel/id.ts';
import { ZERO_ORE } from '../../../../kernel/money.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { displayNames, rolesGivenSince } from '../../../housing/public.ts';
import { caseHref } from '../../fund/public.ts';
import { acceptedInvoiceById, invoicePlace } from '../../invoices/public.ts';
import { mayPay, SEEING } from '../access.ts';
import { approve, approverOf, changeAccount, concernedIn } from '../commands/approving.ts';
import { markBounced, markPaid } from '../commands/settling.ts';
import { accountForm, bouncedForm, digestForm, paidForm } from '../forms.ts';
import { approvalRefusal, approvalsNeeded, daysBefore, nextStep } from '../rules/approving.ts';
import { historyOf } from '../rules/history.ts';
import type { Payment } from '../rules/payment.ts';
import { limitsOf } from '../store/limits.ts';
import { digestOf, paymentById } from '../store/payments.ts';
import { paymentsText } from '../text/pages.ts';
import { accountPlace, approvePlace, bouncedPlace, paidPlace, paymentPlace } from '../urls.ts';
import { PaymentView } from '../views/payment.tsx';
import { payers, trail } from './list.tsx';

type One = Omit<Visit, 'params'> & { readonly params: { readonly id: string } };

/** One payment, and what is done about it. */
export function paymentRoutes(web: Web): void {
  web.get(paymentPlace, payers, async (visit) => onePage(visit, await paymentSeen(visit)));
  web.post(approvePlace, payers, postApproval);
  web.post(accountPlace, payers, postAccount);
  web.post(paidPlace, payers, postPaid);
  web.post(bouncedPlace, payers, postBounced);
}

/** The payment, for a reader who may see it. */
export async function paymentSeen({ tx, actor, params }: Pick<One, 'tx' | 'actor' | 'params'>): Promise<Payment> {
  const id = readId<'payment'>(params.id);
  const payment = (id && (await paymentById(tx, id))) ?? missing();
  return mayPay(actor, payment.organisationId).see ? payment : missing();
}

async function onePage(visit: One, payment: Payment, problems?: FormProblems): Promise<Response> {
  const { tx, language, actor } = visit;
  const limits = await limitsOf(tx, payment);
  const digest = digestOf(payment);
  const history = historyOf(payment, digest);
  const newRoles = await newRolesOf(tx, payment, limits.lookBack);
  const people = [
    ...history.map(({ by }) => by),
    ...payment.destinations.map(({ typedBy }) => typedBy),
    ...newRoles.map(({ by }) => by),
  ];
  const refs = [...new Set(people)].flatMap((id) => (id ? [{ kind: 'person' as const, id }] : []));
  const names = await displayNames(tx, refs, language);
  const digests = { shown: digest, now: digest };
  const approver = approverOf(tx, payment);
  const concerned = await concernedIn(tx, payment, limits);
  const invoice = await acceptedInvoiceById(tx, payment.invoiceId);
  return visit.page(
    { title: paymentsText(language).paymentTitle(payment.number), trail: trail(visit), status: problems ? 422 : 200 },
    PaymentView({
      language,
      payment,
      today: tx.today,
      names: new Map([...names].map(([key, name]) => [key.slice(key.indexOf(':') + 1), name])),
      history,
      newRoles,
      lookBack: limits.lookBack,
      beside: limits.singleLimit > 0 && payment.amount <= limits.singleLimit ? limits.beside : ZERO_ORE,
      digest,
      needed: approvalsNeeded(payment, limits, approver.id),
      step: nextStep(payment, limits, approver.id),
      refusal: approvalRefusal(payment, limits, approver, concerned, digests),
      pay: mayPay(actor, payment.organisationId).pay,
      unseen: invoice !== null && invoice.fileId === null,
      places: { invoice: invoicePlace({ id: payment.invoiceId }), fundCase: caseHref(payment.applicationId) },
      problems,
    }),
  );
}

/** Roles that those who approved were given shortly before. */
async function newRolesOf(tx: One['tx'], { approvals }: Payment, lookBack: number) {
  const [first] = approvals.map(({ at }) => at.getTime()).toSorted((a, b) => a - b);
  if (first === undefined) return [];
  const since = daysBefore(new Date(first), lookBack);
  return rolesGivenSince(tx, since, SEEING, [...new Set(approvals.map(({ by }) => by))]);
}

async function postApproval(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const payment = await paymentSeen(visit);
  const words = paymentsText(language);
  const read = readForm(digestForm(), form);
  const done = await approve(tx, payment.id, read.ok ? read.value.digest : '');
  if (!done.ok) return again(visit, payment, '', words.refusals[done.refusal]);
  return visit.redirect(
    paymentPlace({ id: payment.id }),
    done.value.complete ? words.approvedFlash : words.approvedFirstFlash,
  );
}

async function postAccount(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const payment = await paymentPaid(visit);
  const words = paymentsText(language);
  const read = readForm(accountForm(language), form);
  if (!read.ok) return onePage(visit, payment, read.refusal);
  const { to } = read.value;
  const done = await changeAccount(tx, payment.id, to, read.value.words);
  if (!done.ok) return again(visit, payment, to.kind, words.accountRefusals[done.refusal]);
  return visit.redirect(paymentPlace({ id: payment.id }), words.accountChangedFlash);
}

async function postPaid(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const payment = await paymentPaid(visit);
  const words = paymentsText(language);
  const read = readForm(paidForm(language), form);
  if (!read.ok) return onePage(visit, payment, read.refusal);
  const done = await markPaid(tx, payment.id, { on: read.value.on, source: 'hand', words: '' });
  if (!done.ok) return again(visit, payment, 'on', words.paidRefusals[done.refusal]);
  return visit.redirect(paymentPlace({ id: payment.id }), payment.amount < 0 ? words.receivedFlash : words.paidFlash);
}

async function postBounced(visit: One): Promise<Response> {
  const { tx, language, form } = visit;
  const payment = await paymentPaid(visit);
  const words = paymentsText(language);
  const read = readForm(bouncedForm(language), form);
  if (!read.ok) return onePage(visit, payment, read.refusal);
  const { bouncedOn: on, words: why } = read.value;
  const done = await markBounced(tx, payment.id, { on, source: 'hand', words: why });
  if (!done.ok) return again(visit, payment, 'bouncedOn', words.bouncedRefusals[done.refusal]);
  return visit.redirect(paymentPlace({ id: payment.id }), words.bouncedFlash);
}

/** The payment, for somebody who pays. */
async function paymentPaid(visit: One): Promise<Payment> {
  const payment = await paymentSeen(visit);
  return mayPay(visit.actor, payment.organisationId).pay ? payment : missing();
}

/** The page as it is now, with what was typed and why it was not done. */
async function again(visit: One, { id }: Payment, field: string, message: string): Promise<Response> {
  const now = (await paymentById(visit.tx, id)) ?? missing();
  return onePage(visit, now, problemIn(visit.form, field, message));
}
