import type { Id } from './id.ts';

/** What a person can be, in an organisation or in one department (domain: roles per scope). */
export const ROLES = [
  'resident',
  'board_member',
  'ambassador',
  'task_leader',
  'consultant',
  'organisation_board',
  'secretariat',
  'finance',
  'operations',
  'municipal_officer',
  'guest',
  // Edits the catalogue, and nothing else: a resident.
  'catalogue_editor',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * Is a code on paper too little for the role? Paper can be read by whoever finds it: only living here and being a guest may
 * rest on it.
 */
export function asksForOwnWay(role: Role): boolean {
  return role !== 'resident' && role !== 'guest';
}

/** A role and where it holds: in one department, or (departmentId null) in the whole organisation. */
export interface Grant {
  readonly role: Role;
  readonly organisationId: Id<'organisation'>;
  readonly departmentId: Id<'department'> | null;
}

/** How something reached us: a person at the screen, staff typing from paper or telephone, or the clock. */
export type Channel = 'web' | 'paper' | 'phone' | 'mail' | 'system';

/** Who acts. Visitors have no person; the system acts by the clock. */
export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'system' }
  | {
      readonly kind: 'person';
      readonly personId: Id<'person'>;
      readonly name: string;
      readonly grants: readonly Grant[];
      /** They have shown that they are known in another house too. */
      readonly tied?: boolean;
      /** They want their pages in large print. */
      readonly largePrint?: boolean;
    };

export const VISITOR: Actor = { kind: 'visitor' };
export const SYSTEM: Actor = { kind: 'system' };

/** Does the actor hold one of these roles, anywhere? */
export function holds(actor: Actor, ...roles: Role[]): boolean {
  return actor.kind === 'person' && actor.grants.some((grant) => roles.includes(grant.role));
}

/** Does the actor hold one of these roles in that department, or in the whole organisation? */
export function holdsIn(actor: Actor, departmentId: Id<'department'>, ...roles: Role[]): boolean {
  if (actor.kind !== 'person') return false;
  return actor.grants.some(
    (grant) => roles.includes(grant.role) && (grant.departmentId === null || grant.departmentId === departmentId),
  );
}

/** Staff of the housing organisation: those who may register for others and see what the whole organisation does. */
export const STAFF: readonly Role[] = ['consultant', 'secretariat'];

export function isStaff(actor: Actor): boolean {
  return holds(actor, ...STAFF);
}

/**
 * Invited from elsewhere to one thing alone: sees that, and nothing else of the house. Whoever also lives or works here is
 * no guest.
 */
export function isGuest(actor: Actor): boolean {
  return actor.kind === 'person' && actor.grants.length > 0 && actor.grants.every(({ role }) => role === 'guest');
}

export function personIdOf(actor: Actor): Id<'person'> | null {
  return actor.kind === 'person' ? actor.personId : null;
}

/** Who does what only a person can do. The route has seen that it is one: anybody else is a bug. */
export function actingPerson({ actor }: { readonly actor: Actor }): Id<'person'> {
  if (actor.kind !== 'person') throw new Error(`Cannot act as ${actor.kind}: a person acts`);
  return actor.personId;
}
