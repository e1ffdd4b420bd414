import type { Web } from '../../../platform/web/web.ts';
import { checkingRoutes } from './routes/checking.tsx';
import { linkRoutes } from './routes/link.tsx';
import { photoRoutes } from './routes/photos.tsx';
import { sheetRoutes } from './routes/sheets.tsx';
import { tableRoutes } from './routes/tables.tsx';
import { workshopRoutes } from './routes/workshops.tsx';
import { workshopPlace, workshopsPlace } from './urls.ts';

export { workshopsHoldings } from './holdings.ts';
export { workshopsJobs } from './jobs.ts';
export { workshopsJournal } from './journal.ts';
export { JOBS as WORKSHOPS_JOBS } from './rules/jobs.ts';
export { workshopsPlace };

/** What a guest may come to here: the workshops that hang on what they are invited to. */
export const WORKSHOP_GUEST_PAGES = [workshopsPlace, workshopPlace];

/** Workshops: from the printed sheet to what came of it. */
export function workshopsRoutes(web: Web): void {
  workshopRoutes(web, async () => null);
  tableRoutes(web);
  sheetRoutes(web);
  photoRoutes(web);
  checkingRoutes(web);
  linkRoutes(web, async () => null);
}
