import { actingPerson } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { complete, mayCheck, type Said, type Source, type Verdict, verdictOf } from '../rules/checking.ts';
import type { SheetStanding, Table } from '../rules/sheets.ts';
import { fieldsOf, themesOn } from '../rules/template.ts';
import type { Workshop } from '../rules/workshop.ts';
import { isConfirmed } from '../store/answers.ts';
import { insertCheck, openChecks, settle } from '../store/checks.ts';
import { keptPhotosOf } from '../store/photos.ts';
import {
  type Edition,
  editionOnPaper,
  insertSheets,
  setTableOfSheet,
  standingOf,
  telephoneSheet,
} from '../store/sheets.ts';
import { tableById } from '../store/tables.ts';
import { picturesOf } from '../store/witnesses.ts';
import { lockWorkshop } from '../store/workshops.ts';
import { sheetSettled } from './closing.ts';
import { takeAway } from './photos.ts';
import { editionInUse } from './printing.ts';
import { wordsChange } from './quoting.ts';
import { told } from './telling.ts';

/** What somebody says of a sheet, having gone through it. */
export interface Confirming {
  readonly said: readonly Said[];
  /** Whose it is, where that was not known. */
  readonly tableId: Id<'workshop_table'> | null;
  /** The settling that they saw; null when there was none. */
  readonly seen: Id<'workshop_confirmation'> | null;
  /** The pictures that they saw of it, the one they went through first; null: they had the paper. */
  readonly pictures: readonly Id<'workshop_photo'>[] | null;
}

/**
 * Somebody of the staff has gone through a sheet. Settled, its pictures are taken away. `again`: the same person may not be
 * both of the two. `meanwhile`: somebody else has settled it since it was opened. `picture`: another picture of it has come since.
 * `whose`: nobody knows which table's it is.
 */
export async function checkSheet(
  tx: TenantDb,
  workshop: Workshop,
  sheet: SheetStanding,
  edition: Edition,
  { said, tableId, seen, pictures }: Confirming,
): Promise<Outcome<Verdict['kind'], 'again' | 'meanwhile' | 'picture' | 'whose'>> {
  await lockWorkshop(tx, workshop.id);
  const now = await standingOf(tx, workshop.id, sheet.id);
  if (!now || now.confirmationId !== seen) return refused('meanwhile');
  const here = (await picturesOf(tx, sheet.id)).map(({ id }) => id);
  if (pictures && here.some((id) => !pictures.includes(id))) return refused('picture');
  const table = now.tableId ?? tableId;
  if (!table) return refused('whose');
  const checks = await openChecks(tx, sheet.id);
  const by = actingPerson(tx);
  if (!mayCheck(checks, workshop.twoPeople, by)) return refused('again');
  if (table !== now.tableId) await setTableOfSheet(tx, sheet.id, table);
  const fields = fieldsOf({ themes: themesOn(edition.template, sheet.paper, sheet.page) });
  const source = sourceOf(now, verdictOf(checks, workshop.twoPeople));
  const photoId = pictures?.find((id) => here.includes(id)) ?? now.photoId;
  const check = { sheetId: sheet.id, photoId, source, by, said: complete(fields, said) };
  const id = await insertCheck(tx, check);
  const verdict = verdictOf([...checks, { id, ...check }], workshop.twoPeople);
  if (verdict.kind === 'settled') await settleSheet(tx, workshop, { ...now, tableId: table }, id, verdict.said);
  else told(tx, 'workshop.sheet_checked', workshop.id, { sheet: now.id, page: now.page });
  return ok(verdict.kind);
}

function sourceOf(sheet: SheetStanding, before: Verdict): Source {
  if (before.kind === 'disputed') return 'settling';
  return sheet.confirmed && !sheet.changed ? 'correction' : 'photo';
}

async function settleSheet(
  tx: TenantDb,
  workshop: Workshop,
  sheet: Pick<SheetStanding, 'id' | 'page' | 'tableId'>,
  check: Id<'workshop_check'>,
  said: readonly Said[],
): Promise<void> {
  await wordsChange(tx, workshop, sheet, said);
  await settle(tx, sheet.id, check, said);
  for (const photo of await keptPhotosOf(tx, sheet.id)) await takeAway(tx, photo, 'confirmed');
  told(tx, 'workshop.sheet_confirmed', workshop.id, { sheet: sheet.id, page: sheet.page });
  await sheetSettled(tx, workshop);
}

/**
 * A table fills in a page on its telephone: who does it knows what is meant, so it counts at once, and they can change it,
 * until somebody who runs the workshop has confirmed what they answer there, on this sheet or on paper. `code`: the table has
 * another since `table` was read, so it is not theirs any more.
 */
export async function enterAtTable(
  tx: TenantDb,
  workshop: Workshop,
  table: Table,
  page: number,
  said: readonly Said[],
): Promise<Outcome<null, 'confirmed' | 'code'>> {
  // Two telephones of a table that save at the same moment fill in one sheet.
  await lockWorkshop(tx, workshop.id);
  if ((await tableById(tx, workshop.id, table.id))?.code !== table.code) return refused('code');
  const edition = (await editionOnPaper(tx, table.id)) ?? (await editionInUse(tx, workshop));
  const of = { tableId: table.id, editionId: edition.id, page };
  const fields = fieldsOf({ themes: themesOn(edition.template, null, page) });
  const known = await telephoneSheet(tx, of);
  const ids = fields.map(({ id }) => id);
  if (await isConfirmed(tx, table.id, ids)) return refused('confirmed');
  const blank = { ...of, workshopId: workshop.id, paper: null, serial: null, spare: false };
  const id = known?.id ?? (await insertSheets(tx, [blank], null))[0];
  if (!id) throw new Error(`Cannot begin a sheet for table ${table.number}`);
  const all = complete(fields, said);
  const check = await insertCheck(tx, { sheetId: id, photoId: null, source: 'table', by: null, said: all });
  await settleSheet(tx, workshop, { id, page, tableId: table.id }, check, all);
  return ok(null);
}
