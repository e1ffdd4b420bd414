import type { Role } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { currentApprovals, destinationOf, type Payment, statusOf } from './payment.ts';
import type { Settings } from './settings.ts';

const DAY_MS = 86_400_000;

/** Why a person may not approve it. */
export type ApprovalRefusal =
  /** Not waiting for an approval. */
  | 'not_waiting'
  /** Something was changed since it was shown. */
  | 'changed'
  /** Nobody knows where the money goes. */
  | 'no_account'
  /** Has approved it already: the other must be another person. */
  | 'twice'
  /** Stands behind whoever approved it, or the other way round, or one person stands behind both. */
  | 'same_hands'
  /** Somebody writes it in for another: a yes is given by oneself, signed in. */
  | 'on_behalf'
  /** Applicant, co-applicant, or of their household. */
  | 'own_case'
  /** Stood aside when it was decided. */
  | 'recused'
  /** The money is theirs. */
  | 'own_money'
  | 'role';

/** The person who wants to approve, and what they are to the case. */
export interface Approver {
  readonly id: Id<'person'>;
  readonly name: string;
  /** Roles held in the whole of the organisation that pays. */
  readonly roles: readonly Role[];
}

/** The rules as they hold for one payment. */
export interface Limits extends Settings {
  /** What else the same payee or account is paid, or is to be: in the same case, or around the same days. */
  readonly beside: Ore;
}

type Counted = Pick<Limits, 'singleLimit' | 'changers' | 'beside'>;

/** Who asked for the money, who lives with them, and who stood aside from the case. */
export interface Concerned {
  readonly applicants: readonly Id<'person'>[];
  readonly household: readonly Id<'person'>[];
  readonly recused: readonly Id<'person'>[];
}

/** For each who approves: themselves, and who lately made them what they are (registered, gave the role, wrote the address). */
export type Behind = ReadonlyMap<Id<'person'>, readonly Id<'person'>[]>;

/**
 * How many must approve. An account that is new, changed or written by hand takes two, whatever the amount. So does the
 * yes (`by`) of whoever ever changed the rules, who could otherwise raise the limit, have a colleague save them once more,
 * and approve alone; and of whoever accepted the invoice, so that no money leaves that only one person has looked at. A bill
 * that is cut in two is still one: what else the payee gets counts with it.
 */
export function approvalsNeeded(
  payment: Payment,
  { singleLimit, changers, beside }: Counted,
  by: Id<'person'> | null = null,
): 1 | 2 {
  const { changed, typedBy } = destinationOf(payment);
  const alone = by !== null && (changers.includes(by) || payment.acceptedBy === by);
  return changed || typedBy !== null || alone || payment.amount + beside > singleLimit ? 2 : 1;
}

/** The step that is next for this person: the second is the stricter, and the only one where one person suffices. */
export function nextStep(payment: Payment, settings: Counted, by: Id<'person'> | null): 1 | 2 {
  return approvalsNeeded(payment, settings, by) === 1 || currentApprovals(payment).length > 0 ? 2 : 1;
}

/** May this person approve it now? `shown`: the digest of what they saw; `now`: of what it is. */
export function approvalRefusal(
  payment: Payment,
  settings: Limits,
  approver: Approver,
  concerned: Concerned & { readonly behind: Behind },
  digests: { readonly shown: string; readonly now: string },
): ApprovalRefusal | null {
  const status = statusOf(payment);
  if (status !== 'waiting_first' && status !== 'waiting_second' && status !== 'bounced') return 'not_waiting';
  if (digests.shown !== digests.now) return 'changed';
  if (destinationOf(payment).to.kind === 'unknown') return 'no_account';
  return standsAside(payment, approver, concerned) ?? personRefusal(payment, settings, approver, concerned.behind);
}

/** A role that lets somebody approve: who gave it, and when. */
export interface GivenRole {
  readonly personId: Id<'person'>;
  readonly by: Id<'person'> | null;
  readonly at: Date;
}

/** So many days of 24 hours before an instant. */
export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY_MS);
}

/** The newest role that the approver had been given in the days (`lookBack`) before they approved; null where none was. */
export function newRoleAt(
  { by, at }: { readonly by: Id<'person'>; readonly at: Date },
  given: readonly GivenRole[],
  lookBack: number,
): GivenRole | null {
  const fresh = given.filter((one) => one.personId === by && one.at <= at && one.at > daysBefore(at, lookBack));
  return fresh.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

/** Whoever asked for the money, lives with them, stood aside from the case, or is paid, takes no part. */
export function standsAside(
  payment: Pick<Payment, 'payee'>,
  { id, name }: Pick<Approver, 'id' | 'name'>,
  { applicants, household, recused }: Concerned,
): 'own_case' | 'recused' | 'own_money' | null {
  if (applicants.includes(id) || household.includes(id)) return 'own_case';
  if (recused.includes(id)) return 'recused';
  return sameName(payment.payee, name) ? 'own_money' : null;
}

function personRefusal(
  payment: Payment,
  settings: Limits,
  { id, roles }: Approver,
  behind: Behind,
): ApprovalRefusal | null {
  const given = currentApprovals(payment);
  if (given.some(({ by }) => by === id)) return 'twice';
  const mine = behind.get(id) ?? [id];
  if (given.some(({ by }) => (behind.get(by) ?? [by]).some((one) => mine.includes(one)))) return 'same_hands';
  const wanted: readonly Role[] = nextStep(payment, settings, id) === 1 ? settings.firstRoles : settings.secondRoles;
  return roles.some((role) => wanted.includes(role)) ? null : 'role';
}

/** "Mette Holm v/ MH Design" is Mette Holm's: every word of the person's name stands in the payee's. */
function sameName(payee: string, person: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const wanted = words(person);
  const there = new Set(words(payee));
  return wanted.length > 1 && wanted.every((word) => there.has(word));
}
