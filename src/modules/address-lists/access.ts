import { type Actor, holdsIn, isStaff } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';

/** Staff print any list; a department's board prints its own addresses with boxes to tick, and no names. */
export function mayPrint(actor: Actor, departmentId: Id<'department'>): boolean {
  return isStaff(actor) || holdsIn(actor, departmentId, 'board_member');
}

/** Names, and who needs paper, are for staff. */
export function mayPrintNames(actor: Actor): boolean {
  return isStaff(actor);
}
