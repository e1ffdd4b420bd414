import { type Actor, holds, holdsIn, isStaff, personIdOf, type Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';

/** Stairwells and counts of a department: its board, the organisation's board, operations and staff. */
export function maySeeInside(actor: Actor, departmentId: Id<'department'>): boolean {
  return (
    isStaff(actor) || holds(actor, 'organisation_board') || holdsIn(actor, departmentId, 'board_member', 'operations')
  );
}

const TRUSTED: readonly Role[] = ['consultant', 'secretariat', 'finance', 'organisation_board', 'municipal_officer'];

/**
 * Nobody makes themselves more than they are: only the secretariat gives the roles that open other people's data, and
 * those that can decide about a fund's money.
 */
export function mayGive(actor: Actor, role: Role): boolean {
  if (role === 'resident') return false;
  return TRUSTED.includes(role) ? holds(actor, 'secretariat') : isStaff(actor);
}

/**
 * Whoever writes another address on a person can sign in as them by a code sent there. So it takes what it takes to give
 * the roles that the person holds.
 */
export function mayChangeWaysIn(actor: Actor, personId: Id<'person'>, roles: readonly Role[]): boolean {
  return personIdOf(actor) === personId || mayGiveAway(actor, roles);
}

/** Whoever makes two records one gives the roles of each to whoever signs in as the other: one's own as well. */
export function mayGiveAway(actor: Actor, roles: readonly Role[]): boolean {
  return roles.every((role) => !TRUSTED.includes(role) || mayGive(actor, role));
}
