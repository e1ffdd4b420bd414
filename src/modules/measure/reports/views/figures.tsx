import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import type { Guarded } from '../../../../kernel/small-groups.ts';
import { Chart } from '../../../../ui/components/chart.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { type Column, Table } from '../../../../ui/components/table.tsx';
import {
  ASK_RESULTS,
  answersShown,
  decimal,
  type Figures,
  type Life,
  type PeopleIn,
  type Place,
} from '../rules/figures.ts';
import { IDEA_FIGURES, LIFE_FIGURES } from '../rules/rows.ts';
import { reportText } from '../text/report.ts';
import { behindPlace, FIGURE_NAMES, type FigureName, WHOLE } from '../urls.ts';
import { Big, BigFigures } from './parts.tsx';

export interface FiguresProps {
  readonly language: Language;
  readonly figures: Figures;
}

/** What came in, and what became of it. */
export function Ideas({ language, figures }: FiguresProps): Html {
  const words = reportText(language);
  const { ideas, year } = figures;
  return (
    <section class="stack">
      <Heading level={2}>{words.ideas}</Heading>
      {ideas === null ? (
        <p>{words.missingIdeas}</p>
      ) : (
        <>
          <p>{words.ideasIntro}</p>
          <BigFigures>
            {[
              ...IDEA_FIGURES.map((figure) => (
                <Big
                  count={ideas[figure]}
                  words={figure === 'received' && ideas.received === 1 ? words.oneIdea : words.figures[figure]}
                  href={behindHref(year, figure)}
                />
              )),
              <Big
                count={decimal(ideas.medianDays, language) ?? words.missing}
                words={ideas.medianDays === 1 ? words.oneDay : words.medianDays}
              />,
            ]}
          </BigFigures>
        </>
      )}
    </section>
  );
}

/** What was begun and how it went: in all, by subject, by department. */
export function Initiatives({ language, figures }: FiguresProps): Html {
  const words = reportText(language);
  const { initiatives, year } = figures;
  if (initiatives === null) {
    return (
      <section class="stack">
        <Heading level={2}>{words.initiatives}</Heading>
        <p>{words.missingInitiatives}</p>
      </section>
    );
  }
  return (
    <section class="stack">
      <Heading level={2}>{words.initiatives}</Heading>
      <p>{words.initiativesIntro}</p>
      <BigFigures>
        {LIFE_FIGURES.map((figure) => (
          <Big count={initiatives.all[figure]} words={words.figures[figure]} href={behindHref(year, figure)} />
        ))}
      </BigFigures>
      <Chart
        language={language}
        title={words.chartTitle}
        summary={words.chartSummary}
        labelHeading={words.category}
        valueHeading={words.figures.begun}
        tableLabel={words.seeFigures}
        points={initiatives.byCategory.map(({ category, begun }) => ({
          label: words.categories[category],
          value: begun,
          text: String(begun),
        }))}
      />
      <Table
        language={language}
        caption={words.category}
        captionHidden
        rows={initiatives.byCategory}
        columns={[
          { heading: words.category, names: true, cell: (life) => words.categories[life.category], foot: words.all },
          ...lifeColumns<(typeof initiatives.byCategory)[number]>(language, year, (life) => ({
            emne: life.category,
          })).map((column, at) => ({ ...column, foot: initiatives.all[LIFE_FIGURES[at] ?? 'begun'] })),
        ]}
      />
      <Heading level={3}>{words.byDepartment}</Heading>
      <p class="quiet">{words.byDepartmentIntro}</p>
      <Table
        language={language}
        caption={words.byDepartment}
        captionHidden
        rows={initiatives.byDepartment}
        columns={[
          { heading: words.department, names: true, cell: (place) => placeName(place, words.whole) },
          ...lifeColumns<Place & Life>(language, year, (place) => ({ afdeling: place.id ?? WHOLE })),
        ]}
      />
    </section>
  );
}

/** How many were part of it. Nobody is named, and no small group is shown. */
export function People({ language, figures }: FiguresProps): Html {
  const words = reportText(language);
  const { drivers, asked } = figures;
  const shown = (count: Guarded) => count ?? words.hidden;
  return (
    <section class="stack">
      <Heading level={2}>{words.people}</Heading>
      <p>{words.peopleIntro}</p>
      {drivers === null && <p>{words.missingDrivers}</p>}
      {asked === null && <p>{words.missingAsked}</p>}
      <BigFigures>
        {[
          ...(drivers ? [<Big count={shown(drivers.people)} words={words.drivers} />] : []),
          ...(asked
            ? [
                <Big count={shown(asked.people)} words={words.asked} />,
                ...(answersShown(asked)
                  ? ASK_RESULTS.map((result) => (
                      <Big count={shown(asked.answers[result])} words={words.answers[result]} />
                    ))
                  : []),
              ]
            : []),
        ]}
      </BigFigures>
      {asked && !answersShown(asked) && <p>{words.tooFewAnswers}</p>}
      <PeopleByDepartment language={language} figures={figures} />
    </section>
  );
}

function PeopleByDepartment({ language, figures: { drivers, asked } }: FiguresProps): Html | null {
  const words = reportText(language);
  const places = (drivers ?? asked)?.byDepartment ?? [];
  if (places.length === 0) return null;
  const countAt = (one: { readonly byDepartment: readonly PeopleIn[] } | null, place: Place) =>
    one?.byDepartment.find(({ id }) => id === place.id)?.people ?? null;
  const shown = places.some((place) => countAt(drivers, place) !== null || countAt(asked, place) !== null);
  const column = (heading: string, one: typeof drivers | typeof asked): Column<Place> => ({
    heading,
    numeric: true,
    cell: (place) => (one === null ? words.missing : (countAt(one, place) ?? words.hidden)),
  });
  return (
    <>
      <Heading level={3}>{words.peopleByDepartment}</Heading>
      {shown ? (
        <Table
          language={language}
          caption={words.peopleByDepartment}
          captionHidden
          rows={places}
          columns={[
            { heading: words.department, names: true, cell: (place) => placeName(place, words.several) },
            column(words.peopleColumns.drivers, drivers),
            column(words.peopleColumns.asked, asked),
          ]}
        />
      ) : (
        <p>{words.tooFew}</p>
      )}
    </>
  );
}

function lifeColumns<Row extends Life>(
  language: Language,
  year: number,
  filter: (row: Row) => Readonly<Record<string, string>>,
): readonly Column<Row>[] {
  return LIFE_FIGURES.map((figure) => ({
    heading: capital(reportText(language).figures[figure]),
    numeric: true,
    cell: (row) => (row[figure] === 0 ? 0 : <a href={behindHref(year, figure, filter(row))}>{row[figure]}</a>),
  }));
}

function behindHref(year: number, figure: FigureName, filter: Readonly<Record<string, string>> = {}): string {
  return behindPlace({ year: String(year), figure: FIGURE_NAMES[figure] }, filter);
}

function placeName(place: Place, elsewhere: string): string {
  return place.id === null ? elsewhere : place.name;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
