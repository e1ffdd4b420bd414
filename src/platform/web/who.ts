import { type Actor, holds, type Role, STAFF } from '../../kernel/actor.ts';

/** Who may come to a route. Its name stands in the list of routes; finer questions are asked in `access.ts`. */
export interface Who {
  readonly name: string;
  allows(actor: Actor): boolean;
}

export const anyone: Who = { name: 'anyone', allows: () => true };

export const signedIn: Who = { name: 'signed in', allows: (actor) => actor.kind === 'person' };

export function anyOf(...roles: Role[]): Who {
  return { name: roles.join(', '), allows: (actor) => holds(actor, ...roles) };
}

export const staff: Who = anyOf(...STAFF);
