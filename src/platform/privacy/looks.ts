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
  await sql`
    insert into privacy_look (tenant_id, person_id, at, seen_by, why, people)
    select ${tx.tenant.id}, person_id, ${tx.now}, ${actor}, ${why}, ${others.length}
    from unnest(${others}::uuid[]) as person_id
  `.execute(tx.sql);
}
