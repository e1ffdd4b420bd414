import type { Web } from '../../../platform/web/web.ts';
import { callRoutes } from './routes/call.tsx';
import { choosingRoutes } from './routes/choosing.tsx';
import { drawingRoutes } from './routes/drawing.tsx';
import { joiningRoutes } from './routes/joining.tsx';
import { meetingRoutes } from './routes/meeting.tsx';

export type { Desk } from './commands/running.ts';
export { panelsFigures } from './figures.ts';
export { panelsHoldings } from './holdings.ts';
export { panelsJobs } from './jobs.ts';
export { panelsJournal } from './journal.ts';
export { JOBS as PANELS_JOBS } from './rules/jobs.ts';
export { panelsTurns } from './turns.ts';
export { panelsPlace } from './urls.ts';

/** Focus groups: the call, the seats, the meetings, and what came of it. */
export function panelsRoutes(web: Web): void {
  callRoutes(web);
  joiningRoutes(web);
  choosingRoutes(web);
  drawingRoutes(web);
  meetingRoutes(web);
}
