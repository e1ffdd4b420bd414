import type { JobKind } from '../../../platform/jobs/jobs.ts';
import { askForReviews } from './commands/cards.ts';

export const CATALOGUE_MORNING = 'catalogue.morning';

/** Once a day for each tenant (src/schedule.ts): cards that are due soon are asked about. */
export const catalogueJobs: readonly JobKind[] = [{ name: CATALOGUE_MORNING, run: askForReviews }];
