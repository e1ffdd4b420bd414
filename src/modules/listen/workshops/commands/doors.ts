import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Workshop } from '../rules/workshop.ts';
import { deleteLinkClosed, insertLinkClosed, replaceCode } from '../store/doors.ts';
import { lockWorkshop, workshopById } from '../store/workshops.ts';
import { freeCode } from './free-code.ts';
import { told } from './telling.ts';

/** The link takes nothing until it is opened again; the tables go on by their own codes, and the wall hangs where it hangs. */
export async function closeLink(tx: TenantDb, { id }: Workshop): Promise<void> {
  await lockWorkshop(tx, id);
  if (await insertLinkClosed(tx, id)) told(tx, 'workshop.link_closed', id);
}

export async function openLink(tx: TenantDb, { id }: Workshop): Promise<void> {
  await lockWorkshop(tx, id);
  if (await deleteLinkClosed(tx, id)) told(tx, 'workshop.link_opened', id);
}

/**
 * Another code for the link, where the one before is in the wrong hands. What came by it stays, and so do the tables' own codes
 * and what stands in letters to one person. `meanwhile`: somebody else has renewed it since `seen` was read.
 */
export async function renewLink(tx: TenantDb, { id }: Workshop, seen: string): Promise<Outcome<null, 'meanwhile'>> {
  await lockWorkshop(tx, id);
  if ((await workshopById(tx, id))?.code !== seen) return refused('meanwhile');
  await freeCode((code) => replaceCode(tx, id, code));
  told(tx, 'workshop.link_renewed', id);
  return ok(null);
}
