import { type Actor, holds, personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';

/** What this reader may do at the end of one case. */
export interface May {
  /** Tell how it went, add pictures and take them back. */
  readonly tell: boolean;
  /** Type in what came on paper, show to everybody, release, wait, close. */
  readonly attend: boolean;
}

/** `people`: who is part of the case. `handles`: staff of the fund. */
export function mayEnd(actor: Actor, people: readonly Id<'person'>[], handles: boolean): May {
  const personId = personIdOf(actor);
  return { tell: handles || (personId !== null && people.includes(personId)), attend: handles };
}

/** The fund's figures: staff, the board and finance of the organisation whose money it is. */
export function mayReadStatus(actor: Actor, organisationId: Id<'organisation'>, handles: boolean): boolean {
  if (handles) return true;
  return (
    holds(actor, 'organisation_board', 'finance') &&
    actor.kind === 'person' &&
    actor.grants.some(
      (grant) =>
        (grant.role === 'organisation_board' || grant.role === 'finance') && grant.organisationId === organisationId,
    )
  );
}
