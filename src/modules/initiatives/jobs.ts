import type { JobKind } from '../../platform/jobs/jobs.ts';
import { askWhatTheDayBrings } from './commands/life.ts';

export const MORNING_JOB = 'initiatives.morning';

/** Once a day for each tenant (src/schedule.ts): what rests is asked about when its day comes, what is over is told. */
export const initiativesJobs: readonly JobKind[] = [{ name: MORNING_JOB, run: (tx) => askWhatTheDayBrings(tx) }];
