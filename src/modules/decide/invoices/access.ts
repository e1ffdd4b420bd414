import { type Actor, holds, isStaff, personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';

/** What this person may do with an invoice. */
export interface May {
  readonly see: boolean;
  /** Match, type in, answer, pay, send back. */
  readonly handle: boolean;
}

/** Staff handle what belongs to no case yet, and finance reads everything it is to pay. */
export function mayWith(actor: Actor, handlesFund: boolean | null): May {
  const handle = handlesFund ?? isStaff(actor);
  return { handle, see: handle || isStaff(actor) || holds(actor, 'finance') };
}

/** Who asked for the money, lives with them, or stood aside when it was decided, does not accept the bill. */
export function isOwnCase(
  actor: Actor,
  commitment: {
    readonly applicantId: Id<'person'> | null;
    readonly carrierId: Id<'person'> | null;
    readonly coApplicants: readonly { readonly personId: Id<'person'> | null }[];
    readonly householdIds: readonly Id<'person'>[];
    readonly recusedIds: readonly Id<'person'>[];
  },
): boolean {
  const personId = personIdOf(actor);
  const { applicantId, carrierId, coApplicants, householdIds, recusedIds } = commitment;
  const own = [applicantId, carrierId, ...coApplicants.map((one) => one.personId), ...householdIds, ...recusedIds];
  return personId !== null && own.includes(personId);
}
