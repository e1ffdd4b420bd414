import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { TURNS_A_PAGE, type Turn } from './rules.ts';
import { countTurnsOf, openTurnsOf } from './store.ts';

export { closeTurns, type NewTurn, openTurn } from './commands.ts';
export type { Assignee, Turn } from './rules.ts';
export type { Named, NameReader, TurnKind, TurnKinds } from './turns.ts';

/** What waits for the actor: their own, and what waits for roles they hold. Oldest promise first. Visitors: nothing. */
export async function turnsOf(
  tx: TenantDb,
  page: { readonly limit?: number; readonly offset?: number } = {},
): Promise<Turn[]> {
  if (tx.actor.kind !== 'person') return [];
  return openTurnsOf(tx, tx.actor, { limit: page.limit ?? TURNS_A_PAGE, offset: page.offset ?? 0 });
}

/** How many things wait for the actor; one query. */
export async function turnCount(tx: TenantDb): Promise<number> {
  return tx.actor.kind === 'person' ? countTurnsOf(tx, tx.actor) : 0;
}
