import type { Web } from '../../../platform/web/web.ts';
import { endingRoutes } from './routes/ending.tsx';
import { feedbackRoutes } from './routes/feedback.tsx';
import { followUpRoutes } from './routes/follow-up.tsx';
import { statusRoutes } from './routes/status.tsx';
import { supportedRoutes } from './routes/supported.tsx';

export { RESULTS_MORNING, resultsJobs } from './jobs.ts';
export { resultsJournal } from './journal.ts';
export { resultsOnCase, resultsOnFund } from './routes/section.tsx';
export { resultsTurns } from './turns.ts';

/** What came of the fund's money: feedback, pictures, and the end of each case. */
export function resultsRoutes(web: Web): void {
  feedbackRoutes(web);
  endingRoutes(web);
  followUpRoutes(web);
  supportedRoutes(web);
  statusRoutes(web);
}
