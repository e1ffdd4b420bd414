import type { Subject, TenantDb } from '../../platform/db/tenant-db.ts';
import { TURNS_A_PAGE, type Turn } from './rules.ts';
import { countTurnsOf, isWaitingFor, openTurnsOf } from './store/holder.ts';

export { brandOf } from '../../platform/documents/brand.ts';
export type { Ways } from './commands/carrying.ts';
export type { News } from './commands/digests.ts';
export type { Enclosures, Papers } from './commands/enclosing.ts';
export { type Note, type NoteFate, notify, type Saying, type Visitor, wayToPerson } from './commands/notify.ts';
export { type Tongue, tellTurns } from './commands/telling.ts';
export { closeTurns, type NewTurn, openTurn } from './commands/waiting.ts';
export { turnsHoldings } from './holdings.ts';
export { type TurnsJobDeps, turnsJobs } from './jobs.ts';
export type { Happening } from './letters.ts';
export { turnsRoutes } from './routes.tsx';
export { type Assignee, JOBS as TURNS_JOBS, type ToldTurn, type Turn, wishDueSince } from './rules.ts';
export { exceptFromTurns, moveTurns } from './store/turns.ts';
export { saveTold as wishTold, wishersOf, wishesOf } from './store/wishes.ts';
export { type AskInvitation, type AskWords, type TurnKind, type TurnKinds, turnsTurns } from './turns.ts';
export { lettersPlace, messagesPlace, turnsPlace } from './urls.ts';
export { TurnsOnFront, turnItems } from './views/turns.tsx';

/** What waits for the actor: their own, and what waits for roles they hold. Oldest promise first. Visitors: nothing. */
export async function turnsOf(
  tx: TenantDb,
  page: { readonly limit?: number; readonly offset?: number } = {},
): Promise<Turn[]> {
  if (tx.actor.kind !== 'person') return [];
  return openTurnsOf(tx, tx.actor, { limit: page.limit ?? TURNS_A_PAGE, offset: page.offset ?? 0 });
}

/** How many things wait for the actor, counted no further than `most`, where it is given; one query. */
export async function turnCount(tx: TenantDb, most: number | null = null): Promise<number> {
  return tx.actor.kind === 'person' ? countTurnsOf(tx, tx.actor, most) : 0;
}

/** Does something about the subject wait for the actor, also as one who stands in for a role that nobody has? */
export async function isTurnOf(tx: TenantDb, subject: Subject): Promise<boolean> {
  return tx.actor.kind === 'person' && isWaitingFor(tx, tx.actor, subject);
}
