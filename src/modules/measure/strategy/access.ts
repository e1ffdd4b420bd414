import { type Actor, holds, isStaff, personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';

/** Staff write the strategy, and register what the board decided. */
export function mayWrite(actor: Actor): boolean {
  return isStaff(actor);
}

/** Drafts, owners and words about what was measured: staff and the organisation board. */
export function mayLookInside(actor: Actor): boolean {
  return isStaff(actor) || holds(actor, 'organisation_board');
}

/** Who owns a plan or a metric tells how it goes; staff can do it for them. */
export function mayTell(actor: Actor, { ownerId }: { readonly ownerId: Id<'person'> }): boolean {
  return isStaff(actor) || personIdOf(actor) === ownerId;
}
