import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { StepName } from '../rules/steps.ts';

/** One thing that was done in a step, with what taking it back needs. */
export interface Act {
  readonly id: Id<'setup_act'>;
  readonly step: StepName;
  readonly facts: unknown;
  readonly doneAt: Date;
}

export async function insertAct(tx: TenantDb, step: StepName, facts: unknown): Promise<void> {
  await tx.sql
    .insertInto('setup_act')
    .values({
      tenant_id: tx.tenant.id,
      step,
      facts: JSON.stringify(facts),
      done_at: tx.now,
      done_by: personIdOf(tx.actor),
    })
    .execute();
}

/** The last thing done in a step that still stands; held until the transaction ends, so that it is taken back once. */
export async function lockLastAct(tx: TenantDb, step: StepName): Promise<Act | null> {
  return (await standing(tx, step).forUpdate().executeTakeFirst()) ?? null;
}

export async function lastAct(tx: TenantDb, step: StepName): Promise<Act | null> {
  return (await standing(tx, step).executeTakeFirst()) ?? null;
}

function standing(tx: TenantDb, step: StepName) {
  return tx.sql
    .selectFrom('setup_act')
    .select(['id', 'step', 'facts', 'done_at as doneAt'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('step', '=', step)
    .where('undone_at', 'is', null)
    .orderBy('done_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .$narrowType<{ step: StepName }>();
}

export async function markUndone(tx: TenantDb, id: Id<'setup_act'>): Promise<void> {
  await tx.sql
    .updateTable('setup_act')
    .set({ undone_at: tx.now, undone_by: personIdOf(tx.actor) })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Everything done in a step, at once. */
export async function markAllUndone(tx: TenantDb, step: StepName): Promise<void> {
  await tx.sql
    .updateTable('setup_act')
    .set({ undone_at: tx.now, undone_by: personIdOf(tx.actor) })
    .where('tenant_id', '=', tx.tenant.id)
    .where('step', '=', step)
    .where('undone_at', 'is', null)
    .execute();
}

export async function insertSkip(tx: TenantDb, step: StepName): Promise<void> {
  await tx.sql
    .insertInto('setup_skip')
    .values({ tenant_id: tx.tenant.id, step, skipped_at: tx.now, skipped_by: personIdOf(tx.actor) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteSkip(tx: TenantDb, step: StepName): Promise<void> {
  await tx.sql.deleteFrom('setup_skip').where('tenant_id', '=', tx.tenant.id).where('step', '=', step).execute();
}
