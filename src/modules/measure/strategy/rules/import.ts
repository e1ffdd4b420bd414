import { type Day, readDay } from '../../../../kernel/day.ts';
import { readOre } from '../../../../kernel/money.ts';
import { definitionOn, type MeasureRefusal, type Metric, measureRefusal, readOutOf } from './metric.ts';
import type { Frequency } from './period.ts';

/** A line of the file, as it was written. */
export interface FileRow {
  readonly line: number;
  readonly metric: string;
  readonly period: string;
  readonly value: string;
  readonly outOf: string;
  readonly words: string;
}

export type RowProblem = MeasureRefusal | 'no_metric' | 'no_value' | 'no_out_of' | 'twice';

export interface ReadRow extends FileRow {
  readonly problem: RowProblem | null;
  /** What is measured, when the line can be taken in. */
  readonly taken: {
    readonly metricId: Metric['id'];
    readonly from: Day;
    readonly hundredths: number;
    readonly outOf: number | null;
  } | null;
}

export const MOST_ROWS = 500;

/** Which column is what: by the first letters of its heading, in Danish or English. */
const HEADINGS = {
  metric: /^(målepunkt|maalepunkt|metric|indikator)/i,
  period: /^(periode|period|år$|year$)/i,
  value: /^(værdi|vaerdi|value|tal$|måling)/i,
  outOf: /^(ud af|out of|antal svar|n$)/i,
  words: /^(bemærk|bemaerk|remark|note|kommentar|comment)/i,
} as const;

/** The lines under the headings. Columns without a known heading are left out; without headings there are no lines. */
export function fileRows(
  table: readonly { readonly number: number; readonly cells: readonly string[] }[],
): readonly FileRow[] {
  const [head, ...lines] = table;
  if (!head) return [];
  const at = (pattern: RegExp) => head.cells.findIndex((heading) => pattern.test(heading.trim()));
  const columns = Object.fromEntries(Object.entries(HEADINGS).map(([name, pattern]) => [name, at(pattern)]));
  const cell = (cells: readonly string[], name: keyof typeof HEADINGS) => (cells[columns[name] ?? -1] ?? '').trim();
  return lines.map(({ number, cells }) => ({
    line: number,
    metric: cell(cells, 'metric'),
    period: cell(cells, 'period'),
    value: cell(cells, 'value'),
    outOf: cell(cells, 'outOf'),
    words: cell(cells, 'words').slice(0, 1000),
  }));
}

/** What each line says, and what is wrong with it. */
export function readRows(rows: readonly FileRow[], metrics: readonly Metric[], today: Day): readonly ReadRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const metric = metrics.find((one) => sameWords(definitionOn(one, today).name, row.metric));
    const wrong = (problem: RowProblem): ReadRow => ({ ...row, problem, taken: null });
    if (!metric) return wrong('no_metric');
    const from = readPeriod(row.period, metric.frequency);
    if (!from) return wrong('no_period');
    const hundredths = readOre(row.value.replace(/%$/, '').replace(/^(\d+)\.(\d{1,2})$/, '$1,$2'));
    const refusal = measureRefusal(metric, { from, hundredths: hundredths ?? 0 }, today);
    if (refusal) return wrong(refusal);
    if (hundredths === null) return wrong('no_value');
    const outOf = row.outOf === '' ? null : readOutOf(row.outOf);
    if (outOf === null && row.outOf !== '') return wrong('no_out_of');
    const key = `${metric.id} ${from}`;
    if (seen.has(key)) return wrong('twice');
    seen.add(key);
    return { ...row, problem: null, taken: { metricId: metric.id, from, hundredths, outOf } };
  });
}

function sameWords(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The first day of "2026", "2026-05", "2026-05-01", "2026-2. kvartal", "2. kvartal 2026", "1. halvår 2026". */
function readPeriod(text: string, frequency: Frequency): Day | null {
  const year = /(?:19|20)\d\d/.exec(text)?.[0];
  if (!year) return null;
  const rest = text.replace(year, '').replace(/^-|-$/g, '').trim();
  if (/^\d\d-\d\d/.test(rest)) return readDay(`${year}-${rest.slice(0, 5)}`);
  const number = Number(/\d{1,2}/.exec(rest)?.[0] ?? 1);
  const months = { month: 1, quarter: 3, half: 6, year: 12 }[frequency];
  return readDay(`${year}-${String((number - 1) * months + 1).padStart(2, '0')}-01`);
}

const CELLS = ['metric', 'period', 'value', 'outOf', 'words'] as const;

/** The rows that can be taken in, as a page carries them from the preview to the saving. */
export function carry(rows: readonly ReadRow[]): string {
  return JSON.stringify(rows.filter(({ problem }) => problem === null).map((row) => CELLS.map((cell) => row[cell])));
}

/** The same rows read back. Null where somebody sent something else. */
export function carriedRows(text: string): readonly FileRow[] | null {
  const read = parsed(text);
  if (!Array.isArray(read) || read.length > MOST_ROWS || !read.every(areCells)) return null;
  return read.map(([metric, period, value, outOf, words], at) => ({
    ...{ line: at + 1, metric, period, value, outOf },
    words: words.slice(0, 1000),
  }));
}

type Cells = readonly [metric: string, period: string, value: string, outOf: string, words: string];

function areCells(row: unknown): row is Cells {
  const isCell = (cell: unknown) => typeof cell === 'string' && !cell.includes('\0');
  return Array.isArray(row) && row.length === CELLS.length && row.every(isCell);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
