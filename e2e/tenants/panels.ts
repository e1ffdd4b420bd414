import { newReceipt } from '../../src/modules/listen/panels/commands/writing.ts';
import { verbs } from '../../src/modules/listen/panels/seed.ts';
import type { TenantDb } from '../../src/platform/db/tenant-db.ts';

/** A code for the page of a member of the story's focus group. */
export async function panelCodeOf(tx: TenantDb): Promise<string> {
  const panel = await verbs.panelNamed(tx, 'Lutter ører');
  const all = panel ? await verbs.applicationsOf(tx, panel.id) : [];
  const member = all.find(({ place }) => place?.answer === 'yes');
  if (!member) throw new Error('The story has no member of a focus group');
  return newReceipt(tx, member.id);
}
