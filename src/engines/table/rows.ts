export interface TableRow {
  /** As a spreadsheet counts: the first row of the file is 1. */
  readonly number: number;
  /** Trimmed texts. Numbers from a workbook are written with a decimal comma, days as `YYYY-MM-DD`. */
  readonly cells: readonly string[];
}

/** Every row with something in it, by its number in the file. */
export function filledRows(rows: readonly (readonly string[])[]): TableRow[] {
  return rows
    .map((cells, at) => ({ number: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
}
