import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { lockImport } from '../store/staging.ts';
import { deleteMade, type ImportTraces, readTraces } from '../store/taking-back.ts';

export type { ImportTraces } from '../store/taking-back.ts';

/** What would be lost if the import were taken back, and what stands in the way. */
export function tracesOfImport(tx: TenantDb, id: Id<'tenancy_import'>): Promise<ImportTraces> {
  return readTraces(tx, id);
}

/**
 * Takes away the homes, stairwells and departments that a file made, for as long as nobody has used them. Homes that were
 * there before and that the file changed keep what the file said.
 */
export async function takeBackImport(
  tx: TenantDb,
  id: Id<'tenancy_import'>,
): Promise<Outcome<ImportTraces, 'not_done' | 'in_use'>> {
  const found = await lockImport(tx, id);
  if (!found?.finishedAt || found.takenBackAt) return refused('not_done');
  const traces = await readTraces(tx, id);
  if (traces.inUse > 0 || !(await deleteMade(tx, id))) return refused('in_use');
  const { homes } = traces;
  record(tx, { kind: 'tenancy_import.taken_back', subject: { kind: 'tenancy_import', id }, facts: { homes } });
  return ok(traces);
}
