import type { Actor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Web } from '../../../platform/web/web.ts';
import { fundsOf, mayHandle } from '../fund/public.ts';
import { mayReadStatus } from './access.ts';
import { endingRoutes } from './routes/ending.tsx';
import { feedbackRoutes } from './routes/feedback.tsx';
import { followUpRoutes } from './routes/follow-up.tsx';
import { statusRoutes } from './routes/status.tsx';
import { supportedRoutes } from './routes/supported.tsx';
import type { Span } from './rules/status.ts';
import { type FundYear, MOST_PROJECTS } from './rules/year.ts';
import { titlesWithoutInitiative } from './store/cases.ts';
import { spanFigures, yearProjects } from './store/year.ts';
import { turnsOfResults } from './turns.ts';

export { resultsFigures } from './figures.ts';
export { resultsHoldings } from './holdings.ts';
export { RESULTS_MORNING, resultsJobs } from './jobs.ts';
export { resultsJournal } from './journal.ts';
export { resultsResources } from './resources.ts';
export { resultsOnCase, resultsOnFollowed, resultsOnFund, resultsOnSlip } from './routes/section.tsx';
export type { HappeningKind } from './rules/status.ts';
export type { FundYear, ProjectOutcome, SpanFigures, YearProject, YearRow } from './rules/year.ts';
export { wordsShown, yearRows } from './store/year.ts';
export { feedbackPlace, HAPPENING_NAMES, projectPlace, readHappening, resultsPlace, resultsRssPlace } from './urls.ts';

/** What the end of a case can want of a person, with what the case is called. */
export const resultsTurns = turnsOfResults(titlesWithoutInitiative);

/** All funds in a span of days, both included, for the yearly report. Null when nothing happened in any of them. */
export async function fundYear(tx: TenantDb, span: Span): Promise<FundYear | null> {
  const figures = await spanFigures(tx, span);
  const all = figures.find(({ fundId }) => fundId === null)?.figures;
  if (!all) return null;
  const funds = (await fundsOf(tx)).flatMap(({ id, name }) => {
    const found = figures.find(({ fundId }) => fundId === id);
    return found ? [{ id, name, ...found.figures }] : [];
  });
  const { projects, count } = await yearProjects(tx, span, MOST_PROJECTS);
  return { all, funds, projects, projectCount: count };
}

/** The funds whose applications this reader may look into: their staff, board and finance. */
export async function fundsRead(tx: TenantDb, actor: Actor): Promise<ReadonlySet<Id<'fund'>>> {
  const read = (await fundsOf(tx)).filter((fund) => mayReadStatus(actor, fund.organisationId, mayHandle(actor, fund)));
  return new Set(read.map(({ id }) => id));
}

/** What came of the fund's money: feedback, pictures, and the end of each case. */
export function resultsRoutes(web: Web): void {
  feedbackRoutes(web);
  endingRoutes(web);
  followUpRoutes(web);
  supportedRoutes(web);
  statusRoutes(web);
}
