import type { Actor, Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { SECOND_ROLES } from './rules/settings.ts';

/** What this person may do with an organisation's payments. */
export interface May {
  readonly see: boolean;
  /** Send to the bank, correct an account, and say what the bank answered. */
  readonly pay: boolean;
  /** Set the rules. Whoever pays does not set them alone. */
  readonly set: boolean;
}

/** Roles that see payments, and may come to approve them. */
export const SEEING: readonly Role[] = ['consultant', 'secretariat', 'finance'];
const NOTHING: May = { see: false, pay: false, set: false };

export function mayPay(actor: Actor, organisationId: Id<'organisation'>): May {
  const roles = rolesIn(actor, organisationId);
  if (roles.length === 0) return NOTHING;
  return {
    see: roles.some((role) => SEEING.includes(role)),
    pay: roles.some((role) => (SECOND_ROLES as readonly Role[]).includes(role)),
    set: roles.includes('secretariat'),
  };
}

/** Roles held in the whole of an organisation: nobody pays for one department. */
export function rolesIn(actor: Actor, organisationId: Id<'organisation'>): readonly Role[] {
  if (actor.kind !== 'person') return [];
  return actor.grants
    .filter((grant) => grant.organisationId === organisationId && grant.departmentId === null)
    .map(({ role }) => role);
}

/** Whose payments the person sees. */
export function organisationsSeen(actor: Actor): readonly Id<'organisation'>[] {
  if (actor.kind !== 'person') return [];
  const all = new Set(actor.grants.map(({ organisationId }) => organisationId));
  return [...all].filter((id) => mayPay(actor, id).see);
}
