import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';
import type { Event } from '../rules/event.ts';

/** One thing that happened to an event: codes, numbers and ids. It also stands in the thread of its initiative. */
export function told(tx: TenantDb, kind: string, event: Pick<Event, 'id' | 'initiativeId'>, facts: Facts = {}): void {
  record(tx, { kind: `event.${kind}`, subject: { kind: 'event', id: event.id }, thread: event.initiativeId, facts });
}
