import { type Actor, holds, holdsIn, isStaff } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';

/** The report is staff's and the organisation board's. */
export function mayReadReports(actor: Actor): boolean {
  return isStaff(actor) || holds(actor, 'organisation_board');
}

/** Staff write the story and publish; the board reads. Ideas themselves may name somebody: only staff open them. */
export function mayWriteReports(actor: Actor): boolean {
  return isStaff(actor);
}

/** A department's own figures are its board's too. Null asks for the whole organisation. */
export function mayReadFigures(actor: Actor, departmentId: Id<'department'> | null): boolean {
  return mayReadReports(actor) || (departmentId !== null && holdsIn(actor, departmentId, 'board_member'));
}
