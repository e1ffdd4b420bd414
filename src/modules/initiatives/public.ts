import { personIdOf } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import type { Web } from '../../platform/web/web.ts';
import { askingRoutes } from './routes/asking.tsx';
import { ideaRoutes } from './routes/ideas.tsx';
import { initiativeRoutes } from './routes/initiatives.tsx';
import { insideRoutes } from './routes/inside.tsx';
import type { ThreadTongue } from './routes/thread.ts';
import type { Card } from './rules.ts';
import { cardPage, cardsDrivenBy } from './store/cards.ts';

export { type NewInitiative, startInitiative } from './commands/initiatives.ts';
export { initiativesJobs, MORNING_JOB } from './jobs.ts';
export { initiativesJournal } from './journal.ts';
export type { Card, Category, Initiative, Origin, Status } from './rules.ts';
export { statusOf } from './rules.ts';
export { initiativeById, initiativeNames } from './store/initiatives.ts';
export { initiativesTurns } from './turns.ts';

/** The newest open initiatives, for everybody's eyes. */
export async function publicInitiatives(tx: TenantDb, limit: number): Promise<readonly Card[]> {
  return (await cardPage(tx, { status: 'open' }, 1, limit)).cards;
}

/** The newest open initiatives of a department, those for the whole organisation included. */
export async function departmentInitiatives(
  tx: TenantDb,
  departmentId: Id<'department'>,
  limit: number,
): Promise<readonly Card[]> {
  return (await cardPage(tx, { status: 'open', departmentId }, 1, limit)).cards;
}

/** Those that the actor drives; none for a visitor. */
export async function myInitiatives(tx: TenantDb): Promise<readonly Card[]> {
  const personId = personIdOf(tx.actor);
  return personId ? cardsDrivenBy(tx, personId) : [];
}

/** The spine's pages. The thread is told with every module's entries. */
export function initiativesRoutes(web: Web, tongue: ThreadTongue): void {
  ideaRoutes(web);
  initiativeRoutes(web, tongue);
  insideRoutes(web, tongue);
  askingRoutes(web);
}
