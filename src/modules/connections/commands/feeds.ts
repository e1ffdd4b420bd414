import { actingPerson } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { deleteFeedAddress, insertFeedAddress } from '../store/feeds.ts';

/** An address of one's own; the one before is dead at once. Was there one? */
export async function renewFeedAddress(tx: TenantDb): Promise<boolean> {
  const before = await deleteFeedAddress(tx, actingPerson(tx));
  await insertFeedAddress(tx, actingPerson(tx));
  return before;
}

/** A new address in place of the one before, which is dead at once. Who has none gets none. */
export async function renewFeeds(tx: TenantDb, personId: Id<'person'>): Promise<void> {
  if (await deleteFeedAddress(tx, personId)) await insertFeedAddress(tx, personId);
}

/** No address any more. */
export async function closeFeedAddress(tx: TenantDb): Promise<void> {
  await deleteFeedAddress(tx, actingPerson(tx));
}
