import type { JobKind } from '../../../platform/jobs/jobs.ts';
import { askAboutMoved } from './commands/movings.ts';

export const FUND_MORNING_JOB = 'fund.morning';

/** Once a day for each tenant (src/schedule.ts): the consultant is asked about cases whose carrier moved out. */
export const fundJobs: readonly JobKind[] = [{ name: FUND_MORNING_JOB, run: (tx) => askAboutMoved(tx) }];
