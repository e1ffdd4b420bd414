import type { Day } from '../../../../kernel/day.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Count, countOf } from '../../../../platform/figures/count.ts';
import type { Figure } from '../../../../platform/figures/figures.ts';
import { oneLook } from '../../../../platform/figures/look.ts';
import { rowsByPeriod } from '../../../../platform/figures/periods.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { closeTurns } from '../../../turns/public.ts';
import {
  type DefineRefusal,
  type Definition,
  defineRefusal,
  type Measurement,
  type MeasureRefusal,
  type Metric,
  measureRefusal,
  type Point,
  seriesOf,
} from '../rules/metric.ts';
import { periodFrom, periodsBetween } from '../rules/period.ts';
import { insertDefinition, insertMeasurement, insertMetric, measurementsOf, retireMetric } from '../store/metrics.ts';

/** What Grobund counted of a metric, by the first day of each period. */
export type Counted = ReadonlyMap<Day, Count>;

/** Every metric with its series. A fed metric asks its figure once, however long the series is. */
export async function seriesFor(
  tx: TenantDb,
  figures: readonly Figure[],
  metrics: readonly Metric[],
  keep: Keep = (_, count) => count(),
): Promise<ReadonlyMap<Metric['id'], readonly Point[]>> {
  const told = await measurementsOf(
    tx,
    metrics.map(({ id }) => id),
  );
  const look = oneLook(tx);
  const series = new Map<Metric['id'], readonly Point[]>();
  for (const metric of metrics) {
    const own = told.filter(({ metricId }) => metricId === metric.id);
    const counted = await keep(metric, () => countedFor(look, figures, metric));
    series.set(metric.id, seriesOf(metric, own, counted, tx.today));
  }
  return series;
}

/** May answer with what was counted before, and counts where it knows of nothing. */
type Keep = (metric: Metric, count: () => Promise<Counted>) => Promise<Counted>;

/** A figure that is gone from the program leaves its periods missing. */
async function countedFor(tx: TenantDb, figures: readonly Figure[], metric: Metric): Promise<Counted> {
  const figure = figures.find(({ code }) => code === metric.figure);
  if (!figure) return new Map();
  const last = metric.retiredOn && metric.retiredOn < tx.today ? metric.retiredOn : tx.today;
  const periods = periodsBetween(metric.from, last, metric.frequency);
  const rows = await rowsByPeriod(tx, figure, periods);
  return new Map(periods.map(({ from }, at) => [from, countOf(figure, rows[at] ?? null)]));
}

export type NewMetric = Omit<Metric, 'id' | 'definitions' | 'retiredOn' | 'version'> & {
  readonly first: Omit<Definition, 'number' | 'from' | 'why'>;
};

export async function addMetric(tx: TenantDb, { first, ...metric }: NewMetric): Promise<Metric['id']> {
  const id = await insertMetric(tx, metric);
  await insertDefinition(tx, id, { ...first, number: 1, from: metric.from, why: '' });
  note(tx, 'metric_added', id, {});
  return id;
}

/** From a day on something else is measured: the series is broken there, and the page says why. */
export async function redefine(
  tx: TenantDb,
  metric: Metric,
  wanted: Omit<Definition, 'number'>,
): Promise<Outcome<null, DefineRefusal | 'defined_meanwhile'>> {
  const refusal = defineRefusal(metric, wanted);
  if (refusal) return refused(refusal);
  const number = metric.definitions.length + 1;
  if (!(await insertDefinition(tx, metric.id, { ...wanted, number }))) return refused('defined_meanwhile');
  note(tx, 'redefined', metric.id, { number });
  return ok(null);
}

export type Told = Pick<Measurement, 'from' | 'hundredths' | 'outOf' | 'words'>;
/** Somebody tells what a period came to. A second time is a correction: both stay. */
export async function measure(
  tx: TenantDb,
  metric: Metric,
  told: Told,
  fromFile = false,
): Promise<Outcome<null, MeasureRefusal>> {
  const refusal = measureRefusal(metric, told, tx.today);
  const period = periodFrom(told.from, metric.frequency);
  if (refusal || !period) return refused(refusal ?? 'no_period');
  await insertMeasurement(tx, { ...told, ...period, metricId: metric.id, fromFile });
  await closeTurns(tx, { subject: subjectOf(metric.id) });
  note(tx, 'measured', metric.id, { from: period.from, until: period.until });
  return ok(null);
}

/** It is measured no more; what was measured stays. */
export async function stopMetric(tx: TenantDb, id: Metric['id']): Promise<void> {
  await retireMetric(tx, id, tx.today);
  await closeTurns(tx, { subject: subjectOf(id) });
  note(tx, 'metric_stopped', id, {});
}

function note(tx: TenantDb, what: string, id: Metric['id'], facts: Readonly<Record<string, number | string>>): void {
  record(tx, { kind: `strategy.${what}`, subject: subjectOf(id), facts });
}

function subjectOf(id: Metric['id']) {
  return { kind: 'strategy_metric', id };
}
