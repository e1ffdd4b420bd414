import { createHash } from 'node:crypto';
import { type LayoutProblem, layOut, type SheetPage } from '../../../../engines/sheet/layout.ts';
import { layoutOf, type SheetLayout } from '../../../../engines/sheet/layout-json.ts';
import { textsOf } from '../../../../engines/sheet/template.ts';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { lettersNotDrawn } from '../../../../platform/documents/letters-drawn.ts';
import { themesOf } from '../rules/gathering-in.ts';
import { NUMBERS, numberOf, type Sheet, type Table } from '../rules/sheets.ts';
import { isSame, pagesIn } from '../rules/template.ts';
import type { Workshop } from '../rules/workshop.ts';
import { type Edition, editionsOf, insertEdition, insertSheets, printedSheets, takeSerials } from '../store/sheets.ts';
import { tablesOf } from '../store/tables.ts';
import { lockWorkshop, workshopById } from '../store/workshops.ts';
import { linkPlace, linkTablePlace, tablePlace } from '../urls.ts';
import { giveCodes } from './table-codes.ts';
import { told } from './telling.ts';

/**
 * Makes sheets for those of the tables that have none, and spare ones for whoever spills their coffee. What is asked now is
 * frozen with them. Answers how many there are, 0 when there was nothing to make; refused with the themes that the paper
 * cannot hold, or for `letters` that would stand on it as question marks.
 */
export async function makeSheets(
  tx: TenantDb,
  workshop: Workshop,
  wanted: { readonly tables: readonly Table[]; readonly spares: number },
): Promise<Outcome<number, readonly LayoutProblem[] | 'letters'>> {
  await lockWorkshop(tx, workshop.id);
  const { template, paper } = (await workshopById(tx, workshop.id)) ?? workshop;
  if (lettersNotDrawn(textsOf(template)).length > 0) return refused('letters');
  const laid = layOut(template, paper, () => 0);
  if (!laid.ok) return laid;
  const tables = await lackingOf(tx, workshop, wanted.tables);
  const whose = [...tables.map(({ id }) => id), ...Array.from({ length: wanted.spares }, () => null)];
  if (whose.length === 0) return ok(0);
  const edition = await freeze(tx, { id: workshop.id, template });
  const pages = pagesIn(template, paper);
  const first = await takeSerials(tx, whose.length * pages, firstSerial(tx.tenant.id));
  const sheets = whose.flatMap((tableId, set) =>
    Array.from({ length: pages }, (_, page): Omit<Sheet, 'id'> => {
      const serial = first + set * pages + page;
      const spare = tableId === null;
      return { workshopId: workshop.id, editionId: edition.id, tableId, page, paper, serial, spare };
    }),
  );
  await insertSheets(tx, sheets, personIdOf(tx.actor));
  await giveCodes(tx, tables);
  told(tx, 'workshop.sheets_made', workshop.id, { sheets: sheets.length, edition: edition.number });
  return ok(sheets.length);
}

/** Those that have nothing on paper, as they stand now. */
async function lackingOf(
  tx: TenantDb,
  { id: workshop }: Workshop,
  wanted: readonly Pick<Table, 'id'>[],
): Promise<readonly Table[]> {
  const [tables, sheets] = await Promise.all([tablesOf(tx, workshop), printedSheets(tx, workshop)]);
  const onPaper = new Set(sheets.map(({ tableId }) => tableId));
  return tables.filter(({ id }) => !onPaper.has(id) && wanted.some((one) => one.id === id));
}

/** What is asked now, as an edition: the newest, when it asks the same. Called while the workshop is locked. */
async function freeze(tx: TenantDb, { id, template }: Pick<Workshop, 'id' | 'template'>): Promise<Edition> {
  const newest = (await editionsOf(tx, id)).at(-1);
  if (newest && isSame(newest.template, template)) return newest;
  const number = (newest?.number ?? 0) + 1;
  const edition = await insertEdition(tx, id, { number, template }, personIdOf(tx.actor));
  return { id: edition, number, template };
}

