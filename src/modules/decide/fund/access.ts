import { type Actor, holds, holdsIn, type Role, STAFF } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Ore } from '../../../kernel/money.ts';
import { type Application, carriedBy, isRecused } from './rules/application.ts';
import { soughtOf } from './rules/money.ts';
import type { Fund, Terms } from './rules/policy.ts';
import { statusOf } from './rules/status.ts';

type Deciding = Pick<Terms, 'decidingRole' | 'delegatedRole' | 'delegatedLimit'>;

/** What this person may do with this case. Everybody may read what the fund supports; nobody a draft that is not theirs. */
export interface May {
  readonly see: boolean;
  /** Mail and telephone of the applicant. */
  readonly seeContact: boolean;
  /** What is advised and why, before it is decided. Never for those who stand aside. */
  readonly seeDeliberation: boolean;
  /** Write on the page: a draft, or while a question is open. */
  readonly edit: boolean;
  /** Ask, advise, register, release. */
  readonly attend: boolean;
  readonly decide: boolean;
  /** Say that oneself stands aside. */
  readonly standAside: boolean;
  readonly withdraw: boolean;
}

export function mayWith(actor: Actor, fund: Fund, policy: Deciding | null, application: Application, today: Day): May {
  const status = statusOf(application, today);
  const personId = actor.kind === 'person' ? actor.personId : null;
  const own = personId !== null && isOwn(application, personId);
  const aside = personId !== null && isRecused(application, personId);
  const staff = isFundStaff(actor, fund);
  const decides = policy !== null && sitsIn(actor, fund, policy);
  const sent = status !== 'draft';
  const attend = staff && !aside;
  return {
    see: own || staff || (sent && (decides || readsCases(actor, application))),
    seeContact: own || staff || (sent && holdsFor(actor, fund, 'finance')),
    seeDeliberation: sent && !aside && (staff || decides),
    edit: (own || attend) && (status === 'draft' || status === 'needs_information'),
    attend,
    decide:
      sent && policy !== null && personId !== null && mayDecide(actor, fund, policy, soughtOf(application)) && !aside,
    standAside: sent && !aside && (staff || decides),
    withdraw: own || attend,
  };
}

/** Writes the policy down and moves the money of periods: the secretariat, or the officers whose money it is. */
export function mayManage(actor: Actor, fund: Fund): boolean {
  return holds(actor, 'secretariat') || holdsFor(actor, fund, 'municipal_officer');
}

/** The deciding body for everything; the delegated role for what is sought up to its limit. */
export function mayDecide(actor: Actor, fund: Fund, policy: Deciding, sought: Ore): boolean {
  if (holdsFor(actor, fund, policy.decidingRole)) return true;
  return (
    policy.delegatedRole !== null && sought <= policy.delegatedLimit && holdsFor(actor, fund, policy.delegatedRole)
  );
}

/** Who runs the fund: staff of the organisation whose money it is. */
export function isFundStaff(actor: Actor, fund: Fund): boolean {
  return (
    actor.kind === 'person' &&
    actor.grants.some(({ role, organisationId }) => ATTENDING.includes(role) && organisationId === fund.organisationId)
  );
}

const ATTENDING: readonly Role[] = [...STAFF, 'municipal_officer'];

function sitsIn(actor: Actor, fund: Fund, policy: Deciding): boolean {
  const roles: Role[] = [policy.decidingRole];
  if (policy.delegatedRole) roles.push(policy.delegatedRole);
  return holdsFor(actor, fund, ...roles);
}

/** A role in the whole of the organisation whose fund it is: an officer of the municipality decides nothing in the housing organisation's. */
function holdsFor(actor: Actor, fund: Fund, ...roles: Role[]): boolean {
  if (actor.kind !== 'person') return false;
  return actor.grants.some(
    (grant) =>
      roles.includes(grant.role) && grant.organisationId === fund.organisationId && grant.departmentId === null,
  );
}

function isOwn(application: Application, personId: Id<'person'>): boolean {
  const co = application.coApplicants.some((one) => one.personId === personId && one.declinedOn === null);
  return co || carriedBy(application) === personId || application.createdBy === personId;
}

/** Boards read the cases of their department, without contact data; finance those it pays. */
function readsCases(actor: Actor, application: Application): boolean {
  if (holds(actor, 'finance')) return true;
  return application.departmentIds.some((departmentId) => holdsIn(actor, departmentId, 'board_member'));
}
