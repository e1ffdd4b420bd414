import { type Actor, holds, isStaff } from '../../kernel/actor.ts';

/** Staff do it for somebody who asked them to. */
export function mayActFor(actor: Actor): boolean {
  return isStaff(actor);
}

/** What is decided for the house: how long, in which words, and a no to somebody who wants to be forgotten. */
export function mayDecide(actor: Actor): boolean {
  return holds(actor, 'secretariat');
}
