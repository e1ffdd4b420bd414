import { type Actor, holds, isStaff, personIdOf, STAFF } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';

/** What this person may do with this focus group. Everybody may read its public page. */
export interface May {
  /** Names, and who is chosen: the selectors alone. */
  readonly select: boolean;
  /** The call and the profile: staff and selectors. */
  readonly arrange: boolean;
  /** How the group is made up, without names: boards and staff. */
  readonly seeComposition: boolean;
  /** Say who selects: a selector, or the secretariat, should all of them have left. */
  readonly appoint: boolean;
}

export function mayWith(actor: Actor, selectors: readonly Id<'person'>[]): May {
  const me = personIdOf(actor);
  // Today: who has left, or has come into a board since they were chosen, sees no more names.
  const select = me !== null && selectors.includes(me) && cannotSelect(actor) === null;
  const staff = isStaff(actor);
  return {
    select,
    arrange: staff || select,
    seeComposition: staff || select || holds(actor, 'organisation_board', 'board_member'),
    appoint: select || holds(actor, 'secretariat'),
  };
}

/** Somebody of the staff, the municipality or the ambassadors, who sits in no board: boards see how a group is made up, and no names. */
export function cannotSelect(actor: Actor): 'board' | 'outsider' | null {
  if (!holds(actor, ...STAFF, 'municipal_officer', 'ambassador')) return 'outsider';
  return holds(actor, 'organisation_board', 'board_member') ? 'board' : null;
}
