import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../platform/journal/journal.ts';
import type { Initiative } from '../rules.ts';
import { lockInitiative } from '../store/initiatives.ts';

/** The initiative that a command changes, held until the transaction ends. The route has seen that it is there. */
export async function locked(tx: TenantDb, id: Id<'initiative'>): Promise<Initiative> {
  const initiative = await lockInitiative(tx, id);
  if (!initiative) throw new Error(`Cannot change initiative ${id}: it is not there`);
  return initiative;
}

/** One line of its thread. */
export function write(tx: TenantDb, id: Id<'initiative'>, what: string, facts: Facts): void {
  record(tx, { kind: `initiative.${what}`, subject: { kind: 'initiative', id }, thread: id, facts });
}
