import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type FileRow, readRows } from '../rules/import.ts';
import { activeMetrics } from '../store/metrics.ts';
import { measure } from './metrics.ts';

/** Takes in what was previewed, read once more by the same rules. How many were saved. */
export async function takeIn(tx: TenantDb, rows: readonly FileRow[]): Promise<number> {
  const metrics = await activeMetrics(tx);
  let taken = 0;
  for (const row of readRows(rows, metrics, tx.today)) {
    const metric = metrics.find(({ id }) => id === row.taken?.metricId);
    if (!metric || !row.taken) continue;
    const { from, hundredths, outOf } = row.taken;
    const told = await measure(tx, metric, { from, hundredths, outOf, words: row.words }, true);
    if (told.ok) taken += 1;
  }
  return taken;
}
