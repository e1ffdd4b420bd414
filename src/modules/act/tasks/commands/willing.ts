import { actingPerson, personIdOf } from '../../../../kernel/actor.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import type { Cap, OptIn } from '../rules/asking.ts';
import { deleteOptIn, ensureHelper, helperOfPerson, saveCap, saveOptIn } from '../store/helpers.ts';

/** "Spørg mig gerne": what, when, and how long at most. */
export async function optIn(tx: TenantDb, wish: OptIn): Promise<void> {
  const personId = actingPerson(tx);
  await saveOptIn(tx, await ensureHelper(tx, personId), wish);
  record(tx, {
    kind: 'task.opted_in',
    subject: { kind: 'person', id: personId },
    facts: { minutes: wish.mostMinutes },
  });
}

/** Off the list, in one tap. */
export async function optOut(tx: TenantDb): Promise<void> {
  const personId = actingPerson(tx);
  const helper = await helperOfPerson(tx, personId);
  if (!helper || !(await deleteOptIn(tx, helper.id))) return;
  record(tx, { kind: 'task.opted_out', subject: { kind: 'person', id: personId }, facts: {} });
}

/** How often one neighbour may be asked in this house. */
export async function setCap(tx: TenantDb, cap: Cap): Promise<void> {
  await saveCap(tx, cap, personIdOf(tx.actor));
  record(tx, { kind: 'task.cap_set', subject: { kind: 'tenant', id: tx.tenant.id }, facts: { ...cap } });
}