/**
 * What those asked at a table answer now: what stands on their paper, else what is asked as it stands, frozen from now on.
 * Called while the workshop is locked: a hall that begins at one moment freezes it once.
 */
export async function editionInUse(tx: TenantDb, workshop: Workshop): Promise<Edition> {
  const newest = (await editionsOf(tx, workshop.id)).at(-1);
  return newest ?? freeze(tx, (await workshopById(tx, workshop.id)) ?? workshop);
}

/** Houses begin at different numbers, so that a sheet that strays from one to another is not taken for one of its own. */
function firstSerial(tenant: Id<'tenant'>): number {
  return createHash('sha256').update(`sheets ${tenant}`).digest().readUInt32BE(0) % NUMBERS;
}

export interface PrintedPage {
  readonly sheet: Sheet;
  readonly page: SheetPage;
  /** What the square code leads to. */
  readonly qr: string;
}

/** Every printed sheet, laid out as it was printed; `table`: that table's. The same sheet is the same page each time. */
export async function printedPages(
  tx: TenantDb,
  workshop: Workshop,
  tables: readonly Table[],
  only: Id<'workshop_table'> | null = null,
): Promise<readonly PrintedPage[]> {
  const editions = new Map((await editionsOf(tx, workshop.id)).map((edition) => [edition.id, edition]));
  const sheets = await printedSheets(tx, workshop.id);
  const known = new Map(tables.map((table) => [table.id, table]));
  return sheets
    .filter(({ tableId }) => only === null || tableId === only)
    .flatMap((sheet) => {
      const template = editions.get(sheet.editionId)?.template;
      if (!template || sheet.paper === null || sheet.serial === null) return [];
      const number = numberOf(sheet.serial);
      const laid = layOut(template, sheet.paper, () => number);
      const page = laid.ok ? laid.value[sheet.page] : undefined;
      const table = sheet.tableId && known.get(sheet.tableId);
      return page ? [{ sheet, page, qr: tx.origin + linkOf(workshop.code, table ?? null) }] : [];
    });
}

/** Straight to the table's own pages: who holds the sheet may answer for it. */
function linkOf(code: string, table: Table | null): string {
  if (table?.code) return tablePlace({ code: table.code });
  return table ? linkTablePlace({ code, number: String(table.number) }) : linkPlace({ code });
}

/** What the telephone that gathers the sheets must know besides: whose each is, and what is on it. */
export interface GatheredLayout extends SheetLayout {
  readonly table: number | null;
  /** By their place in the set, from 0. */
  readonly themes: readonly number[];
  readonly title: string;
}

export async function layoutsToGather(
  tx: TenantDb,
  workshop: Workshop,
  tables: readonly Table[],
): Promise<readonly GatheredLayout[]> {
  const { template } = (await editionsOf(tx, workshop.id)).at(-1) ?? workshop;
  const numbers = new Map(tables.map(({ id, number }) => [id, number]));
  const pages = await printedPages(tx, workshop, []);
  return pages.map(({ sheet, page, qr }) => ({
    ...layoutOf(page, nameOf(page), qr),
    table: (sheet.tableId && numbers.get(sheet.tableId)) ?? null,
    themes: themesOf(sheet, template.themes.length),
    title: page.heading.text,
  }));
}

/**
 * What a reader must know of the sheets, one entry for each that is printed. Without `tables` it names no table's own code,
 * and may be shown to whoever has the link.
 */
export async function layoutsToRead(
  tx: TenantDb,
  workshop: Workshop,
  tables: readonly Table[] = [],
): Promise<readonly SheetLayout[]> {
  const pages = await printedPages(tx, workshop, tables);
  return pages.map(({ page, qr }) => layoutOf(page, nameOf(page), qr));
}

function nameOf({ paper, sheet }: SheetPage): string {
  return `${paper}-${String(sheet).padStart(5, '0')}`;
}
