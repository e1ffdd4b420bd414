import type { LayoutProblem } from '../../../../engines/sheet/layout.ts';
import { formatDay } from '../../../../kernel/format.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { zip } from '../../../../platform/files/zip.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { layoutsToRead, makeSheets, printedPages } from '../commands/printing.ts';
import { sheetsForm } from '../forms.ts';
import type { Table } from '../rules/sheets.ts';
import { type Workshop, writeCode } from '../rules/workshop.ts';
import { editionsOf, standingSheets } from '../store/sheets.ts';
import { tableByNumber, tablesOf } from '../store/tables.ts';
import { formWords } from '../text/forms.ts';
import { workshopsText } from '../text/workshops.ts';
import { layoutsPlace, sheetsPdfPlace, sheetsPlace } from '../urls.ts';
import { SheetsPage } from '../views/sheets.tsx';
import { tableNames, themeName } from './names.ts';
import { type Of, run } from './seen.ts';
import { trailTo } from './workshops.tsx';

/** Sheets for the tables: made once, printed as often as one likes. */
export function sheetRoutes(web: Web): void {
  web.get(sheetsPlace, staff, async (visit) => sheetsPage(visit, await run(visit)));
  web.post(sheetsPlace, staff, postSheets);
  web.get(sheetsPdfPlace, staff, pdf);
  web.get(layoutsPlace, staff, layouts);
}

async function sheetsPage(visit: Of, workshop: Workshop, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const [sheets, tables, editions] = await Promise.all([
    standingSheets(tx, workshop.id),
    tablesOf(tx, workshop.id),
    editionsOf(tx, workshop.id),
  ]);
  const names = await tableNames(tx, language, tables);
  const onPaper = new Set(sheets.flatMap(({ serial, tableId }) => (serial === null ? [] : (tableId ?? []))));
  const words = workshopsText(language);
  const view = SheetsPage({
    language,
    id: workshop.id,
    paper: workshop.paper,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      table: sheet.tableId ? (names.get(sheet.tableId) ?? '') : words.spare,
      theme: themeName(language, editions, sheet),
    })),
    printed: tables
      .filter(({ id }) => onPaper.has(id))
      .map(({ id, number }) => ({ number, name: names.get(id) ?? '' })),
    lacking: tables.filter(({ id }) => !onPaper.has(id)).length,
    problems,
  });
  const status = problems ? 422 : 200;
  return page({ title: words.ways.sheets, trail: trailTo(language, workshop), wide: true, status }, view);
}

/** For the tables that have none, and as many spare sets as are wanted. */
async function postSheets(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const read = readForm(sheetsForm(language), form);
  if (!read.ok) return sheetsPage(visit, workshop, read.refusal);
  const made = await makeSheets(tx, workshop, { tables: await tablesOf(tx, workshop.id), ...read.value });
  const words = workshopsText(language);
  if (!made.ok) {
    const why = made.refusal === 'letters' ? words.templateLetters : tooMuch(words, workshop, made.refusal);
    return sheetsPage(visit, workshop, problemIn(form, '', why));
  }
  if (made.value === 0)
    return sheetsPage(visit, workshop, problemIn(form, 'spares', formWords(language).nothingToMake));
  return visit.redirect(sheetsPlace({ id: workshop.id }), words.sheetsMade(made.value));
}

function tooMuch(
  words: ReturnType<typeof workshopsText>,
  { template }: Workshop,
  problems: readonly LayoutProblem[],
): string {
  const titles = new Map(template.themes.map(({ id, title }) => [id, title]));
  return words.templateTooMuch(problems.map(({ theme }) => titles.get(theme) ?? theme).join(', '));
}

async function pdf(visit: Of): Promise<Response> {
  const { tx, language, query, file } = visit;
  const workshop = await run(visit);
  const tables = await tablesOf(tx, workshop.id);
  const table = query.has('bord') ? ((await wantedTable(visit, workshop)) ?? missing()) : null;
  const pages = await printedPages(tx, workshop, tables, table?.id ?? null);
  if (pages.length === 0) missing();
  const names = await tableNames(tx, language, tables);
  const day = formatDay(workshop.on, language);
  const spec = {
    kind: 'placemat' as const,
    language,
    title: workshop.template.name,
    occasion: `${workshop.name}, ${day}`,
    pages: pages.map(({ page, qr, sheet }) => ({
      layout: page,
      qr,
      whose: whoseSheet(language, tables.find(({ id }) => id === sheet.tableId) ?? null, names),
    })),
  };
  const printed = await renderPdf(spec, await brandOf(tx, await ownOrganisation(tx)));
  if (!printed.ok) return sheetsPage(visit, workshop, problemIn(visit.form, '', workshopsText(language).noPdf));
  const words = workshopsText(language);
  const name = table ? words.tableNumber(table.number) : words.ways.sheets;
  return file({ bytes: printed.value, type: 'application/pdf', name: `${name}.pdf` });
}

/** "Bord 4: Ved vinduet · kode K7QX 4MTD". */
function whoseSheet(language: Of['language'], table: Table | null, names: ReadonlyMap<string, string>): string {
  if (!table) return '';
  const name = names.get(table.id) ?? '';
  return table.code ? `${name} · ${workshopsText(language).tableCodeIs(writeCode(table.code))}` : name;
}

async function wantedTable({ tx, query }: Of, workshop: Workshop): Promise<Table | null> {
  const number = query.get('bord') ?? '';
  return /^[1-9]\d{0,2}$/.test(number) ? tableByNumber(tx, workshop.id, Number(number)) : null;
}

/** For who reads the pictures on a machine of their own: unpacked, the folder for `grobund read-sheet --layout`. */
async function layouts(visit: Of): Promise<Response> {
  const workshop = await run(visit);
  const found = await layoutsToRead(visit.tx, workshop, await tablesOf(visit.tx, workshop.id));
  const files = found.map((one) => ({ name: `${one.layout}.json`, bytes: Buffer.from(JSON.stringify(one)) }));
  return visit.file({ bytes: zip(files), type: 'application/zip', name: `ark-${workshop.code}.zip` });
}
