import { type Day, yearOf } from '../../../kernel/day.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Web } from '../../../platform/web/web.ts';
import { mayLookInside } from './access.ts';
import { wheelOf } from './commands/wheel.ts';
import { evaluationRoutes } from './routes/evaluations.tsx';
import { importRoutes } from './routes/importing.tsx';
import { metricRoutes } from './routes/metrics.tsx';
import { planRoutes } from './routes/plans.tsx';
import { readingRoutes, type StrategyParts } from './routes/reading.tsx';
import { versionRoutes } from './routes/versions.tsx';
import { wheelRoutes } from './routes/wheel.tsx';
import { evaluationText } from './text/evaluation.ts';

export { strategyYear } from './commands/year.ts';
export { strategyFigures } from './figures.ts';
export { strategyHoldings } from './holdings.ts';
export { STRATEGY_MORNING, strategyJobs } from './jobs.ts';
export { strategyJournal } from './journal.ts';
export type { StrategyParts } from './routes/reading.tsx';
export type { StrategyYear } from './rules/year.ts';
export { strategyTurns } from './turns.ts';
export { strategyPlace, wheelPlace } from './urls.ts';

/** The days of the board's year from a day on, to the end of the next year: for those who look inside, in their own calendar. */
export async function wheelDates(
  tx: TenantDb,
  since: Day,
): Promise<readonly { readonly kind: string; readonly id: string; readonly on: Day; readonly summary: string }[]> {
  if (!mayLookInside(tx.actor)) return [];
  const words = evaluationText(tx.tenant.language);
  const year = yearOf(tx.today);
  const days = [...(await wheelOf(tx, year)), ...(await wheelOf(tx, year + 1))].filter(({ on }) => on >= since);
  return days.map(({ kind, id, on, title }) => ({
    kind: `wheel-${kind}`,
    id: `${id}-${on}`,
    on,
    summary: words.wheelDays[kind](title),
  }));
}

/** The strategy, its plans and metrics, the yearly evaluation and the board's year wheel. */
export function strategyRoutes(web: Web, parts: StrategyParts): void {
  readingRoutes(web, parts);
  versionRoutes(web);
  planRoutes(web);
  metricRoutes(web, parts);
  importRoutes(web);
  evaluationRoutes(web, parts);
  wheelRoutes(web);
}
