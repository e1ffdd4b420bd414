import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import type { StairwellCount } from '../forms.ts';
import type { Round } from '../rules/rounds.ts';
import { insertRound, saveCount } from '../store/rounds.ts';

/** A round through these stairwells. The caller has seen that they are the department's. */
export async function planRound(
  tx: TenantDb,
  round: Omit<Round, 'id'>,
  buildings: readonly Id<'building'>[],
): Promise<Id<'door_round'>> {
  const id = await insertRound(tx, round, buildings, personIdOf(tx.actor));
  record(tx, {
    kind: 'task.round_planned',
    subject: { kind: 'door_round', id },
    facts: { stairwells: buildings.length, day: round.on },
  });
  return id;
}

/** How many opened, talked and said yes: of stairwells alone, never of a door. Sent twice it is the same. */
export async function countRound(tx: TenantDb, id: Id<'door_round'>, counts: readonly StairwellCount[]): Promise<void> {
  for (const one of counts) await saveCount(tx, id, one);
  if (counts.length === 0) return;
  record(tx, { kind: 'task.round_counted', subject: { kind: 'door_round', id }, facts: { stairwells: counts.length } });
}
