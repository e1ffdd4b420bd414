import type { JobKind } from '../../platform/jobs/jobs.ts';
import { askWhatTheDayBrings } from './commands/life.ts';
import { askTheQuiet } from './commands/questions.ts';
import { MORNING_JOB } from './rules/quiet.ts';

/**
 * Once a day for each tenant (src/schedule.ts): what rests is asked about when its day comes, what is over is told, and
 * what has been quiet for long is asked how it goes.
 */
export const initiativesJobs: readonly JobKind[] = [
  {
    name: MORNING_JOB,
    run: async (tx) => {
      await askWhatTheDayBrings(tx);
      await askTheQuiet(tx);
    },
  },
];
