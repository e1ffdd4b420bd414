import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { barLengthOf, wholeBarOf } from '../../../../platform/figures/count.ts';
import { showCount, showHundredths } from '../../../../platform/figures/words.ts';
import { FigureBar } from '../../../../ui/components/figure-bar.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import type { StrategyYear } from '../../strategy/public.ts';
import { type CountedFigure, toldOf } from '../rules/counted.ts';
import { ROOM_ORDER } from '../rules/dashboard.ts';
import { dashboardText } from '../text/dashboard.ts';
import { managementText } from '../text/management.ts';
import { figurePlace } from '../urls.ts';

/** Every figure of the year with last year's beside it; each opens to its rows as they are today. */
export function Counted(props: {
  readonly language: Language;
  readonly year: number;
  readonly counted: readonly CountedFigure[];
}): Html | null {
  const { language, year } = props;
  const counted = toldOf(props.counted);
  const words = managementText(language);
  if (counted.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.counted}</Heading>
      {ROOM_ORDER.map((room) => {
        const here = counted.filter((one) => one.room === room);
        const title = dashboardText(language).rooms[room];
        return here.length > 0 && <RoomYears language={language} year={year} title={title} here={here} />;
      })}
    </section>
  );
}

function RoomYears(props: {
  readonly language: Language;
  readonly year: number;
  readonly title: string;
  readonly here: readonly CountedFigure[];
}): Html {
  const { language, year, here } = props;
  const cell = (one: CountedFigure, which: 'now' | 'before', ofYear: number) => {
    const count = one[which];
    const text = showCount(one.unit, count, language);
    const top = wholeBarOf(one.unit, [one.now, one.before]);
    const bar = <FigureBar text={text} length={barLengthOf(one.unit, count)} top={top} faint={which === 'before'} />;
    if (count.kind !== 'counted') return bar;
    const label = dashboardText(language).open(one.name[language], String(ofYear), text);
    return (
      <a class="figure-link" href={figurePlace({ figure: one.address }, { aar: ofYear })} aria-label={label}>
        {bar}
      </a>
    );
  };
  return (
    <Table
      language={language}
      caption={props.title}
      rows={here}
      columns={[
        { heading: managementText(language).figure, names: true, cell: ({ name }) => name[language] },
        { heading: String(year), cell: (one) => cell(one, 'now', year) },
        { heading: String(year - 1), cell: (one) => cell(one, 'before', year - 1) },
      ]}
    />
  );
}

/** The strategy as the year saw it. */
export function StrategyPart(props: {
  readonly language: Language;
  readonly year: number;
  readonly strategy: StrategyYear | null;
}): Html {
  const { language, year, strategy } = props;
  const words = managementText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.strategy}</Heading>
      {strategy ? (
        <>
          <p>
            <span lang="da">{words.strategyIs(strategy.title)}</span>{' '}
            {strategy.approved
              ? words.approved(formatDay(strategy.approved.decidedOn, language), strategy.approved.decision)
              : words.notApproved}
          </p>
          {strategy.areas.map((area) => (
            <AreaPart language={language} year={year} area={area} />
          ))}
        </>
      ) : (
        <p>{words.noStrategy}</p>
      )}
    </section>
  );
}

type AreaYear = StrategyYear['areas'][number];
type MetricYear = AreaYear['metrics'][number];

function AreaPart(props: { readonly language: Language; readonly year: number; readonly area: AreaYear }): Html {
  const { language, year, area } = props;
  const words = managementText(language);
  const shown = ({ unit }: MetricYear, value: MetricYear['now']) =>
    value.kind === 'measured' ? showHundredths(unit, value.hundredths, language) : words[value.kind];
  return (
    <>
      <Heading level={3}>
        <span lang="da">{area.title}</span>
      </Heading>
      {area.metrics.length > 0 && (
        <Table
          language={language}
          caption={words.metric}
          captionHidden
          rows={area.metrics}
          columns={[
            { heading: words.metric, names: true, cell: ({ name }) => <span lang="da">{name}</span> },
            { heading: String(year), numeric: true, cell: (one) => shown(one, one.now) },
            { heading: String(year - 1), numeric: true, cell: (one) => shown(one, one.before) },
            {
              heading: words.target,
              numeric: true,
              cell: ({ unit, target }) =>
                target ? `${showHundredths(unit, target.hundredths, language)} (${target.year})` : '–',
            },
            { heading: words.status, cell: ({ off }) => (off === null ? words.followed : off ? words.off : words.on) },
          ]}
        />
      )}
      {area.plans.length > 0 && (
        <ul>
          {area.plans.map(({ title, deadline, state, late }) => (
            <li>
              <span lang="da">{title}</span>: {words.states[state]}
              {late && `, ${words.late}`} ({words.deadline.toLowerCase()} {formatDay(deadline, language)})
            </li>
          ))}
        </ul>
      )}
      <Evaluated {...props} />
    </>
  );
}

function Evaluated({
  language,
  year,
  area,
}: {
  readonly language: Language;
  readonly year: number;
  readonly area: AreaYear;
}): Html {
  const words = managementText(language);
  const { evaluation, evaluationBefore } = area;
  return (
    <>
      {evaluation ? (
        <>
          <p>
            <strong>{words.done}</strong> <span lang="da">{evaluation.done}</span>
          </p>
          {evaluation.learned !== '' && (
            <p>
              <strong>{words.learned}</strong> <span lang="da">{evaluation.learned}</span>
            </p>
          )}
          <p>{words.courses[evaluation.course]}</p>
        </>
      ) : (
        <p class="quiet">{words.unwritten}</p>
      )}
      {evaluationBefore && (
        <Notice heading={words.lastYear(year - 1)} level={3}>
          <p>
            <span lang="da">{evaluationBefore.done}</span> {words.courses[evaluationBefore.course]}
          </p>
        </Notice>
      )}
    </>
  );
}
