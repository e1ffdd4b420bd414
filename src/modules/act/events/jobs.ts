import type { AnyJobKind } from '../../../platform/jobs/jobs.ts';
import { morning } from './commands/morning.ts';
import { JOBS } from './rules/jobs.ts';

export const eventsJobs: readonly AnyJobKind[] = [{ name: JOBS.morning, run: (tx) => morning(tx) }];
