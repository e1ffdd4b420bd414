import type { AnyJobKind } from '../../../platform/jobs/jobs.ts';
import { morning } from './commands/morning.ts';
import { JOBS } from './rules/jobs.ts';

/** Each morning: who is reminded, what needs a hand, how it went, and whose names are forgotten. */
export const tasksJobs: readonly AnyJobKind[] = [{ ...JOBS.morning, run: morning }];
