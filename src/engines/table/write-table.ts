import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';

export type CellValue = string | number | null;

/** First row the heading. `;`, BOM and CRLF: what a Danish Excel opens by double click. */
export function writeCsv(rows: readonly (readonly CellValue[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? danish(cell) : harmless(cell ?? ''))));
  return stringify(cells, { delimiter: ';', bom: true, record_delimiter: 'windows' });
}

/** A workbook with one sheet; first row the heading. Texts are texts there, so no formula can hide in them. */
export async function writeXlsx(sheet: string, rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> {
  const [heading = [], ...rest] = rows;
  const data = [
    heading.map((cell) => ({
      value: String(cell ?? ''),
      type: String as StringConstructor,
      fontWeight: 'bold' as const,
    })),
    ...rest.map((row) =>
      row.map((cell) =>
        typeof cell === 'number' ? { value: cell, type: Number } : { value: cell ?? '', type: String },
      ),
    ),
  ];
  const widths = heading.map((_, at) => ({ width: widthOf(rows.map((row) => row[at])) }));
  return writeXlsxFile(data, {
    sheet: sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: widths,
    stickyRowsCount: 1,
  }).toBuffer();
}

function widthOf(cells: readonly (CellValue | undefined)[]): number {
  return Math.min(50, Math.max(8, ...cells.slice(0, 200).map((cell) => String(cell ?? '').length + 2)));
}

function danish(number: number): string {
  return String(number).replace('.', ',');
}

/** OWASP "CSV injection": a cell that begins like a formula is made text by an apostrophe. */
function harmless(text: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
