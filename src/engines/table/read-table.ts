import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { readCsv } from './read-csv.ts';
import { isZip, readXlsx } from './read-xlsx.ts';
import { filledRows, type TableRow } from './rows.ts';

export type { TableRow } from './rows.ts';

export interface Table {
  readonly format: 'csv' | 'xlsx';
  /** Rows with something in them, the heading among them. */
  readonly rows: readonly TableRow[];
}

/** `empty`: nothing in it. `unreadable`: not a table, a damaged file, or one that takes too much to read. `too_big`: unpacks to more than we dare hold. */
export type TableProblem = 'empty' | 'unreadable' | 'too_big';

/** Reads CSV or XLSX, whatever the file is called. */
export async function readTable(bytes: Uint8Array): Promise<Outcome<Table, TableProblem>> {
  if (bytes.length === 0) return refused('empty');
  if (isZip(bytes)) return tableOf('xlsx', await readXlsx(bytes));
  const read = readCsv(bytes);
  return tableOf('csv', read.ok ? ok(filledRows(read.value)) : read);
}

function tableOf(
  format: Table['format'],
  read: Outcome<readonly TableRow[], TableProblem>,
): Outcome<Table, TableProblem> {
  if (!read.ok) return read;
  return read.value.length === 0 ? refused('empty') : ok({ format, rows: read.value });
}
