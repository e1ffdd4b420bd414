import { personIdOf } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import type { Web } from '../../platform/web/web.ts';
import { howItGoes } from './commands/questions.ts';
import { askingRoutes } from './routes/asking.tsx';
import { ideaRoutes } from './routes/ideas.tsx';
import { initiativeRoutes } from './routes/initiatives.tsx';
import { type InitiativeNeighbours, insideRoutes } from './routes/inside.tsx';
import { interestRoutes } from './routes/interest.tsx';
import { questionRoutes } from './routes/questions.tsx';
import type { ThreadTongue } from './routes/thread.ts';
import type { Card, Idea, QuietCard } from './rules.ts';
import { cardsDrivenBy, newestCards, newestOfDepartment, stillest } from './store/cards.ts';
import { ideaPage } from './store/ideas.ts';
import { askWords, helpWords, ideaWords, stepWords } from './store/words.ts';
import { turnsOfInitiatives } from './turns.ts';

export { mayWith } from './access.ts';
export { stepDown } from './commands/drivers.ts';
export { postIdea } from './commands/ideas.ts';
export { addToInitiative, type NewInitiative, startInitiative } from './commands/initiatives.ts';
export { joinIn, takeOffThese } from './commands/interest.ts';
export { initiativesFigures } from './figures.ts';
export { initiativesHoldings } from './holdings.ts';
export { initiativesJobs } from './jobs.ts';
export { initiativesJournal } from './journal.ts';
export { initiativesResources } from './resources.ts';
export type { InitiativeNeighbours } from './routes/inside.tsx';
export type { ThreadTongue } from './routes/thread.ts';
export { MORNING_JOB } from './rules/quiet.ts';
export {
  type Card,
  type Category,
  type Idea,
  type Initiative,
  type Origin,
  type QuietCard,
  type Status,
  statusOf,
  titleFrom,
} from './rules.ts';
export { statusCounts } from './store/cards.ts';
export { countsByDepartment } from './store/counts.ts';
export { datedInitiatives, type Followed, newestInitiatives } from './store/feeds.ts';
export { initiativeById, lockInitiative, titlesAsked } from './store/initiatives.ts';
export { drivenBy, driversOfAny, groupOf } from './store/news.ts';
export {
  ideaPlace,
  ideasPlace,
  initiativePlace,
  initiativesPlace,
  insidePlace,
  newIdeaPlace,
  overviewPlace,
} from './urls.ts';
export { InitiativeCard } from './views/card.tsx';
export { IdeaForm } from './views/idea-form.tsx';
export { Counts } from './views/overview.tsx';

/** What ideas and initiatives can want of a person, with the words that somebody wrote. */
export const initiativesTurns = turnsOfInitiatives({
  ideas: ideaWords,
  asks: askWords,
  steps: stepWords,
  help: helpWords,
  howItGoes,
});

/** The newest initiatives that something happens in, for everybody's eyes. */
export function publicInitiatives(tx: TenantDb, limit: number): Promise<readonly Card[]> {
  return newestCards(tx, { status: 'growing' }, limit);
}

/** The newest open initiatives of a department, those for the whole organisation included. */
export function departmentInitiatives(
  tx: TenantDb,
  departmentId: Id<'department'>,
  limit: number,
): Promise<readonly Card[]> {
  return newestOfDepartment(tx, departmentId, limit);
}

/** Those that the actor drives; none for a visitor. */
export async function myInitiatives(tx: TenantDb): Promise<readonly Card[]> {
  const personId = personIdOf(tx.actor);
  return personId ? cardsDrivenBy(tx, personId) : [];
}

/** The newest open initiatives of a department that look for people. */
export function lookingInDepartment(
  tx: TenantDb,
  departmentId: Id<'department'>,
  limit: number,
): Promise<readonly Card[]> {
  return newestCards(tx, { seeksHelp: true, departmentId }, limit);
}

/** Ideas without an answer, the oldest promise first. For staff only: they may hold names and numbers. */
export function waitingIdeas(tx: TenantDb, limit: number): Promise<readonly Idea[]> {
  return ideaPage(tx, 'waiting', limit);
}

/** Open initiatives, the one that has been still for longest first. */
export function quietInitiatives(tx: TenantDb, limit: number): Promise<readonly QuietCard[]> {
  return stillest(tx, limit);
}

/** The spine's pages. The thread is told with every module's entries. */
export function initiativesRoutes(web: Web, tongue: ThreadTongue, neighbours: InitiativeNeighbours = {}): void {
  ideaRoutes(web);
  initiativeRoutes(web, tongue, neighbours);
  insideRoutes(web, tongue, neighbours);
  interestRoutes(web);
  askingRoutes(web);
  questionRoutes(web);
}
