import type { Role } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
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

type Limits = Pick<Settings, 'singleLimit' | 'changers'>;

/** Who asked for the money, who lives with them, and who stood aside from the case. */
export interface Concerned {
  readonly applicants: readonly Id<'person'>[];
  readonly household: readonly Id<'person'>[];
  readonly recused: readonly Id<'person'>[];
}

/**
 * How many must approve. An account that is new, changed or written by hand takes two, whatever the amount. So does the
 * yes (`by`) of whoever ever changed the rules, who could otherwise raise the limit, have a colleague save them once more,
 * and approve alone; and of whoever accepted the invoice, so that no money leaves that only one person has looked at.
 */
export function approvalsNeeded(
  payment: Payment,
  { singleLimit, changers }: Limits,
  by: Id<'person'> | null = null,
): 1 | 2 {
  const { changed, typedBy } = destinationOf(payment);
  const alone = by !== null && (changers.includes(by) || payment.acceptedBy === by);
  return changed || typedBy !== null || alone || payment.amount > singleLimit ? 2 : 1;
}

/** The step that is next for this person: the second is the stricter, and the only one where one person suffices. */
export function nextStep(payment: Payment, settings: Limits, by: Id<'person'> | null): 1 | 2 {
  return approvalsNeeded(payment, settings, by) === 1 || currentApprovals(payment).length > 0 ? 2 : 1;
}

/** May this person approve it now? `shown`: the digest of what they saw; `now`: of what it is. */
export function approvalRefusal(
  payment: Payment,
  settings: Settings,
  approver: Approver,
  concerned: Concerned,
  digests: { readonly shown: string; readonly now: string },
): ApprovalRefusal | null {
  const status = statusOf(payment);
  if (status !== 'waiting_first' && status !== 'waiting_second' && status !== 'bounced') return 'not_waiting';
  if (digests.shown !== digests.now) return 'changed';
  if (destinationOf(payment).to.kind === 'unknown') return 'no_account';
  return standsAside(payment, approver, concerned) ?? personRefusal(payment, settings, approver);
}

/** A role is new for so long: whoever reads the payment sees who gave it to the one who approved. */
const NEW_ROLE_DAYS = 30;

/** A role that lets somebody approve: who gave it, and when. */
export interface GivenRole {
  readonly personId: Id<'person'>;
  readonly by: Id<'person'> | null;
  readonly at: Date;
}

/** A role that was given after this instant is new at `at`. */
export function newSince(at: Date): Date {
  return new Date(at.getTime() - NEW_ROLE_DAYS * DAY_MS);
}

/** The newest role of the approver that was new when they approved; null where none was. */
export function newRoleAt(
  { by, at }: { readonly by: Id<'person'>; readonly at: Date },
  given: readonly GivenRole[],
): GivenRole | null {
  const fresh = given.filter((one) => one.personId === by && one.at <= at && one.at > newSince(at));
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

function personRefusal(payment: Payment, settings: Settings, { id, roles }: Approver): ApprovalRefusal | null {
  if (currentApprovals(payment).some(({ by }) => by === id)) return 'twice';
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
