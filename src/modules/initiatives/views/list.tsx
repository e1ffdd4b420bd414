import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { CardGrid } from '../../../ui/components/card.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Pagination } from '../../../ui/components/wayfinding.tsx';
import { Checkbox } from '../../../ui/forms/choices.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Select } from '../../../ui/forms/select.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { CATEGORIES, type Card, STATUSES, STORIES_A_PAGE } from '../rules.ts';
import { initiativesText } from '../text/initiatives.ts';
import { initiativesPlace, newIdeaPlace, newInitiativePlace, overviewPlace } from '../urls.ts';
import { type DepartmentNames, InitiativeCard } from './card.tsx';

/** What the reader asked to see, as it stands in the address. */
export interface ListChoice {
  readonly q: string;
  readonly category: string;
  readonly department: string;
  /** A status, `''` for all that goes on, or `alle`. */
  readonly status: string;
  readonly help: boolean;
}

export interface ListProps {
  readonly language: Language;
  readonly cards: readonly Card[];
  readonly total: number;
  readonly page: number;
  readonly choice: ListChoice;
  readonly departments: DepartmentNames;
  readonly may: { readonly create: boolean; readonly seeOverview: boolean };
}

export function ListPage(props: ListProps): Html {
  const { language, choice } = props;
  const words = initiativesText(language);
  const pageHref = (page: number) =>
    initiativesPlace(
      {},
      {
        q: choice.q || null,
        emne: choice.category || null,
        afdeling: choice.department || null,
        status: choice.status || null,
        hjaelp: choice.help ? 'ja' : null,
        side: page > 1 ? page : null,
      },
    );
  return (
    <>
      <p class="lead">{words.listIntro}</p>
      <p class="actions">
        <LinkButton href={newIdeaPlace({})}>{words.haveIdea}</LinkButton>
        {props.may.create && (
          <LinkButton href={newInitiativePlace({})} look="secondary">
            {words.newInitiative}
          </LinkButton>
        )}
        {props.may.seeOverview && (
          <LinkButton href={overviewPlace({})} look="tertiary">
            {words.overview}
          </LinkButton>
        )}
      </p>
      <Filters language={language} choice={choice} departments={props.departments} />
      <p role="status" class="quiet">
        {words.found(props.total)}
      </p>
      {props.cards.length === 0 ? (
        <EmptyState
          title={words.noneFound}
          text={words.noneFoundText}
          action={{ href: initiativesPlace({}, { status: 'alle' }), label: words.showAll }}
        />
      ) : (
        <CardGrid>
          {props.cards.map((card) => (
            <InitiativeCard language={language} card={card} departments={props.departments} level={2} />
          ))}
        </CardGrid>
      )}
      <Pagination
        language={language}
        page={props.page}
        pages={Math.ceil(props.total / STORIES_A_PAGE)}
        href={pageHref}
      />
    </>
  );
}

function Filters(props: {
  readonly language: Language;
  readonly choice: ListChoice;
  readonly departments: DepartmentNames;
}): Html {
  const { language, choice } = props;
  const words = initiativesText(language);
  return (
    <search>
      <Form action={initiativesPlace({})} method="get" class="form filters" label={words.search}>
        <TextField language={language} name="q" type="search" label={words.search} value={choice.q} optional />
        <Select
          language={language}
          name="emne"
          label={words.categoryLabel}
          optional
          empty={words.allCategories}
          value={choice.category}
          options={CATEGORIES.map((value) => ({ value, label: words.category[value] }))}
        />
        <Select
          language={language}
          name="afdeling"
          label={words.departmentLabel}
          optional
          empty={words.allDepartments}
          value={choice.department}
          options={[...props.departments].map(([value, label]) => ({ value, label }))}
        />
        <Select
          language={language}
          name="status"
          label={words.statusLabel}
          optional
          empty={words.allStatuses}
          value={choice.status}
          options={[
            ...STATUSES.map((value) => ({ value: value as string, label: words.status[value] })),
            { value: 'alle', label: words.everyStatus },
          ]}
        />
        <Checkbox language={language} name="hjaelp" label={words.seeksHelp} checked={choice.help} />
        <Button look="secondary">{words.show}</Button>
      </Form>
    </search>
  );
}
