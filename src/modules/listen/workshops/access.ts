import { type Actor, isStaff } from '../../../kernel/actor.ts';
import type { Seat } from './rules/workshop.ts';

/** Staff run it. Others have a seat when they are invited, by name or through the gathering it hangs on; null: not theirs to see. */
export function seatOf(actor: Actor, invited: boolean): Seat | null {
  if (isStaff(actor)) return { host: true };
  return invited && actor.kind === 'person' ? { host: false } : null;
}
