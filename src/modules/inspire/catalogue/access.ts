import { type Actor, holds, holdsIn, isStaff, personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Card } from './rules/card.ts';

/** Those who edit and publish: the consultants and the secretariat. */
export function isEditor(actor: Actor): boolean {
  return isStaff(actor);
}

/** Everybody reads what is published; a proposal, and what was taken down, only its editors. */
export function maySee(actor: Actor, card: Pick<Card, 'state'>): boolean {
  return card.state === 'published' || isEditor(actor);
}

/** The board points at this year's five; the editors may do it for them. */
export function mayPin(actor: Actor): boolean {
  return isEditor(actor) || holds(actor, 'organisation_board');
}

/** A department's rules are its board's, and the editors write them in for those that ask. */
export function maySetRules(actor: Actor, departmentId: Id<'department'>): boolean {
  return isEditor(actor) || holdsIn(actor, departmentId, 'board_member');
}

/** Who may begin something with a card: somebody who lives or works here. */
export function mayTake(actor: Actor): boolean {
  return actor.kind === 'person' && !actor.grants.every(({ role }) => role === 'guest');
}

/** Who can make a card of a finished initiative: those who drove it, and the editors. */
export function mayMakeCard(
  actor: Actor,
  initiative: { readonly drivers: readonly { readonly personId: Id<'person'> }[] },
): boolean {
  const personId = personIdOf(actor);
  return isEditor(actor) || initiative.drivers.some((driver) => driver.personId === personId);
}
