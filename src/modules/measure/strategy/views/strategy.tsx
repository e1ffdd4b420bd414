import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { definitionOn, type Metric, type Point, yearToEvaluate } from '../rules/metric.ts';
import type { Plan } from '../rules/plan.ts';
import type { Area, Version } from '../rules/version.ts';
import { periodName } from '../text/periods.ts';
import { strategyText } from '../text/strategy.ts';
import {
  draftPlace,
  editionFilePlace,
  editionPlace,
  evaluationPlace,
  importPlace,
  metricPlace,
  newMetricPlace,
  newPlanPlace,
  newVersionPlace,
  planPlace,
  wheelPlace,
} from '../urls.ts';
import { Paragraphs, PlanTag, TrackTag, valueText } from './parts.tsx';

export interface AreaProps {
  readonly area: Area;
  readonly plans: readonly Plan[];
  readonly metrics: readonly { readonly metric: Metric; readonly points: readonly Point[] }[];
}

export interface StrategyProps {
  readonly language: Language;
  readonly today: Day;
  readonly version: Version | null;
  readonly draft: Version | null;
  readonly areas: readonly AreaProps[];
  readonly may: { readonly write: boolean; readonly inside: boolean };
  /** Where every figure that Grobund counts is shown. */
  readonly dashboard: string | null;
}

/** The strategy in force: what is wanted, what is done about it, and how far it is. */
export function StrategyPage(props: StrategyProps): Html {
  const { language, version, may } = props;
  const words = strategyText(language);
  return (
    <>
      {version ? <InForce {...props} version={version} /> : <Nothing {...props} />}
      {may.inside && <Desk {...props} />}
      {props.areas.map((area) => (
        <AreaSection {...props} one={area} />
      ))}
      {version === null && props.areas.length > 0 && <Notice>{words.noneWriter}</Notice>}
    </>
  );
}

function Nothing({ language, may, draft }: StrategyProps): Html {
  const words = strategyText(language);
  const action = may.write && !draft ? { action: { href: newVersionPlace({}), label: words.begin } } : {};
  return <EmptyState title={words.none} text={may.write ? words.noneWriter : words.noneText} {...action} />;
}

function InForce({ language, version }: StrategyProps & { readonly version: Version }): Html {
  const words = strategyText(language);
  const { approval } = version;
  return (
    <section class="stack">
      <p class="lead">{words.lead}</p>
      <h2 class="ds-heading" data-size="md" lang="da">
        {version.title}
      </h2>
      <p class="quiet">
        {words.inForce(version.number, formatDay(version.from, language), formatDay(version.until, language))}{' '}
        {approval && words.approved(formatDay(approval.decidedOn, language), approval.decision)}
      </p>
      <Paragraphs text={version.words} />
      <p class="actions">
        <LinkButton href={editionPlace({ version: version.id })} look="secondary">
          {words.openEdition}
        </LinkButton>{' '}
        <a href={editionFilePlace({ version: version.id })}>{words.openPdf}</a>
      </p>
    </section>
  );
}

/** What those who look inside can go on to. */
function Desk({ language, today, draft, version, may, dashboard }: StrategyProps): Html {
  const words = strategyText(language);
  const year = yearToEvaluate(today);
  return (
    <ul class="short-list">
      {draft && (
        <li>
          <a href={draftPlace({ version: draft.id })}>
            {words.draft(draft.number)}: {draft.title}
          </a>
        </li>
      )}
      {may.write && !draft && version && (
        <li>
          <a href={newVersionPlace({})}>{words.newDraft}</a>
        </li>
      )}
      <li>
        <a href={evaluationPlace({ year: String(year) })}>{words.evaluate(year)}</a>
      </li>
      <li>
        <a href={wheelPlace({})}>{words.wheel}</a>
      </li>
      {dashboard && (
        <li>
          <a href={dashboard}>{words.dashboard}</a>
        </li>
      )}
      {may.write && (
        <li>
          <a href={importPlace({})}>{words.importing}</a>
        </li>
      )}
    </ul>
  );
}

function AreaSection(props: StrategyProps & { readonly one: AreaProps }): Html {
  const { language, may, one } = props;
  const words = strategyText(language);
  return (
    <section class="stack">
      <Heading level={2}>
        <span lang="da">{one.area.title}</span>
      </Heading>
      <Paragraphs text={one.area.words} />
      <Metrics {...props} />
      <Plans {...props} />
      {may.write && (
        <p class="actions">
          <LinkButton href={newPlanPlace({ area: one.area.id })} look="secondary">
            {words.addPlan}
          </LinkButton>{' '}
          <LinkButton href={newMetricPlace({ area: one.area.id })} look="secondary">
            {words.addMetric}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

function Metrics({ language, today, one }: StrategyProps & { readonly one: AreaProps }): Html {
  const words = strategyText(language);
  return (
    <Table
      language={language}
      caption={words.metrics}
      rows={one.metrics}
      empty={<p class="quiet">{words.noMetrics}</p>}
      columns={[
        {
          heading: words.metric,
          names: true,
          cell: ({ metric }) => (
            <a href={metricPlace({ metric: metric.id })} lang="da">
              {definitionOn(metric, today).name}
            </a>
          ),
        },
        {
          heading: words.now,
          numeric: true,
          cell: ({ metric, points }) => <Newest {...{ metric, points, language }} back={0} />,
        },
        {
          heading: words.before,
          numeric: true,
          cell: ({ metric, points }) => <Newest {...{ metric, points, language }} back={1} />,
        },
        {
          heading: words.target,
          numeric: true,
          cell: ({ metric }) => {
            const { target } = definitionOn(metric, today);
            if (!target) return '–';
            const value = { kind: 'measured', hundredths: target.hundredths, of: null } as const;
            return words.inYear(valueText(metric.unit, value, language), target.year);
          },
        },
        { heading: words.status, cell: ({ points }) => <TrackTag points={points} language={language} /> },
      ]}
    />
  );
}

/** The newest period that is over, or so many before it, with its name. */
function Newest(props: {
  readonly metric: Metric;
  readonly points: readonly Point[];
  readonly language: Language;
  readonly back: number;
}): Html {
  const { metric, language } = props;
  const over = props.points.filter(({ running }) => !running);
  const point = over.at(-1 - props.back);
  if (!point) return <>–</>;
  return (
    <>
      {valueText(metric.unit, point.value, language)} <span class="quiet">({periodName(point, language)})</span>
    </>
  );
}

function Plans({ language, today, one }: StrategyProps & { readonly one: AreaProps }): Html {
  const words = strategyText(language);
  return (
    <Table
      language={language}
      caption={words.plans}
      rows={one.plans}
      empty={<p class="quiet">{words.noPlans}</p>}
      columns={[
        {
          heading: words.plan,
          names: true,
          cell: (plan) => (
            <a href={planPlace({ plan: plan.id })} lang="da">
              {plan.title}
            </a>
          ),
        },
        { heading: words.deadline, cell: ({ deadline }) => formatDay(deadline, language, 'short') },
        { heading: words.status, cell: (plan) => <PlanTag plan={plan} language={language} today={today} /> },
      ]}
    />
  );
}
