import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { closeTurns } from '../../../turns/public.ts';
import { isOpen, type Plan, type PlanLink, type PlanState, type PlanWords } from '../rules/plan.ts';
import type { Area } from '../rules/version.ts';
import { deleteLink, insertLink, insertPlan, insertState, updatePlan } from '../store/plans.ts';

export async function addPlan(tx: TenantDb, areaId: Area['id'], words: PlanWords): Promise<Plan['id']> {
  const id = await insertPlan(tx, areaId, words);
  note(tx, 'plan_added', id);
  return id;
}

/** Refused when somebody saved it in the meantime. A new deadline or owner is asked anew. */
export async function editPlan(
  tx: TenantDb,
  id: Plan['id'],
  version: number,
  words: PlanWords,
): Promise<Outcome<null, 'written_meanwhile'>> {
  if (!(await updatePlan(tx, id, version, words))) return refused('written_meanwhile');
  await closeTurns(tx, { subject: subjectOf(id) });
  note(tx, 'plan_edited', id);
  return ok(null);
}

/** Where it stands now. What is done or dropped waits for nobody. */
export async function tellState(tx: TenantDb, id: Plan['id'], state: PlanState, words: string): Promise<void> {
  await insertState(tx, id, state, words);
  if (!isOpen({ state })) await closeTurns(tx, { subject: subjectOf(id) });
  record(tx, { kind: 'strategy.plan_state', subject: subjectOf(id), facts: { state } });
}

export async function linkPlan(tx: TenantDb, id: Plan['id'], to: Pick<PlanLink, 'kind' | 'target'>): Promise<void> {
  await insertLink(tx, id, to);
  note(tx, 'plan_edited', id);
}

export async function unlinkPlan(tx: TenantDb, id: Plan['id'], link: string): Promise<void> {
  await deleteLink(tx, id, link);
  note(tx, 'plan_edited', id);
}

function note(tx: TenantDb, what: string, id: Plan['id']): void {
  record(tx, { kind: `strategy.${what}`, subject: subjectOf(id) });
}

function subjectOf(id: Plan['id']) {
  return { kind: 'strategy_plan', id };
}
