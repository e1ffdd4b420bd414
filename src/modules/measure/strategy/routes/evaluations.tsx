import { yearOf } from '../../../../kernel/day.ts';
import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import { mayWrite } from '../access.ts';
import { approveEvaluation, writeEvaluation } from '../commands/evaluations.ts';
import { seriesFor } from '../commands/metrics.ts';
import { decisionForm, evaluationForm } from '../forms.ts';
import { definitionOn, type Metric, newestMeasured, type Point } from '../rules/metric.ts';
import { yearPeriod } from '../rules/period.ts';
import { type Area, inForceIn } from '../rules/version.ts';
import { evaluationApproval, evaluationsOf } from '../store/evaluations.ts';
import { metricsIn } from '../store/metrics.ts';
import { areasOf, versions } from '../store/versions.ts';
import { evaluationText } from '../text/evaluation.ts';
import { strategyText } from '../text/strategy.ts';
import { approveEvaluationPlace, evaluateAreaPlace, evaluationPlace, metricPlace } from '../urls.ts';
import { EvaluationPage, type EvaluationProps } from '../views/evaluation.tsx';
import { valueText } from '../views/parts.tsx';
import type { StrategyParts } from './reading.tsx';
import { trailTo, type WithYear, yearIn } from './seen.ts';
import { insiders } from './versions.tsx';

export function evaluationRoutes(web: Web, parts: StrategyParts): void {
  web.get(evaluationPlace, insiders, (visit) => page(visit, parts));
  web.post(approveEvaluationPlace, staff, (visit) => approve(visit, parts));
  web.post(evaluateAreaPlace, staff, (visit) => write(visit, parts));
}

/** Of the strategy that the year is thought through by. */
async function areasIn({ tx }: Pick<Visit, 'tx'>, year: number): Promise<readonly Area[]> {
  const version = inForceIn(await versions(tx), year) ?? missing();
  return areasOf(tx, version.id);
}

async function page(
  visit: WithYear,
  parts: StrategyParts,
  refused: NonNullable<EvaluationProps['refused']> | null = null,
): Promise<Response> {
  const { tx, actor, language } = visit;
  const year = yearIn(visit);
  const areas = await areasIn(visit, year);
  const [written, approval] = [await evaluationsOf(tx, year), await evaluationApproval(tx, year)];
  const metrics = await metricsIn(
    tx,
    areas.map(({ id }) => id),
    year,
  );
  const series = await seriesFor(tx, parts.figures, metrics);
  const valueIn = (metric: Metric, points: readonly Point[], wanted: number) => {
    const newest = newestMeasured(points.filter(({ until, running }) => !running && yearOf(until) === wanted));
    return newest ? valueText(metric.unit, newest.value, language) : strategyText(language).missing;
  };
  // What the board approved stands as it stood.
  const frozen = new Map(approval?.metrics.map((one) => [one.id, one]));
  return visit.page(
    { title: evaluationText(language).title(year), trail: trailTo(visit), wide: true, status: refused ? 422 : 200 },
    EvaluationPage({
      language,
      year,
      approval,
      mayWrite: mayWrite(actor),
      refused,
      areas: areas.map((area) => ({
        area,
        written: written.find(({ areaId }) => areaId === area.id) ?? null,
        lines: metrics
          .filter(({ areaId }) => areaId === area.id)
          .map((metric) => {
            const points = series.get(metric.id) ?? [];
            const stood = frozen.get(metric.id);
            const kept = stood?.points.findLast(({ value }) => value.kind !== 'missing');
            return {
              name: stood?.name ?? definitionOn(metric, yearPeriod(year).until).name,
              href: metricPlace({ metric: metric.id }),
              now: kept ? valueText(metric.unit, kept.value, language) : valueIn(metric, points, year),
              before: valueIn(metric, points, year - 1),
            };
          }),
      })),
    }),
  );
}

type WithYearAndArea = Omit<Visit, 'params'> & { readonly params: { readonly year: string; readonly area: string } };

async function write(visit: WithYearAndArea, parts: StrategyParts): Promise<Response> {
  const { tx, language, form, params } = visit;
  const year = yearIn(visit);
  const areaId = readId<'strategy_area'>(params.area) ?? missing();
  if (!(await areasIn(visit, year)).some(({ id }) => id === areaId)) missing();
  const read = readForm(evaluationForm(language), form);
  if (!read.ok) return page(visit, parts, { form: areaId, problems: read.refusal });
  const words = evaluationText(language);
  const saved = await writeEvaluation(tx, year, { areaId, ...read.value });
  if (!saved.ok)
    return page(visit, parts, { form: areaId, problems: problemIn(form, '', words.refused[saved.refusal]) });
  return visit.redirect(evaluationPlace({ year: String(year) }), words.saved);
}

async function approve(visit: WithYear, parts: StrategyParts): Promise<Response> {
  const { tx, language, form } = visit;
  const year = yearIn(visit);
  const areas = await areasIn(visit, year);
  const read = readForm(decisionForm(language), form);
  if (!read.ok) return page(visit, parts, { form: 'approval', problems: read.refusal });
  const words = evaluationText(language);
  const done = await approveEvaluation(tx, parts.figures, { year, areas, ...read.value });
  if (!done.ok) {
    const field = done.refusal === 'in_future' ? 'decidedOn' : '';
    return page(visit, parts, { form: 'approval', problems: problemIn(form, field, words.refused[done.refusal]) });
  }
  return visit.redirect(evaluationPlace({ year: String(year) }), words.approvedNow);
}
