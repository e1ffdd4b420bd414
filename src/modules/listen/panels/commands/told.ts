import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';

/** One thing that happened in a focus group: codes, numbers and ids. */
export function told(
  tx: TenantDb,
  kind: string,
  panelId: Id<'panel'>,
  facts: Facts = {},
  thread: Id<'initiative'> | null = null,
): void {
  record(tx, { kind: `panel.${kind}`, subject: { kind: 'panel', id: panelId }, facts, thread });
}
