import type { Day } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { templateWords } from '../letters/templates.ts';
import { type Offered, offeredBy, type Template } from '../rules/templates.ts';
import { learnedBy } from '../store/tasks.ts';

/** The pieces that are offered to whoever cuts a job: as the template has them, and as past jobs have taught. */
export async function piecesOffered(
  tx: TenantDb,
  template: Template | '',
  dueOn: Day | null,
): Promise<readonly Offered[]> {
  if (template === '') return [];
  const { minutes, last } = await learnedBy(tx, template);
  return offeredBy(template, templateWords(template, tx.tenant.language), dueOn, {
    minutes: new Map(minutes.map(({ piece, ...took }) => [piece, took])),
    last: last.length > 0 ? last : null,
  });
}
