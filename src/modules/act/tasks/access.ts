import { type Actor, holds, holdsIn, isGuest, isStaff, personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Claim } from './rules/task.ts';

/** What this person may do with a job's tasks. */
export interface May {
  /** Cut it, take tasks off, say that they are done, see who has them: those who drive it, and staff. */
  readonly manage: boolean;
  /** Take a task, ask a neighbour: everybody who lives or works here. */
  readonly help: boolean;
}

export function mayWithJob(actor: Actor, drives: boolean): May {
  return { manage: drives || isStaff(actor), help: mayHelp(actor) };
}

export function mayHelp(actor: Actor): boolean {
  return actor.kind === 'person' && !isGuest(actor);
}

export function isMine(actor: Actor, claim: Pick<Claim, 'personId'> | null): boolean {
  const personId = personIdOf(actor);
  return personId !== null && claim?.personId === personId;
}

/** A task that somebody has is passed on by them, or by those who drive it. */
export function mayAsk(actor: Actor, may: May, holder: Pick<Claim, 'personId'> | null): boolean {
  return may.help && (holder === null || may.manage || isMine(actor, holder));
}

/** Those who look after helping see its figures, never who; and they plan rounds from door to door. */
export function seesCounts(actor: Actor): boolean {
  return isStaff(actor) || holds(actor, 'board_member', 'organisation_board', 'ambassador', 'task_leader');
}

/** Plans and walks rounds in this department. */
export function mayWalkIn(actor: Actor, departmentId: Id<'department'>): boolean {
  return (
    isStaff(actor) ||
    holds(actor, 'organisation_board') ||
    holdsIn(actor, departmentId, 'board_member', 'ambassador', 'task_leader')
  );
}
