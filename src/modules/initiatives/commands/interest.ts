import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import type { Joining } from '../rules/interest.ts';
import { deleteInterest, deleteInterests, insertInterest, markCalled } from '../store/interest.ts';
import { locked, write } from './changing.ts';

/**
 * Those who have put their names down somewhere else and said yes to hearing from whoever drives this come along. The same
 * address is there once, and nobody joins what has ended. The thread tells of the first; those who come one by one after
 * them are counted on the page. Answers how many were new.
 */
export async function joinIn(tx: TenantDb, id: Id<'initiative'>, people: readonly Joining[]): Promise<number> {
  if (people.length === 0) return 0;
  const { joining, end } = await locked(tx, id);
  if (end) return 0;
  let fresh = 0;
  for (const who of people) if (await insertInterest(tx, id, who)) fresh += 1;
  if (fresh === 0) return 0;
  record(tx, {
    kind: 'initiative.joined',
    subject: { kind: 'initiative', id },
    thread: joining === 0 ? id : null,
    facts: { count: fresh },
  });
  return fresh;
}

/** Somebody who drives it has called or written to one who wants to join. False when it was done already. */
export async function called(
  tx: TenantDb,
  id: Id<'initiative'>,
  interest: Id<'initiative_interest'>,
): Promise<boolean> {
  if (!(await markCalled(tx, id, interest))) return false;
  write(tx, id, 'called', {});
  return true;
}

/** They would rather not, or asked to be taken off: the name goes. False when there is none. */
export async function takeOff(
  tx: TenantDb,
  id: Id<'initiative'>,
  interest: Id<'initiative_interest'>,
): Promise<boolean> {
  if (!(await deleteInterest(tx, id, interest))) return false;
  record(tx, { kind: 'initiative.taken_off', subject: { kind: 'initiative', id }, facts: {} });
  return true;
}

/** As `takeOff`, for those whose names were taken off where they came from. */
export async function takeOffThese(
  tx: TenantDb,
  id: Id<'initiative'>,
  people: readonly Pick<Joining, 'email' | 'phone'>[],
): Promise<void> {
  if ((await deleteInterests(tx, id, people)) === 0) return;
  record(tx, { kind: 'initiative.taken_off', subject: { kind: 'initiative', id }, facts: {} });
}
