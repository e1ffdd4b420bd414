import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { SeriesChart } from '../../../../ui/components/series-chart.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import {
  definitionOn,
  expectedOn,
  type Goal,
  type Metric,
  missingPoint,
  offTwice,
  type Point,
} from '../rules/metric.ts';
import { periodName, periodsText } from '../text/periods.ts';
import { strategyText } from '../text/strategy.ts';
import { writingText } from '../text/writing.ts';
import { measurePlace, redefinePlace, retirePlace } from '../urls.ts';
import { TrackTag, valueText } from './parts.tsx';

export interface MetricProps {
  readonly language: Language;
  readonly today: Day;
  readonly metric: Metric;
  readonly points: readonly Point[];
  /** Names of owners and of those who measured; for those who look inside. */
  readonly names: ReadonlyMap<string, string>;
  readonly may: { readonly write: boolean; readonly inside: boolean; readonly tell: boolean };
  /** The rows behind a period; null where somebody typed, or the reader may not look. */
  readonly behindHref: ((point: Point) => string) | null;
  readonly problems?: FormProblems | undefined;
}

/** One metric: what it is, the series, and what can be done with it. */
export function MetricPage(props: MetricProps): Html {
  const { language, metric, points, may, today } = props;
  const words = strategyText(language);
  const now = definitionOn(metric, today);
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} />
      <p>
        <TrackTag points={points} language={language} />
      </p>
      {offTwice(points) && (
        <Notice kind="warning" heading={words.offTwice}>
          <p>{words.offTwiceText}</p>
        </Notice>
      )}
      {metric.retiredOn && <Notice>{words.stopped(formatDay(metric.retiredOn, language))}</Notice>}
      <Facts {...props} />
      <SeriesChart
        title={words.chart(now.name)}
        summary={words.chartSummary}
        points={points.map((point) => ({
          label: periodName(point, language),
          value: point.value.kind === 'measured' ? point.value.hundredths : null,
          aim: expectedOn(point.definition, point.until),
          breaks: point.breaks,
        }))}
      />
      <Series {...props} />
      {may.tell && metric.retiredOn === null && <MeasureForm {...props} />}
      {may.write && metric.retiredOn === null && (
        <div class="actions">
          <LinkButton href={redefinePlace({ metric: metric.id })} look="secondary">
            {words.redefine}
          </LinkButton>
          <Form action={retirePlace({ metric: metric.id })} class="actions">
            <Button look="tertiary">{words.stop}</Button>
          </Form>
        </div>
      )}
    </>
  );
}

function Facts({ language, metric, today, names, may }: MetricProps): Html {
  const words = strategyText(language);
  const now = definitionOn(metric, today);
  const goal = (one: Goal | null) => {
    if (!one) return null;
    const value = { kind: 'measured', hundredths: one.hundredths, of: null } as const;
    return words.inYear(valueText(metric.unit, value, language), one.year);
  };
  return (
    <DescriptionList
      rows={[
        { term: words.definition, content: now.definition && <span lang="da">{now.definition}</span> },
        { term: words.source, content: metric.figure ? words.fed : words.typed },
        { term: words.frequency, content: periodsText(language).frequencies[metric.frequency] },
        { term: words.baseline, content: goal(now.baseline) },
        { term: words.target, content: goal(now.target) },
        { term: words.direction, content: words.better[now.better] },
        { term: words.owner, content: may.inside && names.get(`person:${metric.ownerId}`) },
        { term: words.comment, content: metric.people && words.smallRule },
      ]}
    />
  );
}

function Series({ language, metric, points, names, may, behindHref }: MetricProps): Html {
  const words = strategyText(language);
  const shown = points.toReversed();
  return (
    <>
      <Heading level={2}>{words.series}</Heading>
      <Table
        language={language}
        caption={words.series}
        captionHidden
        rows={shown}
        columns={[
          { heading: words.period, names: true, cell: (point) => periodName(point, language) },
          {
            heading: words.value,
            numeric: true,
            cell: (point) => <Shown {...{ language, metric, point, behindHref }} />,
          },
          {
            heading: words.expected,
            numeric: true,
            cell: ({ definition, until }) => {
              const expected = expectedOn(definition, until);
              if (expected === null) return '–';
              return valueText(metric.unit, { kind: 'measured', hundredths: Math.round(expected), of: null }, language);
            },
          },
          { heading: words.comment, cell: (point) => <Remarks {...{ language, point, names, inside: may.inside }} /> },
        ]}
      />
      {metric.definitions.slice(1).map((one) => (
        <p class="quiet">{words.breaks(formatDay(one.from, language), one.why)}</p>
      ))}
    </>
  );
}

function Shown(props: {
  readonly language: Language;
  readonly metric: Metric;
  readonly point: Point;
  readonly behindHref: MetricProps['behindHref'];
}): Html {
  const { point, behindHref, language } = props;
  const text = valueText(props.metric.unit, point.value, language);
  const words = strategyText(language);
  return (
    <>
      {behindHref && point.value.kind === 'measured' ? (
        <a href={behindHref(point)} aria-label={`${text}. ${words.openRows}: ${periodName(point, language)}`}>
          {text}
        </a>
      ) : (
        text
      )}
      {point.running && <span class="quiet"> ({words.running})</span>}
    </>
  );
}

/** Who measured, when, and what they said. The words are for those who look inside. */
function Remarks(props: {
  readonly language: Language;
  readonly point: Point;
  readonly names: ReadonlyMap<string, string>;
  readonly inside: boolean;
}): Html {
  const { language, point } = props;
  const { measured } = point;
  const words = strategyText(language);
  const notes = [
    point.breaks && words.brokenHere,
    point.off && words.offTrack,
    point.corrections > 0 && words.corrected(point.corrections),
    props.inside && measured?.fromFile && words.fromFile,
    props.inside &&
      measured?.by &&
      words.measuredBy(props.names.get(`person:${measured.by}`) ?? '', formatDay(measured.on, language, 'short')),
  ].filter((note) => typeof note === 'string');
  return (
    <>
      {props.inside && measured?.words && <span lang="da">{measured.words} </span>}
      <span class="quiet">{notes.join('; ')}</span>
    </>
  );
}

/** The newest missing period is chosen beforehand. */
function MeasureForm({ language, metric, points, problems }: MetricProps): Html {
  const words = writingText(language);
  const labels = strategyText(language);
  const missing = missingPoint(points) ?? points.findLast(({ running }) => !running) ?? points.at(-1);
  const typed = metric.figure === null;
  return (
    <section class="stack">
      <Heading level={2}>{labels.measure}</Heading>
      <Form action={measurePlace({ metric: metric.id })}>
        <Select
          language={language}
          problems={problems}
          name="from"
          label={words.measurePeriod}
          value={missing?.from}
          options={points.toReversed().map((point) => ({ value: point.from, label: periodName(point, language) }))}
        />
        {typed && (
          <NumberField
            language={language}
            problems={problems}
            name="value"
            label={words.measureValue}
            hint={words.measureValueHint}
            unit={words.units[metric.unit]}
            optional
          />
        )}
        {typed && metric.unit === 'share' && (
          <NumberField
            language={language}
            problems={problems}
            name="outOf"
            label={words.outOf}
            hint={words.outOfHint}
            optional
          />
        )}
        <TextArea
          language={language}
          problems={problems}
          name="words"
          label={words.measureWords}
          rows={2}
          maxlength={1000}
          optional
        />
        <Button>{words.save}</Button>
      </Form>
    </section>
  );
}
