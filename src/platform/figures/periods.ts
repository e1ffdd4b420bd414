import type { TenantDb } from '../db/tenant-db.ts';
import type { Figure, FigureRow, FigureSpan } from './figures.ts';

/**
 * The rows behind a figure in each of these periods (the oldest first, none overlapping), asked for once: a row belongs to the
 * period that its day lies in. Null for a period before the house began to use what is counted.
 */
export async function rowsByPeriod(
  tx: TenantDb,
  figure: Figure,
  periods: readonly FigureSpan[],
): Promise<readonly (readonly FigureRow[] | null)[]> {
  if (figure.atEnd) {
    const standing: (readonly FigureRow[] | null)[] = [];
    for (const period of periods) standing.push(await figure.rows(tx, period));
    return standing;
  }
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const all = await figure.rows(tx, { from: first.from, until: last.until });
  if (all === null) return periods.map(() => null);
  const inEach = periods.map(({ from, until }) => all.filter(({ on }) => on >= from && on <= until));
  const begun = await firstMeasured(tx, figure, periods, inEach);
  return inEach.map((rows, at) => (at < begun ? null : rows));
}

/** Which is the first that was measured: at the latest the first with rows. Once measured, it goes on being so. */
async function firstMeasured(
  tx: TenantDb,
  figure: Figure,
  periods: readonly FigureSpan[],
  inEach: readonly (readonly FigureRow[])[],
): Promise<number> {
  const withRows = inEach.findIndex((rows) => rows.length > 0);
  let [low, high] = [0, withRows < 0 ? periods.length - 1 : withRows];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const span = periods[middle];
    if (span && (await figure.rows(tx, span)) === null) low = middle + 1;
    else high = middle;
  }
  return low;
}
