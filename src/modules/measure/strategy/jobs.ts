import type { Figure } from '../../../platform/figures/figures.ts';
import type { JobKind } from '../../../platform/jobs/jobs.ts';
import { remind } from './commands/reminding.ts';

export const STRATEGY_MORNING = 'strategy.morning';

/** Once a day for each tenant (src/schedule.ts). `figures`: what Grobund can count, to see who is behind. */
export const strategyJobs = (figures: readonly Figure[]): readonly JobKind[] => [
  { name: STRATEGY_MORNING, run: (tx) => remind(tx, figures) },
];
