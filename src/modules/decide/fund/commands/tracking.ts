import { dayOf } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { JournalKinds } from '../../../../platform/journal/journal.ts';
import { entriesAbout } from '../../../../platform/journal/read.ts';
import type { Application } from '../rules/application.ts';
import { TRACKED, type Tracked, type TrackedStep, trackOf } from '../rules/tracker.ts';
import { subjectOf } from './case.ts';

const MOST = 200;
/** Only their days are read: no words, and nothing of who or how much. */
const KINDS: JournalKinds = Object.fromEntries(
  TRACKED.map((kind) => [kind, { icon: 'check', audience: 'public', sentence: () => '' }]),
);

/** The case's way from sent to paid, read from its rows and from what the journal tells of its invoices. */
export async function followCase(tx: TenantDb, application: Application): Promise<TrackedStep[]> {
  const entries = await entriesAbout(tx, subjectOf(application), { kinds: KINDS, audience: 'public', limit: MOST });
  const told = entries.toReversed().map(({ kind, at }) => ({ kind: kind as Tracked['kind'], on: dayOf(at) }));
  return trackOf(application, told);
}
