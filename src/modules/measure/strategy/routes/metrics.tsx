import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { FileLinks, listFile, onePage, wantedFile } from '../../../../platform/web/list-file.tsx';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { displayNames } from '../../../housing/public.ts';
import { mayLookInside, mayTell, mayWrite } from '../access.ts';
import { addMetric, measure, redefine, seriesFor, stopMetric } from '../commands/metrics.ts';
import { definitionForm, goalsOf, measureForm, metricForm } from '../forms.ts';
import { definitionOn, type Metric, type Point } from '../rules/metric.ts';
import { periodOf } from '../rules/period.ts';
import { periodName } from '../text/periods.ts';
import { strategyText } from '../text/strategy.ts';
import { writingText } from '../text/writing.ts';
import { measurePlace, metricPlace, newMetricPlace, redefinePlace, retirePlace } from '../urls.ts';
import { MetricPage } from '../views/metric.tsx';
import { MetricFormPage, RedefinePage } from '../views/metric-form.tsx';
import { valueText } from '../views/parts.tsx';
import type { StrategyParts } from './reading.tsx';
import { areaSeen, metricSeen, ownersIn, trailTo, type WithArea, type WithMetric } from './seen.ts';

export function metricRoutes(web: Web, parts: StrategyParts): void {
  web.get(newMetricPlace, staff, (visit) => newPage(visit, parts));
  web.post(newMetricPlace, staff, (visit) => add(visit, parts));
  web.get(metricPlace, anyone, (visit) => metricPage(visit, parts));
  web.post(measurePlace, signedIn, (visit) => postMeasure(visit, parts));
  web.get(redefinePlace, staff, (visit) => redefinePage(visit));
  web.post(redefinePlace, staff, postRedefine);
  web.post(retirePlace, staff, stop);
}

async function newPage(visit: WithArea, { figures }: StrategyParts, problems?: FormProblems): Promise<Response> {
  const { tx, language, params } = visit;
  const area = await areaSeen(visit, params.area);
  return visit.page(
    { title: writingText(language).newMetric, trail: trailTo(visit), status: problems ? 422 : 200 },
    MetricFormPage({
      language,
      action: newMetricPlace({ area: area.id }),
      figures,
      people: await ownersIn(tx),
      problems,
    }),
  );
}

/** What Grobund counts brings its own unit, definition and small-number rule. */
async function add(visit: WithArea, parts: StrategyParts): Promise<Response> {
  const { tx, language, params, form } = visit;
  const area = await areaSeen(visit, params.area);
  const read = readForm(metricForm(language), form);
  if (!read.ok) return newPage(visit, parts, read.refusal);
  const typed = read.value;
  const figure = parts.figures.find(({ code }) => code === typed.figure) ?? null;
  const own = tx.tenant.language;
  const id = await addMetric(tx, {
    areaId: area.id,
    figure: figure?.code ?? null,
    unit: figure?.unit ?? typed.unit,
    people: figure?.people ?? typed.people,
    frequency: typed.frequency,
    ownerId: typed.owner,
    from: periodOf(typed.from, typed.frequency).from,
    first: {
      name: typed.name || (figure?.name[own] ?? ''),
      definition: typed.definition || (figure?.definition[own] ?? ''),
      better: typed.better,
      ...goalsOf(typed),
    },
  });
  return visit.redirect(metricPlace({ metric: id }), writingText(language).made);
}

async function metricPage(visit: WithMetric, parts: StrategyParts, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, query } = visit;
  const metric = await metricSeen(visit);
  const points = (await seriesFor(tx, parts.figures, [metric])).get(metric.id) ?? [];
  const format = wantedFile(query);
  if (format) return seriesFile(visit, metric, points, format);
  const inside = mayLookInside(actor);
  const people = [metric.ownerId, ...points.flatMap(({ measured }) => measured?.by ?? [])];
  const names = await displayNames(
    tx,
    people.map((id) => ({ kind: 'person', id })),
    language,
  );
  const figure = parts.figures.find(({ code }) => code === metric.figure);
  return visit.page(
    { title: definitionOn(metric, tx.today).name, trail: trailTo(visit), wide: true, status: problems ? 422 : 200 },
    <>
      <MetricPage
        language={language}
        today={tx.today}
        metric={metric}
        points={points}
        names={names}
        may={{ write: mayWrite(actor), inside, tell: mayTell(actor, metric) }}
        behindHref={inside && figure ? (point) => parts.behind(figure, point) : null}
        problems={problems}
      />
      <FileLinks language={language} query={query} />
    </>,
  );
}

function seriesFile(
  visit: WithMetric,
  metric: Metric,
  points: readonly Point[],
  format: 'csv' | 'xlsx',
): Promise<Response> {
  const { language } = visit;
  const words = strategyText(language);
  return listFile(visit, format, {
    title: definitionOn(metric, visit.tx.today).name,
    columns: [
      [words.period, (point: Point) => periodName(point, language)],
      [
        words.value,
        ({ value }) => (value.kind === 'measured' ? value.hundredths / 100 : valueText(metric.unit, value, language)),
      ],
      [words.status, ({ off }) => (off === null ? '' : off ? words.offTrack : words.onTrack)],
    ],
    ...onePage(points),
  });
}

async function postMeasure(visit: WithMetric, parts: StrategyParts): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const metric = await metricSeen(visit);
  if (!mayTell(actor, metric) || metric.retiredOn) missing();
  const read = readForm(measureForm(language), form);
  if (!read.ok) return metricPage(visit, parts, read.refusal);
  const { from, value, outOf, words } = read.value;
  const told = await measure(tx, metric, { from, hundredths: value, outOf, words });
  const labels = writingText(language);
  if (!told.ok) {
    const field = told.refusal === 'fed' ? 'words' : 'from';
    return metricPage(visit, parts, problemIn(form, field, labels.measureRefused[told.refusal]));
  }
  return visit.redirect(metricPlace({ metric: metric.id }), labels.saved);
}

async function redefinePage(visit: WithMetric, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const metric = await metricSeen(visit);
  if (metric.retiredOn) missing();
  const now = definitionOn(metric, tx.today);
  return visit.page(
    {
      title: writingText(language).redefineTitle,
      trail: [...trailTo(visit), { href: metricPlace({ metric: metric.id }), label: now.name }],
      status: problems ? 422 : 200,
    },
    RedefinePage({ language, action: redefinePlace({ metric: metric.id }), now, problems }),
  );
}

async function postRedefine(visit: WithMetric): Promise<Response> {
  const { tx, language, form } = visit;
  const metric = await metricSeen(visit);
  if (metric.retiredOn) missing();
  const read = readForm(definitionForm(language), form);
  if (!read.ok) return redefinePage(visit, read.refusal);
  const { name, definition, better, from, why } = read.value;
  const broken = periodOf(from, metric.frequency).from;
  const done = await redefine(tx, metric, { name, definition, better, why, from: broken, ...goalsOf(read.value) });
  const labels = writingText(language);
  if (!done.ok) {
    const field = done.refusal === 'no_why' ? 'why' : done.refusal === 'defined_meanwhile' ? '' : 'from';
    return redefinePage(visit, problemIn(form, field, labels.redefineRefused[done.refusal]));
  }
  return visit.redirect(metricPlace({ metric: metric.id }), labels.saved);
}

async function stop(visit: WithMetric): Promise<Response> {
  const metric = await metricSeen(visit);
  await stopMetric(visit.tx, metric.id);
  return visit.redirect(metricPlace({ metric: metric.id }), writingText(visit.language).stoppedNow);
}
