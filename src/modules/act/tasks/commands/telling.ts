import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';
import type { Job } from '../rules/task.ts';

/** Remembers what happened with a job's tasks, in the thread of what it is for. */
export function told(
  tx: TenantDb,
  kind: `task.${string}`,
  { id, initiativeId }: Pick<Job, 'id' | 'initiativeId'>,
  facts: Facts = {},
): void {
  record(tx, { kind, subject: { kind: 'task_job', id }, thread: initiativeId, facts });
}
