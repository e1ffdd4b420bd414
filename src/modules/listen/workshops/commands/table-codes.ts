import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Table } from '../rules/sheets.ts';
import type { Workshop } from '../rules/workshop.ts';
import { deleteLinkSeat, insertLinkSeat, putBackSheets, setAsideSheet, typedFor } from '../store/aside.ts';
import { setTableCode, tableById } from '../store/tables.ts';
import { lockWorkshop } from '../store/workshops.ts';
import { sheetSettled } from './closing.ts';
import { freeCode } from './free-code.ts';
import { wordsChange } from './quoting.ts';
import { told } from './telling.ts';

/**
 * The codes that stand on the tables' sheets. Those who have one keep it, since it may be printed already. Called while the
 * workshop is locked.
 */
export async function giveCodes(tx: TenantDb, tables: readonly Table[]): Promise<void> {
  for (const { id, code } of tables) if (!code) await freeCode((free) => setTableCode(tx, id, free, { first: true }));
}

/**
 * A telephone begins for a table that has no sheets of its own: from now on the table's pages are open to its code alone. Those
 * who run the workshop see that it was by the link. `taken`: the table has a code, on its sheets or on the telephone that came
 * first.
 */
export async function beginAtTable(tx: TenantDb, workshop: Workshop, { id }: Table): Promise<Outcome<string, 'taken'>> {
  await lockWorkshop(tx, workshop.id);
  const now = await tableById(tx, workshop.id, id);
  if (!now || now.code) return refused('taken');
  const code = await freeCode((free) => setTableCode(tx, id, free, { first: true }));
  await insertLinkSeat(tx, id);
  told(tx, 'workshop.table_begun', workshop.id, { table: now.number });
  return ok(code);
}

/** Another code, where the one before is lost or in the wrong hands. What is answered stays. Answers the code. */
export async function renewCode(tx: TenantDb, workshop: Workshop, { id, number }: Table): Promise<string> {
  await lockWorkshop(tx, workshop.id);
  const code = await freeCode((free) => setTableCode(tx, id, free, { first: false }));
  await deleteLinkSeat(tx, id);
  told(tx, 'workshop.table_code', workshop.id, { table: number });
  return code;
}

/**
 * Somebody who did not sit there answered for the table: what they typed counts no more, its quotes are gone, and the table
 * has another code, which those who run the workshop bring it. What they have confirmed themselves stays. Answers the code.
 */
export async function setAside(tx: TenantDb, workshop: Workshop, table: Table): Promise<string> {
  await lockWorkshop(tx, workshop.id);
  const sheets = await typedFor(tx, table.id);
  for (const id of sheets) {
    await wordsChange(tx, workshop, { id, tableId: table.id }, []);
    await setAsideSheet(tx, id, table.id);
  }
  told(tx, 'workshop.set_aside', workshop.id, { table: table.number, sheets: sheets.length });
  return renewCode(tx, workshop, table);
}

/** It was theirs after all. Answers how many sheets count again: what they have answered anew meanwhile stands. */
export async function putBack(tx: TenantDb, workshop: Workshop, table: Table): Promise<number> {
  await lockWorkshop(tx, workshop.id);
  const sheets = await putBackSheets(tx, table.id);
  if (sheets === 0) return 0;
  told(tx, 'workshop.put_back', workshop.id, { table: table.number, sheets });
  await sheetSettled(tx, workshop);
  return sheets;
}
