import { type Actor, holds, holdsIn, isStaff, personIdOf, type Role, STAFF } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Card } from './rules/card.ts';

/** Those who edit and publish: the consultants, the secretariat, and the residents who have been made editors. */
export const EDITORS: readonly Role[] = [...STAFF, 'catalogue_editor'];

export function isEditor(actor: Actor): boolean {
  return holds(actor, ...EDITORS);
}

/** Editions, Grobund's own cards, the departments' rules, and who proposed a card: the house's own, not a neighbour's. */
export function mayManage(actor: Actor): boolean {
  return isStaff(actor);
}

/**
 * Everybody reads what is published; a proposal, and what was taken down, only its editors, and the caretakers, who say
 * what it asks of them.
 */
export function maySee(actor: Actor, card: Pick<Card, 'state'>): boolean {
  return card.state === 'published' || isEditor(actor) || holds(actor, 'operations');
}

/** What a card asks of the caretakers they say themselves; staff write it in for them. */
export const REMARKERS: readonly Role[] = [...STAFF, 'operations'];

/** A caretaker speaks for the departments that they look after; null: for every department. */
export function mayRemarkIn(actor: Actor, departmentId: Id<'department'> | null): boolean {
  if (isStaff(actor)) return true;
  if (departmentId !== null) return holdsIn(actor, departmentId, 'operations');
  return actor.kind === 'person' && actor.grants.some((one) => one.role === 'operations' && one.departmentId === null);
}

/** The board points at this year's five; staff may do it for them. */
export function mayPin(actor: Actor): boolean {
  return isStaff(actor) || holds(actor, 'organisation_board');
}

/** A department's rules are its board's, and staff write them in for those that ask. */
export function maySetRules(actor: Actor, departmentId: Id<'department'>): boolean {
  return isStaff(actor) || holdsIn(actor, departmentId, 'board_member');
}

/** A question is read by the one who asked, by those who are asked, and by staff. */
export function maySeeQuestion(
  actor: Actor,
  question: { readonly askedBy: Id<'person'> },
  drivers: readonly Id<'person'>[],
): boolean {
  const personId = personIdOf(actor);
  return isStaff(actor) || personId === question.askedBy || (personId !== null && drivers.includes(personId));
}

/** Who may begin something with a card: somebody who lives or works here. */
export function mayTake(actor: Actor): boolean {
  return actor.kind === 'person' && !actor.grants.every(({ role }) => role === 'guest');
}

/**
 * Who can make a card of a finished initiative: those who drove it, and staff. Its steps and its budget are its own: a
 * resident who edits the catalogue has not seen them.
 */
export function mayMakeCard(
  actor: Actor,
  initiative: { readonly drivers: readonly { readonly personId: Id<'person'> }[] },
): boolean {
  const personId = personIdOf(actor);
  return isStaff(actor) || initiative.drivers.some((driver) => driver.personId === personId);
}
