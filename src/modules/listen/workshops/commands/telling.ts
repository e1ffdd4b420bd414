import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, record } from '../../../../platform/journal/journal.ts';

/** What can wait for somebody, as `turns.ts` knows it. */
export const CONFIRM_TURN = 'workshop.confirm';
export const QUOTES_TURN = 'workshop.quotes';
export const HOST_QUOTES_TURN = 'workshop.host_quotes';
export const PLEDGES_TURN = 'workshop.pledges';

/** Remembers what happened at a workshop; every page that follows it hears. */
export function told(tx: TenantDb, kind: `workshop.${string}`, id: Id<'workshop'>, facts: Facts = {}): void {
  record(tx, { kind, subject: { kind: 'workshop', id }, facts });
}
