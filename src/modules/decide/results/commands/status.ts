import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { anchorJournal, type Head } from '../../../../platform/journal/anchor.ts';
import { flushJournal } from '../../../../platform/journal/flush.ts';
import { record } from '../../../../platform/journal/journal.ts';
import type { Span } from '../rules/status.ts';

/** Remembers that the status was made as a file, and gives the end of the journal to print in it. */
export async function sealStatus(
  tx: TenantDb,
  made: Span & { readonly fundId: Id<'fund'>; readonly form: 'pdf' | 'docx' },
): Promise<Head> {
  const { fundId, from, to, form } = made;
  record(tx, { kind: 'feedback.status_printed', subject: { kind: 'fund', id: fundId }, facts: { from, to, form } });
  await flushJournal(tx);
  const head = await anchorJournal(tx, 'fund_status');
  if (!head)
    throw new Error(`Cannot seal the status of fund ${fundId}: the journal has no end although it was written to`);
  return head;
}
