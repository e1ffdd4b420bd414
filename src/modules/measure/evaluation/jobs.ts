import type { AnyJobKind } from '../../../platform/jobs/jobs.ts';
import { morning } from './commands.ts';
import { JOBS } from './rules/evaluation.ts';

export const evaluationJobs: readonly AnyJobKind[] = [{ ...JOBS.morning, run: (tx) => morning(tx) }];
