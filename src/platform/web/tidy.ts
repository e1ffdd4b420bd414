import type { TenantDb } from '../db/tenant-db.ts';
import type { JobKind } from '../jobs/jobs.ts';
import { IDLE_SECONDS } from './session.ts';

/** Counts of tries are of no use when their window is long over. */
const COUNTS_KEPT_MS = 2 * 86_400_000;

/** Deletes sessions that have ended or been quiet too long, and old counts of tries. To be asked once a day. */
export const webTidyJob: JobKind<Record<never, never>> = {
  name: 'web.tidy',
  async run(tx) {
    await deleteEndedSessions(tx);
    await tx.sql
      .deleteFrom('rate_limit')
      .where('tenant_id', '=', tx.tenant.id)
      .where('window_start', '<', new Date(tx.now.getTime() - COUNTS_KEPT_MS))
      .execute();
  },
};

async function deleteEndedSessions(tx: TenantDb): Promise<void> {
  const quietSince = new Date(tx.now.getTime() - IDLE_SECONDS * 1000);
  await tx.sql
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenant.id)
    .where((where) => where.or([where('expires_at', '<', tx.now), where('last_seen_at', '<', quietSince)]))
    .execute();
}
