import { yearOf } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Figure } from '../../../../platform/figures/figures.ts';
import { definitionOn, type Metric, newestMeasured, type Point } from '../rules/metric.ts';
import { isLate } from '../rules/plan.ts';
import { inForceIn } from '../rules/version.ts';
import type { StrategyYear } from '../rules/year.ts';
import { evaluationApproval, evaluationsOf } from '../store/evaluations.ts';
import { metricsIn } from '../store/metrics.ts';
import { plansOf } from '../store/plans.ts';
import { areasOf, versions } from '../store/versions.ts';
import { seriesFor } from './metrics.ts';

/** The strategy as a year saw it, for the yearly report. Null while none is approved. */
export async function strategyYear(
  tx: TenantDb,
  figures: readonly Figure[],
  year: number,
): Promise<StrategyYear | null> {
  const version = inForceIn(await versions(tx), year);
  if (!version) return null;
  const areas = await areasOf(tx, version.id);
  const ids = areas.map(({ id }) => id);
  const [plans, metrics] = [await plansOf(tx, ids), await metricsIn(tx, ids, year)];
  const [now, before] = [await evaluationsOf(tx, year), await evaluationsOf(tx, year - 1)];
  const approval = await evaluationApproval(tx, year);
  const series = await seriesFor(tx, figures, metrics);
  return {
    title: version.title,
    approved: approval && { decidedOn: approval.decidedOn, decision: approval.decision },
    areas: areas.map(({ id, title }) => ({
      title,
      metrics: metrics
        .filter(({ areaId }) => areaId === id)
        .map((metric) => metricInYear(tx, metric, series.get(metric.id) ?? [], year)),
      plans: plans
        .filter(({ areaId }) => areaId === id)
        .map((plan) => ({
          title: plan.title,
          state: plan.state,
          deadline: plan.deadline,
          late: isLate(plan, tx.today),
        })),
      evaluation: thought(now.find(({ areaId }) => areaId === id)),
      evaluationBefore: thought(before.find(({ areaId }) => areaId === id)),
    })),
  };
}

type AreaYear = StrategyYear['areas'][number];

/** The newest period that ended in the year, beside the newest of the year before. */
function metricInYear(
  tx: TenantDb,
  metric: Metric,
  points: readonly Point[],
  year: number,
): AreaYear['metrics'][number] {
  const of = (wanted: number) => points.filter(({ until, running }) => yearOf(until) === wanted && !running);
  const newest = newestMeasured(of(year));
  const { name, target, better } = definitionOn(metric, tx.today);
  return {
    name,
    unit: metric.unit,
    better,
    now: newest?.value ?? { kind: 'missing' },
    before: newestMeasured(of(year - 1))?.value ?? { kind: 'missing' },
    target,
    off: newest?.off ?? null,
  };
}

function thought(written: Awaited<ReturnType<typeof evaluationsOf>>[number] | undefined): AreaYear['evaluation'] {
  if (!written?.course) return null;
  const { done, learned, course } = written;
  return { done, learned, course };
}
