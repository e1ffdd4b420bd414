import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { CardGrid, Card as Sheet } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Tag } from '../../../../ui/components/tag.tsx';
import { NewerOlder } from '../../../../ui/components/wayfinding.tsx';
import { Checkbox, Checkboxes } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { CATEGORIES } from '../rules/card.ts';
import { type Funding, fundingIn, isStale } from '../rules/funding.ts';
import { catalogueText } from '../text/catalogue.ts';
import { fundingText } from '../text/funding.ts';
import { fundingPlace, newFundingPlace, outsidePlace, retireFundingPlace } from '../urls.ts';
import { CategoryTag } from './parts.tsx';

export interface OutsideProps {
  readonly language: Language;
  readonly today: Day;
  readonly all: readonly Funding[];
  readonly category: string;
  readonly page: number;
  readonly more: boolean;
  readonly mayEdit: boolean;
}

/** Where else money can be sought. */
export function OutsidePage(props: OutsideProps): Html {
  const { language, all, category } = props;
  const words = fundingText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      {props.mayEdit && (
        <p class="actions">
          <LinkButton href={newFundingPlace({})} look="secondary">
            {words.add}
          </LinkButton>
        </p>
      )}
      <search>
        <Form action={outsidePlace({})} method="get" class="form filters" label={words.category}>
          <Select
            language={language}
            name="emne"
            label={words.category}
            optional
            empty={words.all}
            value={category}
            options={CATEGORIES.map((value) => ({ value, label: catalogueText(language).category[value] ?? '' }))}
          />
          <Button look="secondary">{words.show}</Button>
        </Form>
      </search>
      {all.length === 0 ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : (
        <CardGrid>
          {all.map((one) => (
            <Place {...props} one={one} />
          ))}
        </CardGrid>
      )}
      <NewerOlder
        language={language}
        page={props.page}
        more={props.more}
        href={(page) => outsidePlace({}, { emne: category || null, side: page > 1 ? page : null })}
      />
    </>
  );
}

function Place({ language, today, mayEdit, one }: OutsideProps & { readonly one: Funding }): Html {
  const words = fundingText(language);
  const { lang, ...said } = fundingIn(one, language);
  return (
    <Sheet as="article">
      <div class="funding">
        <p class="tags">
          {one.example && (
            <Tag colour="tegl" icon="idea">
              {words.example}
            </Tag>
          )}
          {one.categories.map((category) => (
            <CategoryTag language={language} category={category} />
          ))}
        </p>
        <Heading level={2}>
          <bdi lang={lang}>{said.name}</bdi>
        </Heading>
        {one.example && <p class="quiet">{words.exampleText}</p>}
        <DescriptionList
          rows={[
            { term: words.supports, content: <bdi lang={lang}>{said.supports}</bdi> },
            { term: words.whoMay, content: said.whoMay && <bdi lang={lang}>{said.whoMay}</bdi> },
            { term: words.terms, content: said.terms && <bdi lang={lang}>{said.terms}</bdi> },
          ]}
        />
        <p>
          <strong>{deadlineText(one, today, language)}</strong>
        </p>
        {one.url && !one.example && (
          <p>
            <a href={one.url} rel="noreferrer">
              {words.link}
              <span class="only-heard">: {said.name}</span>
            </a>
          </p>
        )}
        {!one.example && (
          <p class="quiet">
            {isStale(one, today) || !one.checkedOn ? words.stale : words.checked(formatDay(one.checkedOn, language))}
          </p>
        )}
        {mayEdit && (
          <p>
            <a href={fundingPlace({ funding: one.id })}>
              {words.edit}
              <span class="only-heard">: {said.name}</span>
            </a>
          </p>
        )}
      </div>
    </Sheet>
  );
}

function deadlineText({ deadlineOn }: Funding, today: Day, language: Language): string {
  const words = fundingText(language);
  if (!deadlineOn) return words.noDeadline;
  const day = formatDay(deadlineOn, language);
  return deadlineOn < today ? words.past(day) : words.deadline(day);
}

/** Writing one in, or changing it: its words in Danish, and in English where somebody has them. */
export function FundingFormPage(props: {
  readonly language: Language;
  readonly funding: Funding | null;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, funding, problems } = props;
  const words = fundingText(language);
  const common = { language, problems };
  const { da, en } = funding?.words ?? {};
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Form action={funding ? fundingPlace({ funding: funding.id }) : newFundingPlace({})} warnUnsaved>
        <input type="hidden" name="version" value={funding?.version ?? 0} />
        <TextField {...common} name="name" label={words.name} value={da?.name} />
        <TextArea {...common} name="supports" label={words.supports} rows={2} value={da?.supports} />
        <TextArea {...common} name="whoMay" label={words.whoMay} rows={2} optional value={da?.whoMay} />
        <TextArea {...common} name="terms" label={words.terms} rows={2} optional value={da?.terms} />
        <TextField {...common} name="url" type="url" label={words.url} optional value={funding?.url} />
        <DateField
          {...common}
          name="deadlineOn"
          label={words.deadlineOn}
          hint={words.deadlineHint}
          optional
          value={funding?.deadlineOn ?? undefined}
        />
        <Checkboxes
          {...common}
          name="categories"
          label={words.categories}
          optional
          values={funding?.categories}
          options={CATEGORIES.map((value) => ({ value, label: catalogueText(language).category[value] ?? '' }))}
        />
        <Checkbox {...common} name="example" label={words.isExample} checked={funding?.example ?? false} />
        <Fieldset legend={words.english} hint={words.englishHint}>
          <TextField {...common} name="nameEn" label={words.name} optional value={en?.name} />
          <TextArea {...common} name="supportsEn" label={words.supports} rows={2} optional value={en?.supports} />
          <TextArea {...common} name="whoMayEn" label={words.whoMay} rows={2} optional value={en?.whoMay} />
          <TextArea {...common} name="termsEn" label={words.terms} rows={2} optional value={en?.terms} />
        </Fieldset>
        <Button>{words.save}</Button>
      </Form>
      {funding && (
        <Form action={retireFundingPlace({ funding: funding.id })}>
          <Button look="danger">{words.remove}</Button>
        </Form>
      )}
    </>
  );
}

/** On the fund's page: where else to seek. */
export function OutsideOnFund({ language }: { readonly language: Language }): Html {
  const words = fundingText(language);
  return (
    <section>
      <Heading level={2}>{words.fromFund}</Heading>
      <p>
        {words.fromFundText} <a href={outsidePlace({})}>{words.fromFundLink}</a>
      </p>
    </section>
  );
}
