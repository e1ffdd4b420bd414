import type { Web } from '../../platform/web/web.ts';
import { myDataRoutes } from './routes/mine.tsx';
import { type House, officeRoutes } from './routes/office.tsx';
import { statementRoutes } from './routes/statements.tsx';
import { theirDataRoutes } from './routes/theirs.tsx';

export { privacyHoldings } from './holdings.ts';
export { privacyJobs } from './jobs.ts';
export { privacyJournal } from './journal.ts';
export { JOBS as PRIVACY_JOBS } from './rules/jobs.ts';
export { privacyTurns } from './turns.ts';
export { myDataPlace, officePlace as privacyOfficePlace } from './urls.ts';

/** Every page of people's rights. */
export function privacyRoutes(web: Web, house: House): void {
  myDataRoutes(web, house.activities);
  theirDataRoutes(web, house.activities);
  officeRoutes(web, house);
  statementRoutes(web, house.activities);
}
