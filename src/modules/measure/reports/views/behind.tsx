import type { Html } from '#jsx/jsx-runtime';
import { daysBetween } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Breadcrumb, Pagination } from '../../../../ui/components/wayfinding.tsx';
import type { IdeaRow, InitiativeRow } from '../rules/rows.ts';
import { pagesText } from '../text/pages.ts';
import { reportText } from '../text/report.ts';
import { type FigureName, reportPlace, reportsPlace } from '../urls.ts';

export interface BehindProps {
  readonly language: Language;
  readonly year: number;
  readonly figure: FigureName;
  /** "Det grønne", "Kærhaven": what the rows were narrowed to. */
  readonly narrowed: string | null;
  readonly rows:
    | { readonly kind: 'ideas'; readonly shown: readonly IdeaRow[] }
    | { readonly kind: 'initiatives'; readonly shown: readonly InitiativeRow[] };
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly pageHref: (page: number) => Path;
  readonly departments: ReadonlyMap<string, string>;
  readonly initiativeHref: (id: string) => Path;
  /** Null for those who may not read ideas. */
  readonly ideaHref: ((id: string) => Path) | null;
}

/** The rows that one figure is the number of. */
export function BehindPage(props: BehindProps): Html {
  const { language, year, total } = props;
  const words = pagesText(language);
  const what = words.behind[props.figure];
  return (
    <>
      <Breadcrumb
        language={language}
        steps={[
          { href: reportsPlace({}), label: words.reports },
          { href: reportPlace({ year: String(year) }), label: reportText(language).title(year) },
        ]}
      />
      <h1 class="ds-heading page-title" data-size="lg">
        {words.behindTitle(props.narrowed ? `${what} (${props.narrowed})` : what, year)}
      </h1>
      {total > 0 && <p>{words.behindIntro(total)}</p>}
      {props.rows.kind === 'ideas' ? (
        <IdeaTable {...props} shown={props.rows.shown} caption={what} />
      ) : (
        <InitiativeTable {...props} shown={props.rows.shown} caption={what} />
      )}
      <Pagination language={language} page={props.page} pages={props.pages} href={props.pageHref} />
    </>
  );
}

function IdeaTable(props: BehindProps & { readonly shown: readonly IdeaRow[]; readonly caption: string }): Html {
  const { language, ideaHref } = props;
  const words = pagesText(language);
  return (
    <Table
      language={language}
      caption={props.caption}
      captionHidden
      rows={props.shown}
      empty={<EmptyState title={words.noRows} />}
      columns={[
        {
          heading: words.idea,
          names: true,
          cell: ({ id, postedOn }) => {
            const label = words.ideaFrom(formatDay(postedOn, language));
            return ideaHref ? <a href={ideaHref(id)}>{label}</a> : label;
          },
        },
        {
          heading: reportText(language).department,
          cell: ({ departmentId }) => (departmentId && props.departments.get(departmentId)) || words.nowhere,
        },
        {
          heading: words.days,
          numeric: true,
          cell: ({ postedOn, answeredOn }) =>
            answeredOn ? daysBetween(postedOn, answeredOn) : reportText(language).missing,
        },
        {
          heading: words.became,
          cell: ({ answer, initiativeId }) => (
            <>
              {answer ? words.answered[answer] : words.waiting}
              {initiativeId && (
                <>
                  {'. '}
                  <a href={props.initiativeHref(initiativeId)}>{words.seeInitiative}</a>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function InitiativeTable(
  props: BehindProps & { readonly shown: readonly InitiativeRow[]; readonly caption: string },
): Html {
  const { language } = props;
  const words = pagesText(language);
  const told = reportText(language);
  return (
    <Table
      language={language}
      caption={props.caption}
      captionHidden
      rows={props.shown}
      empty={<EmptyState title={words.noRows} />}
      columns={[
        {
          heading: words.initiative,
          names: true,
          cell: ({ id, title }) => (
            <a lang="da" href={props.initiativeHref(id)}>
              {title}
            </a>
          ),
        },
        { heading: told.category, cell: ({ category }) => told.categories[category] },
        {
          heading: told.department,
          cell: ({ departmentIds }) =>
            departmentIds.map((id) => props.departments.get(id) ?? '').join(', ') || told.whole,
        },
        { heading: words.begun, cell: ({ begunOn }) => formatDay(begunOn, language, 'short') },
        { heading: words.ended, cell: ({ end }) => (end ? formatDay(end.on, language, 'short') : '–') },
      ]}
    />
  );
}
