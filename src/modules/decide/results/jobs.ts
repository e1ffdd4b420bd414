import type { JobKind } from '../../../platform/jobs/jobs.ts';
import { remindAll } from './commands/morning.ts';

export const RESULTS_MORNING = 'results.morning';

/** Once a day for each tenant (src/schedule.ts): what is soon, what is over, and what is lacking. */
export const resultsJobs: readonly JobKind[] = [
  {
    name: RESULTS_MORNING,
    async run(tx) {
      await remindAll(tx);
    },
  },
];
