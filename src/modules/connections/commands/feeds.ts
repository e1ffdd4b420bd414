import { actingPerson } from '../../../kernel/actor.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { deleteFeedAddress, insertFeedAddress } from '../store/feeds.ts';

/** An address of one's own; the one before is dead at once. Was there one? */
export async function renewFeedAddress(tx: TenantDb): Promise<boolean> {
  const before = await deleteFeedAddress(tx, actingPerson(tx));
  await insertFeedAddress(tx, actingPerson(tx));
  return before;
}

/** No address any more. */
export async function closeFeedAddress(tx: TenantDb): Promise<void> {
  await deleteFeedAddress(tx, actingPerson(tx));
}
