import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { doneOf, type Standing, type StepName, type StepState, stepsOf } from '../rules/steps.ts';
import { deleteSkip, insertSkip } from '../store/acts.ts';
import { showSetup } from '../store/house.ts';
import { readStanding } from '../store/standing.ts';

/** The colour of a house that has chosen none. */
export const USUAL_COLOUR = '#2f6b4f';

export interface Progress {
  readonly standing: Standing;
  readonly steps: readonly StepState[];
  readonly done: number;
}

/** How far the house has come, read from its rows in one query. */
export async function setupProgress(tx: TenantDb): Promise<Progress> {
  const standing = await readStanding(tx, USUAL_COLOUR);
  const steps = stepsOf(standing);
  return { standing, steps, done: doneOf(steps) };
}

/** "Not now": the step stands back, and is named among what remains. */
export async function skipStep(tx: TenantDb, step: StepName): Promise<void> {
  await insertSkip(tx, step);
  note(tx, 'skipped', step);
}

export async function takeUpStep(tx: TenantDb, step: StepName): Promise<void> {
  await deleteSkip(tx, step);
}

/** Begins: from now on the secretariat's front page shows what remains. */
export async function beginSetup(tx: TenantDb): Promise<void> {
  await showSetup(tx, true);
}

/** What remains is known, and stands no more on the front page. */
export async function closeSetup(tx: TenantDb): Promise<void> {
  await showSetup(tx, false);
}

/** In the journal: which step, and nothing of what was written. */
export function note(tx: TenantDb, what: 'done' | 'undone' | 'skipped', step: StepName): void {
  record(tx, { kind: `setup.${what}`, subject: { kind: 'tenant', id: tx.tenant.id }, facts: { step } });
}
