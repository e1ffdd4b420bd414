import { type Actor, isStaff } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { type Gathering, type Guest, type Part, type Seat, stageOf } from './rules.ts';

/** Staff are the hosts. Others have a seat as long as they are invited and it has not closed; null: it is not theirs to see. */
export function seatOf(actor: Actor, gathering: Gathering, guest: Guest | null, today: Day): Seat | null {
  const host = isStaff(actor);
  const takesPart = guest !== null && !guest.ended && stageOf(gathering, today) !== 'closed';
  if (!host && !takesPart) return null;
  return { host, guest: takesPart ? guest : null };
}

const WITH_PAPERS: readonly Part[] = ['organiser', 'speaker', 'table_host'];

/** Who holds the talk or the table may lay papers on it; observers and participants read. */
export function mayAddPapers({ host, guest }: Seat): boolean {
  return host || (guest !== null && WITH_PAPERS.includes(guest.part));
}

/** Observers read along. */
export function mayWrite({ host, guest }: Seat): boolean {
  return host || (guest !== null && guest.part !== 'observer');
}
