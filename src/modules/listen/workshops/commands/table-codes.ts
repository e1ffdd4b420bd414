import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { newTypedCode } from '../../../../platform/secret/code.ts';
import type { Table } from '../rules/sheets.ts';
import { CODE_LENGTH, type Workshop } from '../rules/workshop.ts';
import { setTableCode, tableById } from '../store/tables.ts';
import { lockWorkshop } from '../store/workshops.ts';
import { told } from './telling.ts';

/**
 * The codes that stand on the tables' sheets. Those who have one keep it, since it may be printed already. Called while the
 * workshop is locked.
 */
export async function giveCodes(tx: TenantDb, tables: readonly Table[]): Promise<void> {
  for (const { id, code } of tables) if (!code) await codeFor(tx, id, { first: true });
}

/**
 * A telephone begins for a table that has no sheets of its own: from now on the table's pages are open to its code alone.
 * `taken`: the table has a code, on its sheets or on the telephone that came first.
 */
export async function beginAtTable(tx: TenantDb, workshop: Workshop, { id }: Table): Promise<Outcome<string, 'taken'>> {
  await lockWorkshop(tx, workshop.id);
  const now = await tableById(tx, workshop.id, id);
  if (!now || now.code) return refused('taken');
  return ok(await codeFor(tx, id, { first: true }));
}

/** Another code, where the one before is lost or in the wrong hands. What is answered stays. */
export async function renewCode(tx: TenantDb, workshop: Workshop, { id, number }: Table): Promise<void> {
  await codeFor(tx, id, { first: false });
  told(tx, 'workshop.table_code', workshop.id, { table: number });
}

async function codeFor(
  tx: TenantDb,
  id: Id<'workshop_table'>,
  { first }: { readonly first: boolean },
): Promise<string> {
  for (let tries = 0; tries < 10; tries += 1) {
    const code = newTypedCode(CODE_LENGTH);
    if (await setTableCode(tx, id, code, { first })) return code;
  }
  throw new Error(`Cannot find a free code for table ${id}`);
}
