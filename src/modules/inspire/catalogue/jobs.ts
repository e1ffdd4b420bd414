import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { JobKind } from '../../../platform/jobs/jobs.ts';
import { letQuestionsGo } from './commands/asking.ts';
import { askForReviews } from './commands/cards.ts';

export const CATALOGUE_MORNING = 'catalogue.morning';

/** Once a day for each tenant (src/schedule.ts): cards that are due soon are asked about, and old questions let go. */
export const catalogueJobs: readonly JobKind[] = [{ name: CATALOGUE_MORNING, run: morning }];

async function morning(tx: TenantDb): Promise<void> {
  await askForReviews(tx);
  await letQuestionsGo(tx);
}
