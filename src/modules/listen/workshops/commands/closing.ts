import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import { confirmBy } from '../rules/after.ts';
import { CLOSING_MS, isAllIn } from '../rules/gathering-in.ts';
import { JOBS } from '../rules/jobs.ts';
import { GAPS_ON_WALL, gapsOf } from '../rules/result.ts';
import type { Workshop } from '../rules/workshop.ts';
import { choicesOf } from '../store/choices.ts';
import { insertLastCall } from '../store/doors.ts';
import { sheetsToCheck } from '../store/sheets.ts';
import { lockWorkshop, workshopById } from '../store/workshops.ts';
import { putUpChoices } from './choosing.ts';
import { roomOf } from './room.ts';
import { CONFIRM_TURN } from './telling.ts';

/** A sheet could be read: somebody must go through it. */
export async function sheetWaits(tx: TenantDb, workshop: Workshop): Promise<void> {
  await openTurn(tx, {
    kind: CONFIRM_TURN,
    subject: { kind: 'workshop', id: workshop.id },
    assignee: { role: 'consultant', departmentId: null },
    due: confirmBy(workshop),
  });
}

/**
 * A sheet is settled, or its picture is taken away: when it was the last, nobody need confirm more, and the wall goes on a
 * minute later. Called while the workshop is locked.
 */
export async function sheetSettled(tx: TenantDb, workshop: Workshop): Promise<void> {
  const left = await sheetsToCheck(tx, workshop.id, null, 1);
  if (left.length > 0) return;
  await closeTurns(tx, { kind: CONFIRM_TURN, subject: { kind: 'workshop', id: workshop.id } });
  const { tables, unsettled } = await roomOf(tx, workshop);
  if (!isAllIn(tables, unsettled)) return;
  const after = new Date(tx.now.getTime() + CLOSING_MS);
  await enqueue(tx, JOBS.closing, { workshop: workshop.id }, { key: workshop.id, after });
}

/**
 * A minute after the last sheet: the largest gaps are what the room may join in, unless somebody has chosen already. `now`:
 * the host says so, and nobody waits for the last: what others see takes its last step.
 */
export async function closeRoom(tx: TenantDb, id: Id<'workshop'>, when: 'all in' | 'now' = 'all in'): Promise<void> {
  await lockWorkshop(tx, id);
  const workshop = await workshopById(tx, id);
  if (!workshop) return;
  if (when === 'now') await insertLastCall(tx, id);
  const { tables, unsettled, open, shown } = await roomOf(tx, workshop);
  if (!shown || (when === 'all in' && !isAllIn(tables, unsettled))) return;
  if ((await choicesOf(tx, id)).length > 0) return;
  const gaps = gapsOf(open, GAPS_ON_WALL);
  await putUpChoices(
    tx,
    workshop,
    gaps.map(({ field, text }) => ({ field, title: text })),
  );
}
