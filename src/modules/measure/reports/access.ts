import { type Actor, holds, isStaff } from '../../../kernel/actor.ts';

/** The report is staff's and the organisation board's. */
export function mayReadReports(actor: Actor): boolean {
  return isStaff(actor) || holds(actor, 'organisation_board');
}

/** Staff write the story and publish; the board reads. Ideas themselves may name somebody: only staff open them. */
export function mayWriteReports(actor: Actor): boolean {
  return isStaff(actor);
}
