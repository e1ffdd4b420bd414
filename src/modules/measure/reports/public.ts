import type { Figure } from '../../../platform/figures/figures.ts';
import type { Web } from '../../../platform/web/web.ts';
import { behindRoutes } from './routes/behind.tsx';
import { dashboardRoutes } from './routes/dashboard.tsx';
import { readingRoutes } from './routes/reading.tsx';
import { writingRoutes } from './routes/writing.tsx';

export { mayReadReports } from './access.ts';
export { reportsHoldings } from './holdings.ts';
export { reportsJournal } from './journal.ts';
export { dashboardPlace, figurePlace, reportsPlace } from './urls.ts';

/** The yearly report: figures that open to their rows, a story, editions that never change, and the paper. */
export function reportsRoutes(web: Web, figures: readonly Figure[]): void {
  dashboardRoutes(web, figures);
  readingRoutes(web, figures);
  behindRoutes(web);
  writingRoutes(web, figures);
}
