import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';

/** A day (`YYYY-MM-DD`), and money in whole øre: a spreadsheet is to sort and add them, not to guess at text. */
export interface DayCell {
  readonly day: string;
}
export interface MoneyCell {
  readonly ore: number;
}

export type CellValue = string | number | null | DayCell | MoneyCell;

/** First row the heading. `;`, BOM and CRLF: what a Danish Excel opens by double click. */
export function writeCsv(rows: readonly (readonly CellValue[])[]): string {
  const cells = rows.map((row) => row.map(writtenCell));
  return stringify(cells, { delimiter: ';', bom: true, record_delimiter: 'windows' });
}

/** A workbook with one sheet; first row the heading. Texts are texts there, so no formula can hide in them. */
export async function writeXlsx(sheet: string, rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> {
  const [heading = [], ...rest] = rows;
  const data = [
    heading.map((cell) => ({
      value: writtenCell(cell),
      type: String as StringConstructor,
      fontWeight: 'bold' as const,
    })),
    ...rest.map((row) => row.map(typedCell)),
  ];
  const widths = heading.map((_, at) => ({ width: widthOf(rows.map((row) => row[at])) }));
  return writeXlsxFile(data, {
    sheet: sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: widths,
    stickyRowsCount: 1,
  }).toBuffer();
}

function widthOf(cells: readonly (CellValue | undefined)[]): number {
  return Math.min(50, Math.max(8, ...cells.slice(0, 200).map((cell) => writtenCell(cell).length + 2)));
}

/** As a Danish spreadsheet reads it: 31-12-2026, 1234,50. What is missing (a word for an old code) is an empty cell. */
function writtenCell(cell: CellValue | undefined): string {
  if (typeof cell === 'number') return danish(cell);
  if (cell === null || cell === undefined || typeof cell === 'string') return harmless(cell ?? '');
  if ('day' in cell) return cell.day.split('-').reverse().join('-');
  return danish((cell.ore / 100).toFixed(2));
}

/** As the sheet keeps it: days and sums are numbers there, with the look that Danes know. */
function typedCell(cell: CellValue | undefined) {
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (cell === null || cell === undefined || typeof cell === 'string') return { value: cell ?? '', type: String };
  if ('day' in cell) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' };
  return { value: cell.ore / 100, type: Number, format: '#,##0.00' };
}

function danish(number: number | string): string {
  return String(number).replace('.', ',');
}

/** OWASP "CSV injection": a cell that begins like a formula is made text by an apostrophe. */
function harmless(text: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
