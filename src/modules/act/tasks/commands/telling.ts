import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';
import type { Note } from '../../../turns/public.ts';
import type { Job } from '../rules/task.ts';
import type { Helper } from '../store/helpers.ts';

/** Remembers what happened with a job's tasks, in the thread of what it is for. */
export function told(
  tx: TenantDb,
  kind: `task.${string}`,
  { id, initiativeId }: Pick<Job, 'id' | 'initiativeId'>,
  facts: Facts = {},
): void {
  record(tx, { kind, subject: { kind: 'task_job', id }, thread: initiativeId, facts });
}

/** How a helper is written to: by the person's own way, or by what somebody without an account has left. Null: they left nothing. */
export function wayTo(
  { tenant }: TenantDb,
  { personId, email, phone, name }: Pick<Helper, 'personId' | 'email' | 'phone' | 'name'>,
): Note['to'] | null {
  if (personId) return { personId };
  return email || phone ? { visitor: { email, phone, name: name || null, language: tenant.language } } : null;
}
