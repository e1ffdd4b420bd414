import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { saveTie } from './store.ts';

/** One half of a tie that holds; the other house has the other, with the same secret. */
export async function aTie(
  tx: TenantDb,
  tie: { readonly personId: Id<'person'>; readonly house: Id<'tenant'>; readonly secret: Uint8Array },
): Promise<void> {
  await saveTie(tx, { ...tie, tiedAt: tx.now });
}
