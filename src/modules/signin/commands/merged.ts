import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { deleteVouched } from '../store/identities.ts';
import { deletePasskeys } from '../store/passkeys.ts';

/**
 * Staff said that two records are one human, and saw names and addresses. What they could not see lets nobody in any more:
 * whoever came by a letter that was not theirs, and added a passkey or their own MitID, would else be the other as well. The
 * person adds them again. A work account stays: the house's own directory says whose it is, and takes its roles back.
 */
export async function forgetUnseenWays(tx: TenantDb, ids: readonly Id<'person'>[]): Promise<void> {
  await deletePasskeys(tx, ids);
  await deleteVouched(tx, ids, 'mitid');
}
