import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { CardGrid } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Icon } from '../../../../ui/components/icon.tsx';
import { Pagination } from '../../../../ui/components/wayfinding.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { CARDS_A_PAGE, CATEGORIES, EFFORTS, type ListedCard, PRICES, SEASONS, type Season } from '../rules/card.ts';
import { catalogueText } from '../text/catalogue.ts';
import { atHomePlace, cataloguePlace, deskPlace, outsidePlace, proposePlace } from '../urls.ts';
import { CatalogueCard } from './parts.tsx';

/** What the reader asked to see, as it stands in the address. */
export interface Choice {
  readonly q: string;
  readonly emne: string;
  readonly pris: string;
  readonly tid: string;
  readonly sted: string;
  readonly aarstid: string;
  readonly arbejde: string;
  readonly moede: string;
}

export interface ListProps {
  readonly language: Language;
  readonly cards: readonly ListedCard[];
  readonly total: number;
  readonly page: number;
  readonly choice: Choice;
  readonly season: Season;
  readonly may: { readonly edit: boolean };
}

export function ListPage(props: ListProps): Html {
  const { language, choice } = props;
  const words = catalogueText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <p class="actions">
        <LinkButton href={atHomePlace({})} look="secondary">
          {words.atHome}
        </LinkButton>
        <LinkButton href={proposePlace({})} look="secondary">
          {words.propose}
        </LinkButton>
        <LinkButton href={outsidePlace({})} look="tertiary">
          {words.outside}
        </LinkButton>
        {props.may.edit && (
          <LinkButton href={deskPlace({})} look="tertiary">
            {words.desk}
          </LinkButton>
        )}
      </p>
      <Search {...props} />
      <Quick {...props} />
      <p role="status" class="quiet">
        {words.found(props.total)}
        {anyChosen(choice) && ' · '}
        {anyChosen(choice) && <a href={cataloguePlace({})}>{words.clear}</a>}
      </p>
      {props.cards.length === 0 ? (
        <EmptyState
          title={words.noneFound}
          text={words.noneFoundText}
          scene="search"
          action={{ href: proposePlace({}), label: words.propose }}
        />
      ) : (
        <CardGrid>
          {props.cards.map((card) => (
            <CatalogueCard language={language} card={card} level={2} />
          ))}
        </CardGrid>
      )}
      <Pagination
        language={language}
        page={props.page}
        pages={Math.ceil(props.total / CARDS_A_PAGE)}
        href={(page) => hrefOf(choice, { side: page > 1 ? String(page) : '' })}
      />
    </>
  );
}

function anyChosen(choice: Choice): boolean {
  return Object.values(choice).some((value) => value !== '');
}

function hrefOf(choice: Choice, changed: Readonly<Record<string, string>>) {
  const all = Object.entries({ ...choice, ...changed }).map(([name, value]) => [name, value || null] as const);
  return cataloguePlace({}, Object.fromEntries(all));
}

/** What most people ask for, one press each; pressed again it goes. Links, so that they work everywhere and can be sent. */
function Quick({ language, choice, season }: ListProps): Html {
  const words = catalogueText(language);
  const links: readonly (readonly [keyof Choice, string, string])[] = [
    ...CATEGORIES.map((one) => ['emne', one, words.category[one] ?? ''] as const),
    ['pris', 'under-500', words.price['under-500'] ?? ''],
    ['tid', 'aften', words.evening],
    ['sted', 'inde', words.setting.indoors ?? ''],
    ['sted', 'ude', words.setting.outdoors ?? ''],
    ['aarstid', season, words.season[season] ?? ''],
  ];
  return (
    <nav aria-label={words.quick}>
      <ul class="quick">
        {links.map(([name, value, label]) => {
          const chosen = choice[name] === value;
          return (
            <li>
              <a href={hrefOf(choice, { [name]: chosen ? '' : value })} aria-current={chosen ? 'true' : undefined}>
                {chosen && <Icon name="check" />}
                {label}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Search({ language, choice }: ListProps): Html {
  const words = catalogueText(language);
  const select = (
    name: keyof Choice,
    label: string,
    options: readonly { readonly value: string; readonly label: string | undefined }[],
  ) => (
    <Select
      language={language}
      name={name}
      label={label}
      optional
      empty={words.all}
      value={choice[name]}
      options={options.map((one) => ({ value: one.value, label: one.label ?? '' }))}
    />
  );
  const { q, ...chosen } = choice;
  return (
    <search>
      <Form action={cataloguePlace({})} method="get" class="form catalogue-search" label={words.search}>
        <TextField
          language={language}
          name="q"
          type="search"
          label={words.search}
          hint={words.searchHint}
          value={q}
          optional
        />
        <Button>{words.show}</Button>
        <Disclosure summary={words.moreFilters} open={Object.values(chosen).some((value) => value !== '')}>
          <div class="filters">
            {select('emne', words.categoryLabel, named(CATEGORIES, words.category))}
            {select('pris', words.priceLabel, named(PRICES, words.price))}
            {select('tid', words.timeLabel, [{ value: 'aften', label: words.evening }])}
            {select('sted', words.settingLabel, [
              { value: 'inde', label: words.setting.indoors },
              { value: 'ude', label: words.setting.outdoors },
            ])}
            {select('aarstid', words.seasonLabel, named(SEASONS, words.season))}
            {select('arbejde', words.effortLabel, named(EFFORTS, words.effort))}
            {select('moede', words.meetingLabel, named(['nej', 'ja'], words.meeting))}
          </div>
        </Disclosure>
      </Form>
    </search>
  );
}

function named(values: readonly string[], names: Readonly<Record<string, string>>) {
  return values.map((value) => ({ value, label: names[value] }));
}

/** What one does at home: nothing to sign up for. */
export function AtHomePage(props: { readonly language: Language; readonly cards: readonly ListedCard[] }): Html {
  const { language, cards } = props;
  const words = catalogueText(language);
  return (
    <>
      <p class="lead">{words.atHomeLead}</p>
      {cards.length === 0 ? (
        <EmptyState
          title={words.noneFound}
          text={words.noneFoundText}
          action={{ href: cataloguePlace({}), label: words.frontMore }}
        />
      ) : (
        <CardGrid>
          {cards.map((card) => (
            <CatalogueCard language={language} card={card} level={2} />
          ))}
        </CardGrid>
      )}
    </>
  );
}

/** A few cards on the front page: what you could do too. */
export function SomeCards(props: { readonly language: Language; readonly cards: readonly ListedCard[] }): Html | null {
  const { language, cards } = props;
  const words = catalogueText(language);
  if (cards.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.frontTitle}</Heading>
      <CardGrid>
        {cards.map((card) => (
          <CatalogueCard language={language} card={card} />
        ))}
      </CardGrid>
      <p>
        <a href={cataloguePlace({})}>{words.frontMore}</a>
      </p>
    </section>
  );
}
