import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { readCsv } from './read-csv.ts';
import { isZip, readXlsx } from './read-xlsx.ts';

export interface TableRow {
  /** As a spreadsheet counts: the first row of the file is 1. */
  readonly number: number;
  /** Trimmed texts. Numbers from a workbook are written with a decimal comma, days as `YYYY-MM-DD`. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly format: 'csv' | 'xlsx';
  /** Rows with something in them, the heading among them. */
  readonly rows: readonly TableRow[];
}

/** `empty`: nothing in it. `unreadable`: not a table, or a damaged file. `too_big`: unpacks to more than we dare hold. */
export type TableProblem = 'empty' | 'unreadable' | 'too_big';

/** Reads CSV or XLSX, whatever the file is called. */
export async function readTable(bytes: Uint8Array): Promise<Outcome<Table, TableProblem>> {
  if (bytes.length === 0) return refused('empty');
  const read = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes);
  if (!read.ok) return read;
  const rows = read.value
    .map((cells, at) => ({ number: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  return rows.length === 0 ? refused('empty') : ok({ format: isZip(bytes) ? 'xlsx' : 'csv', rows });
}
