import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card, CardGrid } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Tag } from '../../../../ui/components/tag.tsx';
import { Pagination } from '../../../../ui/components/wayfinding.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { Select } from '../../../../ui/forms/select.tsx';
import { CATEGORIES, GROUNDS, SUPPORTED_A_PAGE, type Supported, type SupportedSums } from '../rules/supported.ts';
import { supportedText } from '../text/supported.ts';
import { projectPlace, resultsAtomPlace, resultsPlace, resultsRssPlace } from '../urls.ts';
import { Picture } from './photos.tsx';

/** The filter as it stands in the address. */
export interface Query {
  readonly aar: string | null;
  readonly pulje: string | null;
  readonly grund: string | null;
  readonly afdeling: string | null;
  readonly emne: string | null;
}

export interface SupportedProps {
  readonly language: Language;
  readonly organisation: string;
  readonly supported: readonly Supported[];
  readonly sums: SupportedSums;
  readonly page: number;
  readonly years: readonly number[];
  readonly funds: readonly { readonly id: string; readonly name: string }[];
  readonly departments: ReadonlyMap<string, string>;
  readonly query: Query;
  readonly applyHref: string;
}

/** What came of the fund's money, for everybody's eyes. */
export function SupportedPage(props: SupportedProps): Html {
  const { language, supported, sums, query } = props;
  const words = supportedText(language);
  const filter = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null)) as Record<
    string,
    string
  >;
  return (
    <>
      <p class="lead">{words.lead}</p>
      <Filter {...props} />
      {supported.length === 0 ? (
        <EmptyState title={words.none} text={words.noneText} action={{ href: props.applyHref, label: words.apply }} />
      ) : (
        <>
          <p>{words.sums(sums.count, formatOre(sums.committed, language), formatOre(sums.paid, language))}</p>
          <CardGrid>
            {supported.map((one) => (
              <Project
                language={language}
                one={one}
                departments={props.departments}
                organisation={props.organisation}
              />
            ))}
          </CardGrid>
        </>
      )}
      <Pagination
        language={language}
        page={props.page}
        pages={Math.max(1, Math.ceil(sums.count / SUPPORTED_A_PAGE))}
        href={(page) => resultsPlace({}, { ...filter, side: page })}
      />
      <ul>
        <li>
          <a href={resultsRssPlace({})}>{words.rss}</a>
        </li>
        <li>
          <a href={resultsAtomPlace({})}>{words.atom}</a>
        </li>
      </ul>
    </>
  );
}

function Filter(props: SupportedProps): Html {
  const { language, query } = props;
  const words = supportedText(language);
  const some = { language, optional: true } as const;
  return (
    <Form action={resultsPlace({})} method="get" class="filters" label={words.filter}>
      {props.years.length > 1 && (
        <Select
          {...some}
          name="aar"
          label={words.year}
          empty={words.allYears}
          value={query.aar ?? ''}
          options={props.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      )}
      {props.funds.length > 1 && (
        <Select
          {...some}
          name="pulje"
          label={words.fund}
          empty={words.allFunds}
          value={query.pulje ?? ''}
          options={props.funds.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        {...some}
        name="afdeling"
        label={words.department}
        empty={words.allDepartments}
        value={query.afdeling ?? ''}
        options={[...props.departments].map(([value, label]) => ({ value, label }))}
      />
      <Select
        {...some}
        name="grund"
        label={words.ground}
        empty={words.allGrounds}
        value={query.grund ?? ''}
        options={GROUNDS.map((value) => ({ value, label: words.grounds[value] }))}
      />
      <Select
        {...some}
        name="emne"
        label={words.category}
        empty={words.allCategories}
        value={query.emne ?? ''}
        options={CATEGORIES.map((value) => ({ value, label: words.categories[value] }))}
      />
      <Button look="secondary">{words.filter}</Button>
    </Form>
  );
}

interface ProjectProps {
  readonly language: Language;
  readonly one: Supported;
  readonly departments: ReadonlyMap<string, string>;
  readonly organisation: string;
}

function Project(props: ProjectProps): Html {
  const { language, one } = props;
  const [photo] = one.photos;
  return (
    <Card as="article" id={one.reference}>
      {photo && (
        <div class="photo">
          <Picture id={photo.id} alt={photo.alt} />
        </div>
      )}
      <h2 class="ds-heading" data-size="xs">
        <a lang="da" href={projectPlace({ id: one.id })}>
          {one.title}
        </a>
      </h2>
      <Facts {...props} />
      {one.best && <Best language={language} words={one.best} />}
    </Card>
  );
}

function Best(props: { readonly language: Language; readonly words: string }): Html {
  return (
    <blockquote class="said" lang="da">
      <p>{props.words}</p>
    </blockquote>
  );
}

/** Amounts and days, told to machines too (schema.org/MonetaryGrant). */
function Facts({ language, one, departments, organisation }: ProjectProps): Html {
  const words = supportedText(language);
  return (
    <div class="grant" itemscope itemtype="https://schema.org/MonetaryGrant">
      <p class="tags">
        {one.category && <Tag>{words.categories[one.category]}</Tag>}
        {one.grounds.map((ground) => (
          <Tag>{words.grounds[ground]}</Tag>
        ))}
      </p>
      <span hidden itemprop="name" lang="da">
        {one.title}
      </span>
      <span hidden itemprop="funder" itemscope itemtype="https://schema.org/Organization">
        <span itemprop="name">{organisation}</span>
      </span>
      <DescriptionList
        rows={[
          { term: words.departments, content: placesOf(one, departments, words.noneNamed) },
          {
            term: words.committed,
            content: (
              <span itemprop="amount" itemscope itemtype="https://schema.org/MonetaryAmount">
                {formatOre(one.committed, language)}
                <meta itemprop="value" content={String(one.committed / 100)} />
                <meta itemprop="currency" content="DKK" />
              </span>
            ),
          },
          { term: words.paid, content: one.paid > 0 && formatOre(one.paid, language) },
          { term: words.released, content: one.released > 0 && formatOre(one.released, language) },
          { term: words.came, content: cameOf(one, language) },
          { term: words.held, content: one.came !== null && one.startsOn && formatDay(one.startsOn, language) },
          { term: words.decided, content: formatDay(one.on, language) },
        ]}
      />
    </div>
  );
}

/** One project alone, with its pictures. */
export function ProjectPage(props: ProjectProps & { readonly initiativeHref: string | null }): Html {
  const { language, one } = props;
  const words = supportedText(language);
  return (
    <>
      <Facts {...props} />
      {one.best && (
        <section class="stack">
          <Heading level={2}>{words.best}</Heading>
          <Best language={language} words={one.best} />
        </section>
      )}
      {one.photos.length > 0 && (
        <ul class="photos">
          {one.photos.map((photo) => (
            <li>
              <figure class="photo">
                <Picture id={photo.id} alt={photo.alt} />
                <figcaption lang="da">{photo.alt}</figcaption>
              </figure>
            </li>
          ))}
        </ul>
      )}
      <ul>
        {props.initiativeHref && (
          <li>
            <a href={props.initiativeHref}>{words.initiative}</a>
          </li>
        )}
        <li>
          <a href={resultsPlace({})}>{words.all}</a>
        </li>
      </ul>
    </>
  );
}

export function placesOf(one: Supported, departments: ReadonlyMap<string, string>, none: string): string {
  return one.departmentIds.flatMap((id) => departments.get(id) ?? []).join(', ') || none;
}

function cameOf(one: Supported, language: Language): string | null {
  const words = supportedText(language);
  if (one.came === null) return null;
  return one.came === 'few' ? words.few : words.people(one.came);
}
