import { type Actor, holds, holdsIn, isStaff, personIdOf, type Role } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Initiative } from '../../initiatives/public.ts';
import type { Event } from './rules/event.ts';

/** Roles by which one makes an event that belongs to no initiative. */
const MAKERS: readonly Role[] = [
  'board_member',
  'organisation_board',
  'consultant',
  'secretariat',
  'ambassador',
  'task_leader',
  'operations',
];

/** An event of its own; out of an initiative those may who drive it, too. */
export function mayMake(actor: Actor): boolean {
  return holds(actor, ...MAKERS);
}

/** Does this person drive the initiative today? Then they may make events of it. */
export function drives(actor: Actor, initiative: Pick<Initiative, 'drivers'>, today: Day): boolean {
  const me = personIdOf(actor);
  return initiative.drivers.some(
    ({ personId, from, stoppedOn }) => personId === me && from <= today && (stoppedOn === null || stoppedOn > today),
  );
}

/** What this person may do with this event. Everybody may read its public page. */
export interface May {
  /** Change it, call it off, check people in, count: staff and organisers. */
  readonly arrange: boolean;
  /** How many have signed up, and how they came to hear of it. */
  readonly seeCounts: boolean;
  /**
   * Of those who signed up: all that they left (staff, and ambassadors at their own event), first names (other organisers),
   * nothing (everybody else; boards see counts). Domain 6.18.
   */
  readonly names: 'all' | 'first' | 'none';
  /** Set how early the rules are to be done. */
  readonly setRules: boolean;
}

export function mayWith(actor: Actor, event: Pick<Event, 'organisers' | 'departmentIds' | 'wholeOrganisation'>): May {
  const me = personIdOf(actor);
  const staff = isStaff(actor);
  const organises = me !== null && event.organisers.includes(me);
  const arrange = staff || organises;
  const board =
    holds(actor, 'organisation_board', 'operations') ||
    (event.wholeOrganisation
      ? holds(actor, 'board_member')
      : event.departmentIds.some((id) => holdsIn(actor, id, 'board_member')));
  return {
    arrange,
    seeCounts: arrange || board,
    names: staff || (organises && holds(actor, 'ambassador')) ? 'all' : arrange ? 'first' : 'none',
    setRules: holds(actor, 'secretariat', 'consultant'),
  };
}
