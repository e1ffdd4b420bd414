import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import { formatRelativeDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { LinkButton } from '../../../ui/components/button.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { Breadcrumb, Pagination } from '../../../ui/components/wayfinding.tsx';
import { CARDS_A_PAGE, type QuietCard, STATUSES, type Status } from '../rules.ts';
import { initiativesText } from '../text/initiatives.ts';
import { insideText } from '../text/inside.ts';
import { initiativesPlace, insidePlace, newInitiativePlace, overviewPlace } from '../urls.ts';
import { type DepartmentNames, InitiativeStatus, whereText } from './card.tsx';
import { PageTitle } from './page-title.tsx';

export interface OverviewProps {
  readonly language: Language;
  readonly today: Day;
  readonly counts: Readonly<Record<Status, number>>;
  readonly cards: readonly QuietCard[];
  readonly total: number;
  readonly page: number;
  readonly departments: DepartmentNames;
}

/** For consultants: how many there are, each figure open to its rows, and the quiet ones first. */
export function OverviewPage(props: OverviewProps): Html {
  const { language, today } = props;
  const told = insideText(language);
  const words = initiativesText(language);
  return (
    <>
      <Breadcrumb language={language} steps={[{ href: initiativesPlace({}), label: words.initiatives }]} />
      <PageTitle>{words.overview}</PageTitle>
      <p class="actions">
        <LinkButton href={newInitiativePlace({})} look="secondary">
          {words.newInitiative}
        </LinkButton>
      </p>
      <Heading level={2}>{told.counts}</Heading>
      <Counts language={language} counts={props.counts} />
      <Heading level={2}>{told.quietFirst}</Heading>
      <p class="quiet">{told.overviewIntro}</p>
      <Table
        language={language}
        caption={told.quietFirst}
        captionHidden
        rows={props.cards}
        empty={<EmptyState title={told.nothingOpen} text={told.nothingOpenText} scene="bench" level={3} />}
        columns={[
          {
            heading: told.title,
            names: true,
            cell: (card) => (
              <a lang="da" href={insidePlace({ id: card.id })}>
                {card.title}
              </a>
            ),
          },
          { heading: words.departmentLabel, cell: (card) => whereText(language, card, props.departments) },
          { heading: told.standing, cell: (card) => <InitiativeStatus language={language} status={card.status} /> },
          {
            heading: told.last,
            cell: (card) => (card.lastHeard ? formatRelativeDay(card.lastHeard, today, language) : told.neverHeard),
          },
        ]}
      />
      <Pagination
        language={language}
        page={props.page}
        pages={Math.ceil(props.total / CARDS_A_PAGE)}
        href={(page) => overviewPlace({}, { side: page > 1 ? page : null })}
      />
    </>
  );
}

/** A small figure for each status; each leads to the initiatives it counts. */
export function Counts(props: {
  readonly language: Language;
  readonly counts: Readonly<Record<Status, number>>;
}): Html {
  return (
    <ul class="figures">
      {STATUSES.map((status) => (
        <li>
          <a href={initiativesPlace({}, { status })}>
            <span class="figure">{props.counts[status]}</span> {initiativesText(props.language).status[status]}
          </a>
        </li>
      ))}
    </ul>
  );
}
