import { sql } from 'kysely';
import { personIdOf } from '../../kernel/actor.ts';
import type { TenantDb } from '../db/tenant-db.ts';

/** What somebody did when they saw another's data. */
export type LookReason = 'page' | 'search' | 'list' | 'letters' | 'export' | 'preview' | 'api';

/**
 * Writes down that the actor has seen these people's data: one insert in the transaction that shows it, whatever the
 * number. One's own data is not written down, nor what visitors and the clock see. What was searched for is not kept.
 */
export async function sawPeople(tx: TenantDb, why: LookReason, people: readonly string[]): Promise<void> {
  const actor = personIdOf(tx.actor);
  const others = [...new Set(people)].filter((id) => id !== actor);
  if (!actor || others.length === 0) return;
  const seen = sql.join([tx.tenant.id, tx.now, actor, why]);
  await (others.length === 1
    ? sql`insert into privacy_look (tenant_id, at, seen_by, why, person_id, people) values (${seen}, ${others[0]}, 1)`
    : sql`insert into privacy_look_list (tenant_id, at, seen_by, why, person_ids) values (${seen}, ${others}::uuid[])`
  ).execute(tx.sql);
}

/**
 * Makes a look at each person of the lists that were shown. Before anybody reads looks; a list that was shown is one row
 * until then. The database lays out what is deleted (0045_looks_by_the_list.sql).
 */
export async function layOutLooks(tx: TenantDb): Promise<void> {
  await sql`delete from privacy_look_list where tenant_id = ${tx.tenant.id}`.execute(tx.sql);
}
