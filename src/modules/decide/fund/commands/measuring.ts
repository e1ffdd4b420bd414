import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { measureFill } from '../../../../platform/documents/pdf.ts';
import { departments } from '../../../housing/public.ts';
import { measuredSheet } from '../letters/page.ts';
import type { Page } from '../rules/application.ts';

/** Neither name nor colour takes room on the page. */
const PLAIN = { name: '', colour: '', logo: null, address: [], telephone: null, mail: null, web: null };

/**
 * How full the application's one page is, as it is typeset (1 is all of it; some 15 ms when warm). Null on a machine
 * that cannot typeset: then characters are counted instead (`CHARACTERS_A_PAGE`).
 */
export async function fillOf(tx: TenantDb, page: Page): Promise<number | null> {
  const names = new Map((await departments(tx)).map((one) => [one.id as string, one.name]));
  const measured = await measureFill(measuredSheet(page, names), PLAIN);
  return measured.ok ? measured.value : null;
}
