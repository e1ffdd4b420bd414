import type { Child, Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Heading } from '../../../../ui/components/heading.tsx';
import { type Column, Table } from '../../../../ui/components/table.tsx';
import { Amount } from '../../../../ui/components/written.tsx';
import {
  type FundYear,
  HAPPENING_NAMES,
  type HappeningKind,
  projectPlace,
  resultsPlace,
  type SpanFigures,
  type YearProject,
} from '../../../decide/results/public.ts';
import { decimal } from '../rules/figures.ts';
import { cameText, MONEY_KINDS, outcomeText, shareOf } from '../rules/fund.ts';
import { fundText } from '../text/fund.ts';
import { fundBehindPlace } from '../urls.ts';
import { Big, BigFigures } from './parts.tsx';

interface FundProps {
  readonly language: Language;
  readonly year: number;
  readonly fund: FundYear;
}

/** What residents sought of the funds, what they got, and what came of it. */
export function Funds(props: {
  readonly language: Language;
  readonly year: number;
  readonly fund: FundYear | null;
}): Html {
  const { language, year, fund } = props;
  const words = fundText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.title}</Heading>
      {fund === null ? (
        <p>{words.missing}</p>
      ) : (
        <>
          <p>{words.intro}</p>
          <InAll language={language} year={year} fund={fund} />
          {fund.funds.length > 1 && <ByFund language={language} year={year} fund={fund} />}
          <Projects language={language} year={year} fund={fund} />
        </>
      )}
    </section>
  );
}

function InAll({ language, year, fund: { all } }: FundProps): Html {
  const words = fundText(language);
  const { money, answers, came } = all;
  const days = decimal(answers.medianDays, language);
  const share = shareOf(answers);
  const money_ = MONEY_KINDS.map((kind) => (
    <Big
      count={formatOre(money[kind].amount, language)}
      words={words.big[kind](money[kind].count)}
      href={money[kind].count === 0 ? null : behindHref(year, kind)}
    />
  ));
  const time =
    days === null || share === null
      ? []
      : [
          <Big count={days} words={answers.medianDays === 1 ? words.oneDay : words.median} />,
          <Big count={share} words={words.kept(answers.kept, answers.answered)} />,
        ];
  const people = came.counted === 0 ? [] : [<Big count={came.people} words={words.came(came.counted)} />];
  return (
    <>
      <BigFigures>{[...money_, ...time, ...people]}</BigFigures>
      <Beside language={language} year={year} figures={all} />
    </>
  );
}

/** What is told in a sentence: refusals, the waiting list, and what is missing. */
function Beside(props: { readonly language: Language; readonly year: number; readonly figures: SpanFigures }): Html {
  const { language, year } = props;
  const words = fundText(language);
  const { money, answers, came } = props.figures;
  const told = (['refused', 'waited', 'told'] as const).filter((kind) => money[kind].count > 0);
  return (
    <>
      {told.length > 0 && (
        <ul>
          {told.map((kind) => (
            <li>
              <a href={behindHref(year, kind)}>{words.beside[kind](money[kind].count)}</a>
            </li>
          ))}
        </ul>
      )}
      {answers.answered === 0 && <p>{words.noAnswers}</p>}
      {came.counted + came.few === 0 && <p>{words.noTold}</p>}
      {came.few > 0 && <p class="quiet">{words.few(came.few)}</p>}
    </>
  );
}

type OneFund = FundYear['funds'][number];

function ByFund({ language, year, fund: { all, funds } }: FundProps): Html {
  const words = fundText(language);
  const opened = (kind: HappeningKind, { id, money }: OneFund): Child => {
    const shown = <Amount ore={money[kind].amount} language={language} />;
    return money[kind].count === 0 ? shown : <a href={behindHref(year, kind, id)}>{shown}</a>;
  };
  const columns: readonly Column<OneFund>[] = [
    { heading: words.fund, names: true, cell: ({ name }) => <span lang="da">{name}</span>, foot: words.all },
    ...MONEY_KINDS.map((kind) => ({
      heading: words.kinds[kind],
      numeric: true,
      cell: (one: OneFund) => opened(kind, one),
      foot: <Amount ore={all.money[kind].amount} language={language} />,
    })),
    {
      heading: words.medianRow,
      numeric: true,
      cell: ({ answers }) => decimal(answers.medianDays, language) ?? words.notMeasured,
      foot: decimal(all.answers.medianDays, language) ?? words.notMeasured,
    },
    {
      heading: words.cameRow,
      numeric: true,
      cell: ({ came }) => (came.counted === 0 ? words.notMeasured : came.people),
      foot: all.came.counted === 0 ? words.notMeasured : all.came.people,
    },
  ];
  return (
    <>
      <Heading level={3}>{words.byFund}</Heading>
      <Table language={language} caption={words.byFund} captionHidden rows={funds} columns={columns} />
    </>
  );
}

/** Each project with what it cost, who came, and what was said of it. */
function Projects({ language, year, fund: { projects, projectCount } }: FundProps): Html {
  const words = fundText(language);
  const more = projectCount - projects.length;
  return (
    <>
      <Heading level={3}>{words.projects}</Heading>
      <p class="quiet">{words.projectsIntro}</p>
      <Table
        language={language}
        caption={words.projects}
        captionHidden
        rows={projects}
        empty={<p>{words.noProjects}</p>}
        columns={[
          { heading: words.project, names: true, cell: (one) => <Project language={language} one={one} /> },
          {
            heading: words.yes,
            numeric: true,
            cell: ({ committed }) => <Amount ore={committed} language={language} />,
          },
          { heading: words.paid, numeric: true, cell: ({ paid }) => <Amount ore={paid} language={language} /> },
          {
            heading: words.cameHeading,
            numeric: true,
            cell: ({ came }) => cameText(came, words),
          },
          {
            heading: words.outcome,
            cell: (one) => (
              <span>
                {outcomeText(one, words)} {one.best && <bdi lang="da">{words.quoted(one.best.words)}</bdi>}
              </span>
            ),
          },
        ]}
      />
      {more > 0 && (
        <p>
          {words.more(more)} <a href={resultsPlace({}, { aar: String(year) })}>{words.seeAll}</a>
        </p>
      )}
    </>
  );
}

function Project({ language, one }: { readonly language: Language; readonly one: YearProject }): Html {
  const words = fundText(language);
  const title = <span lang="da">{one.title}</span>;
  return (
    <>
      {one.outcome === 'given_up' ? title : <a href={projectPlace({ id: one.id })}>{title}</a>}
      <br />
      <span class="quiet">
        {one.reference}. {one.places.length > 0 ? <span lang="da">{one.places.join(', ')}</span> : words.whole}
      </span>
    </>
  );
}

function behindHref(year: number, kind: HappeningKind, fundId: string | null = null): string {
  return fundBehindPlace({ year: String(year), figure: HAPPENING_NAMES[kind] }, fundId ? { pulje: fundId } : {});
}
