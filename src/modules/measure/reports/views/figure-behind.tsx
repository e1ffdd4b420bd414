import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { barLengthOf, type Count, type Line, wholeBarOf } from '../../../../platform/figures/count.ts';
import type { Figure, FigureSpan } from '../../../../platform/figures/figures.ts';
import { showCount, showParts } from '../../../../platform/figures/words.ts';
import { FigureBar } from '../../../../ui/components/figure-bar.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Pagination } from '../../../../ui/components/wayfinding.tsx';
import { dashboardText } from '../text/dashboard.ts';
import { Big, BigFigures } from './parts.tsx';

export interface FigureBehindProps {
  readonly language: Language;
  readonly figure: Figure;
  readonly span: FigureSpan;
  readonly count: Count;
  /** The same days a year before. */
  readonly before: Count;
  readonly beforeHref: string;
  /** In each department; empty where the figure has none, or one is chosen. */
  readonly byPlace: readonly { readonly name: string; readonly count: Count; readonly href: string }[];
  readonly lines: readonly Line[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly pageHref: (page: number) => string;
  /** May the reader open what the rows are about? */
  readonly mayOpen: boolean;
}

/** One figure: how it is counted, last year's, department by department, and the rows. */
export function FigureBehindPage(props: FigureBehindProps): Html {
  const { language, figure, span, count, before } = props;
  const words = dashboardText(language);
  const shown = (one: Count) => {
    const parts = showParts(one, language);
    return parts ? `${showCount(figure.unit, one, language)} (${parts})` : showCount(figure.unit, one, language);
  };
  return (
    <>
      <p class="lead">{figure.definition[language]}</p>
      <p class="quiet">
        {words.inPeriod(formatDay(span.from, language), formatDay(span.until, language))}{' '}
        {figure.people && words.onceText}
      </p>
      <BigFigures>
        {[
          <Big count={shown(count)} words={words.result} />,
          <Big
            count={shown(before)}
            words={words.yearBefore}
            href={before.kind === 'counted' ? props.beforeHref : null}
          />,
        ]}
      </BigFigures>
      {props.byPlace.length > 0 && <ByPlace {...props} />}
      <Rows {...props} />
    </>
  );
}

function ByPlace({ language, figure, byPlace }: FigureBehindProps): Html {
  const words = dashboardText(language);
  const top = wholeBarOf(
    figure.unit,
    byPlace.map(({ count }) => count),
  );
  return (
    <section class="stack">
      <Heading level={2}>{words.byDepartment}</Heading>
      {!figure.people && <p class="quiet">{words.bothText}</p>}
      <Table
        language={language}
        caption={words.byDepartment}
        captionHidden
        rows={byPlace}
        columns={[
          { heading: words.place, names: true, cell: ({ name }) => <span lang="da">{name}</span> },
          {
            heading: figure.name[language],
            cell: ({ name, count, href }) => {
              const text = showCount(figure.unit, count, language);
              const bar = <FigureBar text={text} length={barLengthOf(figure.unit, count)} top={top} />;
              if (count.kind !== 'counted') return bar;
              return (
                <a class="figure-link" href={href} aria-label={words.open(name, figure.name[language], text)}>
                  {bar}
                </a>
              );
            },
          },
        ]}
      />
    </section>
  );
}

function Rows(props: FigureBehindProps): Html {
  const { language, figure, count, lines } = props;
  const words = dashboardText(language);
  if (count.kind === 'hidden') return <p>{words.hiddenRows}</p>;
  if (props.total === 0) return <p>{count.kind === 'missing' ? words.missingRows : words.noRows}</p>;
  return (
    <section class="stack">
      <Heading level={2}>{words.behindTitle(figure.name[language])}</Heading>
      <Table
        language={language}
        caption={words.behindTitle(figure.name[language])}
        captionHidden
        rows={lines}
        columns={[
          {
            heading: words.what,
            names: true,
            cell: ({ title, path, on }) => {
              const name = title ? <span lang="da">{title}</span> : `${words.untitled}, ${formatDay(on, language)}`;
              return path && props.mayOpen ? <a href={path}>{name}</a> : name;
            },
          },
          { heading: words.day, cell: ({ on }) => formatDay(on, language, 'short') },
          { heading: words.value, numeric: true, cell: (line) => showLine(figure, line.count, language) },
        ]}
      />
      <Pagination language={language} page={props.page} pages={props.pages} href={props.pageHref} />
    </section>
  );
}

/** A line of a share is its two numbers: "12 af 31". */
function showLine(figure: Figure, count: Count, language: Language): string {
  return showParts(count, language) ?? showCount(figure.unit, count, language);
}
