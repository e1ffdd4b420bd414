import type { Id } from '../../kernel/id.ts';
import type { AnyJobKind, JobKind } from '../../platform/jobs/jobs.ts';
import type { Activity } from '../../platform/privacy/holdings.ts';
import { carryOutErasure } from './commands/erasing.ts';
import { makeExport } from './commands/exporting.ts';
import { keepRetention } from './commands/retaining.ts';
import { JOBS } from './rules/jobs.ts';

/** Everything this module does out of sight. `privacy.retention` is asked once a day. */
export function privacyJobs(activities: readonly Activity[]): readonly AnyJobKind[] {
  const holdings = activities.flatMap((activity) => activity.holdings);
  const copy: JobKind<{ export: string }> = {
    ...JOBS.export,
    run: (tx, payload) => makeExport(tx, activities, payload.export as Id<'privacy_export'>),
  };
  const erase: JobKind<{ erasure: string }> = {
    ...JOBS.erase,
    async run(tx, payload) {
      await carryOutErasure(tx, holdings, payload.erasure as Id<'privacy_erasure'>);
    },
  };
  const retention: JobKind<Record<never, never>> = { ...JOBS.retention, run: (tx) => keepRetention(tx, activities) };
  return [copy, erase, retention];
}
